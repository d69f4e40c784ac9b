use std::hint::black_box;

use garde::Validate;
use lts_log_dump::{DirPrefixName, ObsBucketName, PrefixName};
use serde::Deserialize;

use super::rules;

#[derive(Deserialize, Validate)]
struct Body {
    #[garde(custom(check(rules::is_id)))]
    log_group_id: String,
    #[garde(length(min = 1), inner(custom(check(rules::is_id))))]
    log_stream_ids: Vec<String>,
    #[garde(length(chars, min = ObsBucketName::MIN_LEN, max = ObsBucketName::MAX_LEN))]
    obs_bucket_name: String,
    #[serde(rename = "type")]
    #[garde(custom(check(rules::is_transfer_type)))]
    transfer_type: String,
    #[garde(custom(check(rules::is_storage_format)))]
    storage_format: String,
    #[garde(inner(custom(check(rules::is_switch))))]
    switch_on: Option<String>,
    #[garde(length(chars, max = PrefixName::MAX_LEN))]
    prefix_name: Option<String>,
    #[garde(length(chars, max = DirPrefixName::MAX_LEN))]
    dir_prefix_name: Option<String>,
    #[garde(custom(interval(&self.period_unit)))]
    period: i64,
    #[garde(custom(check(rules::is_period_unit)))]
    period_unit: String,
}

fn check(rule: fn(&str) -> bool) -> impl Fn(&String, &()) -> garde::Result {
    move |text, ()| if rule(text) { Ok(()) } else { Err(garde::Error::new("invalid")) }
}

fn interval(unit: &str) -> impl Fn(&i64, &()) -> garde::Result {
    move |period, ()| {
        if rules::is_interval(*period, unit) { Ok(()) } else { Err(garde::Error::new("not listed")) }
    }
}

pub(super) fn read(json: &[u8]) -> bool {
    let body = black_box(serde_json::from_slice::<Body>(black_box(json)));
    body.is_ok_and(|body| black_box(body.validate()).is_ok())
}
