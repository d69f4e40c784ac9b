//! Conversions to and from the types of the `http` crate.

use alloc::format;
use alloc::vec::Vec;
use core::fmt;

use http::header::{AsHeaderName, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, Uri};

use crate::api_reference::Field;
use crate::error::{AnswerError, ApiError, CreateLogDumpObsResponseBody, ErrorBody, Rejection};
use crate::json::pad;
use crate::request::CreateLogDumpObsRequest;
use crate::value::ContentType;

/// The error of converting an HTTP request to a [`CreateLogDumpObsRequest`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HttpRequestError {
    /// The method or path belongs to another endpoint.
    #[error(fmt = fmt_other_endpoint)]
    OtherEndpoint,
    /// The request is rejected with the service's error.
    #[error(transparent)]
    Rejection(#[from] Rejection),
}

fn fmt_other_endpoint(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    pad(f, &|out| write!(out, "not {} {}", CreateLogDumpObsRequest::METHOD, CreateLogDumpObsRequest::PATH_TEMPLATE))
}

/// The error of [`to_http`](CreateLogDumpObsRequest::to_http).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EndpointError {
    /// The endpoint has no scheme, for example `lts.example.com` or `/proxy`.
    #[error(fmt = fmt_no_scheme)]
    NoScheme,
    /// The endpoint has a query, which the request would lose.
    #[error(fmt = fmt_query)]
    Query,
    /// The `http` crate rejects the URI, because it is too long with the path of the request.
    #[error(transparent)]
    Http(#[from] http::Error),
}

fn fmt_no_scheme(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad("the endpoint has no scheme, for example https://")
}

fn fmt_query(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad("the endpoint has a query")
}

/// Validates a request. It accepts any query, and one header of each name.
///
/// # Errors
///
/// - The method or path belongs to another endpoint: [`HttpRequestError::OtherEndpoint`].
/// - A part is invalid: [`HttpRequestError::Rejection`] with every violation. A repeated header is treated like a missing one,
///   because either value may be the intended one.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequest, HttpRequestError, Violation};
///
/// let request = http::Request::post("/v2/short/log-dump/obs").body("{}")?;
/// let error = CreateLogDumpObsRequest::try_from(request).unwrap_err();
/// assert_eq!(error.to_string(), Violation::InvalidProjectId.message());
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

/// Returns the value of a header that occurs once and is visible ASCII.
pub(super) fn only_value(headers: &HeaderMap, name: impl AsHeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// Creates a request with a relative URI. Use [`to_http`](CreateLogDumpObsRequest::to_http) to add a server.
impl TryFrom<&CreateLogDumpObsRequest> for Request<Vec<u8>> {
    type Error = http::Error;

    fn try_from(request: &CreateLogDumpObsRequest) -> Result<Self, http::Error> {
        let mut token = HeaderValue::from_str(request.auth_token.as_str())?;
        token.set_sensitive(true);
        Request::builder()
            .method(CreateLogDumpObsRequest::METHOD)
            .uri(CreateLogDumpObsRequest::path(request.project_id))
            .header(Field::AuthToken.name(), token)
            .header(CONTENT_TYPE, ContentType.as_str())
            .body(request.body.to_json())
    }
}

impl CreateLogDumpObsRequest {
    /// Creates a request to a server. The token is marked as sensitive.
    ///
    /// `endpoint` is a URI with a scheme. The path of the API is appended to its path.
    ///
    /// ```
    /// use lts_log_dump::{AuthToken, CreateLogDumpObsRequest, EndpointError};
    ///
    /// # let body = include_str!("../../examples/request.json");
    /// let request = CreateLogDumpObsRequest {
    ///     project_id: "2a473356cca5487f8373be891bffc1cf".parse()?,
    ///     auth_token: AuthToken::new("t".repeat(AuthToken::MIN_LEN))?,
    ///     body: body.parse()?,
    /// };
    /// let sent = request.to_http(&"https://lts.example.com/proxy".parse()?)?;
    /// assert_eq!(sent.uri(), "https://lts.example.com/proxy/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs");
    ///
    /// let error = request.to_http(&"lts.example.com".parse()?).unwrap_err();
    /// assert!(matches!(error, EndpointError::NoScheme));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - The endpoint has no scheme: [`EndpointError::NoScheme`].
    /// - The endpoint has a query, even an empty one: [`EndpointError::Query`].
    /// - The URI would be longer than the `http` crate accepts: [`EndpointError::Http`].
    pub fn to_http(&self, endpoint: &Uri) -> Result<Request<Vec<u8>>, EndpointError> {
        if endpoint.scheme().is_none() {
            return Err(EndpointError::NoScheme);
        }
        if endpoint.query().is_some() {
            return Err(EndpointError::Query);
        }
        let mut request = Request::try_from(self)?;
        let mut parts = endpoint.clone().into_parts();
        let path = format!("{}{}", endpoint.path().trim_end_matches('/'), request.uri());
        parts.path_and_query = Some(path.try_into().map_err(http::Error::from)?);
        *request.uri_mut() = Uri::from_parts(parts).map_err(http::Error::from)?;
        Ok(request)
    }
}

fn response(status: u16, json: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(json);
    // Infallible: all documented statuses are valid.
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(ContentType.as_str()));
    response
}

/// Status 201.
impl From<CreateLogDumpObsResponseBody> for Response<Vec<u8>> {
    fn from(body: CreateLogDumpObsResponseBody) -> Self {
        response(CreateLogDumpObsResponseBody::HTTP_STATUS, body.to_json())
    }
}

/// The status in the API reference.
impl From<ApiError> for Response<Vec<u8>> {
    fn from(error: ApiError) -> Self {
        response(error.http_status(), ErrorBody::from(error).to_json())
    }
}

/// The service's error for the first violation.
impl From<Rejection> for Response<Vec<u8>> {
    fn from(rejection: Rejection) -> Self {
        ApiError::from(rejection).into()
    }
}

/// Reads a response with [`from_answer`](CreateLogDumpObsResponseBody::from_answer).
impl<B: AsRef<[u8]>> TryFrom<Response<B>> for CreateLogDumpObsResponseBody {
    type Error = AnswerError;

    fn try_from(response: Response<B>) -> Result<Self, AnswerError> {
        Self::from_answer(response.status().as_u16(), response.body().as_ref())
    }
}
