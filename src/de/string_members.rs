//! Reading string members of an object by their names.

use alloc::string::String;

use serde::Deserializer;

use super::any::Slot;
use super::object::{ObjectReader, deserialize_object};
use super::scalar::Scalar;

/// The value that an object has under a name.
#[derive(Clone, Debug, Default)]
pub(crate) enum Member {
    /// No value, or null.
    #[default]
    Absent,
    Text(String),
    /// A value of another type.
    NotText,
}

impl Slot for Member {
    fn fill(&mut self, scalar: Scalar<'_>) {
        *self = match scalar {
            Scalar::Null => Self::Absent,
            Scalar::Text(text) => Self::Text(text.into()),
            _ => Self::NotText,
        };
    }
}

/// Reads the members with these names, and ignores all others. A member with one of these names must not occur twice.
pub(crate) struct Members<const N: usize> {
    names: &'static [&'static str; N],
    members: [Option<Member>; N],
}

impl<const N: usize> Members<N> {
    pub(crate) fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        names: &'static [&'static str; N],
    ) -> Result<[Member; N], D::Error> {
        let read = deserialize_object(deserializer, Self { names, members: [const { None }; N] })?;
        Ok(read.members.map(Option::unwrap_or_default))
    }
}

impl<const N: usize> ObjectReader for Members<N> {
    type Name = &'static str;

    fn known(&self, name: &[u8]) -> Option<&'static str> {
        self.names.iter().copied().find(|known| known.as_bytes() == name)
    }

    fn slot(&mut self, name: &'static str) -> Result<&mut dyn Slot, &'static str> {
        match self.names.iter().zip(&mut self.members).find(|(known, _)| **known == name) {
            Some((_, member @ None)) => Ok(member.insert(Member::default())),
            _ => Err(name),
        }
    }
}
