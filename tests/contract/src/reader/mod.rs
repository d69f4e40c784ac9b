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
//! - `wrong` describes an error and its position.

mod content;
mod members;
mod rules;
mod syntax;
mod wrong;

pub use rules::Body;
pub use wrong::{NOT_JSON, Pointer, Position, Wrong};

/// Reads a body.
///
/// # Errors
///
/// Returns every error. Either all of them are [`NOT_JSON`], in the order of the body, or none of them is. Violations are in the
/// order of the API reference's Table 3, with the items of the list in their order, and the combination at the end.
pub fn read(body: &[u8]) -> Result<Body<'_>, Vec<Wrong>> {
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
