//! Draws `docs/explain.svg`, the README's picture of what `lts-validate --explain` prints for `transfer.json`.
//!
//! `cargo run --package picture` writes it. With `-- --check` it fails if the file is not current.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let picture = picture()?;
    match std::env::args().nth(1).as_deref() {
        None => fs::write(path(), picture)?,
        Some("--check") if fs::read_to_string(path())? == picture => {}
        Some("--check") => {
            eprintln!("{} is not current: cargo run --package picture", path().display());
            return Ok(ExitCode::FAILURE);
        }
        Some(_) => {
            eprintln!("usage: picture [--check]");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn path() -> PathBuf {
    folder().join("../../docs/explain.svg")
}

fn picture() -> Result<String, Box<dyn Error>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--package", "lts-validate", "--"]);
    cargo.args(["--explain", "transfer.json"]).current_dir(folder());
    let output = cargo.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").output()?;
    if output.status.code() != Some(1) {
        return Err(String::from_utf8(output.stderr)?.into());
    }
    // A terminal shows the warnings on standard error first.
    let [warnings, errors] = [output.stderr, output.stdout].map(String::from_utf8);
    let shown = format!("$ lts-validate --explain transfer.json\n{}{}", warnings?, errors?);
    Ok(anstyle_svg::Term::new().render_svg(shown.trim_end()) + "\n")
}

#[test]
fn the_picture_is_current() {
    assert_eq!(fs::read_to_string(path()).unwrap(), picture().unwrap());
}
