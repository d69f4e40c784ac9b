//! Locates the errors of a rejected body, and lists the members that the service ignores.
//!
//! [`from_json`] finds the errors. A second pass only locates them, so the two cannot disagree.
//!
//! [`from_json`]: crate::CreateLogDumpObsRequestBody::from_json

mod diagnostic;
mod found;
mod members;
mod suggestion;
mod syntax;
mod unknown;

use alloc::string::String;
use core::iter::Enumerate;

pub use diagnostic::Diagnostic;
use found::{Content, type_of};
pub use found::{Found, Visible};
use members::Members;
pub use members::Pointer;
pub use suggestion::Suggestion;
use syntax::{Node, Scanner};
pub use unknown::{UnknownMember, UnknownMembers};

use crate::api_reference::{Field, Violation, ViolationsIter};
use crate::error::{NotJson, Rejection};
use crate::json::{NotJsonReason as Reason, Position};
use crate::request::CreateLogDumpObsRequestBody;
use crate::value::LogStreamId;

/// The errors of a body, in the order of its violations.
///
/// - An accepted body has none.
/// - Invalid JSON has one.
/// - Otherwise there is one for each violation, except that each invalid item of the list has its own.
///
/// Each error is located when you ask for it, so memory does not depend on the number of errors.
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
    not_json: Option<NotJson>,
    violations: Option<ViolationsIter>,
    members: Members<'a>,
    /// The rest of the list, while its items are validated.
    items: Option<Enumerate<Scanner<'a>>>,
}

impl<'a> Diagnostics<'a> {
    /// Validates a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let (not_json, violations, text) = match CreateLogDumpObsRequestBody::from_json(json) {
            Ok(_) => (None, None, None),
            Err(Rejection::NotJson(not_json)) => (Some(not_json), None, None),
            Err(Rejection::Violations(violations)) => (None, Some(violations.iter()), core::str::from_utf8(json).ok()),
        };
        let members = text.map(Members::read).unwrap_or_default();
        Self { json, position: Position::START, not_json, violations, members, items: None }
    }

    /// Locates the next error, without line and column.
    fn locate_next(&mut self) -> Option<Diagnostic<'a>> {
        if let Some(not_json) = self.not_json.take() {
            return Some(locate_not_json(self.json, &not_json));
        }
        if let Some(item) = self.locate_item() {
            return Some(item);
        }
        let violation = self.violations.as_mut()?.next()?;
        if violation == Violation::InvalidLogStreamIds {
            self.items = self.members.get(Field::LogStreamIds).map(|list| Scanner::new(list).enumerate());
        }
        Some(self.locate_item().unwrap_or_else(|| self.locate(violation)))
    }

    /// Locates the next item of the list that is not an ID.
    fn locate_item(&mut self) -> Option<Diagnostic<'a>> {
        let is_id = |item: &Node<'_>| {
            // The length of an ID and one more character are enough to see that a string is too long.
            let start = item.characters().take(LogStreamId::LEN.saturating_add(1));
            item.is_string() && LogStreamId::new(start.collect::<String>()).is_ok()
        };
        let (number, item) = self.items.as_mut()?.find(|(_, item)| !is_id(item))?;
        let pointer = Pointer::Item(Field::LogStreamIds, number);
        let found = Content::of_id(&item, LogStreamId::LEN);
        let problem = Ok(Violation::InvalidLogStreamIds);
        Some(Diagnostic::new(problem, pointer, item.range(), accepted!(Id(LogStreamId)), found))
    }

    fn locate(&self, violation: Violation) -> Diagnostic<'a> {
        let field = match violation.field() {
            Field::PeriodAndUnit => Field::Period,
            field => field,
        };
        let (problem, expected) = (Ok(violation), violation.expected());
        let Some(value) = self.members.get(field) else {
            // The closing brace.
            let end = self.json.trim_ascii_end().len();
            let brace = end.saturating_sub(1)..end;
            let similar_member = UnknownMembers::new(self.json).find(|member| member.suggestion() == Some(field));
            let diagnostic = Diagnostic::new(problem, Pointer::Root, brace, expected, Content::Missing);
            return Diagnostic { similar_member, ..diagnostic };
        };
        let found = Content::of(violation, &self.members, &value);
        let suggestion = Suggestion::of(violation, &self.members, &value);
        Diagnostic { suggestion, ..Diagnostic::new(problem, Pointer::Member(field), value.range(), expected, found) }
    }
}

impl<'a> Iterator for Diagnostics<'a> {
    type Item = Diagnostic<'a>;

    fn next(&mut self) -> Option<Diagnostic<'a>> {
        let mut diagnostic = self.locate_next()?;
        self.position.move_to(self.json, diagnostic.span.start);
        diagnostic.position = self.position;
        Some(diagnostic)
    }
}

macro_rules! iconv {
    ($encoding:literal) => {
        concat!("UTF-8: convert it with `iconv -f ", $encoding, " -t UTF-8`")
    };
}

/// Locates the error of a body that is not JSON.
fn locate_not_json<'a>(json: &[u8], not_json: &NotJson) -> Diagnostic<'a> {
    use Content::Words;
    let (reason, start) = (not_json.reason(), not_json.offset());
    let text = core::str::from_utf8(json).unwrap_or_default();
    let (before, rest) = text.split_at_checked(start).unwrap_or_default();
    let next = rest.chars().next();
    // For a duplicate member, this is its name.
    let value = Node::read(start, rest).unwrap_or_default();
    let has_mark = json.first().is_some_and(|first| *first >= 0xFE);
    let (len, expected, found) = match reason {
        Reason::Syntax | Reason::UnexpectedEnd => {
            let found = next.map_or(Words("the end of the body"), Content::Unexpected);
            (next.map_or(0, char::len_utf8), syntax::expected(before, next), found)
        }
        Reason::DuplicateMember(field) => (value.raw.len(), "each member once", Content::Duplicate(field)),
        Reason::ByteOrderMark => {
            (3, "UTF-8 without a byte order mark: remove the first three bytes", Words("a byte order mark"))
        }
        Reason::Utf16LittleEndian if has_mark => {
            (2, iconv!("UTF-16"), Words("UTF-16, little endian, with a byte order mark"))
        }
        Reason::Utf16BigEndian if has_mark => {
            (2, iconv!("UTF-16"), Words("UTF-16, big endian, with a byte order mark"))
        }
        Reason::Utf16LittleEndian => (2, iconv!("UTF-16LE"), Words("UTF-16, little endian, without a byte order mark")),
        Reason::Utf16BigEndian => (2, iconv!("UTF-16BE"), Words("UTF-16, big endian, without a byte order mark")),
        Reason::NotUtf8 => {
            let invalid = json.utf8_chunks().next().map_or(0, |chunk| chunk.invalid().len());
            (invalid, "UTF-8", Words("bytes that are not UTF-8"))
        }
        Reason::NumberOutOfRange => {
            let found = Words("a number beyond the range of a double");
            (value.raw.len(), "a number in the range of a double", found)
        }
        Reason::LoneSurrogate => (value.raw.len(), "surrogates in pairs", Words("half of a surrogate pair")),
        Reason::NotAnObject => (value.raw.len(), "an object", Words(type_of(&value))),
    };
    let span = start..start.saturating_add(len);
    Diagnostic::new(Err(reason), Pointer::to_byte(text, start), span, expected, found)
}
