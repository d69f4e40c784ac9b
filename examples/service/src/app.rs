//! Responds to HTTP requests.

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
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::yield_now;
use tokio::time::timeout;

use crate::limits::Limits;
use crate::service_error::ServiceError;
use crate::state::State;

/// Whether requests are validated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validation {
    /// The crate validates them.
    On,
    /// Each body is parsed into a struct of strings and accepted. The load test uses this as its baseline.
    Off,
}

/// The state and the limits that responses depend on.
#[derive(Debug)]
pub struct App {
    state: State,
    limits: Limits,
    validation: Validation,
    requests: Semaphore,
    body_bytes: Semaphore,
}

type Outcome = Result<CreateLogDumpObsResponseBody, ApiError>;

impl App {
    /// Creates a service with a state.
    #[must_use]
    pub fn new(state: State, limits: Limits, validation: Validation) -> Self {
        let semaphore = |permits: usize| Semaphore::new(permits.min(Semaphore::MAX_PERMITS));
        let (requests, body_bytes) = (semaphore(limits.requests), semaphore(limits.all_bodies));
        Self { state, limits, validation, requests, body_bytes }
    }

    /// Returns the routes: the endpoint, its description `/openapi.json`, and `/reset`, which forgets the created tasks.
    pub fn router(self) -> Router {
        Router::new()
            .route(CreateLogDumpObsRequest::PATH_TEMPLATE, post(create))
            .route("/openapi.json", get(openapi))
            .route("/reset", post(reset))
            .fallback(async || rejected(ServiceError::OtherEndpoint))
            .method_not_allowed_fallback(async || rejected(ServiceError::OtherMethod))
            .layer(from_fn(logged))
            .with_state(Arc::new(self))
    }

    pub(crate) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Reads the body, within the limits of time and length.
    async fn read(&self, request: Request<Body>) -> Result<Request<Vec<u8>>, ServiceError> {
        let (head, body) = request.into_parts();
        match timeout(self.limits.time, self.collect(body)).await {
            Ok(body) => Ok(Request::from_parts(head, body?)),
            Err(_) => Err(ServiceError::TooSlow),
        }
    }

    /// Copies the body chunk by chunk. axum's `to_bytes` keeps the chunks, so 1 MiB in single bytes would need 38 MB.
    async fn collect(&self, mut body: Body) -> Result<Vec<u8>, ServiceError> {
        let limit = self.limits.body;
        let announced = usize::try_from(body.size_hint().lower()).map_err(|_| ServiceError::BodyTooLarge)?;
        if announced > limit {
            return Err(ServiceError::BodyTooLarge);
        }
        // Released when the body is complete, because a complete body is processed without waiting.
        let mut reserved = None::<SemaphorePermit<'_>>;
        // The capacity uses no memory until bytes arrive, and growing would use twice as much for a moment.
        let mut bytes = Vec::with_capacity(announced);
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            let Ok(data) = frame.map_err(|_| ServiceError::BodyBroken)?.into_data() else { continue };
            if bytes.len() + data.len() > limit {
                return Err(ServiceError::BodyTooLarge);
            }
            let more = u32::try_from(data.len()).map_err(|_| ServiceError::BodyTooLarge)?;
            let more = self.body_bytes.try_acquire_many(more).map_err(|_| ServiceError::Overloaded)?;
            match &mut reserved {
                Some(reserved) => reserved.merge(more),
                None => reserved = Some(more),
            }
            bytes.extend_from_slice(&data);
        }
        Ok(bytes)
    }

    fn respond(&self, request: Request<Vec<u8>>) -> Outcome {
        if self.validation == Validation::Off {
            return unvalidated::respond(request.body());
        }
        let (project_id, body) = if is_signed(request.headers()) {
            signed(&request)?
        } else {
            match CreateLogDumpObsRequest::try_from(request) {
                Ok(request) => (request.project_id, request.body),
                Err(HttpRequestError::Rejection(rejection)) => return Err(rejection.into()),
                // The router calls this for the endpoint only.
                Err(_) => return Err(ApiError::InternalServerError),
            }
        };
        self.state.create(project_id, &body)
    }
}

/// Returns whether the request is signed. The vendor's SDKs sign requests, send no token, and use another media type.
fn is_signed(headers: &HeaderMap) -> bool {
    headers.get(AUTHORIZATION).is_some_and(|value| value.as_bytes().starts_with(b"SDK-HMAC-SHA256 "))
}

/// Validates the path and the body of a signed request, but not its signature and headers.
fn signed(request: &Request<Vec<u8>>) -> Result<(ProjectId, CreateLogDumpObsRequestBody), Rejection> {
    let project_id = CreateLogDumpObsRequest::project_id_in(request.uri().path()).unwrap_or_default();
    let project_id = ProjectId::new(project_id);
    let body = CreateLogDumpObsRequestBody::from_json(request.body());
    Ok((project_id?, body?))
}

async fn create(Extract(app): Extract<Arc<App>>, request: Request<Body>) -> Response<Body> {
    let outcome = match app.requests.try_acquire() {
        Err(_) => Err(ServiceError::Overloaded),
        Ok(_permit) => app.read(request).await.map(|request| app.respond(request)),
    };
    match outcome {
        Ok(Ok(created)) => Response::from(created).map(Body::from),
        Ok(Err(error)) => with_code(error.code(), error.into()),
        Err(error) => rejected(error),
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

fn rejected(error: ServiceError) -> Response<Body> {
    with_code(ApiError::from(error).code(), error.into())
}

/// The error code of a response, for the log.
#[derive(Clone)]
struct Code(ErrorCode);

fn with_code(code: ErrorCode, response: Response<Vec<u8>>) -> Response<Body> {
    let mut response = response.map(Body::from);
    response.extensions_mut().insert(Code(code));
    response
}

/// Logs each request in one line. Headers are not logged, because the token is a secret.
async fn logged(request: Request<Body>, next: Next) -> Response<Body> {
    // Without this, hyper completes up to 16 pipelined requests before it serves other connections. After the handler it could
    // lose the ID of a created task, because the connection may be closed before the response is written.
    yield_now().await;
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

/// Accepts every body.
mod unvalidated {
    use lts_log_dump::{ApiError, CreateLogDumpObsResponseBody, LogDumpObsId};
    use serde::Deserialize;
    use uuid::Uuid;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "the load test compares the time of reading these members")]
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

    pub(super) fn respond(body: &[u8]) -> super::Outcome {
        let _body: Body = serde_json::from_slice(body).map_err(|_| ApiError::NotJson)?;
        LogDumpObsId::new(Uuid::new_v4().to_string())
            .map(|log_dump_obs_id| CreateLogDumpObsResponseBody { log_dump_obs_id })
            .map_err(|_| ApiError::InternalServerError)
    }
}
