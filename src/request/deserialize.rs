//! The body from any deserializer.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::api_reference::{Field, Violations};
use crate::de::{ObjectReader, Slot, deserialize_object};

/// The text of the error is the message of the first violation.
/// [`deserialize_all`](CreateLogDumpObsRequestBody::deserialize_all) gives all violations.
///
/// [`from_json`](Self::from_json) is the exact reader of a JSON text. A deserializer has decoded names, strings and numbers
/// before this type sees them. Through `serde_json::from_str` the verdict is that of `from_json`, with the same body or the
/// same first violation, for each text
///
/// - that is one JSON text, which includes that nothing follows it;
/// - that has no lone surrogate in a name;
/// - and whose numbers can each be written as at most 15 digits times 10ⁿ, with *n* from −22 to 22. With one of `serde_json`'s
///   features `float_roundtrip` and `arbitrary_precision`, each number will do.
///
/// Other texts are read like this:
///
/// - A text that is not JSON is always refused. With a violation in an object that is whole, as in `{}x`, the error is that
///   violation's.
/// - A lone surrogate in a name of the body, or of an object inside a documented member, is an error, also where `from_json`
///   ignores the name.
/// - A number with more digits is rounded twice. `serde_json` makes 12 of `12.000000000000001`, and may take a number at the
///   edge of the range of a double for one beyond it, or the other way round.
/// - `serde_json::from_slice` and `from_reader` do not look whether what is ignored is UTF-8. For UTF-8 they are like `from_str`.
///
/// What serde buffers, for `flatten`, `untagged` and internally tagged enums, is decoded as a whole. There a lone surrogate
/// in any string and a number beyond the range of a double are errors also where nobody looks, and so is a nesting of 128 or more.
/// With `arbitrary_precision` an object whose first name is the one that `serde_json` gives to numbers may be taken for a number.
impl<'de> Deserialize<'de> for CreateLogDumpObsRequestBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize_all(deserializer)?.map_err(|violations| D::Error::custom(violations.first()))
    }
}

impl CreateLogDumpObsRequestBody {
    /// Reads a body from any deserializer, and finds everything that is wrong with it.
    ///
    /// A [`Deserialize`] implementation can only give one error, which is a text. This gives all violations: for bodies from
    /// TOML, YAML or a `serde_json::Value`. For a JSON text, [`from_json`](Self::from_json) is more exact.
    ///
    /// # Errors
    ///
    /// - The deserializer fails, the value is no object, or a documented member occurs twice: the deserializer's error.
    /// - Members are missing or not as documented: [`Violations`], in the inner result.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequestBody, Violation};
    ///
    /// let yaml = "
    /// log_group_id: d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053
    /// log_stream_ids: [45e7f609-xxxx-4cd3-835b-xxxx4a124718]
    /// obs_bucket_name: lts-test
    /// type: cycle
    /// storage_format: raw
    /// period: 5
    /// period_unit: day
    /// ";
    /// let deserializer = serde_yaml_ng::Deserializer::from_str(yaml);
    /// let violations = CreateLogDumpObsRequestBody::deserialize_all(deserializer)?.unwrap_err();
    /// assert!(violations.iter().eq([Violation::UnlistedStorageFormat, Violation::UnlistedPeriodUnit]));
    ///
    /// let mended = yaml.replace("raw", "RAW").replace("day", "min");
    /// let deserializer = serde_yaml_ng::Deserializer::from_str(&mended);
    /// assert!(CreateLogDumpObsRequestBody::deserialize_all(deserializer)?.is_ok());
    /// # Ok::<(), serde_yaml_ng::Error>(())
    /// ```
    ///
    /// A deserializer does not tell where a value stands. Parsers of configuration files do, and a violation tells the
    /// [name](Field::name) of the member: in the repository, `examples/configuration` finds the lines of TOML and YAML files like
    /// this.
    pub fn deserialize_all<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Result<Self, Violations>, D::Error> {
        deserialize_object(deserializer, Draft::new()).map(|mut draft| draft.finish())
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
