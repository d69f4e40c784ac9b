//! Cuts the part of a body that a report shows around an error.

use std::ops::Range;

use lts_log_dump::diagnostics::Visible;

/// The most characters to show before the value, of the value, and after it.
const BEFORE: usize = 40;
pub(crate) const OF_VALUE: usize = 64;
const AFTER: usize = 24;

/// A part of a body, short enough for a terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt<const N: usize> {
    pub(crate) text: String,
    /// The bytes of `text` that belong to each value.
    pub(crate) spans: [Range<usize>; N],
}

impl<const N: usize> Excerpt<N> {
    /// Cuts out the line in which the values begin. They are in their order in the body. A value of several lines ends after its first
    /// line.
    pub(crate) fn new(body: &[u8], values: [Range<usize>; N]) -> Self {
        let mut text = String::new();
        let mut after = 0;
        let mut is_complete = true;
        let spans = values.map(|value| {
            let before = body[after..value.start].rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            text += &end_of(before, BEFORE);
            let start = text.len();
            let (line, is_one_line) = first_line(&body[value.clone()]);
            let (shown, is_cut) = start_of(line, OF_VALUE);
            text += &shown;
            let span = start..text.len();
            text += if is_cut {
                "…"
            } else if is_one_line {
                ""
            } else {
                " …"
            };
            after = value.end;
            is_complete = is_one_line && !is_cut;
            span
        });
        if is_complete {
            let (shown, is_cut) = start_of(first_line(&body[after..]).0, AFTER);
            text += &shown;
            text.extend(is_cut.then_some('…'));
        }
        Self { text, spans }
    }
}

/// Returns the text before the first line break, and whether there is no line break.
fn first_line(text: &[u8]) -> (&[u8], bool) {
    let end = text.iter().position(|byte| *byte == b'\n');
    let line = &text[..end.unwrap_or(text.len())];
    (line.strip_suffix(b"\r").unwrap_or(line), end.is_none())
}

/// Returns the first characters of a text, and whether there are more.
pub(crate) fn start_of(text: &[u8], characters: usize) -> (String, bool) {
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

/// Escapes invisible characters except tabs, because a body may be indented with them.
fn visible(text: &str) -> String {
    text.split('\t').map(|part| Visible(part).to_string()).collect::<Vec<_>>().join("\t")
}
