//! What strings and numbers mean.

use std::borrow::Cow;

use super::syntax::{Kind, Value};

/// A value as far as the rules tell values apart.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    /// What is inside is skipped.
    ArrayOrObject,
}

/// The content of a value. There is none for a string with a lone surrogate and for a number beyond the range of a double.
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

/// The characters of a string, unless a surrogate in it is alone.
pub(super) fn string<'a>(text: &'a str, value: &Value) -> Option<Cow<'a, str>> {
    let quoted = &text[value.range()];
    let raw = &quoted[1..quoted.len() - 1];
    if !raw.contains('\\') {
        return Some(raw.into());
    }
    // In UTF-16 a pair of surrogates is a character by itself, and what is no pair is an error.
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
            b'u' => u16::from_str_radix(&escape[1..length], 16).expect("the grammar demands four digits"),
            itself => itself.into(),
        });
        rest = &escape[length..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16(&units).ok().map(Cow::Owned)
}

/// The double nearest to a number, unless it is infinite.
fn number(digits: &str) -> Option<f64> {
    digits.parse().ok().filter(|number: &f64| number.is_finite())
}
