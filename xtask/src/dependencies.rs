//! `supply-chain` and `oldest-compiler`: the dependencies and the compiler that a user needs.

use xshell::{Shell, cmd};

use crate::{Result, features, tools};

pub(crate) fn supply_chain(sh: &Shell) -> Result {
    tools::install(sh, "deny")?;
    println!(
        "advisories are not checked, because their database is not in the package registry; \
         run `cargo deny check advisories` by hand"
    );
    cmd!(sh, "cargo deny --log-level error check bans licenses sources").run()?;
    Ok(())
}

/// Needs the network, so `ci` does not run it. Clippy's `incompatible_msrv` finds newer functions of the standard library without it.
pub(crate) fn oldest_compiler(sh: &Shell) -> Result {
    let manifest = sh.read_file("Cargo.toml")?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    let version = version.ok_or("Cargo.toml has no rust-version")?;
    println!("Rust {version}");
    cmd!(sh, "rustup toolchain install {version} --profile minimal").run()?;
    let own = features::own(&manifest)?;
    let all = own.join(",");
    for features in [""].into_iter().chain(own.iter().map(String::as_str)).chain([&*all]) {
        cmd!(sh, "cargo +{version} check --locked --features {features}").run()?;
    }
    Ok(())
}
