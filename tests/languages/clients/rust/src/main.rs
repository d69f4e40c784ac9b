//! A client that progenitor generates from the OpenAPI description: `client URL [PREFER] < request.json`.
//!
//! `client --validate < documents` prints `accepted` or `rejected` for each line.

use reqwest::header::{HeaderMap, HeaderValue};

progenitor::generate_api!("../../../../schema/openapi-3.0.json");

/// Sends the whole media type, because progenitor cuts it at the semicolon.
impl ClientHooks<()> for Client {
    async fn pre<E>(&self, request: &mut reqwest::Request, _: &OperationInfo) -> Result<(), Error<E>> {
        let media_type = HeaderValue::from_static("application/json;charset=UTF-8");
        request.headers_mut().insert("content-type", media_type);
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().ok_or("usage: client URL [PREFER] < request.json")?;
    if url == "--validate" {
        for line in std::io::stdin().lines() {
            let body = serde_json::from_str::<types::CreateLogDumpObsRequestBody>(&line?);
            println!("{}", if body.is_ok() { "accepted" } else { "rejected" });
        }
        return Ok(());
    }
    let mut headers = HeaderMap::new();
    if let Some(prefer) = arguments.next() {
        headers.insert("prefer", prefer.parse()?);
    }
    let http = reqwest::Client::builder().default_headers(headers).build()?;

    let client = Client::new_with_client(&url, http);
    let project_id = "2a473356cca5487f8373be891bffc1cf".parse()?;
    let token = "x".repeat(1000).parse()?;
    let body: types::CreateLogDumpObsRequestBody = serde_json::from_reader(std::io::stdin())?;
    match client.create_log_dump_obs(&project_id, &token, &body).await?.into_inner() {
        types::CreateLogDumpObsAnswer::CreateLogDumpObsResponseBody(created) => {
            println!("created {}", *created.log_dump_obs_id);
        }
        types::CreateLogDumpObsAnswer::ErrorBody(error) => println!("error {}", error.error_code),
    }
    Ok(())
}
