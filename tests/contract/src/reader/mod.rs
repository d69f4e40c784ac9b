//! An independent, naive reader of request bodies.
//!
//! It is written from RFC 8259 and from the API reference alone, and shares no code with the crate or with `serde_json`:
//! bounds, lists, names and messages are literals here on purpose. If the crate has a bug, or a bound is off by one, the two
//! disagree. The code is easy to check rather than fast.
//!
//! - `syntax` parses JSON and finds the position of each value;
//! - `content` decodes strings and numbers;
//! - `members` lists the members and their messages;
//! - `rules` validates each member as the API reference requires;
//! - `unknown` finds the members that the service ignores;
//! - `wrong` describes an error and its position.

mod content;
mod members;
mod rules;
mod syntax;
mod unknown;
mod wrong;

pub use rules::Body;
pub use unknown::{Unknown, unknown_members};
pub use wrong::{NOT_JSON, Pointer, Position, Wrong};

/// Reads a body.
///
/// # Errors
///
/// Returns every error. If the body is not JSON, all errors are [`NOT_JSON`], in the order of the body. Otherwise they are
/// violations in the order of the API reference's Table 3, with the items of the list in their order, and the combination at the end.
pub fn read(body: &[u8]) -> Result<Body<'_>, Vec<Wrong>> {
    if let Some(length) = wrong_encoding(body) {
        return Err(vec![Wrong::not_json(Pointer::Root, 0..length)]);
    }
    let text = std::str::from_utf8(body).map_err(|error| {
        let start = error.valid_up_to();
        let end = error.error_len().map_or(body.len(), |length| start + length);
        vec![Wrong::not_json(Pointer::Root, start..end)]
    })?;
    let values = syntax::values(text).map_err(|at| {
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        vec![Wrong::not_json(Pointer::Root, at..at + length)]
    })?;
    rules::read(text, &values)
}

/// Returns the length of the first character if a body has a byte order mark or is UTF-16.
fn wrong_encoding(body: &[u8]) -> Option<usize> {
    // UTF-32 begins like UTF-16, but its first character has two more zeros.
    if body.get(1..3) == Some(&[0, 0]) || body.starts_with(&[0xFF, 0xFE, 0, 0]) {
        return None;
    }
    let begins_json = |byte: &u8| b" \t\n\r{[\"-0123456789tfn".contains(byte);
    match body {
        [0xEF, 0xBB, 0xBF, ..] => Some(3),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(2),
        [first, 0, ..] | [0, first, ..] if begins_json(first) => Some(2),
        _ => None,
    }
}
