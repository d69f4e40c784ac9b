//! Checks the properties of the fuzz targets on their seeds and regressions, and on the cases.

use std::fs;
use std::path::Path;

use contract::{cases, properties};
use lts_log_dump::CreateLogDumpObsRequestBody;

#[track_caller]
fn replay(target: &str, property: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut replayed = 0;
    for file in fs::read_dir(&corpus).unwrap() {
        property(&fs::read(file.unwrap().path()).unwrap());
        replayed += 1;
    }
    assert!(replayed > 10, "{replayed} in {}", corpus.display());
    for case in cases::all() {
        property(&case.body);
    }
}

#[test]
fn fuzz_target_request_body_passes_on_its_corpus_and_the_cases() {
    replay("request_body", |data| {
        properties::request_body(data);
        // `request_body` checks these for every tenth input only.
        properties::consequences(data, &CreateLogDumpObsRequestBody::from_json(data));
    });
}

#[test]
fn fuzz_target_answers_passes_on_its_corpus_and_the_cases() {
    replay("answers", properties::answers);
}

#[test]
fn fuzz_target_types_passes_on_its_corpus_and_the_cases() {
    replay("types", properties::types);
}
