//! Measures writing a body and reading a response, compared with derived structs of `String`s.

use std::cell::RefCell;
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
struct Response {
    log_dump_obs_id: Option<String>,
    error_code: Option<String>,
    error_msg: Option<String>,
}

const CREATED: &[u8] = br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
const ERROR: &[u8] =
    br#"{"error_code":"LTS.0208","error_msg":"Log stream id does not exist: 632b9bdc-xxxx-4da3-8e35-7fb7xxxx0f5a"}"#;

/// Measures writing bodies of each size, and reading responses.
///
/// # Panics
///
/// If the writers do not write the same JSON.
#[must_use]
pub fn measure() -> Vec<Other> {
    let responses = [("created", 201, CREATED), ("an error", 200, ERROR)].map(|(name, status, body)| {
        let ours = || drop(black_box(CreateLogDumpObsResponseBody::from_answer(status, black_box(body))));
        let derived = || drop(black_box(serde_json::from_slice::<Response>(black_box(body))));
        let time = measure::times(&[&ours, &derived], &[1]).swap_remove(0);
        let name = format!("`from_answer`, {name}");
        Other { name, nanoseconds: time.nanoseconds, of_struct: time.ratios[0], of_copy: None }
    });
    bodies::SIZES.into_iter().flat_map(writing).chain(responses).collect()
}

/// Measures writing a body, compared with the derived struct and a copy of the text.
fn writing(ids: usize) -> [Other; 4] {
    let name = bodies::name_of(ids);
    let json = bodies::all().into_iter().find(|body| body.name == name).expect("one of each size").json;
    let ours = CreateLogDumpObsRequestBody::from_json(&json).expect("it is valid");
    let derived = Body { switch_on: true, ..serde_json::from_slice(&json).expect("it is valid") };
    let text = ours.to_json();
    assert_eq!(text, serde_json::to_vec(&derived).expect("plain data"));
    assert_eq!(text, serde_json::to_vec(&ours).expect("plain data"));
    let buffer = RefCell::new(Vec::new());

    let to_json = || drop(black_box(black_box(&ours).to_json()));
    let write_json = || {
        let mut buffer = buffer.borrow_mut();
        buffer.clear();
        black_box(&ours).write_json(&mut buffer);
        black_box(&*buffer);
    };
    let to_vec = || drop(black_box(serde_json::to_vec(black_box(&ours))));
    let derived = || drop(black_box(serde_json::to_vec(black_box(&derived))));
    let copy = || drop(black_box(black_box(&text).clone()));
    let times = measure::times(&[&to_json, &write_json, &to_vec, &copy, &derived], &[4, 3]);
    let names = ["`to_json`", "`write_json` into a reused buffer", "`serde_json::to_vec`", "a copy of the text"];
    let mut rows = names.iter().zip(times).map(|(row, time)| Other {
        name: format!("{row}, {name}"),
        nanoseconds: time.nanoseconds,
        of_struct: time.ratios[0],
        of_copy: Some(time.ratios[1]),
    });
    std::array::from_fn(|_| rows.next().expect("a row for each name"))
}
