//! `Deserialize` where it was once wrong: what a document can hold, and what an error may say.

use lts_log_dump::{CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, Period, Violation};
use serde::Deserialize;

const EXAMPLE: &str = include_str!("../../examples/request.json");

/// The name under which `serde_json` hands out a number with its feature `arbitrary_precision`.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// The example with other texts in the place of its interval's number, and of its first brace.
fn example(period: &str, start: &str) -> String {
    assert!(EXAMPLE.contains("\"period\" : 5"));
    EXAMPLE.replace("\"period\" : 5", &format!("\"period\" : {period}")).replacen('{', &format!("{{{start}"), 1)
}

#[test]
fn an_object_with_the_name_of_serde_jsons_numbers_is_no_number() {
    for value in ["\"\\u0035\"", "\"5\"", "5", "1e400", "\"\\ud800\"", "null", "[[]]", "{\"a\":{}}"] {
        let body = example(&format!("{{\"{NUMBER_TOKEN}\":{value}}}"), "");
        let error = serde_json::from_str::<CreateLogDumpObsRequestBody>(&body).unwrap_err();
        assert_eq!(error.to_string(), Violation::InvalidPeriod.message(), "{body}");
        let error = serde_json::from_slice::<CreateLogDumpObsRequestBody>(body.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), Violation::InvalidPeriod.message(), "{body}");
    }
}

#[test]
fn an_undocumented_member_with_the_name_of_serde_jsons_numbers_is_ignored() {
    for value in ["\"\\u0035\"", "\"5\"", "5", "1e400", "\"\\ud800\"", "null", "[[]]", "{\"a\":{}}"] {
        let body = example("5", &format!("\"{NUMBER_TOKEN}\":{value},"));
        assert!(serde_json::from_str::<CreateLogDumpObsRequestBody>(&body).is_ok(), "{body}");
        assert!(serde_json::from_slice::<CreateLogDumpObsRequestBody>(body.as_bytes()).is_ok(), "{body}");
    }
}

#[test]
fn a_body_in_a_tagged_enum_is_judged_as_alone() {
    #[derive(Debug, Deserialize)]
    #[serde(tag = "tag")]
    enum Tagged {
        Body(CreateLogDumpObsRequestBody),
    }
    let read = |body: &str| serde_json::from_str::<Tagged>(body).map_err(|error| error.to_string());

    let Tagged::Body(body) = read(&example("5", "\"tag\":\"Body\",")).unwrap();
    assert_eq!(body.period, Period::Min5);
    // With `arbitrary_precision` serde's buffer does not tell this from a number.
    if "1.0e1".parse::<serde_json::Number>().unwrap().to_string() == "10.0" {
        let number = format!("{{\"{NUMBER_TOKEN}\":\"\\u0035\"}}");
        let error = read(&example(&number, "\"tag\":\"Body\",")).unwrap_err();
        assert_eq!(error, Violation::InvalidPeriod.message());
        assert!(read(&example("5", &format!("\"tag\":\"Body\",\"{NUMBER_TOKEN}\":\"\\u0035\","))).is_ok());
    }
}

#[test]
fn a_value_in_the_place_of_an_object_is_named_by_its_type_only() {
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
