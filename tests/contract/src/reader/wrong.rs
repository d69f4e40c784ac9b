//! An error of a body, and its position.

use std::fmt;
use std::ops::Range;

/// The code and message of a body that is not JSON, or that JSON readers decode differently.
pub const NOT_JSON: (&str, &str) = ("LTS.0007", "The request body format must be json");

/// An error at one place in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The code of the error.
    pub code: &'static str,
    /// The message of the error.
    pub message: &'static str,
    /// The invalid value.
    pub pointer: Pointer,
    /// The byte range of the value. There are three exceptions: a missing member has the closing brace of the object, a duplicate
    /// member has its second name, and a syntax error has the unexpected character (empty at the end of the body) or the bytes
    /// that are not UTF-8.
    pub range: Range<usize>,
}

/// The location of a value. `Display` writes it as a JSON Pointer (RFC 6901).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The whole document.
    Root,
    /// A member of the document.
    Member(&'static str),
    /// An item of a member.
    Item(&'static str, usize),
}

/// A line and column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line. Lines end with a line feed.
    pub line: usize,
    /// The column in code points.
    pub column: usize,
}

impl Wrong {
    pub(super) fn not_json(pointer: Pointer, range: Range<usize>) -> Self {
        let (code, message) = NOT_JSON;
        Self { code, message, pointer, range }
    }

    /// Returns the position at which the range begins in the body.
    #[must_use]
    pub fn position(&self, body: &[u8]) -> Position {
        Position::of(body, self.range.start)
    }
}

impl Position {
    pub(super) fn of(body: &[u8], at: usize) -> Self {
        let before = &body[..at];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |line_feed| line_feed + 1);
        Self {
            line: before.split(|byte| *byte == b'\n').count(),
            // Each code point has exactly one byte that is not a continuation byte.
            column: before[line_start..].iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count() + 1,
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, message, pointer, range } = self;
        write!(f, "{code} {message}, \"{pointer}\" at bytes {range:?}")
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No name has a character that needs an escape in a JSON Pointer.
        match self {
            Self::Root => Ok(()),
            Self::Member(name) => write!(f, "/{name}"),
            Self::Item(name, item) => write!(f, "/{name}/{item}"),
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
