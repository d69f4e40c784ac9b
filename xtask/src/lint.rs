//! `lint`: formatting, lints with warnings denied, and the layout of the sources.

use xshell::{Shell, cmd};

use crate::{Result, sources, tools};

pub(crate) fn lint(sh: &Shell) -> Result {
    // Fails if the compiler was not installed by rustup. The next commands then use what the system has.
    tools::runs(sh, "rustup", &["component", "add", "rustfmt", "clippy"]);
    cmd!(sh, "cargo fmt --check").run()?;
    sources::check(sh)?;
    cmd!(sh, "cargo clippy --workspace --all-targets --all-features -- -D warnings").run()?;
    Ok(())
}
