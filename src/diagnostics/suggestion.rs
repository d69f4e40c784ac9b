//! What was probably meant.

use alloc::string::String;
use core::fmt;

use super::members::Members;
use super::scan::{Kind, Value};
use super::text::characters;
use crate::api_reference::{Period, PeriodUnit, StorageFormat, TransferType, Violation};

/// A value that is accepted in the place of what was found, and near to it. `Display` writes it as it is in a body, an
/// interval as people say it.
///
/// It is a hint for a person: a number and a unit that are each accepted may still be no listed interval, as 5 hours are.
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

/// No listed text is nearly as long, so a longer one is near to none.
const LONGEST: usize = 32;

impl Suggestion {
    pub(super) fn of(violation: Violation, text: &str, members: &Members, value: &Value) -> Option<Self> {
        if violation == Violation::UnlistedPeriod {
            return same_duration(members.period(text)?, members.unit(text)?).map(Self::Interval);
        }
        if value.kind != Kind::String {
            return None;
        }
        let mut written = String::new();
        for character in characters(text, value.span.clone()).map_while(Result::ok) {
            written.push(character);
            if written.len() > LONGEST {
                return None;
            }
        }
        let near = |listed: &mut dyn Iterator<Item = &'static str>| near(&written, listed);
        match violation {
            Violation::UnlistedTransferType => {
                near(&mut TransferType::ALL.iter().map(|value| value.as_str())).map(Self::Text)
            }
            Violation::UnlistedStorageFormat => {
                near(&mut StorageFormat::ALL.iter().map(|value| value.as_str())).map(Self::Text)
            }
            Violation::UnlistedPeriodUnit => {
                near(&mut PeriodUnit::ALL.iter().map(|value| value.as_str())).map(Self::Text)
            }
            Violation::InvalidSwitchOn => near(&mut ["true", "false"].into_iter())?.parse().ok().map(Self::Boolean),
            Violation::InvalidPeriod => interval(&written, members.unit(text)),
            _ => None,
        }
    }
}

/// The listed interval that takes as long.
fn same_duration(period: i64, unit: PeriodUnit) -> Option<Period> {
    let of_unit = Period::ALL.iter().find(|interval| interval.unit() == unit)?;
    let seconds = of_unit.as_duration().as_secs().checked_div(of_unit.period().unsigned_abs())?;
    let seconds = u64::try_from(period).ok()?.checked_mul(seconds)?;
    Period::ALL.iter().copied().find(|interval| interval.as_duration().as_secs() == seconds)
}

/// The number, or the number and the unit, that a text holds. A number that is not listed with the unit beside it is
/// none, but the listed interval that takes as long may be meant.
fn interval(text: &str, unit: Option<PeriodUnit>) -> Option<Suggestion> {
    let text: String = text.split_whitespace().collect();
    if let Ok(interval) = text.parse() {
        return Some(Suggestion::Interval(interval));
    }
    let number = text.parse().ok()?;
    if let Some(unit) = unit.filter(|unit| Period::new(number, *unit).is_err()) {
        return same_duration(number, unit).map(Suggestion::Interval);
    }
    Period::ALL.iter().any(|interval| interval.period() == number).then_some(Suggestion::Integer(number))
}

/// The one of the listed texts that a text is near to. A text with two of them in it is near to none.
fn near(text: &str, listed: &mut dyn Iterator<Item = &'static str>) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let mut near = None;
    for listed in listed {
        let lowercase = listed.to_lowercase();
        let is_near = is_near(&text, &lowercase);
        if (is_near || text.contains(&lowercase)) && near.replace(is_near.then_some(listed)).is_some() {
            return None;
        }
    }
    near?
}

/// Whether one text is the start of the other, or one change away: a character more, less or other, or two swapped.
fn is_near(a: &str, b: &str) -> bool {
    if !a.is_empty() && (a.starts_with(b) || b.starts_with(a)) {
        return true;
    }
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
