//! The JSON Schema of the wire types.
//!
//! All of it follows from the rows of the parameters.

mod types;

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::api_reference::{ErrorCode, Field, Period, PeriodUnit, StorageFormat, TransferType};
use crate::error::{CreateLogDumpObsResponseBody, ErrorBody};
use crate::request::CreateLogDumpObsRequestBody;
use crate::value::{
    AuthToken, ContentType, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    PrefixName, ProjectId,
};

/// Implements [`JsonSchema`] for types. Schemas are inline, so that readers need not follow references.
macro_rules! schemas {
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

/// Implements [`JsonSchema`] for types that have the name of their field.
macro_rules! of_fields {
    ($($name:ident),+) => {
        schemas! { $($name: types::of(Field::$name.shape());)+ }
    };
}

of_fields! {
    AuthToken, ContentType, ProjectId, LogGroupId, LogStreamIds, ObsBucketName, PrefixName, DirPrefixName, TransferType,
    StorageFormat, PeriodUnit
}

schemas! {
    LogStreamId: types::id(LogStreamId::LEN);
    LogDumpObsId: types::id(LogDumpObsId::LEN);
    Period: types::of(Field::PeriodAndUnit.shape());
    ErrorCode: types::error_code();
    ErrorBody: types::error();
    CreateLogDumpObsRequestBody: types::request();
    CreateLogDumpObsResponseBody: types::response();
}
