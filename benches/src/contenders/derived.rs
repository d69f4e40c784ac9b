//! A derived struct of `String`s, without validation.

use std::hint::black_box;

use serde::Deserialize;

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read from JSON and dropped")]
struct Body {
    log_group_id: String,
    log_stream_ids: Vec<String>,
    obs_bucket_name: String,
    #[serde(rename = "type")]
    transfer_type: String,
    storage_format: String,
    switch_on: Option<String>,
    prefix_name: Option<String>,
    dir_prefix_name: Option<String>,
    period: i64,
    period_unit: String,
}

pub(super) fn read(json: &[u8]) -> bool {
    black_box(serde_json::from_slice::<Body>(black_box(json))).is_ok()
}
