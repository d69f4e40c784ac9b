//! The parameters of the request: one row each. Fields, shapes and violations are made from it.

use core::fmt;
use core::str::FromStr;

/// Calls a macro with the rows, in the order of Tables 1 to 3 of the API reference.
///
/// A row has the description and the name of a field, its name on the wire, its location, whether it is mandatory, the
/// [shape](super::Shape) of its values, and its violations, each after its code. The name in parentheses is a row of
/// `limits.rs`, the name in brackets is a list of `listed_values.rs`, and a string describes the values.
macro_rules! parameters {
    ($make:ident) => {
        $make! {
            /// Project ID.
            ProjectId = "project_id", Path, MANDATORY, Id(ProjectId), Lts0001: InvalidProjectId;
            /// User token obtained from IAM.
            AuthToken = "X-Auth-Token", Header, MANDATORY, Token(AuthToken), Lts1902: InvalidAuthToken;
            /// The media type of the body.
            ContentType = "Content-Type", Header, MANDATORY, MediaType(), Lts1902: InvalidContentType;
            /// Log group ID.
            LogGroupId = "log_group_id", Body, MANDATORY, Id(LogGroupId), Lts1902: InvalidLogGroupId;
            /// IDs of the log streams whose logs are to be periodically transferred to OBS, at least one.
            LogStreamIds = "log_stream_ids", Body, MANDATORY, Ids(LogStreamId), Lts1902: InvalidLogStreamIds;
            /// Name of the OBS bucket.
            ObsBucketName = "obs_bucket_name", Body, MANDATORY, Name(ObsBucketName), Lts1902: InvalidObsBucketName;
            /// Type of the transfer: periodic.
            TransferType = "type", Body, MANDATORY, Listed[TransferType],
                Lts1902: InvalidTransferType, Lts1901: UnlistedTransferType;
            /// Whether the logs are stored in raw or JSON format.
            StorageFormat = "storage_format", Body, MANDATORY, Listed[StorageFormat],
                Lts1902: InvalidStorageFormat, Lts1901: UnlistedStorageFormat;
            /// Whether log transfer is enabled. The example of the API reference sends a string.
            SwitchOn = "switch_on", Body, OPTIONAL, Switch("true, false, \"true\", \"false\""), Lts1902: InvalidSwitchOn;
            /// File name prefix of the log files transferred to the OBS bucket.
            PrefixName = "prefix_name", Body, OPTIONAL, Name(PrefixName), Lts1902: InvalidPrefixName;
            /// Custom path to store the log files.
            DirPrefixName = "dir_prefix_name", Body, OPTIONAL, Name(DirPrefixName), Lts1902: InvalidDirPrefixName;
            /// Length of the log transfer interval, in units of `period_unit`.
            Period = "period", Body, MANDATORY, Integer("an integer"), Lts1902: InvalidPeriod;
            /// Unit of the log transfer interval.
            PeriodUnit = "period_unit", Body, MANDATORY, Listed[PeriodUnit],
                Lts1902: InvalidPeriodUnit, Lts1901: UnlistedPeriodUnit;
            /// The log transfer interval.
            PeriodAndUnit = "period+period_unit", Combination, MANDATORY, Interval[Period], Lts1901: UnlistedPeriod;
        }
    };
}

/// The place of a [`Field`] in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Location {
    /// The path.
    Path,
    /// A header.
    Header,
    /// A member of the body.
    Body,
    /// Two members of the body together.
    Combination,
}

/// A link to the table of the API reference that has the fields of a location.
macro_rules! table {
    (Path) => {
        table!(1 "atuogenerate_1")
    };
    (Header) => {
        table!(2 "HeaderParameter")
    };
    ($number:literal $anchor:literal) => {
        concat!(
            "[Table ", $number, "](https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html",
            "#lts_api_0029__", $anchor, ")"
        )
    };
    ($of_body:ident) => {
        table!(3 "request_CreateLogDumpObsRequestBody")
    };
}

/// Makes [`Field`] from the rows.
macro_rules! fields {
    ($(
        $(#[doc = $about:literal])+
        $field:ident = $name:literal, $location:ident, $need:ident, $shape:ident $limit:tt, $($code:ident: $violation:ident),+;
    )+) => {
        /// A field's name on the wire. With `documented`, it has links for the docs.
        macro_rules! field_name {
            $(
                ($field) => {
                    $name
                };
                (documented $field) => {
                    concat!(
                        "[`", $name, "`](crate::Field::", stringify!($field), "), ", table!($location),
                        " of the API reference"
                    )
                };
            )+
        }

        /// A parameter of the request, in the order of Tables 1 to 3 of the [API reference].
        ///
        /// The last one is a combination of two members, because the message of the API reference names both.
        ///
        /// ```
        /// use lts_log_dump::{Field, Location};
        ///
        /// assert_eq!(Field::TransferType.name(), "type");
        /// assert_eq!(Field::TransferType.location(), Location::Body);
        /// assert!(Field::TransferType.is_mandatory());
        /// assert_eq!("type".parse(), Ok(Field::TransferType));
        /// ```
        ///
        /// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field {$(
            #[doc = concat!("`", $name, "`, in ", table!($location), ".")]
            ///
            $(#[doc = $about])+
            $field,
        )+}

        impl Field {
            /// Every field, in table order.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// Returns the name on the wire: `log_group_id`, `X-Auth-Token`, `period+period_unit`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name),+
                }
            }

            /// Describes the field in one sentence.
            #[doc(hidden)]
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$field => concat!($($about),+).trim_ascii()),+
                }
            }

            /// Returns the place of the field in the request.
            #[must_use]
            pub const fn location(self) -> Location {
                match self {
                    $(Self::$field => Location::$location),+
                }
            }

            /// Whether the API reference marks the field as mandatory.
            #[must_use]
            pub const fn is_mandatory(self) -> bool {
                const MANDATORY: bool = true;
                const OPTIONAL: bool = false;
                match self {
                    $(Self::$field => $need),+
                }
            }

            /// Returns the member if a JSON text starts with its name in quotes, and the length of the name with its quotes.
            ///
            /// Returns `None` if the text is shorter than the longest name, too. [`member`](Self::member) finds every name.
            // Comparing with all names is faster than finding the end of the name first. The first four bytes differ in most names.
            #[inline]
            pub(crate) fn member_in_quotes(text: &[u8]) -> Option<(Self, usize)> {
                const LONGEST: usize = {
                    let mut longest = 0;
                    $(
                        let len = concat!("\"", $name, "\"").len();
                        if matches!(Location::$location, Location::Body) && len > longest {
                            longest = len;
                        }
                    )+
                    longest
                };
                let start: &[u8; LONGEST] = text.first_chunk()?;
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

            /// Returns the member of the body with this name.
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

parameters!(fields);

/// Writes the [name](Field::name) on the wire.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Parses the [name](Field::name) on the wire. Header names may have letters in either case.
impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(name: &str) -> Result<Self, UnknownField> {
        let has_name = |field: &&Self| match field.location() {
            Location::Header => field.name().eq_ignore_ascii_case(name),
            _ => field.name() == name,
        };
        Self::ALL.iter().find(has_name).copied().ok_or(UnknownField)
    }
}

/// The error of a string that is not the [name](Field::name) of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct UnknownField;

impl fmt::Display for UnknownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("not the name of a field")
    }
}

/// Writes `path`, `header`, `body` or `combination`.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Path => "path",
            Self::Header => "header",
            Self::Body => "body",
            Self::Combination => "combination",
        })
    }
}
