//! The JSON form of the diagnostics.

use alloc::format;
use alloc::string::ToString;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Diagnostic, UnknownMember};
use crate::api_reference::Field;

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
        let members: [(&str, Value); 12] = [
            ("field", self.field().map(Field::name).into()),
            ("error_code", self.code().as_str().into()),
            ("error_msg", self.message().into()),
            ("pointer", self.pointer().to_string().into()),
            ("start", self.span().start.into()),
            ("end", self.span().end.into()),
            ("line", self.line().into()),
            ("column", self.column().into()),
            ("expected", self.expected().into()),
            ("found", self.found().to_string().into()),
            ("suggestion", self.suggestion().map(|suggestion| suggestion.to_string()).into()),
            ("similar_member", self.similar_member().map(|member| member.pointer()).into()),
        ];
        serializer.collect_map(members)
    }
}

/// The same members. `field` and `error_code` are null, because the service accepts unknown members.
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
        let members: [(&str, Value); 12] = [
            ("field", Value::Null),
            ("error_code", Value::Null),
            ("error_msg", "unknown member".into()),
            ("pointer", self.pointer().into()),
            ("start", self.span().start.into()),
            ("end", self.span().end.into()),
            ("line", self.line().into()),
            ("column", self.column().into()),
            ("expected", "a documented member".into()),
            ("found", self.short_name().into()),
            ("suggestion", self.suggestion().map(|field| format!("\"{field}\"")).into()),
            ("similar_member", Value::Null),
        ];
        serializer.collect_map(members)
    }
}
