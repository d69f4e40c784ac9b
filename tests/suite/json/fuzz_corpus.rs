//! The seeds and regressions of the fuzz targets, and the cases, replayed.

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
fn request_body() {
    replay("request_body", |data| {
        properties::request_body(data);
        // The target asserts these for every tenth input only.
        properties::consequences(data, &CreateLogDumpObsRequestBody::from_json(data));
    });
}

#[test]
fn answers() {
    replay("answers", properties::answers);
}

#[test]
fn types() {
    replay("types", properties::types);
}
