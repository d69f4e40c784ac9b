use std::hint::black_box;

use lts_log_dump::{DirPrefixName, ObsBucketName, PrefixName};
use serde::Deserialize;
use serde_valid::Validate;
use serde_valid::validation::Error;

use super::rules;

// Its attributes accept only literals.
const _: () = assert!(ObsBucketName::MIN_LEN == 3 && ObsBucketName::MAX_LEN == 63);
const _: () = assert!(PrefixName::MAX_LEN == 64 && DirPrefixName::MAX_LEN == 64);

#[derive(Deserialize, Validate)]
#[validate(custom = interval)]
struct Body {
    #[validate(custom = |text: &String| check(rules::is_id(text)))]
    log_group_id: String,
    #[validate(min_items = 1)]
    #[validate(custom = |ids: &Vec<String>| check(ids.iter().all(|id| rules::is_id(id))))]
    log_stream_ids: Vec<String>,
    #[validate(min_length = 3)]
    #[validate(max_length = 63)]
    obs_bucket_name: String,
    #[serde(rename = "type")]
    #[validate(custom = |text: &String| check(rules::is_transfer_type(text)))]
    transfer_type: String,
    #[validate(custom = |text: &String| check(rules::is_storage_format(text)))]
    storage_format: String,
    #[validate(custom = |text: &Option<String>| check(text.as_deref().is_none_or(rules::is_switch)))]
    switch_on: Option<String>,
    #[validate(max_length = 64)]
    prefix_name: Option<String>,
    #[validate(max_length = 64)]
    dir_prefix_name: Option<String>,
    period: i64,
    #[validate(custom = |text: &String| check(rules::is_period_unit(text)))]
    period_unit: String,
}

fn check(is_valid: bool) -> Result<(), Error> {
    if is_valid { Ok(()) } else { Err(Error::Custom("invalid".to_owned())) }
}

fn interval(body: &Body) -> Result<(), Error> {
    check(rules::is_interval(body.period, &body.period_unit))
}

pub(super) fn read(json: &[u8]) -> bool {
    let body = black_box(serde_json::from_slice::<Body>(black_box(json)));
    body.is_ok_and(|body| black_box(body.validate()).is_ok())
}
