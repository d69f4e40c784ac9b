//! Reads the documented members of a body.

use core::ops::Range;
use core::{fmt, iter};

use serde::de::IgnoredAny;
use serde_json::Deserializer;

use crate::api_reference::{Field, Location, PeriodUnit};
use crate::json::{Value, decode_escape, pad};

/// The place of a value in a body. `Display` writes it as a JSON Pointer (RFC 6901).
///
/// ```
/// use lts_log_dump::Field;
/// use lts_log_dump::diagnostics::Pointer;
///
/// assert_eq!(Pointer::Root.to_string(), "");
/// assert_eq!(Pointer::Member(Field::TransferType).to_string(), "/type");
/// assert_eq!(Pointer::Item(Field::LogStreamIds, 57).to_string(), "/log_stream_ids/57");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pointer {
    /// The whole body.
    Root,
    /// A member of the body.
    Member(Field),
    /// An item of a member, counted from 0.
    Item(Field, usize),
}

impl Pointer {
    /// Returns the place of the name or value that begins at a byte.
    pub(super) fn to_byte(text: &str, start: usize) -> Self {
        let mut scanner = Scanner(Node { start: 0, raw: text });
        let place = iter::from_fn(|| scanner.member()).find_map(|(field, name, value)| {
            let field = field?;
            if name.start == start || value.start == start {
                return Some(Self::Member(field));
            }
            Some(Self::Item(field, Scanner(value).position(|item| item.start == start)?))
        });
        place.unwrap_or(Self::Root)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No documented name has a character that needs an escape.
        pad(f, &|out| match self {
            Self::Root => Ok(()),
            Self::Member(field) => write!(out, "/{field}"),
            Self::Item(field, item) => write!(out, "/{field}/{item}"),
        })
    }
}

/// A value of a text, or the name of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Node<'a> {
    pub(super) start: usize,
    /// The JSON of the value.
    pub(super) raw: &'a str,
}

impl<'a> Node<'a> {
    /// Reads the value at the start of a text, whose position in the body is `start`.
    pub(super) fn read(start: usize, text: &'a str) -> Option<Self> {
        let mut values = Deserializer::from_str(text).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        Some(Self { start, raw: text.get(..values.byte_offset())? })
    }

    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.start.saturating_add(self.raw.len())
    }

    /// Decodes a string one character at a time, so that a long string needs no memory. A lone surrogate becomes U+FFFD.
    ///
    /// Any other value has no characters.
    pub(super) fn characters(self) -> impl Iterator<Item = char> {
        let mut rest = self.between_quotes();
        iter::from_fn(move || {
            let mut characters = rest.chars();
            let mut character = Some(characters.next()?);
            rest = characters.as_str();
            if character == Some('\\') {
                (character, rest) = decode_escape(rest)?;
            }
            Some(character.unwrap_or(char::REPLACEMENT_CHARACTER))
        })
    }

    /// Returns a string with its escapes, without its quotes.
    pub(super) fn between_quotes(&self) -> &'a str {
        self.raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or_default()
    }
}

/// The rest of an object or an array. As an iterator, it reads the items of an array.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a>(pub(super) Node<'a>);

impl<'a> Scanner<'a> {
    /// Reads the next member of an object: its field if it is documented, its name and its value. Returns `None` at the end, and for
    /// any other value.
    pub(super) fn member(&mut self) -> Option<(Option<Field>, Node<'a>, Node<'a>)> {
        let (name, value) = (self.value_after(&['{', ','])?, self.value_after(&[':'])?);
        let has_name = |field: &Field| field.location() == Location::Body && name.characters().eq(field.name().chars());
        Some((Field::ALL.iter().copied().find(has_name), name, value))
    }

    /// Reads one of these characters and the value after it.
    fn value_after(&mut self, marks: &[char]) -> Option<Node<'a>> {
        let Self(Node { start, raw }) = self;
        let rest = raw.trim_start().strip_prefix(marks)?.trim_start();
        let value = Node::read(start.saturating_add(raw.len()).saturating_sub(rest.len()), rest)?;
        *self = Self(Node { start: value.range().end, raw: rest.get(value.raw.len()..)? });
        Some(value)
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Node<'a>;

    /// Reads the next item of an array. Returns `None` at the end, and for any other value.
    fn next(&mut self) -> Option<Node<'a>> {
        self.value_after(&['[', ','])
    }
}

/// The values of the documented members.
#[derive(Clone, Debug, Default)]
pub(super) struct Members<'a>([Option<Node<'a>>; Field::ALL.len()]);

impl<'a> Members<'a> {
    /// Reads an object. Any other value has no members.
    pub(super) fn read(mut scanner: Scanner<'a>) -> Self {
        let mut members = Self::default();
        while let Some((field, _, value)) = scanner.member() {
            if let Some(member) = field.and_then(|field| members.0.get_mut(field as usize)) {
                *member = Some(value);
            }
        }
        members
    }

    pub(super) fn get(&self, field: Field) -> Option<Node<'a>> {
        self.0.get(field as usize).copied().flatten()
    }

    /// Returns the value of `period` if it is an integer.
    pub(super) fn period(&self) -> Option<i64> {
        let Value::Integer(period) = Value::parse_number(self.get(Field::Period)?.raw)? else { return None };
        Some(period)
    }

    /// Returns the value of `period_unit` if it is listed.
    pub(super) fn period_unit(&self) -> Option<PeriodUnit> {
        let unit = self.get(Field::PeriodUnit)?;
        PeriodUnit::ALL.iter().copied().find(|listed| unit.characters().eq(listed.as_str().chars()))
    }
}
