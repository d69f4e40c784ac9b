//! Conversions to and from the types of the `http` crate.

use alloc::format;
use alloc::vec::Vec;

use http::header::{AsHeaderName, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};
use serde::Serialize;

use crate::api_reference::{Field, Violation};
use crate::error::Rejection;
use crate::error::{AnswerError, CreateLogDumpObsResponseBody};
use crate::error::{ApiError, ErrorBody};
use crate::request::CreateLogDumpObsRequest;
use crate::value::ContentType;

/// Why an HTTP request is not a [`CreateLogDumpObsRequest`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum HttpRequestError {
    /// The method or the path is that of another endpoint.
    #[error("not {} {}", CreateLogDumpObsRequest::METHOD, CreateLogDumpObsRequest::PATH_TEMPLATE)]
    OtherEndpoint,
    /// The request is refused.
    #[error(transparent)]
    Rejection(#[from] Rejection),
}

/// Reads a request. A header that occurs twice counts as missing, because it is not clear which value is meant.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequest, HttpRequestError, Rejection, Violation};
///
/// let request = http::Request::post("/v2/short/log-dump/obs").body("{}")?;
/// let Err(HttpRequestError::Rejection(Rejection::Violations(violations))) = CreateLogDumpObsRequest::try_from(request)
/// else {
///     unreachable!("the project ID is too short")
/// };
/// assert_eq!(violations.first(), Violation::InvalidProjectId);
///
/// let request = http::Request::get("/v2/short/log-dump/obs").body("")?;
/// assert_eq!(CreateLogDumpObsRequest::try_from(request), Err(HttpRequestError::OtherEndpoint));
/// # Ok::<(), http::Error>(())
/// ```
impl<B: AsRef<[u8]>> TryFrom<Request<B>> for CreateLogDumpObsRequest {
    type Error = HttpRequestError;

    fn try_from(request: Request<B>) -> Result<Self, HttpRequestError> {
        if request.method().as_str() != Self::METHOD {
            return Err(HttpRequestError::OtherEndpoint);
        }
        let project_id = Self::project_id_in(request.uri().path()).ok_or(HttpRequestError::OtherEndpoint)?;
        let token = only_value(request.headers(), Field::AuthToken.name());
        let content_type = only_value(request.headers(), CONTENT_TYPE);
        Ok(Self::from_parts(project_id, token, content_type, request.body().as_ref())?)
    }
}

pub(super) fn only_value(headers: &HeaderMap, name: impl AsHeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// Makes a request whose URI is a path, as a server gets it. [`to_http`](CreateLogDumpObsRequest::to_http) adds a server.
impl TryFrom<&CreateLogDumpObsRequest> for Request<Vec<u8>> {
    type Error = http::Error;

    fn try_from(request: &CreateLogDumpObsRequest) -> Result<Self, http::Error> {
        request.to_http(&Uri::default())
    }
}

/// Makes the same request as from a reference.
impl TryFrom<CreateLogDumpObsRequest> for Request<Vec<u8>> {
    type Error = http::Error;

    fn try_from(request: CreateLogDumpObsRequest) -> Result<Self, http::Error> {
        Self::try_from(&request)
    }
}

impl CreateLogDumpObsRequest {
    /// Makes a request to a server. `endpoint` is a URI such as `https://lts.example.com`, with or without a path that goes
    /// before that of the API.
    ///
    /// The token is marked as sensitive.
    ///
    /// # Errors
    ///
    /// The endpoint is a URI to which no path can be added.
    pub fn to_http(&self, endpoint: &Uri) -> Result<Request<Vec<u8>>, http::Error> {
        let mut uri = endpoint.clone().into_parts();
        let before = endpoint.path().trim_end_matches('/');
        uri.path_and_query = Some(format!("{before}{}", Self::path_of(self.project_id)).try_into()?);
        let mut token = HeaderValue::from_str(self.auth_token.as_str())?;
        token.set_sensitive(true);
        Request::builder()
            .method(Method::from_bytes(Self::METHOD.as_bytes())?)
            .uri(Uri::from_parts(uri)?)
            .header(HeaderName::from_bytes(Field::AuthToken.name().as_bytes())?, token)
            .header(CONTENT_TYPE, ContentType.as_str())
            .body(self.body.to_json())
    }
}

fn response(status: u16, body: &impl Serialize) -> Response<Vec<u8>> {
    // An answer has strings only, so the default is never taken.
    let mut response = Response::new(serde_json::to_vec(body).unwrap_or_default());
    // All documented statuses are valid.
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(ContentType.as_str()));
    response
}

impl From<CreateLogDumpObsResponseBody> for Response<Vec<u8>> {
    fn from(body: CreateLogDumpObsResponseBody) -> Self {
        response(CreateLogDumpObsResponseBody::HTTP_STATUS, &body)
    }
}

/// The status is that of the API reference.
impl From<ApiError> for Response<Vec<u8>> {
    fn from(error: ApiError) -> Self {
        response(error.http_status(), &ErrorBody::from(error))
    }
}

impl From<Violation> for Response<Vec<u8>> {
    fn from(violation: Violation) -> Self {
        ApiError::from(violation).into()
    }
}

/// The first violation is the answer.
impl From<Rejection> for Response<Vec<u8>> {
    fn from(rejection: Rejection) -> Self {
        ApiError::from(rejection).into()
    }
}

/// Reads an answer: see [`from_answer`](CreateLogDumpObsResponseBody::from_answer).
impl<B: AsRef<[u8]>> TryFrom<Response<B>> for CreateLogDumpObsResponseBody {
    type Error = AnswerError;

    fn try_from(response: Response<B>) -> Result<Self, AnswerError> {
        Self::from_answer(response.status().as_u16(), response.body().as_ref())
    }
}
