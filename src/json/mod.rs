//! Reads values of any JSON type, so that a wrong value is reported and the rest of the body is still read.
//!
//! [`Cursor`] reads a JSON text. [`read_value`] reads from any serde deserializer. Both hand each value to a function.

// Its macro is visible in the modules below it.
#[macro_use]
mod member_name;
mod any_value;
mod cursor;
mod string;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

pub(crate) use any_value::{Kind, Object, deserialize, read_value};
pub(crate) use cursor::{Cursor, Failure};
#[cfg(feature = "diagnostics")]
pub(crate) use string::decode_escape;
pub(crate) use string::push_string;

use crate::api_reference::Field;

/// A value, as far as the documented members distinguish types.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// A number whose value is an integer. A value beyond the range of `i64` becomes the nearest `i64`, which is not listed.
    Integer(i64),
    String(&'a str),
    /// The start of an array whose items are read. Each item follows as a value of its own.
    Array,
    /// A number with a fraction, bytes, an object, or an array whose items are not read.
    Other,
}

impl Value<'_> {
    /// Parses a JSON number as the nearest double. Returns `None` if it is beyond the range of a double.
    pub(crate) fn parse_number(number: &str) -> Option<Self> {
        number.parse().ok().filter(|value: &f64| value.is_finite()).map(Value::from_f64)
    }

    /// Converts an integer. One beyond the range of `i64` becomes the greatest `i64`, which is not listed.
    fn from_integer(value: impl TryInto<i64>) -> Self {
        Self::Integer(value.try_into().unwrap_or(i64::MAX))
    }

    /// Converts a double. It is an integer if it has no fraction, however it was written.
    pub(crate) fn from_f64(value: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "the cast drops the fraction and saturates, as wanted")]
        let integer = value as i64;
        #[expect(
            clippy::cast_precision_loss,
            reason = "below 2^53 nothing is lost, and beyond it nothing has a fraction"
        )]
        #[expect(clippy::float_cmp, reason = "equal is equal")]
        let is_whole = value.is_finite() && (integer as f64 == value || value.abs() >= 9_007_199_254_740_992.0);
        if is_whole { Self::Integer(integer) } else { Self::Other }
    }
}

/// A type that can be created from a value of any JSON type. A missing value is `Null`.
pub(crate) trait FromValue: Sized {
    type Error;

    fn from_value(value: Value<'_>) -> Result<Self, Self::Error>;
}

/// Null means that an optional member is absent.
impl<T: FromValue> FromValue for Option<T> {
    type Error = T::Error;

    fn from_value(value: Value<'_>) -> Result<Self, T::Error> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// A value that is not a string.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NotAString;

impl FromValue for Cow<'_, str> {
    type Error = NotAString;

    fn from_value(value: Value<'_>) -> Result<Self, NotAString> {
        match value {
            Value::String(string) => Ok(Self::Owned(string.into())),
            _ => Err(NotAString),
        }
    }
}

/// The reason why a body is not accepted as JSON: `LTS.0007` on the wire.
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
    /// The text begins with a byte order mark.
    ByteOrderMark,
    /// The text is UTF-16, the low byte of each character first.
    Utf16LittleEndian,
    /// The text is UTF-16, the high byte of each character first.
    Utf16BigEndian,
    /// The text ends too early.
    UnexpectedEnd,
    /// The text has a syntax error.
    Syntax,
    /// The text is JSON, but its value is not an object.
    NotAnObject,
    /// A documented member is a duplicate.
    DuplicateMember(Field),
    /// A number in a documented member is beyond the range of a double.
    NumberOutOfRange,
    /// A string in a documented member has a lone surrogate.
    LoneSurrogate,
}

impl fmt::Display for NotJsonReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotUtf8 => "not UTF-8",
            Self::ByteOrderMark => "byte order mark before the JSON text",
            Self::Utf16LittleEndian => "UTF-16, little endian, instead of UTF-8",
            Self::Utf16BigEndian => "UTF-16, big endian, instead of UTF-8",
            Self::UnexpectedEnd => "unexpected end",
            Self::Syntax => "syntax error",
            Self::NotAnObject => "expected an object",
            Self::DuplicateMember(field) => return pad(f, &|out| write!(out, "duplicate field `{field}`")),
            Self::NumberOutOfRange => "number out of range",
            Self::LoneSurrogate => "lone surrogate in a string",
        })
    }
}

/// A position in a text as a line and a column. Moving forward is fast. Moving back starts at the beginning again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    offset: usize,
    /// From 1. Only a line feed ends a line.
    pub(crate) line: usize,
    /// In Unicode code points, from 1.
    pub(crate) column: usize,
}

impl Position {
    pub(crate) const START: Self = Self { offset: 0, line: 1, column: 1 };

    /// Moves to a byte of the text.
    pub(crate) fn move_to(&mut self, text: &[u8], offset: usize) {
        if offset < self.offset {
            *self = Self::START;
        }
        for byte in text.get(self.offset..offset).unwrap_or_default() {
            if *byte == b'\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                // Each code point has one byte that does not continue another.
                self.column = self.column.saturating_add(1);
            }
        }
        self.offset = offset;
    }
}

/// Writes several parts so that width, fill and precision apply to all of them together.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, write: &dyn Fn(&mut dyn Write) -> fmt::Result) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return write(f);
    }
    let mut text = String::new();
    write(&mut text)?;
    f.pad(&text)
}
