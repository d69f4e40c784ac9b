//! The reasons why a body is not JSON.

use core::fmt;

use crate::api_reference::Field;

/// Why a body is not JSON as this API reads it: `LTS.0007` on the wire.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, NotJsonReason, Rejection};
///
/// let Err(Rejection::NotJson(not_json)) = CreateLogDumpObsRequestBody::from_json(b"[]") else {
///     unreachable!("an array is not an object");
/// };
/// assert_eq!(not_json.reason(), NotJsonReason::NotAnObject);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotJsonReason {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text ends too early.
    UnexpectedEnd,
    /// The text breaks the grammar of JSON.
    Syntax,
    /// The text is JSON, but its value is not an object.
    NotAnObject,
    /// A documented member occurs twice.
    DuplicateMember(Field),
    /// A number in a documented member is beyond the range of a double.
    NumberOutOfRange,
    /// A string in a documented member has a lone surrogate.
    LoneSurrogate,
}

impl fmt::Display for NotJsonReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.pad("not UTF-8"),
            Self::UnexpectedEnd => f.pad("unexpected end"),
            Self::Syntax => f.pad("syntax error"),
            Self::NotAnObject => f.pad("expected an object"),
            Self::DuplicateMember(field) => write!(f, "duplicate field `{field}`"),
            Self::NumberOutOfRange => f.pad("number out of range"),
            Self::LoneSurrogate => f.pad("lone surrogate in a string"),
        }
    }
}
