//! The README's commands print what it says.

use std::process::Command;

use crate::validate::program;

const README: &str = include_str!("../../README.md");

#[test]
#[cfg_attr(not(unix), ignore = "the commands are those of a Unix shell")]
fn the_commands_of_the_readme_print_what_it_says() {
    let consoles = README.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let validate = format!("'{}'", program().display());
    let mut shown = 0;
    for block in consoles.flat_map(|console| console.split("$ ").skip(1)) {
        let (command, expected) = block.split_once('\n').unwrap();
        // Others build something first: they have tests of their own.
        if !command.contains("cargo run --quiet --example validate") {
            continue;
        }
        let command = command
            .replace("cargo run --quiet --example validate -- ", &format!("{validate} "))
            .replace("cargo run --quiet --example validate", &validate);
        let output =
            Command::new("sh").args(["-c", &command]).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{command}");
        shown += 1;
    }
    assert!(shown >= 3, "{shown}");
}
