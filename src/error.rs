//! The errors of the service, and their wire form.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::api_reference::{ErrorCode, Violation};
use crate::de::{Member, Members};

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
}

impl Serialize for ErrorBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("ErrorBody", 2)?;
        body.serialize_field(Self::ERROR_CODE, &self.error_code)?;
        body.serialize_field(Self::ERROR_MSG, &self.error_msg)?;
        body.end()
    }
}

/// Members that the API reference does not list are ignored. `error_code` and `error_msg` must not occur twice.
impl<'de> Deserialize<'de> for ErrorBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Members::read(deserializer, &[Self::ERROR_CODE, Self::ERROR_MSG])? {
            [Member::Text(code), Member::Text(msg)] => {
                Ok(Self { error_code: ErrorCode::from(code.as_str()), error_msg: msg.into() })
            }
            _ => Err(serde::de::Error::custom("error_code and error_msg must be strings")),
        }
    }
}

impl fmt::Display for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error_code, self.error_msg)
    }
}

/// Makes [`ApiError`] from the rows of the example answers of the API reference.
macro_rules! api_errors {
    ($(
        $(#[$doc:meta])+
        $name:ident $({ $(#[$quoted_doc:meta])+ $quoted:ident: $example:literal })? = $code:ident, $text:literal;
    )+) => {
        /// An error that the service answers with.
        ///
        /// It converts to an [`ErrorBody`] and back without loss: [`Other`](Self::Other) keeps what the [API reference] does
        /// not list.
        ///
        /// ```
        /// use lts_log_dump::{ApiError, ErrorBody, ErrorCode};
        ///
        /// let error = ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() };
        /// assert_eq!(error.code(), ErrorCode::Lts0416);
        /// assert_eq!(error.to_string(), "obs bucket does not exist: zhuanchu");
        /// assert_eq!(error.http_status(), 200);
        /// assert_eq!(ApiError::from(ErrorBody::from(error.clone())), error);
        /// ```
        ///
        /// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
        #[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
        #[non_exhaustive]
        pub enum ApiError {
            $(
                $(#[$doc])+
                ///
                #[doc = concat!("`", code_text!($code), "` `", $text, $("{", stringify!($quoted), "}",)? "`")]
                $name $({
                    $(#[$quoted_doc])+
                    $quoted: String,
                })?,
            )+
            /// A parameter is not as documented.
            ///
            /// Code and message are those of the [`Violation`].
            Violation(Violation),
            /// A code, or a message under a listed code, that the API reference does not list.
            Other(OtherError),
        }

        impl ApiError {
            /// Every error that the API reference lists, with the values that its examples quote.
            ///
            /// ```
            /// use lts_log_dump::{ApiError, ErrorCode};
            ///
            /// let examples = ApiError::examples();
            /// assert!(ErrorCode::LISTED.iter().all(|code| examples.iter().any(|error| error.code() == *code)));
            /// ```
            // Compiled where it is used: in tests and generators.
            #[must_use]
            #[inline]
            pub fn examples() -> Vec<Self> {
                let listed = [$(Self::$name $({ $quoted: $example.into() })?),+];
                listed.into_iter().chain(Violation::ALL.iter().copied().map(Self::Violation)).collect()
            }

            /// The code, for programs.
            #[must_use]
            pub fn code(&self) -> ErrorCode {
                match self {
                    $(Self::$name { .. } => ErrorCode::$code,)+
                    Self::Violation(violation) => violation.code(),
                    Self::Other(other) => other.0.error_code.clone(),
                }
            }

            /// The message, for people.
            #[must_use]
            pub fn message(&self) -> Cow<'static, str> {
                // A message quotes at most one value.
                let (text, quoted): (_, &[&str]) = match self {
                    $(Self::$name $({ $quoted })? => ($text, &[$($quoted)?]),)+
                    Self::Violation(violation) => (violation.message(), &[]),
                    Self::Other(other) => return other.0.error_msg.clone(),
                };
                match quoted {
                    [] => Cow::Borrowed(text),
                    quoted => Cow::Owned(core::iter::once(&text).chain(quoted).copied().collect()),
                }
            }

            /// The documented error with this code and message.
            #[inline]
            fn documented(code: &ErrorCode, message: &str) -> Option<Self> {
                match code {
                    $(ErrorCode::$code => {
                        let rest = message.strip_prefix($text)?;
                        let quotes = !<[&str]>::is_empty(&[$(stringify!($quoted))?]);
                        (quotes || rest.is_empty()).then(|| Self::$name $({ $quoted: rest.into() })?)
                    })+
                    _ => Violation::ALL
                        .iter()
                        .find(|violation| violation.code() == *code && violation.message() == message)
                        .map(|violation| Self::Violation(*violation)),
                }
            }
        }
    };
}

api_errors! {
    /// The body is not a JSON object.
    NotJson = Lts0007, "The request body format must be json";
    /// The service failed.
    InternalServerError = Lts0010, "Internal Server Error";
    /// The project has no such log group.
    LogGroupNotFound = Lts0201, "The log group does not existed";
    /// A log stream is already transferred.
    LogStreamAssociated {
        /// The ID of the log stream, as text: the API reference quotes one that is not a valid ID.
        log_stream_id: "632b9bdc-5afd-4666-a5de-2579f8b80314"
    } = Lts0207, "Log stream id is associated by transfer: ";
    /// The log group has no such log stream.
    LogStreamNotFound {
        /// The ID of the log stream, as text: the API reference quotes one that is not a valid ID.
        log_stream_id: "632b9bdc-5afd-4666-a5de-2579f8b80314-"
    } = Lts0208, "Log stream id does not exist: ";
    /// There is no such bucket.
    ObsBucketNotFound {
        /// The name of the bucket.
        obs_bucket_name: "zhuanchu"
    } = Lts0416, "obs bucket does not exist: ";
}

impl ApiError {
    /// The error with this code and message.
    #[inline]
    pub(crate) fn new(error_code: ErrorCode, message: Cow<'_, str>) -> Self {
        Self::documented(&error_code, &message).unwrap_or_else(|| {
            Self::Other(OtherError(ErrorBody { error_code, error_msg: message.into_owned().into() }))
        })
    }

    /// The HTTP status that the API reference gives for the error: that of its [code](ErrorCode::http_status).
    #[must_use]
    pub fn http_status(&self) -> u16 {
        self.code().http_status()
    }
}

/// The [message](ApiError::message).
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message())
    }
}

impl From<Violation> for ApiError {
    fn from(violation: Violation) -> Self {
        Self::Violation(violation)
    }
}

impl From<ErrorBody> for ApiError {
    // Compiled where it is used, because a server does not read errors.
    #[inline]
    fn from(body: ErrorBody) -> Self {
        Self::new(body.error_code, body.error_msg)
    }
}

impl From<ApiError> for ErrorBody {
    fn from(error: ApiError) -> Self {
        Self { error_code: error.code(), error_msg: error.message() }
    }
}

impl From<Violation> for ErrorBody {
    fn from(violation: Violation) -> Self {
        ApiError::from(violation).into()
    }
}

/// An error that the API reference does not list.
///
/// Only [`ApiError::from`] makes it, so each error has exactly one form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OtherError(ErrorBody);

impl OtherError {
    /// The error as it was on the wire.
    #[must_use]
    pub const fn body(&self) -> &ErrorBody {
        &self.0
    }
}
