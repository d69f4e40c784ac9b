//! The example `validate`, as a shell sees it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use lts_log_dump::{ApiError, Violation};

/// The example, which `cargo test` builds beside the tests.
pub(crate) fn program() -> PathBuf {
    example("validate")
}

fn example(name: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let examples = tests.ancestors().nth(2).unwrap().join("examples");
    let program = examples.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(program.exists(), "run `cargo build --examples` first, or `cargo test` without a selection");
    program
}

pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    run_with(arguments, input, &[])
}

/// With these variables in its environment.
pub(crate) fn run_with(arguments: &[&str], input: &[u8], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(program());
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.envs(variables.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // It may end without reading all, which is no failure of the writer's.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

#[track_caller]
pub(crate) fn assert_run(arguments: &[&str], input: &[u8], status: i32, stdout: &str, stderr: &str) {
    let output = run(arguments, input);
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    assert_eq!(String::from_utf8_lossy(&output.stderr), stderr);
    assert_eq!(output.status.code(), Some(status));
}

const WIRE: &str = concat!(
    r#"{"log_group_id":"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053","#,
    r#""log_stream_ids":["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],"obs_bucket_name":"lts-test","type":"cycle","#,
    r#""storage_format":"RAW","switch_on":true,"prefix_name":"fileprefixname","dir_prefix_name":"dirprefixname","#,
    r#""period":5,"period_unit":"min"}"#,
);

fn answer(error: impl Into<ApiError>) -> String {
    let error = error.into();
    format!("{{\"error_code\":\"{}\",\"error_msg\":\"{error}\"}}", error.code())
}

#[test]
fn the_example_request_is_accepted_from_a_file_and_from_standard_input() {
    let example = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/request.json")).unwrap();
    assert_run(&["examples/request.json"], b"", 0, &format!("{WIRE}\n"), "");
    assert_run(&[], &example, 0, &format!("{WIRE}\n"), "");
    assert_run(&["-"], &example, 0, &format!("{WIRE}\n"), "");
    assert_run(&["--all"], &example, 0, &format!("{WIRE}\n"), "");
}

#[test]
fn a_refused_body_gets_the_first_error_or_all() {
    let body = WIRE.replace("cycle", "once").replace("\"min\"", "7");
    assert_run(&[], body.as_bytes(), 1, &format!("{}\n", answer(Violation::UnlistedTransferType)), "");
    let all = concat!(
        r#"[{"field":"type","error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"},"#,
        r#"{"field":"period_unit","error_code":"LTS.1902","#,
        r#""error_msg":"period_unit is invalid, please verify if it's provided as required"}]"#,
        "\n",
    );
    assert_run(&["--all"], body.as_bytes(), 1, all, "");
    let not_json = r#"[{"field":null,"error_code":"LTS.0007","error_msg":"The request body format must be json"}]"#;
    assert_run(&["--all"], b"{", 1, &format!("{not_json}\n"), "");
    assert_run(&[], b"", 1, &format!("{}\n", answer(ApiError::NotJson)), "");
}

#[test]
fn with_lines_each_line_gives_a_line() {
    let not_json = answer(ApiError::NotJson);
    let empty = answer(Violation::InvalidLogGroupId);
    let input = format!("{WIRE}\r\n\n{{}}\n{WIRE}");
    assert_run(&["--lines"], input.as_bytes(), 1, &format!("{WIRE}\n{not_json}\n{empty}\n{WIRE}\n"), "");
    assert_run(&["--lines"], format!("{WIRE}\n").as_bytes(), 0, &format!("{WIRE}\n"), "");
    assert_run(&["--lines"], b"", 0, "", "");
}

#[test]
fn with_line_numbers_a_refused_line_has_its_number() {
    let input = format!("{WIRE}\n{{}}\n[]");
    let empty = answer(Violation::InvalidLogGroupId).replace('{', "{\"input_line\":2,");
    let not_json = answer(ApiError::NotJson).replace('{', "{\"input_line\":3,");
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
fn several_files_are_read_one_after_the_other() {
    let example = "examples/request.json";
    let empty = answer(Violation::InvalidLogGroupId);
    assert_run(&[example, "-", example], b"{}", 1, &format!("{WIRE}\n{empty}\n{WIRE}\n"), "");
    assert_run(&["--quiet", example, example], b"", 0, "", "");
    // One that cannot be read does not keep the others from being read.
    let output = run(&["missing", "-", example], b"{}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{empty}\n{WIRE}\n"));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("validate: missing: "));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn quiet_says_it_by_the_exit_status() {
    assert_run(&["--quiet"], WIRE.as_bytes(), 0, "", "");
    assert_run(&["--quiet"], b"{}", 1, "", "");
    assert_run(&["-q", "--lines"], format!("{WIRE}\n{{}}\n{WIRE}").as_bytes(), 1, "", "");
    assert_run(&["--all", "--explain", "--quiet"], b"{}", 1, "", "");
}

#[test]
fn wrong_usage_and_unreadable_files_end_with_status_2() {
    assert_run(&["--unknown"], b"", 2, "", "validate: invalid option '--unknown'\n");
    assert_run(&["--all=1"], b"", 2, "", "validate: unexpected argument for option '--all': \"1\"\n");
    assert_run(&["--explain=xml"], b"", 2, "", "validate: --explain takes json or nothing, not xml\n");
    for name in ["missing", "src"] {
        let output = run(&[name], b"");
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.starts_with(&format!("validate: {name}: ")), "{message}");
    }
}

#[test]
fn help_goes_to_standard_output_and_says_how_to_install_it() {
    for name in ["validate", "lts-validate"] {
        let output = Command::new(example(name)).arg("--help").output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.contains(&format!("\nUsage: {name} [OPTION...] [FILE...]\n")), "{help}");
        assert!(help.ends_with("\n  cargo install --path . --example lts-validate\n"), "{help}");
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut command = Command::new(program());
    let mut child =
        command.arg("--lines").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // More than any pipe holds: the writer sees the end of the reader as an error.
    while stdin.write_all(b"{}\n").is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    // What it has seen was refused.
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_answer_comes_before_the_next_line_is_sent() {
    use std::io::{BufRead, BufReader};

    let mut child =
        Command::new(program()).arg("--lines").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..3 {
        stdin.write_all(b"{}\n").unwrap();
        assert_eq!(answers.next().unwrap().unwrap(), answer(Violation::InvalidLogGroupId));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
