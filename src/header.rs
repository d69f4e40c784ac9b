//! The headers of the request.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use subtle::ConstantTimeEq;

use crate::violation::Violation;

/// Makes [`AuthToken`] with its bounds in the docs.
macro_rules! auth_token {
    ($min:literal to $max:literal) => {
        /// A user token: a secret.
        ///
        #[doc = concat!(
                    "Always ", $min, " to ", $max, " visible ASCII characters, `[", characters!(visible class),
                    "]`. On the wire: ",
                    field_doc!(AuthToken), "."
                )]
        ///
        /// It is not shown by `Debug`, has no `Display`, is in no error, and is compared in constant time.
        ///
        /// ```
        /// use lts_log_dump::{AuthToken, Violation};
        ///
        /// let token = AuthToken::new("x".repeat(AuthToken::MIN_LEN))?;
        /// assert_eq!(format!("{token:?}"), "AuthToken(\"…\")");
        /// assert_eq!(AuthToken::new("too short"), Err(Violation::InvalidAuthToken));
        /// # Ok::<(), Violation>(())
        /// ```
        #[derive(Clone, Eq)]
        pub struct AuthToken(Box<str>);

        impl AuthToken {
            /// The least number of characters.
            pub const MIN_LEN: usize = $min;
            /// The greatest number of characters.
            pub const MAX_LEN: usize = $max;

            /// The only gate.
            ///
            /// # Errors
            ///
            #[doc = concat!(
                        "Fewer than ", $min, " or more than ", $max, " characters, or one that is no visible ASCII: ",
                        error_doc!(InvalidAuthToken)
                    )]
            pub fn new(token: impl AsRef<str>) -> Result<Self, Violation> {
                // What is checked is what is kept: a caller's type may convert differently each time.
                let token = token.as_ref();
                let bytes = token.as_bytes();
                let is_visible = |byte: &u8| matches!(byte, characters!(visible byte));
                if (Self::MIN_LEN..=Self::MAX_LEN).contains(&bytes.len()) && bytes.iter().all(is_visible) {
                    Ok(Self(token.into()))
                } else {
                    Err(Violation::InvalidAuthToken)
                }
            }
        }
    };
}

auth_token!(1000 to 2000);

impl AuthToken {
    /// The secret itself, as it is on the wire.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for AuthToken {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl fmt::Debug for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AuthToken").field(&"…").finish()
    }
}

impl FromStr for AuthToken {
    type Err = Violation;

    fn from_str(token: &str) -> Result<Self, Violation> {
        Self::new(token)
    }
}

impl TryFrom<&str> for AuthToken {
    type Error = Violation;

    fn try_from(token: &str) -> Result<Self, Violation> {
        Self::new(token)
    }
}

impl TryFrom<String> for AuthToken {
    type Error = Violation;

    fn try_from(token: String) -> Result<Self, Violation> {
        Self::new(token.as_str())
    }
}

/// Makes [`ContentType`] with its only value in the docs.
macro_rules! content_type {
    ($value:literal) => {
        /// The media type of the body.
        ///
        #[doc = concat!("Always `", $value, "`, read with letters in either case. On the wire: ", field_doc!(ContentType), ".")]
        ///
        /// ```
        /// use lts_log_dump::{ContentType, Violation};
        ///
        #[doc = concat!("assert_eq!(ContentType::new(\"", $value, "\"), Ok(ContentType));")]
        /// assert_eq!(ContentType::new("application/json"), Err(Violation::InvalidContentType));
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(clippy::exhaustive_structs, reason = "there is one value only, and it has no parts")]
        pub struct ContentType;

        impl ContentType {
            /// The length in characters.
            pub const LEN: usize = $value.len();

            /// The only gate.
            ///
            /// # Errors
            ///
            #[doc = concat!("Another text: ", error_doc!(InvalidContentType))]
            pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
                let is_equal = text.as_ref().eq_ignore_ascii_case(Self.as_str());
                is_equal.then_some(Self).ok_or(Violation::InvalidContentType)
            }

            /// The value as it is on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                $value
            }
        }
    };
}

content_type!("application/json;charset=UTF-8");

text_traits!(ContentType, Violation, Violation::InvalidContentType);
