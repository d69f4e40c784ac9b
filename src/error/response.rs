//! The responses of the service.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ApiError, ErrorBody, object_of_strings};
use crate::api_reference::ErrorCode;
use crate::json::{Cursor, FromValue, Kind, NotAString, Object, pad};
use crate::value::{InvalidLogDumpObsId, LogDumpObsId};

/// The response that a transfer task was created: Table 4 of the [API reference].
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsResponseBody, LogDumpObsId};
///
/// let created = CreateLogDumpObsResponseBody::from_answer(
///     201,
///     br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#,
/// )?;
/// assert_eq!(created.log_dump_obs_id, LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968")?);
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

    const OBJECT: Object = Object {
        type_name: "CreateLogDumpObsResponseBody",
        names: &[Self::LOG_DUMP_OBS_ID],
        kinds: &[Kind::String],
        find: |name| (name == Self::LOG_DUMP_OBS_ID.as_bytes()).then_some(0),
    };

    /// Reads a response of the service.
    ///
    /// The body decides whether it is an error, never the status: the API reference lists most errors under 200. Undocumented
    /// members are ignored, except the `request_id` of an error.
    ///
    /// # Errors
    ///
    /// - The body has an `error_code` and an `error_msg`: [`AnswerError::Api`], under any status.
    /// - The body has neither an error nor the ID of a task, or both: [`AnswerError::Unexpected`], which keeps the whole body.
    ///
    /// ```
    /// use lts_log_dump::{AnswerError, CreateLogDumpObsResponseBody, ErrorCode};
    ///
    /// let body = br#"{"error_code":"LTS.0201","error_msg":"The log group is not existed"}"#;
    /// let Err(AnswerError::Api { error, .. }) = CreateLogDumpObsResponseBody::from_answer(200, body) else {
    ///     unreachable!("the body is an error");
    /// };
    /// // The code identifies the error. Its message varies between regions.
    /// assert_eq!(error.code(), ErrorCode::Lts0201);
    ///
    /// assert_eq!(
    ///     CreateLogDumpObsResponseBody::from_answer(502, b"<html>"),
    ///     Err(AnswerError::Unexpected { status: 502, body: (*b"<html>").into() })
    /// );
    /// ```
    // `#[inline]` so that servers, which read no responses, do not compile it.
    #[inline]
    pub fn from_answer(status: u16, body: &[u8]) -> Result<Self, AnswerError> {
        let unexpected = || AnswerError::Unexpected { status, body: body.into() };
        let (members, request_id) = core::str::from_utf8(body).ok().and_then(members).ok_or_else(unexpected)?;
        match members {
            [Ok(Some(code)), Ok(Some(message)), Ok(None)] => Err(AnswerError::Api {
                status,
                error: ApiError::new(ErrorCode::from(&*code), message),
                request_id: request_id.map(Box::from),
            }),
            [Ok(None), _, Ok(Some(id))] => match LogDumpObsId::new(id) {
                Ok(log_dump_obs_id) => Ok(Self { log_dump_obs_id }),
                Err(_) => Err(unexpected()),
            },
            _ => Err(unexpected()),
        }
    }

    /// Returns the JSON text, exactly as [`Serialize`] writes it, but faster.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsResponseBody, LogDumpObsId, literal};
    ///
    /// let log_dump_obs_id = literal!(LogDumpObsId, "45fdc36b-xxxx-4567-xxxx-559xxxxdf968");
    /// assert_eq!(
    ///     CreateLogDumpObsResponseBody { log_dump_obs_id }.to_json(),
    ///     br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#
    /// );
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        object_of_strings([(Self::LOG_DUMP_OBS_ID, self.log_dump_obs_id.as_str())])
    }
}

/// A member that is a string, or absent.
type StringMember<T> = Result<Option<T>, NotAString>;

/// The code and the message of an error, the ID of a task, and the ID of the request.
type Members<'a> = ([StringMember<Cow<'a, str>>; 3], Option<Cow<'a, str>>);

// `#[inline]` so that servers, which read no responses, do not compile it.
#[inline]
fn members(text: &str) -> Option<Members<'_>> {
    let names = [ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG, CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID];
    let mut members = [const { None }; 3];
    let mut request_id = None;
    let cursor = Cursor::new(text).skip_space();
    if cursor.peek() != Some(b'{') {
        return None;
    }
    let mut is_repeated = false;
    let end = cursor.sequence(b'}', |cursor| {
        let (name, cursor) = match cursor.plain_string() {
            Some((name, after)) => (Cow::Borrowed(name), after),
            None => cursor.name()?,
        };
        let cursor = cursor.expect(b':')?;
        let Some((_, member)) = names.iter().zip(&mut members).find(|(known, _)| **known == name) else {
            if name == REQUEST_ID && request_id.is_none() && cursor.peek() == Some(b'"') {
                let (id, after) = cursor.name()?;
                request_id = Some(id);
                return Ok(after);
            }
            return cursor.skip();
        };
        is_repeated |= member.is_some();
        if let Some((string, after)) = cursor.plain_string() {
            *member = Some(Ok(Some(Cow::Borrowed(string))));
            return Ok(after);
        }
        cursor.value(&mut |value| {
            let string: StringMember<String> = FromValue::from_value(value);
            *member = Some(string.map(|string| string.map(Cow::Owned)));
        })
    });
    end.and_then(Cursor::expect_end).ok()?;
    (!is_repeated).then(|| (members.map(|member| member.unwrap_or(Ok(None))), request_id.filter(|id| !id.is_empty())))
}

impl Serialize for CreateLogDumpObsResponseBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct(Self::OBJECT.type_name, 1)?;
        body.serialize_field(Self::LOG_DUMP_OBS_ID, &self.log_dump_obs_id)?;
        body.end()
    }
}

impl<'de> Deserialize<'de> for CreateLogDumpObsResponseBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut id: StringMember<String> = Ok(None);
        Self::OBJECT.deserialize(deserializer, &mut |_, value| id = FromValue::from_value(value))?;
        match id {
            Ok(Some(id)) => LogDumpObsId::new(id).map_err(serde::de::Error::custom),
            Err(NotAString) => Err(serde::de::Error::custom(InvalidLogDumpObsId)),
            Ok(None) => Err(serde::de::Error::missing_field(Self::LOG_DUMP_OBS_ID)),
        }
        .map(|log_dump_obs_id| Self { log_dump_obs_id })
    }
}

/// The member with which the gateway in front of the service identifies a request. The API reference does not list it.
const REQUEST_ID: &str = "request_id";

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
    /// The service, or the gateway in front of it, returned an error.
    Api {
        /// The HTTP status. It does not identify the error: most errors have the status 200.
        status: u16,
        /// The error. Compare its [`code`](ApiError::code), because the message varies.
        error: ApiError,
        /// The ID of the request, which the gateway adds and the support asks for: `request_id`. `None` if it is empty, has a lone
        /// surrogate, or is not a string.
        request_id: Option<Box<str>>,
    },
    /// The response is neither an error of the service nor the ID of a task.
    ///
    /// It is kept whole, because it may still contain the ID of a task that exists. `Debug` and `Display` show its start.
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// The body, byte for byte.
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

    /// Whether the same request may succeed later: the status is 429, 500, 502, 503 or 504, or the code is `LTS.0010`.
    ///
    /// Wait before you repeat the request, longer each time, and limit the number of attempts. The failed request may have created
    /// the task. If so, expect [`ErrorCode::Lts0207`] for the next one.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        let is_internal = matches!(self, Self::Api { error, .. } if error.code() == ErrorCode::Lts0010);
        is_internal || matches!(self.status(), 429 | 500 | 502 | 503 | 504)
    }
}

/// Writes the code, the message and the request ID of an error, or the status and the start of an unexpected body. Control
/// characters of the ID and the body are escaped.
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
        let (name, status) = (if let Self::Api { .. } = self { "Api" } else { "Unexpected" }, self.status());
        let mut variant = f.debug_struct(name);
        variant.field("status", &status);
        match self {
            Self::Api { error, request_id, .. } => variant.field("error", error).field("request_id", request_id),
            Self::Unexpected { body, .. } => variant.field("body", &format_args!("\"{}\"", excerpt(body))),
        }
        .finish()
    }
}

/// Returns the start of a body, and its length if it is cut. Quotes and backslashes are not escaped, because most bodies have some.
fn excerpt(body: &[u8]) -> String {
    const MAX_CHARACTERS: usize = 500;
    let mut characters = body.utf8_chunks().flat_map(|chunk| {
        let invalid = (!chunk.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER);
        chunk.valid().chars().chain(invalid)
    });
    let mut text = String::new();
    for character in characters.by_ref().take(MAX_CHARACTERS) {
        match character {
            '"' | '\'' | '\\' => text.push(character),
            _ => text.extend(character.escape_debug()),
        }
    }
    if characters.next().is_some() { format!("{text}… ({} bytes)", body.len()) } else { text }
}
