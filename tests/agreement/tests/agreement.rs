//! The crate and the JSON Schema report the same errors in the same order.

use agreement::{Rules, documents_of_cases, errors_of_crate, random_documents, schema, schema_agrees};
use contract::reader::read;
use lts_log_dump::{Field, Violation};
use serde_json::{Map, Value};

/// Returns the documents to compare: 20,000, or as many as `DOCUMENTS` names, for example `DOCUMENTS=1000000`.
fn documents() -> impl Iterator<Item = Value> {
    let count = std::env::var("DOCUMENTS").map_or(20_000, |count| count.parse().expect("DOCUMENTS is a number"));
    let seed = std::env::var("SEED").map_or(1, |seed| seed.parse().expect("SEED is a number"));
    random_documents(seed).take(count)
}

#[track_caller]
fn assert_agreement(rules: &Rules, document: &Value) {
    let expected = errors_of_crate(document.to_string().as_bytes());
    assert_eq!(rules.errors(document), expected, "{document}");
    assert_eq!(rules.accept(document), expected.is_empty(), "{document}");
}

#[test]
fn schema_and_crate_agree_on_the_cases() {
    let rules = Rules::new(schema("request-body.json"));
    let cases: Vec<_> = documents_of_cases().collect();
    assert!(cases.len() > 300, "{}", cases.len());
    for (name, document) in cases {
        println!("{name}");
        assert_agreement(&rules, &document);
    }
}

#[test]
fn schema_and_crate_agree_on_the_fuzz_corpus() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/schema_agrees");
    let mut replayed = 0;
    for file in std::fs::read_dir(corpus).expect("the corpus") {
        schema_agrees(&std::fs::read(file.expect("a file").path()).expect("a file"));
        replayed += 1;
    }
    assert!(replayed > 10, "{replayed}");
}

#[test]
fn both_drafts_and_crate_agree_on_generated_documents() {
    let drafts = ["request-body.json", "request-body.draft-07.json"].map(|name| Rules::new(schema(name)));
    let mut accepted = 0;
    let mut total = 0;
    for document in documents() {
        for rules in &drafts {
            assert_agreement(rules, &document);
        }
        accepted += usize::from(drafts[0].accept(&document));
        total += 1;
    }
    // If almost all documents are valid or almost all are invalid, the test compares little.
    assert!(accepted * 10 > total && accepted * 10 < total * 9, "{accepted} of {total} accepted");
    println!("{total} documents, {accepted} of them accepted");
}

#[test]
fn types_have_the_same_verdict_on_cases_and_generated_documents() {
    let types = Rules::new(schema("request-body.types.json"));
    for document in documents_of_cases().map(|(_, document)| document).chain(documents()) {
        let body = document.to_string();
        let accepted = types.accept(&document);
        assert_eq!(accepted, errors_of_crate(body.as_bytes()).is_empty(), "{document}");
        assert_eq!(accepted, read(body.as_bytes()).is_ok(), "{document}");
    }
}

#[test]
fn notices_types_with_a_looser_keyword() {
    let schema = schema("request-body.types.json");
    // An item with one wrong character in an otherwise valid body is rare.
    let documents: Vec<_> = random_documents(1).take(200_000).collect();
    let loosened = loosened(&schema);
    assert!(loosened.len() > 30, "{}", loosened.len());
    for (place, looser) in loosened {
        let types = Rules::new(looser);
        let notices =
            |document: &Value| types.accept(document) != errors_of_crate(document.to_string().as_bytes()).is_empty();
        assert!(documents.iter().any(notices), "no document is accepted because {place}");
    }
}

#[test]
fn generated_documents_cover_every_violation_of_the_body() {
    let mut unseen: Vec<_> = Violation::ALL.to_vec();
    let outside = [Field::ProjectId, Field::AuthToken, Field::ContentType];
    unseen.retain(|violation| !outside.contains(&violation.field()));
    for document in documents() {
        let errors = errors_of_crate(document.to_string().as_bytes());
        unseen.retain(|violation| !errors.contains(&(*violation).into()));
    }
    assert_eq!(unseen, []);
}

/// Returns variants of the schema that accept more: without a rule, without a keyword of a rule, or with a wider keyword.
fn loosened(schema: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut places = Vec::new();
    for rule in 0..schema["allOf"].as_array().map_or(0, Vec::len) {
        let mut without_demand = schema.clone();
        without_demand["allOf"][rule]["then"] = true.into();
        all.push((format!("{rule} is removed"), without_demand));
        places.extend(keywords(&schema["allOf"][rule]["then"], &format!("/allOf/{rule}/then")));
    }
    if places.is_empty() {
        places = keywords(&schema["properties"], "/properties");
        places
            .retain(|place| !["title", "description", "default", "examples"].iter().any(|name| place.ends_with(name)));
        places.extend(["/then", "/else/then"].map(|part| format!("{part}/properties/period/enum")));
    }
    for pointer in places {
        let (parent, keyword) = pointer.rsplit_once('/').expect("a pointer");
        let members = |schema: &mut Value, change: &dyn Fn(&mut Map<String, Value>)| {
            change(schema.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object"));
        };
        let mut without_keyword = schema.clone();
        members(&mut without_keyword, &|parent| drop(parent.remove(keyword)));
        all.push((format!("{pointer} is removed"), without_keyword));
        if let Some(value) = wider(keyword, schema.pointer(&pointer).expect("a keyword")) {
            let mut with_wider = schema.clone();
            members(&mut with_wider, &|parent| drop(parent.insert(keyword.into(), value.clone())));
            all.push((format!("{pointer} is {value}"), with_wider));
        }
    }
    all
}

/// Returns a value of the keyword that accepts slightly more, if there is one.
fn wider(keyword: &str, value: &Value) -> Option<Value> {
    Some(match (keyword, value) {
        ("minLength" | "minItems", Value::Number(bound)) => (bound.as_u64()? - 1).into(),
        ("maxLength", Value::Number(bound)) => (bound.as_u64()? + 1).into(),
        ("pattern", Value::String(pattern)) => pattern.replace('[', "[@").into(),
        ("type", Value::String(name)) => [name.as_str(), "null"].as_slice().into(),
        ("enum", Value::Array(listed)) => listed.iter().flat_map(|listed| [listed.clone(), near(listed)]).collect(),
        _ => return None,
    })
}

/// Returns a value that differs slightly from a listed one.
fn near(listed: &Value) -> Value {
    match listed {
        Value::Number(number) => (number.as_u64().expect("listed numbers are natural") + 1).into(),
        text => (text.as_str().expect("a listed text").to_owned() + " ").into(),
    }
}

/// Returns the JSON Pointers of keywords that restrict the value by themselves.
fn keywords(schema: &Value, at: &str) -> Vec<String> {
    let Some(members) = schema.as_object() else { return Vec::new() };
    let mut all = Vec::new();
    for (name, value) in members {
        let pointer = format!("{at}/{name}");
        if value.is_object() {
            all.extend(keywords(value, &pointer));
        } else if !is_implied(name, value, schema) {
            for (position, part) in value.as_array().into_iter().flatten().enumerate() {
                all.extend(keywords(part, &format!("{pointer}/{position}")));
            }
            all.push(pointer);
        }
    }
    all
}

/// Returns whether other keywords imply this one. A pattern implies the length, except for readers that treat `$` differently.
fn is_implied(name: &str, value: &Value, schema: &Value) -> bool {
    (name == "minLength" && value == 0) || (name.ends_with("Length") && schema.get("pattern").is_some())
}

#[test]
fn detects_a_schema_that_accepts_more_at_one_place() {
    let schema = schema("request-body.json");
    let documents: Vec<_> = documents().take(20_000).collect();
    let loosened = loosened(&schema);
    assert!(loosened.len() > 60, "{}", loosened.len());
    for (place, looser) in loosened {
        let rules = Rules::new(looser);
        let noticed =
            documents.iter().any(|document| rules.errors(document) != errors_of_crate(document.to_string().as_bytes()));
        assert!(noticed, "not detected: {place}");
    }
}
