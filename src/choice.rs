//! Values that are one of a list.

use crate::violation::Violation;

/// Makes an enum from the rows of one of the page's lists.
macro_rules! choice {
    (
        { $(#[$doc:meta])* } $name:ident, $field:ident, $invalid:ident, $unlisted:ident;
        $(#[$first_doc:meta])* $first:ident = ($first_text:expr), $($(#[$other_doc:meta])* $other:ident = ($text:expr),)*
    ) => {
        $(#[$doc])*
        ///
        #[doc = concat!("One of `", $first_text, "`", $(", `", $text, "`",)* ". On the wire: ", field_doc!($field), ".")]
        ///
        /// ```
        #[doc = concat!("use lts_log_dump::{", stringify!($name), ", Violation};")]
        ///
        #[doc = concat!(
            "assert_eq!(", stringify!($name), "::new(\"", $first_text, "\"), Ok(", stringify!($name), "::",
            stringify!($first), "));"
        )]
        #[doc = concat!(
            "assert_eq!(", stringify!($name), "::new(\"other\"), Err(Violation::", stringify!($unlisted), "));"
        )]
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$other_doc])* $other,)*
        }

        impl $name {
            /// Every value, in the order of the page.
            pub const ALL: &[Self] = &[Self::$first, $(Self::$other),*];

            /// The value that is written like this on the wire. Case counts.
            ///
            /// # Errors
            ///
            #[doc = concat!("Another text: ", error_doc!($unlisted))]
            pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
                let text = text.as_ref();
                Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::$unlisted)
            }

            /// The value as it is on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$other => $text,)*
                }
            }
        }

        text_traits!($name, Violation, Violation::$invalid);
    };
}

page_list!(TransferType, choice {
    {
        /// How logs are transferred.
    }
    TransferType, TransferType, InvalidTransferType, UnlistedTransferType;
});

page_list!(StorageFormat, choice {
    {
        /// How logs are stored. The default is the page's, of the type only: the wire form always names one.
    }
    StorageFormat, StorageFormat, InvalidStorageFormat, UnlistedStorageFormat;
});

page_list!(PeriodUnit, choice {
    {
        /// The unit of a [`Period`](crate::Period).
    }
    PeriodUnit, PeriodUnit, InvalidPeriodUnit, UnlistedPeriodUnit;
});
