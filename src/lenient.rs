//! Reading any value of a document: whatever its type, it becomes a [`Scalar`], and reading goes on after it.

use alloc::string::String;
use core::cell::Cell;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::scalar::{FromScalar, Scalar};
use crate::violation::Field;

/// Where a value goes.
pub(crate) trait Sink<'de>: Sized {
    type Value;

    fn scalar(self, scalar: Scalar<'_>) -> Self::Value;

    /// A string that the deserializer made, as against one in the document.
    fn made_text(self, text: String) -> Self::Value {
        self.scalar(Scalar::Text(&text))
    }

    /// An array: skipped, unless its items are wanted.
    fn array<A: SeqAccess<'de>>(self, array: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(array)?;
        Ok(self.scalar(Scalar::Other))
    }
}

/// Reads one value of any type into `sink`.
pub(crate) struct ValueSeed<'a, S> {
    pub(crate) keys: Keys<'a>,
    pub(crate) sink: S,
}

impl<'de, S: Sink<'de>> DeserializeSeed<'de> for ValueSeed<'_, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, S: Sink<'de>> Visitor<'de> for ValueSeed<'_, S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Bool(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Integer(value)))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Integer(i64::try_from(value).unwrap_or(i64::MAX))))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Integer(i64::try_from(value).unwrap_or(i64::MAX))))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Integer(i64::try_from(value).unwrap_or(i64::MAX))))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::number(value)))
    }

    #[inline]
    fn visit_str<E: Error>(self, value: &str) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Text(value)))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<S::Value, E> {
        Ok(self.sink.made_text(value))
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Other))
    }

    fn visit_none<E: Error>(self) -> Result<S::Value, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<S::Value, E> {
        Ok(self.sink.scalar(Scalar::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, array: A) -> Result<S::Value, A::Error> {
        self.sink.array(array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<S::Value, A::Error> {
        while let Some(key) = object.next_key_seed(self.keys)? {
            if !matches!(key, Key::NumberToken) {
                object.next_value::<IgnoredAny>()?;
            } else if let Some(number) = object.next_value_seed(ValueSeed { keys: self.keys, sink: NumberText })? {
                return Ok(self.sink.scalar(finite(&number)?));
            }
        }
        Ok(self.sink.scalar(Scalar::Other))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<S::Value, A::Error> {
        IgnoredAny.visit_enum(tagged)?;
        Ok(self.sink.scalar(Scalar::Other))
    }
}

/// How the keys of objects are read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys<'a> {
    /// As the bytes of a JSON text: a lone surrogate in a name that the page does not document is nobody's business.
    ///
    /// Read like this, `serde_json` lets pass a control character that is not escaped. Once resolved it looks like one
    /// that is, so the cell is set, and the syntax is to be checked once more.
    Bytes(&'a Cell<bool>),
    /// As whatever a deserializer hands out.
    Any,
}

/// A key of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    Documented(Field),
    Undocumented,
    /// The key under which `serde_json` hands out a number when some crate of the build has switched on its feature
    /// `arbitrary_precision`, or, with [`Keys::Any`], a key of the document that is spelled the same. The value tells:
    /// that of a number is a string that `serde_json` made.
    NumberToken,
}

impl Key {
    const NUMBER_TOKEN: &str = "$serde_json::private::Number";

    fn named(name: &[u8]) -> Self {
        Field::member(name).map_or(Self::Undocumented, Self::Documented)
    }
}

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        match self {
            Self::Bytes(_) => deserializer.deserialize_bytes(KeyVisitor(self)),
            Self::Any => deserializer.deserialize_any(KeyVisitor(self)),
        }
    }
}

struct KeyVisitor<'a>(Keys<'a>);

impl<'de> Visitor<'de> for KeyVisitor<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Key, E> {
        if name == Key::NUMBER_TOKEN { Ok(Key::NumberToken) } else { self.visit_str(name) }
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(Key::named(name.as_bytes()))
    }

    #[inline]
    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        let key = Key::named(name);
        if let (Key::Undocumented, Keys::Bytes(has_control)) = (key, self.0) {
            if name.iter().any(u8::is_ascii_control) {
                has_control.set(true);
            }
        }
        Ok(key)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_unit<E: Error>(self) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }
}

/// Tells the text of a number under [`Key::NumberToken`] from a value of the document.
pub(crate) struct NumberText;

impl Sink<'_> for NumberText {
    type Value = Option<String>;

    fn scalar(self, _: Scalar<'_>) -> Option<String> {
        None
    }

    fn made_text(self, text: String) -> Option<String> {
        Some(text)
    }
}

/// A number beyond the range of a double is no JSON that two readers would agree on.
fn finite<'a, E: Error>(number: &str) -> Result<Scalar<'a>, E> {
    match number.parse() {
        Ok(value) if f64::is_finite(value) => Ok(Scalar::number(value)),
        _ => Err(E::custom("number out of range")),
    }
}

/// Reads a value that stands alone; the failure text is the message of the violation.
pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromScalar<Error: fmt::Display>,
    D: Deserializer<'de>,
{
    struct Alone<T>(core::marker::PhantomData<T>);

    impl<T: FromScalar> Sink<'_> for Alone<T> {
        type Value = Result<T, T::Error>;

        fn scalar(self, scalar: Scalar<'_>) -> Self::Value {
            T::from_scalar(scalar)
        }
    }

    let seed = ValueSeed { keys: Keys::Any, sink: Alone(core::marker::PhantomData) };
    seed.deserialize(deserializer)?.map_err(D::Error::custom)
}
