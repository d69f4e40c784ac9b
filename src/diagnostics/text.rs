//! What a string of a JSON text means, one character after the other: nothing is allocated, however long it is.

use core::char::{DecodeUtf16Error, decode_utf16};
use core::ops::Range;
use core::str::Chars;

/// What stands at a place of a text.
pub(super) fn slice(text: &str, span: Range<usize>) -> &str {
    // The places are those of values, so the default is never taken.
    text.get(span).unwrap_or_default()
}

/// The characters of a string of a text. A lone surrogate is an error in its place.
pub(super) fn characters(text: &str, string: Range<usize>) -> impl Iterator<Item = Result<char, DecodeUtf16Error>> {
    let between_quotes = string.start.saturating_add(1)..string.end.saturating_sub(1);
    decode_utf16(Units { rest: slice(text, between_quotes).chars(), low: None })
}

/// The UTF-16 code units of what stands between the quotes: escapes are written in these.
struct Units<'a> {
    rest: Chars<'a>,
    /// The second unit of the last character.
    low: Option<u16>,
}

impl Iterator for Units<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        if let Some(low) = self.low.take() {
            return Some(low);
        }
        let character = match self.rest.next()? {
            '\\' => match self.rest.next()? {
                'u' => return self.hexadecimal(),
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                itself => itself,
            },
            character => character,
        };
        let mut units = [0; 2];
        let units = character.encode_utf16(&mut units);
        self.low = units.get(1).copied();
        units.first().copied()
    }
}

impl Units<'_> {
    fn hexadecimal(&mut self) -> Option<u16> {
        (0..4).try_fold(0, |unit: u16, _| {
            let digit = self.rest.next()?.to_digit(16)?;
            Some(unit << 4 | u16::try_from(digit).ok()?)
        })
    }
}
