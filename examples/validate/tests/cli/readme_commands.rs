//! The README's commands print the output that the README shows.

use std::process::Command;

use crate::{PROGRAM, ROOT};

const README: &str = include_str!("../../../../README.md");

/// The command with which the README runs the program.
const CARGO_RUN: &str = "cargo run --quiet -p lts-validate";

#[test]
#[cfg_attr(not(unix), ignore = "the README's commands need a Unix shell")]
fn readme_commands_print_the_output_in_the_readme() {
    let consoles = README.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let program = format!("'{PROGRAM}'");
    let mut compared = 0;
    for block in consoles.flat_map(|console| console.split("$ ").skip(1)) {
        let (command, expected) = block.split_once('\n').unwrap();
        // Other commands need a build. They have their own tests.
        if !command.contains(CARGO_RUN) {
            continue;
        }
        let command = command.replace(&format!("{CARGO_RUN} -- "), &format!("{program} ")).replace(CARGO_RUN, &program);
        let output = Command::new("sh").args(["-c", &command]).current_dir(ROOT).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{command}");
        compared += 1;
    }
    assert!(compared >= 3, "{compared}");
}
