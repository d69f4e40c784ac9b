//! A test of one's own server: it answers each nearly valid body with the exact error.
//!
//! The server is that of `axum.rs`, or the one that the environment variable `LTS_ENDPOINT` names.

#[expect(dead_code, reason = "the test needs no `main`")]
#[path = "axum.rs"]
mod server;

use lts_log_dump::{AuthToken, ContentType, CreateLogDumpObsRequest, ErrorBody, ProjectId, literal};
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
fn a_nearly_valid_body_is_answered_with_its_error() {
    let runtime = Runtime::new().unwrap();
    let endpoint = std::env::var("LTS_ENDPOINT").unwrap_or_else(|_| runtime.block_on(serve()));
    let project = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");
    let url = endpoint + &CreateLogDumpObsRequest::path_of(project);
    let client = reqwest::Client::new();
    proptest!(|(wrong in lts_log_dump::strategies::nearly_valid())| {
        let request = client
            .post(&url)
            .header("X-Auth-Token", "t".repeat(AuthToken::MIN_LEN))
            .header("Content-Type", ContentType.as_str())
            .body(wrong.json);
        let (status, answer) = runtime.block_on(async {
            let answer = request.send().await.unwrap();
            (answer.status(), answer.text().await.unwrap())
        });
        let first = wrong.violations.first();
        prop_assert_eq!(status, first.code().http_status());
        prop_assert_eq!(answer, serde_json::to_string(&ErrorBody::from(first)).unwrap());
    });
}
