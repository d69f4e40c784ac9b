//! Tests your server: each nearly valid request must get the exact error.
//!
//! The server is `axum.rs`, or the one that the environment variable `LTS_ENDPOINT` names.

#[expect(dead_code, reason = "the test needs no `main`")]
#[path = "axum.rs"]
mod server;

use lts_log_dump::{CreateLogDumpObsRequest, ErrorBody, strategies};
use proptest::prelude::*;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, server::router()).into_future());
    format!("http://{address}")
}

#[test]
fn a_nearly_valid_request_gets_its_error() {
    let runtime = Runtime::new().unwrap();
    let endpoint = std::env::var("LTS_ENDPOINT").unwrap_or_else(|_| runtime.block_on(serve()));
    let client = reqwest::Client::new();
    let method: reqwest::Method = CreateLogDumpObsRequest::METHOD.parse().unwrap();
    proptest!(|(wrong in strategies::nearly_valid_request())| {
        let mut request = client.request(method.clone(), format!("{endpoint}{}", wrong.path)).body(wrong.json);
        for (name, value) in wrong.headers {
            request = request.header(name, value);
        }
        let (status, response) = runtime.block_on(async {
            let response = request.send().await.unwrap();
            (response.status(), response.text().await.unwrap())
        });
        let first = wrong.violations.first();
        prop_assert_eq!(status, first.code().http_status());
        prop_assert_eq!(response, serde_json::to_string(&ErrorBody::from(first)).unwrap());
    });
}
