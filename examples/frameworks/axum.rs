//! A server on axum with the service's exact responses. It prints its address.
//!
//! The extractor validates path, headers and body, so the handler receives a valid request and returns a response or an error.

use axum::Router;
use axum::routing::post;
use lts_log_dump::{
    ApiError, CreateLogDumpObsRequest, CreateLogDumpObsResponseBody, LogDumpObsId, LogGroupId, ObsBucketName,
    ProjectId, literal,
};
use tokio::net::TcpListener;

const PROJECT: ProjectId = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");
const GROUP: LogGroupId = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
const BUCKET: ObsBucketName = literal!(ObsBucketName, "lts-test");
const TASK: LogDumpObsId = literal!(LogDumpObsId, "45fdc36b-xxxx-4567-xxxx-559xxxxdf968");

/// Creates a task if the project, the group and the bucket are the ones of this example.
async fn create(request: CreateLogDumpObsRequest) -> Result<CreateLogDumpObsResponseBody, ApiError> {
    let body = request.body;
    if request.project_id != PROJECT || body.log_group_id != GROUP {
        return Err(ApiError::LogGroupNotFound);
    }
    if body.obs_bucket_name != BUCKET {
        return Err(ApiError::ObsBucketNotFound { obs_bucket_name: body.obs_bucket_name.into() });
    }
    Ok(CreateLogDumpObsResponseBody { log_dump_obs_id: TASK })
}

/// The extractor finds the ID in the outer route, because the path parameter is named `project_id`.
pub(crate) fn router() -> Router {
    let project = Router::new().route("/log-dump/obs", post(create));
    Router::new().nest("/v2/{project_id}", project)
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, router()).await
}
