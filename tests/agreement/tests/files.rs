//! Properties of the files in `schema/` that do not need a comparison with the crate.

use std::collections::{BTreeMap, BTreeSet};

use agreement::{Rules, errors_of_crate, random_documents, schema};
use lts_log_dump::{
    ApiError, AuthToken, ContentType, CreateLogDumpObsRequest, ErrorBody, ErrorCode, Field, Location, ProjectId,
    Violation,
};
use serde_json::{Value, json};

#[test]
fn drafts_differ_in_the_schema_keyword_only() {
    let mut draft_07 = schema("request-body.draft-07.json");
    assert_eq!(draft_07["$schema"], "http://json-schema.org/draft-07/schema#");
    let draft_2020_12 = schema("request-body.json");
    draft_07["$schema"] = draft_2020_12["$schema"].clone();
    assert_eq!(draft_07, draft_2020_12);
}

#[test]
fn each_rule_carries_its_error_in_order() {
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

#[test]
fn request_body_has_no_type_and_an_absolute_id() {
    let schema = schema("request-body.json");
    assert_eq!(schema.get("type"), None);
    // Validators resolve references relative to `$id`.
    assert!(schema["$id"].as_str().is_some_and(|id| id.starts_with("https://") && id.ends_with("/request-body.json")));
}

/// Collects the names and values of all members at any depth.
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
fn request_body_avoids_keywords_that_validators_interpret_differently() {
    let schema = schema("request-body.json");
    let mut all = Vec::new();
    members(&schema, &mut all);
    let mut patterns = 0;
    for (name, value) in all {
        assert!(!["$ref", "$defs", "definitions", "format"].contains(&name), "{name}: {value}");
        if name == "pattern" {
            // In some languages, classes like `\w` and `\d` match Unicode characters.
            let pattern = value.as_str().expect("a pattern is a string");
            assert!(pattern.is_ascii() && !pattern.contains('\\'), "{pattern}");
            patterns += 1;
        }
    }
    assert_eq!(patterns, 4, "two kinds of ID, each in `properties` and in a rule");
}

#[test]
fn mandatory_members_have_no_default() {
    let files = ["request-body.json", "request-body.draft-07.json", "request-body.types.json"].map(schema);
    let components =
        BOTH_VERSIONS.map(|name| schema(name)["components"]["schemas"]["CreateLogDumpObsRequestBody"].take());
    for body in files.iter().chain(&components) {
        let members = body["properties"].as_object().expect("members");
        let defaults: Vec<_> = members.iter().filter(|(_, member)| member.get("default").is_some()).collect();
        let names: Vec<_> = defaults.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["switch_on"], "code generators make a member with a default optional");
        let description = members["storage_format"]["description"].as_str().unwrap_or_default();
        assert!(description.ends_with("although the API reference names RAW as its default"), "{description}");
    }
}

#[test]
fn types_and_openapi_list_the_numbers_of_period() {
    let numbers = json!([1, 2, 3, 5, 6, 12, 30]);
    assert_eq!(schema("request-body.types.json")["properties"]["period"]["enum"], numbers);
    for document in BOTH_VERSIONS.map(schema) {
        let period = &document["components"]["schemas"]["CreateLogDumpObsRequestBody"]["properties"]["period"];
        assert_eq!(period["enum"], numbers);
        assert_eq!(period["type"], "integer");
    }
}

/// Resolves the schema reference of a content object.
fn referred<'a>(document: &'a Value, content: &Value) -> &'a Value {
    let reference = content["schema"]["$ref"].as_str().expect("a reference");
    document.pointer(reference.trim_start_matches('#')).expect("what it refers to")
}

fn operation(document: &Value) -> &Value {
    &document["paths"][CreateLogDumpObsRequest::PATH_TEMPLATE]["post"]
}

const BOTH_VERSIONS: [&str; 2] = ["openapi.json", "openapi-3.0.json"];

#[test]
fn openapi_lists_each_response_under_its_status() {
    for document in BOTH_VERSIONS.map(schema) {
        let responses = operation(&document)["responses"].as_object().expect("responses");
        let mut codes = BTreeMap::new();
        for (status, response) in responses {
            let content = &response["content"]["application/json"];
            let codes = codes.entry(status.as_str()).or_insert_with(BTreeSet::new);
            for example in content["examples"].as_object().into_iter().flat_map(|examples| examples.values()) {
                codes.insert(example["value"]["error_code"].as_str().unwrap_or("created").to_owned());
            }
        }
        let rejected = ["LTS.0201", "LTS.0207", "LTS.0208", "LTS.0416", "LTS.1901", "LTS.1902"];
        let expected = [
            ("200", rejected.as_slice()),
            ("201", &["created"]),
            ("400", &["LTS.0007"]),
            ("403", &["LTS.0001"]),
            // Additional responses of the example service.
            ("404", &[]),
            ("405", &[]),
            ("408", &[]),
            ("413", &[]),
            ("500", &["LTS.0010"]),
            ("503", &[]),
        ];
        assert_eq!(json!(codes), json!(BTreeMap::from(expected)));
        for status in ["404", "405", "408", "413", "503"] {
            let description = responses[status]["description"].as_str().expect("a description");
            assert!(description.starts_with("Sent by the example service"), "{status} {description}");
        }
    }
}

#[test]
fn openapi_has_an_example_of_every_listed_error() {
    for document in BOTH_VERSIONS.map(schema) {
        let mut all = Vec::new();
        members(&operation(&document)["responses"], &mut all);
        let examples: Vec<_> = all.into_iter().filter(|(name, _)| *name == "value").map(|(_, value)| value).collect();
        for code in ErrorCode::LISTED {
            assert!(examples.iter().any(|example| example["error_code"] == code.as_str()), "{code}");
        }
        for error in ApiError::examples() {
            let expected = serde_json::to_value(ErrorBody::from(error)).expect("an error");
            assert!(examples.contains(&&expected), "{expected}");
        }
    }
}

#[test]
fn openapi_response_schemas_accept_their_examples() {
    let document = schema("openapi.json");
    for (status, response) in operation(&document)["responses"].as_object().expect("responses") {
        let content = &response["content"]["application/json"];
        let rules = Rules::new(referred(&document, content).clone());
        assert!(!rules.accept(&json!({})), "{status}");
        for (name, example) in content["examples"].as_object().into_iter().flatten() {
            assert!(rules.accept(&example["value"]), "{status} {name}");
        }
    }
}

#[test]
fn openapi_has_an_example_of_every_parameter() {
    for document in BOTH_VERSIONS.map(schema) {
        let parameters = operation(&document)["parameters"].as_array().expect("parameters");
        let example = |field: Field| {
            let parameter = parameters.iter().find(|parameter| parameter["name"] == field.name());
            parameter.and_then(|parameter| parameter["example"].as_str()).unwrap_or_default()
        };
        assert!(ProjectId::new(example(Field::ProjectId)).is_ok());
        assert!(AuthToken::new(example(Field::AuthToken)).is_ok());
    }
}

#[test]
fn openapi_body_is_a_plain_object() {
    // Code generators would turn `anyOf`, `oneOf` or `allOf` into a union of types without members.
    for document in BOTH_VERSIONS.map(schema) {
        let body = &document["components"]["schemas"]["CreateLogDumpObsRequestBody"];
        let choices = ["anyOf", "oneOf", "allOf"];
        assert!(choices.iter().all(|choice| body.get(choice).is_none()) && body["type"] == "object", "{body}");
    }
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
