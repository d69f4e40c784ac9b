//! `bench`: measures the costs that are equal on every machine. Times are measured only for a release.

use xshell::{Shell, cmd};

use crate::{Result, tools};

/// The packages of the default build, in alphabetical order.
const DEFAULT_BUILD: &str = "itoa lts-log-dump memchr proc-macro2 quote serde serde_core serde_json subtle syn \
                             thiserror thiserror-impl unicode-ident zmij";

pub(crate) fn bench(sh: &Shell) -> Result {
    println!("the default dependencies");
    let tree = cmd!(sh, "cargo tree --edges normal --prefix none --package lts-log-dump").read()?;
    let mut found: Vec<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    found.sort_unstable();
    found.dedup();
    let found = found.join(" ");
    println!("{found}");
    if found != DEFAULT_BUILD {
        return Err(format!("the default dependencies are not the expected ones: {DEFAULT_BUILD}").into());
    }

    // Without valgrind, the limit for instructions would not be checked.
    if !tools::runs(sh, "valgrind", &["--version"]) {
        cmd!(sh, "apt-get update -qq").run()?;
        cmd!(sh, "apt-get install -y -qq valgrind").run()?;
    }
    cmd!(sh, "cargo clippy --package benches --all-targets -- -D warnings").run()?;
    println!("memory, and whether the contenders agree on the bodies");
    cmd!(sh, "cargo test --release --package benches").run()?;
    println!("instructions and allocations");
    cmd!(sh, "cargo run --release --package benches --no-default-features -- gate").run()?;
    Ok(())
}
