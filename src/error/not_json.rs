//! Why and where a body is not JSON.

use alloc::string::String;
use core::error::Error;
use core::fmt::{self, Write};
use core::str::Utf8Error;

use serde::de::IgnoredAny;

use super::ApiError;
use crate::json::NotJsonReason;

/// Why and where a body is not JSON: `LTS.0007` on the wire.
///
/// `Display` shows the message of the service. The [`source`](Error::source) says why and where, for logs; it never quotes the
/// body.
///
/// ```
/// use core::error::Error;
/// use lts_log_dump::{CreateLogDumpObsRequestBody, NotJsonReason, Rejection};
///
/// let Err(Rejection::NotJson(not_json)) = CreateLogDumpObsRequestBody::from_json(b"{") else {
///     unreachable!("the object has no end");
/// };
/// assert_eq!(not_json.to_string(), "The request body format must be json");
/// assert_eq!(not_json.reason(), NotJsonReason::UnexpectedEnd);
/// assert_eq!((not_json.line(), not_json.column()), (1, 1));
/// assert_eq!(not_json.source().unwrap().to_string(), "EOF while parsing an object at line 1 column 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NotJson(Cause);

/// The reason and its place. `words` are those of `serde_json` or of the standard library.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Cause {
    reason: NotJsonReason,
    line: usize,
    column: usize,
    /// `None` if the reason is enough.
    words: Option<String>,
}

impl NotJson {
    /// Why the body is not JSON.
    #[must_use]
    pub const fn reason(&self) -> NotJsonReason {
        self.0.reason
    }

    /// The line where the reading ended, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.0.line
    }

    /// The column where the reading ended: the number of bytes of the line that were read.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.0.column
    }

    /// The body is not UTF-8.
    pub(crate) fn not_utf8(json: &[u8], error: Utf8Error) -> Self {
        let (line, column) = line_and_column(json.get(..error.valid_up_to()).unwrap_or_default());
        Self(Cause { reason: NotJsonReason::NotUtf8, line, column, words: Some(words_of(&error)) })
    }

    /// The text is refused after `read` bytes. The reason holds unless the text breaks the grammar of JSON.
    pub(crate) fn new(text: &str, read: usize, reason: NotJsonReason) -> Self {
        let here = |reason, read: &[u8]| {
            let (line, column) = line_and_column(read);
            Self(Cause { reason, line, column, words: None })
        };
        let (before, rest) = text.as_bytes().split_at_checked(read).unwrap_or_default();
        let begins_no_value = rest.first().is_some_and(|first| !begins_value(*first));
        if reason == NotJsonReason::NotAnObject && begins_no_value {
            // Nothing else has to be read: an eighth of the time of a short text.
            return here(NotJsonReason::Syntax, text.as_bytes().get(..=read).unwrap_or_default());
        }
        let Err(error) = serde_json::from_str::<IgnoredAny>(text) else { return here(reason, before) };
        let reason = if error.is_eof() { NotJsonReason::UnexpectedEnd } else { NotJsonReason::Syntax };
        let (line, column) = (error.line(), error.column());
        Self(Cause { reason, line, column, words: Some(words_of(&error)) })
    }
}

/// Whether a value of JSON can begin with this byte.
const fn begins_value(byte: u8) -> bool {
    matches!(byte, b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')
}

/// The text of an error, with room for all of it at once.
fn words_of(error: &dyn fmt::Display) -> String {
    let mut words = String::with_capacity(96);
    // Writing to a string does not fail.
    let _ = write!(words, "{error}");
    words
}

/// The line, from 1, and the number of bytes in it.
fn line_and_column(read: &[u8]) -> (usize, usize) {
    let lines = read.split(|byte| *byte == b'\n');
    lines.fold((0_usize, 0), |(line, _), text| (line.saturating_add(1), text.len()))
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&ApiError::NotJson, f)
    }
}

impl Error for NotJson {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.words {
            Some(words) => f.write_str(words),
            None => write!(f, "{} at line {} column {}", self.reason, self.line, self.column),
        }
    }
}

impl Error for Cause {}
