//! What a string with escapes means.

use alloc::string::String;

use super::bytes::find_special;

/// Decodes what follows the opening quote of a string, up to its closing one. Gives the text, or `None` if half of a surrogate pair
/// stands alone in it, and what follows the string. `None` if this is no string.
///
/// With `serde_json` a body that has such a string takes an eighth more time.
pub(super) fn decode(string: &str) -> Option<(Option<String>, &str)> {
    // For most names.
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

/// Decodes the escape after a backslash. Returns the character, or `None` for half of a surrogate pair, and the rest of the string.
/// Returns `None` if this is not an escape.
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

/// Reads what follows `\u`: the digits of a character, or of two halves of a surrogate pair with `\u` in between. The character
/// is `None` if it is half of a pair.
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
