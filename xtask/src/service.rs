//! `service`: tests the example service with its own tests, with independent clients, and under load.

use xshell::{Shell, cmd};

use crate::Result;

pub(crate) fn service(sh: &Shell) -> Result {
    cmd!(sh, "cargo test --package service").run()?;
    cmd!(sh, "tests/end-to-end/run").run()?;
    cmd!(sh, "cargo build --quiet --release --package service").run()?;
    cmd!(sh, "cargo run --quiet --release --package service --bin load").run()?;
    Ok(())
}
