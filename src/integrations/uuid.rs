//! IDs from and to UUIDs.

use uuid::Uuid;
use uuid::fmt::{Hyphenated, Simple};

use crate::literal;
use crate::value::{LogDumpObsId, LogGroupId, LogStreamId, ProjectId};

/// Implements both directions for each ID, with the form of a UUID that has the length of the ID.
macro_rules! uuids {
    ($($(#[$doc:meta])* $id:ident: $form:ident = $nil:literal;)+) => {$(
        #[doc = concat!("Writes 32 digits in lower case, in the form [`", stringify!($form), "`].")]
        $(#[$doc])*
        impl From<Uuid> for $id {
            fn from(uuid: Uuid) -> Self {
                // Infallible: this form of a UUID has the length of the ID, and digits and hyphens only.
                Self::new($form::from_uuid(uuid).encode_lower(&mut [0; $form::LENGTH])).unwrap_or(literal!($id, $nil))
            }
        }

        /// # Errors
        ///
        /// The ID is not a UUID, because a UUID has hexadecimal digits only.
        impl TryFrom<$id> for Uuid {
            type Error = uuid::Error;

            fn try_from(id: $id) -> Result<Self, uuid::Error> {
                Self::try_parse(id.as_str())
            }
        }
    )+};
}

uuids! {
    ///
    /// ```
    /// use lts_log_dump::{LogGroupId, ProjectId};
    /// use uuid::Uuid;
    ///
    /// assert_eq!(ProjectId::from(Uuid::nil()), "00000000000000000000000000000000");
    /// assert_eq!(LogGroupId::from(Uuid::nil()), "00000000-0000-0000-0000-000000000000");
    ///
    /// let id = ProjectId::new("2a473356cca5487f8373be891bffc1cf")?;
    /// assert_eq!(Uuid::try_from(id).map(ProjectId::from), Ok(id));
    /// assert!(Uuid::try_from(ProjectId::new("my-project-0123456789abcdefghijk")?).is_err());
    /// # Ok::<(), lts_log_dump::Violation>(())
    /// ```
    ProjectId: Simple = "00000000000000000000000000000000";
    LogGroupId: Hyphenated = "00000000-0000-0000-0000-000000000000";
    LogStreamId: Hyphenated = "00000000-0000-0000-0000-000000000000";
    LogDumpObsId: Hyphenated = "00000000-0000-0000-0000-000000000000";
}
