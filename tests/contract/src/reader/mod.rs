//! An independent reader of request bodies: a second, naive statement of the whole contract.
//!
//! It is written from RFC 8259 and from the API reference alone, and shares no code with the crate or with `serde_json`:
//! bounds, lists, names and messages are literals here, on purpose. A fault of the crate's reader, or a bound that moves by
//! one, therefore shows as a disagreement. It favours being easy to check over being fast.
//!
//! - `syntax` knows the grammar of JSON and where each value stands;
//! - `content` knows what a string or a number means;
//! - `members` lists the members and the messages about them;
//! - `rules` knows what the API reference demands of each member;
//! - `wrong` says what is wrong, and where.

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
/// Every wrong place. Either all of them are [`NOT_JSON`], in the order of the text, or none of them is; then they are in
/// the order of the API reference's Table 3, the items of the list in their order, the combination last.
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
