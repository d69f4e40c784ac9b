//! Compares the errors of the crate, of its JSON Schema and of the independent reader, and generates the bodies to compare.

mod documents;
pub mod exhaustive;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use contract::cases;
use jsonschema::Validator;
use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody, Rejection};
use serde_json::Value;

pub use documents::{Documents, random_documents};

/// Returns the errors that the crate finds in a document, in order.
#[must_use]
pub fn errors_of_crate(document: &[u8]) -> Vec<ErrorBody> {
    match CreateLogDumpObsRequestBody::from_json(document) {
        Ok(_) => Vec::new(),
        Err(Rejection::NotJson(_)) => vec![ApiError::NotJson.into()],
        Err(Rejection::Violations(violations)) => violations.into_iter().map(ErrorBody::from).collect(),
    }
}

/// Returns the IDs and documents of the cases that a schema can validate.
///
/// A parser rejects the others, because they are not JSON or not I-JSON.
pub fn documents_of_cases() -> impl Iterator<Item = (String, Value)> {
    cases::all().into_iter().filter_map(|case| {
        let value: Value = serde_json::from_slice(&case.body).ok()?;
        let is_readable = !value.is_object() || case.expected != Err(vec![ApiError::NotJson.code().to_string()]);
        is_readable.then_some((case.id, value))
    })
}

/// A JSON Schema whose rules carry errors.
pub struct Rules {
    schema: Value,
    validator: Validator,
}

impl Rules {
    /// Compiles a schema.
    ///
    /// # Panics
    ///
    /// If it is not a JSON Schema.
    #[must_use]
    pub fn new(schema: Value) -> Self {
        let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
        Self { schema, validator }
    }

    /// Returns whether the schema accepts a document.
    #[must_use]
    pub fn accept(&self, document: &Value) -> bool {
        self.validator.is_valid(document)
    }

    /// Returns the errors of the rules that a document violates, in order.
    ///
    /// # Panics
    ///
    /// If such a rule carries no error.
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

/// Reads a committed file in `schema/`.
///
/// # Panics
///
/// If it cannot be read.
#[must_use]
pub fn schema(name: &str) -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema/").to_owned() + name;
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Compares the committed schemas with the crate on the document that these bytes choose.
///
/// # Panics
///
/// If the errors of the rules or the verdict of the types differ.
pub fn schema_agrees(choices: &[u8]) {
    static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::new(schema("request-body.json")));
    static TYPES: LazyLock<Rules> = LazyLock::new(|| Rules::new(schema("request-body.types.json")));

    let mut choices = choices.iter();
    let choose = |below| choices.next().map_or(0, |choice| usize::from(*choice) % below);
    let document = Documents::new(choose).next().expect("the sequence is endless");
    let expected = errors_of_crate(document.to_string().as_bytes());
    assert_eq!(RULES.errors(&document), expected, "{document}");
    assert_eq!(RULES.accept(&document), expected.is_empty(), "{document}");
    assert_eq!(TYPES.accept(&document), expected.is_empty(), "{document}");
}

/// Compiles and runs the Rust snippet in `schema/README.md`.
#[cfg(doctest)]
#[doc = include_str!("../../../schema/README.md")]
struct Readme;
