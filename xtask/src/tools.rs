//! Helpers of the jobs: the root of the repository, installed programs, and expected files.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::Result;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Creates a shell in the root of the repository.
pub(crate) fn shell() -> Result<Shell> {
    let sh = Shell::new()?;
    sh.change_dir(root());
    Ok(sh)
}

/// Returns whether the only argument is this flag.
///
/// # Errors
///
/// There is any other argument.
pub(crate) fn flag(arguments: &[&str], flag: &str) -> Result<bool> {
    match arguments {
        [] => Ok(false),
        [argument] if *argument == flag => Ok(true),
        _ => Err(format!("the only argument is {flag}").into()),
    }
}

/// Returns cargo's target directory, which is configurable.
pub(crate) fn target_directory(sh: &Shell) -> Result<PathBuf> {
    let metadata = cmd!(sh, "cargo metadata --no-deps --format-version 1").quiet().read()?;
    let rest = metadata.split_once("\"target_directory\":\"").ok_or("cargo metadata names no target directory")?.1;
    Ok(rest.split('"').next().unwrap_or_default().into())
}

pub(crate) fn runs(sh: &Shell, program: &str, arguments: &[&str]) -> bool {
    cmd!(sh, "{program} {arguments...}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
}

/// Installs a subcommand of cargo if it is missing.
pub(crate) fn install(sh: &Shell, subcommand: &str) -> Result {
    if !runs(sh, "cargo", &[subcommand, "--version"]) {
        let package = format!("cargo-{subcommand}");
        cmd!(sh, "cargo install --quiet --locked {package}").run()?;
    }
    Ok(())
}

/// Installs this version of a subcommand of cargo, whose output depends on the version, below the target directory.
pub(crate) fn install_version(sh: &Shell, subcommand: &str, version: &str) -> Result {
    let tools = target_directory(sh)?.join("tools");
    let path = sh.var_os("PATH").unwrap_or_default();
    let bin = tools.join("bin");
    if !std::env::split_paths(&path).any(|folder| folder == bin) {
        sh.set_var("PATH", std::env::join_paths([bin].into_iter().chain(std::env::split_paths(&path)))?);
    }
    let package = format!("cargo-{subcommand}");
    let found = cmd!(sh, "cargo {subcommand} --version").quiet().ignore_status().ignore_stderr().read()?;
    if found != format!("{package} {version}") {
        cmd!(sh, "cargo install --quiet --locked {package}@{version} --root {tools}").run()?;
    }
    Ok(())
}

pub(crate) fn install_nightly(sh: &Shell) -> Result {
    if !cmd!(sh, "rustup toolchain list").quiet().read()?.lines().any(|line| line.starts_with("nightly")) {
        cmd!(sh, "rustup toolchain install nightly --profile minimal").run()?;
    }
    Ok(())
}

/// Compares a file with its expected text, and shows the difference.
pub(crate) fn compare(sh: &Shell, path: &str, expected: &str) -> Result {
    cmd!(sh, "diff -u {path} -")
        .stdin(expected)
        .quiet()
        .run()
        .map_err(|_| format!("{path} differs; if you want this, run `cargo xtask bless`").into())
}

/// Joins lines, each with an end.
pub(crate) fn text_of(lines: impl Iterator<Item = impl AsRef<str>>) -> String {
    lines.fold(String::new(), |text, line| text + line.as_ref() + "\n")
}
