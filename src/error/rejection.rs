//! The error of a rejected request, and how violations are written.

use alloc::string::String;
use core::error::Error;
use core::fmt;

use serde::de::Error as _;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ApiError, ErrorBody, NotJson};
use crate::api_reference::{ErrorCode, Expectation, Violation, Violations};
use crate::json::{FromValue, Kind, Object, pad};

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
///
/// let rejection = CreateLogDumpObsRequestBody::from_json(b"{}").unwrap_err();
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
/// [`source`](Error::source): some programs print a chain of sources, some only `Display`.
///
/// ```
/// use core::error::Error;
/// use lts_log_dump::Violation;
///
/// let violation = Violation::InvalidPrefixName;
/// let message = "prefix_name is invalid, please verify if it's provided as required";
/// assert_eq!(violation.to_string(), message);
/// assert_eq!(format!("{violation:#}"), format!("{message} (expected 0 to 64 characters)"));
/// assert_eq!(violation.source().unwrap().to_string(), "expected 0 to 64 characters");
/// ```
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return f.pad(self.message());
        }
        pad(f, &|out| {
            out.write_str(self.message())?;
            self.expectation().map_or(Ok(()), |expectation| write!(out, " ({expectation})"))
        })
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
                if is_alternate { write!(out, "{violation:#}")? } else { out.write_str(violation.message())? }
            }
            Ok(())
        })
    }
}

impl Error for Violations {}

impl Rejection {
    /// Returns the violations, or `None` if the body is not JSON.
    ///
    /// ```
    /// use lts_log_dump::CreateLogDumpObsRequestBody;
    ///
    /// let rejection = CreateLogDumpObsRequestBody::from_json(b"{}").unwrap_err();
    /// assert_eq!(rejection.violations().map(|violations| violations.len()), Some(7));
    /// let rejection = CreateLogDumpObsRequestBody::from_json(b"{").unwrap_err();
    /// assert_eq!(rejection.violations(), None);
    /// ```
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
///
/// ```
/// use lts_log_dump::Violation;
///
/// assert_eq!(
///     serde_json::to_string(&Violation::UnlistedTransferType)?,
///     r#"{"field":"type","error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Violation", 3)?;
        members.serialize_field("field", self.field().name())?;
        members.serialize_field(ErrorBody::ERROR_CODE, &self.code())?;
        members.serialize_field(ErrorBody::ERROR_MSG, self.message())?;
        members.end()
    }
}

/// Reads the object that `Serialize` writes. Any other code or message is an error.
impl<'de> Deserialize<'de> for Violation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const NAMES: &[&str] = &["field", ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG];
        const OBJECT: Object = Object {
            type_name: "Violation",
            names: NAMES,
            kinds: &[Kind::String; 3],
            find: |name| NAMES.iter().position(|known| known.as_bytes() == name),
        };
        let mut members: [Option<String>; 3] = [const { None }; 3];
        OBJECT.deserialize(deserializer, &mut |position, value| {
            if let Some(member) = members.get_mut(position) {
                *member = FromValue::from_value(value).unwrap_or_default();
            }
        })?;
        let is_same = |violation: &&Self| {
            let code = violation.code();
            let expected = [violation.field().name(), code.as_str(), violation.message()];
            members.each_ref().map(Option::as_deref) == expected.map(Some)
        };
        Self::ALL.iter().find(is_same).copied().ok_or_else(|| D::Error::custom("not a violation of the API reference"))
    }
}

/// Writes an array of the violations, in table order.
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(*self)
    }
}
