//! Members that the service ignores: warnings of `--explain`, and `--deny-unknown`.

use lts_log_dump::{ErrorBody, Violation};

use crate::{assert_run, run};

const EXAMPLE: &str = include_str!("../../../request.json");

/// The example request with more members before `period`.
fn with_members(members: &str) -> String {
    let body = EXAMPLE.replace("    \"period\" :", &format!("    {members}\n    \"period\" :"));
    assert_ne!(body, EXAMPLE);
    body
}

/// The example request in wire form, with a line feed.
fn wire() -> String {
    String::from_utf8(run(&[], EXAMPLE.as_bytes()).stdout).unwrap()
}

/// The object for an unknown member that is not similar to a documented one.
fn object(name: &str, start: usize, line: usize, column: usize) -> String {
    let end = start + name.len() + 2;
    format!(
        concat!(
            r#"{{"field":null,"error_code":null,"error_msg":"unknown member","pointer":"/{name}","#,
            r#""start":{start},"end":{end},"line":{line},"column":{column},"expected":"a documented member","#,
            r#""found":"`{name}`","suggestion":null,"similar_member":null}}"#,
        ),
        name = name,
        start = start,
        end = end,
        line = line,
        column = column,
    )
}

#[test]
fn warns_about_the_unknown_members_of_an_accepted_body() {
    let body = EXAMPLE.replace("switch_on", "swich_on");
    let body =
        body.replace("    \"period\" :", "    \"comment\": {\"type\": 5}, \"$schema\": \"x\",\n    \"period\" :");
    let warnings = r#"warning: unknown member `swich_on`
 --> standard input:7:5
  |
7 |     "swich_on" : "true",
  |     ^^^^^^^^^^
  = help: did you mean `switch_on`?

warning: unknown member `comment`
  --> standard input:10:5
   |
10 |     "comment": {"type": 5}, "$schema"…
   |     ^^^^^^^^^
   = note: the service ignores it

"#;
    assert_run(&["--explain"], body.as_bytes(), 0, &wire(), warnings);
    for options in [&[][..], &["--all"], &["--explain=json"]] {
        assert_run(options, body.as_bytes(), 0, &wire(), "");
    }
}

#[test]
fn points_at_the_similar_name_of_a_missing_member() {
    let body = r#"{
    "log_group_id": "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053",
    "log_stream_id": ["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],
    "obs_bucket_name": "lts-test",
    "type": "cycle",
    "storage_format": "RAW",
    "period": 5,
    "period_unit": "min"
}"#;
    let expected = Violation::InvalidLogStreamIds.expected();
    let report = r#"error[LTS.1902]: log_stream_ids is invalid, please verify if it's provided as required
 --> standard input:9:1
  |
3 |     "log_stream_id": ["45e7f609-xxxx-4cd3-8…
  |     --------------- a member with a similar name
  |
9 | }
  | ^
  = note: the member is missing
  = help: expected: "#;
    let report = format!("{report}{expected}\n\nerror: standard input: 1 error\n\n");
    let warnings = r#"warning: unknown member `log_stream_id`
 --> standard input:3:5
  |
3 |     "log_stream_id": ["45e7f609-xxxx-4cd3-8…
  |     ^^^^^^^^^^^^^^^
  = help: did you mean `log_stream_ids`?

"#;
    assert_run(&["--explain"], body.as_bytes(), 1, &report, warnings);
    let json = String::from_utf8(run(&["--explain=json"], body.as_bytes()).stdout).unwrap();
    assert!(json.ends_with("\"suggestion\":null,\"similar_member\":\"/log_stream_id\"}]\n"), "{json}");
}

#[test]
fn points_at_the_error_and_the_similar_member_in_one_line() {
    let report = format!(
        r#"error[LTS.1902]: {}
 --> standard input:2:26
  |
2 | {{"log_group": "x", "a": 2}}
  |  -----------             ^
  |  |
  |  a member with a similar name
  = note: the member is missing
  = help: expected: {}
"#,
        Violation::InvalidLogGroupId,
        Violation::InvalidLogGroupId.expected(),
    );
    let output = run(&["--explain", "--lines"], b"\n{\"log_group\": \"x\", \"a\": 2}\n");
    let shown = String::from_utf8(output.stdout).unwrap();
    assert_eq!(shown.split_inclusive('\n').take(9).collect::<String>(), report);
}

#[test]
fn ignores_a_schema_member_unless_unknown_members_are_denied() {
    let body = with_members(r#""$schema": "x","#);
    assert_run(&["--explain"], body.as_bytes(), 0, &wire(), "");
    let start = body.find("\"$schema\"").unwrap();
    let object = object("$schema", start, 10, 5);
    assert_run(&["--deny-unknown"], body.as_bytes(), 1, &format!("{object}\n"), "");
    let escaped = with_members(r#""\u0024schema": "x","#);
    assert_run(&["--explain"], escaped.as_bytes(), 0, &wire(), "");
}

#[test]
fn rejects_unknown_members_with_deny_unknown_in_each_mode() {
    let body = with_members(r#""comment": 1, "tags": 2,"#);
    let start = body.find("\"comment\"").unwrap();
    let comment = object("comment", start, 10, 5);
    let tags = object("tags", start + 14, 10, 19);
    let array = format!("[{comment},{tags}]\n");
    let body = body.as_bytes();
    assert_run(&["--deny-unknown"], body, 1, &format!("{comment}\n"), "");
    assert_run(&["--deny-unknown", "--all"], body, 1, &array, "");
    assert_run(&["--explain=json", "--deny-unknown"], body, 1, &array, "");
    assert_run(&["--deny-unknown", "--quiet"], body, 1, "", "");
    let report = r#"error: unknown member `comment`
  --> standard input:10:5
   |
10 |     "comment": 1, "tags": 2,
   |     ^^^^^^^^^
   = note: `--deny-unknown` rejects it

error: unknown member `tags`
  --> standard input:10:19
   |
10 |     "comment": 1, "tags": 2,
   |                   ^^^^^^
   = note: `--deny-unknown` rejects it

error: standard input: 2 unknown members; the service accepts the body

"#;
    assert_run(&["--deny-unknown", "--explain"], body, 1, report, "");
    // A body without unknown members is accepted.
    for option in ["--all", "--explain", "--explain=json"] {
        assert_run(&["--deny-unknown", option], EXAMPLE.as_bytes(), 0, &wire(), "");
    }
}

#[test]
fn lists_unknown_members_after_the_errors_of_the_service() {
    let body = with_members(r#""swich_one": 1,"#).replace("\"switch_on\" : \"true\",", "").replace("RAW", "raw");
    let error = ErrorBody::from(Violation::UnlistedStorageFormat);
    let error = serde_json::to_string(&error).unwrap();
    assert_run(&["--deny-unknown"], body.as_bytes(), 1, &format!("{error}\n"), "");
    let start = body.find("\"swich_one\"").unwrap();
    let unknown = object("swich_one", start, 10, 5).replace("suggestion\":null", r#"suggestion":"\"switch_on\"""#);
    let error = error.replacen('{', "{\"field\":\"storage_format\",", 1);
    assert_run(&["--deny-unknown", "--all"], body.as_bytes(), 1, &format!("[{error},{unknown}]\n"), "");
    let json = String::from_utf8(run(&["--deny-unknown", "--explain=json"], body.as_bytes()).stdout).unwrap();
    assert!(json.ends_with(&format!(",\"similar_member\":null}},{unknown}]\n")), "{json}");
    let report = String::from_utf8(run(&["--deny-unknown", "--explain"], body.as_bytes()).stdout).unwrap();
    let end = "  = help: did you mean `switch_on`?\n\nerror: standard input: 1 error, 1 unknown member\n\n";
    assert!(report.replace("   =", "  =").ends_with(end), "{report}");
    // Invalid JSON has no members. A body with a duplicate member is JSON, so its unknown members are listed.
    let not_json = r#"[{"field":null,"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#;
    assert_run(&["--deny-unknown", "--all"], b"{\"a\":1", 1, &format!("{not_json}]\n"), "");
    let a = object("a", 1, 1, 2);
    assert_run(&["--deny-unknown", "--all"], br#"{"a":1,"type":1,"type":1}"#, 1, &format!("{not_json},{a}]\n"), "");
}

#[test]
fn rejects_unknown_members_line_by_line() {
    let [good, bad] = [wire(), wire().replace("{\"log", "{\"id\":1,\"log")];
    let input = format!("{good}{bad}{good}");
    let id = object("id", 1, 1, 2);
    let output = |error: &str| format!("{good}{error}{good}");
    assert_run(&["--deny-unknown", "--lines"], input.as_bytes(), 1, &output(&format!("{id}\n")), "");
    let numbered = id.replacen('{', "{\"input_line\":2,", 1);
    for option in ["--all", "--explain=json"] {
        let options = ["--deny-unknown", "--line-numbers", option];
        assert_run(&options, input.as_bytes(), 1, &output(&format!("[{numbered}]\n")), "");
    }
    let warning = "warning: unknown member `id`
 --> standard input:2:2
  |
2 | {\"id\":1,\"log_group_id\":\"d9dba…
  |  ^^^^
  = note: the service ignores it

";
    assert_run(&["--explain", "--lines"], input.as_bytes(), 0, &output(&good), warning);
    assert_run(&["-q", "--deny-unknown", "--lines"], input.as_bytes(), 1, "", "");
}

#[test]
fn shows_at_most_a_hundred_unknown_members_of_a_body() {
    let members: Vec<_> = (0..5000).map(|number| format!("\"unknown {number}\": 1,")).collect();
    let body = with_members(&members.concat());
    let output = run(&["--explain"], body.as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stdout), wire());
    let warnings = String::from_utf8(output.stderr).unwrap();
    assert_eq!(warnings.matches("warning: unknown member").count(), 100);
    let last = "warning: standard input: 5000 unknown members, the first 100 are shown\n\n";
    assert!(warnings.ends_with(last), "{warnings}");
    let report = String::from_utf8(run(&["--explain", "--deny-unknown"], body.as_bytes()).stdout).unwrap();
    assert_eq!(report.matches("error: unknown member").count(), 100);
    let last = "error: standard input: 5000 unknown members, the first 100 are shown; the service accepts the body\n\n";
    assert!(report.ends_with(last), "{report}");
    let json = String::from_utf8(run(&["--explain=json", "--deny-unknown"], body.as_bytes()).stdout).unwrap();
    assert_eq!(json.matches("\"unknown member\"").count(), 5000);
}
