//! The errors of a body according to the crate, to the JSON Schema and to an independent reader, and what to compare them on.

pub mod bounds;
#[path = "../../suite/case.rs"]
mod case;
pub mod compare;
mod documents;
pub mod exhaustive;
pub mod reader;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody, Rejection};
use serde_json::Value;

pub use documents::{Documents, random_documents};

/// The ordered errors of a document, as the crate finds them.
#[must_use]
pub fn errors_of_crate(document: &[u8]) -> Vec<ErrorBody> {
    match CreateLogDumpObsRequestBody::from_json(document) {
        Ok(_) => Vec::new(),
        Err(Rejection::NotJson(_)) => vec![ApiError::NotJson.into()],
        Err(Rejection::Violations(violations)) => violations.into_iter().map(ErrorBody::from).collect(),
    }
}

/// The names and bodies of the cases, as far as the schema can judge them.
///
/// What is no JSON, or no I-JSON, is the business of the parser.
pub fn cases() -> impl Iterator<Item = (String, Value)> {
    case::all().into_iter().filter_map(|case| {
        let value: Value = serde_json::from_slice(&case.body).ok()?;
        let is_judged = !value.is_object() || case.expected != Err(vec![ApiError::NotJson.code().to_string()]);
        is_judged.then_some((case.id, value))
    })
}

/// The names and bodies of all cases.
pub fn bodies_of_cases() -> impl Iterator<Item = (String, Vec<u8>)> {
    case::all().into_iter().map(|case| (case.id, case.body))
}

/// A JSON Schema with rules.
pub struct Rules {
    schema: Value,
    validator: Validator,
}

impl Rules {
    /// # Panics
    ///
    /// When it is no JSON Schema.
    #[must_use]
    pub fn new(schema: Value) -> Self {
        let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
        Self { schema, validator }
    }

    /// Whether the schema accepts a document.
    #[must_use]
    pub fn accept(&self, document: &Value) -> bool {
        self.validator.is_valid(document)
    }

    /// The ordered errors of a document: those of the rules that fail.
    ///
    /// # Panics
    ///
    /// When a rule that fails carries no error.
    #[must_use]
    pub fn errors(&self, document: &Value) -> Vec<ErrorBody> {
        let failed: BTreeSet<usize> = self
            .validator
            .iter_errors(document)
            .filter_map(|error| error.schema_path().as_str().strip_prefix("/allOf/")?.split('/').next()?.parse().ok())
            .collect();
        let error_of = |rule: usize| ErrorBody {
            error_code: self.text(rule, "error_code").into(),
            error_msg: self.text(rule, "error_msg").to_owned().into(),
        };
        failed.into_iter().map(error_of).collect()
    }

    fn text(&self, rule: usize, name: &str) -> &str {
        self.schema["allOf"][rule]["x-lts-error"][name].as_str().expect("a rule carries an error")
    }
}

/// A committed file of `schema/`.
///
/// # Panics
///
/// When it cannot be read.
#[must_use]
pub fn schema(name: &str) -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema/").to_owned() + name;
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether the committed schema agrees with the crate on the document that these bytes choose.
///
/// # Panics
///
/// When it does not.
pub fn schema_agrees(choices: &[u8]) {
    static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::new(schema("request-body.json")));

    let mut choices = choices.iter();
    let choose = |below| choices.next().map_or(0, |choice| usize::from(*choice) % below);
    let document = Documents::new(choose).next().expect("documents do not end");
    let expected = errors_of_crate(document.to_string().as_bytes());
    assert_eq!(RULES.errors(&document), expected, "{document}");
    assert_eq!(RULES.accept(&document), expected.is_empty(), "{document}");
}

/// The Rust snippet of `schema/README.md`, compiled and run as it stands there.
#[cfg(doctest)]
#[doc = include_str!("../../../schema/README.md")]
struct Readme;
