//! Every body of the cases, damaged at many places: `from_json` must judge it as `Deserialize` does, for which `serde_json` reads the whole
//! text.

use contract::cases;
use contract::properties::has_exact_numbers;
use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
use serde::de::IgnoredAny;

const DAMAGES: [&str; 18] =
    ["", "\"", "\\", "\\n", ",", ":", "{", "}", "[", "]", "0", "7", ".", "-", "e1", "\t", "null", "\u{e9}"];

#[track_caller]
fn assert_agrees(body: &str) {
    // `Deserialize` judges a value before it sees the text after it.
    let syntax = serde_json::from_str::<IgnoredAny>(body);
    let expected = syntax.and_then(|_| serde_json::from_str::<CreateLogDumpObsRequestBody>(body));
    match (CreateLogDumpObsRequestBody::from_json(body.as_bytes()), expected) {
        (Ok(verdict), Ok(expected)) => assert_eq!(verdict, expected, "{body}"),
        (Err(Rejection::Violations(violations)), Err(error)) => {
            assert_eq!(error.to_string(), violations.first().message(), "{body}");
        }
        (Err(Rejection::NotJson(_)), Err(error)) => assert!(error.line() > 0, "{error}: {body}"),
        (verdict, expected) => panic!("{verdict:?} and not {expected:?}: {body}"),
    }
}

#[test]
fn damaged_bodies_are_judged_as_serde_json_reads_them() {
    // Each case is damaged at other places: this takes two seconds instead of a minute.
    for (number, case) in cases::all().into_iter().enumerate() {
        // `serde_json` refuses a lone surrogate in a name that is not documented.
        let can_tell = |body: &String| body.len() < 600 && !body.contains("\\ud") && has_exact_numbers(body);
        let Some(body) = String::from_utf8(case.body).ok().filter(can_tell) else { continue };
        for (at, damaged) in body.char_indices().skip(number % 127).step_by(127) {
            for damage in DAMAGES {
                let (before, after) = body.split_at(at);
                assert_agrees(&format!("{before}{damage}{after}"));
                assert_agrees(&format!("{before}{damage}{}", &after[damaged.len_utf8()..]));
            }
        }
    }
}
