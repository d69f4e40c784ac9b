//! The errors of requests and responses, and their form on the wire.

mod api_error;
mod not_json;
mod rejection;
mod response;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use serde::de::Error as _;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use api_error::{ApiError, OtherError};
pub use not_json::NotJson;
pub use rejection::Rejection;
pub use response::{AnswerError, CreateLogDumpObsResponseBody};

use crate::api_reference::ErrorCode;
use crate::json::{FromValue, Kind, NotAString, Object, pad, push_string, read_value};

/// The wire form of an error: `{"error_code": …, "error_msg": …}`.
///
/// Tables 5, 6 and 7 of the [API reference] document it for the statuses 400, 403 and 500.
///
/// ```
/// use lts_log_dump::{ApiError, ErrorBody};
///
/// let body = ErrorBody::from(ApiError::InternalServerError);
/// assert_eq!(body.to_json(), br#"{"error_code":"LTS.0010","error_msg":"Internal Server Error"}"#);
/// assert_eq!(serde_json::from_slice::<ErrorBody>(&body.to_json())?, body);
///
/// assert!(serde_json::from_str::<ErrorBody>(r#"{"error_code":"LTS.0010"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
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

    fn values(&self) -> [&str; 2] {
        [self.error_code.as_str(), &self.error_msg]
    }

    /// Returns the JSON text, exactly as [`Serialize`] writes it, but faster.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        Self::json_of(self.values())
    }
}

impl StringObject<2> for ErrorBody {
    const TYPE_NAME: &'static str = "ErrorBody";
    const NAMES: &'static [&'static str; 2] = &[Self::ERROR_CODE, Self::ERROR_MSG];
}

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize_strings(self.values(), serializer)
    }
}

/// Undocumented members are ignored. `error_code` and `error_msg` must not be duplicates.
impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Self::deserialize_strings(deserializer)? {
            [Ok(Some(code)), Ok(Some(error_msg))] => Ok(Self { error_code: ErrorCode::from(&*code), error_msg }),
            _ => Err(D::Error::custom("error_code and error_msg must be strings")),
        }
    }
}

/// Writes the code and the message: `LTS.0010: Internal Server Error`.
impl fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| write!(out, "{}: {}", self.error_code, self.error_msg))
    }
}

/// A member that must be a string. Absent and `null` are `None`.
type StringMember<'a> = Result<Option<Cow<'a, str>>, NotAString>;

/// An object whose documented members are strings. Their names need no escapes.
trait StringObject<const N: usize> {
    const TYPE_NAME: &'static str;
    const NAMES: &'static [&'static str; N];

    fn json_of(values: [&str; N]) -> Vec<u8> {
        // Most errors have fewer bytes.
        let mut json = Vec::with_capacity(128);
        for (name, value) in Self::NAMES.iter().zip(values) {
            json.extend_from_slice(if json.is_empty() { b"{\"" } else { b",\"" });
            json.extend_from_slice(name.as_bytes());
            json.extend_from_slice(b"\":");
            push_string(&mut json, value);
        }
        json.push(b'}');
        json
    }

    fn serialize_strings<S: Serializer>(values: [&str; N], serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct(Self::TYPE_NAME, N)?;
        for (name, value) in Self::NAMES.iter().zip(values) {
            object.serialize_field(name, value)?;
        }
        object.end()
    }

    fn deserialize_strings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[StringMember<'static>; N], D::Error> {
        let kinds = const { &[Kind::String; N] };
        let find = |name: &[u8]| Self::NAMES.iter().position(|known| known.as_bytes() == name);
        let object = Kind::Object(Object { type_name: Self::TYPE_NAME, names: Self::NAMES, kinds, find });
        let mut members = [const { Ok(None) }; N];
        read_value(object, deserializer, &mut |position, value| {
            if let Some(member) = members.get_mut(position) {
                *member = FromValue::from_value(value);
            }
        })?;
        Ok(members)
    }
}

/// Writes a message. `{:#}` appends the details.
fn fmt_message(f: &mut fmt::Formatter<'_>, message: &str, details: Option<&dyn fmt::Display>) -> fmt::Result {
    match details.filter(|_| f.alternate()) {
        Some(details) => pad(f, &|out| write!(out, "{message} ({details})")),
        None => f.pad(message),
    }
}
