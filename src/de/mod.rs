//! Reading values of any type, so that a wrong one does not end the reading.

mod any;
mod bytes;
mod cursor;
mod escapes;
mod member_name;
mod not_json_reason;
mod object;
mod position;
mod scalar;
mod string_members;

pub(crate) use any::{AnyValue, Slot, deserialize};
pub(crate) use cursor::{Cursor, Refusal};
#[cfg(feature = "diagnostics")]
pub(crate) use escapes::decode_escape;
pub use not_json_reason::NotJsonReason;
pub(crate) use object::{ObjectReader, deserialize_object};
pub(crate) use position::Position;
pub(crate) use scalar::{FromScalar, Scalar};
pub(crate) use string_members::{Member, Members};
