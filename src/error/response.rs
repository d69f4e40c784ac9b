//! The responses of the service.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ApiError, ErrorBody, StringMember, StringObject};
use crate::api_reference::ErrorCode;
use crate::json::{Cursor, FromValue, NotAString, NotJsonReason, pad};
use crate::value::{InvalidLogDumpObsId, LogDumpObsId};

/// The response that a transfer task was created: Table 4 of the [API reference].
///
/// ```
/// use lts_log_dump::CreateLogDumpObsResponseBody;
///
/// let json = br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
/// let created = CreateLogDumpObsResponseBody::from_answer(201, json)?;
/// assert_eq!(created.log_dump_obs_id, "45fdc36b-xxxx-4567-xxxx-559xxxxdf968");
/// assert_eq!(created.to_json(), json);
///
/// assert!(serde_json::from_str::<CreateLogDumpObsResponseBody>(r#"{"log_dump_obs_id":"short"}"#).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "the API reference documents this member")]
pub struct CreateLogDumpObsResponseBody {
    /// The ID of the transfer task: `log_dump_obs_id`.
    pub log_dump_obs_id: LogDumpObsId,
}

impl CreateLogDumpObsResponseBody {
    /// The HTTP status of this response.
    pub const HTTP_STATUS: u16 = 201;

    pub(crate) const LOG_DUMP_OBS_ID: &str = "log_dump_obs_id";

    /// Reads a response of the service.
    ///
    /// The result depends on the body, because the API reference lists most errors under the status 200. Undocumented members
    /// are ignored, except the `request_id` of an error.
    ///
    /// # Errors
    ///
    /// - The body has an `error_code` and an `error_msg`: [`AnswerError::Api`], under any status.
    /// - The body has neither an error nor the ID of a task, or both: [`AnswerError::Unexpected`].
    // `#[inline]` so that servers, which read no responses, do not compile it.
    #[inline]
    pub fn from_answer(status: u16, body: &[u8]) -> Result<Self, AnswerError> {
        let unexpected = || AnswerError::Unexpected { status, body: body.into() };
        let (members, request_id) = core::str::from_utf8(body).ok().and_then(members).ok_or_else(unexpected)?;
        match members {
            [Ok(Some(code)), Ok(Some(message)), Ok(None)] => {
                let error = ApiError::new(ErrorCode::from(&*code), message);
                Err(AnswerError::Api { status, error, request_id: request_id.map(Box::from) })
            }
            [Ok(None), _, Ok(Some(id))] => {
                LogDumpObsId::new(id).map(|log_dump_obs_id| Self { log_dump_obs_id }).map_err(|_| unexpected())
            }
            _ => Err(unexpected()),
        }
    }

    /// Returns the JSON text, exactly as [`Serialize`] writes it, but faster.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        Self::json_of([self.log_dump_obs_id.as_str()])
    }
}

/// The member with which the gateway in front of the service identifies a request. The API reference does not list it.
const REQUEST_ID: &str = "request_id";

/// The code and the message of an error, the ID of a task, and the ID of the request.
type Members<'a> = ([StringMember<'a>; 3], Option<Cow<'a, str>>);

/// Returns the members, or `None` if the text is not an object, or a documented member is a duplicate or has a lone surrogate.
// `#[inline]` so that servers, which read no responses, do not compile it.
#[inline]
fn members(text: &str) -> Option<Members<'_>> {
    let names = [ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG, CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID];
    let (mut members, mut request_id) = ([const { None }; 3], None);
    let cursor = Cursor::new(text).skip_space();
    if cursor.peek() != Some(b'{') {
        return None;
    }
    let end = cursor.sequence(b'}', |cursor| {
        let (name, cursor) = cursor.name()?;
        let cursor = cursor.expect(b':')?;
        let member = names.iter().zip(&mut members).find_map(|(known, member)| (*known == name).then_some(member));
        match (member, cursor.plain_string()) {
            (Some(Some(_)), _) => cursor.fail(NotJsonReason::Syntax),
            (Some(member), Some((string, after))) => {
                *member = Some(Ok(Some(Cow::Borrowed(string))));
                Ok(after)
            }
            (Some(member), None) => cursor.value(&mut |value| *member = Some(FromValue::from_value(value))),
            (None, _) if name == REQUEST_ID && request_id.is_none() && cursor.peek() == Some(b'"') => {
                let (id, after) = cursor.name()?;
                request_id = Some(id);
                Ok(after)
            }
            (None, _) => cursor.skip(),
        }
    });
    end.and_then(Cursor::expect_end).ok()?;
    Some((members.map(|member| member.unwrap_or(Ok(None))), request_id.filter(|id| !id.is_empty())))
}

impl StringObject<1> for CreateLogDumpObsResponseBody {
    const TYPE_NAME: &'static str = "CreateLogDumpObsResponseBody";
    const NAMES: &'static [&'static str; 1] = &[Self::LOG_DUMP_OBS_ID];
}

impl Serialize for CreateLogDumpObsResponseBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize_strings([self.log_dump_obs_id.as_str()], serializer)
    }
}

impl<'de> Deserialize<'de> for CreateLogDumpObsResponseBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [id] = Self::deserialize_strings(deserializer)?;
        match id {
            Ok(Some(id)) => LogDumpObsId::new(id).map(|log_dump_obs_id| Self { log_dump_obs_id }),
            Ok(None) => return Err(D::Error::missing_field(Self::LOG_DUMP_OBS_ID)),
            Err(NotAString) => Err(InvalidLogDumpObsId),
        }
        .map_err(D::Error::custom)
    }
}

/// The error of a response that does not report a created task.
///
/// ```
/// use lts_log_dump::CreateLogDumpObsResponseBody;
///
/// let body = br#"{"error_msg":"Incorrect IAM authentication information","error_code":"APIGW.0301","request_id":"7f2c"}"#;
/// let error = CreateLogDumpObsResponseBody::from_answer(401, body).unwrap_err();
/// assert_eq!(error.to_string(), "APIGW.0301: Incorrect IAM authentication information (request_id: 7f2c)");
/// assert_eq!((error.status(), error.is_transient()), (401, false));
///
/// let error = CreateLogDumpObsResponseBody::from_answer(502, b"<html>\r\n").unwrap_err();
/// assert_eq!(error.to_string(), "unexpected response with HTTP status 502: <html>\\r\\n");
/// assert!(error.is_transient());
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// The service or its gateway returned an error.
    Api {
        /// The HTTP status. It does not identify the error: most errors have the status 200.
        status: u16,
        /// The error. Compare its [`code`](ApiError::code), because the message varies.
        error: ApiError,
        /// `request_id`, which the gateway adds and the support asks for. `None` if it is missing, empty or not a string, or has
        /// a lone surrogate.
        request_id: Option<Box<str>>,
    },
    /// The response is neither an error of the service nor the ID of a task. `Debug` and `Display` show its start.
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// The whole body, because it may contain the ID of a task that exists.
        body: Box<[u8]>,
    },
}

impl AnswerError {
    /// Returns the HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Api { status, .. } | Self::Unexpected { status, .. } => *status,
        }
    }

    /// Returns whether the same request may succeed later: the status is 429, 500, 502, 503 or 504, or the code is `LTS.0010`.
    ///
    /// Wait longer before each attempt, and limit their number. If a failed request has created the task, the next one gets
    /// [`ErrorCode::Lts0207`].
    #[must_use]
    pub fn is_transient(&self) -> bool {
        let is_internal = matches!(self, Self::Api { error, .. } if error.code() == ErrorCode::Lts0010);
        is_internal || matches!(self.status(), 429 | 500 | 502 | 503 | 504)
    }
}

/// Writes the code, the message and the request ID of an error, or the status and the start of an unexpected body.
impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| match self {
            Self::Api { error, request_id: None, .. } => write!(out, "{error}"),
            Self::Api { error, request_id: Some(id), .. } => {
                write!(out, "{error} (request_id: {})", excerpt(id.as_bytes()))
            }
            Self::Unexpected { status, body } => {
                write!(out, "unexpected response with HTTP status {status}: {}", excerpt(body))
            }
        })
    }
}

impl fmt::Debug for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api { status, error, request_id } => {
                let mut api = f.debug_struct("Api");
                api.field("status", status).field("error", error).field("request_id", request_id).finish()
            }
            Self::Unexpected { status, body } => {
                let mut unexpected = f.debug_struct("Unexpected");
                unexpected.field("status", status).field("body", &format_args!("\"{}\"", excerpt(body))).finish()
            }
        }
    }
}

/// Returns the start of a body with escaped control characters, and the body's length if it is cut. Quotes and backslashes are
/// not escaped, because most bodies have some.
fn excerpt(body: &[u8]) -> String {
    const MAX_CHARACTERS: usize = 500;
    let text = String::from_utf8_lossy(body);
    let mut shown = String::new();
    for character in text.chars().take(MAX_CHARACTERS) {
        match character {
            '"' | '\'' | '\\' => shown.push(character),
            _ => shown.extend(character.escape_debug()),
        }
    }
    if text.chars().nth(MAX_CHARACTERS).is_some() { format!("{shown}… ({} bytes)", body.len()) } else { shown }
}
