//! What the service bounds, and what it says to those beyond.

use std::time::Duration;

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, Response, StatusCode};
use lts_log_dump::{ErrorBody, ErrorCode};

/// The bounds.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a body.
    pub body: usize,
    /// Time for the head of a request, and once more for its body.
    pub time: Duration,
    /// Requests at a time; the next are refused.
    pub requests: usize,
    /// Connections at a time; the next wait to be accepted.
    pub connections: usize,
    /// Time for accepted requests to finish when the service is told to stop.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1 << 20,
            time: Duration::from_secs(10),
            requests: 256,
            connections: 1024,
            grace: Duration::from_secs(20),
        }
    }
}

/// Why a request is not looked at. The page has no errors for these: the list of codes is open.
#[derive(Clone, Copy, Debug)]
pub enum Shed {
    BodyTooLarge,
    TooSlow,
    Overloaded,
    BodyBroken,
}

impl From<Shed> for Response<Vec<u8>> {
    fn from(shed: Shed) -> Self {
        let (status, code, msg) = match shed {
            Shed::BodyTooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "Service.BodyTooLarge", "The body is too large"),
            Shed::TooSlow => (StatusCode::REQUEST_TIMEOUT, "Service.TooSlow", "The body did not come in time"),
            Shed::Overloaded => {
                (StatusCode::SERVICE_UNAVAILABLE, "Service.Overloaded", "Too many requests at a time, try again")
            }
            Shed::BodyBroken => (StatusCode::BAD_REQUEST, "Service.BodyBroken", "The body ended before its time"),
        };
        let body = ErrorBody { error_code: ErrorCode::from(code), error_msg: msg.into() };
        let mut response = Self::from(lts_log_dump::ApiError::from(body));
        *response.status_mut() = status;
        if matches!(shed, Shed::Overloaded) {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
