//! The JSON form of the diagnostics.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::ops::Range;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Diagnostic, UnknownMember};
use crate::api_reference::{ErrorCode, Field};

/// What both kinds of diagnostics have.
struct Record<'a> {
    field: Option<Field>,
    error_code: Option<ErrorCode>,
    error_msg: Cow<'a, str>,
    pointer: String,
    span: Range<usize>,
    line: usize,
    column: usize,
    expected: &'a str,
    found: String,
    suggestion: Option<String>,
    similar_member: Option<String>,
}

/// An object with the service's error, the position, `expected`, `found`, `suggestion` and `similar_member`: the form of
/// `lts-validate --explain=json`.
///
/// ```
/// use lts_log_dump::diagnostics::Diagnostics;
///
/// let diagnostic = Diagnostics::new(b"[]").next().unwrap();
/// assert_eq!(serde_json::to_string(&diagnostic)?, concat!(
///     r#"{"field":null,"error_code":"LTS.0007","error_msg":"The request body format must be json","#,
///     r#""pointer":"","start":0,"end":2,"line":1,"column":1,"#,
///     r#""expected":"an object","found":"an array","suggestion":null,"similar_member":null}"#,
/// ));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Diagnostic<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Record {
            field: self.field(),
            error_code: Some(self.code()),
            error_msg: self.message(),
            pointer: self.pointer().to_string(),
            span: self.span(),
            line: self.line(),
            column: self.column(),
            expected: self.expected(),
            found: self.found().to_string(),
            suggestion: self.suggestion().map(|suggestion| suggestion.to_string()),
            similar_member: self.similar_member().map(|member| member.pointer()),
        }
        .serialize(serializer)
    }
}

/// The same members as an error has. `field` and `error_code` are null, because the service accepts unknown members.
///
/// ```
/// use lts_log_dump::diagnostics::UnknownMembers;
///
/// let member = UnknownMembers::new(br#"{"swich_on": false}"#).next().unwrap();
/// assert_eq!(serde_json::to_string(&member)?, concat!(
///     r#"{"field":null,"error_code":null,"error_msg":"unknown member","#,
///     r#""pointer":"/swich_on","start":1,"end":11,"line":1,"column":2,"#,
///     r#""expected":"a documented member","found":"`swich_on`","suggestion":"\"switch_on\"","similar_member":null}"#,
/// ));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for UnknownMember<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Record {
            field: None,
            error_code: None,
            error_msg: "unknown member".into(),
            pointer: self.pointer(),
            span: self.span(),
            line: self.line(),
            column: self.column(),
            expected: "a documented member",
            found: self.short_name(),
            suggestion: self.suggestion().map(|field| alloc::format!("\"{field}\"")),
            similar_member: None,
        }
        .serialize(serializer)
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_struct("Diagnostic", 12)?;
        record.serialize_field("field", &self.field.map(Field::name))?;
        record.serialize_field("error_code", &self.error_code)?;
        record.serialize_field("error_msg", &self.error_msg)?;
        record.serialize_field("pointer", &self.pointer)?;
        record.serialize_field("start", &self.span.start)?;
        record.serialize_field("end", &self.span.end)?;
        record.serialize_field("line", &self.line)?;
        record.serialize_field("column", &self.column)?;
        record.serialize_field("expected", self.expected)?;
        record.serialize_field("found", &self.found)?;
        record.serialize_field("suggestion", &self.suggestion)?;
        record.serialize_field("similar_member", &self.similar_member)?;
        record.end()
    }
}
