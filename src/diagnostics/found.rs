//! Describes the value that a body has in place of an accepted one, and escapes invisible characters.

use core::fmt::{self, Write};

use super::members::Members;
use super::syntax::{Kind, Node};
use crate::api_reference::{Field, PeriodUnit, Violation, bytes_of};
use crate::json::pad;

/// The value that a body has in place of an accepted one. `Display` describes it for people, for example `35 characters`.
///
/// [`Diagnostic::found`](super::Diagnostic::found) returns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a>(pub(super) Content<'a>);

impl Found<'_> {
    /// Returns whether the member is missing.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        matches!(self.0, Content::Missing)
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| self.0.write(out))
    }
}

/// The content of [`Found`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content<'a> {
    Missing,
    Null,
    Boolean,
    /// A number in place of another type.
    Number,
    Fraction,
    /// A string in place of another type.
    String,
    EmptyArray,
    Array,
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
        unit: PeriodUnit,
    },
    /// A member that occurs a second time.
    Duplicate(Field),
    NumberOutOfRange,
    /// A string with half of a surrogate pair.
    LoneSurrogate,
    NotUtf8,
    ByteOrderMark,
    Utf16 {
        /// Whether the first byte of a character is the high one.
        is_big_endian: bool,
        /// Whether the text begins with a byte order mark.
        has_mark: bool,
    },
    /// A character that is a syntax error.
    Unexpected(char),
    End,
}

/// The bytes that an ID may contain.
const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

impl<'a> Content<'a> {
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

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
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
        }
    }
}

/// Writes a character in backquotes, or its escape if it is invisible.
fn write_character(out: &mut dyn Write, character: char) -> fmt::Result {
    out.write_char('`')?;
    match character {
        '\'' | '"' | '\\' => out.write_char(character)?,
        _ if is_invisible(character) => write_escape(out, character, false)?,
        _ => write!(out, "{}", character.escape_debug())?,
    }
    out.write_char('`')
}

/// Writes the first characters of a text that may be long.
fn write_start(out: &mut dyn Write, text: &str) -> fmt::Result {
    const LONGEST: usize = 64;
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    let (start, rest) = text.split_at_checked(end).unwrap_or_default();
    write_visible(out, start, false)?;
    if rest.is_empty() { Ok(()) } else { out.write_char('…') }
}

/// A string with escapes such as `\u{200b}` in place of invisible characters. `Display` writes it.
///
/// Invisible are the control and format characters (`Cc` and `Cf`), line and paragraph separators, and what Unicode calls
/// `Bidi_Control` or `Default_Ignorable_Code_Point`. Those that join an emoji stay.
///
/// ```
/// use lts_log_dump::diagnostics::Visible;
///
/// assert_eq!(Visible("RAW\u{fe0f}").to_string(), "RAW\\u{fe0f}");
/// assert_eq!(Visible("a\n\u{202e}b").to_string(), "a\\n\\u{202e}b");
/// assert_eq!(Visible("👩\u{200d}👧 ❤\u{fe0f} é").to_string(), "👩\u{200d}👧 ❤\u{fe0f} é");
/// // `{:#}` writes the escapes of JSON, so that a JSON text keeps its meaning.
/// assert_eq!(format!("{:#}", Visible("\"\u{9b}\u{e0001}\"")), r#""\u009b\udb40\udc01""#);
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "it is only a string")]
pub struct Visible<'a>(pub &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_json = f.alternate();
        pad(f, &|out| write_visible(out, self.0, is_json))
    }
}

fn write_visible(out: &mut dyn Write, text: &str, is_json: bool) -> fmt::Result {
    let mut characters = text.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        let is_part_of_emoji = match character {
            EMOJI_STYLE => is_pictograph(before),
            JOINER => (is_pictograph(before) || before == Some(EMOJI_STYLE)) && is_pictograph(after),
            _ => false,
        };
        if !is_invisible(character) || is_part_of_emoji {
            out.write_char(character)?;
            before = Some(character);
        } else {
            write_escape(out, character, is_json)?;
            before = None;
        }
    }
    Ok(())
}

/// Writes the escape of an invisible character, of JSON or of Rust.
fn write_escape(out: &mut dyn Write, character: char, is_json: bool) -> fmt::Result {
    match character {
        '\t' | '\n' | '\r' => write!(out, "{}", character.escape_default()),
        _ if is_json => character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}")),
        _ => write!(out, "{}", character.escape_unicode()),
    }
}

const JOINER: char = '\u{200d}';
/// Selects the picture of a character that also has a plain form.
const EMOJI_STYLE: char = '\u{fe0f}';

/// Returns whether a character is in a block of symbols and pictographs.
const fn is_pictograph(character: Option<char>) -> bool {
    matches!(character, Some('\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'))
}

/// Returns whether a character has no visible form of its own.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{600}'..='\u{605}'
            | '\u{61c}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{890}'..='\u{891}'
            | '\u{8e2}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{110bd}'
            | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
