//! Finds the end of a JSON string and decodes its escapes.

use alloc::string::String;
use alloc::vec::Vec;

/// Decodes a string from after its opening quote to its closing quote. Returns the decoded string and the rest of the text.
///
/// The string is `None` if it has a lone surrogate. The result is `None` if the text is not a string.
pub(super) fn decode(string: &str) -> Option<(Option<String>, &str)> {
    // Enough for most names.
    let mut text = String::with_capacity(64);
    let mut is_whole = true;
    let mut rest = string;
    loop {
        let (_, end) = find_special(rest.as_bytes(), 0)?;
        let (plain, special) = rest.split_at_checked(end)?;
        text.push_str(plain);
        if let Some(rest) = special.strip_prefix('"') {
            return Some((is_whole.then_some(text), rest));
        }
        let character;
        (character, rest) = decode_escape(special.strip_prefix('\\')?)?;
        match character {
            Some(character) => text.push(character),
            None => is_whole = false,
        }
    }
}

/// Decodes the escape after a backslash. Returns the character, or `None` for a lone surrogate, and the rest of the string.
///
/// The result is `None` if this is not an escape.
pub(crate) fn decode_escape(escape: &str) -> Option<(Option<char>, &str)> {
    let (kind, rest) = escape.split_at_checked(1)?;
    let character = match kind {
        "\"" | "\\" | "/" => kind.chars().next(),
        "b" => Some('\u{8}'),
        "f" => Some('\u{c}'),
        "n" => Some('\n'),
        "r" => Some('\r'),
        "t" => Some('\t'),
        "u" => return unicode(rest),
        _ => return None,
    };
    Some((character, rest))
}

/// Decodes the digits after `\u`: a character, or a surrogate pair with `\u` in between. The character is `None` if it is a lone
/// surrogate.
fn unicode(digits: &str) -> Option<(Option<char>, &str)> {
    let (first, after) = code_unit(digits)?;
    if let Some(character) = char::from_u32(first.into()) {
        return Some((Some(character), after));
    }
    let second = after.strip_prefix("\\u").and_then(code_unit);
    match second.map(|(second, after)| (char::decode_utf16([first, second]).next(), after)) {
        Some((Some(Ok(character)), after)) => Some((Some(character), after)),
        _ => Some((None, after)),
    }
}

/// Reads four hexadecimal digits.
fn code_unit(digits: &str) -> Option<(u16, &str)> {
    let (digits, after) = digits.split_at_checked(4)?;
    let unit = digits.bytes().try_fold(0, |unit: u32, digit| Some(unit << 4 | char::from(digit).to_digit(16)?))?;
    Some((u16::try_from(unit).ok()?, after))
}

/// Finds the first quote, backslash or control character at or after a position.
#[inline]
#[expect(clippy::arithmetic_side_effects, reason = "a position in a text is at most its length")]
pub(super) fn find_special(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let mut rest = bytes.get(from..)?;
    while let Some((eight, after)) = rest.split_first_chunk() {
        let specials = specials(*eight);
        if specials != 0 {
            let position = bytes.len() - rest.len() + specials.trailing_zeros() as usize / 8;
            return Some((*bytes.get(position)?, position));
        }
        rest = after;
    }
    let before = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
    Some((*rest.get(before)?, bytes.len() - rest.len() + before))
}

/// Sets the highest bit of the first quote, backslash or control character among eight bytes, and possibly of later bytes.
#[expect(clippy::arithmetic_side_effects, reason = "each byte of the product is the byte that is repeated")]
const fn specials(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST_BITS: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    // A byte below the limit borrows. Flipping bit 1 moves the quote next to the control characters and leaves the space above.
    let control_or_quote = (word ^ (ONES * 0b10)).wrapping_sub(ONES * (b' ' + 1) as u64);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !word & HIGHEST_BITS
}

/// Appends a string in quotes, as `serde_json` writes it.
#[inline]
pub(crate) fn push_string(out: &mut Vec<u8>, string: &str) {
    if find_special(string.as_bytes(), 0).is_some() {
        return push_escaped(out, string);
    }
    out.push(b'"');
    out.extend_from_slice(string.as_bytes());
    out.push(b'"');
}

#[cold]
fn push_escaped(out: &mut Vec<u8>, string: &str) {
    // Writing a string to memory does not fail.
    out.extend(serde_json::to_vec(string).unwrap_or_default());
}
