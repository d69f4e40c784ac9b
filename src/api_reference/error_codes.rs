//! The error codes of the API reference.

use alloc::boxed::Box;
use alloc::string::String;

use serde::{Deserialize, Deserializer};

/// Makes [`ErrorCode`] from the rows.
macro_rules! error_codes {
    ($($name:ident = $code:literal, $status:literal, $about:literal;)+) => {
        /// The code of an error: `error_code` on the wire.
        ///
        /// The service sends codes that the [API reference] does not list. They are kept, so parsing a code never fails.
        ///
        /// ```
        /// use lts_log_dump::ErrorCode;
        ///
        /// assert_eq!(ErrorCode::from("LTS.0007"), ErrorCode::Lts0007);
        /// assert_eq!(ErrorCode::Lts0007.as_str(), "LTS.0007");
        /// assert_eq!(ErrorCode::from("LTS.0009").as_str(), "LTS.0009");
        /// ```
        ///
        /// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorCode {
            $(
                #[doc = concat!("`", $code, "`, with the status ", $status, ": ", $about, ".")]
                $name,
            )+
            /// A code that the API reference does not list.
            Unlisted(UnlistedErrorCode),
        }

        impl ErrorCode {
            /// The codes that the API reference lists, in ascending order.
            pub const LISTED: &[Self] = &[$(Self::$name),+];

            /// Returns the code as it is on the wire.
            #[must_use]
            pub const fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $code,)+
                    Self::Unlisted(code) => code.as_str(),
                }
            }

            /// Returns the HTTP status in the API reference, which is 200 for most errors.
            ///
            /// An unlisted code has the status of an internal error, 500.
            #[must_use]
            pub const fn http_status(&self) -> u16 {
                match self {
                    $(Self::$name => $status,)+
                    Self::Unlisted(_) => 500,
                }
            }
        }

        impl From<&str> for ErrorCode {
            fn from(code: &str) -> Self {
                match code {
                    $($code => Self::$name,)+
                    _ => Self::Unlisted(UnlistedErrorCode(code.into())),
                }
            }
        }

        /// A code as a literal.
        macro_rules! code_text {
            $(
                ($name) => {
                    $code
                };
            )+
        }
    };
}

error_codes! {
    Lts0001 = "LTS.0001", 403, "the project is rejected";
    Lts0007 = "LTS.0007", 400, "the body is not JSON";
    Lts0010 = "LTS.0010", 500, "an internal error";
    Lts0201 = "LTS.0201", 200, "the log group is unknown";
    Lts0207 = "LTS.0207", 200, "the log stream is being transferred already";
    Lts0208 = "LTS.0208", 200, "the log stream is unknown";
    Lts0416 = "LTS.0416", 200, "the bucket is unknown";
    Lts1901 = "LTS.1901", 200, "a value is not one of the listed ones";
    Lts1902 = "LTS.1902", 200, "a parameter is missing, or not provided as documented";
}

/// An error code that the API reference does not list.
///
/// Only [`ErrorCode::from`] creates it, so each code has exactly one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnlistedErrorCode(Box<str>);

impl UnlistedErrorCode {
    /// Returns the code as it is on the wire.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for ErrorCode {
    fn from(code: String) -> Self {
        Self::from(code.as_str())
    }
}

impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
