use std::hint::black_box;

use lts_log_dump::{DirPrefixName, ObsBucketName, PrefixName};
use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::rules;

const MIN_BUCKET: u64 = ObsBucketName::MIN_LEN as u64;
const MAX_BUCKET: u64 = ObsBucketName::MAX_LEN as u64;
const MAX_PREFIX: u64 = PrefixName::MAX_LEN as u64;
const MAX_DIR_PREFIX: u64 = DirPrefixName::MAX_LEN as u64;

#[derive(Deserialize, Validate)]
#[validate(schema(function = "interval"))]
struct Body {
    #[validate(custom(function = "id"))]
    log_group_id: String,
    #[validate(length(min = 1), custom(function = "ids"))]
    log_stream_ids: Vec<String>,
    #[validate(length(min = "MIN_BUCKET", max = "MAX_BUCKET"))]
    obs_bucket_name: String,
    #[serde(rename = "type")]
    #[validate(custom(function = "transfer_type"))]
    transfer_type: String,
    #[validate(custom(function = "storage_format"))]
    storage_format: String,
    #[validate(custom(function = "switch"))]
    switch_on: Option<String>,
    #[validate(length(max = "MAX_PREFIX"))]
    prefix_name: Option<String>,
    #[validate(length(max = "MAX_DIR_PREFIX"))]
    dir_prefix_name: Option<String>,
    period: i64,
    #[validate(custom(function = "period_unit"))]
    period_unit: String,
}

fn check(is_valid: bool) -> Result<(), ValidationError> {
    if is_valid { Ok(()) } else { Err(ValidationError::new("invalid")) }
}

fn id(text: &str) -> Result<(), ValidationError> {
    check(rules::is_id(text))
}

fn ids(ids: &[String]) -> Result<(), ValidationError> {
    check(ids.iter().all(|id| rules::is_id(id)))
}

fn transfer_type(text: &str) -> Result<(), ValidationError> {
    check(rules::is_transfer_type(text))
}

fn storage_format(text: &str) -> Result<(), ValidationError> {
    check(rules::is_storage_format(text))
}

fn switch(text: &str) -> Result<(), ValidationError> {
    check(rules::is_switch(text))
}

fn period_unit(text: &str) -> Result<(), ValidationError> {
    check(rules::is_period_unit(text))
}

fn interval(body: &Body) -> Result<(), ValidationError> {
    check(rules::is_interval(body.period, &body.period_unit))
}

pub(super) fn read(json: &[u8]) -> bool {
    let body = black_box(serde_json::from_slice::<Body>(black_box(json)));
    body.is_ok_and(|body| black_box(body.validate()).is_ok())
}
