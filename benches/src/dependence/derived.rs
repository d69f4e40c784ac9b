use std::io::Read;

#[allow(dead_code)]
#[derive(serde::Deserialize)]
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

fn main() {
    let mut json = Vec::new();
    std::io::stdin().read_to_end(&mut json).unwrap();
    println!("{}", serde_json::from_slice::<Body>(&json).is_ok());
}
