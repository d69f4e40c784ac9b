//! Reads an object from any serde deserializer. An error names the type that was found, never the value, which may be a secret.

use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::Value;
use super::any_value::{AnyValue, Kind, Name, OnMember, Target, is_number_token, number_token_value};

/// The documented members of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Object {
    pub(crate) type_name: &'static str,
    pub(crate) names: &'static [&'static str],
    /// How the members are stored, in the order of their names.
    pub(crate) kinds: &'static [Kind],
    /// Returns the position of a name.
    pub(crate) find: fn(&[u8]) -> Option<usize>,
}

impl Object {
    /// Reads the documented members and ignores all others.
    ///
    /// # Errors
    ///
    /// The deserializer fails, the value is not an object, or a documented member is a duplicate.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        self,
        deserializer: D,
        on_member: &mut OnMember<'_>,
    ) -> Result<(), D::Error> {
        ObjectVisitor { object: self, is_binary: !deserializer.is_human_readable(), on_member }
            .deserialize(deserializer)
    }

    fn member(&self, name: &[u8]) -> Member {
        match (self.find)(name) {
            Some(position) => Member::Known(position),
            None if is_number_token(name) => Member::NumberToken,
            None => Member::Unknown,
        }
    }
}

enum Member {
    Known(usize),
    /// The name that `serde_json` may give to a number.
    NumberToken,
    Unknown,
}

fn not_an_object<T, E: Error>(found: &'static str) -> Result<T, E> {
    Err(E::invalid_type(Unexpected::Other(found), &"an object"))
}

struct ObjectVisitor<'a, 'f> {
    object: Object,
    is_binary: bool,
    on_member: &'a mut OnMember<'f>,
}

impl ObjectVisitor<'_, '_> {
    #[expect(clippy::unused_self, reason = "`visit_scalars` needs a method")]
    fn scalar<E: Error>(self, value: Value<'_>) -> Result<(), E> {
        not_an_object(match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::String(_) => "string",
            Value::Integer(_) | Value::Array | Value::Other => "number",
        })
    }
}

impl<'de> DeserializeSeed<'de> for ObjectVisitor<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.is_binary {
            return deserializer.deserialize_struct(self.object.type_name, self.object.names, self);
        }
        // Not `deserialize_struct`, because some deserializers quote the value in their error.
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ObjectVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let Self { object: known, on_member, .. } = self;
        let mut seen = 0_u64;
        // A format with names has types as well.
        let mut target = Target { kind: Kind::String, asks_for_kind: false, position: 0, on_member };
        while let Some(member) = object.next_key_seed(Name(|name: &[u8]| known.member(name)))? {
            match member {
                Member::Known(position) => {
                    let before = seen;
                    seen |= 1_u64.rotate_left(u32::try_from(position).unwrap_or_default());
                    let (Some(name), Some(kind)) = (known.names.get(position), known.kinds.get(position)) else {
                        continue;
                    };
                    if seen == before {
                        return Err(A::Error::duplicate_field(name));
                    }
                    target.kind = *kind;
                    target.position = position;
                    object.next_value_seed(AnyValue(&mut target))?;
                }
                Member::NumberToken => {
                    if number_token_value(&mut object)?.is_some() {
                        return not_an_object("number");
                    }
                }
                Member::Unknown => {
                    object.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self { object: known, is_binary: true, on_member } = self else {
            return not_an_object("array");
        };
        let mut target = Target { kind: Kind::String, asks_for_kind: true, position: 0, on_member };
        for (position, kind) in known.kinds.iter().enumerate() {
            target.kind = *kind;
            target.position = position;
            if array.next_element_seed(AnyValue(&mut target))?.is_none() {
                return Err(A::Error::invalid_length(position, &"one item for each member"));
            }
        }
        match array.next_element::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("more items than members")),
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    visit_scalars! {}

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        not_an_object("bytes")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        not_an_object("enum")
    }
}
