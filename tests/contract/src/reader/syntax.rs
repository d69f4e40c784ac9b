//! Parses JSON as RFC 8259 defines it.

use std::ops::Range;

/// The position and kind of a value or a member name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    pub(super) kind: Kind,
    start: usize,
    end: usize,
    /// The number of values and names inside the value, at any depth.
    inside: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}

impl Value {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the position of the last byte, which is the closing brace of an object.
    pub(super) fn last_byte(&self) -> Range<usize> {
        self.end - 1..self.end
    }
}

/// Returns the items of the first array, or the names and values of the first object in turn.
pub(super) fn children(values: &[Value]) -> impl Iterator<Item = &[Value]> {
    let mut rest = &values[1..=values[0].inside];
    std::iter::from_fn(move || {
        let (child, others) = rest.split_at_checked(rest.first()?.inside + 1)?;
        rest = others;
        Some(child)
    })
}

/// Returns all values in the order in which they begin. The first one is the whole document.
///
/// The error is the position of the unexpected byte.
pub(super) fn values(text: &str) -> Result<Vec<Value>, usize> {
    let mut parser = Parser { text: text.as_bytes(), at: 0, values: Vec::with_capacity(32), open: Vec::new() };
    parser.text()?;
    Ok(parser.values)
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    values: Vec<Value>,
    /// The arrays and objects that are still open. There is no recursion, because nesting depth is unlimited.
    open: Vec<usize>,
}

impl Parser<'_> {
    fn text(&mut self) -> Result<(), usize> {
        loop {
            self.white_space();
            match self.byte() {
                Some(b'{') => {
                    self.open(Kind::Object);
                    self.white_space();
                    if self.byte() == Some(b'}') {
                        self.close();
                    } else {
                        self.name()?;
                        continue;
                    }
                }
                Some(b'[') => {
                    self.open(Kind::Array);
                    self.white_space();
                    if self.byte() == Some(b']') {
                        self.close();
                    } else {
                        continue;
                    }
                }
                Some(b'"') => self.string()?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b'n') => self.word(Kind::Null, b"null")?,
                Some(b'f') => self.word(Kind::False, b"false")?,
                Some(b't') => self.word(Kind::True, b"true")?,
                _ => return Err(self.at),
            }
            if self.after_value()? {
                return Ok(());
            }
        }
    }

    /// Reads up to the next value. Returns `true` at the end of the text.
    fn after_value(&mut self) -> Result<bool, usize> {
        loop {
            self.white_space();
            let Some(container) = self.open.last() else {
                return if self.at == self.text.len() { Ok(true) } else { Err(self.at) };
            };
            match (self.values[*container].kind, self.byte()) {
                (Kind::Object, Some(b'}')) | (Kind::Array, Some(b']')) => self.close(),
                (Kind::Array, Some(b',')) => {
                    self.at += 1;
                    return Ok(false);
                }
                (Kind::Object, Some(b',')) => {
                    self.at += 1;
                    self.name()?;
                    return Ok(false);
                }
                _ => return Err(self.at),
            }
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn white_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, is_expected: impl Fn(u8) -> bool) -> Result<(), usize> {
        if !self.byte().is_some_and(is_expected) {
            return Err(self.at);
        }
        self.at += 1;
        Ok(())
    }

    fn open(&mut self, kind: Kind) {
        self.open.push(self.values.len());
        self.values.push(Value { kind, start: self.at, end: self.at, inside: 0 });
        self.at += 1;
    }

    fn close(&mut self) {
        self.at += 1;
        let container = self.open.pop().expect("a bracket was open");
        self.values[container].end = self.at;
        self.values[container].inside = self.values.len() - container - 1;
    }

    /// Adds a value from `start` to the current position.
    fn push(&mut self, kind: Kind, start: usize) {
        self.values.push(Value { kind, start, end: self.at, inside: 0 });
    }

    /// Reads a member name and the colon after it.
    fn name(&mut self) -> Result<(), usize> {
        self.white_space();
        self.string()?;
        self.white_space();
        self.expect(|byte| byte == b':')
    }

    fn word(&mut self, kind: Kind, word: &[u8]) -> Result<(), usize> {
        let start = self.at;
        for letter in word {
            self.expect(|byte| byte == *letter)?;
        }
        self.push(kind, start);
        Ok(())
    }

    fn string(&mut self) -> Result<(), usize> {
        let start = self.at;
        self.expect(|byte| byte == b'"')?;
        while self.byte() != Some(b'"') {
            if self.byte() == Some(b'\\') {
                self.at += 1;
                let is_unicode = self.byte() == Some(b'u');
                self.expect(|byte| b"\"\\/bfnrtu".contains(&byte))?;
                if is_unicode {
                    for _ in 0..4 {
                        self.expect(|byte| byte.is_ascii_hexdigit())?;
                    }
                }
            } else {
                self.expect(|byte| byte >= 0x20)?;
            }
        }
        self.at += 1;
        self.push(Kind::String, start);
        Ok(())
    }

    fn number(&mut self) -> Result<(), usize> {
        let start = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        self.push(Kind::Number, start);
        Ok(())
    }

    /// Reads one or more digits.
    fn digits(&mut self) -> Result<(), usize> {
        self.expect(|byte| byte.is_ascii_digit())?;
        while self.expect(|byte| byte.is_ascii_digit()).is_ok() {}
        Ok(())
    }
}
