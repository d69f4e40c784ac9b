//! What is not reading a body: writing one, and reading an answer. Each against a derived struct of `String`s.

use std::hint::black_box;

use lts_log_dump::{CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody};
use serde::{Deserialize, Serialize};

use crate::bodies;
use crate::measure;
use crate::results::Other;

#[derive(Serialize, Deserialize)]
struct Body {
    log_group_id: String,
    log_stream_ids: Vec<String>,
    obs_bucket_name: String,
    #[serde(rename = "type")]
    transfer_type: String,
    storage_format: String,
    #[serde(skip_deserializing)]
    switch_on: bool,
    prefix_name: Option<String>,
    dir_prefix_name: Option<String>,
    period: i64,
    period_unit: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read from JSON and dropped")]
struct Answer {
    log_dump_obs_id: Option<String>,
    error_code: Option<String>,
    error_msg: Option<String>,
}

const CREATED: &[u8] = br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
const REFUSED: &[u8] =
    br#"{"error_code":"LTS.0208","error_msg":"Log stream id does not exist: 632b9bdc-xxxx-4da3-8e35-7fb7xxxx0f5a"}"#;

/// # Panics
///
/// When the two do not write the same.
#[must_use]
pub fn measure() -> Vec<Other> {
    let written = bodies::SIZES.map(|ids| {
        let name = bodies::name_of(ids);
        let json = bodies::all().into_iter().find(|body| body.name == name).expect("one of each size").json;
        let ours = CreateLogDumpObsRequestBody::from_json(&json).expect("it is valid");
        let derived = Body { switch_on: true, ..serde_json::from_slice(&json).expect("it is valid") };
        let to_vec = |ours: &CreateLogDumpObsRequestBody| serde_json::to_vec(black_box(ours)).expect("plain data");
        let to_vec_derived = |derived: &Body| serde_json::to_vec(black_box(derived)).expect("plain data");
        assert_eq!(to_vec(&ours), to_vec_derived(&derived));
        other(&format!("`to_vec`, {name}"), &|| drop(black_box(to_vec(&ours))), &|| {
            drop(black_box(to_vec_derived(&derived)));
        })
    });
    let answers = [("created", 201, CREATED), ("refused", 200, REFUSED)].map(|(name, status, body)| {
        let ours = || drop(black_box(CreateLogDumpObsResponseBody::from_answer(status, black_box(body))));
        let derived = || drop(black_box(serde_json::from_slice::<Answer>(black_box(body))));
        other(&format!("`from_answer`, {name}"), &ours, &derived)
    });
    written.into_iter().chain(answers).collect()
}

fn other(name: &str, ours: &dyn Fn(), derived: &dyn Fn()) -> Other {
    let time = measure::times(&[ours, derived], &[1]).swap_remove(0);
    Other { name: name.into(), nanoseconds: time.nanoseconds, of_struct: time.ratios[0] }
}
