//! The schemas of values and bodies, with a rule for each error of a request body.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use crate::api_reference::{ErrorCode, Field, Location, Period, PeriodUnit, Shape, StorageFormat, Violation};
use crate::error::{ApiError, CreateLogDumpObsResponseBody, ErrorBody};
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, SWITCH_ON_DEFAULT};
use crate::value::{ContentType, LogDumpObsId};

/// Writes a set of characters as the class of a regular expression. The hyphen is last, because elsewhere it makes a range.
fn class(characters: &str) -> String {
    let (hyphen, others): (Vec<_>, Vec<_>) = characters.split(' ').partition(|part| *part == "-");
    [others, hyphen].concat().concat()
}

pub(super) fn id(len: usize) -> Schema {
    json_schema!({
        "type": "string",
        "minLength": len,
        "maxLength": len,
        // The lengths are needed too, because in some languages `$` also matches before a final line feed.
        "pattern": format!("^[{}]{{{len}}}$", class(limit!(unreserved))),
    })
}

pub(super) fn error_code() -> Schema {
    let listed: Vec<_> = ErrorCode::LISTED.iter().map(ErrorCode::as_str).collect();
    json_schema!({ "type": "string", "examples": listed })
}

fn content_type() -> Schema {
    let either_case = |character: char| match (character.to_ascii_uppercase(), character.to_ascii_lowercase()) {
        (upper, lower) if upper == lower => upper.to_string(),
        (upper, lower) => format!("[{upper}{lower}]"),
    };
    let pattern: String = ContentType.as_str().chars().map(either_case).collect();
    json_schema!({
        "type": "string",
        "minLength": ContentType::LEN,
        "maxLength": ContentType::LEN,
        "pattern": format!("^{pattern}$"),
        "examples": [ContentType.as_str()],
    })
}

/// Returns the schema of the values of a shape.
pub(super) fn of(shape: Shape) -> Schema {
    match shape {
        Shape::Id { len } => id(len),
        Shape::Ids { len } => json_schema!({ "type": "array", "minItems": 1, "items": id(len) }),
        Shape::Name { min, max } => json_schema!({ "type": "string", "minLength": min, "maxLength": max }),
        Shape::Listed(values) => json_schema!({ "type": "string", "enum": values }),
        // No null inside of an `enum`, because code generators reject it.
        Shape::Switch => {
            let texts = [true, false].map(|value| value.to_string());
            json_schema!({ "anyOf": [{ "type": ["boolean", "null"] }, { "enum": texts }] })
        }
        Shape::Integer => json_schema!({ "type": "integer" }),
        Shape::Interval => json_schema!({ "type": "string", "enum": Period::ALL }),
        Shape::Token { min, max } => json_schema!({
            "type": "string",
            "minLength": min,
            "maxLength": max,
            // No `^…$`, because in some languages `$` also matches before a final line feed.
            "not": { "pattern": format!("[^{}]", class(limit!(visible))) },
        }),
        Shape::MediaType => content_type(),
    }
}

/// Returns the schema of a member of the body, which accepts null if the member is optional.
fn member(field: Field) -> Schema {
    let mut schema = of(field.shape());
    if let (false, Some(name)) = (field.is_mandatory(), schema.get("type").cloned()) {
        schema.insert("type".into(), [name, "null".into()].into());
    }
    schema
}

/// The body of a request.
///
/// Editors and code generators read `properties`. `allOf` has one rule per error, in the order of the errors. There is no
/// `type` beside the rules, because some validators would stop there.
pub(super) fn request() -> Schema {
    // The example of the API reference, as this crate writes it: `switch_on` is a boolean.
    let example = CreateLogDumpObsRequestBody::from_json(include_str!("../../examples/request.json")).ok();
    let example = serde_json::to_value(example).unwrap_or_default();
    let members = Field::ALL.iter().copied().filter(|field| field.location() == Location::Body);
    let mandatory: Vec<_> = members.clone().filter(|field| field.is_mandatory()).map(Field::name).collect();
    let properties: Map<_, _> =
        members.map(|field| (field.name().into(), annotated(field, example.get(field.name())).into())).collect();
    let (method, path) = (CreateLogDumpObsRequest::METHOD, CreateLogDumpObsRequest::PATH_TEMPLATE);
    json_schema!({
        "description": format!("The body of {method} {path}, Creating a Log Transfer Task (Old Version)."),
        "required": mandatory,
        "properties": properties,
        "allOf": rules(),
        "examples": [example],
    })
}

/// Returns the schema of a member with title, description, default and example.
fn annotated(field: Field, example: Option<&Value>) -> Schema {
    let description = format!("{} Accepted: {}", field.description(), expected(field));
    let mut schema = titled(member(field), &format!("{field:?}"), &description);
    let default = (field == Field::SwitchOn).then(|| ("default".into(), SWITCH_ON_DEFAULT.into()));
    let examples = example.map(|example| ("examples".into(), json!([example])));
    schema.ensure_object().extend(default.into_iter().chain(examples));
    schema
}

fn titled(mut schema: Schema, title: &str, description: &str) -> Schema {
    schema.insert("title".into(), title.into());
    schema.insert("description".into(), description.into());
    schema
}

/// Describes the accepted values.
fn expected(field: Field) -> String {
    let by_itself = field.violations().first().map_or("", |violation| violation.expected());
    match field {
        Field::Period => format!("{by_itself}, with its unit one of {}", Violation::UnlistedPeriod.expected()),
        // No `default` annotation: code generators would make the mandatory member optional.
        Field::StorageFormat => {
            let default = StorageFormat::default();
            format!("{by_itself}. The member is mandatory, although the API reference names {default} as its default")
        }
        _ => by_itself.into(),
    }
}

/// The response to a request that created a task.
pub(super) fn response() -> Schema {
    let status = CreateLogDumpObsResponseBody::HTTP_STATUS;
    json_schema!({
        "description": format!("The response to a request that created a transfer task. Its HTTP status is {status}."),
        "type": "object",
        "required": [CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID],
        "properties": {
            CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID:
                titled(id(LogDumpObsId::LEN), "LogDumpObsId", "Transfer task ID."),
        },
    })
}

/// An error. Its code may be one that the API reference does not list.
pub(super) fn error() -> Schema {
    json_schema!({
        "description": "An error. Its HTTP status may be any, 200 included.",
        "type": "object",
        "required": [ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG],
        "properties": {
            ErrorBody::ERROR_CODE: titled(error_code(), "ErrorCode", "Error code."),
            ErrorBody::ERROR_MSG: { "title": "ErrorMsg", "description": "Error message.", "type": "string" },
        },
    })
}

/// Returns the rules in the order of their errors.
fn rules() -> Vec<Value> {
    let not_json = rule(&json!(true), &json!({ "type": "object" }), None, &ApiError::NotJson);
    core::iter::once(not_json).chain(Violation::ALL.iter().copied().filter_map(of_violation)).collect()
}

fn rule(condition: &Value, requirement: &Value, field: Option<Field>, error: &ApiError) -> Value {
    json!({
        "if": condition,
        "then": requirement,
        "x-lts-error": { "field": field.map(Field::name), "error_code": error.code(), "error_msg": error.message() },
    })
}

fn of_violation(violation: Violation) -> Option<Value> {
    let field = violation.field();
    let name = field.name();
    let (condition, requirement) = match field.location() {
        Location::Path | Location::Header => return None,
        Location::Combination => (json!(true), combination()),
        Location::Body => {
            let mut schema = member(field);
            let (types, listed) = (json!({ "type": schema.get("type") }), schema.remove("enum"));
            let is_object = json!({ "type": "object" });
            if violation.code() == ErrorCode::Lts1901 {
                let is_string = json!({ "type": "object", "required": [name], "properties": { name: types } });
                (is_string, json!({ "properties": { name: { "enum": listed } } }))
            } else if field.is_mandatory() {
                (is_object, json!({ "required": [name], "properties": { name: schema } }))
            } else {
                (is_object, json!({ "properties": { name: schema } }))
            }
        }
    };
    Some(rule(&condition, &requirement, Some(field), &violation.into()))
}

/// Demands that `period` is listed for its unit.
///
/// It applies only if both members are valid, so that one mistake is reported once. It has an `if` for each unit instead of
/// `anyOf`, because code generators turn `anyOf` into a union, and validators report only that no schema is valid.
fn combination() -> Value {
    let of_unit = |otherwise: Option<Value>, unit: &PeriodUnit| {
        let numbers: Vec<_> = Period::ALL.iter().filter(|period| period.unit() == *unit).map(|p| p.number()).collect();
        let mut choice = json_schema!({
            "if": {
                "required": [Field::PeriodUnit.name()],
                "properties": {
                    Field::Period.name(): { "type": "integer" },
                    Field::PeriodUnit.name(): { "const": unit },
                },
            },
            "then": { "properties": { Field::Period.name(): { "enum": numbers } } },
        });
        choice.ensure_object().extend(otherwise.map(|otherwise| ("else".into(), otherwise)));
        Some(choice.to_value())
    };
    PeriodUnit::ALL.iter().rev().fold(None, of_unit).into()
}
