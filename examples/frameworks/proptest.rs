//! Tests your server: each nearly valid body must get the exact error.
//!
//! Set the environment variable `LTS_ENDPOINT` to the URL of your server. The default is the server in `axum.rs`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use lts_log_dump::{AuthToken, ContentType, CreateLogDumpObsRequest, ErrorBody, ProjectId, literal};
use proptest::prelude::*;
use tokio::runtime::Runtime;

/// A server that ends with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Starts the server, and returns the URL that it prints.
fn serve() -> (Server, String) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_axum-server")).stdout(Stdio::piped()).spawn().unwrap();
    let url = BufReader::new(server.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    (Server(server), url)
}

#[test]
fn rejects_each_nearly_valid_body_with_its_exact_error() {
    let runtime = Runtime::new().unwrap();
    let (_server, endpoint) = if let Ok(endpoint) = std::env::var("LTS_ENDPOINT") {
        (None, endpoint)
    } else {
        let (server, endpoint) = serve();
        (Some(server), endpoint)
    };
    let project = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");
    let url = endpoint + &CreateLogDumpObsRequest::path(project);
    let client = reqwest::Client::new();
    proptest!(|(wrong in lts_log_dump::strategies::nearly_valid())| {
        let request = client
            .post(&url)
            .header("X-Auth-Token", "t".repeat(AuthToken::MIN_LEN))
            .header("Content-Type", ContentType.as_str())
            .body(wrong.json);
        let (status, body) = runtime.block_on(async {
            let response = request.send().await.unwrap();
            (response.status(), response.text().await.unwrap())
        });
        let first = wrong.violations.first();
        prop_assert_eq!(status, first.code().http_status());
        prop_assert_eq!(body, serde_json::to_string(&ErrorBody::from(first)).unwrap());
    });
}
