//! Describes rejected values, and escapes invisible characters.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::members::{Members, Node};
use crate::api_reference::{Field, PeriodUnit, Shape, bytes_of};
use crate::json::pad;

/// The value that a body has instead of an accepted one. `Display` describes it for people, for example `35 characters`.
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

/// The content of [`Found`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content<'a> {
    Missing,
    /// A description.
    Words(&'static str),
    /// A string with this number of characters.
    Length(usize),
    /// The first character of a string that is not accepted, and its position from 1.
    Character(char, usize),
    /// A string that is not listed, with its quotes and escapes.
    Text(&'a str),
    /// An interval that is not listed, with the number as it is written in the body.
    Interval(&'a str, PeriodUnit),
    /// A member that occurs a second time.
    Duplicate(Field),
    /// A character that is a syntax error.
    Unexpected(char),
}

/// The bytes that an ID may contain.
const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

/// Describes the type of a value.
pub(super) const fn type_of(value: &Node<'_>) -> &'static str {
    match value.raw.as_bytes() {
        [b'n', ..] => "null",
        [b't' | b'f', ..] => "a boolean",
        [b'"', ..] => "a string",
        [b'[', ..] => "an array",
        [b'{', ..] => "an object",
        _ => "a number",
    }
}

impl<'a> Content<'a> {
    /// Describes a value that is not accepted. A string of an ID's length is described by its first wrong character.
    pub(super) fn of(shape: Shape, members: &Members<'_>, value: &Node<'a>) -> Self {
        match (shape, type_of(value)) {
            (Shape::Id { len }, "a string") => {
                let found = value.characters().count();
                let mut characters = (1..).zip(value.characters());
                match characters.find(|(_, character)| UNRESERVED.get(*character as usize) != Some(&true)) {
                    Some((number, character)) if found == len => Self::Character(character, number),
                    _ => Self::Length(found),
                }
            }
            (Shape::Name { .. }, "a string") => Self::Length(value.characters().count()),
            (Shape::Listed(_) | Shape::Switch, "a string") => Self::Text(value.raw),
            (Shape::Ids { .. }, "an array") => Self::Words("an empty array"),
            (Shape::Integer, "a number") => Self::Words("a number with a fraction"),
            // The unit is listed, because otherwise it has a violation of its own.
            (Shape::Interval, words) => {
                members.period_unit().map_or(Self::Words(words), |unit| Self::Interval(value.raw, unit))
            }
            (_, words) => Self::Words(words),
        }
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| match self.0 {
            Content::Missing => out.write_str("missing"),
            Content::Words(words) => out.write_str(words),
            Content::Length(1) => out.write_str("1 character"),
            Content::Length(length) => write!(out, "{length} characters"),
            Content::Character(character, number) => write!(out, "{} at character {number}", in_backquotes(character)),
            Content::Text(text) => out.write_str(&start_of(text)),
            Content::Interval(period, unit) => write!(out, "{} {unit}", start_of(period)),
            Content::Duplicate(field) => write!(out, "a second `{field}`"),
            Content::Unexpected(character) => out.write_str(&in_backquotes(character)),
        })
    }
}

/// Returns a character in backquotes, or its escape if it is invisible.
fn in_backquotes(character: char) -> String {
    match character {
        '\'' | '"' | '\\' => format!("`{character}`"),
        _ if is_invisible(character) => format!("`{}`", character.escape_default()),
        _ => format!("`{}`", character.escape_debug()),
    }
}

/// Returns the start of a string that may be long, with escapes for invisible characters.
pub(super) fn start_of(text: &str) -> String {
    const LONGEST: usize = 64;
    let start: String = text.chars().take(LONGEST).collect();
    let cut = if start.len() < text.len() { "…" } else { "" };
    format!("{}{cut}", Visible(&start))
}

/// A string for people. `Display` writes an escape such as `\u{200b}` for each invisible character.
///
/// Invisible characters are control and format characters (`Cc` and `Cf`), line and paragraph separators, and the characters with the
/// property `Bidi_Control` or `Default_Ignorable_Code_Point`. Those within an emoji are not escaped.
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
        pad(f, &|out| {
            let mut characters = self.0.chars().peekable();
            let mut before = None;
            while let Some(character) = characters.next() {
                let is_joined = is_pictograph(before) || before == Some(EMOJI_STYLE);
                let is_shown = match character {
                    EMOJI_STYLE => is_pictograph(before),
                    JOINER => is_joined && is_pictograph(characters.peek().copied()),
                    _ => !is_invisible(character),
                };
                if is_shown {
                    out.write_char(character)?;
                } else if is_json && !matches!(character, '\t' | '\n' | '\r') {
                    for unit in character.encode_utf16(&mut [0; 2]) {
                        write!(out, "\\u{unit:04x}")?;
                    }
                } else {
                    write!(out, "{}", character.escape_default())?;
                }
                before = is_shown.then_some(character);
            }
            Ok(())
        })
    }
}

const JOINER: char = '\u{200d}';
/// Selects the emoji form of the character before it.
const EMOJI_STYLE: char = '\u{fe0f}';

/// Returns whether a character is in a Unicode block of symbols and pictographs.
const fn is_pictograph(character: Option<char>) -> bool {
    matches!(character, Some('\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'))
}

/// The first code point of each run of visible or invisible characters. The runs alternate, and the first is invisible.
const RUNS: [u32; 54] = [
    0x00, 0x20, 0x7f, 0xa0, 0xad, 0xae, 0x34f, 0x350, 0x600, 0x606, 0x61c, 0x61d, 0x6dd, 0x6de, 0x70f, 0x710, 0x890,
    0x892, 0x8e2, 0x8e3, 0x115f, 0x1161, 0x17b4, 0x17b6, 0x180b, 0x1810, 0x200b, 0x2010, 0x2028, 0x202f, 0x2060,
    0x2070, 0x3164, 0x3165, 0xfe00, 0xfe10, 0xfeff, 0xff00, 0xffa0, 0xffa1, 0xfff0, 0xfffc, 0x110bd, 0x110be, 0x110cd,
    0x110ce, 0x13430, 0x13440, 0x1bca0, 0x1bca4, 0x1d173, 0x1d17b, 0xe0000, 0xe1000,
];

fn is_invisible(character: char) -> bool {
    RUNS.partition_point(|start| *start <= u32::from(character)) % 2 == 1
}
