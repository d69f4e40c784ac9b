//! IDs from UUIDs.

use uuid::Uuid;
use uuid::fmt::Hyphenated;

use crate::literal;
use crate::value::{LogDumpObsId, LogGroupId, LogStreamId};

// A UUID in this form has 36 characters, digits and hyphens: each fallback below is never taken.
fn hyphenated(uuid: Uuid, buffer: &mut [u8; Hyphenated::LENGTH]) -> &str {
    uuid.hyphenated().encode_lower(buffer)
}

/// In the hyphenated form, in lower case.
///
/// ```
/// use lts_log_dump::LogGroupId;
/// use lts_log_dump::uuid::Uuid;
///
/// assert_eq!(LogGroupId::from(Uuid::nil()), "00000000-0000-0000-0000-000000000000");
/// ```
impl From<Uuid> for LogGroupId {
    fn from(uuid: Uuid) -> Self {
        Self::new(hyphenated(uuid, &mut [0; Hyphenated::LENGTH]))
            .unwrap_or(literal!(LogGroupId, "00000000-0000-0000-0000-000000000000"))
    }
}

/// In the hyphenated form, in lower case.
impl From<Uuid> for LogStreamId {
    fn from(uuid: Uuid) -> Self {
        Self::new(hyphenated(uuid, &mut [0; Hyphenated::LENGTH]))
            .unwrap_or(literal!(LogStreamId, "00000000-0000-0000-0000-000000000000"))
    }
}

/// In the hyphenated form, in lower case.
impl From<Uuid> for LogDumpObsId {
    fn from(uuid: Uuid) -> Self {
        Self::new(hyphenated(uuid, &mut [0; Hyphenated::LENGTH]))
            .unwrap_or(literal!(LogDumpObsId, "00000000-0000-0000-0000-000000000000"))
    }
}
