//! Serde buffers a value for `flatten`, `untagged` and tags. A number in such a buffer, or in a `serde_json::Value`, is the same number.

use contract::cases;
use contract::properties::has_exact_numbers;
use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection, Violation, Violations};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

const EXAMPLE: &str = include_str!("../../../examples/request.json");

/// A body with all its violations.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(transparent)]
struct All {
    #[serde(deserialize_with = "CreateLogDumpObsRequestBody::deserialize_all")]
    body: Result<CreateLogDumpObsRequestBody, Violations>,
}

#[derive(Deserialize)]
struct Nested {
    #[serde(deserialize_with = "CreateLogDumpObsRequestBody::deserialize_all")]
    the_content: Result<CreateLogDumpObsRequestBody, Violations>,
}

#[derive(Deserialize)]
struct FlatAll {
    the_tag: String,
    #[serde(flatten, deserialize_with = "CreateLogDumpObsRequestBody::deserialize_all")]
    body: Result<CreateLogDumpObsRequestBody, Violations>,
}

#[derive(Deserialize)]
struct Flat<T> {
    the_tag: String,
    #[serde(flatten)]
    body: T,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Number(u8),
    Body(T),
}

#[derive(Deserialize)]
#[serde(tag = "the_tag")]
enum Internal<T> {
    Body(T),
}

#[derive(Deserialize)]
#[serde(tag = "the_tag", content = "the_content")]
enum Adjacent<T> {
    Body(T),
}

type Read<T> = Result<T, serde_json::Error>;

/// Returns the object with an additional first member.
fn with_tag(object: &str) -> String {
    let members = object.trim_start().strip_prefix('{').unwrap();
    let comma = if members.trim_start().starts_with('}') { "" } else { "," };
    format!("{{\"the_tag\":\"Body\"{comma}{members}")
}

/// Reads a body from each kind of buffer.
fn from_each_buffer<T: DeserializeOwned>(object: &str) -> Vec<(&'static str, Read<T>)> {
    let tagged = with_tag(object);
    let tag_first = format!("{{\"the_tag\":\"Body\",\"the_content\":{object}}}");
    let tag_last = format!("{{\"the_content\":{object},\"the_tag\":\"Body\"}}");
    let value = || serde_json::from_str::<Value>(object);
    let flat = |body: Flat<T>| {
        assert_eq!(body.the_tag, "Body");
        body.body
    };
    let untagged = |body: Untagged<T>| match body {
        Untagged::Body(body) => body,
        Untagged::Number(number) => panic!("{number} instead of {object}"),
    };
    vec![
        ("flatten", serde_json::from_str(&tagged).map(flat)),
        ("flatten of a slice", serde_json::from_slice(tagged.as_bytes()).map(flat)),
        ("flatten of a reader", serde_json::from_reader(tagged.as_bytes()).map(flat)),
        ("flatten of a value", value().and_then(|_| serde_json::from_value(serde_json::from_str(&tagged)?)).map(flat)),
        ("untagged", serde_json::from_str(object).map(untagged)),
        ("untagged of a reader", serde_json::from_reader(object.as_bytes()).map(untagged)),
        ("untagged of a value", value().and_then(serde_json::from_value).map(untagged)),
        ("untagged of a borrowed value", value().and_then(|value| Untagged::deserialize(&value)).map(untagged)),
        ("internal tag", serde_json::from_str(&tagged).map(|Internal::Body(body)| body)),
        ("internal tag of a reader", serde_json::from_reader(tagged.as_bytes()).map(|Internal::Body(body)| body)),
        ("adjacent tag before the body", serde_json::from_str(&tag_first).map(|Adjacent::Body(body)| body)),
        ("adjacent tag after the body", serde_json::from_str(&tag_last).map(|Adjacent::Body(body)| body)),
        ("value", value().and_then(serde_json::from_value)),
        ("borrowed value", value().and_then(|value| T::deserialize(&value))),
        ("no buffer", serde_json::from_str(object)),
    ]
}

/// Serde does not buffer integers beyond 64 bits. A `Value` has them with the feature `arbitrary_precision`.
fn is_limit_of_serde(buffer: &str, error: &serde_json::Error) -> bool {
    let error = error.to_string();
    let is_large = error.contains("as i128, expected any value") || error.contains("as u128, expected any value");
    let is_buffered_value =
        ["flatten of a value", "untagged of a value", "untagged of a borrowed value"].contains(&buffer);
    is_large && is_buffered_value && has_arbitrary_precision()
}

/// Compares what each buffer gives with `from_json`.
fn assert_agrees(object: &str) {
    let expected = match CreateLogDumpObsRequestBody::from_json(object.as_bytes()) {
        Ok(body) => Ok(body),
        Err(Rejection::Violations(violations)) => Err(violations),
        Err(Rejection::NotJson(_)) => {
            for (buffer, read) in from_each_buffer::<All>(object) {
                assert!(read.is_err(), "{buffer}: {object}");
            }
            return;
        }
    };
    for (buffer, read) in from_each_buffer::<All>(object) {
        match read {
            Ok(all) => assert_eq!(all.body, expected, "{buffer}: {object}"),
            Err(error) => assert!(is_limit_of_serde(buffer, &error), "{buffer}: {error}: {object}"),
        }
    }
    let nested: Nested = serde_json::from_str(&format!("{{\"the_content\":{object}}}")).unwrap();
    assert_eq!(nested.the_content, expected, "{object}");
    let flat: FlatAll = serde_json::from_str(&with_tag(object)).unwrap();
    assert_eq!((flat.the_tag.as_str(), &flat.body), ("Body", &expected), "{object}");

    for (buffer, read) in from_each_buffer::<CreateLogDumpObsRequestBody>(object) {
        match (&expected, read) {
            (_, Err(error)) if is_limit_of_serde(buffer, &error) => {}
            (Ok(expected), read) => assert_eq!(read.unwrap(), *expected, "{buffer}: {object}"),
            // Serde drops the errors of the variants.
            (Err(_), Err(_)) if buffer.starts_with("untagged") => {}
            (Err(violations), Err(error)) => {
                assert!(error.to_string().starts_with(violations.first().message()), "{buffer}: {error}: {object}");
            }
            (Err(_), Ok(body)) => panic!("{buffer}: {body:?}: {object}"),
        }
    }
}

fn has_arbitrary_precision() -> bool {
    "1.0e1".parse::<serde_json::Number>().unwrap().to_string() != "10.0"
}

/// Returns whether `serde_json` reads each number of this text as the nearest double.
fn reads_numbers_exactly(text: &str) -> bool {
    has_exact_numbers(text)
        || has_arbitrary_precision()
        || serde_json::from_str::<f64>("12.000000000000001").unwrap() > 12.0
}

/// Returns the numbers of all cases.
fn numbers_of_cases() -> impl Iterator<Item = String> {
    let texts = cases::all().into_iter().filter_map(|case| String::from_utf8(case.body).ok());
    let outside_of_strings = texts.flat_map(|text| text.split('"').step_by(2).map(str::to_owned).collect::<Vec<_>>());
    let words = outside_of_strings
        .flat_map(|part| part.split([',', ':', '[', ']', '{', '}', ' ', '\n']).map(str::to_owned).collect::<Vec<_>>());
    words.filter(|word| word.contains(|character: char| character.is_ascii_digit()))
}

#[test]
fn each_number_is_the_same_in_each_buffer() {
    let additional = [
        "5.0",
        "5e0",
        "5E+0",
        "50e-1",
        "0.5e1",
        "5.00000000000000000000",
        "7.0",
        "7e0",
        "-0",
        "-0.0",
        "0",
        "5.5",
        "-5",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "36893488147419103232",
        "5e300",
        "1e400",
        "-1e400",
        "1e-400",
        "12.000000000000001",
        "00",
        "5.",
        "+5",
    ];
    let numbers: std::collections::BTreeSet<_> = numbers_of_cases().chain(additional.map(str::to_owned)).collect();
    assert!(numbers.len() > 40, "{numbers:?}");
    for number in numbers.into_iter().filter(|number| reads_numbers_exactly(number)) {
        for unit in ["min", "hour"] {
            let body = EXAMPLE
                .replace("\"period\" : 5", &format!("\"period\" : {number}"))
                .replace("\"min\"", &format!("\"{unit}\""));
            assert_agrees(&body);
        }
        for (member, with_number) in [
            ("\"cycle\"", number.clone()),
            ("\"fileprefixname\"", number.clone()),
            ("[ \"", format!("[ {number}, \"")),
            ("\"true\"", number.clone()),
        ] {
            assert!(EXAMPLE.contains(member), "{member}");
            assert_agrees(&EXAMPLE.replacen(member, &with_number, 1));
        }
    }
}

#[test]
fn each_case_is_the_same_in_each_buffer() {
    let mut compared = 0;
    for case in cases::all() {
        let Ok(text) = std::str::from_utf8(&case.body) else { continue };
        // Serde's buffers decode ignored values, too.
        let is_buffered = matches!(serde_json::from_str(&with_tag_if_object(text)), Ok(Value::Object(_)));
        let is_json = !matches!(CreateLogDumpObsRequestBody::from_json(text.as_bytes()), Err(Rejection::NotJson(_)));
        if is_buffered && is_json && !text.contains("$serde_json::private::") && reads_numbers_exactly(text) {
            assert_agrees(text);
            compared += 1;
        }
    }
    assert!(compared > 380, "{compared}");
}

fn with_tag_if_object(text: &str) -> String {
    if text.trim_start().starts_with('{') { with_tag(text) } else { text.to_owned() }
}

/// `docs/conversions.md` warns of this.
#[test]
fn a_flattened_option_is_none_if_the_body_is_invalid() {
    let read = |text: &str| serde_json::from_str::<Flat<Option<CreateLogDumpObsRequestBody>>>(&with_tag(text)).unwrap();
    assert!(read(EXAMPLE).body.is_some());
    assert!(read(&EXAMPLE.replace("RAW", "raw")).body.is_none());
    assert!(read("{}").body.is_none());
    let all: FlatAll = serde_json::from_str(&with_tag(&EXAMPLE.replace("RAW", "raw"))).unwrap();
    assert_eq!(all.body, Err(Violation::UnlistedStorageFormat.into()));
}
