//! One error of a body, and the JSON form of the diagnostics.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::ToString;
use core::fmt;
use core::ops::Range;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::found::{Content, Found, start_of};
use super::members::Pointer;
use super::suggestion::Suggestion;
use super::unknown::UnknownMember;
use crate::api_reference::{ErrorCode, Field, Violation};
use crate::error::ApiError;
use crate::json::{NotJsonReason, Position, pad};

/// One error of a body, with its position. See [`Diagnostics`](super::Diagnostics) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic<'a> {
    pub(super) problem: Result<Violation, NotJsonReason>,
    pub(super) pointer: Pointer,
    pub(super) span: Range<usize>,
    pub(super) position: Position,
    pub(super) expected: &'static str,
    pub(super) found: Content<'a>,
    pub(super) suggestion: Option<Suggestion>,
    pub(super) similar_member: Option<UnknownMember<'a>>,
}

impl<'a> Diagnostic<'a> {
    /// The violation, or `None` if the body is not JSON.
    #[must_use]
    pub const fn violation(&self) -> Option<Violation> {
        if let Ok(violation) = self.problem { Some(violation) } else { None }
    }

    /// The reason why the body is not JSON, or `None` if it is.
    #[must_use]
    pub const fn not_json_reason(&self) -> Option<NotJsonReason> {
        if let Err(reason) = self.problem { Some(reason) } else { None }
    }

    /// The invalid field, or `None` if the body is not JSON.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        self.violation().map(Violation::field)
    }

    fn error(&self) -> ApiError {
        self.violation().map_or(ApiError::NotJson, ApiError::Violation)
    }

    /// The service's code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.error().code()
    }

    /// The service's message.
    #[must_use]
    pub fn message(&self) -> Cow<'static, str> {
        self.error().message()
    }

    /// The place of the invalid value.
    ///
    /// It is the whole body if a member is missing or the JSON has a syntax error, and `/period` if the interval is not listed.
    #[must_use]
    pub const fn pointer(&self) -> Pointer {
        self.pointer
    }

    /// The byte range of the invalid value. It contains instead:
    ///
    /// - the closing brace of the body if a member is missing,
    /// - the second name, with its quotes, if a member is a duplicate,
    /// - the unexpected character if the JSON has a syntax error, or nothing at the end of the body,
    /// - the invalid bytes if the body is not UTF-8.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The line of the first byte, from 1. Only a line feed ends a line.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.position.line
    }

    /// The column of the first byte in Unicode code points, from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.position.column
    }

    #[doc = concat!("The accepted values: `", limit!(ObsBucketName min), " to ", limit!(ObsBucketName max), " characters`.")]
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// The value in the body: `a number`.
    #[must_use]
    pub const fn found(&self) -> Found<'a> {
        Found(self.found)
    }

    /// An accepted value that is similar to the one in the body.
    #[must_use]
    pub const fn suggestion(&self) -> Option<Suggestion> {
        self.suggestion
    }

    /// For a missing member, the first unknown member with a similar name.
    ///
    /// ```
    /// use lts_log_dump::diagnostics::Diagnostics;
    ///
    /// let missing = Diagnostics::new(br#"{"log_group": "d9dba9f3"}"#).next().unwrap();
    /// assert_eq!(missing.similar_member().unwrap().pointer(), "/log_group");
    /// ```
    #[must_use]
    pub const fn similar_member(&self) -> Option<UnknownMember<'a>> {
        self.similar_member
    }
}

/// Writes the code, the message and the position: `LTS.1901: type is not in the list [cycle] at line 5 column 13`.
impl fmt::Display for Diagnostic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| write!(out, "{} at line {} column {}", self.error(), self.line(), self.column()))
    }
}

/// Writes the object of `lts-validate --explain=json`.
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

/// Writes an object with the same members. `field` and `error_code` are null, because the service accepts unknown members.
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
            ("found", format!("`{}`", start_of(&self.name())).into()),
            ("suggestion", self.suggestion().map(|field| format!("\"{field}\"")).into()),
            ("similar_member", Value::Null),
        ];
        serializer.collect_map(members)
    }
}
