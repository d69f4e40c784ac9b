//! Reading the names of members.

use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Visitor};

/// Reads a name, and gives its bytes to a function.
///
/// Some formats have names that are not text. They count as the empty name.
pub(crate) struct Name<F>(pub(crate) F);

impl<'de, T, F: FnOnce(&[u8]) -> T> DeserializeSeed<'de> for Name<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T, F: FnOnce(&[u8]) -> T> Visitor<'_> for Name<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        self.visit_bytes(name.as_bytes())
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<T, E> {
        Ok((self.0)(name))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        self.visit_bytes(&[])
    }
}
