//! What the files of `schema/` promise besides agreement.

use std::collections::{BTreeMap, BTreeSet};

use agreement::{Rules, errors_of_crate, random_documents, schema};
use lts_log_dump::{ApiError, ContentType, CreateLogDumpObsRequest, ErrorBody, Location, Violation};
use serde_json::{Value, json};

#[test]
fn the_drafts_differ_in_schema_alone() {
    let mut draft_07 = schema("request-body.draft-07.json");
    assert_eq!(draft_07["$schema"], "http://json-schema.org/draft-07/schema#");
    let draft_2020_12 = schema("request-body.json");
    draft_07["$schema"] = draft_2020_12["$schema"].clone();
    assert_eq!(draft_07, draft_2020_12);
}

#[test]
fn every_rule_carries_its_error() {
    let not_json = ErrorBody::from(ApiError::NotJson);
    let mut expected =
        vec![json!({ "field": null, "error_code": not_json.error_code, "error_msg": not_json.error_msg })];
    let of_body = Violation::ALL
        .iter()
        .filter(|violation| matches!(violation.field().location(), Location::Body | Location::Combination));
    expected.extend(of_body.map(|violation| {
        let error = ErrorBody::from(*violation);
        json!({ "field": violation.field().name(), "error_code": error.error_code, "error_msg": error.error_msg })
    }));
    let schema = schema("request-body.json");
    let rules = schema["allOf"].as_array().expect("rules");
    assert_eq!(rules.iter().map(|rule| rule["x-lts-error"].clone()).collect::<Vec<_>>(), expected);
}

/// Each name of a member and its value, however deep.
fn members<'a>(value: &'a Value, all: &mut Vec<(&'a str, &'a Value)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| members(item, all)),
        Value::Object(object) => {
            for (name, value) in object {
                all.push((name, value));
                members(value, all);
            }
        }
        _ => {}
    }
}

#[test]
fn the_request_body_has_nothing_that_validators_read_differently() {
    let schema = schema("request-body.json");
    let mut all = Vec::new();
    members(&schema, &mut all);
    let mut patterns = 0;
    for (name, value) in all {
        assert!(!["$ref", "$defs", "definitions", "format"].contains(&name), "{name}: {value}");
        if name == "pattern" {
            // Classes such as `\w` and `\d` are those of Unicode in some languages.
            let pattern = value.as_str().expect("a pattern is a string");
            assert!(pattern.is_ascii() && !pattern.contains('\\'), "{pattern}");
            patterns += 1;
        }
    }
    assert_eq!(patterns, 4, "two kinds of ID, each in `properties` and in a rule");
}

/// A schema of the OpenAPI description.
fn referred<'a>(document: &'a Value, content: &Value) -> &'a Value {
    let reference = content["schema"]["$ref"].as_str().expect("a reference");
    document.pointer(reference.trim_start_matches('#')).expect("what it refers to")
}

fn operation(document: &Value) -> &Value {
    &document["paths"][CreateLogDumpObsRequest::PATH_TEMPLATE]["post"]
}

#[test]
fn openapi_has_every_answer_under_its_status() {
    let document = schema("openapi.json");
    let responses = operation(&document)["responses"].as_object().expect("responses");
    let mut codes = BTreeMap::new();
    for (status, response) in responses {
        let content = &response["content"]["application/json"];
        let rules = Rules::new(referred(&document, content).clone());
        for (name, example) in content["examples"].as_object().expect("examples") {
            assert!(rules.accept(&example["value"]), "{status} {name}");
            assert!(!rules.accept(&json!({})), "{status}");
            let code = example["value"]["error_code"].as_str().unwrap_or("created").to_owned();
            codes.entry(status.as_str()).or_insert_with(BTreeSet::new).insert(code);
        }
    }
    let refused = ["LTS.0201", "LTS.0207", "LTS.0208", "LTS.0416", "LTS.1901", "LTS.1902"];
    let expected = [
        ("200", refused.as_slice()),
        ("201", &["created"]),
        ("400", &["LTS.0007"]),
        ("403", &["LTS.0001"]),
        ("500", &["LTS.0010"]),
    ];
    assert_eq!(json!(codes), json!(BTreeMap::from(expected)));
}

#[test]
fn openapi_accepts_the_bodies_that_the_crate_accepts() {
    let document = schema("openapi.json");
    let content = &operation(&document)["requestBody"]["content"][ContentType.as_str()];
    let rules = Rules::new(referred(&document, content).clone());
    assert!(rules.accept(&content["examples"]["request"]["value"]));
    for document in random_documents(1).take(20_000) {
        let expected = errors_of_crate(document.to_string().as_bytes());
        assert_eq!(rules.accept(&document), expected.is_empty(), "{document}");
    }
}
