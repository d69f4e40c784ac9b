//! Finds where a rejected body is invalid, and which members the service ignores, for people who have to fix a body.
//!
//! [`from_json`] decides what is wrong. A second pass finds the positions, so the two cannot disagree.
//!
//! [`from_json`]: crate::CreateLogDumpObsRequestBody::from_json

mod found;
mod locate;
mod members;
mod record;
mod suggestion;
mod syntax;
mod unknown;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt;
use core::ops::Range;

pub use found::{Found, Visible};
use locate::{Finding, Problem, ViolationLocator};
pub use members::Pointer;
pub use suggestion::Suggestion;
pub use unknown::{UnknownMember, UnknownMembers};

use crate::api_reference::{ErrorCode, Field, Violation};
use crate::error::{ApiError, Rejection};
use crate::json::{NotJsonReason, Position, pad};
use crate::request::CreateLogDumpObsRequestBody;

/// The errors of a body, in the order of its violations.
///
/// - An accepted body has none.
/// - Invalid JSON has one.
/// - Otherwise there is one for each violation, except that each invalid item of the list has its own.
///
/// Each error is located when you ask for it, so many errors need no more memory than one.
///
/// ```
/// use lts_log_dump::Violation;
/// use lts_log_dump::diagnostics::Diagnostics;
///
/// let body = br#"{
///     "log_group_id": "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053",
///     "log_stream_ids": ["45e7f609-xxxx-4cd3-835b-xxxx4a124718", "45e7f609"],
///     "obs_bucket_name": "lts-test",
///     "type": "cycle",
///     "storage_format": "raw",
///     "period": 5,
///     "period_unit": "min"
/// }"#;
/// let diagnostics: Vec<_> = Diagnostics::new(body).collect();
/// let [stream, format] = diagnostics.as_slice() else { unreachable!("the body has two errors") };
///
/// assert_eq!(stream.violation(), Some(Violation::InvalidLogStreamIds));
/// assert_eq!(stream.pointer().to_string(), "/log_stream_ids/1");
/// assert_eq!((stream.line(), stream.column()), (3, 64));
/// assert_eq!(&body[stream.span()], b"\"45e7f609\"");
/// assert!(stream.expected().starts_with("exactly 36 characters of 0-9 A-Z a-z"));
/// assert_eq!(stream.found().to_string(), "8 characters");
///
/// assert_eq!(format.message(), Violation::UnlistedStorageFormat.message());
/// assert_eq!(format.suggestion().unwrap().to_string(), "\"RAW\"");
/// ```
///
/// An accepted body has no errors:
///
/// ```
/// # use lts_log_dump::diagnostics::Diagnostics;
/// let body = include_bytes!("../../examples/request.json");
/// assert_eq!(Diagnostics::new(body).next(), None);
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostics<'a> {
    json: &'a [u8],
    position: Position,
    remaining: Remaining<'a>,
}

/// The errors that are not located yet.
#[derive(Clone, Debug)]
enum Remaining<'a> {
    Nothing,
    NotJson(NotJsonReason),
    Violations(Box<ViolationLocator<'a>>),
}

impl<'a> Diagnostics<'a> {
    /// Validates a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let remaining = match CreateLogDumpObsRequestBody::from_json(json) {
            Ok(_) => Remaining::Nothing,
            Err(Rejection::NotJson(not_json)) => Remaining::NotJson(not_json.reason()),
            Err(Rejection::Violations(violations)) => ViolationLocator::new(json, violations)
                .map_or(Remaining::Nothing, |locator| Remaining::Violations(locator.into())),
        };
        Self { json, position: Position::START, remaining }
    }
}

impl<'a> Iterator for Diagnostics<'a> {
    type Item = Diagnostic<'a>;

    fn next(&mut self) -> Option<Diagnostic<'a>> {
        let finding = match &mut self.remaining {
            Remaining::Nothing => return None,
            Remaining::NotJson(reason) => {
                let finding = Finding::not_json(self.json, *reason);
                self.remaining = Remaining::Nothing;
                finding
            }
            Remaining::Violations(locator) => locator.next()?,
        };
        self.position.move_to(self.json, finding.range.start);
        Some(Diagnostic { finding, line: self.position.line(), column: self.position.column() })
    }
}

/// One error of a body: its position, the value that the body has there, and the values that are accepted.
///
/// [`Diagnostics`] creates them and has an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic<'a> {
    finding: Finding<'a>,
    line: usize,
    column: usize,
}

impl<'a> Diagnostic<'a> {
    /// The violation, or `None` if the body is not JSON.
    #[must_use]
    pub const fn violation(&self) -> Option<Violation> {
        match self.finding.problem {
            Problem::NotJson(_) => None,
            Problem::Violation(violation) => Some(violation),
        }
    }

    /// The reason why the body is not JSON, or `None` if it is.
    #[must_use]
    pub const fn not_json_reason(&self) -> Option<NotJsonReason> {
        match self.finding.problem {
            Problem::NotJson(reason) => Some(reason),
            Problem::Violation(_) => None,
        }
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

    /// The place of the invalid value:
    ///
    /// - in the list, the invalid item, or the list itself if it is empty or not an array,
    /// - the body if a member is missing or the JSON has a syntax error,
    /// - `/period` if the interval is not listed.
    #[must_use]
    pub const fn pointer(&self) -> Pointer {
        self.finding.pointer
    }

    /// The byte range of the value in the body, except for:
    ///
    /// - a missing member: the closing brace of the body,
    /// - a duplicate member: its second name with the quotes,
    /// - a syntax error: the unexpected character, or an empty range at the end of the body,
    /// - bytes that are not UTF-8: these bytes.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.finding.range.clone()
    }

    /// The line of the first byte, from 1. Only a line feed ends a line.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column of the first byte in Unicode code points, from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    #[doc = concat!("The accepted values: `", limit!(ObsBucketName min), " to ", limit!(ObsBucketName max), " characters`.")]
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.finding.expected
    }

    /// The value in the body: `a number`.
    #[must_use]
    pub const fn found(&self) -> Found<'a> {
        Found(self.finding.found)
    }

    /// An accepted value that is similar to the one in the body.
    #[must_use]
    pub const fn suggestion(&self) -> Option<Suggestion> {
        self.finding.suggestion
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
        self.finding.similar
    }
}

/// The code, the message and the position: `LTS.1901: type is not in the list [cycle] at line 5 column 13`.
impl fmt::Display for Diagnostic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, .. } = self;
        pad(f, &|out| write!(out, "{} at line {line} column {column}", self.error()))
    }
}
