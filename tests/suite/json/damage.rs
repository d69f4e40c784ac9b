//! `from_json` and `Deserialize` agree on the cases' bodies after small changes at many places.

use contract::cases;
use contract::properties::has_exact_numbers;
use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
use serde::de::IgnoredAny;

const DAMAGES: [&str; 18] =
    ["", "\"", "\\", "\\n", ",", ":", "{", "}", "[", "]", "0", "7", ".", "-", "e1", "\t", "null", "\u{e9}"];

#[track_caller]
fn assert_agrees(body: &str) {
    // `Deserialize` may report a violation before it reaches a syntax error, so the syntax is checked first.
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
fn from_json_and_deserialize_agree_on_damaged_bodies() {
    // Every 127th position is enough, because the first one differs from case to case.
    for (number, case) in cases::all().into_iter().enumerate() {
        // `serde_json` rejects a lone surrogate in an undocumented name, which `from_json` ignores.
        let is_comparable = |body: &String| body.len() < 600 && !body.contains("\\ud") && has_exact_numbers(body);
        let Some(body) = String::from_utf8(case.body).ok().filter(is_comparable) else { continue };
        for (at, damaged) in body.char_indices().skip(number % 127).step_by(127) {
            for damage in DAMAGES {
                let (before, after) = body.split_at(at);
                assert_agrees(&format!("{before}{damage}{after}"));
                assert_agrees(&format!("{before}{damage}{}", &after[damaged.len_utf8()..]));
            }
        }
    }
}
