//! Finds an accepted value that is similar to a rejected one.

use alloc::string::String;
use core::fmt;

use super::members::Members;
use crate::api_reference::{Field, Period, PeriodUnit, Shape, Violation};
use crate::json::pad;

/// An accepted value that is similar to the one in the body. `Display` writes it as JSON, or an interval as `1 hour`.
///
/// A suggestion for `period` or `period_unit` is listed together with the other member.
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

/// The documented strings of a switch, then the strings of the sibling API `/transfers`.
const SWITCHES: [(&str, bool); 4] = [("true", true), ("false", false), ("enable", true), ("disable", false)];

impl Suggestion {
    pub(super) fn of(violation: Violation, members: &Members<'_>) -> Option<Self> {
        match (violation.field(), violation.field().shape()) {
            (field @ (Field::Period | Field::PeriodUnit | Field::PeriodAndUnit), _) => Self::interval(field, members),
            (field, Shape::Listed(listed)) => {
                near(&lowercase(members, field)?, listed.iter().map(|listed| (*listed, Self::Text(listed))))
            }
            (field, Shape::Switch) => near(&lowercase(members, field)?, SWITCHES).map(Self::Boolean),
            _ => None,
        }
    }

    /// Returns a value that is listed together with the other member, otherwise the listed interval of the same duration.
    fn interval(field: Field, members: &Members<'_>) -> Option<Self> {
        let number = members.period().map(|number| (number, None));
        let (number, own_unit) = number.or_else(|| number_and_unit(&lowercase(members, Field::Period)?)).unzip();
        let unit = members.period_unit().or_else(|| near_unit(&lowercase(members, Field::PeriodUnit)?));
        match (field, own_unit.flatten(), number.zip(unit)) {
            (Field::Period | Field::PeriodAndUnit, Some(own_unit), _) => same_duration(number?, own_unit),
            (_, _, Some((number, unit))) if Period::new(number, unit).is_err() => same_duration(number, unit),
            (Field::PeriodUnit, ..) => Some(Self::Text(unit?.as_str())),
            _ => number.filter(|number| Period::ALL.iter().any(|listed| listed.number() == *number)).map(Self::Integer),
        }
    }
}

/// Parses a number and an optional unit after it: `5 min`.
fn number_and_unit(string: &str) -> Option<(i64, Option<PeriodUnit>)> {
    let unit = string.trim_start_matches(|character: char| character.is_ascii_digit());
    let number = string.strip_suffix(unit)?.parse().ok()?;
    match unit.trim_start() {
        "" => Some((number, None)),
        unit => Some((number, Some(near_unit(unit)?))),
    }
}

/// Returns the listed interval with this duration.
fn same_duration(number: i64, unit: PeriodUnit) -> Option<Suggestion> {
    let of_unit = Period::ALL.iter().find(|interval| interval.unit() == unit)?;
    let one = of_unit.to_duration().checked_div(u32::try_from(of_unit.number()).ok()?)?;
    let duration = one.checked_mul(u32::try_from(number).ok()?)?;
    Period::try_from(duration).ok().map(Suggestion::Interval)
}

/// Returns a member's value in lowercase and without white space at its ends, if it is short. It is empty if it is not a string.
fn lowercase(members: &Members<'_>, field: Field) -> Option<String> {
    Some(short(members.get(field)?.characters())?.trim().to_lowercase())
}

/// Collects a string, or returns `None` if it is too long to be similar to a listed value or a name.
pub(super) fn short(characters: impl Iterator<Item = char>) -> Option<String> {
    const LONGEST: usize = 32;
    let start: String = characters.take(LONGEST + 1).collect();
    (start.len() <= LONGEST).then_some(start)
}

fn near_unit(string: &str) -> Option<PeriodUnit> {
    near(string, PeriodUnit::ALL.iter().map(|unit| (unit.as_str(), *unit)))
}

/// Returns the listed value whose name is similar to a lowercase string. A string that contains two names is similar to neither.
fn near<T>(string: &str, listed: impl IntoIterator<Item = (&'static str, T)>) -> Option<T> {
    let names = listed.into_iter().map(|(name, value)| (name.to_lowercase(), value));
    let mut similar = names.filter(|(name, _)| string.contains(name) || is_near(string, name));
    let (name, value) = similar.next()?;
    (similar.next().is_none() && is_near(string, &name)).then_some(value)
}

/// Returns whether a string is the start of a name, a name with letters after it, or one edit away from a name.
fn is_near(string: &str, name: &str) -> bool {
    let is_start = !string.is_empty() && name.starts_with(string);
    let has_letters_after = || string.strip_prefix(name).is_some_and(|after| after.chars().all(char::is_alphabetic));
    is_start || has_letters_after() || are_within(1, string, name)
}

/// Returns whether the Damerau–Levenshtein distance of two strings is at most `edits`: whether they are equal after so many characters
/// are added, removed, replaced or swapped with a neighbour. Time is exponential in `edits`, which is at most 3.
pub(super) fn are_within(edits: usize, a: &str, b: &str) -> bool {
    let (mut start_of_a, mut start_of_b) = (a.chars(), b.chars());
    let (Some(last_of_a), Some(last_of_b)) = (start_of_a.next_back(), start_of_b.next_back()) else {
        return a.chars().chain(b.chars()).count() <= edits;
    };
    let (start_of_a, start_of_b) = (start_of_a.as_str(), start_of_b.as_str());
    if last_of_a == last_of_b {
        return are_within(edits, start_of_a, start_of_b);
    }
    let Some(edits) = edits.checked_sub(1) else { return false };
    // The other characters between two that are swapped are removed or added.
    let are_swapped = || {
        let (before_a, between_a) = start_of_a.rsplit_once(last_of_b)?;
        let (before_b, between_b) = start_of_b.rsplit_once(last_of_a)?;
        let others = between_a.chars().chain(between_b.chars()).count();
        Some(are_within(edits.checked_sub(others)?, before_a, before_b))
    };
    are_within(edits, start_of_a, start_of_b)
        || are_within(edits, start_of_a, b)
        || are_within(edits, a, start_of_b)
        || are_swapped() == Some(true)
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
