//! Finds the members of a body that the service ignores.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::iter;
use core::ops::Range;

use serde::de::IgnoredAny;

use super::found::start_of;
use super::members::{Members, Node, Scanner};
use super::suggestion::{are_within, short};
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
    pub(super) documented: Members<'a>,
    position: Position,
}

impl<'a> UnknownMembers<'a> {
    /// Creates an iterator over the unknown members of a body.
    #[must_use]
    pub fn new(json: &'a [u8]) -> Self {
        let text = core::str::from_utf8(json).ok().filter(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
        let scanner = Scanner(Node { start: 0, raw: text.unwrap_or_default() });
        Self { json, documented: Members::read(scanner.clone()), scanner, position: Position::START }
    }
}

impl<'a> Iterator for UnknownMembers<'a> {
    type Item = UnknownMember<'a>;

    fn next(&mut self) -> Option<UnknownMember<'a>> {
        let (_, name, _) = iter::from_fn(|| self.scanner.member()).find(|(field, ..)| field.is_none())?;
        self.position.move_to(self.json, name.start);
        let suggestion = similar_field(&name).filter(|field| self.documented.get(*field).is_none());
        Some(UnknownMember { name, position: self.position, suggestion })
    }
}

/// A member of a body that the API reference does not list. See [`UnknownMembers`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownMember<'a> {
    name: Node<'a>,
    position: Position,
    suggestion: Option<Field>,
}

impl<'a> UnknownMember<'a> {
    /// The decoded name. A lone surrogate becomes U+FFFD.
    #[must_use]
    pub fn name(&self) -> Cow<'a, str> {
        let name = self.name.between_quotes();
        if name.contains('\\') { Cow::Owned(self.name.characters().collect()) } else { Cow::Borrowed(name) }
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
        self.position.line
    }

    /// The column of the name in Unicode code points, from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.position.column
    }

    /// The documented member with the most similar name. `None` if the body has it, or if two names are equally similar.
    ///
    /// Names are compared without case, `_`, `-` and spaces. The Damerau–Levenshtein distance is at most 1 for a documented name of up to
    /// 4 characters, 2 for up to 10, and 3 for a longer one.
    #[must_use]
    pub fn suggestion(&self) -> Option<Field> {
        self.suggestion
    }
}

/// Returns the documented member with the most similar name, unless two are equally similar.
fn similar_field(name: &Node<'_>) -> Option<Field> {
    let letters = name.characters().filter(|character| !matches!(character, '_' | '-' | ' '));
    let name = short(letters.flat_map(char::to_lowercase))?;
    let length = name.chars().count();
    let documented = Field::ALL.iter().filter(|field| field.location() == Location::Body);
    let names = documented.map(|field| (field.name(), *field)).chain(ALIASES);
    let near = names.filter_map(|(known, field)| {
        let most = match known.len() {
            0..=4 => 1,
            5..=10 => 2,
            _ => 3,
        };
        // Each edit changes the length by at most one character.
        let is_near = known.split('_').map(str::len).sum::<usize>().abs_diff(length) <= most;
        let known = is_near.then(|| known.replace('_', ""))?;
        let edits = (0..=most).find(|edits| are_within(*edits, &name, &known))?;
        Some((edits, field))
    });
    let near: Vec<(usize, Field)> = near.collect();
    let (least, field) = *near.iter().min()?;
    near.iter().all(|(edits, other)| *edits > least || *other == field).then_some(field)
}

/// Writes the name, its position and the suggestion: ``unknown member `swich_on` at line 1 column 2, similar to `switch_on` ``.
///
/// A long name is cut. Invisible characters are escaped.
impl fmt::Display for UnknownMember<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| {
            let name = start_of(&self.name());
            write!(out, "unknown member `{name}` at line {} column {}", self.line(), self.column())?;
            self.suggestion().map_or(Ok(()), |field| write!(out, ", similar to `{field}`"))
        })
    }
}
