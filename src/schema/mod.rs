//! The JSON Schema of the wire types.
//!
//! All of it follows from the rows of the parameters.

mod body;
mod rules;
mod value;

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::api_reference::{ErrorCode, Field, Period, PeriodUnit, StorageFormat, TransferType};
use crate::error::CreateLogDumpObsResponseBody;
use crate::error::ErrorBody;
use crate::request::CreateLogDumpObsRequestBody;
use crate::value::{
    AuthToken, ContentType, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    PrefixName, ProjectId,
};

/// Implements [`JsonSchema`] for types. Schemas are inline, so that readers need not follow references.
macro_rules! json_schema {
    ($($name:ident: $schema:expr;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
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
    AuthToken: value::of(Field::AuthToken.shape());
    ContentType: value::of(Field::ContentType.shape());
    ProjectId: value::of(Field::ProjectId.shape());
    LogGroupId: value::of(Field::LogGroupId.shape());
    LogStreamId: value::id(LogStreamId::LEN);
    LogStreamIds: value::of(Field::LogStreamIds.shape());
    LogDumpObsId: value::id(LogDumpObsId::LEN);
    ObsBucketName: value::of(Field::ObsBucketName.shape());
    PrefixName: value::of(Field::PrefixName.shape());
    DirPrefixName: value::of(Field::DirPrefixName.shape());
    TransferType: value::of(Field::TransferType.shape());
    StorageFormat: value::of(Field::StorageFormat.shape());
    PeriodUnit: value::of(Field::PeriodUnit.shape());
    Period: value::of(Field::PeriodAndUnit.shape());
    ErrorCode: value::error_code();
    ErrorBody: body::error();
    CreateLogDumpObsRequestBody: body::request();
    CreateLogDumpObsResponseBody: body::response();
}
