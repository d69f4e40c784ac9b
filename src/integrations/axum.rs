//! Extractors and answers for servers on axum.

use alloc::boxed::Box;
use alloc::string::{String, ToString};

use axum_core::body::Body;
use axum_core::extract::rejection::BytesRejection;
use axum_core::extract::{FromRequest, FromRequestParts, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http::request::Parts;

use super::http::{HttpRequestError, only_value};
use crate::api_reference::{Field, Violation};
use crate::error::ApiError;
use crate::error::CreateLogDumpObsResponseBody;
use crate::error::Rejection;
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
use crate::value::{AuthToken, ProjectId};

/// Why an axum request is not a [`CreateLogDumpObsRequest`], or not a part of one.
///
/// As an answer: the service's error where it has one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum AxumRequestError {
    /// The method or the path is that of another endpoint, or the path was cut by a router that is nested: status 404.
    #[error("not {} {}", CreateLogDumpObsRequest::METHOD, CreateLogDumpObsRequest::PATH_TEMPLATE)]
    OtherEndpoint,
    /// The request is refused: the service's error.
    #[error(transparent)]
    Rejection(#[from] Rejection),
    /// The body is larger than axum's limit, or did not come to its end: axum's answer, since the service has no error for it.
    #[error("{text}")]
    Body {
        /// The HTTP status.
        status: u16,
        /// The body of the answer.
        text: Box<str>,
    },
}

impl From<HttpRequestError> for AxumRequestError {
    fn from(error: HttpRequestError) -> Self {
        match error {
            HttpRequestError::OtherEndpoint => Self::OtherEndpoint,
            HttpRequestError::Rejection(rejection) => Self::Rejection(rejection),
        }
    }
}

impl From<Violation> for AxumRequestError {
    fn from(violation: Violation) -> Self {
        Self::Rejection(violation.into())
    }
}

impl IntoResponse for AxumRequestError {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            Self::Rejection(rejection) => return rejection.into_response(),
            Self::OtherEndpoint => (404, self.to_string()),
            Self::Body { status, text } => (status, String::from(text)),
        };
        // Both statuses are axum's own or the one above, so the default is never taken.
        (StatusCode::from_u16(status).unwrap_or_default(), text).into_response()
    }
}

/// All bytes of the body, within axum's limit (`DefaultBodyLimit`).
async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, AxumRequestError> {
    let error = |error: BytesRejection| AxumRequestError::Body {
        status: error.status().as_u16(),
        text: error.body_text().into(),
    };
    Bytes::from_request(request, state).await.map_err(error)
}

/// The whole request: path, headers and body, judged in this order.
///
/// The path is that of the request, so the route is [`PATH_TEMPLATE`](CreateLogDumpObsRequest::PATH_TEMPLATE), in a router that
/// is not nested.
impl<S: Send + Sync> FromRequest<S> for CreateLogDumpObsRequest {
    type Rejection = AxumRequestError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AxumRequestError> {
        let (parts, body) = request.into_parts();
        let bytes = bytes(Request::from_parts(parts.clone(), body), state).await?;
        Ok(http::Request::from_parts(parts, bytes).try_into()?)
    }
}

/// The body alone, whatever the path and the headers are: for requests that are signed, or of another media type.
impl<S: Send + Sync> FromRequest<S> for CreateLogDumpObsRequestBody {
    type Rejection = AxumRequestError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AxumRequestError> {
        Ok(Self::from_json(bytes(request, state).await?)?)
    }
}

/// The project alone, from the path.
impl<S: Send + Sync> FromRequestParts<S> for ProjectId {
    type Rejection = AxumRequestError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AxumRequestError> {
        let id = CreateLogDumpObsRequest::project_id_in(parts.uri.path()).ok_or(AxumRequestError::OtherEndpoint)?;
        Ok(Self::new(id)?)
    }
}

/// The token alone, from its header.
impl<S: Send + Sync> FromRequestParts<S> for AuthToken {
    type Rejection = AxumRequestError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AxumRequestError> {
        let token = only_value(&parts.headers, Field::AuthToken.name()).ok_or(Violation::InvalidAuthToken)?;
        Ok(Self::new(token)?)
    }
}

impl IntoResponse for CreateLogDumpObsResponseBody {
    fn into_response(self) -> Response {
        http::Response::from(self).map(Body::from)
    }
}

/// Under the status that the API reference gives.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        http::Response::from(self).map(Body::from)
    }
}

impl IntoResponse for Violation {
    fn into_response(self) -> Response {
        http::Response::from(self).map(Body::from)
    }
}

/// The first violation, as a server answers.
impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        http::Response::from(self).map(Body::from)
    }
}
