//! What is wrong, and where.

use std::fmt;
use std::ops::Range;

/// The code and message of a body that is not JSON, or that two readers would not understand alike.
pub const NOT_JSON: (&str, &str) = ("LTS.0007", "The request body format must be json");

/// One wrong place of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The code of the error.
    pub code: &'static str,
    /// The message of the error.
    pub message: &'static str,
    /// The value that is wrong.
    pub pointer: Pointer,
    /// The bytes of that value. There are three exceptions: of an object that lacks a member, these are the closing brace;
    /// of a member that stands twice, its second name; of a text with an error of syntax, the character that cannot stand
    /// there (nothing at the end of the text), or the bytes that are no UTF-8.
    pub range: Range<usize>,
}

/// The place of a value in a document. It is shown as a JSON Pointer (RFC 6901).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The whole.
    Root,
    /// A member of the whole.
    Member(&'static str),
    /// An item of a member.
    Item(&'static str, usize),
}

/// A place in a text as people count: both numbers begin with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The number of the line; a line ends with a line feed.
    pub line: usize,
    /// The number of the character in its line. Characters are code points.
    pub column: usize,
}

impl Wrong {
    pub(super) fn not_json(pointer: Pointer, range: Range<usize>) -> Self {
        let (code, message) = NOT_JSON;
        Self { code, message, pointer, range }
    }

    /// Where the wrong place begins in the body that was read.
    #[must_use]
    pub fn position(&self, body: &[u8]) -> Position {
        let before = &body[..self.range.start];
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |line_feed| line_feed + 1);
        Position {
            line: before.split(|byte| *byte == b'\n').count(),
            // Each code point has one byte that does not continue another.
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
        // No name has a character that is to be escaped.
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
