//! The schemas of single values.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use crate::api_reference::{ErrorCode, Field, PeriodUnit, StorageFormat, TransferType};
use crate::value::{AuthToken, ContentType, DirPrefixName, LogGroupId, LogStreamId, ObsBucketName, PrefixName};
use schemars::{Schema, json_schema};
use serde::Serialize;

/// Returns the class of a regular expression. The hyphen is last, because elsewhere it makes a range.
fn class(characters: &str) -> String {
    let (hyphen, others): (Vec<_>, Vec<_>) = characters.split(' ').partition(|part| *part == "-");
    [others, hyphen].concat().concat()
}

pub(super) fn id(len: usize) -> Schema {
    json_schema!({
        "type": "string",
        "minLength": len,
        "maxLength": len,
        // The lengths are needed, too: in some languages `$` also matches before a line feed at the end.
        "pattern": format!("^[{}]{{{len}}}$", class(limit!(unreserved))),
    })
}

pub(super) fn ids() -> Schema {
    json_schema!({ "type": "array", "minItems": 1, "items": id(LogStreamId::LEN) })
}

pub(super) fn name(min: usize, max: usize) -> Schema {
    json_schema!({ "type": "string", "minLength": min, "maxLength": max })
}

pub(super) fn listed(values: &[impl Serialize]) -> Schema {
    json_schema!({ "type": "string", "enum": values })
}

pub(super) fn error_code() -> Schema {
    let listed: Vec<_> = ErrorCode::LISTED.iter().map(ErrorCode::as_str).collect();
    json_schema!({ "type": "string", "examples": listed })
}

pub(super) fn auth_token() -> Schema {
    json_schema!({
        "type": "string",
        "minLength": AuthToken::MIN_LEN,
        "maxLength": AuthToken::MAX_LEN,
        // `^…$` could match a line feed at the end, see above.
        "not": { "pattern": format!("[^{}]", class(limit!(visible))) },
    })
}

pub(super) fn content_type() -> Schema {
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
        "examples": [ContentType],
    })
}

/// Returns the schema of a member, or `None` if the field is not a member of the body.
///
/// An optional member may be null.
pub(super) fn member(field: Field) -> Option<Schema> {
    Some(match field {
        Field::LogGroupId => id(LogGroupId::LEN),
        Field::LogStreamIds => ids(),
        Field::ObsBucketName => name(ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN),
        Field::TransferType => listed(TransferType::ALL),
        Field::StorageFormat => listed(StorageFormat::ALL),
        // `null` is not in the `enum`, because code generators do not support it there.
        Field::SwitchOn => {
            let texts = [true, false].map(|value| value.to_string());
            json_schema!({ "anyOf": [{ "type": ["boolean", "null"] }, { "enum": texts }] })
        }
        Field::PrefixName => or_null(name(PrefixName::MIN_LEN, PrefixName::MAX_LEN)),
        Field::DirPrefixName => or_null(name(DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN)),
        Field::Period => json_schema!({ "type": "integer" }),
        Field::PeriodUnit => listed(PeriodUnit::ALL),
        Field::ProjectId | Field::AuthToken | Field::ContentType | Field::PeriodAndUnit => return None,
    })
}

fn or_null(mut schema: Schema) -> Schema {
    if let Some(name) = schema.get("type").cloned() {
        schema.insert("type".into(), [name, "null".into()].into());
    }
    schema
}
