//! Reading a JSON text by hand, as far as nearly all bodies go: punctuation, strings, words, and short integers.
//!
//! `serde_json` decodes a string with escapes, finds the end of any other number, and skips what nobody wants to know.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a position in a text is at most its length, which is far from the end of `usize`; and 18 digits fit"
)]

use alloc::borrow::Cow;
use alloc::string::String;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::any::Slot;
use super::not_json_reason::NotJsonReason;
use super::scalar::Scalar;

/// A position in a text. Each method that moves it on returns `None` if the expected token is absent.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    position: usize,
    /// Why the text is refused, unless it breaks the grammar.
    refusal: NotJsonReason,
}

/// The quotes on both sides of a string.
const QUOTES: usize = 2;

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, position: 0, refusal: NotJsonReason::NotAnObject }
    }

    /// The bytes from the position on.
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    /// The byte after white space.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match *self.text.as_bytes().get(self.position)? {
                b' ' | b'\n' | b'\t' | b'\r' => self.position += 1,
                byte => return Some(byte),
            }
        }
    }

    /// Moves over a byte if it is there.
    #[inline]
    fn skips(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.position += usize::from(is_there);
        is_there
    }

    #[inline]
    pub(crate) fn expect(&mut self, byte: u8) -> Option<()> {
        self.skips(byte).then_some(())
    }

    /// Reads what stands between two brackets, with commas in between.
    #[inline]
    pub(crate) fn sequence(
        &mut self,
        open: u8,
        close: u8,
        mut item: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.expect(open)?;
        if self.skips(close) {
            return Some(());
        }
        loop {
            item(self)?;
            if !self.skips(b',') {
                return self.expect(close);
            }
        }
    }

    /// Reads any value.
    pub(crate) fn value(&mut self, slot: &mut dyn Slot) -> Option<()> {
        match self.peek()? {
            b'"' => slot.fill(Scalar::Text(&self.string()?)),
            b'-' | b'0'..=b'9' => slot.fill(self.number()?),
            b'n' => self.word("null").map(|()| slot.fill(Scalar::Null))?,
            b't' => self.word("true").map(|()| slot.fill(Scalar::Bool(true)))?,
            b'f' => self.word("false").map(|()| slot.fill(Scalar::Bool(false)))?,
            _ => {
                self.skip()?;
                slot.fill(Scalar::Other);
            }
        }
        Some(())
    }

    /// Moves over a value, whatever it holds.
    pub(crate) fn skip(&mut self) -> Option<()> {
        self.peek()?;
        let mut deserializer = serde_json::Deserializer::from_str(self.text.get(self.position..)?);
        IgnoredAny::deserialize(&mut deserializer).ok()?;
        self.position += deserializer.into_iter::<IgnoredAny>().byte_offset();
        Some(())
    }

    /// Reads the name of a member. One with a lone surrogate stays as it is written: no documented name has a backslash.
    #[inline]
    pub(crate) fn name(&mut self) -> Option<Cow<'a, str>> {
        let (content, has_escapes) = self.quoted()?;
        if !has_escapes {
            return Some(Cow::Borrowed(content));
        }
        Some(self.decoded(content)?.map_or(Cow::Borrowed(content), Cow::Owned))
    }

    /// Reads a string.
    #[inline]
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let (content, has_escapes) = self.quoted()?;
        if !has_escapes {
            return Some(Cow::Borrowed(content));
        }
        match self.decoded(content)? {
            Ok(text) => Some(Cow::Owned(text)),
            Err(reason) => {
                self.position -= content.len() + QUOTES;
                self.refuse(reason)
            }
        }
    }

    /// Moves over a string; returns what stands between its quotes, and whether it has escapes.
    #[inline]
    fn quoted(&mut self) -> Option<(&'a str, bool)> {
        if self.peek()? != b'"' {
            return None;
        }
        let bytes = self.text.as_bytes();
        let start = self.position + 1;
        let mut end = start;
        let mut has_escapes = false;
        loop {
            // Eight bytes at a time: half of the time that is spent on a small body.
            while let Some(eight) = bytes.get(end..).and_then(<[u8]>::first_chunk) {
                let specials = specials(*eight);
                if specials != 0 {
                    end += specials.trailing_zeros() as usize / 8;
                    break;
                }
                end += eight.len();
            }
            match bytes.get(end)? {
                b'"' => break,
                b'\\' => {
                    has_escapes = true;
                    end += 2;
                }
                ..b' ' => return None,
                _ => end += 1,
            }
        }
        self.position = end + 1;
        Some((self.text.get(start..end)?, has_escapes))
    }

    /// What a string with escapes means, unless it has a lone surrogate.
    #[cold]
    fn decoded(&self, content: &'a str) -> Option<Result<String, NotJsonReason>> {
        let start = self.position - content.len() - QUOTES;
        let literal = self.text.get(start..self.position)?;
        match serde_json::from_str(literal) {
            Ok(text) => Some(Ok(text)),
            // This takes half of a surrogate pair, but no broken escape.
            Err(_) => serde_json::from_str::<IgnoredAny>(literal).ok().map(|_| Err(NotJsonReason::LoneSurrogate)),
        }
    }

    /// Reads a number: in digits alone when there are few, and otherwise as exactly as the standard library reads a double.
    fn number(&mut self) -> Option<Scalar<'a>> {
        const FEW: usize = 18;
        let rest = self.rest();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_plain = match (rest, rest.get(digits)) {
            (_, Some(b'.' | b'e' | b'E')) => false,
            ([b'0', ..], _) => digits == 1,
            _ => (1..=FEW).contains(&digits),
        };
        let start = self.position;
        if is_plain {
            self.position += digits;
            let integer = rest.get(..digits)?.iter().fold(0, |integer, digit| integer * 10 + i64::from(digit - b'0'));
            return Some(Scalar::Integer(integer));
        }
        self.skip()?;
        match Scalar::from_number_text(self.text.get(start..self.position)?) {
            Some(number) => Some(number),
            None => self.refuse(NotJsonReason::NumberOutOfRange),
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.rest().starts_with(word.as_bytes()).then(|| self.position += word.len())
    }

    /// Reads a string of `len` bytes without escapes as what the function makes of it.
    ///
    /// The function has to refuse quotes and backslashes: then nothing has to look for the end of the string.
    #[inline]
    pub(crate) fn fixed<T>(&mut self, len: usize, make: impl FnOnce(&'a str) -> Option<T>) -> Option<T> {
        self.peek()?;
        let start = self.position + 1;
        let end = start + len;
        let bytes = self.text.as_bytes();
        if bytes.get(self.position) != Some(&b'"') || bytes.get(end) != Some(&b'"') {
            return None;
        }
        let value = make(self.text.get(start..end)?)?;
        self.position = end + 1;
        Some(value)
    }

    /// Says why the text is refused where it is not the grammar that refuses it.
    pub(crate) const fn refuse<T>(&mut self, reason: NotJsonReason) -> Option<T> {
        self.refusal = reason;
        None
    }

    pub(crate) const fn refusal(&self) -> NotJsonReason {
        self.refusal
    }

    pub(crate) const fn position(&self) -> usize {
        self.position
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
