//! Reads a value of any type, or an object, from any serde deserializer.

use alloc::string::{String, ToString};
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::member_name::Name;
use super::{FromValue, Value};

/// What to read.
///
/// A format with types can read any value. A binary format without types must be asked for the right one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    String,
    OptionalString,
    /// An array of strings. Only here are the items of an array read.
    Strings,
    Bool,
    Integer,
    /// Anything else is an error.
    Object(Object),
    /// A string that `serde_json` created for a number. A string of the document is borrowed from it or skipped.
    NumberToken {
        is_buffered: bool,
    },
}

/// The documented members of an object. All others are ignored. A duplicate is an error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Object {
    pub(crate) type_name: &'static str,
    pub(crate) names: &'static [&'static str],
    /// How the members are stored, in the order of their names.
    pub(crate) kinds: &'static [Kind],
    /// Returns the position of a name.
    pub(crate) find: fn(&[u8]) -> Option<usize>,
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

/// The function that receives each value. For a member of an object, it also gets the member's position among the names.
pub(crate) type OnValue<'f> = dyn FnMut(usize, Value<'_>) + 'f;

/// Reads a value and hands it to a function, with the position 0. Of an object, the documented members are handed on.
pub(crate) fn read_value<'de, D: Deserializer<'de>>(
    kind: Kind,
    deserializer: D,
    on_value: &mut OnValue<'_>,
) -> Result<(), D::Error> {
    let asks_for_kind = !deserializer.is_human_readable();
    AnyValue(&mut Target { kind, asks_for_kind, position: 0, on_value }).deserialize(deserializer)
}

/// What to read, and the function that receives it.
struct Target<'f> {
    kind: Kind,
    /// Whether the deserializer is asked for the kind, because the format may have no types. Otherwise it is asked for any value.
    asks_for_kind: bool,
    position: usize,
    on_value: &'f mut OnValue<'f>,
}

/// Reads a value of any type. It is one reference, because serde passes it on by value several times.
struct AnyValue<'a, 'f>(&'a mut Target<'f>);

impl AnyValue<'_, '_> {
    fn scalar<E: Error>(self, value: Value<'_>) -> Result<(), E> {
        let type_name = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::String(_) => "string",
            Value::Integer(_) | Value::Array | Value::Other => "number",
        };
        self.found(type_name, value)
    }

    /// Hands a value on, or fails if an object is expected. The error names the type, never the value, which may be a secret.
    fn found<E: Error>(self, type_name: &'static str, value: Value<'_>) -> Result<(), E> {
        if let Kind::Object(_) = self.0.kind {
            return not_an_object(type_name);
        }
        (self.0.on_value)(self.0.position, value);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for AnyValue<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if !self.0.asks_for_kind {
            // Not `deserialize_struct` for an object, because some deserializers quote the value in their error.
            return deserializer.deserialize_any(self);
        }
        match self.0.kind {
            Kind::String => deserializer.deserialize_str(self),
            Kind::OptionalString => deserializer.deserialize_option(self),
            Kind::Strings => deserializer.deserialize_seq(self),
            Kind::Bool => deserializer.deserialize_bool(self),
            Kind::Integer => deserializer.deserialize_i64(self),
            Kind::Object(Object { type_name, names, .. }) => deserializer.deserialize_struct(type_name, names, self),
            // This skips a value of the document, and still visits a string that was created.
            Kind::NumberToken { is_buffered: false } => deserializer.deserialize_ignored_any(self),
            Kind::NumberToken { is_buffered: true } => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for AnyValue<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if let Kind::Object(_) = self.0.kind { "an object" } else { "any value" })
    }

    visit_scalars! {}

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<(), E> {
        let is_skipped = matches!(self.0.kind, Kind::NumberToken { .. });
        self.found("string", if is_skipped { Value::Other } else { Value::String(value) })
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        self.found("bytes", Value::Other)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Kind::OptionalString = self.0.kind {
            self.0.kind = Kind::String;
        }
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self(target) = self;
        match target.kind {
            Kind::Strings => {
                (target.on_value)(target.position, Value::Array);
                target.kind = Kind::String;
                while array.next_element_seed(AnyValue(target))?.is_some() {}
                return Ok(());
            }
            Kind::Object(object) if target.asks_for_kind => return object.read_items(array, target),
            Kind::Object(_) => {}
            _ => {
                IgnoredAny.visit_seq(array)?;
            }
        }
        Self(target).found("array", Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        if let Kind::Object(known) = self.0.kind {
            return known.read_members(object, self.0);
        }
        if let Some(is_token) = object.next_key_seed(Name(is_number_token))? {
            if is_token {
                if let Some(number) = number_token_value(&mut object)? {
                    let number = Value::parse_number(&number).ok_or_else(|| A::Error::custom("number out of range"))?;
                    return self.found("number", number);
                }
            } else {
                object.next_value::<IgnoredAny>()?;
            }
            IgnoredAny.visit_map(object)?;
        }
        self.found("object", Value::Other)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        if let Kind::Object(_) = self.0.kind {
            return not_an_object("enum");
        }
        IgnoredAny.visit_enum(tagged)?;
        self.found("enum", Value::Other)
    }
}

fn not_an_object<T, E: Error>(found: &'static str) -> Result<T, E> {
    Err(E::invalid_type(Unexpected::Other(found), &"an object"))
}

impl Object {
    /// Reads the members of a format with names, which has types as well.
    fn read_members<'de, A: MapAccess<'de>>(self, mut object: A, target: &mut Target<'_>) -> Result<(), A::Error> {
        target.asks_for_kind = false;
        let mut seen = 0_u64;
        let member = |name: &[u8]| ((self.find)(name), is_number_token(name));
        while let Some((known, is_token)) = object.next_key_seed(Name(member))? {
            if let Some(position) = known {
                let before = seen;
                seen |= 1_u64.rotate_left(u32::try_from(position).unwrap_or_default());
                let (Some(name), Some(kind)) = (self.names.get(position), self.kinds.get(position)) else { continue };
                if seen == before {
                    return Err(A::Error::duplicate_field(name));
                }
                target.kind = *kind;
                target.position = position;
                object.next_value_seed(AnyValue(target))?;
            } else if !is_token {
                object.next_value::<IgnoredAny>()?;
            } else if number_token_value(&mut object)?.is_some() {
                return not_an_object("number");
            }
        }
        Ok(())
    }

    /// Reads the members of a format without names, which are in the order of the names.
    fn read_items<'de, A: SeqAccess<'de>>(self, mut array: A, target: &mut Target<'_>) -> Result<(), A::Error> {
        for (position, kind) in self.kinds.iter().enumerate() {
            target.kind = *kind;
            target.position = position;
            if array.next_element_seed(AnyValue(target))?.is_none() {
                return Err(A::Error::invalid_length(position, &"one item for each member"));
            }
        }
        match array.next_element::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("more items than members")),
        }
    }
}

/// Whether this is the name that `serde_json` gives to a number if a crate of the build switches on its feature
/// `arbitrary_precision`. The number is then an object with one member, whose value is the number as a string.
fn is_number_token(name: &[u8]) -> bool {
    name == b"$serde_json::private::Number"
}

/// Reads the value of a member with that name. Returns the number's string if it is a number.
fn number_token_value<'de, A: MapAccess<'de>>(object: &mut A) -> Result<Option<String>, A::Error> {
    // Without the feature, it is a name like any other.
    let has_feature = "1.0e1".parse().is_ok_and(|number: serde_json::Number| number.to_string() != "10.0");
    if !has_feature {
        return object.next_value::<IgnoredAny>().map(|_| None);
    }
    let mut number = None;
    let on_value = &mut |_, value: Value<'_>| {
        if let Value::String(text) = value {
            number = Some(text.into());
        }
    };
    // A buffer of serde knows its size and has read the value. A document does not.
    let kind = Kind::NumberToken { is_buffered: object.size_hint().is_some() };
    object.next_value_seed(AnyValue(&mut Target { kind, asks_for_kind: true, position: 0, on_value }))?;
    Ok(number)
}
