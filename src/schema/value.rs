//! The schemas of single values.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use crate::api_reference::{ErrorCode, Field, Location, Period, Shape};
use crate::value::ContentType;
use schemars::{Schema, json_schema};

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
    let mut pattern = String::from("^");
    for character in ContentType.as_str().chars() {
        let (upper, lower) = (character.to_ascii_uppercase(), character.to_ascii_lowercase());
        // Infallible: writing to a string does not fail.
        let _ = if upper == lower { write!(pattern, "{character}") } else { write!(pattern, "[{upper}{lower}]") };
    }
    pattern.push('$');
    json_schema!({
        "type": "string",
        "minLength": ContentType::LEN,
        "maxLength": ContentType::LEN,
        "pattern": pattern,
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
        Shape::Token { min, max } => token(min, max),
        Shape::MediaType => content_type(),
    }
}

/// Returns the schema of a member of the body, which accepts null if the member is optional.
///
/// Other fields have none.
pub(super) fn member(field: Field) -> Option<Schema> {
    let schema = of(field.shape());
    (field.location() == Location::Body).then(|| if field.is_mandatory() { schema } else { or_null(schema) })
}

fn or_null(mut schema: Schema) -> Schema {
    if let Some(name) = schema.get("type").cloned() {
        schema.insert("type".into(), [name, "null".into()].into());
    }
    schema
}
