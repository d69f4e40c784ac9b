//! Every wrong place of a body, for the person who has to mend it.
//!
//! It is a reading of its own, for bodies that are refused. It judges nothing: [`from_json`] says what is wrong, and this says
//! where, so that the two cannot disagree.
//!
//! [`from_json`]: crate::CreateLogDumpObsRequestBody::from_json

mod diagnostic;
mod found;
mod ids;
mod members;
mod near;
mod not_json;
mod place;
mod pointer;
mod position;
mod scan;
mod suggestion;
mod text;
mod violated;

use alloc::boxed::Box;
use core::iter::FusedIterator;

pub use diagnostic::Diagnostic;
pub use found::Found;
use place::Place;
pub use pointer::Pointer;
use position::Position;
pub use suggestion::Suggestion;
use violated::Violated;

use crate::error::Rejection;
use crate::json::NotJsonReason;
use crate::request::CreateLogDumpObsRequestBody;

/// The wrong places of a body: in the order of its violations, and in the list in the order of its items.
///
/// - For an accepted body there is none.
/// - For one that is not JSON there is one.
/// - Otherwise each violation has one, and that of the list as many as there are wrong items.
///
/// The memory does not grow with the number of wrong places: each is found when it is asked for.
///
/// ```
/// use lts_log_dump::{Diagnostics, Violation};
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
/// let [stream, format] = diagnostics.as_slice() else { unreachable!("two places are wrong") };
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
/// An accepted body has no wrong place:
///
/// ```
/// # use lts_log_dump::Diagnostics;
/// let body = include_bytes!("../../examples/request.json");
/// assert_eq!(Diagnostics::new(body).next(), None);
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostics<'a> {
    json: &'a [u8],
    position: Position,
    left: Left<'a>,
}

/// What is still to be said.
#[derive(Clone, Debug)]
enum Left<'a> {
    Nothing,
    NotJson(NotJsonReason),
    Violations(Box<Violated<'a>>),
}

impl<'a> Diagnostics<'a> {
    /// Reads a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let left = match CreateLogDumpObsRequestBody::from_json(json) {
            Ok(_) => Left::Nothing,
            Err(Rejection::NotJson(not_json)) => Left::NotJson(not_json.reason()),
            Err(Rejection::Violations(violations)) => {
                Violated::new(json, violations).map_or(Left::Nothing, |violated| Left::Violations(violated.into()))
            }
        };
        Self { json, position: Position::START, left }
    }
}

impl<'a> Iterator for Diagnostics<'a> {
    type Item = Diagnostic<'a>;

    fn next(&mut self) -> Option<Diagnostic<'a>> {
        let Place { problem, pointer, span, expected, found, suggestion } = self.left.next(self.json)?;
        self.position.move_to(self.json, span.start);
        let Position { line, column, .. } = self.position;
        Some(Diagnostic { problem, pointer, span, line, column, expected, found, suggestion })
    }
}

impl FusedIterator for Diagnostics<'_> {}

impl<'a> Left<'a> {
    fn next(&mut self, json: &[u8]) -> Option<Place<'a>> {
        match self {
            Self::Nothing => None,
            Self::NotJson(reason) => {
                let place = not_json::place(json, *reason);
                *self = Self::Nothing;
                Some(place)
            }
            Self::Violations(violated) => violated.next(),
        }
    }
}
