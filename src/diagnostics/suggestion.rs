//! Finds an accepted value that is similar to a rejected one.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::members::Members;
use super::syntax::{Kind, Node};
use crate::api_reference::{Field, Period, PeriodUnit, StorageFormat, TransferType, Violation};
use crate::json::pad;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// The strings for a switch: the documented ones, then the ones that the sibling API `/transfers` uses.
const SWITCHES: [(&str, bool); 4] = [("true", true), ("false", false), ("enable", true), ("disable", false)];

fn switch(name: &str) -> Option<Suggestion> {
    SWITCHES.iter().find(|(listed, _)| *listed == name).map(|(_, is_on)| Suggestion::Boolean(*is_on))
}

impl Suggestion {
    pub(super) fn of(violation: Violation, members: &Members<'_>, value: &Node<'_>) -> Option<Self> {
        let string = short_string(value);
        let meant = || MeantInterval::read(members);
        match violation {
            Violation::UnlistedTransferType => near(&string?, TransferType::ALL).map(|near| Self::Text(near.as_str())),
            Violation::UnlistedStorageFormat => {
                near(&string?, StorageFormat::ALL).map(|near| Self::Text(near.as_str()))
            }
            Violation::InvalidSwitchOn => near(&string?, &SWITCHES.map(|(name, _)| name)).and_then(switch),
            Violation::InvalidPeriod => meant().period(),
            Violation::UnlistedPeriodUnit => meant().period_unit(),
            Violation::UnlistedPeriod => meant().same_duration(),
            _ => None,
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

    fn period(self) -> Option<Suggestion> {
        let number = self.number?;
        match self {
            Self { own_unit: Some(unit), .. } => same_duration(number, unit),
            Self { unit: Some(_), .. } => self.listed(Suggestion::Integer(number)),
            _ => Period::ALL.iter().any(|interval| interval.number() == number).then_some(Suggestion::Integer(number)),
        }
    }

    fn period_unit(self) -> Option<Suggestion> {
        let unit = Suggestion::Text(self.unit?.as_str());
        if self.number.is_some() { self.listed(unit) } else { Some(unit) }
    }

    /// Returns the suggestion if number and unit are listed together, otherwise the listed interval of the same duration.
    fn listed(self, suggestion: Suggestion) -> Option<Suggestion> {
        let is_listed = Period::new(self.number?, self.unit?).is_ok();
        if is_listed { Some(suggestion) } else { self.same_duration() }
    }

    fn same_duration(self) -> Option<Suggestion> {
        same_duration(self.number?, self.unit?)
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
fn same_duration(number: i64, unit: PeriodUnit) -> Option<Suggestion> {
    let of_unit = Period::ALL.iter().find(|interval| interval.unit() == unit)?;
    let seconds = of_unit.to_duration().as_secs().checked_div(of_unit.number().unsigned_abs())?;
    let seconds = u64::try_from(number).ok()?.checked_mul(seconds)?;
    let listed = Period::ALL.iter().find(|interval| interval.to_duration().as_secs() == seconds)?;
    Some(Suggestion::Interval(*listed))
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
    is_start || has_letters_after() || edits(string, listed) <= 1
}

/// Returns the Damerau–Levenshtein distance: how many characters must be added, removed, replaced or swapped with their neighbours to
/// make two strings equal. For short strings only, because time and memory are the product of their lengths.
#[expect(clippy::arithmetic_side_effects, reason = "the strings are short")]
pub(super) fn edits(a: &str, b: &str) -> usize {
    let width = b.chars().count() + 1;
    // The distance of the first `i` characters of `a` from the first `j` of `b` is at `i * width + j`.
    let mut table: Vec<usize> = (0..width).collect();
    let at = |table: &[usize], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or_default();
    // For each character of `b`, how many characters of `a` end with the last equal one.
    let mut last_in_a = vec![0; width];
    for (i, from) in (1..).zip(a.chars()) {
        let mut last_in_b = 0;
        table.push(i);
        for ((j, to), last_in_a) in (1..).zip(b.chars()).zip(&mut last_in_a) {
            let replaced = at(&table, i - 1, j - 1) + usize::from(from != to);
            let mut least = replaced.min(at(&table, i - 1, j) + 1).min(at(&table, i, j - 1) + 1);
            if *last_in_a > 0 && last_in_b > 0 {
                let between = (i - *last_in_a - 1) + (j - last_in_b - 1);
                least = least.min(at(&table, *last_in_a - 1, last_in_b - 1) + 1 + between);
            }
            table.push(least);
            if from == to {
                (*last_in_a, last_in_b) = (i, j);
            }
        }
    }
    table.last().copied().unwrap_or_default()
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, &|out| match self {
            Self::Text(text) => write!(out, "\"{text}\""),
            Self::Boolean(boolean) => write!(out, "{boolean}"),
            Self::Integer(integer) => write!(out, "{integer}"),
            Self::Interval(interval) => write!(out, "{} {}", interval.number(), interval.unit()),
        })
    }
}
