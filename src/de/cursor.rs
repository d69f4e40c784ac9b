//! Reading a JSON text by hand, as far as nearly all bodies go: punctuation, strings, words, and short integers.
//!
//! `serde_json` decodes a string with escapes, finds the end of any other number, and skips what nobody wants to know.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a position in a text is at most its length, which is far from the end of `usize`; and 18 digits fit"
)]

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use serde::de::{Error, IgnoredAny, Visitor};
use serde::{Deserialize, Deserializer};

use super::any::Slot;
use super::not_json_reason::NotJsonReason;
use super::scalar::Scalar;

/// Why a text is refused, and at which byte.
#[derive(Clone, Copy)]
pub(crate) struct Refusal {
    pub(crate) reason: NotJsonReason,
    pub(crate) position: usize,
}

/// A position in a text. A method that moves on returns the position after what it read.
///
/// It is handed on by value: behind a reference each step would go through memory (a third of the time of a small body).
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, position: 0 }
    }

    /// The bytes from the position on.
    #[inline]
    pub(crate) fn rest(self) -> &'a [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    #[inline]
    const fn at(self, position: usize) -> Self {
        Self { text: self.text, position }
    }

    pub(crate) const fn refuse<T>(self, reason: NotJsonReason) -> Result<T, Refusal> {
        Err(Refusal { reason, position: self.position })
    }

    /// Refuses what breaks the grammar. `serde_json` says later what and where.
    const fn unexpected<T>(self) -> Result<T, Refusal> {
        self.refuse(NotJsonReason::Syntax)
    }

    /// Moves over white space, and looks at the byte after it.
    #[inline]
    pub(crate) fn peek(self) -> (Option<u8>, Self) {
        // One comparison for what is no white space: a tenth of the time of a small body.
        if let Some(byte @ b'!'..) = self.text.as_bytes().get(self.position) {
            return (Some(*byte), self);
        }
        let after = self.at(self.position + space(self.rest()));
        (after.rest().first().copied(), after)
    }

    #[inline]
    pub(crate) fn expect(self, byte: u8) -> Result<Self, Refusal> {
        let (found, cursor) = self.peek();
        if found == Some(byte) { Ok(cursor.at(cursor.position + 1)) } else { cursor.unexpected() }
    }

    /// Reads what stands between two brackets, with commas in between. The opening one is there.
    #[inline]
    pub(crate) fn sequence(
        self,
        close: u8,
        mut item: impl FnMut(Self) -> Result<Self, Refusal>,
    ) -> Result<Self, Refusal> {
        let (first, mut cursor) = self.at(self.position + 1).peek();
        if first == Some(close) {
            return Ok(cursor.at(cursor.position + 1));
        }
        loop {
            let (next, after) = item(cursor)?.peek();
            cursor = after.at(after.position + 1);
            match next {
                Some(b',') => {}
                Some(byte) if byte == close => return Ok(cursor),
                _ => return after.unexpected(),
            }
        }
    }

    /// Says whether only white space is left.
    pub(crate) fn end(self) -> Result<(), Refusal> {
        let (byte, cursor) = self.peek();
        if byte.is_none() { Ok(()) } else { cursor.unexpected() }
    }

    /// Reads any value. Not inlined: the callers read plain strings themselves, which are nearly all values.
    #[inline(never)]
    pub(crate) fn value(self, slot: &mut dyn Slot) -> Result<Self, Refusal> {
        let (byte, cursor) = self.peek();
        match byte {
            Some(b'"') => {
                let content = cursor.content()?;
                if !content.has_escapes {
                    slot.fill(Scalar::Text(content.text));
                } else if !content.decode(&mut |text| slot.fill(Scalar::Text(text)))? {
                    return cursor.refuse(NotJsonReason::LoneSurrogate);
                }
                Ok(content.after)
            }
            Some(b'-' | b'0'..=b'9') => cursor.number(slot),
            Some(b'n') => cursor.word("null", Scalar::Null, slot),
            Some(b't') => cursor.word("true", Scalar::Bool(true), slot),
            Some(b'f') => cursor.word("false", Scalar::Bool(false), slot),
            _ => {
                slot.fill(Scalar::Other);
                cursor.skip()
            }
        }
    }

    /// Moves over a value, whatever it holds.
    pub(crate) fn skip(self) -> Result<Self, Refusal> {
        let (_, cursor) = self.peek();
        let mut deserializer =
            serde_json::Deserializer::from_str(cursor.text.get(cursor.position..).unwrap_or_default());
        if IgnoredAny::deserialize(&mut deserializer).is_err() {
            return cursor.unexpected();
        }
        Ok(cursor.at(cursor.position + deserializer.into_iter::<IgnoredAny>().byte_offset()))
    }

    /// Reads a string without escapes. Any other value is left to [`value`](Self::value).
    #[expect(clippy::inline_always, reason = "a call for each string would take a sixth of the time of a small body")]
    #[inline(always)]
    pub(crate) fn plain_string(self) -> Option<(&'a str, Self)> {
        let content = self.rest().strip_prefix(b"\"")?;
        let mut len = 0;
        // Eight bytes at a time: half of the time that is spent on a small body.
        while let Some(eight) = content.get(len..)?.first_chunk() {
            let specials = specials(*eight);
            if specials != 0 {
                len += specials.trailing_zeros() as usize / 8;
                break;
            }
            len += eight.len();
        }
        while !matches!(content.get(len)?, b'"' | b'\\' | ..b' ') {
            len += 1;
        }
        if content.get(len) != Some(&b'"') {
            return None;
        }
        let start = self.position + 1;
        Some((self.text.get(start..start + len)?, self.at(start + len + 1)))
    }

    /// The position before the last `len` bytes.
    #[inline]
    pub(crate) const fn at_last(self, len: usize) -> Self {
        self.at(self.text.len().saturating_sub(len))
    }

    /// Reads a name or a string, unless it has a lone surrogate: then it stays as it is written.
    pub(crate) fn string(self) -> Result<(Cow<'a, str>, Self), Refusal> {
        let content = self.content()?;
        let mut decoded = None;
        if content.has_escapes {
            content.decode(&mut |text| decoded = Some(String::from(text)))?;
        }
        Ok((decoded.map_or(Cow::Borrowed(content.text), Cow::Owned), content.after))
    }

    /// Finds the end of the string that begins here.
    fn content(self) -> Result<Content<'a>, Refusal> {
        let bytes = self.text.as_bytes();
        if bytes.get(self.position) != Some(&b'"') {
            return self.unexpected();
        }
        let start = self.position + 1;
        let mut end = start;
        let mut has_escapes = false;
        loop {
            match bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    has_escapes = true;
                    end += 2;
                }
                Some(..b' ') | None => return self.unexpected(),
                Some(_) => end += 1,
            }
        }
        let text = self.text.get(start..end).unwrap_or_default();
        let literal = self.text.get(self.position..=end).unwrap_or_default();
        Ok(Content { text, has_escapes, literal, after: self.at(end + 1) })
    }

    /// Reads a string of exactly `N` bytes as what the function makes of them.
    ///
    /// The function has to refuse quotes and backslashes: then nothing has to look for the end of the string.
    #[inline]
    pub(crate) fn fixed<const N: usize, T>(self, make: impl FnOnce(&'a [u8; N]) -> Option<T>) -> Option<(T, Self)> {
        let (content, [b'"', ..]) = self.rest().strip_prefix(b"\"")?.split_first_chunk()? else { return None };
        Some((make(content)?, self.at(self.position + N + 2)))
    }

    /// Reads one of these values in quotes. Any other value is left to [`value`](Self::value).
    #[inline]
    pub(crate) fn one_of<T: Copy>(self, values: &[T], text: impl Fn(T) -> &'static str) -> Option<(T, Self)> {
        let rest = self.rest().strip_prefix(b"\"")?;
        let after = |value| rest.strip_prefix(text(value).as_bytes())?.strip_prefix(b"\"");
        values.iter().find_map(|value| Some((*value, self.at_last(after(*value)?.len()))))
    }

    /// Reads an integer of one or two digits before a comma or brace. Any other value is left to [`value`](Self::value).
    #[inline]
    pub(crate) fn short_integer(self) -> Option<(i64, Self)> {
        match *self.rest() {
            [one @ b'1'..=b'9', b',' | b'}', ..] => Some((i64::from(one - b'0'), self.at(self.position + 1))),
            [ten @ b'1'..=b'9', one @ b'0'..=b'9', b',' | b'}', ..] => {
                Some((i64::from(ten - b'0') * 10 + i64::from(one - b'0'), self.at(self.position + 2)))
            }
            _ => None,
        }
    }

    /// Reads a number: in digits alone when there are few, and otherwise as exactly as the standard library reads a double.
    fn number(self, slot: &mut dyn Slot) -> Result<Self, Refusal> {
        const FEW: usize = 18;
        let rest = self.rest();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit());
        let (count, integer) = digits.take(FEW + 1).fold((0, 0_i64), |(count, integer), digit| {
            (count + 1, integer.wrapping_mul(10).wrapping_add(i64::from(digit - b'0')))
        });
        let is_plain = match (rest, rest.get(count)) {
            (_, Some(b'.' | b'e' | b'E')) => false,
            ([b'0', ..], _) => count == 1,
            _ => (1..=FEW).contains(&count),
        };
        if is_plain {
            slot.fill(Scalar::Integer(integer));
            return Ok(self.at(self.position + count));
        }
        let after = self.skip()?;
        match Scalar::from_number_text(self.text.get(self.position..after.position).unwrap_or_default()) {
            Some(number) => slot.fill(number),
            None => return after.refuse(NotJsonReason::NumberOutOfRange),
        }
        Ok(after)
    }

    fn word(self, word: &str, scalar: Scalar<'_>, slot: &mut dyn Slot) -> Result<Self, Refusal> {
        if !self.rest().starts_with(word.as_bytes()) {
            return self.unexpected();
        }
        slot.fill(scalar);
        Ok(self.at(self.position + word.len()))
    }
}

/// How many bytes of white space come first.
fn space(rest: &[u8]) -> usize {
    rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count()
}

/// What stands between the quotes of a string.
struct Content<'a> {
    text: &'a str,
    has_escapes: bool,
    /// The string with its quotes.
    literal: &'a str,
    after: Cursor<'a>,
}

impl Content<'_> {
    /// Hands on what a string with escapes means. Returns whether it means anything: one with a lone surrogate does not.
    #[cold]
    fn decode(&self, then: &mut dyn FnMut(&str)) -> Result<bool, Refusal> {
        let mut deserializer = serde_json::Deserializer::from_str(self.literal);
        if deserializer.deserialize_str(Then(then)).is_ok() {
            return Ok(true);
        }
        // This takes half of a surrogate pair, but no broken escape.
        if serde_json::from_str::<IgnoredAny>(self.literal).is_ok() { Ok(false) } else { self.after.unexpected() }
    }
}

/// Hands a string on, without a copy of it.
struct Then<'a>(&'a mut dyn FnMut(&str));

impl Visitor<'_> for Then<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }
}

/// Marks the first quote, backslash or control character of eight bytes, and maybe more after it, with its highest bit.
const fn specials(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST_BITS: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    // What borrows was smaller: a control character is below a space, and what was made zero is below one.
    let control = word.wrapping_sub(ONES * b' ' as u64);
    let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control | quote | backslash) & !word & HIGHEST_BITS
}
