//! The reason why a body is not JSON, and its position.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::ToString;
use core::fmt;

use serde::de::IgnoredAny;

use super::{ApiError, fmt_message};
use crate::json::{NotJsonReason, Position, pad};

/// The reason why a body is not JSON, and its position: `LTS.0007` on the wire.
///
/// `Display` shows the service's message. The [`source`](core::error::Error::source) has the reason and the position, for logs,
/// and never quotes the body. `{:#}` shows both.
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
pub struct NotJson {
    #[source]
    cause: Cause,
}

/// The reason, its position, and the reason in words. The message is written only if somebody reads it.
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
struct Cause {
    reason: NotJsonReason,
    line: usize,
    column: usize,
    /// The words of `serde_json` or of the standard library. `None` if the reason has enough words.
    words: Option<Box<str>>,
}

impl NotJson {
    /// Returns the reason.
    #[must_use]
    pub const fn reason(&self) -> NotJsonReason {
        self.cause.reason
    }

    /// Returns the line of the first character that is not accepted, from 1. Only a line feed ends a line.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.cause.line
    }

    /// Returns the column of the first character that is not accepted, in Unicode code points from 1. At the end of the body it
    /// is the column after the last character.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.cause.column
    }

    /// Creates the error of a body that is rejected at a byte. If the body has a syntax error, that is the reason instead.
    // Not inlined, so that an accepted body does not take more instructions.
    #[cold]
    #[inline(never)]
    pub(crate) fn new(json: &[u8], at: usize, reason: NotJsonReason) -> Self {
        if let Some(reason) = wrong_encoding(json) {
            return Self::at(json, 0, reason, None);
        }
        let text = match core::str::from_utf8(json) {
            Ok(text) => text,
            Err(error) => return Self::at(json, at, reason, Some(&error.to_string())),
        };
        let begins_no_value = json.get(at).is_some_and(|first| !begins_value(*first));
        if reason == NotJsonReason::NotAnObject && begins_no_value {
            return Self::at(json, at, NotJsonReason::Syntax, None);
        }
        let Some(error) = syntax_error(text) else { return Self::at(json, at, reason, None) };
        let message = error.to_string();
        let words = without_position(&message).unwrap_or(&message);
        // `serde_json` counts bytes, and a control character in a string from 0.
        let first = usize::from(!words.starts_with("control character"));
        let lines = json.split_inclusive(|byte| *byte == b'\n').take(error.line().saturating_sub(1));
        let at = lines.map(<[u8]>::len).sum::<usize>().saturating_add(error.column()).saturating_sub(first);
        if let Some(at) = wrong_digit(json.get(..=at).unwrap_or(json)) {
            return Self::at(json, at, NotJsonReason::Syntax, Some("invalid escape"));
        }
        // `serde_json` reports the end inside a number, as in `1e`, as an invalid number. One more digit makes it valid.
        let ends_in_number = || syntax_error(&format!("{text}0")).is_none_or(|error| error.is_eof());
        if error.is_eof() || (at.saturating_add(1) == json.len() && ends_in_number()) {
            return Self::at(json, json.len(), NotJsonReason::UnexpectedEnd, Some(words));
        }
        Self::at(json, at, NotJsonReason::Syntax, Some(words))
    }

    // Not inlined, because it has many callers.
    #[inline(never)]
    fn at(json: &[u8], offset: usize, reason: NotJsonReason, words: Option<&str>) -> Self {
        let mut position = Position::START;
        position.move_to(json, offset);
        let Position { line, column, .. } = position;
        Self { cause: Cause { reason, line, column, words: words.map(Box::from) } }
    }
}

/// Returns the words of an error of `serde_json`: `expected value` without ` at line 1 column 7`.
fn without_position(message: &str) -> Option<&str> {
    let is_digit = |character: char| character.is_ascii_digit();
    let line = message.trim_end_matches(is_digit).strip_suffix(" column ")?;
    line.trim_end_matches(is_digit).strip_suffix(" at line ")
}

// Not inlined, because it is large and used twice.
#[inline(never)]
fn syntax_error(text: &str) -> Option<serde_json::Error> {
    serde_json::from_str::<IgnoredAny>(text).err()
}

/// Returns the position of the first wrong digit if a text ends in an escape `\u`. `serde_json` reports the last of the four
/// digits, or the end of the text.
fn wrong_digit(text: &[u8]) -> Option<usize> {
    let last_bytes = text.len().saturating_sub(6)..text.len();
    last_bytes.into_iter().find_map(|start| {
        let (before, [b'\\', b'u', digits @ ..]) = text.split_at_checked(start)? else { return None };
        let is_escaped = before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1;
        let at = digits.iter().position(|digit| !digit.is_ascii_hexdigit())?;
        (!is_escaped).then(|| start.saturating_add(2).saturating_add(at))
    })
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

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_message(f, &ApiError::NotJson.message(), Some(&self.cause))
    }
}

impl fmt::Debug for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cause { reason, line, column, .. } = &self.cause;
        let mut not_json = f.debug_struct("NotJson");
        not_json.field("reason", reason).field("line", line).field("column", column);
        not_json.field("message", &self.cause).finish()
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reason, line, column, words } = self;
        let words: &dyn fmt::Display = if let Some(words) = words { words } else { reason };
        pad(f, &|out| write!(out, "{words} at line {line} column {column}"))
    }
}

/// Writes the message in quotes.
impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}
