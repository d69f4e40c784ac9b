//! Values of the lists of the API reference: how a text becomes one, and a number with a unit becomes an interval.

use core::str::FromStr;
use core::time::Duration;

use crate::api_reference::{ErrorCode, Period, PeriodUnit, StorageFormat, TransferType, Violation};

impl TransferType {
    /// Finds the value that is written like this on the wire. Case counts.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another text: ", error_doc!(UnlistedTransferType))]
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let text = text.as_ref();
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::UnlistedTransferType)
    }
}

text_traits!(TransferType, Violation, Violation::InvalidTransferType);

impl StorageFormat {
    /// Finds the value that is written like this on the wire. Case counts.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another text: ", error_doc!(UnlistedStorageFormat))]
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let text = text.as_ref();
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::UnlistedStorageFormat)
    }
}

text_traits!(StorageFormat, Violation, Violation::InvalidStorageFormat);

impl PeriodUnit {
    /// Finds the value that is written like this on the wire. Case counts.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another text: ", error_doc!(UnlistedPeriodUnit))]
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let text = text.as_ref();
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::UnlistedPeriodUnit)
    }
}

text_traits!(PeriodUnit, Violation, Violation::InvalidPeriodUnit);

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

/// From `5min` and its like, as in the message of the API reference.
impl FromStr for Period {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        Self::ALL.iter().copied().find(|interval| interval.as_str() == text).ok_or(Violation::UnlistedPeriod)
    }
}

text_traits!(from_texts Period, Violation);
text_traits!(shown Period);
// For configuration files and command lines. In a body it is two members.
text_traits!(serde Period, Violation, Violation::UnlistedPeriod);

impl From<Period> for Duration {
    #[inline]
    fn from(period: Period) -> Self {
        period.as_duration()
    }
}

/// From the duration of a listed interval.
///
/// ```
/// use core::time::Duration;
/// use lts_log_dump::{Period, Violation};
///
/// assert_eq!(Period::try_from(Duration::from_secs(5 * 60)), Ok(Period::Min5));
/// assert_eq!(Period::try_from(Duration::from_secs(5)), Err(Violation::UnlistedPeriod));
/// ```
impl TryFrom<Duration> for Period {
    type Error = Violation;

    #[inline]
    fn try_from(duration: Duration) -> Result<Self, Violation> {
        Self::ALL.iter().copied().find(|interval| interval.as_duration() == duration).ok_or(Violation::UnlistedPeriod)
    }
}

text_traits!(compared ErrorCode);
