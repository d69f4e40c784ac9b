//! The error of a rejected request, and how violations are written.

use core::error::Error;
use core::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ApiError, ErrorBody, NotJson, StringObject, fmt_message};
use crate::api_reference::{ErrorCode, Expectation, Violation, Violations};
use crate::json::pad;

/// The error of a rejected request: its body is not JSON, or it has violations.
///
/// A server returns one error, and `Display` shows its message. `{:#}` appends the details that the service does not send: the
/// accepted values, or the position of the syntax error. They are also the [`source`](Error::source).
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, ErrorBody, ErrorCode};
///
/// let rejection = CreateLogDumpObsRequestBody::from_json(b"{").unwrap_err();
/// assert_eq!(rejection.code(), ErrorCode::Lts0007);
/// assert_eq!(rejection.to_string(), "The request body format must be json");
/// assert_eq!(rejection.violations(), None);
///
/// let rejection = CreateLogDumpObsRequestBody::from_json(b"{}").unwrap_err();
/// assert_eq!(rejection.violations().map(|violations| violations.len()), Some(7));
/// let body = ErrorBody::from(rejection);
/// assert_eq!(body.error_code, ErrorCode::Lts1902);
/// assert_eq!(body.error_msg, "log_group_id is invalid, please verify if it's provided as required");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// The body is not a JSON object, or two parsers could read different requests.
    NotJson(NotJson),
    /// Parameters are invalid.
    Violations(Violations),
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(not_json) => not_json.fmt(f),
            Self::Violations(violations) => violations.first().fmt(f),
        }
    }
}

impl Error for Rejection {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NotJson(not_json) => not_json.source(),
            Self::Violations(violations) => violations.first().expectation().map(|expectation| expectation as _),
        }
    }
}

/// Writes the [message](Violation::message). `{:#}` appends the [accepted values](Violation::expected), which are also the
/// [`source`](Error::source).
///
/// ```
/// let message = "prefix_name is invalid, please verify if it's provided as required (expected 0 to 64 characters)";
/// assert_eq!(format!("{:#}", lts_log_dump::Violation::InvalidPrefixName), message);
/// ```
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_message(f, self.message(), self.expectation().map(|expectation| expectation as _))
    }
}

impl Error for Violation {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.expectation().map(|expectation| expectation as _)
    }
}

impl Violation {
    /// Returns the accepted values, unless the message already lists them.
    pub(crate) fn expectation(self) -> Option<&'static Expectation> {
        (self.code() != ErrorCode::Lts1901).then(|| self.accepted())
    }
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| write!(out, "expected {}", self.0))
    }
}

/// Writes all messages in order, separated by `; `. `{:#}` appends the accepted values to each.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_alternate = f.alternate();
        pad(f, &|out| {
            for (position, violation) in self.iter().enumerate() {
                out.write_str(if position > 0 { "; " } else { "" })?;
                if is_alternate { write!(out, "{violation:#}")? } else { write!(out, "{violation}")? }
            }
            Ok(())
        })
    }
}

impl Error for Violations {}

impl Rejection {
    /// Returns the violations, or `None` if the body is not JSON.
    #[must_use]
    pub const fn violations(&self) -> Option<Violations> {
        match self {
            Self::NotJson(_) => None,
            Self::Violations(violations) => Some(*violations),
        }
    }

    /// Returns the code of a server's response.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NotJson(_) => ApiError::NotJson.code(),
            Self::Violations(violations) => violations.first().code(),
        }
    }

    /// Returns the HTTP status of a server's response.
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

/// Returns a server's error. If there are several violations, it is the first one.
impl From<Rejection> for ApiError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotJson(_) => Self::NotJson,
            Rejection::Violations(violations) => Self::Violation(violations.first()),
        }
    }
}

impl From<Rejection> for ErrorBody {
    fn from(rejection: Rejection) -> Self {
        ApiError::from(rejection).into()
    }
}

/// Writes the error with its field: `{"field": …, "error_code": …, "error_msg": …}`. The service does not send this form.
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize_strings([self.field().name(), self.code().as_str(), self.message()], serializer)
    }
}

impl StringObject<3> for Violation {
    const TYPE_NAME: &'static str = "Violation";
    const NAMES: &'static [&'static str; 3] = &["field", ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG];
}

/// Reads the object that `Serialize` writes. Any other code or message is an error.
impl<'de> Deserialize<'de> for Violation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members =
            Self::deserialize_strings(deserializer)?.map(|member| member.unwrap_or_default().unwrap_or_default());
        let is_same =
            |violation: &&Self| members == [violation.field().name(), violation.code().as_str(), violation.message()];
        Self::ALL.iter().find(is_same).copied().ok_or_else(|| D::Error::custom("not a violation of the API reference"))
    }
}

/// Writes an array of the violations, in table order.
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(*self)
    }
}
