//! Extractors and responses for servers on axum.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use axum::RequestExt;
use axum::body::{Body, Bytes};
use axum::extract::path::ErrorKind;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use http::request::Parts;

use super::http::only_value;
use crate::api_reference::{Field, Violation};
use crate::error::{ApiError, CreateLogDumpObsResponseBody, Rejection};
use crate::json::pad;
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
use crate::value::{AuthToken, ProjectId};

/// The error of extracting a [`CreateLogDumpObsRequest`], or one of its parts, from an axum request.
///
/// Its response is the service's error, if there is one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AxumRequestError {
    /// The request is rejected with the service's error.
    #[error(transparent)]
    Rejection(#[from] Rejection),
    /// The route does not have exactly one path parameter `project_id`: status 500. Fix the route.
    #[error(fmt = fmt_route)]
    Route,
    /// The body is too large or incomplete, or another path parameter is not UTF-8. The response is axum's, because the
    /// service has no error for it.
    #[error(fmt = fmt_axum)]
    Axum {
        /// The HTTP status.
        status: u16,
        /// The body of the response.
        text: Box<str>,
    },
}

fn fmt_route(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (parameter, path) = (Field::ProjectId.name(), CreateLogDumpObsRequest::PATH_TEMPLATE);
    pad(f, &|out| write!(out, "the route must have exactly one path parameter {{{parameter}}}, for example {path}"))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "thiserror passes each field by reference")]
fn fmt_axum(_: &u16, text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(text)
}

impl AxumRequestError {
    fn axum(status: StatusCode, text: String) -> Self {
        Self::Axum { status: status.as_u16(), text: text.into() }
    }
}

impl From<Violation> for AxumRequestError {
    fn from(violation: Violation) -> Self {
        Self::Rejection(violation.into())
    }
}

impl IntoResponse for AxumRequestError {
    fn into_response(self) -> Response {
        match self {
            Self::Rejection(rejection) => rejection.into_response(),
            Self::Route => (StatusCode::INTERNAL_SERVER_ERROR, self.to_string()).into_response(),
            Self::Axum { status, text } => {
                (StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST), String::from(text)).into_response()
            }
        }
    }
}

/// The path parameters of the route that was matched, with the names and the decoded values.
type PathParameters = Path<Vec<(String, String)>>;

/// Finds the project ID. A parameter that is not UTF-8 is like an empty one, because neither is an ID.
fn project_id_in(parameters: Result<PathParameters, PathRejection>) -> Result<String, AxumRequestError> {
    let parameters = match parameters {
        Ok(Path(parameters)) => parameters,
        Err(PathRejection::FailedToDeserializePathParams(error)) => match error.kind() {
            ErrorKind::InvalidUtf8InPathParam { key } if key == Field::ProjectId.name() => return Ok(String::new()),
            _ => return Err(AxumRequestError::axum(error.status(), error.body_text())),
        },
        Err(_) => return Err(AxumRequestError::Route),
    };
    let mut ids = parameters.into_iter().filter(|(name, _)| name == Field::ProjectId.name());
    match (ids.next(), ids.next()) {
        (Some((_, id)), None) => Ok(id),
        _ => Err(AxumRequestError::Route),
    }
}

/// Reads the whole body, up to axum's limit (`DefaultBodyLimit`).
async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, AxumRequestError> {
    let bytes = Bytes::from_request(request, state).await;
    bytes.map_err(|error| AxumRequestError::axum(error.status(), error.body_text()))
}

/// Extracts the whole request: path, headers and body, validated in this order.
///
/// The route must have the path parameter `project_id`, in its own router or in one around it. The extractor does not check the
/// method or the rest of the path, because the router has matched them:
///
/// ```
/// use axum::Router;
/// use axum::routing::post;
/// use lts_log_dump::CreateLogDumpObsRequest;
///
/// async fn create(request: CreateLogDumpObsRequest) {}
///
/// let router: Router = Router::new().route(CreateLogDumpObsRequest::PATH_TEMPLATE, post(create));
///
/// let version_2 = Router::new().route("/{project_id}/log-dump/obs", post(create));
/// let nested: Router = Router::new().nest("/v2", version_2);
/// ```
///
/// The ID is the parameter as axum decodes it, so `%32` is read as `2`.
///
/// # Errors
///
/// - The route does not have exactly one path parameter `project_id`: [`AxumRequestError::Route`], status 500.
/// - The body is larger than axum's limit, or incomplete: [`AxumRequestError::Axum`] with axum's response.
/// - A part is invalid: [`AxumRequestError::Rejection`] with every violation. A wrong project ID is `LTS.0001`, status 403.
impl<S: Send + Sync> FromRequest<S> for CreateLogDumpObsRequest {
    type Rejection = AxumRequestError;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, AxumRequestError> {
        let project_id = project_id_in(request.extract_parts::<PathParameters>().await)?;
        let headers = core::mem::take(request.headers_mut());
        let body = bytes(request, state).await?;
        let token = only_value(&headers, Field::AuthToken.name());
        Ok(Self::from_parts(&project_id, token, only_value(&headers, CONTENT_TYPE), &body)?)
    }
}

/// Extracts the body alone. It ignores the path and the headers, so use it for signed requests and for other content types.
///
/// # Errors
///
/// - The body is larger than axum's limit, or incomplete: [`AxumRequestError::Axum`] with axum's response.
/// - The body is invalid: [`AxumRequestError::Rejection`] with every violation, or `LTS.0007`.
impl<S: Send + Sync> FromRequest<S> for CreateLogDumpObsRequestBody {
    type Rejection = AxumRequestError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AxumRequestError> {
        Ok(Self::from_json(bytes(request, state).await?)?)
    }
}

/// Extracts the project ID alone, from the path parameter `project_id`.
///
/// # Errors
///
/// - The route does not have exactly one path parameter `project_id`: [`AxumRequestError::Route`], status 500.
/// - The parameter is not a project ID: `LTS.0001`, status 403.
impl<S: Send + Sync> FromRequestParts<S> for ProjectId {
    type Rejection = AxumRequestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AxumRequestError> {
        let id = project_id_in(PathParameters::from_request_parts(parts, state).await)?;
        Ok(Self::new(id)?)
    }
}

/// Extracts the token alone, from its header.
///
/// # Errors
///
/// The header is missing, repeated or not a token: `LTS.1902`, status 200.
impl<S: Send + Sync> FromRequestParts<S> for AuthToken {
    type Rejection = AxumRequestError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AxumRequestError> {
        let token = only_value(&parts.headers, Field::AuthToken.name()).ok_or(Violation::InvalidAuthToken)?;
        Ok(Self::new(token)?)
    }
}

/// Implements `IntoResponse` with the conversion to a response of the `http` crate.
macro_rules! responses {
    ($($name:ident),+) => {$(
        /// The status and the body of its conversion to [`http::Response`].
        impl IntoResponse for $name {
            fn into_response(self) -> Response {
                http::Response::from(self).map(Body::from)
            }
        }
    )+};
}

responses!(CreateLogDumpObsResponseBody, ApiError, Rejection);
