//! Reads a value of any type from any serde deserializer.

use alloc::string::{String, ToString};
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{FromValue, Value};

/// How a documented member is stored.
///
/// A format with types can read any value. A binary format without types must be asked for the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    String,
    OptionalString,
    /// An array of strings. Only here are the items of an array read.
    Strings,
    Bool,
    Integer,
    /// A string that `serde_json` created for a number. A string of the document is borrowed from it or skipped.
    NumberToken {
        is_buffered: bool,
    },
}

/// Reads a single value. The error has the message of the violation.
pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromValue<Error: fmt::Display>,
    D: Deserializer<'de>,
{
    let mut value = T::from_value(Value::Null);
    read_value(Kind::String, deserializer, &mut |_, found| value = T::from_value(found))?;
    value.map_err(D::Error::custom)
}

/// The function that receives the value of each documented member, with the member's position among the names.
pub(crate) type OnMember<'f> = dyn FnMut(usize, Value<'_>) + 'f;

/// Reads a value of any type and hands it to a function, with the position 0.
pub(crate) fn read_value<'de, D: Deserializer<'de>>(
    kind: Kind,
    deserializer: D,
    on_member: &mut OnMember<'_>,
) -> Result<(), D::Error> {
    let asks_for_kind = !deserializer.is_human_readable();
    AnyValue(&mut Target { kind, asks_for_kind, position: 0, on_member }).deserialize(deserializer)
}

/// What to read, and the function that receives it.
pub(super) struct Target<'f> {
    pub(super) kind: Kind,
    /// Whether the deserializer is asked for the kind, because the format may have no types. Otherwise it is asked for any value.
    pub(super) asks_for_kind: bool,
    pub(super) position: usize,
    pub(super) on_member: &'f mut OnMember<'f>,
}

/// Reads a value of any type. It is one reference, because serde passes it on by value several times.
pub(super) struct AnyValue<'a, 'f>(pub(super) &'a mut Target<'f>);

impl AnyValue<'_, '_> {
    #[expect(clippy::unnecessary_wraps, reason = "`visit_scalars` needs a result")]
    fn scalar<E: Error>(self, value: Value<'_>) -> Result<(), E> {
        (self.0.on_member)(self.0.position, value);
        Ok(())
    }

    fn deserialize_kind<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0.kind {
            Kind::String => deserializer.deserialize_str(self),
            Kind::OptionalString => deserializer.deserialize_option(self),
            Kind::Strings => deserializer.deserialize_seq(self),
            Kind::Bool => deserializer.deserialize_bool(self),
            Kind::Integer => deserializer.deserialize_i64(self),
            // This skips a value of the document, and still visits a string that was created.
            Kind::NumberToken { is_buffered: false } => deserializer.deserialize_ignored_any(self),
            Kind::NumberToken { is_buffered: true } => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> DeserializeSeed<'de> for AnyValue<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.0.asks_for_kind { self.deserialize_kind(deserializer) } else { deserializer.deserialize_any(self) }
    }
}

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

impl<'de> Visitor<'de> for AnyValue<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    visit_scalars! {}

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<(), E> {
        match self.0.kind {
            Kind::NumberToken { .. } => self.scalar(Value::Other),
            _ => self.visit_str(value),
        }
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        self.scalar(Value::Other)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.0.kind == Kind::OptionalString {
            self.0.kind = Kind::String;
        }
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self(target) = self;
        if target.kind != Kind::Strings {
            IgnoredAny.visit_seq(array)?;
            return Self(target).scalar(Value::Other);
        }
        (target.on_member)(target.position, Value::Array);
        target.kind = Kind::String;
        while array.next_element_seed(AnyValue(target))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        if let Some(is_token) = object.next_key_seed(Name(is_number_token))? {
            if is_token {
                if let Some(number) = number_token_value(&mut object)? {
                    let number = Value::parse_number(&number).ok_or_else(|| A::Error::custom("number out of range"))?;
                    return self.scalar(number);
                }
            } else {
                object.next_value::<IgnoredAny>()?;
            }
            IgnoredAny.visit_map(object)?;
        }
        self.scalar(Value::Other)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        IgnoredAny.visit_enum(tagged)?;
        self.scalar(Value::Other)
    }
}

/// Whether this is the name that `serde_json` gives to a number if a crate of the build switches on its feature
/// `arbitrary_precision`. The number is then an object with one member, whose value is the number as a string.
pub(super) fn is_number_token(name: &[u8]) -> bool {
    name == b"$serde_json::private::Number"
}

/// Reads the value of a member with that name. Returns the number's string if it is a number.
pub(super) fn number_token_value<'de, A: MapAccess<'de>>(object: &mut A) -> Result<Option<String>, A::Error> {
    // Without the feature, it is a name like any other.
    let has_feature = "1.0e1".parse().is_ok_and(|number: serde_json::Number| number.to_string() != "10.0");
    if !has_feature {
        return object.next_value::<IgnoredAny>().map(|_| None);
    }
    let mut number = None;
    let on_member = &mut |_, value: Value<'_>| {
        if let Value::String(text) = value {
            number = Some(text.into());
        }
    };
    // A buffer of serde knows its size and has read the value. A document does not.
    let kind = Kind::NumberToken { is_buffered: object.size_hint().is_some() };
    object.next_value_seed(AnyValue(&mut Target { kind, asks_for_kind: true, position: 0, on_member }))?;
    Ok(number)
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
