//! Finds an accepted value that is similar to a rejected one.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::members::Members;
use super::syntax::Node;
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
    pub(super) fn of(violation: Violation, members: &Members<'_>, value: &Node<'_>) -> Option<Self> {
        match (violation.field(), violation.field().shape()) {
            (field @ (Field::Period | Field::PeriodUnit | Field::PeriodAndUnit), _) => Self::interval(field, members),
            (_, Shape::Listed(listed)) => {
                near(&lowercase(value)?, listed.iter().map(|listed| (*listed, Self::Text(listed))))
            }
            (_, Shape::Switch) => near(&lowercase(value)?, SWITCHES).map(Self::Boolean),
            _ => None,
        }
    }

    /// Returns a value that is listed together with the other member, otherwise the listed interval of the same duration.
    fn interval(field: Field, members: &Members<'_>) -> Option<Self> {
        let string = |field| lowercase(&members.get(field)?);
        let (number, own_unit) = match members.period() {
            Some(number) => (Some(number), None),
            None => string(Field::Period).and_then(|period| number_and_unit(&period)).unzip(),
        };
        let unit = members.period_unit().or_else(|| near_unit(&string(Field::PeriodUnit)?));
        let listed = |suggestion| match (number, unit) {
            (Some(number), Some(unit)) if Period::new(number, unit).is_err() => same_duration(number, unit),
            _ => Some(suggestion),
        };
        match (field, own_unit.flatten()) {
            (Field::PeriodUnit, _) => listed(Self::Text(unit?.as_str())),
            (_, Some(own_unit)) => same_duration(number?, own_unit),
            _ if unit.is_none() => {
                let number = number?;
                Period::ALL.iter().any(|interval| interval.number() == number).then_some(Self::Integer(number))
            }
            _ => listed(Self::Integer(number?)),
        }
    }
}

/// Parses a number and an optional unit after it: `5 min`.
fn number_and_unit(string: &str) -> Option<(i64, Option<PeriodUnit>)> {
    let end_of_number = string.find(|character: char| !character.is_ascii_digit()).unwrap_or(string.len());
    let (number, unit) = string.split_at_checked(end_of_number)?;
    let number = number.parse().ok()?;
    match unit.trim_start() {
        "" => Some((number, None)),
        unit => Some((number, Some(near_unit(unit)?))),
    }
}

/// Returns the listed interval with this duration.
fn same_duration(number: i64, unit: PeriodUnit) -> Option<Suggestion> {
    let of_unit = Period::ALL.iter().find(|interval| interval.unit() == unit)?;
    let seconds = of_unit.to_duration().as_secs().checked_div(of_unit.number().unsigned_abs())?;
    let seconds = u64::try_from(number).ok()?.checked_mul(seconds)?;
    let listed = Period::ALL.iter().find(|interval| interval.to_duration().as_secs() == seconds)?;
    Some(Suggestion::Interval(*listed))
}

/// Returns a short string in lowercase and without white space at its ends.
fn lowercase(value: &Node<'_>) -> Option<String> {
    let string = value.is_string().then(|| value.characters().flatten())?;
    Some(short(string)?.trim().to_lowercase())
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
    let mut near = None;
    for (name, value) in listed {
        let name = name.to_lowercase();
        let is_near = is_near(string, &name);
        if (is_near || string.contains(&name)) && near.replace(is_near.then_some(value)).is_some() {
            return None;
        }
    }
    near?
}

/// Returns whether a string is the start of a name, a name with letters after it, or one edit away from a name.
fn is_near(string: &str, name: &str) -> bool {
    let is_start = !string.is_empty() && name.starts_with(string);
    let has_letters_after = || string.strip_prefix(name).is_some_and(|after| after.chars().all(char::is_alphabetic));
    is_start || has_letters_after() || edits(string, name) <= 1
}

/// Returns the Damerau–Levenshtein distance: the number of characters to add, remove, replace or swap with a neighbour until the
/// strings are equal. Time and memory are the product of their lengths.
#[expect(clippy::arithmetic_side_effects, reason = "the strings are short")]
pub(super) fn edits(a: &str, b: &str) -> usize {
    let width = b.chars().count() + 1;
    // The distance of the first `i` characters of `a` from the first `j` of `b` is at `i * width + j`.
    let mut table: Vec<usize> = (0..width).collect();
    let at = |table: &[usize], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or_default();
    // For each character of `b`: the number of characters of `a` up to the last equal one.
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
