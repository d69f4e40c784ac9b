//! The crate and the JSON Schema agree: same verdict, same errors, same order.

use agreement::{Rules, cases, errors_of_crate, random_documents, schema, schema_agrees};
use lts_log_dump::{Field, Violation};
use serde_json::{Map, Value};

/// How many documents are compared; more with `DOCUMENTS=1000000`.
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
fn on_the_cases() {
    let rules = Rules::new(schema("request-body.json"));
    let cases: Vec<_> = cases().collect();
    assert!(cases.len() > 300, "{}", cases.len());
    for (name, document) in cases {
        println!("{name}");
        assert_agreement(&rules, &document);
    }
}

#[test]
fn on_the_corpus_of_the_fuzz_target() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/schema_agrees");
    let mut replayed = 0;
    for file in std::fs::read_dir(corpus).expect("the corpus") {
        schema_agrees(&std::fs::read(file.expect("a file").path()).expect("a file"));
        replayed += 1;
    }
    assert!(replayed > 10, "{replayed}");
}

#[test]
fn on_generated_documents_in_both_drafts() {
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
    // A generator that makes only one kind of document compares nothing.
    assert!(accepted * 10 > total && accepted * 10 < total * 9, "{accepted} of {total} accepted");
    println!("{total} documents, {accepted} of them accepted");
}

#[test]
fn types_have_the_same_verdict_on_cases_and_generated_documents() {
    let types = Rules::new(schema("request-body.types.json"));
    for document in cases().map(|(_, document)| document).chain(documents()) {
        let expected = errors_of_crate(document.to_string().as_bytes());
        assert_eq!(types.accept(&document), expected.is_empty(), "{document}");
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
fn every_error_of_the_body_is_among_the_documents() {
    let mut unseen: Vec<_> = Violation::ALL.to_vec();
    let outside = [Field::ProjectId, Field::AuthToken, Field::ContentType];
    unseen.retain(|violation| !outside.contains(&violation.field()));
    for document in documents() {
        let errors = errors_of_crate(document.to_string().as_bytes());
        unseen.retain(|violation| !errors.contains(&(*violation).into()));
    }
    assert_eq!(unseen, []);
}

/// Variants of a schema that are looser in one place: a rule or a keyword is gone, or a keyword accepts one value more.
fn loosened(schema: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut places = Vec::new();
    for rule in 0..schema["allOf"].as_array().map_or(0, Vec::len) {
        let mut without_demand = schema.clone();
        without_demand["allOf"][rule]["then"] = true.into();
        all.push((format!("{rule} is gone"), without_demand));
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
        all.push((format!("{pointer} is gone"), without_keyword));
        if let Some(value) = wider(keyword, schema.pointer(&pointer).expect("a keyword")) {
            let mut with_wider = schema.clone();
            members(&mut with_wider, &|parent| drop(parent.insert(keyword.into(), value.clone())));
            all.push((format!("{pointer} is {value}"), with_wider));
        }
    }
    all
}

/// The value of a keyword that lets a little more through, if it has one.
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

/// A value that looks like a listed one.
fn near(listed: &Value) -> Value {
    match listed {
        Value::Number(number) => (number.as_u64().expect("listed numbers are natural") + 1).into(),
        text => (text.as_str().expect("a listed text").to_owned() + " ").into(),
    }
}

/// Where keywords stand that demand something by themselves.
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

/// Whether a keyword says what others say: a pattern has a length, too, which counts only where `$` is read otherwise.
fn is_implied(name: &str, value: &Value, schema: &Value) -> bool {
    (name == "minLength" && value == 0) || (name.ends_with("Length") && schema.get("pattern").is_some())
}

#[test]
fn a_schema_that_is_looser_in_one_place_is_noticed() {
    let schema = schema("request-body.json");
    let documents: Vec<_> = documents().take(20_000).collect();
    let loosened = loosened(&schema);
    assert!(loosened.len() > 60, "{}", loosened.len());
    for (place, looser) in loosened {
        let rules = Rules::new(looser);
        let noticed =
            documents.iter().any(|document| rules.errors(document) != errors_of_crate(document.to_string().as_bytes()));
        assert!(noticed, "nothing notices that {place}");
    }
}
