//! Reading some string members of an object.

use alloc::string::String;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};

use crate::lenient::{Keys, Place, Value};
use crate::scalar::Scalar;

/// What an object has under a name.
#[derive(Clone, Debug, Default)]
pub(crate) enum Member {
    /// Nothing, or null.
    #[default]
    Absent,
    Text(String),
    /// A value of another type.
    NoText,
}

impl Place for Member {
    fn put(&mut self, scalar: Scalar<'_>) {
        *self = match scalar {
            Scalar::Null => Self::Absent,
            Scalar::Text(text) => Self::Text(text.into()),
            _ => Self::NoText,
        };
    }
}

/// Reads the members with these names. All others are ignored; one of these that stands twice is an error.
pub(crate) struct Members<const N: usize>(&'static [&'static str; N]);

impl<const N: usize> Members<N> {
    pub(crate) fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        names: &'static [&'static str; N],
    ) -> Result<[Member; N], D::Error> {
        deserializer.deserialize_map(Self(names))
    }
}

impl<'de, const N: usize> Visitor<'de> for Members<N> {
    type Value = [Member; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<[Member; N], A::Error> {
        let mut members: [Option<Member>; N] = [const { None }; N];
        while let Some(position) = object.next_key_seed(Position(self.0))? {
            let known = position.and_then(|position| Some((self.0.get(position)?, members.get_mut(position)?)));
            match known {
                None => {
                    object.next_value::<IgnoredAny>()?;
                }
                Some((name, Some(_))) => return Err(A::Error::duplicate_field(name)),
                Some((_, member)) => {
                    let place = member.insert(Member::default());
                    object.next_value_seed(Value { keys: Keys::Any, place })?;
                }
            }
        }
        Ok(members.map(Option::unwrap_or_default))
    }
}

/// Reads a key as its position among the names.
struct Position<const N: usize>(&'static [&'static str; N]);

impl<'de, const N: usize> DeserializeSeed<'de> for Position<N> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<const N: usize> Visitor<'_> for Position<N> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}
