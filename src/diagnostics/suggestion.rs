//! Finds an accepted value that is similar to a rejected one.

use alloc::string::String;
use core::fmt;

use super::members::Members;
use super::syntax::{Kind, Node};
use crate::api_reference::{Field, Period, PeriodUnit, StorageFormat, TransferType, Violation};

/// An accepted value that is similar to the one in the body. `Display` writes it as JSON, or an interval as `1 hour`.
///
/// `period` and `period_unit` are read together: the suggestion for one of them is listed together with the other.
///
/// ```
/// use lts_log_dump::Period;
/// use lts_log_dump::diagnostics::Suggestion;
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
    pub(super) fn of(violation: Violation, members: &Members<'_>, value: &Node<'_>) -> Option<Self> {
        match violation {
            Violation::UnlistedTransferType => {
                near(&short_string(value)?, TransferType::ALL).map(|value| Self::Text(value.as_str()))
            }
            Violation::UnlistedStorageFormat => {
                near(&short_string(value)?, StorageFormat::ALL).map(|value| Self::Text(value.as_str()))
            }
            Violation::InvalidSwitchOn => {
                near(&short_string(value)?, &["true", "false"])?.parse().ok().map(Self::Boolean)
            }
            Violation::InvalidPeriod => Self::of_period(&MeantInterval::read(members)),
            Violation::UnlistedPeriodUnit => Self::of_unit(&MeantInterval::read(members)),
            Violation::UnlistedPeriod => {
                let meant = MeantInterval::read(members);
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

    /// Returns the number or the unit if they are listed together, otherwise the listed interval of the same duration.
    fn listed(self, number: i64, unit: PeriodUnit) -> Option<Self> {
        match Period::new(number, unit) {
            Ok(_) => Some(self),
            Err(_) => same_duration(number, unit).map(Self::Interval),
        }
    }
}

/// The probable meaning of `period` and `period_unit`, listed or not.
struct MeantInterval {
    number: Option<i64>,
    /// The unit after the number, if `period` is a string such as `"5 min"`.
    own_unit: Option<PeriodUnit>,
    unit: Option<PeriodUnit>,
}

impl MeantInterval {
    fn read(members: &Members<'_>) -> Self {
        let string = |field| short_string(members.get(field)?);
        let of_string = || number_and_unit(&string(Field::Period)?);
        let (number, own_unit) = match members.period() {
            Some(number) => (Some(number), None),
            None => of_string().map_or((None, None), |(number, unit)| (Some(number), unit)),
        };
        let near_unit = || near(&string(Field::PeriodUnit)?, PeriodUnit::ALL);
        Self { number, own_unit, unit: members.period_unit().or_else(near_unit) }
    }
}

/// Reads a number and the unit after it, if there is one.
fn number_and_unit(string: &str) -> Option<(i64, Option<PeriodUnit>)> {
    let end_of_number = string.find(|character: char| !character.is_ascii_digit()).unwrap_or(string.len());
    let (number, unit) = string.split_at_checked(end_of_number)?;
    let number = number.parse().ok()?;
    match unit.trim_start() {
        "" => Some((number, None)),
        unit => Some((number, Some(near(unit, PeriodUnit::ALL)?))),
    }
}

/// The listed interval of this duration.
fn same_duration(number: i64, unit: PeriodUnit) -> Option<Period> {
    let of_unit = Period::ALL.iter().find(|interval| interval.unit() == unit)?;
    let seconds = of_unit.as_duration().as_secs().checked_div(of_unit.period().unsigned_abs())?;
    let seconds = u64::try_from(number).ok()?.checked_mul(seconds)?;
    Period::ALL.iter().copied().find(|interval| interval.as_duration().as_secs() == seconds)
}

/// Returns a string in lowercase and without white space at its ends, unless it is longer than any similar value.
fn short_string(value: &Node<'_>) -> Option<String> {
    const LONGEST: usize = 32;
    if value.kind != Kind::String {
        return None;
    }
    let mut short = String::new();
    for character in value.characters().flatten() {
        short.push(character);
        if short.len() > LONGEST {
            return None;
        }
    }
    Some(short.trim().to_lowercase())
}

/// Returns the listed value that a lowercase string is similar to. A string that contains two of them is similar to none.
fn near<T: AsRef<str> + Copy>(string: &str, listed: &[T]) -> Option<T> {
    let mut near = None;
    for listed in listed {
        let lowercase = listed.as_ref().to_lowercase();
        let is_near = is_near(string, &lowercase);
        if (is_near || string.contains(&lowercase)) && near.replace(is_near.then_some(*listed)).is_some() {
            return None;
        }
    }
    near?
}

/// Returns whether a string is the start of a listed one, or a listed one and letters after it, or one edit away.
fn is_near(string: &str, listed: &str) -> bool {
    let is_start = !string.is_empty() && listed.starts_with(string);
    let has_letters_after = || string.strip_prefix(listed).is_some_and(|after| after.chars().all(char::is_alphabetic));
    is_start || has_letters_after() || is_one_edit_away(string, listed)
}

/// Returns whether one added, removed, replaced or swapped character makes the strings equal.
fn is_one_edit_away(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    while a.clone().next() == b.clone().next() && a.next().is_some() {
        b.next();
    }
    while a.clone().next_back() == b.clone().next_back() && a.next_back().is_some() {
        b.next_back();
    }
    match (a.clone().count(), b.clone().count()) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => a.eq(b.rev()),
        _ => false,
    }
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
