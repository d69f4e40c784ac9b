//! From an HTTP request to its answer.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State as Extract;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, Request, Response};
use axum::routing::{any, get, post};
use lts_log_dump::{
    ApiError, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, ErrorCode,
    HttpRequestError, ProjectId, Rejection,
};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::limits::{Limits, Shed};
use crate::state::State;

/// How bodies are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// By the crate.
    Full,
    /// Not at all: each body is read into a struct of strings, and each is accepted. It is what the load test compares
    /// with.
    None,
}

/// All that an answer depends on.
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

    /// The endpoint; `/openapi.json`, its description; and `/reset`, which forgets what was created.
    pub fn router(self) -> Router {
        Router::new()
            .route(CreateLogDumpObsRequest::PATH_TEMPLATE, post(create))
            .route("/openapi.json", get(openapi))
            .route("/reset", post(reset))
            .fallback(any(other_endpoint))
            .with_state(Arc::new(self))
    }

    pub(crate) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Reads the body, within its bounds.
    async fn read(&self, request: Request<Body>) -> Result<Request<Vec<u8>>, Shed> {
        let (head, body) = request.into_parts();
        let announced = head.headers.get("content-length").and_then(|length| length.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: usize| length > self.limits.body) {
            return Err(Shed::BodyTooLarge);
        }
        match timeout(self.limits.time, to_bytes(body, self.limits.body)).await {
            Ok(Ok(body)) => Ok(Request::from_parts(head, body.into())),
            Ok(Err(error)) if is_too_large(&error) => Err(Shed::BodyTooLarge),
            Ok(Err(_)) => Err(Shed::BodyBroken),
            Err(_) => Err(Shed::TooSlow),
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
                // The router has seen to it that the endpoint is this.
                Err(_) => return Err(ApiError::InternalServerError),
            }
        };
        self.state.create(project_id, &body)
    }
}

/// Whether the request is signed, as those of the vendor's SDKs are: they send no token, and another media type.
fn is_signed(headers: &HeaderMap) -> bool {
    headers.get(AUTHORIZATION).is_some_and(|value| value.as_bytes().starts_with(b"SDK-HMAC-SHA256 "))
}

/// A signed request: its path and its body are judged, its signature and headers are not.
fn signed(request: &Request<Vec<u8>>) -> Result<(ProjectId, CreateLogDumpObsRequestBody), Rejection> {
    let project_id = CreateLogDumpObsRequest::project_id_in(request.uri().path()).unwrap_or_default();
    let project_id = ProjectId::new(project_id);
    let body = CreateLogDumpObsRequestBody::from_json(request.body());
    Ok((project_id?, body?))
}

fn is_too_large(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source()).any(|error| error.to_string().contains("length limit"))
}

async fn create(Extract(app): Extract<Arc<App>>, request: Request<Body>) -> Response<Body> {
    let start = Instant::now();
    let path = request.uri().path().to_owned();
    let answer = match app.requests.try_acquire() {
        Err(_) => Err(Shed::Overloaded),
        Ok(_permit) => app.read(request).await.map(|request| app.answer(request)),
    };
    let code = match &answer {
        Ok(Ok(_)) => None,
        Ok(Err(error)) => Some(error.code().to_string()),
        Err(shed) => Some(format!("{shed:?}")),
    };
    let response = answer.map_or_else(Response::from, |answer| answer.map_or_else(Response::from, Response::from));
    // No header is logged: one of them is a secret.
    tracing::info!(
        method = CreateLogDumpObsRequest::METHOD,
        path,
        status = response.status().as_u16(),
        error_code = code,
        microseconds = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
    );
    response.map(Body::from)
}

async fn openapi() -> Response<Body> {
    let mut response = Response::new(Body::from(include_str!("../../../schema/openapi.json")));
    response.headers_mut().insert("content-type", axum::http::HeaderValue::from_static("application/json"));
    response
}

async fn reset(Extract(app): Extract<Arc<App>>) {
    app.state.reset();
}

async fn other_endpoint() -> Response<Body> {
    let body = ErrorBody {
        error_code: ErrorCode::from("Service.OtherEndpoint"),
        error_msg: format!(
            "only {} {} is served",
            CreateLogDumpObsRequest::METHOD,
            CreateLogDumpObsRequest::PATH_TEMPLATE
        )
        .into(),
    };
    let mut response = Response::<Vec<u8>>::from(ApiError::from(body));
    *response.status_mut() = axum::http::StatusCode::NOT_FOUND;
    response.map(Body::from)
}

/// What a service does that does not validate.
mod unvalidated {
    use lts_log_dump::{ApiError, CreateLogDumpObsResponseBody, LogDumpObsId};
    use serde::Deserialize;
    use uuid::Uuid;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "the members are read as a service would, and looked at by nobody")]
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
