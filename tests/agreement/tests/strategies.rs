//! The schemas report the errors that the strategies expect.

use agreement::{Rules, schema};
use lts_log_dump::ErrorBody;
use lts_log_dump::strategies::{nearly_valid, valid_json};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })
}

#[test]
fn every_schema_accepts_valid_json() {
    let all =
        ["request-body.json", "request-body.draft-07.json", "request-body.types.json"].map(schema).map(Rules::new);
    let check = |json: &str| {
        let document = serde_json::from_str(json).unwrap();
        prop_assert!(all.iter().all(|rules| rules.accept(&document)), "{json}");
        Ok(())
    };
    runner().run(&valid_json(), |valid| check(&valid.json)).unwrap();
}

#[test]
fn the_schema_finds_the_violations_of_nearly_valid_json() {
    let rules = Rules::new(schema("request-body.json"));
    let check = |json: &str, expected: Vec<ErrorBody>| {
        prop_assert_eq!(rules.errors(&serde_json::from_str(json).unwrap()), expected, "{}", json);
        Ok(())
    };
    runner()
        .run(&nearly_valid(), |wrong| check(&wrong.json, wrong.violations.iter().map(ErrorBody::from).collect()))
        .unwrap();
}
