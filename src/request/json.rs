//! Reads a body from a JSON text.
//!
//! What nearly all bodies consist of is read here: the punctuation, strings without escapes, the words, and integers of a
//! few digits without a sign. Any other name or value is read by `serde_json` where it stands; only of a number it says no
//! more than where it ends. What is right is decided by the types, as everywhere.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a place in a text is at most its length, which is far from the end of `usize`; and 18 digits fit"
)]

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IgnoredAny};

use super::CreateLogDumpObsRequestBody;
use super::read::{Draft, Seen};
use crate::id::LogStreamId;
use crate::ids::List;
use crate::lenient::{Key, Keys, Place, TextKey, Value, finite};
use crate::rejection::Rejection;
use crate::scalar::Scalar;
use crate::violation::Field;

pub(super) fn from_json(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // Once for the whole body: the strings in it are then not checked one by one.
    let text = core::str::from_utf8(json).map_err(Rejection::not_utf8)?;
    let has_control = Cell::new(false);
    let mut cursor = Cursor { text, at: 0, has_control: &has_control, refusal: Refusal::NoObject };
    match read(&mut cursor) {
        Some(draft) => Ok(draft.finish()?),
        None => Err(Rejection::not_json(cursor.error())),
    }
}

/// Reads a body, unless it is not JSON as this API has it.
fn read(cursor: &mut Cursor<'_>) -> Option<Draft> {
    let mut draft = Draft::new();
    let mut seen = Seen::default();
    cursor.sequence(b'{', b'}', |cursor| {
        let key = cursor.key()?;
        if let Key::Documented(field) = key {
            if !seen.is_first(field) {
                return cursor.refuse(Refusal::Duplicate(field));
            }
        }
        cursor.expect(b':')?;
        if let Key::Documented(Field::LogStreamIds) = key {
            return cursor.list(draft.list());
        }
        match key.documented().and_then(|field| draft.place(field)) {
            Some(place) => cursor.value(place),
            None => cursor.seed(PhantomData::<IgnoredAny>).map(drop),
        }
    })?;
    cursor.peek().is_none().then_some(draft)
}

/// Why a text is refused that is JSON.
#[derive(Clone, Copy)]
enum Refusal {
    NoObject,
    Duplicate(Field),
    NumberOutOfRange,
    LoneSurrogate,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoObject => f.write_str("expected an object"),
            Self::Duplicate(field) => write!(f, "duplicate field `{field}`"),
            Self::NumberOutOfRange => f.write_str("number out of range"),
            Self::LoneSurrogate => f.write_str("lone surrogate in a string"),
        }
    }
}

/// A place in a text. What moves it on is `None` where something else stands.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    has_control: &'a Cell<bool>,
    /// Why it does not move on, unless the text is no JSON.
    refusal: Refusal,
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

    /// A number: in digits alone when there are few, and otherwise as exactly as the standard library reads a double.
    fn number(&mut self) -> Option<Scalar<'a>> {
        const FEW: usize = 18;
        let rest = self.text.as_bytes().get(self.at..)?;
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_plain = match (rest, rest.get(digits)) {
            (_, Some(b'.' | b'e' | b'E')) => false,
            ([b'0', ..], _) => digits == 1,
            _ => (1..=FEW).contains(&digits),
        };
        let start = self.at;
        if is_plain {
            self.at += digits;
            let integer = rest.get(..digits)?.iter().fold(0, |integer, digit| integer * 10 + i64::from(digit - b'0'));
            return Some(Scalar::Integer(integer));
        }
        self.seed(PhantomData::<IgnoredAny>)?;
        let number = finite(self.text.get(start..self.at)?);
        number.or_else(|| self.refuse(Refusal::NumberOutOfRange))
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    /// The name of a member.
    #[inline]
    fn key(&mut self) -> Option<Key> {
        match self.string() {
            Some(name) => Some(Key::named(name.as_bytes())),
            None => self.seed(TextKey(self.has_control)),
        }
    }

    /// Any value.
    fn value(&mut self, place: &mut dyn Place) -> Option<()> {
        let scalar = match self.peek()? {
            b'"' => self.string().map(Scalar::Text),
            b'-' | b'0'..=b'9' => Some(self.number()?),
            b'n' => self.word("null").map(|()| Scalar::Null),
            b't' => self.word("true").map(|()| Scalar::Bool(true)),
            b'f' => self.word("false").map(|()| Scalar::Bool(false)),
            _ => None,
        };
        match scalar {
            Some(scalar) => place.put(scalar),
            None => self.seed(Value { keys: Keys::Bytes(self.has_control), place })?,
        }
        Some(())
    }

    /// What `serde_json` reads.
    fn seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Option<S::Value> {
        let rest = self.text.get(self.at..)?;
        let mut deserializer = serde_json::Deserializer::from_str(rest);
        // All but half a surrogate pair that is refused here is no JSON.
        let Ok(value) = seed.deserialize(&mut deserializer) else { return self.refuse(Refusal::LoneSurrogate) };
        let end = deserializer.into_iter::<IgnoredAny>().byte_offset();
        if self.has_control.take() {
            serde_json::from_str::<IgnoredAny>(rest.get(..end)?).ok()?;
        }
        self.at += end;
        Some(value)
    }

    /// The IDs, or a value in their place.
    fn list(&mut self, list: &mut List) -> Option<()> {
        if self.peek()? != b'[' {
            return self.value(list);
        }
        let items = list.begin(capacity(self.text.len()));
        self.sequence(b'[', b']', |cursor| {
            let Some(id) = cursor.id() else { return cursor.value(items) };
            items.push(id);
            Some(())
        })
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

    const fn refuse<T>(&mut self, refusal: Refusal) -> Option<T> {
        self.refusal = refusal;
        None
    }

    /// What is wrong, and where.
    fn error(&self) -> serde_json::Error {
        if let Err(error) = serde_json::from_str::<IgnoredAny>(self.text) {
            return error;
        }
        let read = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let lines = read.split(|byte| *byte == b'\n');
        let (line, column) = lines.fold((0, 0), |(line, _), text| (line + 1, text.len()));
        // `serde_json` takes the place from the end of the text.
        Error::custom(format_args!("{} at line {line} column {column}", self.refusal))
    }
}

/// How many IDs to make room for in a body of so many bytes: as many as it can hold, but at first no more than fill 4 KiB.
const fn capacity(bytes: usize) -> usize {
    const QUOTES_AND_COMMA: usize = 3;
    const AT_FIRST: usize = 4096 / LogStreamId::LEN;
    let at_most = bytes / (LogStreamId::LEN + QUOTES_AND_COMMA);
    if at_most < AT_FIRST { at_most } else { AT_FIRST }
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
