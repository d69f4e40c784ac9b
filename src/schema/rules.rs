//! One rule for each error of a body, in the order of the table: it fails when the error applies, and carries it.

use alloc::vec::Vec;

use schemars::Schema;
use serde_json::{Value, json};

use super::value;
use crate::api_reference::{ErrorCode, Field, Location, Period, PeriodUnit, Violation};
use crate::error::ApiError;

/// All rules. The position of a rule is that of its error among all errors of a body.
pub(super) fn all() -> Vec<Value> {
    let not_json = rule(&json!(true), &json!({ "type": "object" }), None, &ApiError::NotJson);
    core::iter::once(not_json).chain(Violation::ALL.iter().copied().filter_map(of_violation)).collect()
}

/// What the keyword is called that a rule carries its error under.
const ERROR: &str = "x-lts-error";

fn rule(condition: &Value, requirement: &Value, field: Option<Field>, error: &ApiError) -> Value {
    json!({
        "if": condition,
        "then": requirement,
        ERROR: { "field": field.map(Field::name), "error_code": error.code(), "error_msg": error.message() },
    })
}

fn of_violation(violation: Violation) -> Option<Value> {
    let field = violation.field();
    let (condition, requirement) = match field.location() {
        Location::Path | Location::Header => return None,
        Location::Combination => (json!(true), combination()),
        Location::Body => {
            let schema = value::member(field)?;
            if violation.code() == ErrorCode::Lts1901 {
                (has(field, &only(&schema, "type")), of(field, &only(&schema, "enum")))
            } else {
                (json!({ "type": "object" }), provided(field, &without(schema, "enum")))
            }
        }
    };
    Some(rule(&condition, &requirement, Some(field), &violation.into()))
}

/// One keyword of a schema.
fn only(schema: &Schema, keyword: &str) -> Value {
    json!({ keyword: schema.get(keyword) })
}

fn without(mut schema: Schema, keyword: &str) -> Value {
    schema.remove(keyword);
    schema.to_value()
}

fn of(field: Field, schema: &Value) -> Value {
    json!({ "properties": { field.name(): schema } })
}

/// The member is as documented, and is there if it is mandatory.
fn provided(field: Field, schema: &Value) -> Value {
    if field.is_mandatory() {
        json!({ "required": [field.name()], "properties": { field.name(): schema } })
    } else {
        of(field, schema)
    }
}

/// The body is an object and has the member.
fn has(field: Field, schema: &Value) -> Value {
    json!({ "type": "object", "required": [field.name()], "properties": { field.name(): schema } })
}

/// The intervals: `period` is one of those that its unit allows.
///
/// The combination is judged where both of its members are good, so that one mistake shows once. An `if` for each unit,
/// not an `anyOf`: code generators make a union of that, and people would read that "no schema" is valid.
fn combination() -> Value {
    let of_unit = |otherwise: Option<Value>, unit: &PeriodUnit| {
        let numbers: Vec<_> = Period::ALL.iter().filter(|period| period.unit() == *unit).map(|p| p.period()).collect();
        let mut choice = json!({
            "if": {
                "required": [Field::PeriodUnit.name()],
                "properties": {
                    Field::Period.name(): { "type": "integer" },
                    Field::PeriodUnit.name(): { "const": unit },
                },
            },
            "then": { "properties": { Field::Period.name(): { "enum": numbers } } },
        });
        if let (Some(choice), Some(otherwise)) = (choice.as_object_mut(), otherwise) {
            choice.insert("else".into(), otherwise);
        }
        Some(choice)
    };
    PeriodUnit::ALL.iter().rev().fold(None, of_unit).into()
}
