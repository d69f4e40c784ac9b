//! Mistakes about log streams, `switch_on`, intervals, and the body as a whole.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::mistake::{ID, Mistake, body, defaults, items, rejects, string, takes, value, when};

pub(super) fn all() -> Vec<Mistake> {
    [streams(), switch_on(), period(), interval(), whole_body()].into_iter().flatten().collect()
}

fn is_id(item: &Value) -> bool {
    item.as_str()
        .is_some_and(|id| id.len() == 36 && id.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c)))
}

fn streams() -> Vec<Mistake> {
    const LIST: &str = "log_stream_ids";
    let keep = |name: &str, is_kept: fn(&Value) -> bool| {
        items(name, move |all| all.iter().filter(|item| is_kept(item)).cloned().collect())
    };
    // The server does not validate these items, so they become valid.
    let looks = |name: &str, is_seen: fn(usize, usize) -> bool| {
        items(name, move |all| {
            all.iter()
                .enumerate()
                .map(|(at, item)| if is_seen(at, all.len()) { item.clone() } else { json!(ID) })
                .collect()
        })
    };
    vec![
        value(LIST, "takes a single string", |value| if value.is_string() { json!([value]) } else { value.clone() }),
        value(LIST, "takes IDs joined by commas", |value| match value.as_str() {
            Some(text) if text.contains(',') => text.split(',').map(|id| Value::from(id.trim())).collect(),
            _ => value.clone(),
        }),
        value(LIST, "takes an object", |value| {
            value.as_object().map_or(value.clone(), |all| all.values().cloned().collect())
        }),
        takes(LIST, "takes an empty list", |value| *value == json!([]), json!([ID])),
        takes(LIST, "takes an empty object", |value| *value == json!({}), json!([ID])),
        takes(LIST, "takes null", Value::is_null, json!([ID])),
        takes(LIST, "takes the empty string", |value| *value == "", json!([ID])),
        takes(LIST, "takes false", |value| *value == false, json!([ID])),
        takes(LIST, "takes any list", |value| value.get(0).is_some(), json!([ID])),
        takes(LIST, "takes a list as a string", |value| *value == "[]", json!([ID])),
        defaults(LIST, json!([ID])),
        keep("skips null", |item| !item.is_null()),
        keep("skips empty strings", |item| *item != ""),
        keep("skips what is no string", Value::is_string),
        keep("skips what is no ID", is_id),
        items("takes an item null", |all| {
            all.iter().map(|item| if item.is_null() { json!(ID) } else { item.clone() }).collect()
        }),
        items("takes an item that is a number", |all| {
            all.iter().map(|item| if item.is_number() { json!(ID) } else { item.clone() }).collect()
        }),
        items("takes an item in a list", |all| all.iter().map(|item| item.get(0).unwrap_or(item).clone()).collect()),
        items("takes an item in an object", |all| {
            all.iter().map(|item| item.get("value").unwrap_or(item).clone()).collect()
        }),
        looks("looks at the first item only", |at, _| at == 0),
        looks("looks at the last item only", |at, len| at + 1 == len),
        looks("does not look at the first item", |at, _| at > 0),
        looks("does not look at the last item", |at, len| at + 1 < len),
        looks("looks at both ends only", |at, len| at == 0 || at + 1 == len),
        looks("looks at the first two items only", |at, _| at < 2),
        looks("does not look at the second item", |at, _| at != 1),
        rejects(LIST, "two items", |value| value.as_array().is_some_and(|all| all.len() == 2)),
        rejects(LIST, "several items", |value| value.as_array().is_some_and(|all| all.len() > 1)),
        rejects(LIST, "duplicates", |value| {
            value
                .as_array()
                .is_some_and(|all| all.iter().map(ToString::to_string).collect::<BTreeSet<_>>().len() < all.len())
        }),
    ]
}

fn switch_on() -> Vec<Mistake> {
    const SWITCH: &str = "switch_on";
    let words = |name: &str, words: &'static [&str]| {
        takes(SWITCH, name, move |value| value.as_str().is_some_and(|text| words.contains(&text)), json!(true))
    };
    vec![
        takes(SWITCH, "takes 1", |value| *value == 1, json!(true)),
        takes(SWITCH, "takes 0", |value| *value == 0, json!(false)),
        takes(SWITCH, "takes any number", Value::is_number, json!(true)),
        takes(SWITCH, "takes fractions", |value| *value == 1.0, json!(true)),
        takes(SWITCH, "takes any string", Value::is_string, json!(true)),
        takes(SWITCH, "takes the empty string", |value| *value == "", json!(false)),
        takes(SWITCH, "takes an empty list", |value| *value == json!([]), json!(false)),
        takes(SWITCH, "takes an empty object", |value| *value == json!({}), json!(false)),
        takes(SWITCH, "takes anything", |_| true, json!(true)),
        value(SWITCH, "takes a list of one", |value| value.get(0).unwrap_or(value).clone()),
        words("takes yes and no", &["yes", "no"]),
        words("takes on and off", &["on", "off"]),
        words("takes \"1\"", &["1"]),
        words("takes \"0\"", &["0"]),
        words("takes True", &["True", "False"]),
        words("takes TRUE", &["TRUE", "FALSE"]),
        words("takes t", &["t", "f"]),
        words("takes null as a string", &["null"]),
        string(SWITCH, "ignores case", |text| Some(text.to_lowercase())),
        string(SWITCH, "trims", |text| Some(text.trim().into())),
        string(SWITCH, "trims the start", |text| Some(text.trim_start().into())),
        string(SWITCH, "trims the end", |text| Some(text.trim_end().into())),
        rejects(SWITCH, "null", Value::is_null),
        rejects(SWITCH, "strings", Value::is_string),
        rejects(SWITCH, "the string false", |value| *value == "false"),
        rejects(SWITCH, "false", |value| *value == false),
        body("switch_on: is mandatory", |members| {
            members.entry(SWITCH).or_insert(json!([]));
        }),
    ]
}

fn period() -> Vec<Mistake> {
    const PERIOD: &str = "period";
    let number = |name: &str, change: fn(f64) -> f64| {
        value(PERIOD, name, move |value| value.as_f64().map_or(value.clone(), |number| json!(change(number))))
    };
    let parsed = |name: &str, parse: fn(&str) -> Option<i64>| {
        value(PERIOD, name, move |value| value.as_str().and_then(parse).map_or(value.clone(), Value::from))
    };
    vec![
        parsed("takes digits", |text| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?),
        parsed("takes a string", |text| text.parse().ok()),
        parsed("takes a padded string", |text| text.trim().parse().ok().filter(|_| text != text.trim())),
        parsed("takes a fraction as a string", |text| text.strip_suffix(".0")?.parse().ok()),
        parsed("takes an exponent as a string", |text| text.strip_suffix("e0")?.parse().ok()),
        parsed("takes a sign", |text| text.strip_prefix('+')?.parse().ok()),
        parsed("takes zeros before the digits", |text| text.strip_prefix('0')?.parse().ok()),
        parsed("takes hour in the string", |text| text.strip_suffix("hour")?.parse().ok()),
        parsed("takes min in the string", |text| text.strip_suffix("min")?.trim().parse().ok()),
        parsed("takes digits and anything", |text| text.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()),
        parsed("takes a word", |text| (text == "five").then_some(5)),
        parsed("takes the empty string", |text| text.is_empty().then_some(5)),
        takes(PERIOD, "takes null", Value::is_null, json!(1)),
        takes(PERIOD, "takes true for 1", |value| *value == true, json!(1)),
        takes(PERIOD, "takes false for 0", |value| *value == false, json!(0)),
        value(PERIOD, "takes a list of one", |value| value.get(0).unwrap_or(value).clone()),
        takes(PERIOD, "takes an empty list for 0", |value| *value == json!([]), json!(0)),
        value(PERIOD, "takes an object with a value", |value| value.get("value").unwrap_or(value).clone()),
        number("cuts fractions", f64::trunc),
        number("rounds", f64::round),
        number("rounds down", f64::floor),
        number("rounds up", f64::ceil),
        number("takes a fraction near an integer", |number| {
            if (number - number.round()).abs() < 1e-5 { number.round() } else { number }
        }),
        number("ignores the sign", f64::abs),
        value(PERIOD, "rejects 5.0", |value| if value.is_f64() { json!("") } else { value.clone() }),
        rejects(PERIOD, "0 and less", |value| value.as_f64().is_some_and(|number| number <= 0.0)),
        rejects(PERIOD, "numbers beyond 32 bits", |value| value.as_f64().is_some_and(|number| number.abs() > 4e9)),
        rejects(PERIOD, "numbers above 30", |value| value.as_f64().is_some_and(|number| number > 30.0)),
        number("keeps 8 bits", |number| number.rem_euclid(256.0)),
        number("keeps 16 bits", |number| number.rem_euclid(65536.0)),
        number("keeps 32 bits", |number| number.rem_euclid(4_294_967_296.0)),
        defaults(PERIOD, json!(1)),
    ]
}

/// Reads an integer in any form, such as `5.0`.
fn integer(value: &Value) -> Option<i64> {
    value.as_f64()?.to_string().parse().ok()
}

/// Mistakes about numbers with their units.
fn interval() -> Vec<Mistake> {
    let pair = |name: &str, is_taken: fn(i64, &str) -> bool| {
        body(&format!("period+period_unit: {name}"), move |members| {
            let number = members.get("period").and_then(integer);
            let unit = members.get("period_unit").and_then(Value::as_str).filter(|unit| ["min", "hour"].contains(unit));
            if number.zip(unit).is_some_and(|(number, unit)| is_taken(number, unit)) {
                members.extend([("period".into(), json!(5)), ("period_unit".into(), json!("min"))]);
            }
        })
    };
    vec![
        pair("takes any integer", |_, _| true),
        pair("takes any positive integer", |number, _| number > 0),
        pair("takes up to 60 min and 24 hour", |number, unit| {
            number > 0 && number <= if unit == "min" { 60 } else { 24 }
        }),
        pair("takes the listed range", |number, unit| number > 0 && number <= if unit == "min" { 30 } else { 12 }),
        pair("takes a listed number with either unit", |number, _| [1, 2, 3, 5, 6, 12, 30].contains(&number)),
        pair("takes the minutes as hours", |number, unit| unit == "hour" && [2, 5, 30].contains(&number)),
        pair("takes the hours as minutes", |number, unit| unit == "min" && [1, 3, 6, 12].contains(&number)),
        pair("takes 60 min for 1 hour", |number, unit| unit == "min" && number == 60),
        pair("takes 180 min for 3 hour", |number, unit| unit == "min" && number == 180),
        pair("takes 360 min for 6 hour", |number, unit| unit == "min" && number == 360),
        pair("takes 720 min for 12 hour", |number, unit| unit == "min" && number == 720),
        pair("takes 1 min", |number, unit| unit == "min" && number == 1),
        pair("takes 10 min", |number, unit| unit == "min" && number == 10),
        pair("takes 15 min", |number, unit| unit == "min" && number == 15),
        pair("takes 2 hour", |number, unit| unit == "hour" && number == 2),
        pair("takes 24 hour", |number, unit| unit == "hour" && number == 24),
        pair("takes 0", |number, _| number == 0),
        pair("takes the next number", |number, unit| unit == "hour" && [2, 4, 7, 13].contains(&number)),
        pair("takes less than nothing", |number, _| number < 0),
    ]
}

fn whole_body() -> Vec<Mistake> {
    const DOCUMENTED: [&str; 10] = [
        "log_group_id",
        "log_stream_ids",
        "obs_bucket_name",
        "type",
        "storage_format",
        "switch_on",
        "prefix_name",
        "dir_prefix_name",
        "period",
        "period_unit",
    ];
    vec![
        body("rejects undocumented members", |members| {
            if members.keys().any(|name| !DOCUMENTED.contains(&&**name)) {
                members.clear();
            }
        }),
        body("compares names without case", |members| {
            if let Some(value) = members.get("Type").or_else(|| members.get("TYPE")).cloned() {
                members.insert("type".into(), value);
            }
        }),
        body("trims names", |members| {
            if let Some(value) = members.get("period ").cloned() {
                members.insert("period".into(), value);
            }
        }),
        body("null is not there", |members| members.retain(|_, value| !value.is_null())).then(
            "has defaults",
            |members| {
                members.entry("obs_bucket_name").or_insert(json!("default"));
            },
        ),
        body("all strings are trimmed", |members| {
            for value in members.values_mut() {
                if let Some(text) = value.as_str() {
                    *value = json!(text.trim());
                }
            }
        }),
    ]
}

/// Mistakes that reject valid bodies. Invalid bodies do not show them, because their errors come first.
pub(super) fn strict() -> Vec<Mistake> {
    let interval = |number: i64, unit: &'static str| {
        body(&format!("rejects {number} {unit}"), move |members| {
            if members.get("period").and_then(integer) == Some(number)
                && members.get("period_unit").is_some_and(|is| is == unit)
            {
                members.insert("period".into(), json!(7));
            }
        })
    };
    let intervals = [(2, "min"), (5, "min"), (30, "min"), (1, "hour"), (3, "hour"), (6, "hour"), (12, "hour")];
    let others = [
        rejects("period_unit", "hour", |value| *value == "hour"),
        rejects("period_unit", "min", |value| *value == "min"),
        rejects("storage_format", "JSON", |value| *value == "JSON"),
        takes("switch_on", "is always true", |value| *value == false || *value == "false", json!(true)),
        takes("switch_on", "takes the string false for true", |value| *value == "false", json!(true)),
        body("switch_on: is false if it is absent", |members| {
            members.entry("switch_on").or_insert(json!(false));
        }),
        takes("switch_on", "is false if it is null", Value::is_null, json!(false)),
        takes("prefix_name", "an empty string is no prefix", |value| *value == "", Value::Null),
        string("prefix_name", "is trimmed", |text| Some(text.trim().into())),
        string("dir_prefix_name", "loses dots", |text| when(text.contains("../"), text.replace("../", ""))),
        string("obs_bucket_name", "is in small letters", |text| Some(text.to_lowercase())),
        string("log_group_id", "is in small letters", |text| Some(text.to_lowercase())),
        items("is without duplicates", |all| {
            let mut seen = BTreeSet::new();
            all.iter().filter(|item| seen.insert(item.to_string())).cloned().collect()
        }),
        items("is reversed", |all| all.iter().rev().cloned().collect()),
    ];
    intervals.into_iter().map(|(number, unit)| interval(number, unit)).chain(others).collect()
}
