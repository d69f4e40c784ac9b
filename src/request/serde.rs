//! Writes and reads a body with serde.

use serde::de::Error;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::api_reference::{Field, Location, Shape, Violations};
use crate::json::{Kind, Object, Value, read_value};
use crate::value::{DirPrefixName, PrefixName};

const TYPE_NAME: &str = "CreateLogDumpObsRequestBody";

const fn is_member(field: Field) -> bool {
    matches!(field.location(), Location::Body)
}

/// The members, in the order of Table 3.
const MEMBERS: &[Field] = {
    let mut members = Field::ALL;
    loop {
        members = match members {
            [first, rest @ ..] if !is_member(*first) => rest,
            [rest @ .., last] if !is_member(*last) => rest,
            _ => break members,
        }
    }
};

/// Makes an array with an item for each member.
macro_rules! of_members {
    ($initial:expr, $member:ident => $item:expr) => {{
        let mut all = [$initial; MEMBERS.len()];
        let (mut unset, mut rest): (&mut [_], _) = (&mut all, MEMBERS);
        while let ([item, after @ ..], [$member, others @ ..]) = (unset, rest) {
            *item = $item;
            (unset, rest) = (after, others);
        }
        all
    }};
}

const NAMES: [&str; MEMBERS.len()] = of_members!("", member => member.name());

const KINDS: [Kind; MEMBERS.len()] = of_members!(Kind::String, member => match member.shape() {
    Shape::Ids { .. } => Kind::Strings,
    Shape::Switch => Kind::Bool,
    Shape::Integer => Kind::Integer,
    _ if member.is_mandatory() => Kind::String,
    _ => Kind::OptionalString,
});

/// Members are written in the order of Table 3. `switch_on` is a boolean. Absent prefixes are omitted if the format is
/// human-readable, and are `None` otherwise.
impl Serialize for CreateLogDumpObsRequestBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // No `..`, so that a new member does not compile until it is written here.
        let Self {
            log_group_id,
            log_stream_ids,
            obs_bucket_name,
            transfer_type,
            storage_format,
            switch_on,
            prefix_name,
            dir_prefix_name,
            period,
        } = self;
        let omits_absent = serializer.is_human_readable();
        let prefixes = [
            (Field::PrefixName, prefix_name.as_ref().map(PrefixName::as_str)),
            (Field::DirPrefixName, dir_prefix_name.as_ref().map(DirPrefixName::as_str)),
        ];
        let omitted = prefixes.iter().filter(|(_, name)| omits_absent && name.is_none()).count();
        let mut body = serializer.serialize_struct(TYPE_NAME, NAMES.len().saturating_sub(omitted))?;
        body.serialize_field(const { Field::LogGroupId.name() }, log_group_id.as_str())?;
        body.serialize_field(const { Field::LogStreamIds.name() }, log_stream_ids)?;
        body.serialize_field(const { Field::ObsBucketName.name() }, obs_bucket_name.as_str())?;
        body.serialize_field(const { Field::TransferType.name() }, transfer_type.as_str())?;
        body.serialize_field(const { Field::StorageFormat.name() }, storage_format.as_str())?;
        body.serialize_field(const { Field::SwitchOn.name() }, switch_on)?;
        for (field, prefix) in prefixes {
            match prefix {
                Some(prefix) if omits_absent => body.serialize_field(field.name(), prefix)?,
                None if omits_absent => body.skip_field(field.name())?,
                prefix => body.serialize_field(field.name(), &prefix)?,
            }
        }
        body.serialize_field(const { Field::Period.name() }, &period.number())?;
        body.serialize_field(const { Field::PeriodUnit.name() }, period.unit().as_str())?;
        body.end()
    }
}

/// The error has the message of the first violation.
/// [`deserialize_all`](CreateLogDumpObsRequestBody::deserialize_all) returns all violations.
///
/// To read a JSON text, prefer [`from_json`](Self::from_json), because a deserializer has already decoded names, strings and numbers.
/// `serde_json::from_str` returns the same body or the same first violation as `from_json` if
///
/// - the text is one JSON text with nothing after it;
/// - no name has a lone surrogate;
/// - and each number can be written as at most 15 digits times 10ⁿ, with *n* from −22 to 22. With the feature `float_roundtrip` or
///   `arbitrary_precision` of `serde_json`, any number will do.
///
/// Otherwise the result may differ:
///
/// - Invalid JSON is always rejected, but `{}x` is rejected with the first violation of `{}`.
/// - A lone surrogate in any name of the body, or of an object inside a documented member, is an error.
/// - A number with more digits is rounded twice: `serde_json` reads `12.000000000000001` as 12. A number close to the limit of a
///   double may be rejected, or accepted beyond it.
/// - `serde_json::from_slice` and `from_reader` do not check that ignored strings are UTF-8.
///
/// For `flatten`, `untagged` and internally tagged enums, serde buffers the whole value. Then a lone surrogate in any string, a
/// number beyond the range of a double and a nesting of 128 levels are errors in ignored members, too. With `arbitrary_precision`,
/// an object whose first name is `serde_json`'s private name for numbers may be read as a number, and a buffer of a `Value`
/// rejects integers beyond 64 bits.
///
/// A format that is not human-readable may have no types and no names, so all members are written in the order of Table 3, and
/// may be read from a sequence.
impl<'de> Deserialize<'de> for CreateLogDumpObsRequestBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize_all(deserializer)?.map_err(|violations| D::Error::custom(violations.first()))
    }
}

impl CreateLogDumpObsRequestBody {
    /// Reads a body from any deserializer and returns all violations.
    ///
    /// A [`Deserialize`] implementation can only return one error. Use this function for bodies in TOML, YAML or a
    /// `serde_json::Value`. For a JSON text, [`from_json`](Self::from_json) is more exact.
    ///
    /// # Errors
    ///
    /// - The deserializer fails, the value is not an object, or a documented member is a duplicate: the deserializer's error.
    /// - Members are missing or invalid: [`Violations`], in the inner result.
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
    /// let fixed = yaml.replace("raw", "RAW").replace("day", "min");
    /// let deserializer = serde_yaml_ng::Deserializer::from_str(&fixed);
    /// assert!(CreateLogDumpObsRequestBody::deserialize_all(deserializer)?.is_ok());
    /// # Ok::<(), serde_yaml_ng::Error>(())
    /// ```
    ///
    /// A deserializer does not know the position of a value, but a parser of configuration files does. The repository's
    /// `examples/configuration` looks up the [name](Field::name) of the violation's member to report a line in TOML and YAML.
    pub fn deserialize_all<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Result<Self, Violations>, D::Error> {
        let mut draft = Draft::new();
        let object = Kind::Object(Object { type_name: TYPE_NAME, names: &NAMES, kinds: &KINDS });
        read_value(object, deserializer, &mut |position, value| match MEMBERS.get(position) {
            Some(Field::LogStreamIds) => draft.log_stream_ids.set(value),
            Some(field) => set(&mut draft, *field, value),
            None => {}
        })?;
        Ok(draft.finish())
    }
}

/// Not inlined, because each of the many items of a list would then save the registers that this function needs.
#[inline(never)]
fn set(draft: &mut Draft, field: Field, value: Value<'_>) {
    draft.set(field, value);
}
