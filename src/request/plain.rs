//! The short cut of the reader, for the form that nearly all bodies have.
//!
//! It knows the punctuation of JSON, and values without escapes, signs and fractions. Any other value is read by
//! `serde_json` where it stands, and any other text by `serde_json` from the start: so a syntax error is found in one
//! place only. What is right is decided by the types, as everywhere.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a place in a text is at most its length, which is far from the end of `usize`; and 18 digits fit"
)]

use core::marker::PhantomData;

use serde::de::{DeserializeSeed, IgnoredAny};

use super::read::{Draft, Place, Seen, Slot, capacity};
use crate::id::LogStreamId;
use crate::ids::{Ids, ListSink, LogStreamIds};
use crate::lenient::{Keys, Sink, ValueSeed};
use crate::scalar::Scalar;
use crate::violation::Field;

/// Reads a body, unless it is one for `serde_json`.
pub(super) fn read(text: &str) -> Option<Draft> {
    let mut cursor = Cursor { text, at: 0 };
    if cursor.peek()? != b'{' {
        return None;
    }
    let mut draft = Draft::new();
    let mut seen = Seen::default();
    cursor.sequence(b'{', b'}', |cursor| {
        let name = cursor.string()?;
        cursor.expect(b':')?;
        match Field::member(name.as_bytes()) {
            None => cursor.seed(PhantomData::<IgnoredAny>).map(drop),
            Some(field) if seen.is_first(field) => match draft.place(field)? {
                Place::Scalar(slot) => cursor.value(slot),
                Place::List(list) => cursor.list(list),
            },
            Some(_) => None,
        }
    })?;
    cursor.peek().is_none().then_some(draft)
}

/// A place in a text. What moves it on is `None` where something else stands.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The byte after white space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            match *self.text.as_bytes().get(self.at)? {
                b' ' | b'\n' | b'\t' | b'\r' => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    #[inline]
    fn eat(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    /// What stands between two brackets, with commas in between.
    #[inline]
    fn sequence(&mut self, open: u8, close: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.expect(open)?;
        if self.eat(close) {
            return Some(());
        }
        loop {
            item(self)?;
            if !self.eat(b',') {
                return self.expect(close);
            }
        }
    }

    /// A string without escapes.
    #[inline]
    fn string(&mut self) -> Option<&'a str> {
        if self.peek()? != b'"' {
            return None;
        }
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut end = start;
        // Eight bytes at a time: half of the time that is spent on a small body.
        while let Some(eight) = bytes.get(end..).and_then(<[u8]>::first_chunk) {
            let specials = specials(*eight);
            if specials != 0 {
                end += specials.trailing_zeros() as usize / 8;
                break;
            }
            end += eight.len();
        }
        while !matches!(bytes.get(end)?, b'"' | b'\\' | ..b' ') {
            end += 1;
        }
        if bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// An integer without a sign that surely fits.
    fn integer(&mut self) -> Option<i64> {
        const MAX_DIGITS: usize = 18;
        let rest = self.text.as_bytes().get(self.at..)?;
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_plain = match (rest, rest.get(digits)) {
            (_, Some(b'.' | b'e' | b'E')) => false,
            ([b'0', ..], _) => digits == 1,
            _ => digits <= MAX_DIGITS,
        };
        if !is_plain {
            return None;
        }
        self.at += digits;
        rest.get(..digits)?.iter().try_fold(0, |integer: i64, digit| Some(integer * 10 + i64::from(digit - b'0')))
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    /// Any value.
    fn value<S: Sink<'a>>(&mut self, sink: S) -> Option<S::Value> {
        let scalar = match self.peek()? {
            b'"' => self.string().map(Scalar::Text),
            b'0'..=b'9' => self.integer().map(Scalar::Integer),
            b'n' => self.word("null").map(|()| Scalar::Null),
            b't' => self.word("true").map(|()| Scalar::Bool(true)),
            b'f' => self.word("false").map(|()| Scalar::Bool(false)),
            _ => None,
        };
        match scalar {
            Some(scalar) => Some(sink.scalar(scalar)),
            None => self.seed(ValueSeed { keys: Keys::Any, sink }),
        }
    }

    /// A value as `serde_json` reads it.
    fn seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Option<S::Value> {
        let mut rest = serde_json::Deserializer::from_str(self.text.get(self.at..)?);
        let value = seed.deserialize(&mut rest).ok()?;
        self.at += rest.into_iter::<IgnoredAny>().byte_offset();
        Some(value)
    }

    fn list(&mut self, list: &mut Slot<LogStreamIds>) -> Option<()> {
        let capacity = capacity(self.text.len());
        if self.peek()? == b'[' {
            let mut ids = Ids::new(capacity);
            self.sequence(b'[', b']', |cursor| {
                let Some(id) = cursor.id() else { return cursor.value(&mut ids) };
                ids.push(id);
                Some(())
            })?;
            *list = ids.finish();
        } else {
            *list = self.value(ListSink { keys: Keys::Any, capacity })?;
        }
        Some(())
    }

    /// An ID between quotes. Nothing in an ID ends or escapes a string, so its own check is enough to find the end.
    #[inline]
    fn id(&mut self) -> Option<LogStreamId> {
        const QUOTED: usize = LogStreamId::LEN + 2;
        self.peek()?;
        let quoted: &[u8; QUOTED] = self.text.as_bytes().get(self.at..)?.first_chunk()?;
        let [b'"', .., b'"'] = quoted else { return None };
        let id = LogStreamId::new(self.text.get(self.at + 1..self.at + QUOTED - 1)?).ok()?;
        self.at += QUOTED;
        Some(id)
    }
}

/// Marks the first quote, backslash or control character of eight bytes, and maybe more after it, with its highest bit.
const fn specials(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST_BITS: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    // No byte is below `bound` if none of them borrows when `bound` is taken away.
    let control = word.wrapping_sub(ONES * b' ' as u64);
    let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control | quote | backslash) & !word & HIGHEST_BITS
}
