//! A client on reqwest: creates a transfer task from a JSON file, and prints its ID or the error.
//!
//! `X_AUTH_TOKEN=… reqwest-client ENDPOINT PROJECT_ID FILE`

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use lts_log_dump::{
    AnswerError, AuthToken, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody,
    ErrorCode, ProjectId,
};

async fn create() -> Result<CreateLogDumpObsResponseBody, Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [endpoint, project_id, file] = &arguments[..] else {
        return Err("usage: X_AUTH_TOKEN=… reqwest-client ENDPOINT PROJECT_ID FILE".into());
    };
    let request = CreateLogDumpObsRequest {
        project_id: ProjectId::new(project_id)?,
        auth_token: AuthToken::new(std::env::var("X_AUTH_TOKEN")?)?,
        body: CreateLogDumpObsRequestBody::from_json(std::fs::read(file)?)?,
    };
    let request = request.to_http(&endpoint.parse()?)?;
    let client = reqwest::Client::new();
    let mut delays = [1, 2, 4].map(Duration::from_secs).into_iter();
    loop {
        let response = client.execute(request.clone().try_into()?).await?;
        let (status, body) = (response.status().as_u16(), response.bytes().await?);
        match (CreateLogDumpObsResponseBody::from_answer(status, &body), delays.next()) {
            (Err(error), Some(delay)) if error.is_transient() => tokio::time::sleep(delay).await,
            (result, _) => return Ok(result?),
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let error = match create().await {
        Ok(created) => {
            println!("{}", created.log_dump_obs_id);
            return ExitCode::SUCCESS;
        }
        Err(error) => error,
    };
    match error.downcast_ref() {
        // The code identifies an error, because the service's messages vary.
        Some(AnswerError::Api { error, .. }) if error.code() == ErrorCode::Lts0207 => {
            println!("nothing to do: {error}");
            return ExitCode::SUCCESS;
        }
        // The task may exist, so show the whole response. `{error}` would show its start.
        Some(AnswerError::Unexpected { status, body }) => eprintln!("{status}: {}", String::from_utf8_lossy(body)),
        // `{:#}` appends the accepted values to an error of the request.
        _ => eprintln!("{error:#}"),
    }
    ExitCode::FAILURE
}
