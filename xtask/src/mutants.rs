//! `mutants`: changes the sources in many small ways. Fails if the tests miss a change.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use xshell::{Shell, cmd};

use crate::{Result, tools};

/// Each day runs another part, so that all parts run within eight weeks.
const PARTS: u64 = 56;

pub(crate) fn mutants(sh: &Shell, arguments: &[&str]) -> Result {
    let all = tools::flag(arguments, "--all")?;
    tools::install(sh, "mutants")?;
    let target = tools::target_directory(sh)?;
    let days = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / (24 * 60 * 60);
    let shard = format!("{}/{PARTS}", days % PARTS);
    let shard: &[&str] = if all { &[] } else { &["--shard", &shard] };
    let command = cmd!(sh, "cargo mutants --jobs 2 --timeout 60 --output {target} {shard...}");
    // Incremental builds are faster, because only one file differs between two mutants.
    let status = Command::from(command.env("CARGO_INCREMENTAL", "1")).status()?;
    // Status 3 means that a mutant exceeded the time limit, which is noticed. Other mutants may still be missed.
    if !status.success() && status.code() != Some(3) {
        return Err(format!("cargo mutants: {status}").into());
    }
    let missed = sh.read_file(target.join("mutants.out/missed.txt"))?;
    if missed.is_empty() { Ok(()) } else { Err(format!("no test notices these mutants:\n{missed}").into()) }
}
