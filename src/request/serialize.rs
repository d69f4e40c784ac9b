//! The wire form of the body.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::CreateLogDumpObsRequestBody;
use crate::api_reference::Field;

/// The members stand in the order of Table 3; `switch_on` is a boolean, prefixes that are absent are left out.
impl Serialize for CreateLogDumpObsRequestBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // All members are named, so that the compiler asks for a new one here.
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
        let optional = usize::from(prefix_name.is_some()).saturating_add(dir_prefix_name.is_some().into());
        let mut body = serializer.serialize_struct("CreateLogDumpObsRequestBody", optional.saturating_add(8))?;
        body.serialize_field(const { Field::LogGroupId.name() }, log_group_id.as_str())?;
        body.serialize_field(const { Field::LogStreamIds.name() }, log_stream_ids)?;
        body.serialize_field(const { Field::ObsBucketName.name() }, obs_bucket_name.as_str())?;
        body.serialize_field(const { Field::TransferType.name() }, transfer_type.as_str())?;
        body.serialize_field(const { Field::StorageFormat.name() }, storage_format.as_str())?;
        body.serialize_field(const { Field::SwitchOn.name() }, switch_on)?;
        match prefix_name {
            Some(name) => body.serialize_field(const { Field::PrefixName.name() }, name.as_str())?,
            None => body.skip_field(const { Field::PrefixName.name() })?,
        }
        match dir_prefix_name {
            Some(name) => body.serialize_field(const { Field::DirPrefixName.name() }, name.as_str())?,
            None => body.skip_field(const { Field::DirPrefixName.name() })?,
        }
        body.serialize_field(const { Field::Period.name() }, &period.period())?;
        body.serialize_field(const { Field::PeriodUnit.name() }, period.unit().as_str())?;
        body.end()
    }
}
