//! Answers HTTP requests.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::State as Extract;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Request, Response};
use axum::middleware::{Next, from_fn};
use axum::routing::{get, post};
use lts_log_dump::{
    ApiError, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorCode,
    HttpRequestError, ProjectId, Rejection,
};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::limits::Limits;
use crate::refusal::Refusal;
use crate::state::State;

/// How bodies are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// By the crate.
    Full,
    /// Not at all: each body is read into a struct of strings and accepted. The load test compares with this.
    None,
}

/// Everything that an answer depends on.
#[derive(Debug)]
pub struct App {
    state: State,
    limits: Limits,
    judgement: Judgement,
    requests: Semaphore,
}

type Answer = Result<CreateLogDumpObsResponseBody, ApiError>;

impl App {
    /// A service over this state.
    #[must_use]
    pub fn new(state: State, limits: Limits, judgement: Judgement) -> Self {
        Self { state, limits, judgement, requests: Semaphore::new(limits.requests) }
    }

    /// The endpoint; `/openapi.json`, its description; and `/reset`, which forgets the created tasks.
    pub fn router(self) -> Router {
        Router::new()
            .route(CreateLogDumpObsRequest::PATH_TEMPLATE, post(create))
            .route("/openapi.json", get(openapi))
            .route("/reset", post(reset))
            .fallback(async || refused(Refusal::OtherEndpoint))
            .method_not_allowed_fallback(async || refused(Refusal::OtherMethod))
            .layer(from_fn(logged))
            .with_state(Arc::new(self))
    }

    pub(crate) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Reads the body, within its bounds.
    async fn read(&self, request: Request<Body>) -> Result<Request<Vec<u8>>, Refusal> {
        let (head, body) = request.into_parts();
        match timeout(self.limits.time, collect(body, self.limits.body)).await {
            Ok(body) => Ok(Request::from_parts(head, body?)),
            Err(_) => Err(Refusal::TooSlow),
        }
    }

    fn answer(&self, request: Request<Vec<u8>>) -> Answer {
        if self.judgement == Judgement::None {
            return unvalidated::answer(request.body());
        }
        let (project_id, body) = if is_signed(request.headers()) {
            signed(&request)?
        } else {
            match CreateLogDumpObsRequest::try_from(request) {
                Ok(request) => (request.project_id, request.body),
                Err(HttpRequestError::Rejection(rejection)) => return Err(rejection.into()),
                // The router sends no other endpoint here.
                Err(_) => return Err(ApiError::InternalServerError),
            }
        };
        self.state.create(project_id, &body)
    }
}

/// Whether the request is signed, as the vendor's SDKs do: they send no token, and another media type.
fn is_signed(headers: &HeaderMap) -> bool {
    headers.get(AUTHORIZATION).is_some_and(|value| value.as_bytes().starts_with(b"SDK-HMAC-SHA256 "))
}

/// Judges the path and the body of a signed request, but not its signature and headers.
fn signed(request: &Request<Vec<u8>>) -> Result<(ProjectId, CreateLogDumpObsRequestBody), Rejection> {
    let project_id = CreateLogDumpObsRequest::project_id_in(request.uri().path()).unwrap_or_default();
    let project_id = ProjectId::new(project_id);
    let body = CreateLogDumpObsRequestBody::from_json(request.body());
    Ok((project_id?, body?))
}

/// Copies the body piece by piece. axum's `to_bytes` keeps the pieces: 38 MB for 1 MiB in chunks of one byte.
async fn collect(mut body: Body, limit: usize) -> Result<Vec<u8>, Refusal> {
    let announced = body.size_hint().lower();
    if usize::try_from(announced).map_or(true, |announced| announced > limit) {
        return Err(Refusal::BodyTooLarge);
    }
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(data) = frame.map_err(|_| Refusal::BodyBroken)?.into_data() else { continue };
        if bytes.len() + data.len() > limit {
            return Err(Refusal::BodyTooLarge);
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

async fn create(Extract(app): Extract<Arc<App>>, request: Request<Body>) -> Response<Body> {
    let answer = match app.requests.try_acquire() {
        Err(_) => Err(Refusal::Overloaded),
        Ok(_permit) => app.read(request).await.map(|request| app.answer(request)),
    };
    match answer {
        Ok(Ok(created)) => Response::from(created).map(Body::from),
        Ok(Err(error)) => with_code(error.code(), error.into()),
        Err(refusal) => refused(refusal),
    }
}

async fn openapi() -> Response<Body> {
    let mut response = Response::new(Body::from(include_str!("../../../schema/openapi.json")));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

async fn reset(Extract(app): Extract<Arc<App>>) {
    app.state.reset();
}

fn refused(refusal: Refusal) -> Response<Body> {
    with_code(ApiError::from(refusal).code(), refusal.into())
}

/// The code of the error, for the log.
#[derive(Clone)]
struct Code(ErrorCode);

fn with_code(code: ErrorCode, response: Response<Vec<u8>>) -> Response<Body> {
    let mut response = response.map(Body::from);
    response.extensions_mut().insert(Code(code));
    response
}

/// Leaves a line in the log for each request. Headers are not logged: one of them is a secret.
async fn logged(request: Request<Body>, next: Next) -> Response<Body> {
    let start = Instant::now();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    tracing::info!(
        method = method.as_str(),
        path,
        status = response.status().as_u16(),
        error_code = response.extensions().get().map(|Code(code)| code.as_str()),
        microseconds = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
    );
    response
}

/// A service that does not validate.
mod unvalidated {
    use lts_log_dump::{ApiError, CreateLogDumpObsResponseBody, LogDumpObsId};
    use serde::Deserialize;
    use uuid::Uuid;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "the members are only read, as the comparison is about reading")]
    struct Body {
        log_group_id: String,
        log_stream_ids: Vec<String>,
        obs_bucket_name: String,
        r#type: String,
        storage_format: String,
        switch_on: Option<serde_json::Value>,
        prefix_name: Option<String>,
        dir_prefix_name: Option<String>,
        period: i64,
        period_unit: String,
    }

    pub(super) fn answer(body: &[u8]) -> super::Answer {
        let _body: Body = serde_json::from_slice(body).map_err(|_| ApiError::NotJson)?;
        LogDumpObsId::new(Uuid::new_v4().to_string())
            .map(|log_dump_obs_id| CreateLogDumpObsResponseBody { log_dump_obs_id })
            .map_err(|_| ApiError::InternalServerError)
    }
}
