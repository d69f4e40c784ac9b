//! Cuts the part of a body that a report shows around an error.

use std::ops::Range;

use crate::harmless::visible;

/// The most characters to show before the value, of the value, and after it.
const BEFORE: usize = 40;
const OF_VALUE: usize = 64;
const AFTER: usize = 24;

/// A part of a body, short enough for a terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) text: String,
    /// The bytes of `text` that belong to the value.
    pub(crate) span: Range<usize>,
}

impl Excerpt {
    /// Cuts the line in which the value begins. A value of several lines is cut after the first one.
    pub(crate) fn new(body: &[u8], span: &Range<usize>) -> Self {
        let (before, rest) = body.split_at(span.start);
        let (value, after) = rest.split_at(span.len());
        let before = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let (value, is_one_line) = first_line(value);
        let after = if is_one_line { first_line(after).0 } else { b"" };

        let mut text = end_of(before, BEFORE);
        let start = text.len();
        let (shown, is_cut) = start_of(value, OF_VALUE);
        text += &shown;
        let end = text.len();
        if is_cut {
            text.push('…');
        } else if is_one_line {
            let (shown, is_cut) = start_of(after, AFTER);
            text += &shown;
            text.extend(is_cut.then_some('…'));
        } else {
            text += " …";
        }
        Self { text, span: start..end }
    }
}

/// Returns the text before the first line break, and whether there is no line break.
fn first_line(text: &[u8]) -> (&[u8], bool) {
    let end = text.iter().position(|byte| *byte == b'\n');
    let line = &text[..end.unwrap_or(text.len())];
    (line.strip_suffix(b"\r").unwrap_or(line), end.is_none())
}

/// Returns the first characters of a text, and whether there are more.
fn start_of(text: &[u8], characters: usize) -> (String, bool) {
    // A character has at most four bytes.
    let all = String::from_utf8_lossy(&text[..text.len().min(characters * 4 + 4)]);
    let shown: String = all.chars().take(characters).collect();
    let is_cut = shown.len() < all.len();
    (visible(&shown), is_cut)
}

/// Returns the last characters of a text, with an ellipsis before them if there are more.
fn end_of(text: &[u8], characters: usize) -> String {
    let all = String::from_utf8_lossy(&text[text.len().saturating_sub(characters * 4 + 4)..]);
    let cut = all.chars().count().saturating_sub(characters);
    let mut shown: String = if cut > 0 { "…".into() } else { String::new() };
    shown.extend(all.chars().skip(cut));
    visible(&shown)
}
