//! What was probably meant.

use core::fmt;

use super::members::Members;
use super::near::{near, short_string};
use super::scan::Value;
use crate::api_reference::{Field, Period, PeriodUnit, StorageFormat, TransferType, Violation};

/// A value that is accepted in the place of what was found, and near to it. `Display` writes it as it is in a body, an
/// interval as people say it.
///
/// The number and the unit of an interval are read together: what is suggested for one of them is listed with what the other
/// means.
///
/// ```
/// use lts_log_dump::{Period, Suggestion};
///
/// assert_eq!(Suggestion::Text("RAW").to_string(), "\"RAW\"");
/// assert_eq!(Suggestion::Interval(Period::Hour1).to_string(), "1 hour");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Suggestion {
    /// A listed string.
    Text(&'static str),
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A `period` and a `period_unit`.
    Interval(Period),
}

impl Suggestion {
    pub(super) fn of(violation: Violation, text: &str, members: &Members, value: &Value) -> Option<Self> {
        match violation {
            Violation::UnlistedTransferType => {
                near(&short_string(text, value)?, TransferType::ALL).map(|value| Self::Text(value.as_str()))
            }
            Violation::UnlistedStorageFormat => {
                near(&short_string(text, value)?, StorageFormat::ALL).map(|value| Self::Text(value.as_str()))
            }
            Violation::InvalidSwitchOn => {
                near(&short_string(text, value)?, &["true", "false"])?.parse().ok().map(Self::Boolean)
            }
            Violation::InvalidPeriod => Self::of_period(&MeantInterval::read(text, members)),
            Violation::UnlistedPeriodUnit => Self::of_unit(&MeantInterval::read(text, members)),
            Violation::UnlistedPeriod => {
                let meant = MeantInterval::read(text, members);
                same_duration(meant.number?, meant.unit?).map(Self::Interval)
            }
            _ => None,
        }
    }

    fn of_period(meant: &MeantInterval) -> Option<Self> {
        let number = meant.number?;
        if let Some(unit) = meant.own_unit {
            return same_duration(number, unit).map(Self::Interval);
        }
        match meant.unit {
            Some(unit) => Self::listed(Self::Integer(number), number, unit),
            None => Period::ALL.iter().any(|interval| interval.period() == number).then_some(Self::Integer(number)),
        }
    }

    fn of_unit(meant: &MeantInterval) -> Option<Self> {
        let unit = meant.unit?;
        let suggestion = Self::Text(unit.as_str());
        match meant.number {
            Some(number) => Self::listed(suggestion, number, unit),
            None => Some(suggestion),
        }
    }

    /// A number or a unit, if they are listed together. Otherwise the listed interval that takes as long.
    fn listed(self, number: i64, unit: PeriodUnit) -> Option<Self> {
        match Period::new(number, unit) {
            Ok(_) => Some(self),
            Err(_) => same_duration(number, unit).map(Self::Interval),
        }
    }
}

/// What `period` and `period_unit` mean, whether they are listed or not.
struct MeantInterval {
    number: Option<i64>,
    /// The unit that a text has after the number.
    own_unit: Option<PeriodUnit>,
    unit: Option<PeriodUnit>,
}

impl MeantInterval {
    fn read(text: &str, members: &Members) -> Self {
        let string = |field| short_string(text, members.get(field)?);
        let of_text = || number_and_unit(&string(Field::Period)?);
        let (number, own_unit) = match members.period(text) {
            Some(number) => (Some(number), None),
            None => of_text().map_or((None, None), |(number, unit)| (Some(number), unit)),
        };
        let near_unit = || near(&string(Field::PeriodUnit)?, PeriodUnit::ALL);
        Self { number, own_unit, unit: members.unit(text).or_else(near_unit) }
    }
}

/// The number that a text holds, and the unit after it, if there is one.
fn number_and_unit(text: &str) -> Option<(i64, Option<PeriodUnit>)> {
    let end_of_number = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end_of_number)?;
    let number = number.parse().ok()?;
    match unit.trim_start() {
        "" => Some((number, None)),
        unit => Some((number, Some(near(unit, PeriodUnit::ALL)?))),
    }
}

/// The listed interval that takes as long.
fn same_duration(number: i64, unit: PeriodUnit) -> Option<Period> {
    let of_unit = Period::ALL.iter().find(|interval| interval.unit() == unit)?;
    let seconds = of_unit.as_duration().as_secs().checked_div(of_unit.period().unsigned_abs())?;
    let seconds = u64::try_from(number).ok()?.checked_mul(seconds)?;
    Period::ALL.iter().copied().find(|interval| interval.as_duration().as_secs() == seconds)
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Boolean(boolean) => write!(f, "{boolean}"),
            Self::Integer(integer) => write!(f, "{integer}"),
            Self::Interval(interval) => write!(f, "{} {}", interval.period(), interval.unit()),
        }
    }
}
