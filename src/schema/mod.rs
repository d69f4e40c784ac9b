//! The JSON Schema of the wire types.
//!
//! It is derived from the table of violations and the constants of the types.

mod body;
mod rules;
mod value;

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::api_reference::{ErrorCode, PeriodUnit, StorageFormat, TransferType};
use crate::error::CreateLogDumpObsResponseBody;
use crate::error::ErrorBody;
use crate::request::CreateLogDumpObsRequestBody;
use crate::value::{
    AuthToken, ContentType, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    PrefixName, ProjectId,
};

/// Implements `JsonSchema` with an inline schema, so that there are no references to resolve.
macro_rules! json_schema {
    ($($name:ident: $schema:expr;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("lts_log_dump::", stringify!($name)).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

json_schema! {
    AuthToken: value::auth_token();
    ContentType: value::content_type();
    ProjectId: value::id(ProjectId::LEN);
    LogGroupId: value::id(LogGroupId::LEN);
    LogStreamId: value::id(LogStreamId::LEN);
    LogStreamIds: value::ids();
    LogDumpObsId: value::id(LogDumpObsId::LEN);
    ObsBucketName: value::name(ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN);
    PrefixName: value::name(PrefixName::MIN_LEN, PrefixName::MAX_LEN);
    DirPrefixName: value::name(DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN);
    TransferType: value::listed(TransferType::ALL);
    StorageFormat: value::listed(StorageFormat::ALL);
    PeriodUnit: value::listed(PeriodUnit::ALL);
    ErrorCode: value::error_code();
    ErrorBody: body::error();
    CreateLogDumpObsRequestBody: body::request();
    CreateLogDumpObsResponseBody: body::response();
}
