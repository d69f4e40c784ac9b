//! The lists of the API reference, each value written once. Their constructors are in `src/value/`.

/// Joins literals with commas, each between a pair of quotes.
macro_rules! join {
    ($quote:literal, $first:expr $(, $other:expr)*) => {
        concat!($quote, $first, $quote $(, ", ", $quote, $other, $quote)*)
    };
}

/// Makes an enum for each list, from the rows below. A row with a unit is an interval.
macro_rules! lists {
    ($(
        #[$summary:meta]
        $(#[$doc:meta])*
        pub enum $list:ident, wire $field:ident {$(
            $(#[$default:meta])?
            $value:ident = $text:literal $($unit:ident)? $(, $about:literal)?;
        )+}
    )+) => {
        /// A value of a list, or all values, separated by commas. With `documented`, each is in backticks.
        macro_rules! listed {
            $(
                $(($list $value) => {
                    concat!($text $(, listed!(PeriodUnit $unit))?)
                };)+
                ($list) => {
                    join!("" $(, listed!($list $value))+)
                };
                (documented $list) => {
                    join!("`" $(, listed!($list $value))+)
                };
                (strings $list) => {
                    &[$(listed!($list $value)),+]
                };
            )+
        }

        $(
            #[$summary]
            ///
            #[doc = concat!("One of ", listed!(documented $list), ". On the wire: ", field_name!(documented $field), ".")]
            ///
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $list {$(
                $(#[$default])?
                $(#[doc = concat!("`", $text, "`: ", $about, ".")])?
                $(#[doc = concat!("Every ", $text, " ", listed!(PeriodUnit $unit), ".")])?
                $value,
            )+}

            impl $list {
                /// Every value, in the order of the API reference.
                pub const ALL: &[Self] = &[$(Self::$value),+];

                /// Returns the value as it is in the API reference.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        $(Self::$value => listed!($list $value)),+
                    }
                }

                intervals!($($value = $text $($unit)?,)+);
            }
        )+
    };
}

/// Makes the methods of intervals. Lists without units have none.
macro_rules! intervals {
    ($($value:ident = $text:literal,)+) => {};
    ($($value:ident = $number:literal $unit:ident,)+) => {
        /// Returns the number of units: `period` on the wire.
        #[must_use]
        pub const fn number(self) -> i64 {
            match self {
                $(Self::$value => $number),+
            }
        }

        /// Returns the unit: `period_unit` on the wire.
        #[must_use]
        pub const fn unit(self) -> PeriodUnit {
            match self {
                $(Self::$value => PeriodUnit::$unit),+
            }
        }

        /// Returns both members as they are on the wire, with a comma before each.
        pub(crate) const fn as_members(self) -> &'static str {
            match self {
                $(Self::$value => concat!(
                    ",\"", field_name!(Period), "\":", $number,
                    ",\"", field_name!(PeriodUnit), "\":\"", listed!(PeriodUnit $unit), "\""
                )),+
            }
        }
    };
}

lists! {
    /// How logs are transferred.
    ///
    /// `Default` is this value.
    ///
    #[doc = example!(TransferType, "cycle" => TransferType::Cycle, "other" => UnlistedTransferType)]
    #[derive(Default)]
    pub enum TransferType, wire TransferType {
        #[default]
        Cycle = "cycle", "logs are transferred periodically";
    }

    /// How logs are stored.
    ///
    /// `Default` is the first; the member is still mandatory on the wire.
    ///
    #[doc = example!(StorageFormat, "JSON" => StorageFormat::Json, "other" => UnlistedStorageFormat)]
    #[derive(Default)]
    pub enum StorageFormat, wire StorageFormat {
        #[default]
        Raw = "RAW", "logs are stored as they were collected";
        Json = "JSON", "logs are stored as JSON";
    }

    /// The unit of a [`Period`].
    ///
    #[doc = example!(PeriodUnit, "hour" => PeriodUnit::Hour, "other" => UnlistedPeriodUnit)]
    pub enum PeriodUnit, wire PeriodUnit {
        Min = "min", "minutes";
        Hour = "hour", "hours";
    }

    /// How often logs are transferred: one of the intervals that the API reference lists.
    ///
    /// The members are `period` and `period_unit`.
    ///
    /// ```
    /// use core::time::Duration;
    ///
    /// use lts_log_dump::{Period, PeriodUnit, Violation};
    ///
    /// assert_eq!(Period::new(5, PeriodUnit::Min), Ok(Period::Min5));
    /// assert_eq!(Period::new(5, PeriodUnit::Hour), Err(Violation::UnlistedPeriod));
    /// assert_eq!("12hour".parse(), Ok(Period::Hour12));
    /// assert_eq!(Period::try_from(Duration::from_secs(60 * 60)), Ok(Period::Hour1));
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Period, wire PeriodAndUnit {
        Min2 = 2 Min;
        Min5 = 5 Min;
        Min30 = 30 Min;
        Hour1 = 1 Hour;
        Hour3 = 3 Hour;
        Hour6 = 6 Hour;
        Hour12 = 12 Hour;
    }
}
