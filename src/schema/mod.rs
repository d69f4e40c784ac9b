//! The JSON Schema of the wire types.
//!
//! All of it follows from the rows of the parameters.

mod body;

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::api_reference::{ErrorCode, Field, Location, Period, PeriodUnit, Shape, StorageFormat, TransferType};
use crate::error::{CreateLogDumpObsResponseBody, ErrorBody};
use crate::request::CreateLogDumpObsRequestBody;
use crate::value::{
    AuthToken, ContentType, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    PrefixName, ProjectId,
};

/// Writes a set of characters as the class of a regular expression. The hyphen is last, because elsewhere it makes a range.
fn class(characters: &str) -> String {
    let (hyphen, others): (Vec<_>, Vec<_>) = characters.split(' ').partition(|part| *part == "-");
    [others, hyphen].concat().concat()
}

fn id(len: usize) -> Schema {
    json_schema!({
        "type": "string",
        "minLength": len,
        "maxLength": len,
        // The lengths are needed too, because in some languages `$` also matches before a final line feed.
        "pattern": format!("^[{}]{{{len}}}$", class(limit!(unreserved))),
    })
}

fn error_code() -> Schema {
    let listed: Vec<_> = ErrorCode::LISTED.iter().map(ErrorCode::as_str).collect();
    json_schema!({ "type": "string", "examples": listed })
}

fn token(min: usize, max: usize) -> Schema {
    json_schema!({
        "type": "string",
        "minLength": min,
        "maxLength": max,
        // No `^…$`, for the same reason as above.
        "not": { "pattern": format!("[^{}]", class(limit!(visible))) },
    })
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
fn of(shape: Shape) -> Schema {
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
        Shape::Token { min, max } => token(min, max),
        Shape::MediaType => content_type(),
    }
}

/// Returns the schema of a member of the body, which accepts null if the member is optional.
///
/// Other fields have none.
fn member(field: Field) -> Option<Schema> {
    let schema = of(field.shape());
    (field.location() == Location::Body).then(|| if field.is_mandatory() { schema } else { or_null(schema) })
}

fn or_null(mut schema: Schema) -> Schema {
    if let Some(name) = schema.get("type").cloned() {
        schema.insert("type".into(), [name, "null".into()].into());
    }
    schema
}

/// Implements [`JsonSchema`] for types. Schemas are inline, so that readers need not follow references.
macro_rules! schemas {
    ($($name:ident: $schema:expr;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

/// Types that are named after the field that they are the value of.
macro_rules! of_fields {
    ($($name:ident),+) => {
        schemas! { $($name: of(Field::$name.shape());)+ }
    };
}

of_fields!(
    AuthToken,
    ContentType,
    ProjectId,
    LogGroupId,
    LogStreamIds,
    ObsBucketName,
    PrefixName,
    DirPrefixName,
    TransferType,
    StorageFormat,
    PeriodUnit
);

schemas! {
    LogStreamId: id(LogStreamId::LEN);
    LogDumpObsId: id(LogDumpObsId::LEN);
    Period: of(Field::PeriodAndUnit.shape());
    ErrorCode: error_code();
    ErrorBody: body::error();
    CreateLogDumpObsRequestBody: body::request();
    CreateLogDumpObsResponseBody: body::response();
}
