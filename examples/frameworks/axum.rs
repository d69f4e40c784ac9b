//! A server on axum with the service's exact answers. It prints its address.
//!
//! The extractor judges path, headers and body; the handler gets a request that is valid, and returns an answer or an error.

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

/// Knows one project, one group and one bucket.
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

pub(crate) fn router() -> Router {
    Router::new().route(CreateLogDumpObsRequest::PATH_TEMPLATE, post(create))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, router()).await
}
