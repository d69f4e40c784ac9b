//! Writes and reads a body with serde.

use serde::de::Error;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::api_reference::{Field, Location, Shape, Violations};
use crate::json::{Kind, Object, read_value};
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
/// The documentation [lists the differences](crate::docs::conversions#json-with-deserialize).
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
        let object = Kind::Object(Object { type_name: TYPE_NAME, names: &NAMES, kinds: &KINDS, find: position });
        read_value(object, deserializer, &mut |position, value| match MEMBERS.get(position) {
            // Not `Draft::set`, because the list has many items.
            Some(Field::LogStreamIds) => draft.log_stream_ids.set(value),
            Some(field) => draft.set(*field, value),
            None => {}
        })?;
        Ok(draft.finish())
    }
}

/// Returns the position of a name among the members, which are some of all fields in the same order.
fn position(name: &[u8]) -> Option<usize> {
    let [first, ..] = MEMBERS else { return None };
    (Field::member(name)? as usize).checked_sub(*first as usize)
}
