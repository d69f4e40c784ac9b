//! The table of violations: all that can be wrong with a parameter, in the order of the page's tables.

use crate::code::ErrorCode;
use crate::location::Location;

/// The message of a row. Nothing else in the crate spells one for a parameter.
macro_rules! message {
    ($field:literal, invalid) => {
        concat!($field, " is invalid, please verify if it's provided as required")
    };
    ($field:literal, unlisted($list:ident)) => {
        concat!($field, " is not in the list [", page_list!($list, joined {}), "]")
    };
    ($field:literal, refused($message:literal)) => {
        $message
    };
}

/// Hands the code of a row to the macro `$then`.
macro_rules! code {
    ($then:ident, invalid) => {
        $then!(Lts1902)
    };
    ($then:ident, unlisted $list:tt) => {
        $then!(Lts1901)
    };
    ($then:ident, refused $message:tt) => {
        $then!(Lts0001)
    };
}

macro_rules! code_value {
    ($code:ident) => {
        ErrorCode::$code
    };
}

macro_rules! is_mandatory {
    (mandatory) => {
        true
    };
    (optional) => {
        false
    };
}

/// The table that documents a location.
macro_rules! table {
    (Path) => {
        "Table 1"
    };
    (Header) => {
        "Table 2"
    };
    ($body:ident) => {
        "Table 3"
    };
}

/// Makes [`Field`], [`Violation`] and what the docs say of them from the rows below.
macro_rules! tables {
    ($(
        $(#[doc = $about:literal])+
        $field:ident = $name:literal, $location:ident $mandatory:ident {$(
            $(#[$doc:meta])+
            $violation:ident: $kind:ident $(($detail:tt))?
        ),+}
    )+) => {
        /// Code and message of a violation, for the docs.
        macro_rules! error_doc {
            $($(
                ($violation) => {
                    concat!(
                        "[`", code!(code_text, $kind $(($detail))?), "`](crate::Violation::", stringify!($violation),
                        ") `", message!($name, $kind $(($detail))?), "`"
                    )
                };
            )+)+
        }

        /// Wire name of a field and the page's table that has it, for the docs.
        macro_rules! field_doc {
            $(
                ($field) => {
                    concat!("`", $name, "`, ", table!($location), " of the page")
                };
            )+
        }

        /// A parameter of the request, in the order of the page's Tables 1 to 3.
        ///
        /// The last one is a combination of two, as the page's message for it names both.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field {$(
            #[doc = concat!("`", $name, "`:")]
            $(#[doc = $about])+
            $field,
        )+}

        impl Field {
            /// Every field, in table order.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// The field's name on the wire: `log_group_id`, `X-Auth-Token`, `period+period_unit`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name),+
                }
            }

            /// What the field is, in a sentence.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$field => concat!($($about),+).trim_ascii()),+
                }
            }

            /// Where in the request the field stands.
            #[must_use]
            pub const fn location(self) -> Location {
                match self {
                    $(Self::$field => Location::$location),+
                }
            }

            /// Whether the page says *Mandatory: Yes*.
            #[must_use]
            pub const fn is_mandatory(self) -> bool {
                match self {
                    $(Self::$field => is_mandatory!($mandatory)),+
                }
            }

            /// What can be wrong with the field, in table order.
            #[must_use]
            pub const fn violations(self) -> &'static [Violation] {
                match self {
                    $(Self::$field => &[$(Violation::$violation),+]),+
                }
            }

            /// The member of the body with this name.
            pub(crate) fn member(name: &[u8]) -> Option<Self> {
                $(
                    if matches!(Location::$location, Location::Body) && name == $name.as_bytes() {
                        return Some(Self::$field);
                    }
                )+
                None
            }
        }

        /// One thing that is wrong with one parameter; the order is that of the page's tables.
        ///
        /// Its [`code`](Self::code) and [`message`](Self::message) are the service's, byte for byte.
        ///
        /// ```
        /// use lts_log_dump::{ErrorCode, TransferType, Violation};
        ///
        /// let violation = TransferType::new("once").unwrap_err();
        /// assert_eq!(violation, Violation::UnlistedTransferType);
        /// assert_eq!(violation.code(), ErrorCode::Lts1901);
        /// assert_eq!(violation.message(), "type is not in the list [cycle]");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
        #[non_exhaustive]
        pub enum Violation {$($(
            $(#[$doc])+
            ///
            #[doc = error_doc!($violation)]
            $violation,
        )+)+}

        impl Violation {
            /// Every violation, in table order.
            pub const ALL: &[Self] = &[$($(Self::$violation),+),+];

            /// The service's code for it.
            #[must_use]
            pub const fn code(self) -> ErrorCode {
                match self {
                    $($(Self::$violation => code!(code_value, $kind $(($detail))?)),+),+
                }
            }

            /// The field that is wrong.
            #[must_use]
            pub const fn field(self) -> Field {
                match self {
                    $($(Self::$violation => Field::$field),+),+
                }
            }

            /// The service's message for it.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $($(Self::$violation => message!($name, $kind $(($detail))?)),+),+
                }
            }
        }
    };
}

tables! {
    /// Project ID.
    ProjectId = "project_id", Path mandatory {
        /// No [`ProjectId`](crate::ProjectId).
        InvalidProjectId: refused("Invalid projectId")
    }
    /// User token obtained from IAM.
    AuthToken = "X-Auth-Token", Header mandatory {
        /// Missing, or no [`AuthToken`](crate::AuthToken).
        InvalidAuthToken: invalid
    }
    /// The media type of the body.
    ContentType = "Content-Type", Header mandatory {
        /// Missing, or no [`ContentType`](crate::ContentType).
        InvalidContentType: invalid
    }
    /// Log group ID.
    LogGroupId = "log_group_id", Body mandatory {
        /// Missing, or no [`LogGroupId`](crate::LogGroupId).
        InvalidLogGroupId: invalid
    }
    /// IDs of the log streams whose logs are to be periodically transferred to OBS, at least one.
    LogStreamIds = "log_stream_ids", Body mandatory {
        /// Missing, no array, an empty one, or one with an item that is no [`LogStreamId`](crate::LogStreamId).
        InvalidLogStreamIds: invalid
    }
    /// Name of the OBS bucket.
    ObsBucketName = "obs_bucket_name", Body mandatory {
        /// Missing, or no [`ObsBucketName`](crate::ObsBucketName).
        InvalidObsBucketName: invalid
    }
    /// Type of the transfer: periodic.
    TransferType = "type", Body mandatory {
        /// Missing, or no string.
        InvalidTransferType: invalid,
        /// A string that is no [`TransferType`](crate::TransferType).
        UnlistedTransferType: unlisted(TransferType)
    }
    /// Whether the logs are stored in raw or JSON format.
    StorageFormat = "storage_format", Body mandatory {
        /// Missing, or no string.
        InvalidStorageFormat: invalid,
        /// A string that is no [`StorageFormat`](crate::StorageFormat).
        UnlistedStorageFormat: unlisted(StorageFormat)
    }
    /// Whether log transfer is enabled. The page's own example sends a string.
    SwitchOn = "switch_on", Body optional {
        /// Neither a boolean, nor one as a string, nor null.
        InvalidSwitchOn: invalid
    }
    /// File name prefix of the log files transferred to the OBS bucket.
    PrefixName = "prefix_name", Body optional {
        /// Neither a [`PrefixName`](crate::PrefixName) nor null.
        InvalidPrefixName: invalid
    }
    /// Custom path to store the log files.
    DirPrefixName = "dir_prefix_name", Body optional {
        /// Neither a [`DirPrefixName`](crate::DirPrefixName) nor null.
        InvalidDirPrefixName: invalid
    }
    /// Length of the log transfer interval, in units of `period_unit`.
    Period = "period", Body mandatory {
        /// Missing, or no integer.
        InvalidPeriod: invalid
    }
    /// Unit of the log transfer interval.
    PeriodUnit = "period_unit", Body mandatory {
        /// Missing, or no string.
        InvalidPeriodUnit: invalid,
        /// A string that is no [`PeriodUnit`](crate::PeriodUnit).
        UnlistedPeriodUnit: unlisted(PeriodUnit)
    }
    /// The log transfer interval.
    PeriodAndUnit = "period+period_unit", Combination mandatory {
        /// An integer and a listed unit that together are no [`Period`](crate::Period).
        UnlistedPeriod: unlisted(Period)
    }
}

/// The [name](Field::name) on the wire.
impl core::fmt::Display for Field {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name())
    }
}

/// The [message](Violation::message).
impl core::fmt::Display for Violation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.message())
    }
}
