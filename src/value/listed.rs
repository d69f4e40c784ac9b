//! The constructors and conversions of listed values.

use core::str::FromStr;
use core::time::Duration;

use crate::api_reference::{ErrorCode, Period, PeriodUnit, StorageFormat, TransferType, UnlistedErrorCode, Violation};

/// Implements `new` and the traits of strings for the lists.
macro_rules! lists {
    ($($name:ident: $unlisted:ident, $invalid:ident;)+) => {$(
        impl $name {
            /// Validates a string. It is case-sensitive.
            ///
            /// # Errors
            ///
            #[doc = concat!("Another string: ", error_doc!($unlisted))]
            pub fn new(value: impl AsRef<str>) -> Result<Self, Violation> {
                let value = value.as_ref();
                Self::ALL.iter().copied().find(|listed| listed.as_str() == value).ok_or(Violation::$unlisted)
            }
        }

        text_traits!(validated $name, Violation, Violation::$invalid);
    )+};
}

lists! {
    TransferType: UnlistedTransferType, InvalidTransferType;
    StorageFormat: UnlistedStorageFormat, InvalidStorageFormat;
    PeriodUnit: UnlistedPeriodUnit, InvalidPeriodUnit;
}

impl Period {
    /// Validates a number of units. An interval has one form only: 1 hour is listed, 60 minutes are not.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another combination: ", error_doc!(UnlistedPeriod))]
    pub const fn new(number: i64, unit: PeriodUnit) -> Result<Self, Violation> {
        let mut rest = Self::ALL;
        while let [interval, after @ ..] = rest {
            // `==` of enums is not const.
            if interval.number() == number && interval.unit() as u8 == unit as u8 {
                return Ok(*interval);
            }
            rest = after;
        }
        Err(Violation::UnlistedPeriod)
    }

    /// Returns the length of the interval.
    #[must_use]
    pub const fn to_duration(self) -> Duration {
        let seconds: u64 = match self.unit() {
            PeriodUnit::Min => 60,
            PeriodUnit::Hour => 60 * 60,
        };
        Duration::from_secs(self.number().unsigned_abs().saturating_mul(seconds))
    }
}

/// Parses an interval as in the message of the API reference, for example `5min`.
impl FromStr for Period {
    type Err = Violation;

    fn from_str(string: &str) -> Result<Self, Violation> {
        Self::ALL.iter().copied().find(|interval| interval.as_str() == string).ok_or(Violation::UnlistedPeriod)
    }
}

/// Converts the duration of a listed interval.
impl TryFrom<Duration> for Period {
    type Error = Violation;

    #[inline]
    fn try_from(duration: Duration) -> Result<Self, Violation> {
        Self::ALL.iter().copied().find(|interval| interval.to_duration() == duration).ok_or(Violation::UnlistedPeriod)
    }
}

text_traits!(shown Period);
// For configuration files and command lines. In a body it is two members.
text_traits!(serde Period, Violation, Violation::UnlistedPeriod);

text_traits!(shown ErrorCode);
text_traits!(borrowed ErrorCode);
text_traits!(ordered ErrorCode);
text_traits!(serialized ErrorCode);
text_traits!(displayed UnlistedErrorCode);
