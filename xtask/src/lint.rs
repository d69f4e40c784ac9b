//! `lint`: checks formatting, lints with warnings denied, and the layout of the sources.

use xshell::{Shell, cmd};

use crate::{Result, sources, tools};

pub(crate) fn lint(sh: &Shell) -> Result {
    // Fails if rustup has not installed the compiler. The next commands then use the components of the system.
    tools::runs(sh, "rustup", &["component", "add", "rustfmt", "clippy"]);
    cmd!(sh, "cargo fmt --check").run()?;
    sources::check(sh)?;
    cmd!(sh, "cargo clippy --workspace --all-targets --all-features -- -D warnings").run()?;
    Ok(())
}
