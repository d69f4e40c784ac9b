//! `Deserialize` agrees with `from_json`, except where its documentation lists a difference.

use lts_log_dump::{
    CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, Period, Rejection, Violation,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

const EXAMPLE: &str = include_str!("../../../examples/request.json");

/// With its feature `arbitrary_precision`, `serde_json` passes a number as an object with this member.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// Returns the example with another period, and with additional members at the start.
fn example(period: &str, start: &str) -> String {
    assert!(EXAMPLE.contains("\"period\" : 5"));
    EXAMPLE.replace("\"period\" : 5", &format!("\"period\" : {period}")).replacen('{', &format!("{{{start}"), 1)
}

#[test]
fn rejects_an_object_that_looks_like_a_number_of_serde_json() {
    for value in ["\"\\u0035\"", "\"5\"", "5", "1e400", "\"\\ud800\"", "null", "[[]]", "{\"a\":{}}"] {
        let body = example(&format!("{{\"{NUMBER_TOKEN}\":{value}}}"), "");
        let error = serde_json::from_str::<CreateLogDumpObsRequestBody>(&body).unwrap_err();
        assert_eq!(error.to_string(), Violation::InvalidPeriod.message(), "{body}");
        let error = serde_json::from_slice::<CreateLogDumpObsRequestBody>(body.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), Violation::InvalidPeriod.message(), "{body}");
    }
}

#[test]
fn ignores_a_member_with_the_name_that_serde_json_uses_for_numbers() {
    for value in ["\"\\u0035\"", "\"5\"", "5", "1e400", "\"\\ud800\"", "null", "[[]]", "{\"a\":{}}"] {
        let body = example("5", &format!("\"{NUMBER_TOKEN}\":{value},"));
        assert!(serde_json::from_str::<CreateLogDumpObsRequestBody>(&body).is_ok(), "{body}");
        assert!(serde_json::from_slice::<CreateLogDumpObsRequestBody>(body.as_bytes()).is_ok(), "{body}");
    }
}

/// Serde buffers the body to read the tag first.
#[derive(Debug, Deserialize)]
#[serde(tag = "tag")]
enum Tagged {
    Body(CreateLogDumpObsRequestBody),
}

#[test]
fn reads_a_body_in_a_tagged_enum() {
    let read = |body: &str| serde_json::from_str::<Tagged>(body).map_err(|error| error.to_string());

    let Tagged::Body(body) = read(&example("5", "\"tag\":\"Body\",")).unwrap();
    assert_eq!(body.period, Period::Min5);
    // With `arbitrary_precision`, serde's buffer cannot distinguish this object from a number.
    if !has_arbitrary_precision() {
        let number = format!("{{\"{NUMBER_TOKEN}\":\"\\u0035\"}}");
        let error = read(&example(&number, "\"tag\":\"Body\",")).unwrap_err();
        assert_eq!(error, Violation::InvalidPeriod.message());
        assert!(read(&example("5", &format!("\"tag\":\"Body\",\"{NUMBER_TOKEN}\":\"\\u0035\","))).is_ok());
    }
}

#[test]
fn error_for_a_value_that_is_not_an_object_names_its_type_only() {
    for (text, found) in [
        ("\"a secret\"", "string"),
        ("\"a \\u0073ecret\"", "string"),
        ("true", "boolean"),
        ("null", "null"),
        ("-5", "number"),
        ("5", "number"),
        ("5.5", "number"),
        ("[\"a secret\"]", "array"),
    ] {
        let expected = format!("invalid type: {found}, expected an object at line 1 column ");
        let errors = [
            serde_json::from_str::<CreateLogDumpObsRequestBody>(text).unwrap_err(),
            serde_json::from_str::<CreateLogDumpObsResponseBody>(text).unwrap_err(),
            serde_json::from_str::<ErrorBody>(text).unwrap_err(),
        ];
        for error in errors {
            let error = error.to_string();
            assert!(error.starts_with(&expected) && !error.contains("secret"), "{error}");
        }
    }
}

fn has_arbitrary_precision() -> bool {
    "1.0e1".parse::<serde_json::Number>().unwrap().to_string() != "10.0"
}

fn reads_numbers_exactly() -> bool {
    has_arbitrary_precision() || serde_json::from_str::<f64>("12.000000000000001").unwrap() > 12.0
}

/// A value as JSON.
#[derive(Clone, Debug)]
enum Piece {
    Number(String),
    Other(&'static str),
}

impl Piece {
    fn text(&self) -> &str {
        match self {
            Self::Number(number) => number,
            Self::Other(text) => text,
        }
    }

    /// Returns whether it has at most 15 digits times a power of ten from -22 to 22. `serde_json` reads such numbers exactly.
    fn is_short_number(&self) -> bool {
        let Self::Number(number) = self else { return true };
        let number = number.trim_start_matches('-').to_lowercase();
        let (digits, exponent) = number.split_once('e').unwrap_or((&number, "0"));
        let (integer, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let digits = format!("{integer}{fraction}");
        let exponent = exponent.parse::<i64>().unwrap() - i64::try_from(fraction.len()).unwrap();
        digits.trim_start_matches('0').len() <= 15 && (-22..=22).contains(&exponent)
    }

    fn is_within_range(&self) -> bool {
        let Self::Number(number) = self else { return true };
        number.parse::<f64>().unwrap().is_finite()
    }
}

const BASE: [(&str, &str); 10] = [
    ("log_group_id", "\"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053\""),
    ("log_stream_ids", "[\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"]"),
    ("obs_bucket_name", "\"lts-test\""),
    ("type", "\"cycle\""),
    ("storage_format", "\"RAW\""),
    ("switch_on", "\"true\""),
    ("prefix_name", "null"),
    ("dir_prefix_name", "\"\""),
    ("period", "5"),
    ("period_unit", "\"min\""),
];

fn piece() -> impl Strategy<Value = Piece> {
    let other = select(vec![
        "null",
        "false",
        "\"5\"",
        "\"\\u0052AW\"",
        "\"hour\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00!!\"",
        "[]",
        "[\"\\udfff\",{}]",
        "[[{\"\\ud800\":{}}]]",
        "{\"\\ud800\":null}",
        "{\"a\":\"\\ud800\"}",
        "{\"$serde_json::private::Number\":\"\\u0035\"}",
        "[\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\",{\"a\":[],\"\\ud800\":\"\"}]",
    ]);
    let number = select(vec![
        "5",
        "5.0",
        "50e-1",
        "0.5E1",
        "12.000000000000001",
        "1e400",
        "-1e-400",
        "1e23",
        "1.7976931348623159e308",
    ]);
    let any_number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE]-?[0-9]{1,3})?";
    prop_oneof![
        3 => other.prop_map(Piece::Other),
        2 => number.prop_map(|number| Piece::Number(number.into())),
        1 => any_number.prop_map(Piece::Number),
    ]
}

/// The members of `BASE` with some changed values and some additional members.
fn members() -> impl Strategy<Value = Vec<(&'static str, Piece)>> {
    let names: Vec<_> =
        BASE.iter().map(|(name, _)| *name).chain(["x", "\\u0074ype", "\\ud800", NUMBER_TOKEN]).collect();
    let base = subsequence(BASE.to_vec(), 9..=10);
    (base, vec((select(names), piece()), 0..4), any::<bool>()).prop_map(|(base, others, may_repeat)| {
        let of_base =
            |(name, value)| (name, if name == "period" { Piece::Number("5".into()) } else { Piece::Other(value) });
        let mut members: Vec<_> = base.into_iter().map(of_base).collect();
        for (name, value) in others {
            match members.iter_mut().find(|(known, _)| *known == name && !may_repeat) {
                Some(member) => member.1 = value,
                None => members.insert(members.len() / 2, (name, value)),
            }
        }
        members
    })
}

fn object(members: &[(&str, Piece)]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\":{}", value.text())).collect();
    format!("{{{}}}", members.join(","))
}

/// Compares a result with `from_json`. If the body is not JSON, any error is accepted.
#[track_caller]
fn assert_same(text: &str, result: Result<CreateLogDumpObsRequestBody, serde_json::Error>) {
    match (CreateLogDumpObsRequestBody::from_json(text.as_bytes()), result) {
        (Ok(expected), Ok(found)) => assert_eq!(found, expected, "{text}"),
        (Err(Rejection::Violations(expected)), Err(found)) => {
            assert_eq!(found.to_string(), expected.first().message(), "{text}");
        }
        (Err(Rejection::NotJson(_)), Err(_)) => {}
        (expected, found) => panic!("{found:?} and not {expected:?}: {text}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn deserialize_agrees_with_from_json_where_the_docs_promise_it(members in members(), end in select(vec!["", " \n", "x", "{}"])) {
        let text = object(&members) + end;
        let is_json = serde_json::from_str::<IgnoredAny>(&text).is_ok();
        // Only names with a lone surrogate contain this text.
        let has_names = !text.contains("\\ud800\":");
        let has_numbers = reads_numbers_exactly() || members.iter().all(|(_, value)| value.is_short_number());
        let result = serde_json::from_str::<CreateLogDumpObsRequestBody>(&text);
        if !is_json {
            prop_assert!(result.is_err(), "{}", text);
        } else if has_names && has_numbers {
            assert_same(&text, result);
            assert_same(&text, serde_json::from_slice(text.as_bytes()));
            assert_same(&text, serde_json::from_reader(text.as_bytes()));
            // Serde's buffers decode ignored values, too.
            let has_strings = serde_json::from_str::<Value>(&text).is_ok() && members.iter().all(|(_, value)| value.is_within_range());
            if has_strings && !(has_arbitrary_precision() && text.contains(NUMBER_TOKEN)) {
                let tagged = text.replacen('{', "{\"tag\":\"Body\",", 1);
                assert_same(&text, serde_json::from_str(&tagged).map(|Tagged::Body(body)| body));
            }
        }
    }
}

#[test]
fn deserialize_differs_from_from_json_where_the_docs_exclude_it() {
    let read =
        |text: &str| serde_json::from_str::<CreateLogDumpObsRequestBody>(text).map_err(|error| error.to_string());
    let accepts = |text: &[u8]| CreateLogDumpObsRequestBody::from_json(text).is_ok();

    // Text after an object with a violation.
    assert_eq!(read("{}x").unwrap_err(), Violation::InvalidLogGroupId.message());
    assert!(read(&(example("5", "") + "x")).unwrap_err().starts_with("trailing characters"));
    // A lone surrogate in an undocumented name.
    let body = example("5", "\"\\ud800\":0,");
    assert!(accepts(body.as_bytes()) && read(&body).is_err());
    // An ignored value that is not UTF-8.
    let body = example("5", "\"x\":\"?\",").replacen('?', "\u{e9}", 1).into_bytes();
    let broken: Vec<u8> = body.iter().copied().filter(|byte| *byte != 0xc3).collect();
    assert!(accepts(&body) && !accepts(&broken));
    assert!(serde_json::from_slice::<CreateLogDumpObsRequestBody>(&broken).is_ok());
    // A number with many digits.
    let body = example("12.000000000000001", "").replace("min", "hour");
    assert!(!accepts(body.as_bytes()));
    assert_eq!(read(&body).is_err(), reads_numbers_exactly());
    // An ignored value in serde's buffer.
    for ignored in ["1e400", "\"\\ud800\"", "[[\"\\ud800\"]]"] {
        let body = example("5", &format!("\"tag\":\"Body\",\"x\":{ignored},"));
        assert!(accepts(body.as_bytes()), "{body}");
        let is_kept_as_text = has_arbitrary_precision() && ignored == "1e400";
        assert_eq!(serde_json::from_str::<Tagged>(&body).is_err(), !is_kept_as_text, "{body}");
    }
    let deep = example("5", &format!("\"tag\":\"Body\",\"x\":{}{},", "[".repeat(200), "]".repeat(200)));
    assert!(accepts(deep.as_bytes()) && read(&deep).is_ok() && serde_json::from_str::<Tagged>(&deep).is_err());
}

#[test]
fn deserialize_all_returns_every_violation() {
    let value: Value = serde_json::from_str(EXAMPLE).unwrap();
    let accepted = CreateLogDumpObsRequestBody::deserialize_all(&value).unwrap().unwrap();
    assert_eq!(accepted, CreateLogDumpObsRequestBody::from_json(EXAMPLE.as_bytes()).unwrap());

    let wrong = EXAMPLE.replace("RAW", "raw").replace("\"min\"", "7").replace("lts-test", "é");
    let value: Value = serde_json::from_str(&wrong).unwrap();
    let violations = CreateLogDumpObsRequestBody::deserialize_all(&value).unwrap().unwrap_err();
    let expected = [Violation::InvalidObsBucketName, Violation::UnlistedStorageFormat, Violation::InvalidPeriodUnit];
    assert!(violations.iter().eq(expected), "{violations:?}");
    let mut deserializer = serde_json::Deserializer::from_str(&wrong);
    assert_eq!(CreateLogDumpObsRequestBody::deserialize_all(&mut deserializer).unwrap(), Err(violations));

    let error = CreateLogDumpObsRequestBody::deserialize_all(&Value::from("a secret")).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: string, expected an object");
    let twice = serde_yaml_ng::Deserializer::from_str("{type: cycle, \"type\": cycle}");
    let error = CreateLogDumpObsRequestBody::deserialize_all(twice).unwrap_err().to_string();
    assert!(error.starts_with("duplicate field `type`"), "{error}");
}
