//! Reads the values of a JSON text (RFC 8259), or finds its first syntax error.
//!
//! The errors of `serde_json` do not name the expected character, and some do not have the exact position.

#![expect(clippy::arithmetic_side_effects, reason = "a position in a text is at most its length")]

use alloc::vec::Vec;
use core::iter;
use core::ops::Range;

use crate::json::decode_escape;

/// A value of a text, or the name of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Node<'a> {
    pub(super) start: usize,
    /// The JSON of the value.
    pub(super) raw: &'a str,
}

impl<'a> Node<'a> {
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.start + self.raw.len()
    }

    pub(super) fn is_string(&self) -> bool {
        self.raw.starts_with('"')
    }

    /// Decodes a string one character at a time, so that a long string needs no memory. A lone surrogate is `None`.
    pub(super) fn characters(self) -> impl Iterator<Item = Option<char>> {
        let mut rest = self.between_quotes();
        iter::from_fn(move || {
            let mut characters = rest.chars();
            let mut character = Some(characters.next()?);
            rest = characters.as_str();
            if character == Some('\\') {
                (character, rest) = decode_escape(rest)?;
            }
            Some(character)
        })
    }

    /// Returns a string with its escapes, without its quotes.
    pub(super) fn between_quotes(&self) -> &'a str {
        self.raw.get(1..self.raw.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// The first syntax error of a text.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) at: usize,
    pub(super) expected: &'static str,
}

type Result<T> = core::result::Result<T, SyntaxError>;

/// A position in a text.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(text: &'a str, position: usize) -> Self {
        Self { text, position }
    }

    /// Reads a text that is a single value.
    pub(super) fn document(text: &'a str) -> Result<Node<'a>> {
        let mut scanner = Self::new(text, 0);
        let value = scanner.value()?;
        if scanner.peek().is_some() { scanner.fail("the end of the body") } else { Ok(value) }
    }

    /// Reads the name and the value of the next member of an object. Returns `None` at the end, and for any other value.
    pub(super) fn member(&mut self) -> Option<(Node<'a>, Node<'a>)> {
        let is_next = self.skips(b'{') || self.skips(b',');
        if is_next { Some((self.name("").ok()?, self.value().ok()?)) } else { None }
    }

    /// Reads the next item of an array. Returns `None` at the end, and for any other value.
    pub(super) fn item(&mut self) -> Option<Node<'a>> {
        let is_next = self.skips(b'[') || self.skips(b',');
        if is_next { self.value().ok() } else { None }
    }

    /// Reads a value. Closing brackets are kept in a list, because recursion could overflow the stack.
    pub(super) fn value(&mut self) -> Result<Node<'a>> {
        self.peek();
        let start = self.position;
        let mut open = Vec::new();
        let mut expected = "a value";
        loop {
            let depth = open.len();
            match self.peek() {
                Some(b'{') => open.push(b'}'),
                Some(b'[') => open.push(b']'),
                Some(b'"') => self.string()?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b'n') => self.word("null")?,
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                _ => return self.fail(expected),
            }
            let mut is_first = open.len() > depth;
            self.position += usize::from(is_first);
            let close = loop {
                let Some(close) = open.last().copied() else { return Ok(self.node(start)) };
                if !self.skips(close) {
                    break close;
                }
                open.pop();
                is_first = false;
            };
            let is_object = close == b'}';
            if !is_first && !self.skips(b',') {
                return self.fail(if is_object { "`,` or `}`" } else { "`,` or `]`" });
            }
            if is_object {
                self.name(if is_first { "a name in quotes, or `}`" } else { "a name in quotes" })?;
            }
            expected = if is_first && !is_object { "a value, or `]`" } else { "a value" };
        }
    }

    /// Reads the name of a member and the colon after it.
    fn name(&mut self, expected: &'static str) -> Result<Node<'a>> {
        if self.peek() != Some(b'"') {
            return self.fail(expected);
        }
        let start = self.position;
        self.string()?;
        let name = self.node(start);
        if self.skips(b':') { Ok(name) } else { self.fail("`:`") }
    }

    fn string(&mut self) -> Result<()> {
        self.position += 1;
        while !self.skips_any(b"\"") {
            match self.byte() {
                None => return self.fail("`\"`"),
                Some(b'\\') => self.escape()?,
                Some(..b' ') => return self.fail("an escape, as this is a control character"),
                Some(_) => self.position += 1,
            }
        }
        Ok(())
    }

    fn escape(&mut self) -> Result<()> {
        self.position += 1;
        if self.skips_any(b"\"\\/bfnrt") {
            return Ok(());
        }
        self.expect(b"u", "one of `\"\\/bfnrtu`")?;
        (0..4).try_for_each(|_| self.expect(b"0123456789ABCDEFabcdef", "a hexadecimal digit"))
    }

    fn number(&mut self) -> Result<()> {
        self.skips_any(b"-");
        if !self.skips_any(b"0") {
            self.digits()?;
        }
        if self.skips_any(b".") {
            self.digits()?;
        }
        if self.skips_any(b"eE") {
            self.skips_any(b"+-");
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<()> {
        self.expect(b"0123456789", "a digit")?;
        while self.skips_any(b"0123456789") {}
        Ok(())
    }

    fn word(&mut self, word: &'static str) -> Result<()> {
        word.bytes().try_for_each(|letter| self.expect(&[letter], word))
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Skips white space and returns the byte after it.
    fn peek(&mut self) -> Option<u8> {
        while self.skips_any(b" \t\n\r") {}
        self.byte()
    }

    /// Skips white space and this byte. Returns `false` if a different byte is next.
    fn skips(&mut self, byte: u8) -> bool {
        self.peek();
        self.skips_any(&[byte])
    }

    /// Skips one of these bytes. Returns `false` if a different byte is next.
    fn skips_any(&mut self, bytes: &[u8]) -> bool {
        let skips = self.byte().is_some_and(|byte| bytes.contains(&byte));
        self.position += usize::from(skips);
        skips
    }

    fn expect(&mut self, bytes: &[u8], expected: &'static str) -> Result<()> {
        if self.skips_any(bytes) { Ok(()) } else { self.fail(expected) }
    }

    /// Returns the value that begins at `start` and ends at the position.
    fn node(&self, start: usize) -> Node<'a> {
        Node { start, raw: self.text.get(start..self.position).unwrap_or_default() }
    }

    const fn fail<T>(&self, expected: &'static str) -> Result<T> {
        Err(SyntaxError { at: self.position, expected })
    }
}
