//! Locates the errors of a rejected body, and lists the members that the service ignores.
//!
//! [`from_json`] finds the errors. A second pass only locates them, so the two cannot disagree.
//!
//! [`from_json`]: crate::CreateLogDumpObsRequestBody::from_json

mod diagnostic;
mod found;
mod members;
mod suggestion;
mod unknown;

use alloc::format;
use alloc::string::String;
use core::iter::Enumerate;
use core::ops::Range;

pub use diagnostic::Diagnostic;
use found::{Content, type_of};
pub use found::{Found, Visible};
pub use members::Pointer;
use members::{Members, Node, Scanner};
use serde::de::IgnoredAny;
pub use suggestion::Suggestion;
pub use unknown::{UnknownMember, UnknownMembers};

use crate::api_reference::{Field, Shape, Violation, ViolationsIter};
use crate::error::{NotJson, Rejection};
use crate::json::{NotJsonReason as Reason, Position};
use crate::request::CreateLogDumpObsRequestBody;
use crate::value::LogStreamId;

/// The problem of a diagnostic, its place, its byte range, the accepted values and the value in the body.
type Located<'a> = (Result<Violation, Reason>, Pointer, Range<usize>, &'static str, Content<'a>);

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
    /// For each field, the first unknown member with a similar name.
    similar: [Option<UnknownMember<'a>>; Field::ALL.len()],
}

impl<'a> Diagnostics<'a> {
    /// Validates a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let (not_json, violations, object) = match CreateLogDumpObsRequestBody::from_json(json) {
            Ok(_) => (None, None, &[][..]),
            Err(Rejection::NotJson(not_json)) => (Some(not_json), None, &[][..]),
            Err(Rejection::Violations(violations)) => (None, Some(violations.iter()), json),
        };
        let unknown = UnknownMembers::new(object);
        let members = unknown.documented.clone();
        let mut similar = [None; Field::ALL.len()];
        for member in unknown {
            if let Some(similar) = member.suggestion().and_then(|field| similar.get_mut(field as usize)) {
                similar.get_or_insert(member);
            }
        }
        Self { json, position: Position::START, not_json, violations, members, items: None, similar }
    }

    /// Locates the next item of the list that is not an ID.
    fn next_item(&mut self) -> Option<Located<'a>> {
        let is_id = |item: &Node<'_>| {
            // The length of an ID and one more character are enough to see that a string is too long.
            let start = item.characters().take(LogStreamId::LEN.saturating_add(1));
            LogStreamId::new(start.collect::<String>()).is_ok()
        };
        let (number, item) = self.items.as_mut()?.find(|(_, item)| !is_id(item))?;
        let pointer = Pointer::Item(Field::LogStreamIds, number);
        let found = Content::of(Shape::Id { len: LogStreamId::LEN }, &self.members, &item);
        Some((Ok(Violation::InvalidLogStreamIds), pointer, item.range(), accepted!(Id(LogStreamId)), found))
    }

    fn next_violation(&mut self) -> Option<Located<'a>> {
        let violation = self.violations.as_mut()?.next()?;
        let field = match violation.field() {
            Field::PeriodAndUnit => Field::Period,
            field => field,
        };
        let value = self.members.get(field);
        if field == Field::LogStreamIds {
            self.items = value.map(|list| Scanner(list).enumerate());
            if let Some(item) = self.next_item() {
                return Some(item);
            }
        }
        let Some(value) = value else {
            let end = self.json.trim_ascii_end().len();
            let brace = end.saturating_sub(1)..end;
            return Some((Ok(violation), Pointer::Root, brace, violation.expected(), Content::Missing));
        };
        let found = Content::of(violation.field().shape(), &self.members, &value);
        Some((Ok(violation), Pointer::Member(field), value.range(), violation.expected(), found))
    }
}

impl<'a> Iterator for Diagnostics<'a> {
    type Item = Diagnostic<'a>;

    fn next(&mut self) -> Option<Diagnostic<'a>> {
        let (problem, pointer, span, expected, found) = match self.not_json.take() {
            Some(not_json) => locate_not_json(self.json, &not_json),
            None => self.next_item().or_else(|| self.next_violation())?,
        };
        self.position.move_to(self.json, span.start);
        let violation = problem.ok();
        let suggestion = violation.and_then(|violation| Suggestion::of(violation, &self.members));
        let similar_member = violation.and_then(|violation| *self.similar.get(violation.field() as usize)?);
        let position = self.position;
        Some(Diagnostic { problem, pointer, span, position, expected, found, suggestion, similar_member })
    }
}

macro_rules! utf_16 {
    ($encoding:literal, $found:literal) => {{
        let expected = concat!("UTF-8: convert it with `iconv -f ", $encoding, " -t UTF-8`");
        (2, expected, Words(concat!("UTF-16, ", $found, " a byte order mark")))
    }};
}

/// Locates the error of a body that is not JSON.
fn locate_not_json<'a>(json: &[u8], not_json: &NotJson) -> Located<'a> {
    use Content::Words;
    // The valid start if the body is not UTF-8.
    let text = json.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let (reason, start) = (not_json.reason(), offset(text, not_json));
    let (before, rest) = text.split_at_checked(start).unwrap_or_default();
    let next = rest.chars().next();
    // For a duplicate member, this is its name.
    let value = Node::read(start, rest).unwrap_or_default();
    let has_mark = json.first().is_some_and(|first| *first >= 0xFE);
    let (len, expected, found) = match reason {
        Reason::Syntax | Reason::UnexpectedEnd => {
            let found = next.map_or(Words("the end of the body"), Content::Unexpected);
            (next.map_or(0, char::len_utf8), expected(before, next), found)
        }
        Reason::DuplicateMember(field) => (value.raw.len(), "each member once", Content::Duplicate(field)),
        Reason::ByteOrderMark => {
            (3, "UTF-8 without a byte order mark: remove the first three bytes", Words("a byte order mark"))
        }
        Reason::Utf16LittleEndian if has_mark => utf_16!("UTF-16", "little endian, with"),
        Reason::Utf16BigEndian if has_mark => utf_16!("UTF-16", "big endian, with"),
        Reason::Utf16LittleEndian => utf_16!("UTF-16LE", "little endian, without"),
        Reason::Utf16BigEndian => utf_16!("UTF-16BE", "big endian, without"),
        Reason::NotUtf8 => {
            let invalid = json.utf8_chunks().next().map_or(0, |chunk| chunk.invalid().len());
            (invalid, "UTF-8", Words("bytes that are not UTF-8"))
        }
        Reason::NumberOutOfRange => {
            (value.raw.len(), "a number in the range of a double", Words("a number beyond the range of a double"))
        }
        Reason::LoneSurrogate => (value.raw.len(), "surrogates in pairs", Words("half of a surrogate pair")),
        Reason::NotAnObject => (value.raw.len(), "an object", Words(type_of(&value))),
    };
    (Err(reason), Pointer::to_byte(text, start), start..start.saturating_add(len), expected, found)
}

/// Converts the position of an error to bytes.
fn offset(text: &str, not_json: &NotJson) -> usize {
    let lines = text.split_inclusive('\n').take(not_json.line().saturating_sub(1));
    let line_start = lines.map(str::len).sum::<usize>();
    let line = text.get(line_start..).unwrap_or_default().chars().take(not_json.column().saturating_sub(1));
    line_start.saturating_add(line.map(char::len_utf8).sum())
}

/// How a text may continue, and what a text expects that may continue like this. The first row that fits counts.
///
/// `serde_json` reads the four digits after `\u` together, so a shorter first row would fit there as well.
const EXPECTED: [(&str, &str); 12] = [
    ("~~~~", "`\"`"),
    ("/~~~", "one of `\"\\/bfnrtu`"),
    ("aaaa", "a hexadecimal digit"),
    (",0", "`,` or `]`"),
    (",", "`,` or `}`"),
    ("]", "a value, or `]`"),
    ("[", "a value"),
    ("}", "a name in quotes, or `}`"),
    ("\"", "a name in quotes"),
    (":", "`:`"),
    (" ", "the end of the body"),
    ("0", "a digit"),
];

/// Describes what a text expects after a start without errors. `next` is the character that it has instead.
///
/// The errors of `serde_json` do not name it. But they show whether a text could continue.
fn expected(start: &str, next: Option<char>) -> &'static str {
    let fits = |continuation| match serde_json::from_str::<IgnoredAny>(&format!("{start}{continuation}")) {
        Ok(IgnoredAny) => true,
        Err(error) => error.is_eof(),
    };
    match EXPECTED.iter().find(|(continuation, _)| fits(continuation)) {
        Some((_, "`\"`")) if next.is_some() => "an escape, as this is a control character",
        Some((_, expected)) => expected,
        None => match start.chars().rev().find(|letter| matches!(letter, 'n' | 't' | 'f')) {
            Some('n') => "null",
            Some('t') => "true",
            _ => "false",
        },
    }
}
