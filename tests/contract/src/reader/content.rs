//! Decodes strings and numbers.

use std::borrow::Cow;

use super::syntax::{Kind, Value};

/// A decoded value, as far as the rules need it.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    /// Items and members are skipped.
    ArrayOrObject,
}

/// Decodes a value. Returns `None` for a string with a lone surrogate and for a number outside of the range of a double.
pub(super) fn of<'a>(text: &'a str, value: &Value) -> Option<Content<'a>> {
    Some(match value.kind {
        Kind::Null => Content::Null,
        Kind::False => Content::Bool(false),
        Kind::True => Content::Bool(true),
        Kind::Number => Content::Number(number(&text[value.range()])?),
        Kind::String => Content::Text(string(text, value)?),
        Kind::Array | Kind::Object => Content::ArrayOrObject,
    })
}

/// Decodes a string. Returns `None` if it has a lone surrogate.
pub(super) fn string<'a>(text: &'a str, value: &Value) -> Option<Cow<'a, str>> {
    let raw = between_quotes(text, value);
    if !raw.contains('\\') {
        return Some(raw.into());
    }
    String::from_utf16(&units(raw)).ok().map(Cow::Owned)
}

/// Decodes a string with U+FFFD in place of lone surrogates.
pub(super) fn lossy_string(text: &str, value: &Value) -> String {
    String::from_utf16_lossy(&units(between_quotes(text, value)))
}

fn between_quotes<'a>(text: &'a str, value: &Value) -> &'a str {
    let quoted = &text[value.range()];
    &quoted[1..quoted.len() - 1]
}

fn units(raw: &str) -> Vec<u16> {
    // In UTF-16 a surrogate pair is one character, and `from_utf16` rejects a lone surrogate.
    let mut units = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escape)) = rest.split_once('\\') {
        units.extend(before.encode_utf16());
        let length = if escape.starts_with('u') { 5 } else { 1 };
        units.push(match escape.as_bytes()[0] {
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => 0x0A,
            b'r' => 0x0D,
            b't' => 0x09,
            b'u' => u16::from_str_radix(&escape[1..length], 16).expect("the parser has checked the four digits"),
            itself => itself.into(),
        });
        rest = &escape[length..];
    }
    units.extend(rest.encode_utf16());
    units
}

/// Returns the nearest double. `None` if it is infinite.
fn number(digits: &str) -> Option<f64> {
    digits.parse().ok().filter(|number: &f64| number.is_finite())
}
