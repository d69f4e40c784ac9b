//! Invisible characters and other encodings in the output.

use std::process::Command;

use lts_log_dump::CreateLogDumpObsRequestBody;

use crate::{PROGRAM, assert_run, run};

#[test]
fn shows_a_carriage_return_at_the_end_of_a_body() {
    let report = "error[LTS.0007]: The request body format must be json
 --> standard input:1:3
  |
1 | {\\r
  |    ^
  = note: found: the end of the body
  = help: expected: a name in quotes, or `}`

error: standard input, line 1: 1 error

";
    assert_run(&["--explain", "--lines"], b"{\r\n", 1, report, "");
}

#[test]
fn shows_no_character_that_controls_a_terminal() {
    let hostile = "\u{1b}[2J\u{9b}31m\u{85}\u{7f}\u{202e}\u{200b}\u{2028}\u{feff}\u{61c}\u{34f}\u{fe0f}\u{115f}\u{1d173}\u{e0001}";
    let body = format!("\u{feff}{{\"storage_format\":\"{hostile}\"");
    for (body, arguments) in [
        (body.trim_start_matches('\u{feff}').to_owned() + "}", vec!["--explain"]),
        (body, vec!["--explain"]),
        ("{}".into(), vec!["--explain", hostile]),
    ] {
        let output = run(&arguments, body.as_bytes());
        let shown = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert!(!shown.is_empty());
        let is_hostile =
            |character: &char| *character != '\n' && hostile.contains(*character) && !character.is_ascii_graphic();
        assert_eq!(shown.chars().find(is_hostile), None, "{shown:?}");
    }
}

#[test]
fn escapes_each_invisible_character() {
    let body = "{\"storage_format\": \"RAW\u{fe0f}\", \"a\u{61c}\u{34f}\u{3164}\": 1, \"👩\u{200d}👧\": 2}";
    let output = run(&["--explain"], body.as_bytes());
    let report = String::from_utf8(output.stdout).unwrap();
    let format = report.split("\n\n").find(|error| error.contains("storage_format is")).unwrap();
    let expected = r#"error[LTS.1901]: storage_format is not in the list [RAW, JSON]
 --> standard input:1:20
  |
1 | {"storage_format": "RAW\u{fe0f}", "a\u{61c}\u{34f}\u{3164}": 1, "👩👧": 2}
  |                    ^^^^^^^^^^^^^
  = note: found: "RAW\u{fe0f}"
  = help: expected: RAW, JSON
  = help: did you mean "RAW"?"#;
    assert_eq!(format, expected);
    let warnings = String::from_utf8(output.stderr).unwrap();
    // The renderer removes the joiner of an emoji, so that its width is known.
    let titles: Vec<_> = warnings.lines().filter(|line| line.starts_with("warning")).collect();
    assert_eq!(titles, ["warning: unknown member `a\\u{61c}\\u{34f}\\u{3164}`", "warning: unknown member `👩👧`"]);
}

#[test]
fn names_a_byte_order_mark_and_utf_16() {
    let report = |source: &str, carets: usize, found: &str, expected: &str| {
        let carets = "^".repeat(carets);
        format!(
            "error[LTS.0007]: The request body format must be json
 --> standard input:1:1
  |
1 | {source}
  | {carets}
  = note: found: {found}
  = help: expected: {expected}

error: standard input: 1 error

"
        )
    };
    let mark =
        report("\\u{feff}{}", 8, "a byte order mark", "UTF-8 without a byte order mark: remove the first three bytes");
    assert_run(&["--explain"], b"\xef\xbb\xbf{}", 1, &mark, "");
    let utf_16 = |source, carets, found: &str, encoding: &str| {
        let found = format!("UTF-16, {found} a byte order mark");
        report(source, carets, &found, &format!("UTF-8: convert it with `iconv -f {encoding} -t UTF-8`"))
    };
    let little = utf_16("{\\u{0}}\\u{0}", 6, "little endian, without", "UTF-16LE");
    assert_run(&["--explain"], b"{\0}\0", 1, &little, "");
    let big = utf_16("\\u{0}{\\u{0}}", 6, "big endian, without", "UTF-16BE");
    assert_run(&["--explain"], b"\0{\0}", 1, &big, "");
    let little = utf_16("\u{fffd}\u{fffd}{\\u{0}}\\u{0}", 2, "little endian, with", "UTF-16");
    assert_run(&["--explain"], b"\xff\xfe{\0}\0", 1, &little, "");
    let big = utf_16("\u{fffd}\u{fffd}\\u{0}{\\u{0}}", 2, "big endian, with", "UTF-16");
    assert_run(&["--explain"], b"\xfe\xff\0{\0}", 1, &big, "");
}

/// Runs the program with a terminal as its output. The terminal writes a carriage return before each line feed.
fn run_on_terminal(arguments: &str) -> String {
    let command = format!("'{PROGRAM}' {arguments}");
    let output = Command::new("script").args(["--quiet", "--command", &command, "/dev/null"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n")
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "needs `script` of util-linux")]
fn escapes_json_on_a_terminal_only() {
    let example = include_str!("../../../request.json");
    let body = example.replace("fileprefixname", "\u{9b}31m\u{7f}\u{202e}\u{e0001}é");
    let accepted = CreateLogDumpObsRequestBody::from_json(&body).unwrap();
    let wire = String::from_utf8(accepted.to_json()).unwrap() + "\n";
    let escaped = wire.replace("\u{9b}31m\u{7f}\u{202e}\u{e0001}é", "\\u009b31m\\u007f\\u202e\\udb40\\udc01é");
    assert_ne!(wire, escaped);
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/terminal.json");
    std::fs::write(file, &body).unwrap();
    for options in ["", "--all", "--explain", "--explain=json"] {
        assert_eq!(run_on_terminal(&format!("{options} '{file}'")), escaped);
    }
    assert_run(&[file], b"", 0, &wire, "");
    std::fs::write(file, body.replace("\"RAW\"", "\"RAW\u{9b}\"")).unwrap();
    let shown = run_on_terminal(&format!("--explain=json '{file}'"));
    assert!(shown.contains(r#""found":"\"RAW\\u{9b}\"""#), "{shown}");
    assert_eq!(shown, String::from_utf8(run(&["--explain=json", file], b"").stdout).unwrap());
    std::fs::write(file, body.replace("\"period\"", "\"\u{9b}\": 1, \"period\"")).unwrap();
    let shown = run_on_terminal(&format!("--deny-unknown '{file}'"));
    assert!(shown.contains(r#""pointer":"/\u009b","#), "{shown}");
}
