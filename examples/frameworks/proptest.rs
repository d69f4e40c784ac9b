//! Tests your server: each nearly valid request must get the exact error.
//!
//! Set the environment variable `LTS_ENDPOINT` to the URL of your server. The default is the server in `axum.rs`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use lts_log_dump::{CreateLogDumpObsRequest, ErrorBody, strategies};
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
fn rejects_each_nearly_valid_request_with_its_exact_error() {
    let runtime = Runtime::new().unwrap();
    let (_server, endpoint) = if let Ok(endpoint) = std::env::var("LTS_ENDPOINT") {
        (None, endpoint)
    } else {
        let (server, endpoint) = serve();
        (Some(server), endpoint)
    };
    let client = reqwest::Client::new();
    let method: reqwest::Method = CreateLogDumpObsRequest::METHOD.parse().unwrap();
    proptest!(|(wrong in strategies::nearly_valid_request())| {
        let mut request = client.request(method.clone(), format!("{endpoint}{}", wrong.path)).body(wrong.json);
        for (name, value) in wrong.headers {
            request = request.header(name, value);
        }
        let (status, body) = runtime.block_on(async {
            let response = request.send().await.unwrap();
            (response.status(), response.text().await.unwrap())
        });
        let first = wrong.violations.first();
        prop_assert_eq!(status, first.code().http_status());
        prop_assert_eq!(body, serde_json::to_string(&ErrorBody::from(first)).unwrap());
    });
}
