//! Which value of a body is wrong.

use core::fmt;

use crate::api_reference::Field;

/// The place of a value in a body. `Display` writes it as a JSON Pointer (RFC 6901).
///
/// ```
/// use lts_log_dump::{Field, Pointer};
///
/// assert_eq!(Pointer::Root.to_string(), "");
/// assert_eq!(Pointer::Member(Field::TransferType).to_string(), "/type");
/// assert_eq!(Pointer::Item(Field::LogStreamIds, 57).to_string(), "/log_stream_ids/57");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Pointer {
    /// The body as a whole.
    Root,
    /// A member of the body.
    Member(Field),
    /// An item of a member, counted from 0.
    Item(Field, usize),
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No name has a character that a pointer must escape.
        match self {
            Self::Root => Ok(()),
            Self::Member(field) => write!(f, "/{field}"),
            Self::Item(field, item) => write!(f, "/{field}/{item}"),
        }
    }
}
