//! The media type of the body.

use core::fmt;

use crate::api_reference::Violation;

/// The media type of the body.
///
#[doc = concat!(
    "Always `", limit!(ContentType), "`. Letters in either case are accepted. On the wire: ", field_name!(documented ContentType), "."
)]
///
/// ```
/// use lts_log_dump::{ContentType, Violation};
///
/// assert_eq!(ContentType::new(ContentType.as_str()), Ok(ContentType));
/// assert_eq!(ContentType::new("application/json"), Err(Violation::InvalidContentType));
/// ```
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
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let is_equal = text.as_ref().eq_ignore_ascii_case(Self.as_str());
        is_equal.then_some(Self).ok_or(Violation::InvalidContentType)
    }

    /// Returns the media type as it is on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        limit!(ContentType)
    }
}

impl fmt::Display for ContentType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
