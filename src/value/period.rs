//! The interval between two transfers: how a number and a unit become one.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;

use crate::reference::{Period, PeriodUnit, Violation};

impl Period {
    /// Finds the interval of `period` times `unit`.
    ///
    /// An interval has one form only: `1` `hour` is listed, `60` `min` is not.
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

/// As in the message of the API reference: `5min`.
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
