//! Reads an object from any serde deserializer. An error names the type that was found, never the value, which may be a secret.

use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::Value;
use super::any_value::{AnyValue, Kind, is_number_token, next_name, number_token_value};

/// The documented members of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Object {
    pub(crate) type_name: &'static str,
    pub(crate) names: &'static [&'static str],
    /// How the members are stored, in the order of their names.
    pub(crate) kinds: &'static [Kind],
}

/// The function that receives the value of each documented member, with the member's position among the names.
type OnMember<'f> = dyn FnMut(usize, Value<'_>) + 'f;

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
    #[expect(clippy::unused_self, reason = "a method, for `visit_scalars`")]
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
        // Not `deserialize_struct`, because some deserializers quote what they find instead of a map.
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
        let find = |name: &[u8]| {
            let mut members = known.names.iter().zip(known.kinds).enumerate();
            (members.find(|(_, (known, _))| known.as_bytes() == name), is_number_token(name))
        };
        let mut seen = 0_u64;
        while let Some((member, is_number_token)) = next_name(&mut object, find)? {
            if let Some((position, (name, kind))) = member {
                let before = seen;
                seen |= 1_u64.rotate_left(u32::try_from(position).unwrap_or_default());
                if seen == before {
                    return Err(A::Error::duplicate_field(name));
                }
                // A format with names has types as well.
                let on_value = &mut |value: Value<'_>| on_member(position, value);
                object.next_value_seed(AnyValue { kind: *kind, is_binary: false, on_value })?;
            } else if !is_number_token {
                object.next_value::<IgnoredAny>()?;
            } else if number_token_value(&mut object)?.is_some() {
                return not_an_object("number");
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self { object: known, is_binary, on_member } = self;
        if !is_binary {
            return not_an_object("array");
        }
        for (position, kind) in known.kinds.iter().enumerate() {
            let on_value = &mut |value: Value<'_>| on_member(position, value);
            if array.next_element_seed(AnyValue { kind: *kind, is_binary, on_value })?.is_none() {
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
