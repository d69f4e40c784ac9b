//! A client on reqwest: creates a transfer task from a JSON file, and prints its ID or the error.
//!
//! `X_AUTH_TOKEN=… reqwest-client ENDPOINT PROJECT_ID FILE`

use std::error::Error;
use std::process::ExitCode;

use lts_log_dump::{
    AnswerError, ApiError, AuthToken, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody,
    CreateLogDumpObsResponseBody, ProjectId,
};

async fn create() -> Result<CreateLogDumpObsResponseBody, Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [endpoint, project_id, file] = &arguments[..] else {
        return Err("usage: X_AUTH_TOKEN=… reqwest-client ENDPOINT PROJECT_ID FILE".into());
    };
    let request = CreateLogDumpObsRequest {
        project_id: ProjectId::new(project_id)?,
        auth_token: AuthToken::try_from(std::env::var("X_AUTH_TOKEN")?)?,
        body: CreateLogDumpObsRequestBody::from_json(std::fs::read(file)?)?,
    };
    let request = request.to_http(&endpoint.parse()?)?;
    let response = reqwest::Client::new().execute(request.try_into()?).await?;
    let (status, body) = (response.status().as_u16(), response.bytes().await?);
    Ok(CreateLogDumpObsResponseBody::from_answer(status, &body)?)
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
        Some(AnswerError::Api(ApiError::LogStreamAssociated { log_stream_id })) => {
            println!("{log_stream_id} is being transferred already");
            return ExitCode::SUCCESS;
        }
        // Programs compare the code only, because the service's messages vary.
        Some(AnswerError::Api(api)) => eprintln!("{}: {api}", api.code()),
        // The task may exist, so the whole response is shown.
        Some(AnswerError::Unexpected { status, body }) => eprintln!("{status}: {}", String::from_utf8_lossy(body)),
        _ => eprintln!("{error}"),
    }
    ExitCode::FAILURE
}
