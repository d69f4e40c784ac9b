//! Reads the values of a JSON text, and describes its first syntax error.

use alloc::format;
use core::iter;
use core::ops::Range;

use serde::de::IgnoredAny;
use serde_json::{Deserializer, from_str};

use crate::json::decode_escape;

/// A value of a text, or the name of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Node<'a> {
    pub(super) start: usize,
    /// The JSON of the value.
    pub(super) raw: &'a str,
}

impl<'a> Node<'a> {
    /// Reads the value at the start of a text, whose position in the body is `start`.
    pub(super) fn read(start: usize, text: &'a str) -> Option<Self> {
        let mut values = Deserializer::from_str(text).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        Some(Self { start, raw: text.get(..values.byte_offset())? })
    }

    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.start.saturating_add(self.raw.len())
    }

    pub(super) fn is_string(&self) -> bool {
        self.raw.starts_with('"')
    }

    /// Decodes a string one character at a time, so that a long string needs no memory. A lone surrogate becomes U+FFFD.
    pub(super) fn characters(self) -> impl Iterator<Item = char> {
        let mut rest = self.between_quotes();
        iter::from_fn(move || {
            let mut characters = rest.chars();
            let mut character = Some(characters.next()?);
            rest = characters.as_str();
            if character == Some('\\') {
                (character, rest) = decode_escape(rest)?;
            }
            Some(character.unwrap_or(char::REPLACEMENT_CHARACTER))
        })
    }

    /// Returns a string with its escapes, without its quotes.
    pub(super) fn between_quotes(&self) -> &'a str {
        self.raw.get(1..self.raw.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// The rest of an object or an array. As an iterator, it reads the items of an array.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    position: usize,
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(value: Node<'a>) -> Self {
        Self { position: value.start, rest: value.raw }
    }

    /// Reads the name and the value of the next member of an object. Returns `None` at the end, and for any other value.
    pub(super) fn member(&mut self) -> Option<(Node<'a>, Node<'a>)> {
        Some((self.value_after(&['{', ','])?, self.value_after(&[':'])?))
    }

    /// Reads one of these characters and the value after it.
    fn value_after(&mut self, marks: &[char]) -> Option<Node<'a>> {
        let rest = self.rest.trim_start().strip_prefix(marks)?.trim_start();
        let value = Node::read(self.position.saturating_add(self.rest.len()).saturating_sub(rest.len()), rest)?;
        self.position = value.range().end;
        self.rest = rest.get(value.raw.len()..)?;
        Some(value)
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Node<'a>;

    /// Reads the next item of an array. Returns `None` at the end, and for any other value.
    fn next(&mut self) -> Option<Node<'a>> {
        self.value_after(&['[', ','])
    }
}

/// Continuations of a text, and what a text expects that accepts one. The first that is accepted counts.
///
/// Four characters are also too long for the rest of the digits after `\u`.
const EXPECTED: [(&str, &str); 12] = [
    ("~~~~", "`\"`"),
    ("/~~~", "one of `\"\\/bfnrtu`"),
    ("aaaa", "a hexadecimal digit"),
    (",0", "`,` or `]`"),
    (",", "`,` or `}`"),
    ("]", "a value, or `]`"),
    ("[", "a value"),
    ("}", "a name in quotes, or `}`"),
    ("\"", "a name in quotes"),
    (":", "`:`"),
    (" ", "the end of the body"),
    ("0", "a digit"),
];

/// Describes what a text expects after its start, which has no error, instead of the next character.
///
/// The errors of `serde_json` do not name it, but show whether a longer text is an error as well.
pub(super) fn expected(start: &str, next: Option<char>) -> &'static str {
    let accepts = |continuation| match from_str::<IgnoredAny>(&format!("{start}{continuation}")) {
        Ok(IgnoredAny) => true,
        Err(error) => error.is_eof(),
    };
    match EXPECTED.iter().find(|(continuation, _)| accepts(continuation)) {
        Some((_, "`\"`")) if next.is_some() => "an escape, as this is a control character",
        Some((_, expected)) => expected,
        None => match start.chars().rev().find(|letter| matches!(letter, 'n' | 't' | 'f')) {
            Some('n') => "null",
            Some('t') => "true",
            _ => "false",
        },
    }
}
