//! Reads a JSON text: punctuation, strings, words and integers.
//!
//! `serde_json` finds the end of other numbers and skips the values of unknown members.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a position in a text is at most its length, which is far from the end of `usize`; and 18 digits fit"
)]

use alloc::borrow::Cow;
use alloc::string::String;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::string::{decode, find_special};
use super::{NotJsonReason, Value};

/// The function that receives each value of a text.
pub(crate) type OnValue<'f> = dyn FnMut(Value<'_>) + 'f;

/// The reason and the position at which a text is rejected. If the text has a syntax error, that error is reported instead.
///
/// It holds the cursor unchanged, which is faster to return than its parts.
#[derive(Clone, Copy)]
pub(crate) struct Failure<'a> {
    pub(crate) reason: NotJsonReason,
    cursor: Cursor<'a>,
}

impl Failure<'_> {
    pub(crate) const fn position(&self) -> usize {
        self.cursor.position
    }
}

/// A position in a text.
///
/// Methods take it by value and return the next position, because behind a reference it would be in memory instead of a register.
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

    /// Returns the bytes from the position to the end.
    #[inline]
    pub(crate) fn rest(self) -> &'a [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    #[inline]
    const fn moved(self, bytes: usize) -> Self {
        Self { text: self.text, position: self.position + bytes }
    }

    pub(crate) const fn fail<T>(self, reason: NotJsonReason) -> Result<T, Failure<'a>> {
        Err(Failure { reason, cursor: self })
    }

    /// Fails with a syntax error.
    const fn fail_syntax<T>(self) -> Result<T, Failure<'a>> {
        self.fail(NotJsonReason::Syntax)
    }

    /// Skips white space.
    #[inline]
    pub(crate) fn skip_space(self) -> Self {
        match self.peek() {
            Some(..=b' ') => {
                self.moved(self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count())
            }
            _ => self,
        }
    }

    /// Returns the byte at the position.
    #[inline]
    pub(crate) fn peek(self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Skips a byte and the white space around it.
    #[inline]
    pub(crate) fn expect(self, byte: u8) -> Result<Self, Failure<'a>> {
        let cursor = self.skip_space();
        if cursor.peek() == Some(byte) { Ok(cursor.moved(1).skip_space()) } else { cursor.fail_syntax() }
    }

    /// Fails if anything but white space is left.
    pub(crate) fn expect_end(self) -> Result<(), Failure<'a>> {
        let cursor = self.skip_space();
        if cursor.peek().is_none() { Ok(()) } else { cursor.fail_syntax() }
    }

    /// Reads the items between two brackets. The opening bracket is at the position.
    #[inline]
    pub(crate) fn sequence(
        self,
        close: u8,
        mut item: impl FnMut(Self) -> Result<Self, Failure<'a>>,
    ) -> Result<Self, Failure<'a>> {
        let mut cursor = self.moved(1).skip_space();
        if cursor.peek() == Some(close) {
            return Ok(cursor.moved(1));
        }
        loop {
            cursor = item(cursor)?.skip_space();
            cursor = match cursor.next_item() {
                Some(next) => next,
                None if cursor.peek() == Some(close) => return Ok(cursor.moved(1)),
                None => return cursor.fail_syntax(),
            };
        }
    }

    /// Skips a comma and the white space after it. Returns `None` if there is no comma.
    #[inline]
    pub(crate) fn next_item(self) -> Option<Self> {
        if self.peek() == Some(b',') { Some(self.moved(1).skip_space()) } else { None }
    }

    /// Reads any value. Arrays and objects are skipped and handed on as [`Value::Other`].
    #[inline(never)]
    pub(crate) fn value(self, on_value: &mut OnValue<'_>) -> Result<Self, Failure<'a>> {
        match self.peek() {
            Some(b'"') => self.string(on_value),
            Some(b'-' | b'0'..=b'9') => self.number(on_value),
            Some(b'n') => self.word("null", Value::Null, on_value),
            Some(b't') => self.word("true", Value::Bool(true), on_value),
            Some(b'f') => self.word("false", Value::Bool(false), on_value),
            _ => {
                on_value(Value::Other);
                self.skip()
            }
        }
    }

    /// Skips a value of any type.
    pub(crate) fn skip(self) -> Result<Self, Failure<'a>> {
        let text = self.text.get(self.position..).unwrap_or_default();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        match IgnoredAny::deserialize(&mut deserializer) {
            Ok(IgnoredAny) => Ok(self.moved(deserializer.into_iter::<IgnoredAny>().byte_offset())),
            Err(_) => self.fail_syntax(),
        }
    }

    /// Calls a function with the rest of the text, and skips as many bytes as it returns.
    #[inline]
    pub(crate) fn known<T>(self, find: impl FnOnce(&'a [u8]) -> Option<(T, usize)>) -> Option<(T, Self)> {
        find(self.rest()).map(|(found, len)| (found, self.moved(len)))
    }

    /// Reads the name of a member. A name with a lone surrogate is returned as an empty one, because neither is a documented name.
    #[cold]
    pub(crate) fn name(self) -> Result<(Cow<'a, str>, Self), Failure<'a>> {
        if let Some((name, after)) = self.plain_string() {
            return Ok((Cow::Borrowed(name), after));
        }
        let (name, after) = self.decoded()?;
        Ok((Cow::Owned(name.unwrap_or_default()), after))
    }

    #[inline]
    fn string(self, on_value: &mut OnValue<'_>) -> Result<Self, Failure<'a>> {
        if let Some((string, after)) = self.plain_string() {
            on_value(Value::String(string));
            return Ok(after);
        }
        let (Some(string), after) = self.decoded()? else { return self.fail(NotJsonReason::LoneSurrogate) };
        on_value(Value::String(&string));
        Ok(after)
    }

    /// Reads a string with escapes. The string is `None` if it has a lone surrogate.
    #[cold]
    fn decoded(self) -> Result<(Option<String>, Self), Failure<'a>> {
        let string = self.text.get(self.position..).and_then(|text| text.strip_prefix('"'));
        match string.and_then(decode) {
            Some((text, rest)) => Ok((text, Self { text: self.text, position: self.text.len() - rest.len() })),
            None => self.fail_syntax(),
        }
    }

    /// Reads a string without escapes. Returns `None` for anything else.
    #[inline]
    pub(crate) fn plain_string(self) -> Option<(&'a str, Self)> {
        if self.peek() != Some(b'"') {
            return None;
        }
        let start = self.position + 1;
        let (b'"', end) = find_special(self.text.as_bytes(), start)? else { return None };
        Some((self.text.get(start..end)?, Self { text: self.text, position: end + 1 }))
    }

    /// Reads a listed value in quotes. Returns `None` for anything else.
    #[inline]
    pub(crate) fn one_of<T: Copy>(self, values: &[T], text: impl Fn(T) -> &'static str) -> Option<(T, Self)> {
        let rest = self.rest().strip_prefix(b"\"")?;
        let is_next =
            |value: &T| rest.strip_prefix(text(*value).as_bytes()).is_some_and(|rest| rest.starts_with(b"\""));
        let value = values.iter().copied().find(is_next)?;
        Some((value, self.moved(text(value).len() + QUOTES)))
    }

    /// Reads an integer of one or two digits. Returns `None` for anything else.
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

    /// Reads a number: up to 18 digits as an integer, and anything else as the nearest double.
    fn number(self, on_value: &mut OnValue<'_>) -> Result<Self, Failure<'a>> {
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
            on_value(Value::Integer(digits.fold(0, |integer, digit| integer * 10 + i64::from(digit - b'0'))));
            return Ok(after);
        }
        let after = self.skip()?;
        match Value::parse_number(self.text.get(self.position..after.position).unwrap_or_default()) {
            Some(number) => on_value(number),
            None => return self.fail(NotJsonReason::NumberOutOfRange),
        }
        Ok(after)
    }

    fn word(self, word: &str, value: Value<'_>, on_value: &mut OnValue<'_>) -> Result<Self, Failure<'a>> {
        if !self.rest().starts_with(word.as_bytes()) {
            return self.fail_syntax();
        }
        on_value(value);
        Ok(self.moved(word.len()))
    }

    /// Reads a string of `N` bytes and converts it. Returns `None` for anything else.
    ///
    /// The function must reject quotes and backslashes, so that the end of the string need not be searched.
    #[inline]
    pub(crate) fn fixed<const N: usize, T>(self, make: impl FnOnce(&[u8; N]) -> Option<T>) -> Option<(T, Self)> {
        let (content, after) = self.rest().strip_prefix(b"\"")?.split_first_chunk()?;
        if after.first() != Some(&b'"') {
            return None;
        }
        Some((make(content)?, self.moved(N + QUOTES)))
    }
}
