//! A program that reads a body with this crate.

use std::io::Read;

fn main() {
    let mut json = Vec::new();
    std::io::stdin().read_to_end(&mut json).unwrap();
    println!("{}", lts_log_dump::CreateLogDumpObsRequestBody::from_json(&json).is_ok());
}
