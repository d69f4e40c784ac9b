//! The cases that follow from the crate's own tables and bounds.
//!
//! What is expected is worked out here a second time, from the bounds and lists alone.

use std::fs;
use std::io::Write;

use contract::cases;
use lts_log_dump::{
    ApiError, DirPrefixName, ErrorCode, Field, Location, LogGroupId, LogStreamId, ObsBucketName, Period, PeriodUnit,
    PrefixName, Violation,
};
use serde_json::{Map, Value, json};

use crate::json::every_case;

#[test]
fn the_committed_cases_are_those_of_the_tables() {
    let all: [(&str, Value); 4] = [
        ("errors", errors().into()),
        ("boundaries", boundaries().into()),
        ("intervals", intervals().into()),
        ("precedence", precedence().into()),
    ];
    if std::env::var_os("UPDATE_CASES").is_some() {
        write(&all);
    }
    for (name, expected) in all {
        assert!(
            cases::read(name) == expected,
            "{} is out of date: run `UPDATE_CASES=1 cargo test --test suite generated` and look at the difference",
            cases::path(name).display()
        );
    }
}

/// Writes the files, and ends the process: the tests that run beside this one have read the old ones.
fn write(all: &[(&str, Value)]) -> ! {
    // The captured output of a test that does not end is lost.
    let mut output = std::io::stderr();
    for (name, expected) in all {
        let path = cases::path(name);
        let changed = cases::read(name) != *expected;
        fs::write(&path, written(expected)).unwrap();
        writeln!(output, "{}: {}", path.display(), if changed { "changed" } else { "as before" }).unwrap();
    }
    writeln!(output, "The cases are written anew. Look at the difference, then run the tests.").unwrap();
    std::process::exit(0)
}

/// One item or member on a line, so that a difference shows what changed.
fn written(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let lines: Vec<_> = items.iter().map(Value::to_string).collect();
            format!("[\n{}\n]\n", lines.join(",\n"))
        }
        Value::Object(members) => {
            let lines: Vec<_> = members.iter().map(|(name, value)| format!("{}: {value}", json!(name))).collect();
            format!("{{\n{}\n}}\n", lines.join(",\n"))
        }
        other => format!("{other}\n"),
    }
}

fn of_body() -> impl Iterator<Item = Violation> {
    let is_of_body =
        |violation: &Violation| matches!(violation.field().location(), Location::Body | Location::Combination);
    Violation::ALL.iter().copied().filter(is_of_body)
}

fn errors() -> Map<String, Value> {
    let error = |field: Option<Field>, error: ApiError| json!({ "field": field.map(Field::name), "error_code": error.code(), "error_msg": error.message() });
    let not_json = (ApiError::NotJson.code().to_string(), error(None, ApiError::NotJson));
    let of_violation =
        |violation: Violation| (every_case::name_of(violation), error(Some(violation.field()), violation.into()));
    std::iter::once(not_json).chain(of_body().map(of_violation)).collect()
}

/// Texts of `length` characters: one, four and two bytes each, the last of which look like half as many.
fn texts(length: usize) -> [(&'static str, String); 3] {
    let combining = "e\u{301}".chars().cycle().take(length).collect();
    [("ASCII", "a".repeat(length)), ("emoji", "😀".repeat(length)), ("combining characters", combining)]
}

fn boundaries() -> Vec<Value> {
    let mut all = Vec::new();
    for (violation, min, max, only_ascii) in [
        (Violation::InvalidLogGroupId, LogGroupId::LEN, LogGroupId::LEN, true),
        (Violation::InvalidLogStreamIds, LogStreamId::LEN, LogStreamId::LEN, true),
        (Violation::InvalidObsBucketName, ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN, false),
        (Violation::InvalidPrefixName, PrefixName::MIN_LEN, PrefixName::MAX_LEN, false),
        (Violation::InvalidDirPrefixName, DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN, false),
    ] {
        let field = violation.field();
        let mut lengths = vec![min.saturating_sub(1), min, max, max + 1];
        lengths.dedup();
        for length in lengths {
            for (characters, text) in texts(length) {
                let value = if field == Field::LogStreamIds { json!([text]) } else { json!(text) };
                let set = json!({ field.name(): value });
                let mut case = json!({
                    "id": format!("{field} of {length} {characters}"),
                    "why": format!("{min} to {max} characters"),
                    "source": "Table 3; D4, D5, D6",
                    "set": set,
                });
                if (min..=max).contains(&length) && (!only_ascii || characters == "ASCII") {
                    case["accepted"] = json!({ "set": set });
                } else {
                    case["refused"] = json!([every_case::name_of(violation)]);
                }
                all.push(case);
            }
        }
    }
    all
}

fn intervals() -> Vec<Value> {
    let listed: Vec<_> = Period::ALL.iter().map(|interval| (interval.period(), interval.unit())).collect();
    let mut numbers: Vec<_> =
        listed.iter().flat_map(|(number, _)| [number - 1, *number, number + 1, -number]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut all = Vec::new();
    for number in numbers {
        for unit in PeriodUnit::ALL {
            let set = json!({ Field::Period.name(): number, Field::PeriodUnit.name(): unit });
            let mut case = json!({
                "id": format!("{number}{unit}"),
                "why": "the combination must be one of those that the API reference lists",
                "source": "Table 3, period_unit",
                "set": set,
            });
            if listed.contains(&(number, *unit)) {
                case["accepted"] = json!({ "set": set });
            } else {
                case["refused"] = json!([every_case::name_of(Violation::UnlistedPeriod)]);
            }
            all.push(case);
        }
    }
    all
}

/// A member with a value that has this violation and no other.
fn bad(violation: Violation) -> (&'static str, Value) {
    match violation {
        // With the unit of the base.
        Violation::UnlistedPeriod => (Field::Period.name(), json!(0)),
        Violation::InvalidPeriod => (Field::Period.name(), json!("5")),
        _ if violation.code() == ErrorCode::Lts1901 => (violation.field().name(), json!("other")),
        _ => (violation.field().name(), json!(5)),
    }
}

/// Whether one body can have both.
fn go_together(first: Violation, second: Violation) -> bool {
    let of_interval = |field| matches!(field, Field::Period | Field::PeriodUnit);
    first.field() != second.field() && !(second == Violation::UnlistedPeriod && of_interval(first.field()))
}

fn precedence() -> Vec<Value> {
    let all: Vec<_> = of_body().collect();
    let case = |id: String, violations: &[Violation]| {
        let set: Map<_, _> = violations.iter().map(|violation| bad(*violation)).map(|(n, v)| (n.into(), v)).collect();
        let refused: Vec<_> = violations.iter().map(|violation| every_case::name_of(*violation)).collect();
        json!({
            "id": id,
            "why": "all violations are found in one reading, in the order of the table",
            "source": "D3",
            "set": set,
            "refused": refused,
        })
    };
    let mut pairs = Vec::new();
    for (position, second) in all.iter().enumerate() {
        // The nearest before it that one body can have together with it.
        let before = all.iter().take(position).rev().find(|first| go_together(**first, *second));
        if let Some(first) = before {
            pairs.push(case(format!("{first:?}, {second:?}"), &[*first, *second]));
        }
    }
    let mut of_each_field = all;
    of_each_field.retain(|violation| *violation != Violation::UnlistedPeriod);
    let mut last_of_each_field = of_each_field.clone();
    of_each_field.dedup_by_key(|violation| violation.field());
    last_of_each_field.reverse();
    last_of_each_field.dedup_by_key(|violation| violation.field());
    last_of_each_field.reverse();
    pairs.push(case("every member invalid".into(), &of_each_field));
    pairs.push(case("every member invalid or unlisted".into(), &last_of_each_field));
    pairs
}
