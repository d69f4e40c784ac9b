//! Handing a string on.

use core::fmt;

use serde::de::{Error, Visitor};

/// Hands a string on, without a copy of it.
pub(super) struct Then<'a>(pub(super) &'a mut dyn FnMut(&str));

impl Visitor<'_> for Then<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }
}
