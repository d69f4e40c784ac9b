//! Describes the value that a body has in place of an accepted one.

use core::fmt::{self, Write};

use super::members::Members;
use super::syntax::{Kind, Node};
use super::visible::{Visible, is_invisible, write_escape};
use crate::api_reference::{Field, PeriodUnit, Violation, bytes_of};
use crate::json::pad;

/// The value that a body has in place of an accepted one. `Display` describes it for people.
///
/// ```
/// use lts_log_dump::diagnostics::Found;
///
/// assert_eq!(Found::Length(35).to_string(), "35 characters");
/// assert_eq!(Found::Character { character: '/', number: 9 }.to_string(), "`/` at character 9");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Found<'a> {
    /// The member is missing.
    Missing,
    /// Null.
    Null,
    /// A boolean.
    Boolean,
    /// A number in place of another type.
    Number,
    /// A number that is not an integer.
    Fraction,
    /// A string in place of another type.
    String,
    /// An array without items.
    EmptyArray,
    /// An array.
    Array,
    /// An object.
    Object,
    /// A string with this number of characters.
    Length(usize),
    /// A string with a character that is not accepted.
    Character {
        /// The first such character.
        character: char,
        /// Its position in the string, from 1.
        number: usize,
    },
    /// A string that is not listed, with its quotes and escapes.
    Text(&'a str),
    /// An interval that is not listed.
    Interval {
        /// The number as it is written in the body.
        period: &'a str,
        /// The unit.
        unit: PeriodUnit,
    },
    /// A member that occurs a second time.
    Duplicate(Field),
    /// A number beyond the range of a double.
    NumberOutOfRange,
    /// A string with half of a surrogate pair.
    LoneSurrogate,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A byte order mark.
    ByteOrderMark,
    /// UTF-16 instead of UTF-8.
    Utf16 {
        /// Whether the first byte of a character is the high one.
        is_big_endian: bool,
        /// Whether the text begins with a byte order mark.
        has_mark: bool,
    },
    /// A character that is a syntax error.
    Unexpected(char),
    /// The end of the body.
    End,
}

/// The bytes that an ID may contain.
const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

impl<'a> Found<'a> {
    /// Describes a value by its type.
    pub(super) const fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Null => Self::Null,
            Kind::Boolean => Self::Boolean,
            Kind::Number => Self::Number,
            Kind::String => Self::String,
            Kind::Array => Self::Array,
            Kind::Object => Self::Object,
        }
    }

    /// Describes a value that has this violation.
    pub(super) fn of(violation: Violation, members: &Members<'_>, value: &Node<'a>) -> Self {
        use Violation::{
            InvalidDirPrefixName, InvalidLogGroupId, InvalidLogStreamIds, InvalidObsBucketName, InvalidPeriod,
            InvalidPrefixName, InvalidSwitchOn, UnlistedPeriod, UnlistedPeriodUnit, UnlistedStorageFormat,
            UnlistedTransferType,
        };
        match (violation, value.kind) {
            (InvalidLogGroupId, Kind::String) => Self::of_id(value, limit!(LogGroupId)),
            (InvalidObsBucketName | InvalidPrefixName | InvalidDirPrefixName, Kind::String) => {
                Self::Length(value.characters().count())
            }
            (InvalidSwitchOn | UnlistedTransferType | UnlistedStorageFormat | UnlistedPeriodUnit, Kind::String) => {
                Self::Text(value.raw)
            }
            // Only an integer with a listed unit has this violation, so there is a unit.
            (UnlistedPeriod, _) => {
                members.period_unit().map_or(Self::Number, |unit| Self::Interval { period: value.raw, unit })
            }
            (InvalidPeriod, Kind::Number) => Self::Fraction,
            (InvalidLogStreamIds, Kind::Array) => Self::EmptyArray,
            (_, kind) => Self::of_kind(kind),
        }
    }

    /// Describes an item of the list that is not an ID.
    pub(super) fn of_item(item: &Node<'_>) -> Self {
        match item.kind {
            Kind::String => Self::of_id(item, limit!(LogStreamId)),
            kind => Self::of_kind(kind),
        }
    }

    /// Describes a string that is not an ID: by its length if that is wrong, otherwise by its first wrong character.
    fn of_id(value: &Node<'_>, length: usize) -> Self {
        let is_reserved = |character| {
            let byte = u8::try_from(character).map(usize::from);
            !byte.is_ok_and(|byte| UNRESERVED.get(byte) == Some(&true))
        };
        let found = value.characters().count();
        let mut reserved = (1..).zip(value.characters().flatten()).filter(|(_, character)| is_reserved(*character));
        match reserved.next() {
            Some((number, character)) if found == length => Self::Character { character, number },
            _ => Self::Length(found),
        }
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| match self {
            Self::Missing => out.write_str("missing"),
            Self::Null => out.write_str("null"),
            Self::Boolean => out.write_str("a boolean"),
            Self::Number => out.write_str("a number"),
            Self::Fraction => out.write_str("a number with a fraction"),
            Self::String => out.write_str("a string"),
            Self::EmptyArray => out.write_str("an empty array"),
            Self::Array => out.write_str("an array"),
            Self::Object => out.write_str("an object"),
            Self::Length(1) => out.write_str("1 character"),
            Self::Length(length) => write!(out, "{length} characters"),
            Self::Character { character, number } => {
                write_character(out, *character)?;
                write!(out, " at character {number}")
            }
            Self::Text(text) => write_start(out, text),
            Self::Interval { period, unit } => {
                write_start(out, period)?;
                write!(out, " {unit}")
            }
            Self::Duplicate(field) => write!(out, "a second `{field}`"),
            Self::NumberOutOfRange => out.write_str("a number beyond the range of a double"),
            Self::LoneSurrogate => out.write_str("half of a surrogate pair"),
            Self::NotUtf8 => out.write_str("bytes that are not UTF-8"),
            Self::ByteOrderMark => out.write_str("a byte order mark"),
            Self::Utf16 { is_big_endian, has_mark } => {
                let order = if *is_big_endian { "big" } else { "little" };
                let mark = if *has_mark { "with" } else { "without" };
                write!(out, "UTF-16, {order} endian, {mark} a byte order mark")
            }
            Self::Unexpected(character) => write_character(out, *character),
            Self::End => out.write_str("the end of the body"),
        })
    }
}

/// Writes a character in backquotes, or its escape if it is invisible.
fn write_character(out: &mut dyn Write, character: char) -> fmt::Result {
    match character {
        character if is_invisible(character) => {
            out.write_char('`')?;
            write_escape(out, character)?;
            out.write_char('`')
        }
        '\'' | '"' | '\\' => write!(out, "`{character}`"),
        character => write!(out, "`{}`", character.escape_debug()),
    }
}

/// Writes the first characters of a text that may be long.
fn write_start(out: &mut dyn Write, text: &str) -> fmt::Result {
    const LONGEST: usize = 64;
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    let (start, rest) = text.split_at_checked(end).unwrap_or_default();
    write!(out, "{}", Visible(start))?;
    if rest.is_empty() { Ok(()) } else { out.write_char('…') }
}
