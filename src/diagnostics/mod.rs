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

use alloc::boxed::Box;
use alloc::string::String;
use core::iter;

pub use diagnostic::Diagnostic;
use found::{Content, type_of};
pub use found::{Found, Visible};
pub use members::Pointer;
use members::{Members, field};
pub use suggestion::Suggestion;
use syntax::Scanner;
pub use unknown::{UnknownMember, UnknownMembers};

use crate::api_reference::{Field, Violation, Violations, ViolationsIter};
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
    violations: Option<Box<Locator<'a>>>,
}

impl<'a> Diagnostics<'a> {
    /// Validates a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let (not_json, violations) = match CreateLogDumpObsRequestBody::from_json(json) {
            Ok(_) => (None, None),
            Err(Rejection::NotJson(not_json)) => (Some(not_json), None),
            Err(Rejection::Violations(violations)) => (None, Some(Locator::new(json, violations).into())),
        };
        Self { json, position: Position::START, not_json, violations }
    }
}

impl<'a> Iterator for Diagnostics<'a> {
    type Item = Diagnostic<'a>;

    fn next(&mut self) -> Option<Diagnostic<'a>> {
        let mut diagnostic = match self.not_json.take() {
            Some(not_json) => locate_not_json(self.json, &not_json),
            None => self.violations.as_mut()?.next()?,
        };
        self.position.move_to(self.json, diagnostic.span.start);
        (diagnostic.line, diagnostic.column) = (self.position.line(), self.position.column());
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
    let text = core::str::from_utf8(json).unwrap_or_default();
    let (reason, start) = (not_json.reason(), offset(text, not_json));
    let problem = Err(reason);
    if let (Reason::Syntax | Reason::UnexpectedEnd, Err(error)) = (reason, Scanner::document(text)) {
        let character = text.get(error.at..).and_then(|rest| rest.chars().next());
        let span = error.at..error.at.saturating_add(character.map_or(0, char::len_utf8));
        let found = character.map_or(Content::Words("the end of the body"), Content::Unexpected);
        return Diagnostic::new(problem, Pointer::Root, span, error.expected, found);
    }
    // For a duplicate member, this is its name.
    let value = Scanner::new(text, start).value().unwrap_or_default();
    if let Reason::DuplicateMember(field) = reason {
        let found = Content::Duplicate(field);
        return Diagnostic::new(problem, Pointer::Member(field), value.range(), "each member once", found);
    }
    let has_mark = json.first().is_some_and(|first| *first >= 0xFE);
    let (span, expected, words) = match reason {
        Reason::ByteOrderMark => {
            (0..3, "UTF-8 without a byte order mark: remove the first three bytes", "a byte order mark")
        }
        Reason::Utf16LittleEndian if has_mark => {
            (0..2, iconv!("UTF-16"), "UTF-16, little endian, with a byte order mark")
        }
        Reason::Utf16BigEndian if has_mark => (0..2, iconv!("UTF-16"), "UTF-16, big endian, with a byte order mark"),
        Reason::Utf16LittleEndian => (0..2, iconv!("UTF-16LE"), "UTF-16, little endian, without a byte order mark"),
        Reason::Utf16BigEndian => (0..2, iconv!("UTF-16BE"), "UTF-16, big endian, without a byte order mark"),
        Reason::NotUtf8 => {
            let chunk = json.utf8_chunks().next();
            let (valid, invalid) = chunk.map_or((0, 0), |chunk| (chunk.valid().len(), chunk.invalid().len()));
            (valid..valid.saturating_add(invalid), "UTF-8", "bytes that are not UTF-8")
        }
        Reason::NumberOutOfRange => {
            (value.range(), "a number in the range of a double", "a number beyond the range of a double")
        }
        Reason::LoneSurrogate => (value.range(), "surrogates in pairs", "half of a surrogate pair"),
        _ => (value.range(), "an object", type_of(&value)),
    };
    Diagnostic::new(problem, pointer_to(text, start), span, expected, Content::Words(words))
}

/// Converts the position of an error to bytes.
fn offset(text: &str, not_json: &NotJson) -> usize {
    let lines = text.split_inclusive('\n').take(not_json.line().saturating_sub(1));
    let line_start = lines.map(str::len).sum::<usize>();
    let line = text.get(line_start..).unwrap_or_default().chars().take(not_json.column().saturating_sub(1));
    line_start.saturating_add(line.map(char::len_utf8).sum())
}

/// Returns the place of the value that begins at a byte.
fn pointer_to(text: &str, start: usize) -> Pointer {
    let mut scanner = Scanner::new(text, 0);
    while let Some((name, value)) = scanner.member() {
        let Some(field) = field(&name).filter(|_| value.range().contains(&start)) else { continue };
        if value.start == start {
            return Pointer::Member(field);
        }
        let mut items = Scanner::new(text, value.start);
        let before = iter::from_fn(|| items.item()).take_while(|item| item.start < start);
        return Pointer::Item(field, before.count());
    }
    Pointer::Root
}

/// Locates violations one by one.
#[derive(Clone, Debug)]
struct Locator<'a> {
    text: &'a str,
    members: Members<'a>,
    violations: ViolationsIter,
    /// The rest of the list and the number of its next item, while the items are validated.
    items: Option<(Scanner<'a>, usize)>,
    /// For each field, the first unknown member with a similar name.
    similar: [Option<UnknownMember<'a>>; Field::ALL.len()],
}

impl<'a> Locator<'a> {
    fn new(json: &'a [u8], violations: Violations) -> Self {
        let text = core::str::from_utf8(json).unwrap_or_default();
        let mut similar = [None; Field::ALL.len()];
        for unknown in UnknownMembers::new(json) {
            if let Some(similar) = unknown.suggestion().and_then(|field| similar.get_mut(field as usize)) {
                similar.get_or_insert(unknown);
            }
        }
        Self { text, members: Members::read(text), violations: violations.iter(), items: None, similar }
    }

    fn next(&mut self) -> Option<Diagnostic<'a>> {
        if let Some(item) = self.next_item() {
            return Some(item);
        }
        let violation = self.violations.next()?;
        if violation == Violation::InvalidLogStreamIds {
            self.items = self.members.get(Field::LogStreamIds).map(|list| (Scanner::new(self.text, list.start), 0));
        }
        Some(self.next_item().unwrap_or_else(|| self.locate(violation)))
    }

    /// Locates the next item of the list that is not an ID.
    fn next_item(&mut self) -> Option<Diagnostic<'a>> {
        let (items, next) = self.items.as_mut()?;
        while let Some(item) = items.item() {
            let pointer = Pointer::Item(Field::LogStreamIds, *next);
            *next = next.saturating_add(1);
            // The length of an ID and one more character are enough to see that a string is too long.
            let start = item.characters().flatten().take(LogStreamId::LEN.saturating_add(1));
            if !item.is_string() || LogStreamId::new(start.collect::<String>()).is_err() {
                let expected = accepted!(Id(LogStreamId));
                let found = Content::of_id(&item, LogStreamId::LEN);
                let problem = Ok(Violation::InvalidLogStreamIds);
                return Some(Diagnostic::new(problem, pointer, item.range(), expected, found));
            }
        }
        None
    }

    fn locate(&self, violation: Violation) -> Diagnostic<'a> {
        let field = match violation.field() {
            Field::PeriodAndUnit => Field::Period,
            field => field,
        };
        if let Some(value) = self.members.get(field) {
            let found = Content::of(violation, &self.members, &value);
            let suggestion = Suggestion::of(violation, &self.members, &value);
            let pointer = Pointer::Member(field);
            let diagnostic = Diagnostic::new(Ok(violation), pointer, value.range(), violation.expected(), found);
            return Diagnostic { suggestion, ..diagnostic };
        }
        // The closing brace.
        let end = self.text.trim_end().len();
        let brace = end.saturating_sub(1)..end;
        let similar_member = self.similar.get(field as usize).copied().flatten();
        let diagnostic = Diagnostic::new(Ok(violation), Pointer::Root, brace, violation.expected(), Content::Missing);
        Diagnostic { similar_member, ..diagnostic }
    }
}
