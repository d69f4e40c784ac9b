//! The cases and words that follow from the rows of the parameters.
//!
//! The expected errors are derived here a second time, from bounds and lists only.

use std::fs;
use std::io::Write;
use std::path::Path;

use contract::cases;
use lts_log_dump::{ApiError, ErrorCode, Field, Location, Period, PeriodUnit, Shape, Violation};
use serde_json::{Map, Value, json};

use crate::json::every_case;

#[test]
fn the_committed_cases_equal_the_cases_from_the_tables() {
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
            "{} is outdated: run `cargo xtask bless` and review the difference",
            cases::path(name).display()
        );
    }
}

#[test]
fn the_fuzz_dictionary_has_each_name_and_listed_value() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/dictionary.txt");
    let dictionary = fs::read_to_string(&path).unwrap();
    let listed = |field: &Field| match field.shape() {
        Shape::Listed(values) => values.to_vec(),
        _ => Vec::new(),
    };
    let body = || Field::ALL.iter().filter(|field| field.location() == Location::Body);
    let words = body().map(|field| field.name()).chain(body().flat_map(listed));
    for word in words.chain(Period::ALL.iter().map(|interval| interval.as_str())) {
        let line = format!("\"{word}\"");
        assert!(
            dictionary.lines().any(|found| found == line),
            "{} lacks {line}: run `cargo xtask bless`",
            path.display()
        );
    }
}

/// Writes the files and exits, because other tests have already read the old ones.
fn write(all: &[(&str, Value)]) -> ! {
    // The captured output of a test that exits is lost.
    let mut output = std::io::stderr();
    for (name, expected) in all {
        let path = cases::path(name);
        let changed = cases::read(name) != *expected;
        fs::write(&path, written(expected)).unwrap();
        writeln!(output, "{}: {}", path.display(), if changed { "changed" } else { "unchanged" }).unwrap();
    }
    writeln!(output, "Review the difference, then run the tests.").unwrap();
    std::process::exit(0)
}

/// Writes one item or member per line, for readable differences.
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

/// Returns strings of `length` code points: ASCII, emoji, and letters with combining marks.
fn texts(length: usize) -> [(&'static str, String); 3] {
    let combining = "e\u{301}".chars().cycle().take(length).collect();
    [("ASCII", "a".repeat(length)), ("emoji", "😀".repeat(length)), ("combining characters", combining)]
}

fn boundaries() -> Vec<Value> {
    let mut all = Vec::new();
    for field in Field::ALL.iter().filter(|field| field.location() == Location::Body) {
        let (min, max, only_ascii) = match field.shape() {
            Shape::Id { len } | Shape::Ids { len } => (len, len, true),
            Shape::Name { min, max } => (min, max, false),
            _ => continue,
        };
        let mut lengths = vec![min.saturating_sub(1), min, max, max + 1];
        lengths.dedup();
        for length in lengths {
            for (characters, text) in texts(length) {
                let value = if matches!(field.shape(), Shape::Ids { .. }) { json!([text]) } else { json!(text) };
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
                    case["refused"] = json!([every_case::name_of(field.violations()[0])]);
                }
                all.push(case);
            }
        }
    }
    all
}

fn intervals() -> Vec<Value> {
    let listed: Vec<_> = Period::ALL.iter().map(|interval| (interval.number(), interval.unit())).collect();
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
                "why": "only listed combinations are accepted",
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

/// Returns a member with a value that has only this violation.
fn invalid_member(violation: Violation) -> (&'static str, Value) {
    match violation {
        // Together with the unit of the base.
        Violation::UnlistedPeriod => (Field::Period.name(), json!(0)),
        Violation::InvalidPeriod => (Field::Period.name(), json!("5")),
        _ if violation.code() == ErrorCode::Lts1901 => (violation.field().name(), json!("other")),
        _ => (violation.field().name(), json!(5)),
    }
}

/// Whether one body can have both violations.
fn are_compatible(first: Violation, second: Violation) -> bool {
    let of_interval = |field| matches!(field, Field::Period | Field::PeriodUnit);
    first.field() != second.field() && !(second == Violation::UnlistedPeriod && of_interval(first.field()))
}

fn precedence() -> Vec<Value> {
    let all: Vec<_> = of_body().collect();
    let case = |id: String, violations: &[Violation]| {
        let set: Map<_, _> =
            violations.iter().map(|violation| invalid_member(*violation)).map(|(n, v)| (n.into(), v)).collect();
        let names: Vec<_> = violations.iter().map(|violation| every_case::name_of(*violation)).collect();
        json!({
            "id": id,
            "why": "all violations are found in one pass, in table order",
            "source": "D3",
            "set": set,
            "refused": names,
        })
    };
    let mut pairs = Vec::new();
    for (position, second) in all.iter().enumerate() {
        // The last compatible violation before it.
        let before = all.iter().take(position).rev().find(|first| are_compatible(**first, *second));
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
