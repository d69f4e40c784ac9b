//! Reading an object. An error names the type that was found, and never the value, which may be a secret.

use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::any::{AnyValue, Slot, is_number_token, number_text};
use super::member_name::Name;

/// A reader of the known members of an object.
pub(crate) trait ObjectReader {
    type Name;

    /// The known member with this name.
    fn known(&self, name: &[u8]) -> Option<Self::Name>;

    /// The slot of a known member.
    ///
    /// # Errors
    ///
    /// The name of the member, if it occurs for the second time.
    fn slot(&mut self, name: Self::Name) -> Result<&mut dyn Slot, &'static str>;
}

/// Reads the known members of an object, and ignores all others.
pub(crate) fn deserialize_object<'de, R: ObjectReader, D: Deserializer<'de>>(
    deserializer: D,
    reader: R,
) -> Result<R, D::Error> {
    ObjectVisitor(reader).deserialize(deserializer)
}

/// Fails because a value of this type is not an object.
fn not_an_object<T, E: Error>(found: &'static str) -> Result<T, E> {
    Err(E::invalid_type(Unexpected::Other(found), &"an object"))
}

enum Member<N> {
    Known(N),
    /// The name under which `serde_json` may give a number.
    NumberToken,
    Unknown,
}

struct ObjectVisitor<R>(R);

impl<'de, R: ObjectReader> DeserializeSeed<'de> for ObjectVisitor<R> {
    type Value = R;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<R, D::Error> {
        // Not `deserialize_map`: some deserializers quote what they find instead of a map.
        deserializer.deserialize_any(self)
    }
}

impl<'de, R: ObjectReader> Visitor<'de> for ObjectVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<R, A::Error> {
        let Self(mut reader) = self;
        let member = |reader: &R, name: &[u8]| match reader.known(name) {
            Some(name) => Member::Known(name),
            None if is_number_token(name) => Member::NumberToken,
            None => Member::Unknown,
        };
        while let Some(member) = object.next_key_seed(Name(|name: &[u8]| member(&reader, name)))? {
            match member {
                Member::Known(name) => {
                    let slot = reader.slot(name).map_err(A::Error::duplicate_field)?;
                    object.next_value_seed(AnyValue(slot))?;
                }
                Member::NumberToken => {
                    if number_text(&mut object)?.is_some() {
                        return not_an_object("number");
                    }
                }
                Member::Unknown => {
                    object.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(reader)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<R, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<R, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<R, E> {
        not_an_object("boolean")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<R, E> {
        not_an_object("number")
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<R, E> {
        not_an_object("number")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<R, E> {
        not_an_object("number")
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<R, E> {
        not_an_object("number")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<R, E> {
        not_an_object("number")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<R, E> {
        not_an_object("string")
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<R, E> {
        not_an_object("bytes")
    }

    fn visit_none<E: Error>(self) -> Result<R, E> {
        not_an_object("null")
    }

    fn visit_unit<E: Error>(self) -> Result<R, E> {
        not_an_object("null")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<R, A::Error> {
        not_an_object("array")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<R, A::Error> {
        not_an_object("enum")
    }
}
