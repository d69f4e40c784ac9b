//! `bless`: rewrites every generated file. Read the difference, because it is a change on the wire or in the public interface.

use xshell::{Shell, cmd};

use crate::{Result, release};

pub(crate) fn bless(sh: &Shell) -> Result {
    // tests/cases
    cmd!(sh, "cargo test --quiet --test suite generated").env("UPDATE_CASES", "1").run()?;
    // schema/ and docs/errors.md
    cmd!(sh, "cargo run --quiet --features schemars --example generate").run()?;
    // docs/explain.svg
    cmd!(sh, "cargo run --quiet --package picture").run()?;
    // The tables and the chart in benches/, from the committed figures.
    cmd!(sh, "cargo run --quiet --package benches -- tables").run()?;
    // tests/release
    release::bless(sh)
}
