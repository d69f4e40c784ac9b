//! IDs, which the service makes: a fixed number of characters that need no escaping in a URL.

use core::fmt;

use crate::violation::Violation;

/// Text of exactly `N` characters of RFC 3986's *unreserved* set, stored inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Id<const N: usize>([u8; N]);

impl<const N: usize> Id<N> {
    #[inline]
    fn new(text: &str) -> Option<Self> {
        let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
        // Without an early exit the compiler checks many bytes at once.
        bytes.iter().fold(true, |all, byte| all & is_unreserved(*byte)).then_some(Self(*bytes))
    }

    fn as_str(&self) -> &str {
        // All characters are ASCII, so the default is never taken.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl<const N: usize> fmt::Debug for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

const fn is_unreserved(byte: u8) -> bool {
    matches!(byte, characters!(unreserved byte))
}

/// Makes the type of an ID.
macro_rules! id {
    (
        $(#[$doc:meta])*
        $name:ident: $len:literal characters, $wire_doc:expr, $error:ident = $invalid:expr, $error_doc:expr, $example:literal
    ) => {
        $(#[$doc])*
        ///
        #[doc = concat!(
            "Always exactly ", $len, " characters of RFC 3986's *unreserved* set, `[", characters!(unreserved class),
            "]`. On the wire: ", $wire_doc, "."
        )]
        ///
        /// ```
        #[doc = concat!("use lts_log_dump::", stringify!($name), ";")]
        ///
        #[doc = concat!("let id = ", stringify!($name), "::new(\"", $example, "\")?;")]
        #[doc = concat!("assert_eq!(id.as_str(), \"", $example, "\");")]
        #[doc = concat!("assert!(", stringify!($name), "::new(\"too short\").is_err());")]
        #[doc = concat!("# Ok::<(), lts_log_dump::", stringify!($error), ">(())")]
        /// ```
        ///
        /// Nothing else makes one:
        ///
        /// ```compile_fail,E0423
        #[doc = concat!("let id = lts_log_dump::", stringify!($name), "([b' '; ", $len, "]);")]
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Id<$len>);

        impl $name {
            /// The length in characters.
            pub const LEN: usize = $len;

            /// The only gate.
            ///
            /// # Errors
            ///
            #[doc = concat!(
                "Another length, or a character outside of `[", characters!(unreserved class), "]`: ", $error_doc
            )]
            #[inline]
            pub fn new(id: impl AsRef<str>) -> Result<Self, $error> {
                Id::new(id.as_ref()).map(Self).ok_or($invalid)
            }

            /// The ID as it is on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        text_traits!($name, $error, $invalid);
    };
}

id! {
    /// The ID of a project.
    ProjectId: 32 characters, field_doc!(ProjectId),
    Violation = Violation::InvalidProjectId, error_doc!(InvalidProjectId), "2a473356cca5487f8373be891bffc1cf"
}

id! {
    /// The ID of a log group.
    LogGroupId: 36 characters, field_doc!(LogGroupId),
    Violation = Violation::InvalidLogGroupId, error_doc!(InvalidLogGroupId), "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053"
}

id! {
    /// The ID of a log stream.
    LogStreamId: 36 characters, concat!("an item of ", field_doc!(LogStreamIds)),
    Violation = Violation::InvalidLogStreamIds, error_doc!(InvalidLogStreamIds), "45e7f609-xxxx-4cd3-835b-xxxx4a124718"
}

id! {
    /// The ID of a log transfer task, which the service answers with.
    LogDumpObsId: 36 characters, "`log_dump_obs_id`, Table 4 of the page",
    InvalidLogDumpObsId = InvalidLogDumpObsId, "[`InvalidLogDumpObsId`]", "45fdc36b-xxxx-4567-xxxx-559xxxxdf968"
}

/// A text that is no [`LogDumpObsId`].
///
/// The page has no error for it, as it comes from the service: a client treats the answer as
/// [unexpected](crate::AnswerError::Unexpected).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("log_dump_obs_id is not an ID of {} characters", LogDumpObsId::LEN)]
#[non_exhaustive]
pub struct InvalidLogDumpObsId;
