//! Finds the members of a body that the service ignores.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::iter;
use core::ops::Range;

use super::found::Start;
use super::members::{Members, field};
use super::suggestion::{edits, short};
use super::syntax::{Node, Scanner};
use crate::api_reference::{Field, Location};
use crate::json::{Position, pad};

/// Member names of the sibling API `/transfers`, which people confuse with this one.
const ALIASES: [(&str, Field); 5] = [
    ("log_streams", Field::LogStreamIds),
    ("obs_prefix_name", Field::PrefixName),
    ("obs_dir_pre_fix_name", Field::DirPrefixName),
    ("obs_period", Field::Period),
    ("obs_period_unit", Field::PeriodUnit),
];

/// The unknown members of a body, in their order in the body.
///
/// The service ignores members that the API reference does not list. If you misspell an optional member, it has its default.
///
/// The body may be accepted or rejected. Invalid JSON has no members, and neither has JSON that is not an object.
///
/// Time is linear in the length of the body. Memory is one byte per level of nesting.
///
/// A server can log them:
///
/// ```
/// use lts_log_dump::Field;
/// use lts_log_dump::diagnostics::UnknownMembers;
///
/// let body = br#"{"swich_on": false, "comment": "nightly"}"#;
/// let warnings: Vec<String> = UnknownMembers::new(body).map(|member| member.to_string()).collect();
/// assert_eq!(warnings, [
///     "unknown member `swich_on` at line 1 column 2, similar to `switch_on`",
///     "unknown member `comment` at line 1 column 21",
/// ]);
/// let member = UnknownMembers::new(body).next().unwrap();
/// assert_eq!(member.suggestion(), Some(Field::SwitchOn));
/// ```
///
/// The tests of a client can assert that a body has none:
///
/// ```
/// # use lts_log_dump::diagnostics::UnknownMembers;
/// let body = include_bytes!("../../examples/request.json");
/// assert_eq!(UnknownMembers::new(body).next(), None);
/// ```
#[derive(Clone, Debug)]
pub struct UnknownMembers<'a> {
    json: &'a [u8],
    scanner: Scanner<'a>,
    /// The documented members of the body.
    present: [bool; Field::ALL.len()],
    position: Position,
}

impl<'a> UnknownMembers<'a> {
    /// Creates an iterator over the unknown members of a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let text = core::str::from_utf8(json).unwrap_or_default();
        let text = if Scanner::document(text).is_ok() { text } else { "" };
        let (scanner, present) = (Scanner::new(text, 0), Members::read(text).present());
        Self { json, scanner, present, position: Position::START }
    }
}

/// Decodes a name. A lone surrogate becomes U+FFFD.
fn decoded(name: Node<'_>) -> impl Iterator<Item = char> {
    name.characters().map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// Returns a name in lowercase without `_`, `-` and spaces, or `None` if it is empty or too long.
fn simplified(name: impl Iterator<Item = char>) -> Option<String> {
    let letters = name.filter(|character| !matches!(character, '_' | '-' | ' '));
    short(letters.flat_map(char::to_lowercase)).filter(|name| !name.is_empty())
}

impl<'a> Iterator for UnknownMembers<'a> {
    type Item = UnknownMember<'a>;

    fn next(&mut self) -> Option<UnknownMember<'a>> {
        let (name, _) = iter::from_fn(|| self.scanner.member()).find(|(name, _)| field(name).is_none())?;
        self.position.move_to(self.json, name.start);
        let (line, column) = (self.position.line(), self.position.column());
        Some(UnknownMember { name, line, column, present: self.present })
    }
}

/// A member of a body that the API reference does not list. See [`UnknownMembers`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownMember<'a> {
    name: Node<'a>,
    line: usize,
    column: usize,
    /// The documented members of the body.
    present: [bool; Field::ALL.len()],
}

impl<'a> UnknownMember<'a> {
    /// The decoded name. A lone surrogate becomes U+FFFD.
    #[must_use]
    pub fn name(&self) -> Cow<'a, str> {
        let name = self.name.between_quotes();
        if name.contains('\\') { Cow::Owned(decoded(self.name).collect()) } else { Cow::Borrowed(name) }
    }

    /// The start of the name in backquotes, without invisible characters.
    pub(super) fn short_name(&self) -> String {
        let start: String = decoded(self.name).take(Start::LONGEST.saturating_add(1)).collect();
        format!("`{}`", Start(&start))
    }

    /// The JSON Pointer (RFC 6901) of the member.
    ///
    /// ```
    /// use lts_log_dump::diagnostics::UnknownMembers;
    ///
    /// let member = UnknownMembers::new(br#"{"a/b~c": 1}"#).next().unwrap();
    /// assert_eq!(member.pointer(), "/a~1b~0c");
    /// ```
    #[must_use]
    pub fn pointer(&self) -> String {
        format!("/{}", self.name().replace('~', "~0").replace('/', "~1"))
    }

    /// The byte range of the name with its quotes.
    #[must_use]
    pub const fn span(&self) -> Range<usize> {
        self.name.range()
    }

    /// The line of the name, from 1. Only a line feed ends a line.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column of the name in Unicode code points, from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// The documented member with the most similar name. `None` if the body has it, or if two names are equally similar.
    ///
    /// Names are compared without case, `_`, `-` and spaces. The Damerau–Levenshtein distance is at most 1 for a documented name of up to
    /// 4 characters, 2 for up to 10, and 3 for a longer one.
    #[must_use]
    pub fn suggestion(&self) -> Option<Field> {
        let name = simplified(decoded(self.name))?;
        let length = name.chars().count();
        let documented = Field::ALL.iter().filter(|field| field.location() == Location::Body);
        let names = documented.map(|field| (field.name(), *field)).chain(ALIASES);
        let distance = |(known, field): (&str, Field)| {
            let most = match known.len() {
                0..=4 => 1,
                5..=10 => 2,
                _ => 3,
            };
            // Each edit changes the length by at most one character.
            let is_near = known.split('_').map(str::len).sum::<usize>().abs_diff(length) <= most;
            let edits = is_near.then(|| edits(&name, &known.replace('_', "")))?;
            (edits <= most).then_some((edits, field))
        };
        let near: Vec<(usize, Field)> = names.filter_map(distance).collect();
        let (least, field) = *near.iter().min()?;
        let is_nearest = near.iter().all(|(edits, other)| *edits > least || *other == field);
        (is_nearest && self.present.get(field as usize) == Some(&false)).then_some(field)
    }
}

/// Writes the name, its position and the suggestion: ``unknown member `swich_on` at line 1 column 2, similar to `switch_on` ``.
///
/// A long name is cut. Invisible characters are escaped.
impl fmt::Display for UnknownMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| {
            write!(out, "unknown member {} at line {} column {}", self.short_name(), self.line, self.column)?;
            self.suggestion().map_or(Ok(()), |field| write!(out, ", similar to `{field}`"))
        })
    }
}
