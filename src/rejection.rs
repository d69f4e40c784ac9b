//! Why a request is refused.

use alloc::string::ToString;
use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::Utf8Error;

use crate::code::ErrorCode;
use crate::error::{ApiError, ErrorBody};
use crate::violation::Violation;
use crate::violations::Violations;

/// Why a request is refused: it is not JSON, or it has violations. There is no third reason.
///
/// It is shown as the message of the error that a server answers with.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, ErrorBody, ErrorCode};
///
/// let rejection = CreateLogDumpObsRequestBody::from_json(b"{").unwrap_err();
/// assert_eq!(rejection.code(), ErrorCode::Lts0007);
/// assert_eq!(rejection.to_string(), "The request body format must be json");
///
/// let rejection = CreateLogDumpObsRequestBody::from_json(b"{}").unwrap_err();
/// let answer = ErrorBody::from(rejection);
/// assert_eq!(answer.error_code, ErrorCode::Lts1902);
/// assert_eq!(answer.error_msg, "log_group_id is invalid, please verify if it's provided as required");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Rejection {
    /// The body is not one JSON text whose value is an object, or two readers of it would not agree.
    #[error(transparent)]
    NotJson(NotJson),
    /// Parameters are not as documented.
    #[error("{}", .0.first())]
    Violations(Violations),
}

impl Rejection {
    /// The code of the error that a server answers with.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        ApiError::from(self).code()
    }

    /// The HTTP status that a server answers with.
    #[must_use]
    pub fn http_status(&self) -> u16 {
        self.code().http_status()
    }
}

impl From<Violation> for Rejection {
    fn from(violation: Violation) -> Self {
        Self::Violations(violation.into())
    }
}

impl From<Violations> for Rejection {
    fn from(violations: Violations) -> Self {
        Self::Violations(violations)
    }
}

/// The error that a server answers with: the first violation, if there are some.
impl From<&Rejection> for ApiError {
    fn from(rejection: &Rejection) -> Self {
        match rejection {
            Rejection::NotJson(_) => Self::NotJson,
            Rejection::Violations(violations) => Self::Violation(violations.first()),
        }
    }
}

impl From<Rejection> for ApiError {
    fn from(rejection: Rejection) -> Self {
        Self::from(&rejection)
    }
}

impl From<&Rejection> for ErrorBody {
    fn from(rejection: &Rejection) -> Self {
        ApiError::from(rejection).into()
    }
}

impl From<Rejection> for ErrorBody {
    fn from(rejection: Rejection) -> Self {
        Self::from(&rejection)
    }
}

/// Why a body is not JSON, for logs: `LTS.0007` on the wire.
///
/// It is shown as the service's message; its [`source`](Error::source) says what is wrong and where.
///
/// ```
/// use core::error::Error;
/// use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
///
/// let rejection = CreateLogDumpObsRequestBody::from_json(b"{").unwrap_err();
/// assert_eq!(rejection.source().unwrap().to_string(), "EOF while parsing an object at line 1 column 1");
/// ```
#[derive(Clone, Debug)]
pub struct NotJson(Reason);

#[derive(Debug)]
enum Reason {
    Utf8(Utf8Error),
    Json(serde_json::Error),
}

/// To share the error would cost an allocation for each body that is not JSON; a clone is rarely made, and its text and place
/// are the same.
impl Clone for Reason {
    fn clone(&self) -> Self {
        match self {
            Self::Utf8(error) => Self::Utf8(*error),
            Self::Json(error) => Self::Json(serde::de::Error::custom(error)),
        }
    }
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&ApiError::NotJson, f)
    }
}

impl Error for NotJson {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            Reason::Utf8(error) => Some(error),
            Reason::Json(error) => Some(error),
        }
    }
}

/// Equal when the same is wrong at the same place, which is what the text says.
impl PartialEq for NotJson {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_string() == other.0.to_string()
    }
}

impl Eq for NotJson {}

impl Hash for NotJson {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_string().hash(state);
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utf8(error) => error.fmt(f),
            Self::Json(error) => error.fmt(f),
        }
    }
}

impl Rejection {
    /// A body that is not UTF-8.
    pub(crate) const fn not_utf8(error: Utf8Error) -> Self {
        Self::NotJson(NotJson(Reason::Utf8(error)))
    }

    /// A body that is UTF-8, but not JSON as this API has it.
    pub(crate) const fn not_json(error: serde_json::Error) -> Self {
        Self::NotJson(NotJson(Reason::Json(error)))
    }
}
