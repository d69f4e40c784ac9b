//! IDs, which the service creates: a fixed number of characters that need no escaping in a URL.

use super::inline_str::InlineStr;
use crate::api_reference::Violation;

/// Gives an ID the constructors, `as_str` and the traits that all IDs share. The last argument is its error in the docs.
macro_rules! id {
    ($name:ident, $error:ty, $invalid:expr, $error_doc:expr) => {
        impl $name {
            /// The length in characters.
            pub const LEN: usize = limit!($name);

            /// Validates an ID.
            ///
            /// # Errors
            ///
            #[doc = concat!("Another length, or a character outside of `", limit!(unreserved), "`: ", $error_doc)]
            #[inline]
            pub fn new(id: impl AsRef<str>) -> Result<Self, $error> {
                InlineStr::new(id.as_ref()).map(Self).ok_or($invalid)
            }

            #[doc(hidden)]
            #[must_use]
            pub const fn literal(id: &'static str) -> Option<Self> {
                match InlineStr::new(id) {
                    Some(id) => Some(Self(id)),
                    None => None,
                }
            }

            /// Returns the ID as it is on the wire.
            #[must_use]
            #[inline]
            pub const fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        text_traits!(parsed $name, $error);
        text_traits!(given $name, alloc::string::String);
        text_traits!(shown $name);
        text_traits!(compared $name);
        text_traits!(borrowed $name);
        text_traits!(serde $name, $error, $invalid);
    };
}

/// The ID of a project.
///
#[doc = concat!(
    "Always exactly ", limit!(ProjectId), " characters of `", limit!(unreserved), "`. On the wire: ", field_name!(documented ProjectId), "."
)]
///
/// ```
/// use lts_log_dump::{ProjectId, Violation};
///
/// let id = ProjectId::new("2a473356cca5487f8373be891bffc1cf")?;
/// assert_eq!(id.as_str(), "2a473356cca5487f8373be891bffc1cf");
/// assert_eq!(ProjectId::new("too short"), Err(Violation::InvalidProjectId));
/// # Ok::<(), Violation>(())
/// ```
///
/// The field is private, so no other string can become an ID:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::ProjectId([b' '; lts_log_dump::ProjectId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(InlineStr<{ limit!(ProjectId) }>);

id!(ProjectId, Violation, Violation::InvalidProjectId, error_doc!(InvalidProjectId));

/// The ID of a log group.
///
#[doc = concat!(
    "Always exactly ", limit!(LogGroupId), " characters of `", limit!(unreserved), "`. On the wire: ", field_name!(documented LogGroupId), "."
)]
///
/// ```
/// use lts_log_dump::{LogGroupId, Violation};
///
/// let id = LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")?;
/// assert_eq!(id.as_str(), "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
/// assert_eq!(LogGroupId::new("too short"), Err(Violation::InvalidLogGroupId));
/// # Ok::<(), Violation>(())
/// ```
///
/// The field is private, so no other string can become an ID:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::LogGroupId([b' '; lts_log_dump::LogGroupId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogGroupId(InlineStr<{ limit!(LogGroupId) }>);

id!(LogGroupId, Violation, Violation::InvalidLogGroupId, error_doc!(InvalidLogGroupId));

impl LogGroupId {
    /// Validates the bytes of an ID.
    #[inline]
    pub(crate) fn from_bytes(id: &[u8; Self::LEN]) -> Option<Self> {
        InlineStr::from_bytes(id).map(Self)
    }

    #[inline]
    pub(crate) const fn as_bytes(&self) -> &[u8; Self::LEN] {
        self.0.as_bytes()
    }
}

/// The ID of a log stream.
///
#[doc = concat!(
    "Always exactly ", limit!(LogStreamId), " characters of `", limit!(unreserved), "`. On the wire: ", "an item of ", field_name!(documented LogStreamIds), "."
)]
///
/// ```
/// use lts_log_dump::{LogStreamId, Violation};
///
/// let id = LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?;
/// assert_eq!(id.as_str(), "45e7f609-xxxx-4cd3-835b-xxxx4a124718");
/// assert_eq!(LogStreamId::new("too short"), Err(Violation::InvalidLogStreamIds));
/// # Ok::<(), Violation>(())
/// ```
///
/// The field is private, so no other string can become an ID:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::LogStreamId([b' '; lts_log_dump::LogStreamId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogStreamId(InlineStr<{ limit!(LogStreamId) }>);

id!(LogStreamId, Violation, Violation::InvalidLogStreamIds, error_doc!(InvalidLogStreamIds));

impl LogStreamId {
    /// Validates the bytes of an ID.
    #[inline]
    pub(crate) fn from_bytes(id: &[u8; Self::LEN]) -> Option<Self> {
        InlineStr::from_bytes(id).map(Self)
    }

    #[inline]
    pub(crate) const fn as_bytes(&self) -> &[u8; Self::LEN] {
        self.0.as_bytes()
    }
}

/// The ID of a log transfer task, created by the service.
///
#[doc = concat!(
    "Always exactly ", limit!(LogDumpObsId), " characters of `", limit!(unreserved), "`. On the wire: ", "`log_dump_obs_id`, Table 4 of the API reference."
)]
///
/// ```
/// use lts_log_dump::LogDumpObsId;
///
/// let id = LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968")?;
/// assert_eq!(id.as_str(), "45fdc36b-xxxx-4567-xxxx-559xxxxdf968");
/// assert!(LogDumpObsId::new("too short").is_err());
/// # Ok::<(), lts_log_dump::InvalidLogDumpObsId>(())
/// ```
///
/// The field is private, so no other string can become an ID:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::LogDumpObsId([b' '; lts_log_dump::LogDumpObsId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogDumpObsId(InlineStr<{ limit!(LogDumpObsId) }>);

id!(LogDumpObsId, InvalidLogDumpObsId, InvalidLogDumpObsId, "[`InvalidLogDumpObsId`]");

/// The error of a string that is not a [`LogDumpObsId`].
///
/// The service has no error for it, because the service creates the ID: a client reports the response as
/// [unexpected](crate::AnswerError::Unexpected).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct InvalidLogDumpObsId;

impl core::fmt::Display for InvalidLogDumpObsId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(concat!("log_dump_obs_id is not an ID of ", limit!(LogDumpObsId), " characters"))
    }
}
