//! What stands where something else is accepted.

use core::fmt::{self, Write};

use super::members::Members;
use super::scan::{Kind, Value};
use super::text::{characters, slice};
use crate::api_reference::{Field, PeriodUnit, Violation, bytes_of};
use crate::json::Value as JsonValue;

/// What was found in the place of what is accepted. `Display` says it for people.
///
/// ```
/// use lts_log_dump::Found;
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
    /// A number, where none is accepted.
    Number,
    /// A number that is not an integer.
    Fraction,
    /// A string, where none is accepted.
    String,
    /// An array without items.
    EmptyArray,
    /// An array.
    Array,
    /// An object.
    Object,
    /// A string of so many characters.
    Length(usize),
    /// A string with a character that is not accepted.
    Character {
        /// The first such character.
        character: char,
        /// Its place in the string, from 1.
        number: usize,
    },
    /// A string that is not listed, as it stands in the body, with its quotes.
    Text(&'a str),
    /// An interval that is not listed.
    Interval {
        /// The number, as it stands in the body.
        period: &'a str,
        /// The unit.
        unit: PeriodUnit,
    },
    /// A member for the second time.
    Duplicate(Field),
    /// A number beyond the range of a double.
    NumberOutOfRange,
    /// A string with half of a surrogate pair.
    LoneSurrogate,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A character that cannot stand there.
    Unexpected(char),
    /// The end of the body.
    End,
}

/// The bytes that an ID may have.
const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

impl<'a> Found<'a> {
    /// What a value is, whatever is accepted.
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

    /// What is wrong with a value that has this violation.
    pub(super) fn of(violation: Violation, text: &'a str, members: &Members, value: &Value) -> Self {
        let written = slice(text, value.span.clone());
        match (violation, value.kind) {
            (Violation::InvalidLogGroupId, Kind::String) => Self::of_id(text, value, limit!(LogGroupId)),
            (
                Violation::InvalidObsBucketName | Violation::InvalidPrefixName | Violation::InvalidDirPrefixName,
                Kind::String,
            ) => Self::Length(characters(text, value.span.clone()).count()),
            (
                Violation::InvalidSwitchOn
                | Violation::UnlistedTransferType
                | Violation::UnlistedStorageFormat
                | Violation::UnlistedPeriodUnit,
                Kind::String,
            ) => Self::Text(written),
            // The message is about an integer and a listed unit, so there is a unit.
            (Violation::UnlistedPeriod, _) => {
                members.unit(text).map_or(Self::Number, |unit| Self::Interval { period: written, unit })
            }
            (Violation::InvalidPeriod, Kind::Number) => Self::Fraction,
            (Violation::InvalidLogStreamIds, Kind::Array) => Self::EmptyArray,
            (_, kind) => Self::of_kind(kind),
        }
    }

    /// What is wrong with an item of the list.
    pub(super) fn of_item(text: &'a str, item: &Value) -> Self {
        match item.kind {
            Kind::String => Self::of_id(text, item, limit!(LogStreamId)),
            kind => Self::of_kind(kind),
        }
    }

    /// What is wrong with a string that is not an ID: its length, or else a character.
    fn of_id(text: &'a str, value: &Value, length: usize) -> Self {
        let mut found = 0_usize;
        let mut reserved = None;
        for character in characters(text, value.span.clone()).map_while(Result::ok) {
            found = found.saturating_add(1);
            let is_unreserved =
                u8::try_from(character).is_ok_and(|byte| UNRESERVED.get(usize::from(byte)) == Some(&true));
            if !is_unreserved && reserved.is_none() {
                reserved = Some((character, found));
            }
        }
        match reserved {
            Some((character, number)) if found == length => Self::Character { character, number },
            _ => Self::Length(found),
        }
    }
}

impl Members {
    /// The unit of the interval.
    pub(super) fn unit(&self, text: &str) -> Option<PeriodUnit> {
        let unit = self.get(Field::PeriodUnit).filter(|unit| unit.kind == Kind::String)?;
        PeriodUnit::ALL.iter().copied().find(|listed| {
            let listed = listed.as_str().chars().map(Ok);
            characters(text, unit.span.clone()).eq(listed)
        })
    }

    /// The number of the interval.
    pub(super) fn period(&self, text: &str) -> Option<i64> {
        match JsonValue::parse_number(slice(text, self.get(Field::Period)?.span.clone()))? {
            JsonValue::Integer(period) => Some(period),
            _ => None,
        }
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("missing"),
            Self::Null => f.write_str("null"),
            Self::Boolean => f.write_str("a boolean"),
            Self::Number => f.write_str("a number"),
            Self::Fraction => f.write_str("a number with a fraction"),
            Self::String => f.write_str("a string"),
            Self::EmptyArray => f.write_str("an empty array"),
            Self::Array => f.write_str("an array"),
            Self::Object => f.write_str("an object"),
            Self::Length(1) => f.write_str("1 character"),
            Self::Length(length) => write!(f, "{length} characters"),
            Self::Character { character, number } => {
                write_character(f, *character)?;
                write!(f, " at character {number}")
            }
            Self::Text(text) => write_cut(f, text),
            Self::Interval { period, unit } => {
                write_cut(f, period)?;
                write!(f, " {unit}")
            }
            Self::Duplicate(field) => write!(f, "a second `{field}`"),
            Self::NumberOutOfRange => f.write_str("a number beyond the range of a double"),
            Self::LoneSurrogate => f.write_str("half of a surrogate pair"),
            Self::NotUtf8 => f.write_str("bytes that are not UTF-8"),
            Self::Unexpected(character) => write_character(f, *character),
            Self::End => f.write_str("the end of the body"),
        }
    }
}

/// Writes a character in backquotes; one that would not be seen is escaped.
fn write_character(f: &mut fmt::Formatter<'_>, character: char) -> fmt::Result {
    match character {
        '\'' | '"' | '\\' => write!(f, "`{character}`"),
        character => write!(f, "`{}`", character.escape_debug()),
    }
}

/// Writes the start of a text that may be long.
fn write_cut(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    const LONGEST: usize = 64;
    let mut rest = text.chars();
    rest.by_ref().take(LONGEST).try_for_each(|character| f.write_char(character))?;
    if rest.as_str().is_empty() { Ok(()) } else { f.write_char('…') }
}
