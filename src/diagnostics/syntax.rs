//! Finds the values of a JSON text (RFC 8259), or its first syntax error.

#![expect(clippy::arithmetic_side_effects, reason = "a position in a text is at most its length")]

use alloc::vec::Vec;
use core::ops::Range;

use crate::json::decode_escape;

/// A value of a text, or the name of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node<'a> {
    pub(super) kind: Kind,
    pub(super) start: usize,
    /// The JSON of the value.
    pub(super) raw: &'a str,
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

impl<'a> Node<'a> {
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.start + self.raw.len()
    }

    /// The characters of a string.
    pub(super) fn characters(&self) -> Characters<'a> {
        Characters(self.between_quotes())
    }

    /// A string with its escapes, without its quotes.
    pub(super) fn between_quotes(&self) -> &'a str {
        self.raw.get(1..self.raw.len() - 1).unwrap_or_default()
    }
}

/// Decodes a string character by character, so that a long one needs no memory. Half of a surrogate pair is `None`.
#[derive(Clone, Debug)]
pub(super) struct Characters<'a>(&'a str);

impl Iterator for Characters<'_> {
    type Item = Option<char>;

    fn next(&mut self) -> Option<Option<char>> {
        let mut rest = self.0.chars();
        let mut character = Some(rest.next()?);
        self.0 = rest.as_str();
        if character == Some('\\') {
            (character, self.0) = decode_escape(self.0)?;
        }
        Some(character)
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

    /// Reads the name and the value of the next member of an object. Returns `None` at the closing brace.
    pub(super) fn member(&mut self) -> Option<(Node<'a>, Node<'a>)> {
        if !self.skips(b'{') && !self.skips(b',') {
            return None;
        }
        let name = self.name("").ok()?;
        Some((name, self.value().ok()?))
    }

    /// Reads the next item of an array. Returns `None` at the closing bracket.
    pub(super) fn item(&mut self) -> Option<Node<'a>> {
        if self.skips(b'[') || self.skips(b',') { self.value().ok() } else { None }
    }

    /// The byte range of the next byte after white space.
    pub(super) fn next_byte(&mut self) -> Range<usize> {
        self.peek();
        self.position..self.position + 1
    }

    /// Reads a value. It keeps the open brackets in a list, because recursion could overflow the stack.
    fn value(&mut self) -> Result<Node<'a>> {
        let kind = match self.peek() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Boolean,
            _ => Kind::Number,
        };
        let start = self.position;
        let mut open = Vec::new();
        let mut expected = "a value";
        loop {
            match self.peek() {
                Some(bracket @ (b'{' | b'[')) => {
                    let close = if bracket == b'{' { b'}' } else { b']' };
                    self.position += 1;
                    if !self.skips(close) {
                        open.push(close);
                        expected = "a value, or `]`";
                        if bracket == b'{' {
                            self.name("a name in quotes, or `}`")?;
                            expected = "a value";
                        }
                        continue;
                    }
                }
                Some(b'"') => self.string()?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b'n') => self.word("null")?,
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                _ => return self.fail(expected),
            }
            expected = "a value";
            if !self.has_next(&mut open)? {
                return Ok(self.node(kind, start));
            }
        }
    }

    /// Moves over the brackets and the comma after a value. Returns whether the innermost open array or object has another value.
    fn has_next(&mut self, open: &mut Vec<u8>) -> Result<bool> {
        while let Some(close) = open.last().copied() {
            if self.skips(close) {
                open.pop();
                continue;
            }
            let is_object = close == b'}';
            if !self.skips(b',') {
                return self.fail(if is_object { "`,` or `}`" } else { "`,` or `]`" });
            }
            if is_object {
                self.name("a name in quotes")?;
            }
            return Ok(true);
        }
        Ok(false)
    }

    /// Reads the name of a member and the colon after it.
    fn name(&mut self, expected: &'static str) -> Result<Node<'a>> {
        if self.peek() != Some(b'"') {
            return self.fail(expected);
        }
        let start = self.position;
        self.string()?;
        let name = self.node(Kind::String, start);
        if self.skips(b':') { Ok(name) } else { self.fail("`:`") }
    }

    fn string(&mut self) -> Result<()> {
        self.position += 1;
        loop {
            match self.byte() {
                None => return self.fail("`\"`"),
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(..b' ') => return self.fail("an escape, as this is a control character"),
                Some(_) => self.position += 1,
            }
        }
        self.position += 1;
        Ok(())
    }

    fn escape(&mut self) -> Result<()> {
        self.position += 1;
        if self.skips_byte(|byte| matches!(byte, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')) {
            return Ok(());
        }
        self.expect(|byte| byte == b'u', "one of `\"\\/bfnrtu`")?;
        (0..4).try_for_each(|_| self.expect(|byte| byte.is_ascii_hexdigit(), "a hexadecimal digit"))
    }

    fn number(&mut self) -> Result<()> {
        self.skips_byte(|byte| byte == b'-');
        if !self.skips_byte(|byte| byte == b'0') {
            self.digits()?;
        }
        if self.skips_byte(|byte| byte == b'.') {
            self.digits()?;
        }
        if self.skips_byte(|byte| matches!(byte, b'e' | b'E')) {
            self.skips_byte(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }

    /// Moves over one digit or more.
    fn digits(&mut self) -> Result<()> {
        self.expect(|byte| byte.is_ascii_digit(), "a digit")?;
        while self.skips_byte(|byte| byte.is_ascii_digit()) {}
        Ok(())
    }

    fn word(&mut self, word: &'static str) -> Result<()> {
        word.bytes().try_for_each(|letter| self.expect(|byte| byte == letter, word))
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// Moves over white space. Returns the byte after it.
    fn peek(&mut self) -> Option<u8> {
        while self.skips_byte(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {}
        self.byte()
    }

    /// Moves over white space and a certain byte after it. Returns `false` if there is another byte.
    fn skips(&mut self, byte: u8) -> bool {
        self.peek();
        self.skips_byte(|next| next == byte)
    }

    /// Moves over one byte if it is of a kind.
    fn skips_byte(&mut self, is_of_kind: impl FnOnce(u8) -> bool) -> bool {
        let is_there = self.byte().is_some_and(is_of_kind);
        self.position += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, is_expected: impl FnOnce(u8) -> bool, expected: &'static str) -> Result<()> {
        if self.skips_byte(is_expected) { Ok(()) } else { self.fail(expected) }
    }

    /// The value from `start` up to the position.
    fn node(&self, kind: Kind, start: usize) -> Node<'a> {
        Node { kind, start, raw: self.text.get(start..self.position).unwrap_or_default() }
    }

    const fn fail<T>(&self, expected: &'static str) -> Result<T> {
        Err(SyntaxError { at: self.position, expected })
    }
}
