//! The errors of the service.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::ErrorBody;
use crate::api_reference::{ErrorCode, Violation};
use crate::json::pad;

/// Makes [`ApiError`] from the example responses in the API reference.
macro_rules! api_errors {
    ($(
        $(#[$doc:meta])+
        $name:ident $({ $(#[$quoted_doc:meta])+ $quoted:ident: $example:literal })? = $code:ident, $text:literal;
    )+) => {
        /// An error that the service returns.
        ///
        /// It converts to an [`ErrorBody`] and back without loss: [`Other`](Self::Other) keeps codes and messages that the
        /// [API reference] does not list. To recognize an error, compare its [`code`](Self::code), because the service sends
        /// other messages under the same codes.
        ///
        /// ```
        /// use lts_log_dump::{ApiError, ErrorBody, ErrorCode};
        ///
        /// let error = ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() };
        /// assert_eq!(error.code(), ErrorCode::Lts0416);
        /// assert_eq!(error.message(), "obs bucket does not exist: zhuanchu");
        /// assert_eq!(error.to_string(), "LTS.0416: obs bucket does not exist: zhuanchu");
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
            /// A parameter is invalid. The code and the message are the violation's.
            Violation(Violation),
            /// An unlisted code, or an unlisted message under a listed code.
            Other(OtherError),
        }

        impl ApiError {
            /// Returns every error that the API reference lists, with the values in its examples.
            // `#[inline]` so that only tests and generators compile it.
            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub fn examples() -> Vec<Self> {
                let listed = [$(Self::$name $({ $quoted: $example.into() })?),+];
                listed.into_iter().chain(Violation::ALL.iter().copied().map(Self::Violation)).collect()
            }

            /// Returns the code, for programs.
            #[must_use]
            pub fn code(&self) -> ErrorCode {
                match self {
                    $(Self::$name { .. } => ErrorCode::$code,)+
                    Self::Violation(violation) => violation.code(),
                    Self::Other(other) => other.0.error_code.clone(),
                }
            }

            /// Returns the message, for people.
            #[must_use]
            pub fn message(&self) -> Cow<'static, str> {
                // A message quotes at most one value.
                let (text, quoted): (_, &[&str]) = match self {
                    $(Self::$name $({ $quoted })? => ($text, &[$($quoted)?]),)+
                    Self::Violation(violation) => (violation.message(), &[]),
                    Self::Other(other) => return other.0.error_msg.clone(),
                };
                if let [quoted] = quoted { Cow::Owned([text, quoted].concat()) } else { Cow::Borrowed(text) }
            }

            /// Returns the documented error with this code and message.
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
        /// The ID of the log stream. It is a string, because the API reference quotes one that is not a valid ID.
        log_stream_id: "632b9bdc-5afd-4666-a5de-2579f8b80314"
    } = Lts0207, "Log stream id is associated by transfer: ";
    /// The log group has no such log stream.
    LogStreamNotFound {
        /// The ID of the log stream. It is a string, because the API reference quotes one that is not a valid ID.
        log_stream_id: "632b9bdc-5afd-4666-a5de-2579f8b80314-"
    } = Lts0208, "Log stream id does not exist: ";
    /// There is no such bucket.
    ObsBucketNotFound {
        /// The name of the bucket.
        obs_bucket_name: "zhuanchu"
    } = Lts0416, "obs bucket does not exist: ";
}

impl ApiError {
    /// Creates the error with this code and message.
    #[inline]
    pub(crate) fn new(error_code: ErrorCode, message: Cow<'_, str>) -> Self {
        Self::documented(&error_code, &message).unwrap_or_else(|| {
            Self::Other(OtherError(ErrorBody { error_code, error_msg: message.into_owned().into() }))
        })
    }

    /// Returns the HTTP status that the API reference lists for the [code](ErrorCode::http_status).
    #[must_use]
    pub fn http_status(&self) -> u16 {
        self.code().http_status()
    }
}

/// Writes the code and the [message](ApiError::message).
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| write!(out, "{}: {}", self.code(), self.message()))
    }
}

impl From<Violation> for ApiError {
    fn from(violation: Violation) -> Self {
        Self::Violation(violation)
    }
}

impl From<ErrorBody> for ApiError {
    // `#[inline]` so that servers, which read no errors, do not compile it.
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
/// Only [`ApiError::from`] creates it, so each error has exactly one form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OtherError(ErrorBody);

impl OtherError {
    /// Returns the error as it was on the wire.
    #[must_use]
    pub const fn body(&self) -> &ErrorBody {
        &self.0
    }
}
