//! Reads the name of a member from any serde deserializer.

use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, Visitor};

use super::Value;

/// Implements the methods of a visitor for values without items: each calls the visitor's method `scalar`.
macro_rules! visit_scalars {
    ($($visit:ident($type:ty): $value:expr;)+) => {
        $(fn $visit<E: Error>(self, value: $type) -> Result<Self::Value, E> {
            self.scalar($value(value))
        })+

        fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
            self.scalar(Value::Null)
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            self.scalar(Value::Null)
        }
    };
    () => {
        visit_scalars! {
            visit_bool(bool): Value::Bool;
            visit_i64(i64): Value::Integer;
            visit_i128(i128): Value::from_integer;
            visit_u64(u64): Value::from_integer;
            visit_u128(u128): Value::from_integer;
            visit_f64(f64): Value::from_f64;
            visit_str(&str): Value::String;
        }
    };
}

/// Reads the name of a member and hands its bytes to a function.
///
/// Some formats have names that are not strings. They count as the empty name.
pub(super) struct Name<F>(pub(super) F);

impl<F> Name<F> {
    #[expect(clippy::unnecessary_wraps, reason = "`visit_scalars` needs a result")]
    fn scalar<T, E>(self, value: Value<'_>) -> Result<T, E>
    where
        F: FnOnce(&[u8]) -> T,
    {
        Ok((self.0)(if let Value::String(name) = value { name.as_bytes() } else { &[] }))
    }
}

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

    visit_scalars! {}

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<T, E> {
        Ok((self.0)(name))
    }
}
