//! The parameters of the request.

use super::location::Location;
use super::violation::Violation;

/// Makes [`Field`] from the rows below.
macro_rules! fields {
    // The table of the API reference that has the fields of a location, as a link.
    (table Path) => {
        "[Table 1](https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html\
        #lts_api_0029__atuogenerate_1)"
    };
    (table Header) => {
        "[Table 2](https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html\
        #lts_api_0029__HeaderParameter)"
    };
    (table Body) => {
        "[Table 3](https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html\
        #lts_api_0029__request_CreateLogDumpObsRequestBody)"
    };
    (table Combination) => {
        fields!(table Body)
    };
    ($(
        $(#[doc = $about:literal])+
        $field:ident = $name:literal, $location:ident, mandatory: $mandatory:literal;
    )+) => {
        /// A field's name on the wire, for messages; with `documented`, its links in the docs.
        macro_rules! field_name {
            $(
                ($field) => {
                    $name
                };
                (documented $field) => {
                    concat!(
                        "[`", $name, "`](crate::Field::", stringify!($field), "), ", fields!(table $location),
                        " of the API reference"
                    )
                };
            )+
        }

        /// A parameter of the request, in the order of Tables 1 to 3 of the [API reference].
        ///
        /// The last one is a combination of two members. The message of the API reference names both.
        ///
        /// ```
        /// use lts_log_dump::{Field, Location};
        ///
        /// assert_eq!(Field::TransferType.name(), "type");
        /// assert_eq!(Field::TransferType.location(), Location::Body);
        /// assert!(Field::TransferType.is_mandatory());
        /// ```
        ///
        /// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field {$(
            #[doc = concat!("`", $name, "`, in ", fields!(table $location), ".")]
            ///
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

            /// What the field is, in one sentence.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$field => concat!($($about),+).trim_ascii()),+
                }
            }

            /// The place of the field in the request.
            #[must_use]
            pub const fn location(self) -> Location {
                match self {
                    $(Self::$field => Location::$location),+
                }
            }

            /// Whether the API reference says *Mandatory: Yes*.
            #[must_use]
            pub const fn is_mandatory(self) -> bool {
                match self {
                    $(Self::$field => $mandatory),+
                }
            }

            /// The member of the body whose name, in quotes, is the start of a text; and its length with them. A text that is
            /// shorter than the longest name may be left to [`member`](Self::member).
            // Comparing with all names takes half of the time of finding the end of the name first, and their first four bytes alone
            // tell most of them apart.
            #[inline]
            pub(crate) fn member_in_quotes(text: &[u8]) -> Option<(Self, usize)> {
                let start: &[u8; Self::LONGEST_IN_QUOTES] = text.first_chunk()?;
                let head: Option<&[u8; 4]> = start.first_chunk();
                $(
                    if matches!(Location::$location, Location::Body) {
                        const NAME: &[u8] = concat!("\"", $name, "\"").as_bytes();
                        if head == NAME.first_chunk() && start.starts_with(NAME) {
                            return Some((Self::$field, NAME.len()));
                        }
                    }
                )+
                None
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
    };
}

fields! {
    /// Project ID.
    ProjectId = "project_id", Path, mandatory: true;
    /// User token obtained from IAM.
    AuthToken = "X-Auth-Token", Header, mandatory: true;
    /// The media type of the body.
    ContentType = "Content-Type", Header, mandatory: true;
    /// Log group ID.
    LogGroupId = "log_group_id", Body, mandatory: true;
    /// IDs of the log streams whose logs are to be periodically transferred to OBS, at least one.
    LogStreamIds = "log_stream_ids", Body, mandatory: true;
    /// Name of the OBS bucket.
    ObsBucketName = "obs_bucket_name", Body, mandatory: true;
    /// Type of the transfer: periodic.
    TransferType = "type", Body, mandatory: true;
    /// Whether the logs are stored in raw or JSON format.
    StorageFormat = "storage_format", Body, mandatory: true;
    /// Whether log transfer is enabled. The example of the API reference sends a string.
    SwitchOn = "switch_on", Body, mandatory: false;
    /// File name prefix of the log files transferred to the OBS bucket.
    PrefixName = "prefix_name", Body, mandatory: false;
    /// Custom path to store the log files.
    DirPrefixName = "dir_prefix_name", Body, mandatory: false;
    /// Length of the log transfer interval, in units of `period_unit`.
    Period = "period", Body, mandatory: true;
    /// Unit of the log transfer interval.
    PeriodUnit = "period_unit", Body, mandatory: true;
    /// The log transfer interval.
    PeriodAndUnit = "period+period_unit", Combination, mandatory: true;
}

impl Field {
    /// The length of the longest name of a member, in quotes.
    const LONGEST_IN_QUOTES: usize = {
        let (mut longest, mut rest) = (0, Self::ALL);
        while let [field, after @ ..] = rest {
            if matches!(field.location(), Location::Body) && field.name().len() > longest {
                longest = field.name().len();
            }
            rest = after;
        }
        longest.saturating_add(2)
    };

    /// What can be wrong with the field, in table order.
    #[must_use]
    pub const fn violations(self) -> &'static [Violation] {
        let mut violations = Violation::ALL;
        // The violations of a field are adjacent. Cut off those before them, then those after them.
        while let [first, rest @ ..] = violations {
            if first.field() as u8 == self as u8 {
                break;
            }
            violations = rest;
        }
        while let [rest @ .., last] = violations {
            if last.field() as u8 == self as u8 {
                break;
            }
            violations = rest;
        }
        violations
    }
}

/// The [name](Field::name) on the wire.
impl core::fmt::Display for Field {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name())
    }
}
