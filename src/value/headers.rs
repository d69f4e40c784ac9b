//! The values of headers: the user token, which is a secret, and the media type of the body.

use alloc::boxed::Box;
use core::fmt;

use subtle::ConstantTimeEq;

use crate::api_reference::{Violation, bytes_of};

const VISIBLE: [bool; 256] = bytes_of(limit!(visible));

/// A user token.
///
#[doc = concat!("Always ", accepted!(Token(AuthToken)), ", `", limit!(visible), "`.")]
#[doc = concat!("On the wire: ", field_name!(documented AuthToken), ".")]
///
/// It is a secret: `Debug` shows only its length, it has no `Display`, and no error contains it. Tokens are compared in constant time.
///
/// Its memory is not overwritten when it is dropped, because that needs `unsafe` code or another dependency, and the copies in HTTP
/// headers would remain. If you need this, keep the token in a type of the crate `zeroize`, and create an `AuthToken` only to send it.
///
/// ```
/// use lts_log_dump::{AuthToken, Violation};
///
/// let token = AuthToken::new("x".repeat(AuthToken::MIN_LEN))?;
/// assert_eq!(format!("{token:?}"), "AuthToken(\"…\", 1000 characters)");
/// assert_eq!(AuthToken::new("too short"), Err(Violation::InvalidAuthToken));
/// # Ok::<(), Violation>(())
/// ```
///
/// It does not compare with a string, because that would end at the first difference:
///
/// ```compile_fail,E0277
/// fn is_equal(token: &lts_log_dump::AuthToken, guess: &str) -> bool {
///     *token == *guess
/// }
/// ```
#[derive(Clone, Eq)]
pub struct AuthToken(Box<str>);

impl AuthToken {
    /// The minimum number of characters.
    pub const MIN_LEN: usize = limit!(AuthToken min);
    /// The maximum number of characters.
    pub const MAX_LEN: usize = limit!(AuthToken max);

    /// Validates a token.
    ///
    /// # Errors
    ///
    #[doc = concat!(
        "Fewer than ", limit!(AuthToken min), " or more than ", limit!(AuthToken max), " characters, or one outside of `",
        limit!(visible), "`: ", error_doc!(InvalidAuthToken)
    )]
    pub fn new(token: impl AsRef<str>) -> Result<Self, Violation> {
        // Converted once, because a caller's type may return another string each time.
        let token = token.as_ref();
        let bytes = token.as_bytes();
        let is_visible = |byte: &u8| VISIBLE.get(usize::from(*byte)) == Some(&true);
        let is_valid = (Self::MIN_LEN..=Self::MAX_LEN).contains(&bytes.len()) && bytes.iter().all(is_visible);
        is_valid.then(|| Self(token.into())).ok_or(Violation::InvalidAuthToken)
    }

    /// Returns the secret as it is on the wire.
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
        write!(f, "AuthToken(\"…\", {} characters)", self.0.len())
    }
}

text_traits!(parsed AuthToken, Violation);

/// The media type of the body.
///
#[doc = concat!("Always `", limit!(ContentType), "`. Letters in either case are accepted.")]
#[doc = concat!("On the wire: ", field_name!(documented ContentType), ".")]
///
#[doc = example!(ContentType, ContentType.as_str() => ContentType, "application/json" => InvalidContentType)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "there is one value only, and it has no parts")]
pub struct ContentType;

impl ContentType {
    /// The length in characters.
    pub const LEN: usize = limit!(ContentType).len();

    /// Validates a media type.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another string: ", error_doc!(InvalidContentType))]
    pub fn new(media_type: impl AsRef<str>) -> Result<Self, Violation> {
        let is_equal = media_type.as_ref().eq_ignore_ascii_case(Self.as_str());
        is_equal.then_some(Self).ok_or(Violation::InvalidContentType)
    }

    /// Returns the media type as it is on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        limit!(ContentType)
    }
}

text_traits!(displayed ContentType);

/// The value of a header of a [`CreateLogDumpObsRequest`](crate::CreateLogDumpObsRequest).
///
/// `Debug` hides the value if it is a secret. Only [`as_str`](Self::as_str) returns it, so call it to compare the value.
#[derive(Clone, Copy)]
pub struct RequestHeaderValue<'a> {
    pub(crate) value: &'a str,
    pub(crate) is_secret: bool,
}

impl<'a> RequestHeaderValue<'a> {
    /// Returns the value as it is on the wire, even if it is a secret.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.value
    }

    /// Returns `true` for the token. Keep such a value out of logs.
    #[must_use]
    pub const fn is_secret(self) -> bool {
        self.is_secret
    }
}

/// A string in quotes: `…` instead of a secret.
impl fmt::Debug for RequestHeaderValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(if self.is_secret { "…" } else { self.value }, f)
    }
}
