//! One rule for each error of a body, in the order of the table. A rule fails if a body has its error.

use alloc::vec::Vec;

use schemars::Schema;
use serde_json::{Value, json};

use super::value;
use crate::api_reference::{ErrorCode, Field, Location, Period, PeriodUnit, Violation};
use crate::error::ApiError;

/// Returns the rules in the order of their errors.
pub(super) fn all() -> Vec<Value> {
    let not_json = rule(&json!(true), &json!({ "type": "object" }), None, &ApiError::NotJson);
    core::iter::once(not_json).chain(Violation::ALL.iter().copied().filter_map(of_violation)).collect()
}

/// The keyword for the error of a rule.
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

/// Returns a schema with one keyword of another.
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

/// Demands that the member is valid, and present if it is mandatory.
fn provided(field: Field, schema: &Value) -> Value {
    if field.is_mandatory() {
        json!({ "required": [field.name()], "properties": { field.name(): schema } })
    } else {
        of(field, schema)
    }
}

/// Demands that the body is an object with the member.
fn has(field: Field, schema: &Value) -> Value {
    json!({ "type": "object", "required": [field.name()], "properties": { field.name(): schema } })
}

/// Demands that `period` is listed for its unit.
///
/// It applies only if both members are valid, so that one mistake shows once. It has an `if` for each unit and no `anyOf`:
/// code generators would make a union, and the message of a validator would only be "no schema is valid".
fn combination() -> Value {
    let of_unit = |otherwise: Option<Value>, unit: &PeriodUnit| {
        let numbers: Vec<_> = Period::ALL.iter().filter(|period| period.unit() == *unit).map(|p| p.number()).collect();
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
