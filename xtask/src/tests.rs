//! `test`, `schema` and `exhaustive`: run the tests of the crate, and compare it with an independent reader and other validators.

use xshell::{Shell, cmd};

use crate::{Result, tools};

pub(crate) fn test(sh: &Shell, arguments: &[&str]) -> Result {
    let tested = tools::flag(arguments, "--tested")?;
    // The README's first command and its tests.
    cmd!(sh, "cargo run --quiet -p lts-validate -- examples/request.json").run()?;
    if !tested {
        cmd!(sh, "cargo test --all-features").run()?;
    }
    cmd!(sh, "cargo run --quiet --package picture -- --check").run()?;
    cmd!(sh, "cargo test --quiet --package lts-validate --package configuration --package formats --package xtask")
        .run()?;
    Ok(())
}

pub(crate) fn schema(sh: &Shell) -> Result {
    cmd!(sh, "cargo run --quiet --features schemars --example generate -- --check").run()?;
    cmd!(sh, "cargo test --package agreement").run()?;
    cmd!(sh, "tests/languages/run").run()?;
    Ok(())
}

/// Size 2 compares 20 million bodies. Size 3 compares more than 300 million in several minutes.
pub(crate) fn exhaustive(sh: &Shell, arguments: &[&str]) -> Result {
    let size = match arguments {
        [] => "2",
        [size] => size,
        _ => return Err("the only argument is the size".into()),
    };
    cmd!(sh, "cargo run --quiet --release --package agreement --bin exhaustive -- {size}").run()?;
    Ok(())
}
