//! `fuzz`: builds and runs each fuzz target. Fails if one finds a bug.
//!
//! `fuzz/run` is a shell script because it logs interrupted runs, and the standard library cannot catch an interrupt. Cargo runs
//! `fuzz/rustc-wrapper` in place of the compiler.

use xshell::{Shell, cmd};

use crate::{Result, tools};

pub(crate) fn fuzz(sh: &Shell, arguments: &[&str]) -> Result {
    tools::install_nightly(sh)?;
    let processes = std::thread::available_parallelism()?.to_string();
    let default = ["-j", &processes, "30"];
    let arguments = if arguments.is_empty() { &default } else { arguments };
    cmd!(sh, "fuzz/run {arguments...}").run()?;
    Ok(())
}
