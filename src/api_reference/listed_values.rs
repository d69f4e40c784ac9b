//! The lists of the API reference, each value written once. Their constructors are in `src/value/`.

/// Makes an enum for each list, from the rows below. The first block has the lists of texts, the second has the intervals.
macro_rules! lists {
    (
        {$(
            $(#[$doc:meta])*
            pub enum $list:ident {
                $(#[$first_doc:meta])* $first:ident = $first_text:literal,
                $($(#[$other_doc:meta])* $other:ident = $other_text:literal,)*
            }
        )+}
        {
            $(#[$intervals_doc:meta])*
            pub enum $intervals:ident {
                $(#[$first_interval_doc:meta])* $first_interval:ident = $first_number:literal $first_unit:ident,
                $($(#[$interval_doc:meta])* $interval:ident = $number:literal $unit:ident,)*
            }
        }
    ) => {
        /// A value of a list as it is on the wire, or all values of a list, joined by commas; with `documented`, as code in the docs.
        macro_rules! listed {
            $(
                ($list $first) => {
                    $first_text
                };
                $(($list $other) => {
                    $other_text
                };)*
                ($list) => {
                    concat!($first_text $(, ", ", $other_text)*)
                };
                (strings $list) => {
                    &[$first_text $(, $other_text)*]
                };
                (documented $list) => {
                    concat!("`", $first_text, "`" $(, ", `", $other_text, "`")*)
                };
            )+
            (members $a_number:literal, $a_unit:ident) => {
                concat!(
                    ",\"", field_name!(Period), "\":", $a_number,
                    ",\"", field_name!(PeriodUnit), "\":\"", listed!(PeriodUnit $a_unit), "\""
                )
            };
            ($intervals) => {
                concat!(
                    $first_number, listed!(PeriodUnit $first_unit)
                    $(, ", ", $number, listed!(PeriodUnit $unit))*
                )
            };
        }

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $list {
                $(#[$first_doc])*
                $first,
                $($(#[$other_doc])* $other,)*
            }

            impl $list {
                /// Every value, in the order of the API reference.
                pub const ALL: &[Self] = &[Self::$first, $(Self::$other),*];

                /// The value as it is on the wire.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        Self::$first => $first_text,
                        $(Self::$other => $other_text,)*
                    }
                }
            }
        )+

        $(#[$intervals_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $intervals {
            $(#[$first_interval_doc])* $first_interval,
            $($(#[$interval_doc])* $interval,)*
        }

        impl $intervals {
            /// Every interval, in the order of the API reference.
            pub const ALL: &[Self] = &[Self::$first_interval, $(Self::$interval),*];

            /// The interval as it is in the message of the API reference: `5min`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first_interval => concat!($first_number, listed!(PeriodUnit $first_unit)),
                    $(Self::$interval => concat!($number, listed!(PeriodUnit $unit)),)*
                }
            }

            /// Both members as they are on the wire, with a comma before each.
            pub(crate) const fn as_members(self) -> &'static str {
                match self {
                    Self::$first_interval => listed!(members $first_number, $first_unit),
                    $(Self::$interval => listed!(members $number, $unit),)*
                }
            }

            /// Returns the number of units: `period` on the wire.
            #[must_use]
            pub const fn number(self) -> i64 {
                match self {
                    Self::$first_interval => $first_number,
                    $(Self::$interval => $number,)*
                }
            }

            /// Returns the unit: `period_unit` on the wire.
            #[must_use]
            pub const fn unit(self) -> PeriodUnit {
                match self {
                    Self::$first_interval => PeriodUnit::$first_unit,
                    $(Self::$interval => PeriodUnit::$unit,)*
                }
            }
        }
    };
}

lists! {
    {
        /// How logs are transferred.
        ///
        #[doc = concat!("One of ", listed!(documented TransferType), ". On the wire: ", field_name!(documented TransferType), ".")]
        /// `Default` is this value.
        ///
        /// ```
        /// use lts_log_dump::{TransferType, Violation};
        ///
        /// assert_eq!(TransferType::new(TransferType::Cycle.as_str()), Ok(TransferType::Cycle));
        /// assert_eq!(TransferType::new("other"), Err(Violation::UnlistedTransferType));
        /// ```
        #[derive(Default)]
        pub enum TransferType {
            #[default]
            /// Logs are transferred periodically.
            Cycle = "cycle",
        }

        /// How logs are stored.
        ///
        #[doc = concat!("One of ", listed!(documented StorageFormat), ". On the wire: ", field_name!(documented StorageFormat), ".")]
        /// `Default` is the first; the member is still mandatory on the wire.
        ///
        /// ```
        /// use lts_log_dump::{StorageFormat, Violation};
        ///
        /// assert_eq!(StorageFormat::new(StorageFormat::Json.as_str()), Ok(StorageFormat::Json));
        /// assert_eq!(StorageFormat::new("other"), Err(Violation::UnlistedStorageFormat));
        /// ```
        #[derive(Default)]
        pub enum StorageFormat {
            #[default]
            /// Logs are stored as they were collected.
            Raw = "RAW",
            /// Logs are stored as JSON.
            Json = "JSON",
        }

        /// The unit of a [`Period`].
        ///
        #[doc = concat!("One of ", listed!(documented PeriodUnit), ". On the wire: ", field_name!(documented PeriodUnit), ".")]
        ///
        /// ```
        /// use lts_log_dump::{PeriodUnit, Violation};
        ///
        /// assert_eq!(PeriodUnit::new(PeriodUnit::Hour.as_str()), Ok(PeriodUnit::Hour));
        /// assert_eq!(PeriodUnit::new("other"), Err(Violation::UnlistedPeriodUnit));
        /// ```
        pub enum PeriodUnit {
            /// Minutes.
            Min = "min",
            /// Hours.
            Hour = "hour",
        }
    }
    {
        /// How often logs are transferred: one of the intervals that the API reference lists.
        ///
        #[doc = concat!("One of ", listed!(Period), ".")]
        #[doc = concat!("On the wire: `period` and `period_unit` together, ", field_name!(documented PeriodAndUnit), ".")]
        ///
        /// ```
        /// use lts_log_dump::{Period, PeriodUnit, Violation};
        ///
        /// assert_eq!(Period::new(5, PeriodUnit::Min), Ok(Period::Min5));
        /// assert_eq!(Period::new(5, PeriodUnit::Hour), Err(Violation::UnlistedPeriod));
        /// assert_eq!("12hour".parse(), Ok(Period::Hour12));
        /// ```
        pub enum Period {
            /// Every 2 minutes.
            Min2 = 2 Min,
            /// Every 5 minutes.
            Min5 = 5 Min,
            /// Every 30 minutes.
            Min30 = 30 Min,
            /// Every hour.
            Hour1 = 1 Hour,
            /// Every 3 hours.
            Hour3 = 3 Hour,
            /// Every 6 hours.
            Hour6 = 6 Hour,
            /// Every 12 hours.
            Hour12 = 12 Hour,
        }
    }
}
