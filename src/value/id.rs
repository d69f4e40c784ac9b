//! IDs, which the service creates: a fixed number of characters that need no escaping in a URL.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::unreserved::are_unreserved;
use crate::api_reference::Violation;

/// Defines IDs with their constructors and traits. For the docs each has an example and its name on the wire.
macro_rules! ids {
    ($(
        #[$summary:meta]
        $(#[$doc:meta])*
        pub struct $name:ident $(= $example:literal)?, wire $wire:expr,
        else $error:ident $(:: $violation:ident)?, $error_doc:expr;
    )+) => {$(
        #[$summary]
        ///
        #[doc = concat!("Always exactly ", limit!($name), " characters of `", limit!(unreserved), "`. On the wire: ", $wire, ".")]
        ///
        $(#[doc = example!($name, $example => $example, "too short" => $violation)])?
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name([u8; limit!($name)]);

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
                Self::literal(id.as_ref()).ok_or($error $(:: $violation)?)
            }

            #[doc(hidden)]
            #[must_use]
            #[inline]
            pub const fn literal(id: &str) -> Option<Self> {
                let Some((bytes, [])) = id.as_bytes().split_first_chunk() else { return None };
                Self::from_bytes(bytes)
            }

            // A call would copy the ID twice more.
            #[inline(always)]
            pub(crate) const fn from_bytes(bytes: &[u8; Self::LEN]) -> Option<Self> {
                if are_unreserved(bytes) { Some(Self(*bytes)) } else { None }
            }

            #[inline]
            pub(crate) const fn as_bytes(&self) -> &[u8; Self::LEN] {
                &self.0
            }

            /// Returns the ID as it is on the wire.
            #[must_use]
            #[inline]
            pub const fn as_str(&self) -> &str {
                super::valid_utf8(self.as_bytes())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.as_str()).finish()
            }
        }

        /// Hashes the string, because an array has a different hash. So a map with IDs as keys finds a `str`.
        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        text_traits!(validated $name, $error, $error $(:: $violation)?);
        text_traits!(borrowed $name);
        text_traits!(into $name, alloc::string::String);
    )+};
}

ids! {
    /// The ID of a project.
    ///
    /// The field of each ID is private, so no other string can become an ID:
    ///
    /// ```compile_fail,E0423
    /// let id = lts_log_dump::ProjectId([b' '; lts_log_dump::ProjectId::LEN]);
    /// ```
    pub struct ProjectId = "2a473356cca5487f8373be891bffc1cf", wire field_name!(documented ProjectId),
    else Violation::InvalidProjectId, error_doc!(InvalidProjectId);

    /// The ID of a log group.
    pub struct LogGroupId = "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053", wire field_name!(documented LogGroupId),
    else Violation::InvalidLogGroupId, error_doc!(InvalidLogGroupId);

    /// The ID of a log stream.
    pub struct LogStreamId = "45e7f609-xxxx-4cd3-835b-xxxx4a124718",
    wire concat!("an item of ", field_name!(documented LogStreamIds)),
    else Violation::InvalidLogStreamIds, error_doc!(InvalidLogStreamIds);

    /// The ID of a log transfer task.
    ///
    /// ```
    /// use lts_log_dump::LogDumpObsId;
    ///
    /// assert!(LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968").is_ok());
    /// assert!(LogDumpObsId::new("too short").is_err());
    /// ```
    pub struct LogDumpObsId, wire "`log_dump_obs_id`, Table 4 of the API reference",
    else InvalidLogDumpObsId, "[`InvalidLogDumpObsId`]";
}

/// The error of a string that is not a [`LogDumpObsId`].
///
/// The service has no error for it, because the service creates the ID: a client reports the response as
/// [unexpected](crate::AnswerError::Unexpected).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct InvalidLogDumpObsId;

impl fmt::Display for InvalidLogDumpObsId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(concat!("log_dump_obs_id is not an ID of ", limit!(LogDumpObsId), " characters"))
    }
}
