//! The grammar of JSON (RFC 8259): where each value stands, or where the text breaks.

#![expect(clippy::arithmetic_side_effects, reason = "a position in a text is at most its length")]

use alloc::vec::Vec;
use core::ops::Range;

/// A value, or the name of a member, as it stands in a text.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// Where a text breaks the grammar, and what can stand there.
#[derive(Debug)]
pub(super) struct Break {
    pub(super) at: usize,
    pub(super) expected: &'static str,
}

/// A place in a text.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(text: &'a str, position: usize) -> Self {
        Self { text, position }
    }

    /// Reads a text that is one value.
    pub(super) fn whole(text: &'a str) -> Result<Value, Break> {
        let mut scanner = Self::new(text, 0);
        let value = scanner.value()?;
        if scanner.peek().is_some() { scanner.breaks("the end of the body") } else { Ok(value) }
    }

    /// Reads the next member of an object, whose brace or last member was before. Returns `None` at the closing brace.
    pub(super) fn member(&mut self) -> Option<(Value, Value)> {
        if !self.skips(b'{') && !self.skips(b',') {
            return None;
        }
        let name = self.name("").ok()?;
        let value = self.value().ok()?;
        Some((name, value))
    }

    /// Reads the next item of an array, whose bracket or last item was before. Returns `None` at the closing bracket.
    pub(super) fn item(&mut self) -> Option<Value> {
        if self.skips(b'[') || self.skips(b',') { self.value().ok() } else { None }
    }

    /// The place of the next byte after white space.
    pub(super) fn next_byte(&mut self) -> Range<usize> {
        self.peek();
        self.position..self.position + 1
    }

    /// Reads a value. A list of what is open, and not recursion: a text may be deep.
    fn value(&mut self) -> Result<Value, Break> {
        let first = self.peek();
        let start = self.position;
        let mut open = Vec::new();
        let mut expected = "a value";
        loop {
            match self.peek() {
                Some(b'{') => {
                    self.position += 1;
                    if !self.skips(b'}') {
                        open.push(b'}');
                        self.name("a name in quotes, or `}`")?;
                        expected = "a value";
                        continue;
                    }
                }
                Some(b'[') => {
                    self.position += 1;
                    if !self.skips(b']') {
                        open.push(b']');
                        expected = "a value, or `]`";
                        continue;
                    }
                }
                Some(b'"') => self.string()?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b'n') => self.word("null")?,
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                _ => return self.breaks(expected),
            }
            expected = "a value";
            if !self.closes(&mut open)? {
                break;
            }
        }
        let kind = match first {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Boolean,
            _ => Kind::Number,
        };
        Ok(Value { kind, span: start..self.position })
    }

    /// Moves over what comes after a value inside of what is open. Returns whether another value comes.
    fn closes(&mut self, open: &mut Vec<u8>) -> Result<bool, Break> {
        while let Some(close) = open.last().copied() {
            if self.skips(close) {
                open.pop();
                continue;
            }
            let is_object = close == b'}';
            if !self.skips(b',') {
                return self.breaks(if is_object { "`,` or `}`" } else { "`,` or `]`" });
            }
            if is_object {
                self.name("a name in quotes")?;
            }
            return Ok(true);
        }
        Ok(false)
    }

    /// Reads the name of a member, and the colon after it.
    fn name(&mut self, expected: &'static str) -> Result<Value, Break> {
        if self.peek() != Some(b'"') {
            return self.breaks(expected);
        }
        let start = self.position;
        self.string()?;
        let name = Value { kind: Kind::String, span: start..self.position };
        if self.skips(b':') { Ok(name) } else { self.breaks("`:`") }
    }

    fn string(&mut self) -> Result<(), Break> {
        self.position += 1;
        loop {
            match self.byte() {
                None => return self.breaks("`\"`"),
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(..b' ') => return self.breaks("an escape, as this is a control character"),
                Some(_) => self.position += 1,
            }
        }
        self.position += 1;
        Ok(())
    }

    fn escape(&mut self) -> Result<(), Break> {
        self.position += 1;
        match self.byte() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.position += 1,
            Some(b'u') => {
                self.position += 1;
                for _ in 0..4 {
                    self.one(u8::is_ascii_hexdigit, "a hexadecimal digit")?;
                }
            }
            _ => return self.breaks("one of `\"\\/bfnrtu`"),
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Break> {
        self.position += usize::from(self.byte() == Some(b'-'));
        if self.byte() == Some(b'0') {
            self.position += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.position += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.position += 1;
            self.position += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(())
    }

    /// Moves over at least one digit.
    fn digits(&mut self) -> Result<(), Break> {
        self.one(u8::is_ascii_digit, "a digit")?;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.position += 1;
        }
        Ok(())
    }

    fn word(&mut self, word: &'static str) -> Result<(), Break> {
        for letter in word.bytes() {
            self.one(|byte| *byte == letter, word)?;
        }
        Ok(())
    }

    /// Moves over one byte of a kind.
    fn one(&mut self, is_expected: impl FnOnce(&u8) -> bool, expected: &'static str) -> Result<(), Break> {
        if !self.byte().is_some_and(|byte| is_expected(&byte)) {
            return self.breaks(expected);
        }
        self.position += 1;
        Ok(())
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// The byte after white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.position += 1;
        }
        self.byte()
    }

    /// Moves over a byte if it comes next after white space.
    fn skips(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.position += usize::from(is_there);
        is_there
    }

    const fn breaks<T>(&self, expected: &'static str) -> Result<T, Break> {
        Err(Break { at: self.position, expected })
    }
}
