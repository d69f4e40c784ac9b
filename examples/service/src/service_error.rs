//! The errors that only this service has.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, Response, StatusCode};
use lts_log_dump::{ApiError, CreateLogDumpObsRequest, ErrorBody, ErrorCode};

/// The reason why a request does not reach the endpoint. The API reference has no errors for these cases.
///
/// The name of a variant is part of its error code.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ServiceError {
    BodyTooLarge,
    TooSlow,
    BodyBroken,
    Overloaded,
    OtherEndpoint,
    OtherMethod,
}

impl ServiceError {
    fn status(self) -> StatusCode {
        match self {
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::BodyBroken => StatusCode::BAD_REQUEST,
            Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::OtherEndpoint => StatusCode::NOT_FOUND,
            Self::OtherMethod => StatusCode::METHOD_NOT_ALLOWED,
        }
    }

    fn message(self) -> String {
        match self {
            Self::BodyTooLarge => "The body is too large".into(),
            Self::TooSlow => "The body did not arrive in time".into(),
            Self::BodyBroken => "The body is incomplete or malformed".into(),
            Self::Overloaded => "Too many requests at a time, try again".into(),
            Self::OtherEndpoint => format!(
                "Only {} {} is served here",
                CreateLogDumpObsRequest::METHOD,
                CreateLogDumpObsRequest::PATH_TEMPLATE
            ),
            Self::OtherMethod => "The path does not have this method".into(),
        }
    }
}

impl From<ServiceError> for ApiError {
    fn from(error: ServiceError) -> Self {
        let error_code = ErrorCode::from(format!("Service.{error:?}").as_str());
        Self::from(ErrorBody { error_code, error_msg: error.message().into() })
    }
}

impl From<ServiceError> for Response<Vec<u8>> {
    fn from(error: ServiceError) -> Self {
        let mut response = Self::from(ApiError::from(error));
        *response.status_mut() = error.status();
        if matches!(error, ServiceError::Overloaded) {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
