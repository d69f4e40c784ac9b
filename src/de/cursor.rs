//! Reading a JSON text by hand, as far as nearly all bodies go: punctuation, strings, words, and short integers.
//!
//! `serde_json` finds the end of any other number, and skips what nobody wants to know.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a position in a text is at most its length, which is far from the end of `usize`; and 18 digits fit"
)]

use alloc::borrow::Cow;
use alloc::string::String;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::any::Slot;
use super::bytes::{find_special, space};
use super::escapes::decode;
use super::not_json_reason::NotJsonReason;
use super::scalar::Scalar;

/// Why a text is refused, and where. The reason does not count where the text breaks the grammar of JSON.
///
/// It holds the cursor as it is, and so does not take it to pieces where it is returned.
#[derive(Clone, Copy)]
pub(crate) struct Refusal<'a> {
    pub(crate) reason: NotJsonReason,
    cursor: Cursor<'a>,
}

impl Refusal<'_> {
    pub(crate) const fn position(&self) -> usize {
        self.cursor.position
    }
}

/// A position in a text. What moves it on takes and returns it by value: behind a reference it would be in memory, and not in a
/// register (a quarter of the time of a small body).
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    position: usize,
}

/// The quotes on both sides of a string.
const QUOTES: usize = 2;

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
    const fn moved(self, bytes: usize) -> Self {
        Self { text: self.text, position: self.position + bytes }
    }

    pub(crate) const fn refuse<T>(self, reason: NotJsonReason) -> Result<T, Refusal<'a>> {
        Err(Refusal { reason, cursor: self })
    }

    /// Refuses what breaks the grammar.
    const fn refuse_syntax<T>(self) -> Result<T, Refusal<'a>> {
        self.refuse(NotJsonReason::Syntax)
    }

    /// Moves over white space.
    #[inline]
    pub(crate) fn skip_space(self) -> Self {
        match self.peek() {
            Some(..=b' ') => self.moved(space(self.rest())),
            _ => self,
        }
    }

    /// The byte at the position.
    #[inline]
    pub(crate) fn peek(self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Moves over a byte and the white space on both sides of it.
    #[inline]
    pub(crate) fn expect(self, byte: u8) -> Result<Self, Refusal<'a>> {
        let cursor = self.skip_space();
        if cursor.peek() == Some(byte) { Ok(cursor.moved(1).skip_space()) } else { cursor.refuse_syntax() }
    }

    /// Refuses a text that goes on.
    pub(crate) fn expect_end(self) -> Result<(), Refusal<'a>> {
        let cursor = self.skip_space();
        if cursor.peek().is_none() { Ok(()) } else { cursor.refuse_syntax() }
    }

    /// Reads what stands between two brackets, with commas in between. The first one is at the position.
    #[inline]
    pub(crate) fn sequence(
        self,
        close: u8,
        mut item: impl FnMut(Self) -> Result<Self, Refusal<'a>>,
    ) -> Result<Self, Refusal<'a>> {
        let mut cursor = self.moved(1).skip_space();
        if cursor.peek() == Some(close) {
            return Ok(cursor.moved(1));
        }
        loop {
            cursor = item(cursor)?.skip_space();
            cursor = match cursor.next_item() {
                Some(next) => next,
                None if cursor.peek() == Some(close) => return Ok(cursor.moved(1)),
                None => return cursor.refuse_syntax(),
            };
        }
    }

    /// Moves over a comma and the white space after it, unless something else stands here.
    #[inline]
    pub(crate) fn next_item(self) -> Option<Self> {
        if self.peek() == Some(b',') { Some(self.moved(1).skip_space()) } else { None }
    }

    /// Reads any value.
    #[inline(never)]
    pub(crate) fn value(self, slot: &mut dyn Slot) -> Result<Self, Refusal<'a>> {
        match self.peek() {
            Some(b'"') => self.string(slot),
            Some(b'-' | b'0'..=b'9') => self.number(slot),
            Some(b'n') => self.word("null", Scalar::Null, slot),
            Some(b't') => self.word("true", Scalar::Bool(true), slot),
            Some(b'f') => self.word("false", Scalar::Bool(false), slot),
            _ => {
                slot.fill(Scalar::Other);
                self.skip()
            }
        }
    }

    /// Moves over a value, whatever it holds.
    pub(crate) fn skip(self) -> Result<Self, Refusal<'a>> {
        let text = self.text.get(self.position..).unwrap_or_default();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        match IgnoredAny::deserialize(&mut deserializer) {
            Ok(IgnoredAny) => Ok(self.moved(deserializer.into_iter::<IgnoredAny>().byte_offset())),
            Err(_) => self.refuse_syntax(),
        }
    }

    /// Moves on by this many bytes of the text, if it has them.
    #[inline]
    pub(crate) fn known<T>(self, find: impl FnOnce(&'a [u8]) -> Option<(T, usize)>) -> Option<(T, Self)> {
        find(self.rest()).map(|(found, len)| (found, self.moved(len)))
    }

    /// Reads the name of a member. One with a lone surrogate is empty then: no documented name is either.
    #[cold]
    pub(crate) fn name(self) -> Result<(Cow<'a, str>, Self), Refusal<'a>> {
        if let Some((name, after)) = self.plain_string() {
            return Ok((Cow::Borrowed(name), after));
        }
        let (name, after) = self.decoded()?;
        Ok((Cow::Owned(name.unwrap_or_default()), after))
    }

    /// Reads a string into its slot.
    #[inline]
    fn string(self, slot: &mut dyn Slot) -> Result<Self, Refusal<'a>> {
        if let Some((text, after)) = self.plain_string() {
            slot.fill(Scalar::Text(text));
            return Ok(after);
        }
        let (Some(text), after) = self.decoded()? else { return self.refuse(NotJsonReason::LoneSurrogate) };
        slot.fill(Scalar::Text(&text));
        Ok(after)
    }

    /// Reads a string that may have escapes. It is `None` if half of a surrogate pair stands alone in it.
    #[cold]
    fn decoded(self) -> Result<(Option<String>, Self), Refusal<'a>> {
        let string = self.text.get(self.position..).and_then(|text| text.strip_prefix('"'));
        match string.and_then(decode) {
            Some((text, rest)) => Ok((text, Self { text: self.text, position: self.text.len() - rest.len() })),
            None => self.refuse_syntax(),
        }
    }

    /// Reads a string without escapes, unless something else stands here.
    #[inline]
    pub(crate) fn plain_string(self) -> Option<(&'a str, Self)> {
        if self.peek() != Some(b'"') {
            return None;
        }
        let start = self.position + 1;
        let (b'"', end) = find_special(self.text.as_bytes(), start)? else { return None };
        Some((self.text.get(start..end)?, Self { text: self.text, position: end + 1 }))
    }

    /// Reads one of these values in quotes, unless something else stands here.
    #[inline]
    pub(crate) fn one_of<T: Copy>(self, values: &[T], text: impl Fn(T) -> &'static str) -> Option<(T, Self)> {
        let rest = self.rest().strip_prefix(b"\"")?;
        let stands_here =
            |value: &T| rest.strip_prefix(text(*value).as_bytes()).is_some_and(|rest| rest.starts_with(b"\""));
        let value = values.iter().copied().find(stands_here)?;
        Some((value, self.moved(text(value).len() + QUOTES)))
    }

    /// Reads an integer of one or two digits, unless something else stands here.
    #[inline]
    pub(crate) fn short_integer(self) -> Option<(i64, Self)> {
        let digit = |digit: u8| i64::from(digit - b'0');
        match *self.rest() {
            [first @ b'1'..=b'9', b',' | b'}', ..] => Some((digit(first), self.moved(1))),
            [first @ b'1'..=b'9', second @ b'0'..=b'9', b',' | b'}', ..] => {
                Some((digit(first) * 10 + digit(second), self.moved(2)))
            }
            _ => None,
        }
    }

    /// Reads a number: in digits alone when there are few, and otherwise as exactly as the standard library reads a double.
    fn number(self, slot: &mut dyn Slot) -> Result<Self, Refusal<'a>> {
        const FEW: usize = 18;
        let rest = self.rest();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_plain = match (rest, rest.get(digits)) {
            (_, Some(b'.' | b'e' | b'E')) => false,
            ([b'0', ..], _) => digits == 1,
            _ => (1..=FEW).contains(&digits),
        };
        if is_plain {
            let digits = rest.iter().take(digits);
            let after = self.moved(digits.len());
            slot.fill(Scalar::Integer(digits.fold(0, |integer, digit| integer * 10 + i64::from(digit - b'0'))));
            return Ok(after);
        }
        let after = self.skip()?;
        match Scalar::from_number_text(self.text.get(self.position..after.position).unwrap_or_default()) {
            Some(number) => slot.fill(number),
            None => return self.refuse(NotJsonReason::NumberOutOfRange),
        }
        Ok(after)
    }

    fn word(self, word: &str, scalar: Scalar<'_>, slot: &mut dyn Slot) -> Result<Self, Refusal<'a>> {
        if !self.rest().starts_with(word.as_bytes()) {
            return self.refuse_syntax();
        }
        slot.fill(scalar);
        Ok(self.moved(word.len()))
    }

    /// Reads a string of `N` bytes as what the function makes of it.
    ///
    /// The function has to refuse quotes and backslashes: then nothing has to look for the end of the string.
    #[inline]
    pub(crate) fn fixed<const N: usize, T>(self, make: impl FnOnce(&[u8; N]) -> Option<T>) -> Option<(T, Self)> {
        let (content, after) = self.rest().strip_prefix(b"\"")?.split_first_chunk()?;
        if after.first() != Some(&b'"') {
            return None;
        }
        Some((make(content)?, self.moved(N + QUOTES)))
    }
}
