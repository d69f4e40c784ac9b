//! The interval between two transfers.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;

use crate::choice::PeriodUnit;
use crate::violation::Violation;

/// Makes [`Period`] from the rows of the page's list.
macro_rules! periods {
    ($($(#[$doc:meta])* $name:ident = ($number:literal, $unit:ident),)+) => {
        /// How often logs are transferred: one of the intervals that the page lists.
        ///
        #[doc = concat!("On the wire: `period` and `period_unit` together, ", field_doc!(PeriodAndUnit), ".")]
        ///
        /// ```
        /// use lts_log_dump::{Period, PeriodUnit, Violation};
        ///
        /// assert_eq!(Period::new(5, PeriodUnit::Min), Ok(Period::Min5));
        /// assert_eq!(Period::new(5, PeriodUnit::Hour), Err(Violation::UnlistedPeriod));
        /// assert_eq!("12hour".parse(), Ok(Period::Hour12));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Period {
            $($(#[$doc])* $name,)+
        }

        impl Period {
            /// Every interval, in the order of the page.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The interval as it is in the page's message: `5min`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => value!(($number, $unit)),)+
                }
            }

            /// The number of units: `period` on the wire.
            #[must_use]
            pub const fn period(self) -> i64 {
                match self {
                    $(Self::$name => $number,)+
                }
            }

            /// The unit: `period_unit` on the wire.
            #[must_use]
            pub const fn unit(self) -> PeriodUnit {
                match self {
                    $(Self::$name => PeriodUnit::$unit,)+
                }
            }
        }
    };
}

page_list!(Period, periods {});

impl Period {
    /// The interval of `period` times `unit`.
    ///
    /// Only what the page lists is an interval, in the unit that it lists: `60` times `min` is none.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another combination: ", error_doc!(UnlistedPeriod))]
    pub fn new(period: i64, unit: PeriodUnit) -> Result<Self, Violation> {
        let listed = |interval: &Self| interval.period() == period && interval.unit() == unit;
        Self::ALL.iter().copied().find(listed).ok_or(Violation::UnlistedPeriod)
    }

    /// The interval as a duration.
    ///
    /// ```
    /// use core::time::Duration;
    /// use lts_log_dump::Period;
    ///
    /// assert_eq!(Period::Hour1.as_duration(), Duration::from_secs(3600));
    /// ```
    #[must_use]
    pub const fn as_duration(self) -> Duration {
        let seconds: u64 = match self.unit() {
            PeriodUnit::Min => 60,
            PeriodUnit::Hour => 60 * 60,
        };
        Duration::from_secs(self.period().unsigned_abs().saturating_mul(seconds))
    }
}

/// As in the page's message: `5min`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// From what [`Display`](fmt::Display) writes.
impl FromStr for Period {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        Self::ALL.iter().copied().find(|interval| interval.as_str() == text).ok_or(Violation::UnlistedPeriod)
    }
}

impl TryFrom<&str> for Period {
    type Error = Violation;

    fn try_from(text: &str) -> Result<Self, Violation> {
        text.parse()
    }
}

impl AsRef<str> for Period {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
