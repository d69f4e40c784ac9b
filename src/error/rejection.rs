//! Why a request is refused.

use alloc::string::String;

use serde::de::Error;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ApiError, ErrorBody, NotJson};
use crate::api_reference::{ErrorCode, Violation, Violations};
use crate::json::{FromValue, Kind, Object};

/// Why a request is refused: its body is not JSON, or it has violations.
///
/// A server answers with one error. `Display` shows its message.
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
    /// The body is not a JSON object, or two readers of it could see different requests.
    #[error(transparent)]
    NotJson(NotJson),
    /// Parameters are not as documented.
    #[error("{}", .0.first())]
    Violations(Violations),
}

impl Rejection {
    /// The violations. `None` if the body is not JSON.
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

    /// The code of the answer.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        ApiError::from(self).code()
    }

    /// The HTTP status of the answer.
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

/// The error that a server answers with. Of several violations it is the first.
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

/// The error with the field that it is about: `{"field": …, "error_code": …, "error_msg": …}`. It is no answer of the service.
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
        const OBJECT: Object = Object {
            type_name: "Violation",
            names: &["field", ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG],
            kinds: &[Kind::String; 3],
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
        Self::ALL.iter().find(is_same).copied().ok_or_else(|| Error::custom("not a violation of the API reference"))
    }
}

/// An array of the violations, in table order.
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(*self)
    }
}
