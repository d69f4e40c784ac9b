//! Finds the positions of the errors in a rejected body.

use alloc::string::String;
use core::ops::Range;

use super::found::Content;
use super::members::{Members, Pointer};
use super::suggestion::Suggestion;
use super::syntax::{Kind, Node, Scanner, SyntaxError};
use super::unknown::{UnknownMember, UnknownMembers};
use crate::api_reference::{Field, Violation, Violations, ViolationsIter};
use crate::json::NotJsonReason;
use crate::value::LogStreamId;

/// An error, before it has a line and a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding<'a> {
    pub(super) problem: Problem,
    pub(super) pointer: Pointer,
    pub(super) range: Range<usize>,
    pub(super) expected: &'static str,
    pub(super) found: Content<'a>,
    pub(super) suggestion: Option<Suggestion>,
    /// For a missing member, an unknown one with a similar name.
    pub(super) similar: Option<UnknownMember<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    NotJson(NotJsonReason),
    Violation(Violation),
}

impl Finding<'_> {
    /// Finds the position of the error in a body that is not JSON.
    pub(super) fn not_json(json: &[u8], reason: NotJsonReason) -> Self {
        let text = core::str::from_utf8(json).unwrap_or_default();
        let ambiguity = || Members::read(text).err().unwrap_or((Pointer::Root, 0..json.len()));
        let ((pointer, range), expected, found) = match reason {
            NotJsonReason::ByteOrderMark => {
                let expected = "UTF-8 without a byte order mark: remove the first three bytes";
                ((Pointer::Root, 0..3), expected, Content::ByteOrderMark)
            }
            NotJsonReason::Utf16LittleEndian | NotJsonReason::Utf16BigEndian => {
                let is_big_endian = reason == NotJsonReason::Utf16BigEndian;
                let has_mark = json.first().is_some_and(|first| *first >= 0xFE);
                let expected = match (has_mark, is_big_endian) {
                    (true, _) => "UTF-8: convert it with `iconv -f UTF-16 -t UTF-8`",
                    (false, true) => "UTF-8: convert it with `iconv -f UTF-16BE -t UTF-8`",
                    (false, false) => "UTF-8: convert it with `iconv -f UTF-16LE -t UTF-8`",
                };
                ((Pointer::Root, 0..2), expected, Content::Utf16 { is_big_endian, has_mark })
            }
            NotJsonReason::NotUtf8 => {
                let error = core::str::from_utf8(json).err();
                let start = error.map_or(0, |error| error.valid_up_to());
                let length = error.and_then(|error| error.error_len());
                let end = length.map_or(json.len(), |length| start.saturating_add(length));
                ((Pointer::Root, start..end), "UTF-8", Content::NotUtf8)
            }
            NotJsonReason::DuplicateMember(field) => (ambiguity(), "each member once", Content::Duplicate(field)),
            NotJsonReason::NumberOutOfRange => {
                (ambiguity(), "a number in the range of a double", Content::NumberOutOfRange)
            }
            NotJsonReason::LoneSurrogate => (ambiguity(), "surrogates in pairs", Content::LoneSurrogate),
            NotJsonReason::Syntax | NotJsonReason::UnexpectedEnd | NotJsonReason::NotAnObject => {
                match Scanner::document(text) {
                    Ok(value) => ((Pointer::Root, value.range()), "an object", Content::of_kind(value.kind)),
                    Err(SyntaxError { at, expected }) => {
                        let character = text.get(at..).and_then(|rest| rest.chars().next());
                        let end = at.saturating_add(character.map_or(0, char::len_utf8));
                        ((Pointer::Root, at..end), expected, character.map_or(Content::End, Content::Unexpected))
                    }
                }
            }
        };
        let problem = Problem::NotJson(reason);
        Self { problem, pointer, range, expected, found, suggestion: None, similar: None }
    }
}

/// Finds the positions of violations, one after the other.
#[derive(Clone, Debug)]
pub(super) struct ViolationLocator<'a> {
    text: &'a str,
    members: Members<'a>,
    violations: ViolationsIter,
    /// The rest of the list and the number of its next item, while the items are validated.
    items: Option<(Scanner<'a>, usize)>,
    /// The unknown members that are similar to a documented one.
    similar: [Option<UnknownMember<'a>>; Field::ALL.len()],
}

impl<'a> ViolationLocator<'a> {
    /// Never `None`, because only an unambiguous object has violations.
    pub(super) fn new(json: &'a [u8], violations: Violations) -> Option<Self> {
        let text = core::str::from_utf8(json).ok()?;
        let members = Members::read(text).ok()?;
        let mut similar = [const { None }; Field::ALL.len()];
        for unknown in UnknownMembers::new(json) {
            if let Some(similar) = unknown.suggestion().and_then(|field| similar.get_mut(field as usize)) {
                similar.get_or_insert(unknown);
            }
        }
        Some(Self { text, members, violations: violations.iter(), items: None, similar })
    }

    pub(super) fn next(&mut self) -> Option<Finding<'a>> {
        if let Some(item) = self.next_item() {
            return Some(item);
        }
        let violation = self.violations.next()?;
        if violation == Violation::InvalidLogStreamIds {
            let list = self.members.get(Field::LogStreamIds).filter(|list| list.kind == Kind::Array);
            self.items = list.map(|list| (Scanner::new(self.text, list.start), 0));
        }
        Some(self.next_item().unwrap_or_else(|| self.locate(violation)))
    }

    /// Finds the next item of the list that is not an ID.
    fn next_item(&mut self) -> Option<Finding<'a>> {
        let (items, next) = self.items.as_mut()?;
        while let Some(item) = items.item() {
            let number = *next;
            *next = next.saturating_add(1);
            if !is_id(&item) {
                return Some(Finding {
                    problem: Problem::Violation(Violation::InvalidLogStreamIds),
                    pointer: Pointer::Item(Field::LogStreamIds, number),
                    expected: concat!("exactly ", limit!(LogStreamId), " characters of ", limit!(unreserved)),
                    found: Content::of_item(&item),
                    range: item.range(),
                    suggestion: None,
                    similar: None,
                });
            }
        }
        None
    }

    /// Locates a violation in a single member or in the whole list.
    fn locate(&self, violation: Violation) -> Finding<'a> {
        let field = match violation.field() {
            Field::PeriodAndUnit => Field::Period,
            field => field,
        };
        let mut finding = Finding {
            problem: Problem::Violation(violation),
            pointer: Pointer::Root,
            range: self.members.brace.clone(),
            expected: violation.expected(),
            found: Content::Missing,
            suggestion: None,
            similar: None,
        };
        if let Some(value) = self.members.get(field) {
            (finding.pointer, finding.range) = (Pointer::Member(field), value.range());
            finding.found = Content::of(violation, &self.members, value);
            finding.suggestion = Suggestion::of(violation, &self.members, value);
        } else {
            finding.similar = self.similar.get(field as usize).copied().flatten();
        }
        finding
    }
}

/// Asks the type of an ID, so that the two cannot disagree.
fn is_id(item: &Node<'_>) -> bool {
    // One character more than an ID has shows that a string is too long.
    let most = LogStreamId::LEN.saturating_add(1);
    let start = || item.characters().flatten().take(most).collect::<String>();
    item.kind == Kind::String && LogStreamId::new(start()).is_ok()
}
