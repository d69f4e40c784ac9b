//! The output of `lts-validate --explain`.

use contract::cases;
use contract::reader::{self, NOT_JSON};
use lts_log_dump::Violation;
use lts_log_dump::diagnostics::Diagnostics;
use serde_json::Value;

use crate::{assert_run, run, run_with};

/// A body with three errors.
const BODY: &str = r#"{
    "log_group_id": "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053",
    "log_stream_ids": [
        "45e7f609-xxxx-4cd3-835b-xxxx4a124718",
        "45e7f609/xxxx-4cd3-835b-xxxx4a124718"
    ],
    "obs_bucket_name": "lts-test",
    "type": "cycle",
    "storage_format": "raw",
    "period": 60,
    "period_unit": "min"
}
"#;

/// The report on this body, with lists and character sets of the crate.
fn report() -> String {
    let (not_listed, no_format) = (Violation::UnlistedPeriod, Violation::UnlistedStorageFormat);
    let [id, formats, intervals] = [item_expected(), no_format.expected(), not_listed.expected()];
    format!(
        r#"error[LTS.1902]: log_stream_ids is invalid, please verify if it's provided as required
 --> standard input:5:9
  |
5 |         "45e7f609/xxxx-4cd3-835b-xxxx4a124718"
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ /log_stream_ids/1
  = note: found: `/` at character 9
  = help: expected: {id}

error[LTS.1901]: {no_format}
 --> standard input:9:23
  |
9 |     "storage_format": "raw",
  |                       ^^^^^
  = note: found: "raw"
  = help: expected: {formats}
  = help: did you mean "RAW"?

error[LTS.1901]: {not_listed}
  --> standard input:10:15
   |
10 |     "period": 60,
   |               ^^
   = note: found: 60 min
   = help: expected: {intervals}
   = help: did you mean 1 hour?

error: standard input: 3 errors; the service returns the first error

"#
    )
}

/// The accepted values for the invalid item.
fn item_expected() -> &'static str {
    Diagnostics::new(BODY.as_bytes()).next().expect("an invalid item").expected()
}

#[test]
fn underlines_the_value_of_each_error() {
    assert_run(&["--explain"], BODY.as_bytes(), 1, &report(), "");
}

#[test]
fn prints_an_accepted_body_in_wire_form() {
    let example = include_bytes!("../../../request.json");
    let wire = String::from_utf8(run(&[], example).stdout).unwrap();
    assert_run(&["--explain"], example, 0, &wire, "");
    assert_run(&["--explain=json"], example, 0, &wire, "");
}

#[test]
fn underlines_a_syntax_error() {
    let report = r#"error[LTS.0007]: The request body format must be json
 --> standard input:2:10
  |
2 |   "type" "cycle"
  |          ^
  = note: found: `"`
  = help: expected: `:`

error: standard input: 1 error

"#;
    assert_run(&["--explain"], b"{\n  \"type\" \"cycle\"\n}", 1, report, "");
}

#[test]
fn shows_the_line_number_in_the_file_with_lines() {
    let line = BODY.replace('\n', "").replace(": 60", ": 5").replace("f609/", "f609-");
    let no_format = Violation::UnlistedStorageFormat;
    let formats = no_format.expected();
    let report = format!(
        r#"error[LTS.1901]: {no_format}
 --> standard input:2:259
  |
2 | …  "type": "cycle",    "storage_format": "raw",    "period": 5,    "pe…
  |                                          ^^^^^
  = note: found: "raw"
  = help: expected: {formats}
  = help: did you mean "RAW"?

error: standard input, line 2: 1 error

"#
    );
    let good = line.replace("raw", "RAW");
    let wire = String::from_utf8(run(&[], good.as_bytes()).stdout).unwrap();
    let input = format!("{good}\n{line}\n{good}");
    assert_run(&["--explain", "--lines"], input.as_bytes(), 1, &format!("{wire}{report}{wire}"), "");
}

#[test]
fn shows_the_first_line_of_a_value_and_cuts_long_lines() {
    let example = include_str!("../../../request.json");
    let long = example.replace("\"lts-test\"", &format!("\"{}\"", "é".repeat(100)));
    let shown = String::from_utf8(run(&["--explain"], long.as_bytes()).stdout).unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[3], format!("4 |     \"obs_bucket_name\" : \"{}…", "é".repeat(63)));
    assert_eq!(lines[4], format!("  |                         {}", "^".repeat(64)));
    let object = example.replace("\"lts-test\"", "{\r\n}");
    let shown = String::from_utf8(run(&["--explain"], object.as_bytes()).stdout).unwrap();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[3..5], ["4 |     \"obs_bucket_name\" : { …", "  |                         ^"]);
}

#[test]
fn shows_at_most_a_hundred_errors_of_a_body() {
    let items = vec!["5"; 150].join(",");
    let body = BODY.replace("\"45e7f609/xxxx-4cd3-835b-xxxx4a124718\"", &items);
    let shown = String::from_utf8(run(&["--explain"], body.as_bytes()).stdout).unwrap();
    assert_eq!(shown.matches("error[").count(), 100);
    let last = "error: standard input: 152 errors, the first 100 are shown; the service returns the first error\n\n";
    assert!(shown.ends_with(last), "{shown}");
}

#[test]
fn uses_colours_only_on_a_terminal_or_if_forced() {
    let shown = |variable: (&str, &str)| {
        let output = run_with(&["--explain"], BODY.as_bytes(), &[variable]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(shown(("TERM", "xterm")), report());
    let coloured = shown(("CLICOLOR_FORCE", "1"));
    assert!(coloured.contains("\u{1b}[1m\u{1b}[91merror[LTS.1902]\u{1b}[0m"), "{coloured}");
    assert_eq!(shown(("NO_COLOR", "1")), report());
}

#[test]
fn prints_each_error_as_a_json_object() {
    let expected = concat!(
        r#"[{"field":"log_stream_ids","error_code":"LTS.1902","#,
        r#""error_msg":"log_stream_ids is invalid, please verify if it's provided as required","#,
        r#""pointer":"/log_stream_ids/1","start":142,"end":180,"line":5,"column":9,"#,
        r#""expected":"<id>","found":"`/` at character 9","suggestion":null,"similar_member":null},"#,
        r#"{"field":"storage_format","error_code":"LTS.1901","#,
        r#""error_msg":"<no format>","#,
        r#""pointer":"/storage_format","start":266,"end":271,"line":9,"column":23,"#,
        r#""expected":"<formats>","found":"\"raw\"","suggestion":"\"RAW\"","similar_member":null},"#,
        r#"{"field":"period+period_unit","error_code":"LTS.1901","#,
        r#""error_msg":"<not listed>","#,
        r#""pointer":"/period","start":287,"end":289,"line":10,"column":15,"#,
        r#""expected":"<intervals>","found":"60 min","suggestion":"1 hour","similar_member":null}]"#,
        "\n",
    );
    let (not_listed, no_format) = (Violation::UnlistedPeriod, Violation::UnlistedStorageFormat);
    let expected = expected.replace("<id>", item_expected());
    let expected = expected.replace("<not listed>", not_listed.message()).replace("<intervals>", not_listed.expected());
    let expected = expected.replace("<no format>", no_format.message()).replace("<formats>", no_format.expected());
    assert_run(&["--explain=json"], BODY.as_bytes(), 1, &expected, "");
    let expected = concat!(
        r#"[{"field":null,"error_code":"LTS.0007","error_msg":"The request body format must be json","#,
        r#""pointer":"","start":0,"end":1,"line":1,"column":1,"#,
        r#""expected":"UTF-8","found":"bytes that are not UTF-8","suggestion":null,"similar_member":null}]"#,
        "\n",
    );
    assert_run(&["--explain=json"], b"\xff", 1, expected, "");
}

/// The positions of the independent reader, as JSON values.
fn places_of_reader(body: &[u8]) -> Vec<[Value; 7]> {
    let mut wrong = reader::read(body).err().unwrap_or_default();
    if wrong.iter().any(|wrong| (wrong.code, wrong.message) == NOT_JSON) {
        wrong.truncate(1);
    }
    let place = |wrong: &reader::Wrong| {
        let (position, range) = (wrong.position(body), &wrong.range);
        let numbers = [range.start, range.end, position.line, position.column].map(Value::from);
        let [start, end, line, column] = numbers;
        [wrong.code.into(), wrong.message.into(), wrong.pointer.to_string().into(), start, end, line, column]
    };
    wrong.iter().map(place).collect()
}

#[test]
fn agrees_with_the_independent_reader_with_lines() {
    let is_line = |body: &Vec<u8>| !body.contains(&b'\n') && !body.trim_ascii().is_empty();
    let bodies: Vec<_> = cases::all().into_iter().map(|case| case.body).filter(is_line).collect();
    assert!(bodies.len() > 200, "{}", bodies.len());
    let output = run(&["--lines", "--explain=json"], &bodies.join(&b'\n')).stdout;
    let results: Vec<_> = output.strip_suffix(b"\n").unwrap().split(|byte| *byte == b'\n').collect();
    assert_eq!(results.len(), bodies.len());
    for (body, result) in bodies.iter().zip(results) {
        let result: Value = serde_json::from_slice(result).unwrap();
        let names = ["error_code", "error_msg", "pointer", "start", "end", "line", "column"];
        // For an accepted body the program prints its wire form, an object.
        let places = result.as_array().into_iter().flatten();
        let places: Vec<_> = places.map(|place| names.map(|name| place[name].clone())).collect();
        assert_eq!(places, places_of_reader(body), "{}", String::from_utf8_lossy(body));
    }
}
