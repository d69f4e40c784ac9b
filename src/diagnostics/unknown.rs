//! Finds the members of a body that the service ignores.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::ops::Range;

use super::found::Visible;
use super::members::field;
use super::suggestion::edits;
use super::syntax::{Kind, Node, Scanner};
use crate::api_reference::{Field, Location};
use crate::json::{Position, pad};

/// Names of the sibling API `/transfers` that people use for a member of this one.
const ALIASES: &[(&str, Field)] = &[
    ("log_streams", Field::LogStreamIds),
    ("obs_prefix_name", Field::PrefixName),
    ("obs_dir_pre_fix_name", Field::DirPrefixName),
    ("obs_period", Field::Period),
    ("obs_period_unit", Field::PeriodUnit),
];

/// The unknown members of a body, in the order of the text.
///
/// The service ignores members that the API reference does not list, so a misspelled optional member silently has its default.
/// The body may be accepted or rejected. Text that is not JSON, and JSON that is not an object, has no members.
///
/// Time is linear in the length of the text. Memory does not depend on it, except for one byte per level of nesting.
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
    /// Reads a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let text = core::str::from_utf8(json).unwrap_or_default();
        let is_object = Scanner::document(text).is_ok_and(|value| value.kind == Kind::Object);
        let scanner = Scanner::new(if is_object { text } else { "" }, 0);
        let mut present = [false; Field::ALL.len()];
        let mut members = scanner.clone();
        while let Some((name, _)) = members.member() {
            if let Some(present) = field(&name).and_then(|field| present.get_mut(field as usize)) {
                *present = true;
            }
        }
        Self { json, scanner, present, position: Position::START }
    }
}

/// Decodes a name. A lone surrogate becomes U+FFFD.
fn decoded<'a>(name: &Node<'a>) -> impl Iterator<Item = char> + use<'a> {
    name.characters().map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// Returns a name in lowercase without `_`, `-` and spaces, or `None` if it is empty or longer than any similar name.
fn simplified(name: impl Iterator<Item = char>) -> Option<String> {
    const LONGEST: usize = 32;
    let mut simplified = String::new();
    for character in name.filter(|character| !matches!(character, '_' | '-' | ' ')) {
        simplified.extend(character.to_lowercase());
        if simplified.len() > LONGEST {
            return None;
        }
    }
    (!simplified.is_empty()).then_some(simplified)
}

impl<'a> Iterator for UnknownMembers<'a> {
    type Item = UnknownMember<'a>;

    fn next(&mut self) -> Option<UnknownMember<'a>> {
        loop {
            let (name, _) = self.scanner.member()?;
            if field(&name).is_some() {
                continue;
            }
            self.position.move_to(self.json, name.start);
            let (line, column) = (self.position.line(), self.position.column());
            return Some(UnknownMember { name, line, column, present: self.present });
        }
    }
}

/// A member of a body that the API reference does not list.
///
/// [`UnknownMembers`] creates it and has an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownMember<'a> {
    name: Node<'a>,
    line: usize,
    column: usize,
    /// The documented members of the body.
    present: [bool; Field::ALL.len()],
}

impl<'a> UnknownMember<'a> {
    /// The decoded name. A lone surrogate is replaced by U+FFFD.
    #[must_use]
    pub fn name(&self) -> Cow<'a, str> {
        let name = self.name.between_quotes();
        if name.contains('\\') { Cow::Owned(decoded(&self.name).collect()) } else { Cow::Borrowed(name) }
    }

    /// The name for people: in backquotes, short, and without invisible characters.
    pub(super) fn short_name(&self) -> String {
        const LONGEST: usize = 64;
        let start: String = decoded(&self.name).take(LONGEST).collect();
        let cut = if decoded(&self.name).nth(LONGEST).is_some() { "…" } else { "" };
        format!("`{}{cut}`", Visible(&start))
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
        let mut pointer = String::from("/");
        for character in decoded(&self.name) {
            match character {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                character => pointer.push(character),
            }
        }
        pointer
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

    /// The documented member with the most similar name, if the body does not have it.
    ///
    /// Names are compared without case, `_`, `-` and spaces. The Damerau–Levenshtein distance is at most 1 for a documented name of up to
    /// four characters, 2 for up to ten, and 3 for a longer one. If two names are equally similar, there is no suggestion.
    #[must_use]
    pub fn suggestion(&self) -> Option<Field> {
        let name = simplified(decoded(&self.name))?;
        let length = name.chars().count();
        let fields = Field::ALL.iter().filter(|field| field.location() == Location::Body);
        let names = fields.map(|field| (field.name(), *field)).chain(ALIASES.iter().copied());
        let mut nearest: Option<(usize, Option<Field>)> = None;
        for (known, field) in names {
            let most = match known.len() {
                0..=4 => 1,
                5..=10 => 2,
                _ => 3,
            };
            // Each edit changes the length by at most one character.
            if known.split('_').map(str::len).sum::<usize>().abs_diff(length) > most {
                continue;
            }
            let known = simplified(known.chars())?;
            let edits = edits(&name, &known);
            nearest = match nearest {
                _ if edits > most => nearest,
                Some((least, _)) if least < edits => nearest,
                Some((least, other)) if least == edits && other != Some(field) => Some((edits, None)),
                _ => Some((edits, Some(field))),
            };
        }
        nearest?.1.filter(|field| self.present.get(*field as usize) == Some(&false))
    }
}

/// The name, its position and the suggestion: ``unknown member `swich_on` at line 1 column 2, similar to `switch_on` ``. A long name
/// is cut, and invisible characters are escaped.
impl fmt::Display for UnknownMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| {
            write!(out, "unknown member {} at line {} column {}", self.short_name(), self.line, self.column)?;
            self.suggestion().map_or(Ok(()), |field| write!(out, ", similar to `{field}`"))
        })
    }
}
