//! One wrong place of a body.

use alloc::borrow::Cow;
use core::fmt;
use core::ops::Range;

use super::found::Found;
use super::pointer::Pointer;
use super::suggestion::Suggestion;
use crate::api_reference::{ErrorCode, Field, Violation};
use crate::error::{ApiError, ErrorBody};
use crate::json::NotJsonReason;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Problem {
    NotJson(NotJsonReason),
    Violation(Violation),
}

/// One wrong place of a body: what is wrong there, where it is, and what is accepted instead.
///
/// [`Diagnostics`](crate::Diagnostics) makes them; an example is there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic<'a> {
    pub(super) problem: Problem,
    pub(super) pointer: Pointer,
    pub(super) span: Range<usize>,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) expected: &'static str,
    pub(super) found: Found<'a>,
    pub(super) suggestion: Option<Suggestion>,
}

impl<'a> Diagnostic<'a> {
    /// The violation. `None` if the body is not JSON.
    #[must_use]
    pub const fn violation(&self) -> Option<Violation> {
        match self.problem {
            Problem::NotJson(_) => None,
            Problem::Violation(violation) => Some(violation),
        }
    }

    /// Why the body is not JSON. `None` if it is.
    #[must_use]
    pub const fn not_json_reason(&self) -> Option<NotJsonReason> {
        match self.problem {
            Problem::NotJson(reason) => Some(reason),
            Problem::Violation(_) => None,
        }
    }

    /// The field that is wrong. `None` if the body is not JSON.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        self.violation().map(Violation::field)
    }

    /// The service's code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        ApiError::from(self).code()
    }

    /// The service's message.
    #[must_use]
    pub fn message(&self) -> Cow<'static, str> {
        ApiError::from(self).message()
    }

    /// The value that is wrong.
    ///
    /// - An item of the list by itself; the list if it is no array, or an empty one.
    /// - The body for a missing member, and for a text that breaks the grammar.
    /// - `/period` for an interval that is not listed.
    #[must_use]
    pub const fn pointer(&self) -> Pointer {
        self.pointer
    }

    /// The bytes of the value in the body. There are these exceptions:
    ///
    /// - For a missing member, the closing brace of the body.
    /// - For a member that occurs twice, its second name, with its quotes.
    /// - For a text that breaks the grammar, the character that cannot stand there; nothing at the end of the body.
    /// - For bytes that are not UTF-8, these bytes.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The line in which the span starts, from 1. A line feed ends a line; a carriage return before it belongs to the line.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column in which the span starts, from 1. Columns count Unicode code points.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    #[doc = concat!("What is accepted: `", limit!(ObsBucketName min), " to ", limit!(ObsBucketName max), " characters`.")]
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// What was found instead: `a number`.
    #[must_use]
    pub const fn found(&self) -> Found<'a> {
        self.found
    }

    /// What was probably meant, if a listed value is near.
    #[must_use]
    pub const fn suggestion(&self) -> Option<Suggestion> {
        self.suggestion
    }
}

/// The code, the message and the place: `LTS.1901: type is not in the list [cycle] at line 5 column 13`.
impl fmt::Display for Diagnostic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, .. } = self;
        write!(f, "{} at line {line} column {column}", ErrorBody::from(self))
    }
}

impl From<&Diagnostic<'_>> for ApiError {
    fn from(diagnostic: &Diagnostic<'_>) -> Self {
        diagnostic.violation().map_or(Self::NotJson, Self::Violation)
    }
}

impl From<&Diagnostic<'_>> for ErrorBody {
    fn from(diagnostic: &Diagnostic<'_>) -> Self {
        ApiError::from(diagnostic).into()
    }
}
