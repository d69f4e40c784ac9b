//! Escapes invisible characters, so that a report shows what a body contains.

use core::fmt::{self, Write};

use crate::json::pad;

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
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "it is only a string")]
pub struct Visible<'a>(pub &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| {
            let mut characters = self.0.chars().peekable();
            let mut before = None;
            while let Some(character) = characters.next() {
                let after = characters.peek().copied();
                let is_joined = is_pictograph(before) || before == Some(EMOJI_STYLE);
                let is_part_of_emoji = match character {
                    EMOJI_STYLE => is_pictograph(before),
                    JOINER => is_joined && is_pictograph(after),
                    _ => false,
                };
                if !is_invisible(character) || is_part_of_emoji {
                    out.write_char(character)?;
                    before = Some(character);
                } else {
                    write_escape(out, character)?;
                    before = None;
                }
            }
            Ok(())
        })
    }
}

/// Writes the escape of an invisible character.
pub(super) fn write_escape(out: &mut dyn Write, character: char) -> fmt::Result {
    match character {
        '\t' | '\n' | '\r' => write!(out, "{}", character.escape_default()),
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
pub(super) const fn is_invisible(character: char) -> bool {
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
