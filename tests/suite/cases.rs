//! The language-neutral cases of `tests/cases`; its README describes them.

use std::fs;
use std::path::{Path, PathBuf};

use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody, Field, Location, Rejection, Violation};
use serde_json::{Map, Value};

/// All files of cases, those that `generated` makes included.
const FILES: [&str; 5] = ["json-text", "members", "boundaries", "intervals", "precedence"];

pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name).with_extension("json")
}

pub(crate) fn read(name: &str) -> Value {
    let path = path(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A case, its body and what comes out worked out.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) body: Vec<u8>,
    /// The wire form, or the names of the errors.
    pub(crate) expected: Result<String, Vec<String>>,
}

pub(crate) fn all() -> Vec<Case> {
    let base = read("base");
    let of_file = |file| read(file).as_array().unwrap().iter().map(|case| Case::new(file, case, &base)).collect();
    FILES.into_iter().flat_map::<Vec<_>, _>(of_file).collect()
}

impl Case {
    fn new(file: &str, case: &Value, base: &Value) -> Self {
        let body = if let Some(text) = case["text"].as_str() {
            text.into()
        } else if let Some(parts) = case["parts"].as_array() {
            parts.iter().map(|part| part[0].as_str().unwrap().repeat(count(&part[1]))).collect::<String>().into()
        } else if let Some(hex) = case["hex"].as_str() {
            hex.as_bytes().chunks(2).map(hex_byte).collect()
        } else {
            serde_json::to_vec(&changed(&base["body"], case)).unwrap()
        };
        let expected = match case["refused"].as_array() {
            None => Ok(wire_text(&changed(&base["wire"], &case["accepted"]))),
            Some(names) => Err(names.iter().map(|name| name.as_str().unwrap().into()).collect()),
        };
        Self { id: format!("{file}: {}", case["id"].as_str().unwrap()), body, expected }
    }
}

fn count(value: &Value) -> usize {
    value.as_u64().unwrap().try_into().unwrap()
}

fn hex_byte(digits: &[u8]) -> u8 {
    u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap()
}

/// An object after `set` and `remove`.
fn changed(object: &Value, change: &Value) -> Map<String, Value> {
    let mut members = object.as_object().unwrap().clone();
    members.extend(change["set"].as_object().cloned().unwrap_or_default());
    for name in change["remove"].as_array().into_iter().flatten() {
        members.remove(name.as_str().unwrap());
    }
    members
}

/// The members in the order of the page, whatever order a `Map` has.
fn wire_text(members: &Map<String, Value>) -> String {
    let of_body = Field::ALL.iter().filter(|field| field.location() == Location::Body);
    let members: Vec<_> =
        of_body.filter_map(|field| Some(format!("\"{}\":{}", field.name(), members.get(field.name())?))).collect();
    format!("{{{}}}", members.join(","))
}

/// What the cases call an error.
pub(crate) fn name_of(violation: Violation) -> String {
    format!("{} {}", violation.field(), violation.code())
}

fn names_of(rejection: &Rejection) -> Vec<String> {
    match rejection {
        Rejection::NotJson(_) => vec![ApiError::NotJson.code().to_string()],
        Rejection::Violations(violations) => violations.iter().map(name_of).collect(),
    }
}

#[test]
fn every_case_comes_out_as_expected() {
    let errors = read("errors");
    for case in all() {
        let verdict = CreateLogDumpObsRequestBody::from_json(&case.body);
        if let Err(rejection) = &verdict {
            // The answer of a server is the first error, word for word.
            let answer = serde_json::to_value(ErrorBody::from(rejection)).unwrap();
            let expected = &errors[&names_of(rejection)[0]];
            assert_eq!(answer["error_code"], expected["error_code"], "{}", case.id);
            assert_eq!(answer["error_msg"], expected["error_msg"], "{}", case.id);
            assert_eq!(rejection.to_string(), expected["error_msg"].as_str().unwrap(), "{}", case.id);
        }
        let verdict = verdict.map(|body| serde_json::to_string(&body).unwrap());
        assert_eq!(verdict.map_err(|rejection| names_of(&rejection)), case.expected, "{}", case.id);
    }
}

#[test]
fn every_error_of_the_body_has_a_case() {
    let shown: Vec<_> = all().into_iter().filter_map(|case| case.expected.err()).flatten().collect();
    for name in read("errors").as_object().unwrap().keys() {
        assert!(shown.contains(name), "no case shows {name}");
    }
}

#[test]
fn what_is_accepted_is_written_so_that_it_reads_back_the_same() {
    for case in all() {
        let Ok(wire) = case.expected else { continue };
        let body = CreateLogDumpObsRequestBody::from_json(&case.body).unwrap();
        assert_eq!(CreateLogDumpObsRequestBody::from_json(wire.as_bytes()), Ok(body), "{}", case.id);
    }
}
