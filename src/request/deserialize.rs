//! The body from any deserializer.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::de::{ObjectReader, Slot, deserialize_object};
use crate::reference::Field;

/// The text of the error is the message of the first violation.
///
/// [`from_json`](Self::from_json) is the exact reader of a JSON text. What a deserializer refuses before this type sees it is refused
/// here, too: `serde_json` takes no half of a surrogate pair in a name, also in one that the page does not document. Numbers are
/// those that the deserializer makes: `serde_json` without its feature `float_roundtrip` makes 12 of `12.000000000000001`. And
/// what serde buffers, for `flatten` and `untagged`, loses the form of numbers that `serde_json` has with `arbitrary_precision`.
impl<'de> Deserialize<'de> for CreateLogDumpObsRequestBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let draft = deserialize_object(deserializer, Draft::new())?;
        draft.finish().map_err(|violations| D::Error::custom(violations.first()))
    }
}

impl ObjectReader for Draft {
    type Name = Field;

    fn known(&self, name: &[u8]) -> Option<Field> {
        Field::member(name)
    }

    fn slot(&mut self, field: Field) -> Result<&mut dyn Slot, &'static str> {
        self.first_slot(field).ok_or(field.name())
    }
}
