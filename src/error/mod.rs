//! The errors of requests and responses, and their form on the wire.

mod api_error;
mod not_json;
mod rejection;
mod response;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use api_error::{ApiError, OtherError};
pub use not_json::NotJson;
pub use rejection::Rejection;
pub use response::{AnswerError, CreateLogDumpObsResponseBody};

use crate::api_reference::ErrorCode;
use crate::json::{FromValue, Kind, Object, pad, push_string};

/// The wire form of an error: `{"error_code": …, "error_msg": …}`.
///
/// [Table 5], [Table 6] and [Table 7] of the API reference document it for the statuses 400, 403 and 500.
///
/// ```
/// use lts_log_dump::{ApiError, ErrorBody};
///
/// let body: ErrorBody = serde_json::from_str(r#"{"error_code":"LTS.0010","error_msg":"Internal Server Error"}"#)?;
/// assert_eq!(ApiError::from(body.clone()), ApiError::InternalServerError);
/// assert_eq!(serde_json::to_string(&body)?, r#"{"error_code":"LTS.0010","error_msg":"Internal Server Error"}"#);
///
/// assert!(serde_json::from_str::<ErrorBody>(r#"{"error_code":"LTS.0010"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// [Table 5]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html#lts_api_0029__response_CreateLogDumpObsResp400
/// [Table 6]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html#lts_api_0029__response_CreateLogDumpObsResp403
/// [Table 7]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html#lts_api_0029__response_CreateLogDumpObsResp500
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[expect(clippy::exhaustive_structs, reason = "the API reference documents these two members")]
pub struct ErrorBody {
    /// The code, for programs: `error_code` on the wire.
    pub error_code: ErrorCode,
    /// The message, for people: `error_msg` on the wire.
    pub error_msg: Cow<'static, str>,
}

impl ErrorBody {
    pub(crate) const ERROR_CODE: &str = "error_code";
    pub(crate) const ERROR_MSG: &str = "error_msg";

    const OBJECT: Object = Object {
        type_name: "ErrorBody",
        names: &[Self::ERROR_CODE, Self::ERROR_MSG],
        kinds: &[Kind::String, Kind::String],
        find: |name| [Self::ERROR_CODE, Self::ERROR_MSG].iter().position(|known| known.as_bytes() == name),
    };

    /// Returns the JSON text, exactly as [`Serialize`] writes it, but faster.
    ///
    /// ```
    /// use lts_log_dump::{ApiError, ErrorBody};
    ///
    /// let body = ErrorBody::from(ApiError::NotJson);
    /// assert_eq!(body.to_json(), br#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        object_of_strings([(Self::ERROR_CODE, self.error_code.as_str()), (Self::ERROR_MSG, &self.error_msg)])
    }
}

/// Returns the JSON text of an object. The names need no escapes.
fn object_of_strings<const N: usize>(members: [(&str, &str); N]) -> Vec<u8> {
    const PUNCTUATION: usize = r#"{"":"","#.len();
    let lens = members.iter().map(|(name, value)| name.len().saturating_add(value.len()).saturating_add(PUNCTUATION));
    let mut json = Vec::with_capacity(lens.sum());
    for (position, (name, value)) in members.into_iter().enumerate() {
        json.extend_from_slice(if position == 0 { b"{\"" } else { b",\"" });
        json.extend_from_slice(name.as_bytes());
        json.extend_from_slice(b"\":");
        push_string(&mut json, value);
    }
    json.push(b'}');
    json
}

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct(Self::OBJECT.type_name, 2)?;
        body.serialize_field(Self::ERROR_CODE, &self.error_code)?;
        body.serialize_field(Self::ERROR_MSG, &self.error_msg)?;
        body.end()
    }
}

/// Undocumented members are ignored. `error_code` and `error_msg` must not be duplicates.
impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut members: [Result<Option<String>, _>; 2] = [const { Ok(None) }; 2];
        Self::OBJECT.deserialize(deserializer, &mut |position, value| {
            if let Some(member) = members.get_mut(position) {
                *member = FromValue::from_value(value);
            }
        })?;
        match members {
            [Ok(Some(code)), Ok(Some(msg))] => {
                Ok(Self { error_code: ErrorCode::from(code.as_str()), error_msg: msg.into() })
            }
            _ => Err(serde::de::Error::custom("error_code and error_msg must be strings")),
        }
    }
}

/// Writes the code and the message: `LTS.0010: Internal Server Error`.
impl fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| write!(out, "{}: {}", self.error_code, self.error_msg))
    }
}
