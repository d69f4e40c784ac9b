//! Creates a transfer task from a JSON file and prints its ID or the error.
//!
//! Run `client ENDPOINT PROJECT_ID FILE` with the token in the environment variable `X_AUTH_TOKEN`.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use lts_log_dump::{
    AnswerError, AuthToken, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody,
    ErrorCode, ProjectId,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match create().await {
        Ok(created) => {
            println!("{}", created.log_dump_obs_id);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", describe(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

async fn create() -> Result<CreateLogDumpObsResponseBody, Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [endpoint, project_id, file] = &arguments[..] else {
        return Err("usage: X_AUTH_TOKEN=… client ENDPOINT PROJECT_ID FILE".into());
    };
    let token = std::env::var("X_AUTH_TOKEN").map_err(|_| "the environment variable X_AUTH_TOKEN is not set")?;
    let body = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let request = CreateLogDumpObsRequest {
        project_id: ProjectId::new(project_id)?,
        auth_token: AuthToken::new(token)?,
        body: CreateLogDumpObsRequestBody::from_json(&body)?,
    };
    let request = request.to_http(&endpoint.parse()?)?;

    let client = reqwest::Client::builder().timeout(Duration::from_secs(30)).build()?;
    let response = client.execute(request.try_into()?).await?;
    let (status, body) = (response.status().as_u16(), response.bytes().await?);
    Ok(CreateLogDumpObsResponseBody::from_answer(status, &body)?)
}

/// Describes an error, with advice.
fn describe(error: &(dyn Error + 'static)) -> String {
    match error.downcast_ref::<AnswerError>() {
        // The task may exist, so show the whole body.
        Some(AnswerError::Unexpected { status, body }) => {
            format!("unexpected response, HTTP status {status}: {}", String::from_utf8_lossy(body))
        }
        // The code identifies an error, because the service's messages vary.
        Some(AnswerError::Api { error: api, .. }) if api.code() == ErrorCode::Lts0207 => {
            format!("{error} (it is already transferred)")
        }
        Some(transient) if transient.is_transient() => format!("{error} (try again later)"),
        // `{:#}` appends the accepted values to an error of the request.
        _ => format!("{error:#}"),
    }
}
