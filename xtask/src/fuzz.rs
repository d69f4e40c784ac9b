//! `fuzz`: each fuzz target builds, and finds nothing.
//!
//! `fuzz/run` is a shell script because it has to catch the interrupt that ends a long run: what ran until then is logged.
//! The standard library cannot do that. `fuzz/rustc-wrapper` is a program that cargo starts in place of the compiler.

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
