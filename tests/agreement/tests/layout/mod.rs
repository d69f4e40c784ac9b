//! Writes a document in random layouts: white space, escapes, forms of numbers, ignored members and syntax errors.

use fastrand::Rng;
use serde_json::Value;
use std::fmt::Write as _;

/// Writes documents. The output depends on the seed only.
pub(crate) struct Writer {
    random: Rng,
    text: String,
    /// Whether the current document has white space.
    has_space: bool,
    /// Whether the current document has escapes.
    has_escapes: bool,
}

impl Writer {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: Rng::with_seed(seed), text: String::new(), has_space: false, has_escapes: false }
    }

    /// Writes a document. One in eight is damaged, so that it may no longer be I-JSON.
    pub(crate) fn write(&mut self, document: &Value) -> Vec<u8> {
        self.text.clear();
        (self.has_space, self.has_escapes) = (self.random.bool(), self.random.bool());
        self.space();
        self.value(document);
        self.space();
        let mut bytes = self.text.clone().into_bytes();
        if self.random.u8(..8) == 0 {
            let at = self.random.usize(..bytes.len());
            let removed = self.random.usize(..3).min(bytes.len() - at);
            let put: &[u8] =
                self.one_of(&[b"", b"\"", b"}", b"]", b",", b"\\ud800", b"\xff", b"\n", b"e999", "é".as_bytes()]);
            bytes.splice(at..at + removed, put.iter().copied());
        }
        bytes
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.random.usize(..choices.len())]
    }

    fn space(&mut self) {
        if self.has_space {
            let space = self.one_of(&["", "", " ", "\n", "\r\n", "\t", " \n  ", "\r"]);
            self.text.push_str(space);
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.string(text),
            Value::Number(number) => self.number(&number.to_string()),
            Value::Array(items) => {
                self.text.push('[');
                for (number, item) in items.iter().enumerate() {
                    self.separate(number);
                    self.value(item);
                }
                self.space();
                self.text.push(']');
            }
            Value::Object(members) => {
                let mut members: Vec<_> = members.iter().map(|(name, value)| (name.as_str(), value)).collect();
                self.random.shuffle(&mut members);
                if self.random.u8(..4) == 0 {
                    let at = self.random.usize(..=members.len());
                    members.insert(at, (self.one_of(&["é😀", "Typ", "\u{2028}", "\"\\/"]), value));
                }
                self.members(&members);
            }
            other => self.text.push_str(&other.to_string()),
        }
    }

    fn members(&mut self, members: &[(&str, &Value)]) {
        self.text.push('{');
        for (number, (name, value)) in members.iter().enumerate() {
            self.separate(number);
            self.string(name);
            self.space();
            self.text.push(':');
            self.space();
            self.value(value);
            // Some documents repeat a member.
            if self.random.u8(..100) == 0 {
                self.separate(1);
                self.string(name);
                self.text.push_str(":1e400");
            }
        }
        self.space();
        self.text.push('}');
    }

    fn separate(&mut self, number: usize) {
        if number > 0 {
            self.space();
            self.text.push(',');
        }
        self.space();
    }

    fn number(&mut self, digits: &str) {
        self.text.push_str(digits);
        if !digits.contains(['.', 'e']) {
            let end = self.one_of(&["", "", "", ".0", "e0", "E+0", ".50"]);
            self.text.push_str(end);
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            if self.has_escapes && self.random.u8(..4) == 0 || character < ' ' || character == '"' || character == '\\'
            {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(self.text, "\\u{unit:04x}").expect("writing to a string does not fail");
                }
            } else {
                self.text.push(character);
            }
        }
        self.text.push('"');
    }
}
