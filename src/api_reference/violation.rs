//! The table of violations: everything that can be wrong with a parameter, in the order of the API reference.

use super::error_codes::ErrorCode;
use super::parameters::Field;

/// Makes [`Violation`] from the rows below. Nothing else in the crate spells a message for a parameter.
macro_rules! violations {
    // The message of a row.
    (message $field:ident invalid) => {
        concat!(field_name!($field), " is invalid, please verify if it's provided as required")
    };
    (message $field:ident unlisted($list:ident)) => {
        concat!(field_name!($field), " is not in the list [", listed!($list), "]")
    };
    (message $field:ident refused($message:literal)) => {
        $message
    };
    // The code of a row, and its text.
    (code invalid) => {
        ErrorCode::Lts1902
    };
    (code unlisted $list:tt) => {
        ErrorCode::Lts1901
    };
    (code refused $message:tt) => {
        ErrorCode::Lts0001
    };
    (code_text invalid) => {
        code_text!(Lts1902)
    };
    (code_text unlisted $list:tt) => {
        code_text!(Lts1901)
    };
    (code_text refused $message:tt) => {
        code_text!(Lts0001)
    };
    ($(
        $(#[$doc:meta])+
        $violation:ident: $field:ident $kind:ident $(($detail:tt))?, expected: $expected:expr;
    )+) => {
        /// Code and message of a violation, for the docs.
        macro_rules! error_doc {
            $(
                ($violation) => {
                    concat!(
                        "[`", violations!(code_text $kind $(($detail))?), "`](crate::Violation::", stringify!($violation),
                        ") `", violations!(message $field $kind $(($detail))?), "`"
                    )
                };
            )+
        }

        /// One thing that is wrong with one parameter, in the order of the tables of the [API reference].
        ///
        /// [`code`](Self::code) and [`message`](Self::message) are those of the service, byte for byte.
        ///
        /// ```
        /// use lts_log_dump::{ErrorCode, TransferType, Violation};
        ///
        /// let violation = TransferType::new("once").unwrap_err();
        /// assert_eq!(violation, Violation::UnlistedTransferType);
        /// assert_eq!(violation.code(), ErrorCode::Lts1901);
        /// assert_eq!(violation.message(), "type is not in the list [cycle]");
        /// ```
        ///
        /// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
        #[non_exhaustive]
        pub enum Violation {$(
            $(#[$doc])+
            ///
            #[doc = error_doc!($violation)]
            $violation,
        )+}

        impl Violation {
            /// Every violation, in table order.
            pub const ALL: &[Self] = &[$(Self::$violation),+];

            /// The service's code for it.
            #[must_use]
            pub const fn code(self) -> ErrorCode {
                match self {
                    $(Self::$violation => violations!(code $kind $(($detail))?)),+
                }
            }

            /// The field that is wrong.
            #[must_use]
            pub const fn field(self) -> Field {
                match self {
                    $(Self::$violation => Field::$field),+
                }
            }

            /// The service's message for it.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $(Self::$violation => violations!(message $field $kind $(($detail))?)),+
                }
            }

            /// What is accepted instead, in words.
            ///
            /// ```
            /// use lts_log_dump::{PrefixName, Violation};
            ///
            /// let length = format!("{} to {} characters", PrefixName::MIN_LEN, PrefixName::MAX_LEN);
            /// assert_eq!(Violation::InvalidPrefixName.expected(), length);
            /// assert!(Violation::UnlistedPeriodUnit.expected().starts_with("min, "));
            /// ```
            #[must_use]
            pub const fn expected(self) -> &'static str {
                match self {
                    $(Self::$violation => $expected),+
                }
            }
        }
    };
}

violations! {
    /// Not a valid [`ProjectId`](crate::ProjectId).
    InvalidProjectId: ProjectId refused("Invalid projectId"),
        expected: concat!("exactly ", limit!(ProjectId), " characters of ", limit!(unreserved));
    /// Missing, or not a valid [`AuthToken`](crate::AuthToken).
    InvalidAuthToken: AuthToken invalid,
        expected: concat!(limit!(AuthToken min), " to ", limit!(AuthToken max), " visible ASCII characters");
    /// Missing, or not a valid [`ContentType`](crate::ContentType).
    InvalidContentType: ContentType invalid,
        expected: concat!(limit!(ContentType), ", letters in either case");
    /// Missing, or not a valid [`LogGroupId`](crate::LogGroupId).
    InvalidLogGroupId: LogGroupId invalid,
        expected: concat!("exactly ", limit!(LogGroupId), " characters of ", limit!(unreserved));
    /// Missing, not an array, an empty one, or one with an item that is not a valid [`LogStreamId`](crate::LogStreamId).
    InvalidLogStreamIds: LogStreamIds invalid,
        expected: concat!("at least one ID of exactly ", limit!(LogStreamId), " characters of ", limit!(unreserved));
    /// Missing, or not a valid [`ObsBucketName`](crate::ObsBucketName).
    InvalidObsBucketName: ObsBucketName invalid,
        expected: concat!(limit!(ObsBucketName min), " to ", limit!(ObsBucketName max), " characters");
    /// Missing, or not a string.
    InvalidTransferType: TransferType invalid, expected: listed!(TransferType);
    /// A string that is not a [`TransferType`](crate::TransferType).
    UnlistedTransferType: TransferType unlisted(TransferType), expected: listed!(TransferType);
    /// Missing, or not a string.
    InvalidStorageFormat: StorageFormat invalid, expected: listed!(StorageFormat);
    /// A string that is not a [`StorageFormat`](crate::StorageFormat).
    UnlistedStorageFormat: StorageFormat unlisted(StorageFormat), expected: listed!(StorageFormat);
    /// Not a boolean, not a boolean written as a string, and not null.
    InvalidSwitchOn: SwitchOn invalid, expected: "true, false, \"true\", \"false\"";
    /// Not a valid [`PrefixName`](crate::PrefixName), and not null.
    InvalidPrefixName: PrefixName invalid,
        expected: concat!(limit!(PrefixName min), " to ", limit!(PrefixName max), " characters");
    /// Not a valid [`DirPrefixName`](crate::DirPrefixName), and not null.
    InvalidDirPrefixName: DirPrefixName invalid,
        expected: concat!(limit!(DirPrefixName min), " to ", limit!(DirPrefixName max), " characters");
    /// Missing, or not an integer.
    InvalidPeriod: Period invalid, expected: "an integer";
    /// Missing, or not a string.
    InvalidPeriodUnit: PeriodUnit invalid, expected: listed!(PeriodUnit);
    /// A string that is not a [`PeriodUnit`](crate::PeriodUnit).
    UnlistedPeriodUnit: PeriodUnit unlisted(PeriodUnit), expected: listed!(PeriodUnit);
    /// An integer and a listed unit that together are not a [`Period`](crate::Period).
    UnlistedPeriod: PeriodAndUnit unlisted(Period), expected: listed!(Period);
}

/// The [message](Violation::message).
impl core::fmt::Display for Violation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.message())
    }
}

/// A conversion that cannot fail has no violation.
impl From<core::convert::Infallible> for Violation {
    fn from(never: core::convert::Infallible) -> Self {
        match never {}
    }
}
