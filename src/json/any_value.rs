//! Reads a value of any type from any serde deserializer.

use alloc::string::{String, ToString};
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::cursor::OnValue;
use super::{FromValue, Value};

/// How a documented member is stored.
///
/// A format that has types says what it found. A binary format without types must be asked for the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The name of a member, which may be bytes.
    Name,
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
    AnyValue::new(Kind::String, &deserializer, &mut |found| value = T::from_value(found)).deserialize(deserializer)?;
    value.map_err(D::Error::custom)
}

/// Reads a value of any type and hands it to a function.
pub(crate) struct AnyValue<'a, 'f> {
    pub(super) kind: Kind,
    /// Whether the format may be one without types.
    pub(super) is_binary: bool,
    pub(super) on_value: &'a mut OnValue<'f>,
}

impl<'a, 'f> AnyValue<'a, 'f> {
    /// Creates a reader that suits the format of the deserializer.
    pub(crate) fn new<'de, D: Deserializer<'de>>(kind: Kind, format: &D, on_value: &'a mut OnValue<'f>) -> Self {
        Self { kind, is_binary: !format.is_human_readable(), on_value }
    }

    #[expect(clippy::unnecessary_wraps, reason = "every method of a visitor returns a result")]
    fn scalar<E: Error>(self, value: Value<'_>) -> Result<(), E> {
        (self.on_value)(value);
        Ok(())
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

impl<'de> DeserializeSeed<'de> for AnyValue<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.kind {
            // This skips a value of the document, and still visits a string that was created.
            Kind::NumberToken { is_buffered: false } => deserializer.deserialize_ignored_any(self),
            Kind::NumberToken { is_buffered: true } => deserializer.deserialize_any(self),
            _ if !self.is_binary => deserializer.deserialize_any(self),
            Kind::String | Kind::Name => deserializer.deserialize_str(self),
            Kind::OptionalString => deserializer.deserialize_option(self),
            Kind::Strings => deserializer.deserialize_seq(self),
            Kind::Bool => deserializer.deserialize_bool(self),
            Kind::Integer => deserializer.deserialize_i64(self),
        }
    }
}

impl<'de> Visitor<'de> for AnyValue<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    visit_scalars! {}

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<(), E> {
        match self.kind {
            Kind::NumberToken { .. } => self.scalar(Value::Other),
            _ => self.visit_str(value),
        }
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<(), E> {
        match core::str::from_utf8(value) {
            Ok(name) if self.kind == Kind::Name => self.scalar(Value::String(name)),
            _ => self.scalar(Value::Other),
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let kind = if self.kind == Kind::OptionalString { Kind::String } else { self.kind };
        Self { kind, ..self }.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self { kind, is_binary, on_value } = self;
        if kind != Kind::Strings {
            IgnoredAny.visit_seq(array)?;
            on_value(Value::Other);
            return Ok(());
        }
        on_value(Value::Array);
        while array.next_element_seed(AnyValue { kind: Kind::String, is_binary, on_value })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        if let Some(is_token) = next_name(&mut object, is_number_token)? {
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
    let on_value = &mut |value: Value<'_>| {
        if let Value::String(text) = value {
            number = Some(text.into());
        }
    };
    // A buffer of serde knows its size and has read the value. A document does not.
    let kind = Kind::NumberToken { is_buffered: object.size_hint().is_some() };
    object.next_value_seed(AnyValue { kind, is_binary: false, on_value })?;
    Ok(number)
}

/// Reads the next name of an object and hands its bytes to a function.
///
/// Some formats have names that are not strings. They count as the empty name.
pub(super) fn next_name<'de, T, A: MapAccess<'de>>(
    object: &mut A,
    find: impl Fn(&[u8]) -> T,
) -> Result<Option<T>, A::Error> {
    let mut found = None;
    let on_value = &mut |value: Value<'_>| {
        found = Some(find(if let Value::String(name) = value { name.as_bytes() } else { &[] }));
    };
    object.next_key_seed(AnyValue { kind: Kind::Name, is_binary: false, on_value })?;
    Ok(found)
}
