//! The reason why a body is not JSON, and its position.

use alloc::string::{String, ToString};
use core::fmt::{self, Write};
use core::str::Utf8Error;

use serde::de::IgnoredAny;

use super::ApiError;
use crate::json::{NotJsonReason, Position, pad};

/// The reason why a body is not JSON, and its position: `LTS.0007` on the wire.
///
/// `Display` shows the service's message. The [`source`](core::error::Error::source) has the reason and the position, for logs; it never
/// quotes the body. `{:#}` shows both.
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
/// assert_eq!((not_json.line(), not_json.column()), (1, 2));
/// assert_eq!(not_json.source().unwrap().to_string(), "EOF while parsing an object at line 1 column 2");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub struct NotJson(#[source] Cause);

/// The reason and its position. `words` are the message of `serde_json` or of the standard library.
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
struct Cause {
    reason: NotJsonReason,
    line: usize,
    column: usize,
    /// `None` if the reason has the same content.
    words: Option<String>,
}

impl NotJson {
    /// The reason why the body is not JSON.
    #[must_use]
    pub const fn reason(&self) -> NotJsonReason {
        self.0.reason
    }

    /// The line of the first character that is not accepted, from 1. Only a line feed ends a line.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.0.line
    }

    /// The column of the first character that is not accepted, in Unicode code points from 1. At the end of the body it is the column
    /// after the last character.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.0.column
    }

    /// The body is not UTF-8.
    // Not inlined, so that an accepted body does not take more instructions.
    #[cold]
    #[inline(never)]
    pub(crate) fn not_utf8(json: &[u8], error: Utf8Error) -> Self {
        match wrong_encoding(json) {
            Some(reason) => Self::at(json, 0, reason, None),
            None => Self::at(json, error.valid_up_to(), NotJsonReason::NotUtf8, Some(words_of(&error))),
        }
    }

    /// A text is rejected at a byte. If it has a syntax error, this is the reason instead.
    #[cold]
    #[inline(never)]
    pub(crate) fn new(text: &str, at: usize, reason: NotJsonReason) -> Self {
        let json = text.as_bytes();
        if let Some(reason) = wrong_encoding(json) {
            return Self::at(json, 0, reason, None);
        }
        let begins_no_value = json.get(at).is_some_and(|first| !begins_value(*first));
        if reason == NotJsonReason::NotAnObject && begins_no_value {
            // Nothing else has to be read: an eighth of the time of a short text.
            return Self::at(json, at, NotJsonReason::Syntax, None);
        }
        let Err(error) = serde_json::from_str::<IgnoredAny>(text) else { return Self::at(json, at, reason, None) };
        let mut words = words_of(&error);
        // `serde_json` counts bytes, and a control character in a string from 0.
        let first = usize::from(!words.starts_with("control character"));
        if let Some(position) = words.rfind(" at line ") {
            words.truncate(position);
        }
        if error.is_eof() {
            return Self::at(json, json.len(), NotJsonReason::UnexpectedEnd, Some(words));
        }
        let lines_before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let line_start = lines_before.map(str::len).sum::<usize>();
        let at = line_start.saturating_add(error.column()).saturating_sub(first);
        Self::at(json, at, NotJsonReason::Syntax, Some(words))
    }

    fn at(json: &[u8], at: usize, reason: NotJsonReason, words: Option<String>) -> Self {
        let mut position = Position::START;
        position.move_to(json, at);
        Self(Cause { reason, line: position.line(), column: position.column(), words })
    }
}

/// Returns the reason if a text has a byte order mark or is UTF-16.
fn wrong_encoding(json: &[u8]) -> Option<NotJsonReason> {
    let begins_text = |byte| begins_value(byte) || matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    match *json {
        [0xEF, 0xBB, 0xBF, ..] => Some(NotJsonReason::ByteOrderMark),
        // UTF-32
        [0xFF, 0xFE, 0, 0, ..] | [_, 0, 0, ..] => None,
        [0xFF, 0xFE, ..] => Some(NotJsonReason::Utf16LittleEndian),
        [0xFE, 0xFF, ..] => Some(NotJsonReason::Utf16BigEndian),
        [first, 0, ..] if begins_text(first) => Some(NotJsonReason::Utf16LittleEndian),
        [0, first, ..] if begins_text(first) => Some(NotJsonReason::Utf16BigEndian),
        _ => None,
    }
}

/// Returns whether a JSON value can begin with this byte.
const fn begins_value(byte: u8) -> bool {
    matches!(byte, b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')
}

/// Returns the message of an error. The string is never reallocated.
fn words_of(error: &dyn fmt::Display) -> String {
    let mut words = String::with_capacity(96);
    // Writing to a string does not fail.
    let _ = write!(words, "{error}");
    words
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_alternate = f.alternate();
        pad(f, &|out| {
            out.write_str(&ApiError::NotJson.message())?;
            if is_alternate { write!(out, " ({})", self.0) } else { Ok(()) }
        })
    }
}

impl fmt::Debug for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reason, line, column, words } = self;
        pad(f, &|out| match words {
            Some(words) => write!(out, "{words} at line {line} column {column}"),
            None => write!(out, "{reason} at line {line} column {column}"),
        })
    }
}

/// Hides that this is a struct of its own.
impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reason, line, column, words: _ } = self;
        let mut not_json = f.debug_struct("NotJson");
        not_json.field("reason", reason).field("line", line).field("column", column);
        not_json.field("message", &self.to_string()).finish()
    }
}
