//! The suggestions for rejected values.

use contract::diagnostics as property;
use lts_log_dump::Field;
use lts_log_dump::diagnostics::Diagnostics;

use super::locations::{example, listing};

#[test]
fn suggests_nothing_for_more_than_32_bytes() {
    for (bytes, meant) in [(32, true), (33, false)] {
        let body = example("\"RAW\"", &format!("\"{:>bytes$}\"", "raw"));
        assert_eq!(listing(body.as_bytes()).ends_with(" | \"RAW\"\n"), meant, "{bytes}");
    }
}

#[test]
fn suggests_a_similar_listed_value() {
    for (old, new, meant) in [
        ("\"RAW\"", "\" raw \"", "\"RAW\""),
        ("\"RAW\"", "\"Jsno\"", "\"JSON\""),
        ("\"RAW\"", "\"RAWS\"", "\"RAW\""),
        ("\"RAW\"", "\"RW\"", "\"RAW\""),
        ("\"RAW\"", "\"RXW\"", "\"RAW\""),
        ("\"cycle\"", "\"cyc\\u006ce\\n\"", "\"cycle\""),
        ("\"min\"", "\"minutes\"", "\"min\""),
        ("\"min\"", "\"M\"", "\"min\""),
        ("\"true\"", "\"TRUE\"", "true"),
        (": 5", ": \" 2 \"", "2"),
        (": 5", ": \"5 min\"", "5 min"),
        (": 5", ": 60", "1 hour"),
        (": 5", ": 18e1", "3 hour"),
        (": 5", ": \"60\"", "1 hour"),
        ("\"true\"", "\"t\"", "true"),
    ] {
        let diagnostics = listing(example(old, new).as_bytes());
        assert!(diagnostics.ends_with(&format!(" | {meant}\n")), "{new}: {diagnostics}");
    }
    for (old, new) in [
        ("\"RAW\"", "\"\""),
        ("\"RAW\"", "\"XML\""),
        ("\"RAW\"", "\"RWAX\""),
        ("\"RAW\"", "\"rawjson\""),
        ("\"RAW\"", "\"jsonraw\""),
        ("\"RAW\"", "\"raw or jso\""),
        ("\"min\"", "\"min/h\""),
        ("\"true\"", "\"true or not\""),
        ("\"RAW\"", "5"),
        ("\"min\"", "\"day\""),
        ("\"true\"", "\"yes\""),
        ("\"true\"", "\"untrue\""),
        ("\"true\"", "1"),
        (": 5", ": \"7\""),
        (": 5", ": 7"),
        (": 5", ": -60"),
        (": 5", ": 9007199254740993e300"),
        (": 5", ": 5.5"),
    ] {
        let diagnostics = listing(example(old, new).as_bytes());
        assert_eq!(diagnostics.matches('|').count(), 1, "{new}: {diagnostics}");
    }
}

fn example_of_interval(period: &str, unit: &str) -> String {
    example(": 5", &format!(": {period}")).replace("\"min\"", unit)
}

/// Returns the suggestions for the period and for the unit.
fn suggestions_for_interval(period: &str, unit: &str) -> [Option<String>; 2] {
    let mut suggestions = [None, None];
    for diagnostic in Diagnostics::new(example_of_interval(period, unit).as_bytes()) {
        let member = usize::from(diagnostic.field() == Some(Field::PeriodUnit));
        suggestions[member] = diagnostic.suggestion().map(|suggestion| suggestion.to_string());
    }
    suggestions
}

#[test]
fn reads_period_and_unit_together() {
    for (period, unit, for_period, for_unit) in [
        ("\"5\"", "\"min\"", Some("5"), None),
        ("\"12\"", "\"min\"", None, None),
        ("\"720\"", "\"min\"", Some("12 hour"), None),
        ("\"5\"", "\"hour\"", None, None),
        ("\"12\"", "\"hour\"", Some("12"), None),
        ("\"5\"", "\"hours\"", None, None),
        ("\"12\"", "\"hours\"", Some("12"), Some("\"hour\"")),
        ("\"7\"", "\"hours\"", None, None),
        ("\"60\"", "\"mins\"", Some("1 hour"), Some("1 hour")),
        ("\"12\"", "\"days\"", Some("12"), None),
        ("\"7\"", "\"days\"", None, None),
        ("5", "\"hours\"", None, None),
        ("5", "\"Min\"", None, Some("\"min\"")),
        ("180", "\"Min\"", None, Some("3 hour")),
        ("null", "\"hours\"", None, Some("\"hour\"")),
        ("\"no\"", "\"hours\"", None, Some("\"hour\"")),
        ("1.5", "\"hours\"", None, Some("\"hour\"")),
        ("\"5 min\"", "\"hour\"", Some("5 min"), None),
        ("\"5 min\"", "\"hours\"", Some("5 min"), None),
        ("\"12\\t Hours\"", "\"hours\"", Some("12 hour"), Some("\"hour\"")),
        ("\"60minutes\"", "\"min\"", Some("1 hour"), None),
        ("\"5 days\"", "\"min\"", None, None),
        ("\"5.0\"", "\"min\"", None, None),
        ("\"1 2\"", "\"hour\"", None, None),
        ("\"min\"", "\"min\"", None, None),
        ("\"99999999999999999999\"", "\"min\"", None, None),
        ("\"9223372036854775807\"", "\"min\"", None, None),
    ] {
        assert_eq!(
            suggestions_for_interval(period, unit),
            [for_period, for_unit].map(|meant| meant.map(String::from)),
            "{period} {unit}"
        );
    }
}

#[test]
fn accepts_the_suggestions_for_an_interval_together() {
    let numbers = ["2", "5", "30", "60", "180", "360", "720", "1", "3", "6", "12", "7"];
    let units = ["", "min", "minutes", "MIN", "h", "hour", "hours", "days"];
    let texts = numbers.iter().flat_map(|number| units.iter().map(move |unit| format!("\"{number} {unit}\"")));
    for period in numbers.iter().map(ToString::to_string).chain(texts) {
        for unit in units {
            property::diagnostics(example_of_interval(&period, &format!("\"{unit}\"")).as_bytes());
        }
    }
}
