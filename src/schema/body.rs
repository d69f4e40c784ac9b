//! The schemas of bodies.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::{rules, value};
use crate::api_reference::{Field, Location, StorageFormat, Violation};
use crate::error::CreateLogDumpObsResponseBody;
use crate::error::ErrorBody;
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, SWITCH_ON_DEFAULT};
use crate::value::LogDumpObsId;

/// The example request of the API reference.
const EXAMPLE: &str = include_str!("../../examples/request.json");

/// The body of a request.
///
/// Editors and code generators read `properties`. `allOf` has one rule per error, in the order of the errors. There is no
/// `type` beside the rules, because some validators would stop there.
pub(super) fn request() -> Schema {
    let example = example();
    let members = Field::ALL.iter().filter(|field| field.location() == Location::Body);
    let mandatory: Vec<_> = members.clone().filter(|field| field.is_mandatory()).map(|field| field.name()).collect();
    let properties: Map<_, _> = members
        .filter_map(|field| {
            let schema = value::member(*field)?;
            Some((field.name().into(), annotated(*field, schema, example.get(field.name()))))
        })
        .collect();
    json_schema!({
        "description": format!(
            "The body of {} {}, Creating a Log Transfer Task (Old Version).",
            CreateLogDumpObsRequest::METHOD,
            CreateLogDumpObsRequest::PATH_TEMPLATE
        ),
        "required": mandatory,
        "properties": properties,
        "allOf": rules::all(),
        "examples": [example],
    })
}

/// The members of the example request, as this crate writes them: `switch_on` is a boolean.
fn example() -> Map<String, Value> {
    let written = CreateLogDumpObsRequestBody::from_json(EXAMPLE.as_bytes()).map(serde_json::to_value);
    match written {
        Ok(Ok(Value::Object(members))) => members,
        _ => Map::new(),
    }
}

/// Adds title, description, default and example to the schema of a member.
fn annotated(field: Field, mut schema: Schema, example: Option<&Value>) -> Value {
    schema.insert("title".into(), format!("{field:?}").into());
    schema.insert("description".into(), format!("{} Accepted: {}", field.description(), expected(field)).into());
    if field == Field::SwitchOn {
        schema.insert("default".into(), SWITCH_ON_DEFAULT.into());
    }
    if let Some(example) = example {
        schema.insert("examples".into(), json!([example]));
    }
    schema.to_value()
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
    json_schema!({
        "description": format!(
            "The response to a request that created a transfer task. Its HTTP status is {}.",
            CreateLogDumpObsResponseBody::HTTP_STATUS
        ),
        "type": "object",
        "required": [CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID],
        "properties": { CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID: id_of_task() },
    })
}

fn id_of_task() -> Schema {
    let mut schema = value::id(LogDumpObsId::LEN);
    schema.insert("title".into(), "LogDumpObsId".into());
    schema.insert("description".into(), "Transfer task ID.".into());
    schema
}

/// An error. Its code may be one that the API reference does not list.
pub(super) fn error() -> Schema {
    let mut code = value::error_code();
    code.insert("title".into(), "ErrorCode".into());
    code.insert("description".into(), "Error code.".into());
    json_schema!({
        "description": "An error. Its HTTP status may be any, 200 included.",
        "type": "object",
        "required": [ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG],
        "properties": {
            ErrorBody::ERROR_CODE: code,
            ErrorBody::ERROR_MSG: { "title": "ErrorMsg", "description": "Error message.", "type": "string" },
        },
    })
}
