use std::hint::black_box;

use lts_log_dump::{DirPrefixName, ObsBucketName, PrefixName};
use nutype::nutype;
use serde::Deserialize;

use super::rules;

#[nutype(validate(predicate = |text: &str| rules::is_id(text)), derive(Deserialize))]
struct Id(String);

#[nutype(validate(predicate = |ids| !ids.is_empty()), derive(Deserialize, AsRef))]
struct Ids(Vec<Id>);

#[nutype(
    validate(len_char_min = ObsBucketName::MIN_LEN, len_char_max = ObsBucketName::MAX_LEN),
    derive(Deserialize)
)]
struct Bucket(String);

#[nutype(validate(len_char_max = PrefixName::MAX_LEN), derive(Deserialize))]
struct Prefix(String);

#[nutype(validate(len_char_max = DirPrefixName::MAX_LEN), derive(Deserialize))]
struct DirPrefix(String);

#[nutype(validate(predicate = |text: &str| rules::is_transfer_type(text)), derive(Deserialize))]
struct Transfer(String);

#[nutype(validate(predicate = |text: &str| rules::is_storage_format(text)), derive(Deserialize))]
struct Format(String);

#[nutype(validate(predicate = |text: &str| rules::is_switch(text)), derive(Deserialize))]
struct Switch(String);

#[nutype(validate(predicate = |text: &str| rules::is_period_unit(text)), derive(Deserialize, AsRef))]
struct Unit(String);

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read from JSON and dropped")]
struct Body {
    log_group_id: Id,
    log_stream_ids: Ids,
    obs_bucket_name: Bucket,
    #[serde(rename = "type")]
    transfer_type: Transfer,
    storage_format: Format,
    switch_on: Option<Switch>,
    prefix_name: Option<Prefix>,
    dir_prefix_name: Option<DirPrefix>,
    period: i64,
    period_unit: Unit,
}

pub(super) fn read(json: &[u8]) -> bool {
    let body = black_box(serde_json::from_slice::<Body>(black_box(json)));
    body.is_ok_and(|body| rules::is_interval(body.period, body.period_unit.as_ref()))
}
