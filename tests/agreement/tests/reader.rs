//! Tests the independent reader on the cases, and its positions against `serde_json`.

use agreement::random_documents;
use contract::cases;
use contract::compare::disagreement;
use contract::reader::{NOT_JSON, Position, Wrong, read};
use lts_log_dump::CreateLogDumpObsRequestBody;
use serde_json::Value;

/// Returns the name of an error in the cases.
fn name_of(wrong: &Wrong) -> String {
    if (wrong.code, wrong.message) == NOT_JSON {
        return wrong.code.into();
    }
    let (field, _) = wrong.message.split_once(' ').expect("a message begins with its field");
    format!("{field} {}", wrong.code)
}

#[test]
fn independent_reader_has_the_expected_result_of_every_case() {
    for case in cases::all() {
        let verdict = read(&case.body);
        let names = verdict.as_ref().err().map(|wrong| {
            let mut names: Vec<_> = wrong.iter().map(name_of).collect();
            names.dedup();
            names
        });
        assert_eq!(names, case.expected.clone().err(), "{}", case.id);
        let (Ok(body), Ok(wire)) = (verdict, case.expected) else { continue };
        assert_eq!(Ok(body), read(wire.as_bytes()), "{}", case.id);
    }
}

#[test]
fn crate_and_independent_reader_agree_on_the_cases() {
    for case in cases::all() {
        let result = CreateLogDumpObsRequestBody::from_json(&case.body);
        assert_eq!(disagreement(&case.body, &result), None, "{}", case.id);
    }
}

/// Formats the errors of a body, one per line: line and column, bytes, pointer, code.
fn places(body: &str) -> String {
    let place = |wrong: &Wrong| {
        let (position, range) = (wrong.position(body.as_bytes()), &wrong.range);
        format!("{position} {:?} \"{}\" {}", &body[range.clone()], wrong.pointer, wrong.code)
    };
    read(body.as_bytes()).expect_err("the body is invalid").iter().map(place).collect::<Vec<_>>().join("\n")
}

#[test]
fn reports_the_position_of_each_violation() {
    let body = r#"{
  "x": "é😀", "log_group_id": "é😀/",
  "log_stream_ids": [
    "45e7f609-xxxx-4cd3-835b-xxxx4a124718", null,
    {"a": [1, 2]}, "45e7f609-xxxx-4cd3-835b-xxxx4a124718", "short"
  ],
  "type": "once", "storage_format" : [ ], "switch_on": null, "prefix_name": null, "dir_prefix_name": 5,
  "period": 60, "period_unit": "min"
}"#;
    let expected = r#"2:30 "\"é😀/\"" "/log_group_id" LTS.1902
4:45 "null" "/log_stream_ids/1" LTS.1902
5:5 "{\"a\": [1, 2]}" "/log_stream_ids/2" LTS.1902
5:60 "\"short\"" "/log_stream_ids/4" LTS.1902
9:1 "}" "" LTS.1902
7:11 "\"once\"" "/type" LTS.1901
7:38 "[ ]" "/storage_format" LTS.1902
7:102 "5" "/dir_prefix_name" LTS.1902
8:13 "60" "/period" LTS.1901"#;
    assert_eq!(places(body), expected);
}

#[test]
fn reports_the_whole_list_if_it_is_empty_or_not_an_array() {
    for list in ["[ ]", "{}", "null", "\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\""] {
        let body = format!("{{\"log_stream_ids\": {list}}}");
        assert!(places(&body).contains(&format!("1:20 {list:?} \"/log_stream_ids\" LTS.1902")), "{}", places(&body));
    }
}

#[test]
fn reports_the_positions_of_syntax_errors_duplicates_and_undecodable_values() {
    for (body, expected) in [
        ("", r#"1:1 "" "" LTS.0007"#),
        ("{", r#"1:2 "" "" LTS.0007"#),
        ("\n [1]", r#"2:2 "[1]" "" LTS.0007"#),
        ("{\"é\":€}", r#"1:6 "€" "" LTS.0007"#),
        ("{\"type\":\"a\n\"}", "1:11 \"\\n\" \"\" LTS.0007"),
        (
            // Each duplicate member, and each value that JSON readers decode differently.
            r#"{"type":1, "\u0074ype":"\ud800", "period":1e400, "type":2, "log_stream_ids":["\udc00"]}"#,
            r#"1:12 "\"\\u0074ype\"" "/type" LTS.0007
1:24 "\"\\ud800\"" "/type" LTS.0007
1:43 "1e400" "/period" LTS.0007
1:50 "\"type\"" "/type" LTS.0007
1:78 "\"\\udc00\"" "/log_stream_ids/0" LTS.0007"#,
        ),
    ] {
        assert_eq!(places(body), expected, "{body}");
    }
    let wrong = read(b"\"\xC3\xA9\xFF\"").expect_err("the body is not UTF-8");
    assert_eq!(
        (wrong[0].range.clone(), wrong[0].position(b"\"\xC3\xA9\xFF\"")),
        (3..4, Position { line: 1, column: 3 })
    );
}

#[test]
fn each_range_contains_the_value_to_which_the_pointer_points() {
    let documents =
        random_documents(1).take(20_000).flat_map(|document| [document.to_string(), format!("{document:#}")]);
    let mut checked = 0;
    for text in documents {
        let document: Value = serde_json::from_str(&text).expect("a document");
        for wrong in read(text.as_bytes()).err().into_iter().flatten() {
            let pointed = document.pointer(&wrong.pointer.to_string()).expect("it points to a value");
            let written = &text[wrong.range.clone()];
            if written == "}" {
                assert!(wrong.pointer.to_string().is_empty() && text.ends_with(written), "{wrong} in {text}");
            } else {
                assert_eq!(serde_json::from_str::<Value>(written).expect("a value"), *pointed, "{wrong} in {text}");
            }
            let lines: Vec<_> = text[..wrong.range.start].split('\n').collect();
            let (line, column) = (lines.len(), lines[lines.len() - 1].chars().count() + 1);
            assert_eq!(wrong.position(text.as_bytes()), Position { line, column }, "{wrong} in {text}");
            checked += 1;
        }
    }
    assert!(checked > 20_000, "{checked}");
}
