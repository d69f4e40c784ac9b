//! Options, inputs and the exit status.

use std::io::Write;
use std::process::{Command, Stdio};

use lts_log_dump::{ApiError, ErrorBody, Violation};

use crate::{PROGRAM, assert_run, run};

const WIRE: &str = concat!(
    r#"{"log_group_id":"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053","#,
    r#""log_stream_ids":["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],"obs_bucket_name":"lts-test","type":"cycle","#,
    r#""storage_format":"RAW","switch_on":true,"prefix_name":"fileprefixname","dir_prefix_name":"dirprefixname","#,
    r#""period":5,"period_unit":"min"}"#,
);

fn response(error: impl Into<ApiError>) -> String {
    serde_json::to_string(&ErrorBody::from(error.into())).unwrap()
}

#[test]
fn accepts_the_example_request_from_a_file_and_from_standard_input() {
    let example = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../request.json")).unwrap();
    assert_run(&["examples/request.json"], b"", 0, &format!("{WIRE}\n"), "");
    assert_run(&[], &example, 0, &format!("{WIRE}\n"), "");
    assert_run(&["-"], &example, 0, &format!("{WIRE}\n"), "");
    assert_run(&["--all"], &example, 0, &format!("{WIRE}\n"), "");
}

#[test]
fn prints_the_first_error_of_a_rejected_body_and_all_of_them_with_all() {
    let body = WIRE.replace("cycle", "once").replace("\"min\"", "7");
    assert_run(&[], body.as_bytes(), 1, &format!("{}\n", response(Violation::UnlistedTransferType)), "");
    let all = concat!(
        r#"[{"field":"type","error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"},"#,
        r#"{"field":"period_unit","error_code":"LTS.1902","#,
        r#""error_msg":"period_unit is invalid, please verify if it's provided as required"}]"#,
        "\n",
    );
    assert_run(&["--all"], body.as_bytes(), 1, all, "");
    let not_json = r#"[{"field":null,"error_code":"LTS.0007","error_msg":"The request body format must be json"}]"#;
    assert_run(&["--all"], b"{", 1, &format!("{not_json}\n"), "");
    assert_run(&[], b"", 1, &format!("{}\n", response(ApiError::NotJson)), "");
}

#[test]
fn prints_one_line_per_input_line_with_lines() {
    let not_json = response(ApiError::NotJson);
    let empty = response(Violation::InvalidLogGroupId);
    let input = format!("{WIRE}\r\nx\n{{}}\n{WIRE}");
    assert_run(&["--lines"], input.as_bytes(), 1, &format!("{WIRE}\n{not_json}\n{empty}\n{WIRE}\n"), "");
    assert_run(&["--lines"], format!("{WIRE}\n").as_bytes(), 0, &format!("{WIRE}\n"), "");
    assert_run(&["--lines"], b"", 0, "", "");
}

#[test]
fn skips_blank_lines_but_counts_them() {
    let input = format!("\n \t\r\n{WIRE}\n\n{{}}\n\r\n\n");
    let empty = response(Violation::InvalidLogGroupId);
    assert_run(&["--lines"], input.as_bytes(), 1, &format!("{WIRE}\n{empty}\n"), "");
    let empty = empty.replace('{', "{\"input_line\":5,");
    assert_run(&["--line-numbers"], input.as_bytes(), 1, &format!("{WIRE}\n{empty}\n"), "");
    assert_run(&["--lines"], b"\n\n", 0, "", "");
    // Other white space is a syntax error, and so is a blank body without --lines.
    let not_json = format!("{}\n", response(ApiError::NotJson));
    assert_run(&["--lines"], b"\x0b\n", 1, &not_json, "");
    assert_run(&[], b"\n", 1, &not_json, "");
}

#[test]
fn adds_the_line_number_to_each_error_with_line_numbers() {
    let input = format!("{WIRE}\n{{}}\n[]");
    let empty = response(Violation::InvalidLogGroupId).replace('{', "{\"input_line\":2,");
    let not_json = response(ApiError::NotJson).replace('{', "{\"input_line\":3,");
    assert_run(&["--line-numbers"], input.as_bytes(), 1, &format!("{WIRE}\n{empty}\n{not_json}\n"), "");
    for option in ["--all", "--explain=json"] {
        let unnumbered = String::from_utf8(run(&[option, "--lines"], input.as_bytes()).stdout).unwrap();
        let numbered = String::from_utf8(run(&[option, "--line-numbers"], input.as_bytes()).stdout).unwrap();
        for (line, (numbered, unnumbered)) in numbered.lines().zip(unnumbered.lines()).enumerate().skip(1) {
            let expected = unnumbered.replace("{\"field\"", &format!("{{\"input_line\":{},\"field\"", line + 1));
            assert_eq!(numbered, expected);
        }
    }
}

#[test]
fn validates_several_files_in_order() {
    let example = "examples/request.json";
    let empty = response(Violation::InvalidLogGroupId);
    assert_run(&[example, "-", example], b"{}", 1, &format!("{WIRE}\n{empty}\n{WIRE}\n"), "");
    assert_run(&["--quiet", example, example], b"", 0, "", "");
    // If a file cannot be read, the others are still validated.
    let output = run(&["missing", "-", example], b"{}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{empty}\n{WIRE}\n"));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("lts-validate: missing: "));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn prints_nothing_with_quiet() {
    assert_run(&["--quiet"], WIRE.as_bytes(), 0, "", "");
    assert_run(&["--quiet"], b"{}", 1, "", "");
    assert_run(&["-q", "--lines"], format!("{WIRE}\n{{}}\n{WIRE}").as_bytes(), 1, "", "");
    assert_run(&["--all", "--explain", "--quiet"], b"{}", 1, "", "");
}

#[test]
fn exits_with_status_2_on_invalid_options_and_unreadable_files() {
    assert_run(&["--unknown"], b"", 2, "", "lts-validate: invalid option '--unknown'\n");
    assert_run(&["--all=1"], b"", 2, "", "lts-validate: unexpected argument for option '--all': \"1\"\n");
    assert_run(&["--explain=xml"], b"", 2, "", "lts-validate: invalid value 'xml' for '--explain': expected json\n");
    for name in ["missing", "src"] {
        let output = run(&[name], b"");
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.starts_with(&format!("lts-validate: {name}: ")), "{message}");
    }
}

#[test]
fn prints_help_with_the_command_that_installs_it() {
    let output = run(&["--help"], b"");
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(help.contains("\nUsage: lts-validate [OPTION...] [FILE...]\n"), "{help}");
    assert!(help.ends_with("\n  cargo install --path examples/validate\n"), "{help}");
    assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
}

#[test]
fn stops_quietly_if_the_output_pipe_is_closed() {
    let mut command = Command::new(PROGRAM);
    let mut child =
        command.arg("--lines").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // Writes more than a pipe can hold, so writing fails when the program has ended.
    while stdin.write_all(b"{}\n").is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    // It has rejected at least one body.
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn prints_the_result_of_a_line_before_it_reads_the_next_one() {
    use std::io::{BufRead, BufReader};

    let mut child = Command::new(PROGRAM).arg("--lines").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut responses = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..3 {
        stdin.write_all(b"{}\n").unwrap();
        assert_eq!(responses.next().unwrap().unwrap(), response(Violation::InvalidLogGroupId));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
