//! A glob import of the library beside crates that have the names of its features.

use axum::extract::FromRequestParts;
use clap::ValueEnum;
use http::StatusCode;
use lts_log_dump::*;
use proptest::prelude::*;
use schemars::JsonSchema;
use uuid::Uuid;

fn is_extractor<T: FromRequestParts<()>>() {}

fn is_strategy<T>(_: impl Strategy<Value = T>) {}

fn main() {
    is_extractor::<ProjectId>();
    is_strategy(any::<ProjectId>());
    assert_eq!(PeriodUnit::value_variants(), PeriodUnit::ALL);
    assert_eq!(ProjectId::schema_name(), "ProjectId");
    assert_eq!(ProjectId::from(Uuid::nil()), *"0".repeat(ProjectId::LEN));

    let status = ApiError::from(Violation::InvalidProjectId).http_status();
    assert_eq!(StatusCode::from_u16(status).unwrap(), StatusCode::FORBIDDEN);
}
