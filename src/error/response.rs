//! The answers of the service.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ApiError, ErrorBody};
use crate::api_reference::ErrorCode;
use crate::json::{Cursor, FromValue, Kind, NotAString, Object};
use crate::value::{InvalidLogDumpObsId, LogDumpObsId};

/// The answer that a transfer task was created: Table 4 of the [API reference].
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsResponseBody, LogDumpObsId};
///
/// let answer = CreateLogDumpObsResponseBody::from_answer(
///     201,
///     br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#,
/// )?;
/// assert_eq!(answer.log_dump_obs_id, LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968")?);
///
/// assert!(serde_json::from_str::<CreateLogDumpObsResponseBody>(r#"{"log_dump_obs_id":"short"}"#).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a struct expression is the way to write an answer down")]
pub struct CreateLogDumpObsResponseBody {
    /// The ID of the transfer task: `log_dump_obs_id`.
    pub log_dump_obs_id: LogDumpObsId,
}

impl CreateLogDumpObsResponseBody {
    /// The HTTP status of this answer.
    pub const HTTP_STATUS: u16 = 201;

    pub(crate) const LOG_DUMP_OBS_ID: &str = "log_dump_obs_id";

    const OBJECT: Object = Object {
        type_name: "CreateLogDumpObsResponseBody",
        names: &[Self::LOG_DUMP_OBS_ID],
        kinds: &[Kind::String],
        find: |name| (name == Self::LOG_DUMP_OBS_ID.as_bytes()).then_some(0),
    };

    /// Reads an answer of the service.
    ///
    /// The body decides, never the status: the API reference lists most errors under 200, *the request is successful*.
    /// Members that it does not name are ignored.
    ///
    /// # Errors
    ///
    /// - The body has an `error_code` and an `error_msg`: [`AnswerError::Api`], under any status.
    /// - The body is neither that nor the ID of a task, or both: [`AnswerError::Unexpected`], which keeps all that came.
    ///
    /// ```
    /// use lts_log_dump::{AnswerError, ApiError, CreateLogDumpObsResponseBody};
    ///
    /// let body = br#"{"error_code":"LTS.0201","error_msg":"The log group does not existed"}"#;
    /// assert_eq!(
    ///     CreateLogDumpObsResponseBody::from_answer(200, body),
    ///     Err(AnswerError::Api(ApiError::LogGroupNotFound))
    /// );
    /// assert_eq!(
    ///     CreateLogDumpObsResponseBody::from_answer(502, b"<html>"),
    ///     Err(AnswerError::Unexpected { status: 502, body: (*b"<html>").into() })
    /// );
    /// ```
    // Compiled where it is used: a server reads no answers.
    #[inline]
    pub fn from_answer(status: u16, body: &[u8]) -> Result<Self, AnswerError> {
        let unexpected = || AnswerError::Unexpected { status, body: body.into() };
        let members = core::str::from_utf8(body).ok().and_then(members).ok_or_else(unexpected)?;
        match members {
            [Ok(Some(code)), Ok(Some(message)), Ok(None)] => {
                Err(AnswerError::Api(ApiError::new(ErrorCode::from(&*code), message)))
            }
            [Ok(None), _, Ok(Some(id))] => match LogDumpObsId::new(id) {
                Ok(log_dump_obs_id) => Ok(Self { log_dump_obs_id }),
                Err(_) => Err(unexpected()),
            },
            _ => Err(unexpected()),
        }
    }
}

/// A member that is a string, or absent.
type StringMember<T> = Result<Option<T>, NotAString>;

/// Reads the members of an answer: code and message of an error, and the ID of a task.
// Compiled where it is used: a server reads no answers.
#[inline]
fn members(text: &str) -> Option<[StringMember<Cow<'_, str>>; 3]> {
    let names = [ErrorBody::ERROR_CODE, ErrorBody::ERROR_MSG, CreateLogDumpObsResponseBody::LOG_DUMP_OBS_ID];
    let mut members = [const { None }; 3];
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
    (!is_repeated).then(|| members.map(|member| member.unwrap_or(Ok(None))))
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

/// Why no task was reported as created.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// The service answered with an error.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// The answer is neither an error of the service nor the ID of a task.
    ///
    /// It is kept whole: it may still hold the ID of a task that exists.
    #[error("unexpected answer with HTTP status {status}")]
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// The body, byte for byte.
        body: Box<[u8]>,
    },
}
