//! IDs, which the service makes: a fixed number of characters that need no escaping in a URL.

use super::inline_id::Id;
use crate::api_reference::Violation;

/// The ID of a project.
///
#[doc = concat!(
    "Always exactly ", limit!(ProjectId), " characters of `", limit!(unreserved), "`. On the wire: ",
    field_name!(documented ProjectId), "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::ProjectId([b' '; lts_log_dump::ProjectId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(Id<{ limit!(ProjectId) }>);

impl ProjectId {
    /// The length in characters.
    pub const LEN: usize = limit!(ProjectId);

    /// Validates an ID.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another length, or a character outside of `", limit!(unreserved), "`: ", error_doc!(InvalidProjectId))]
    #[inline]
    pub fn new(id: impl AsRef<str>) -> Result<Self, Violation> {
        Id::new(id.as_ref()).map(Self).ok_or(Violation::InvalidProjectId)
    }

    /// The ID, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(id: &'static str) -> Option<Self> {
        match Id::new(id) {
            Some(id) => Some(Self(id)),
            None => None,
        }
    }

    /// The ID as it is on the wire.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(ProjectId, Violation, Violation::InvalidProjectId);
text_traits!(borrowed ProjectId);
text_traits!(copied ProjectId);

/// The ID of a log group.
///
#[doc = concat!(
    "Always exactly ", limit!(LogGroupId), " characters of `", limit!(unreserved), "`. On the wire: ",
    field_name!(documented LogGroupId), "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::LogGroupId([b' '; lts_log_dump::LogGroupId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogGroupId(Id<{ limit!(LogGroupId) }>);

impl LogGroupId {
    /// The length in characters.
    pub const LEN: usize = limit!(LogGroupId);

    /// Validates an ID.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another length, or a character outside of `", limit!(unreserved), "`: ", error_doc!(InvalidLogGroupId))]
    #[inline]
    pub fn new(id: impl AsRef<str>) -> Result<Self, Violation> {
        Id::new(id.as_ref()).map(Self).ok_or(Violation::InvalidLogGroupId)
    }

    /// The ID, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(id: &'static str) -> Option<Self> {
        match Id::new(id) {
            Some(id) => Some(Self(id)),
            None => None,
        }
    }

    /// Validates the bytes of an ID.
    #[inline]
    pub(crate) fn from_bytes(id: &[u8; Self::LEN]) -> Option<Self> {
        Id::from_bytes(id).map(Self)
    }

    #[inline]
    pub(crate) const fn as_bytes(&self) -> &[u8; Self::LEN] {
        self.0.as_bytes()
    }

    /// The ID as it is on the wire.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(LogGroupId, Violation, Violation::InvalidLogGroupId);
text_traits!(borrowed LogGroupId);
text_traits!(copied LogGroupId);

/// The ID of a log stream.
///
#[doc = concat!(
    "Always exactly ", limit!(LogStreamId), " characters of `", limit!(unreserved), "`. On the wire: ",
    "an item of ", field_name!(documented LogStreamIds), "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::LogStreamId([b' '; lts_log_dump::LogStreamId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogStreamId(Id<{ limit!(LogStreamId) }>);

impl LogStreamId {
    /// The length in characters.
    pub const LEN: usize = limit!(LogStreamId);

    /// Validates an ID.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another length, or a character outside of `", limit!(unreserved), "`: ", error_doc!(InvalidLogStreamIds))]
    #[inline]
    pub fn new(id: impl AsRef<str>) -> Result<Self, Violation> {
        Id::new(id.as_ref()).map(Self).ok_or(Violation::InvalidLogStreamIds)
    }

    /// The ID, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(id: &'static str) -> Option<Self> {
        match Id::new(id) {
            Some(id) => Some(Self(id)),
            None => None,
        }
    }

    /// Validates the bytes of an ID.
    #[inline]
    pub(crate) fn from_bytes(id: &[u8; Self::LEN]) -> Option<Self> {
        Id::from_bytes(id).map(Self)
    }

    #[inline]
    pub(crate) const fn as_bytes(&self) -> &[u8; Self::LEN] {
        self.0.as_bytes()
    }

    /// The ID as it is on the wire.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(LogStreamId, Violation, Violation::InvalidLogStreamIds);
text_traits!(borrowed LogStreamId);
text_traits!(copied LogStreamId);

/// The ID of a log transfer task, which the service makes.
///
#[doc = concat!(
    "Always exactly ", limit!(LogDumpObsId), " characters of `", limit!(unreserved), "`. On the wire: ",
    "`log_dump_obs_id`, Table 4 of the API reference", "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let id = lts_log_dump::LogDumpObsId([b' '; lts_log_dump::LogDumpObsId::LEN]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogDumpObsId(Id<{ limit!(LogDumpObsId) }>);

impl LogDumpObsId {
    /// The length in characters.
    pub const LEN: usize = limit!(LogDumpObsId);

    /// Validates an ID.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another length, or a character outside of `", limit!(unreserved), "`: ", "[`InvalidLogDumpObsId`]")]
    #[inline]
    pub fn new(id: impl AsRef<str>) -> Result<Self, InvalidLogDumpObsId> {
        Id::new(id.as_ref()).map(Self).ok_or(InvalidLogDumpObsId)
    }

    /// The ID, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(id: &'static str) -> Option<Self> {
        match Id::new(id) {
            Some(id) => Some(Self(id)),
            None => None,
        }
    }

    /// The ID as it is on the wire.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(LogDumpObsId, InvalidLogDumpObsId, InvalidLogDumpObsId);
text_traits!(borrowed LogDumpObsId);
text_traits!(copied LogDumpObsId);

/// A text that is not a [`LogDumpObsId`].
///
/// The service has no error for it, because the ID comes from the service: a client treats the answer as
/// [unexpected](crate::AnswerError::Unexpected).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("log_dump_obs_id is not an ID of {} characters", LogDumpObsId::LEN)]
#[non_exhaustive]
pub struct InvalidLogDumpObsId;
