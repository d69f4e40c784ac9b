//! Times, allocations and instructions of the contenders.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::bodies::Body;
use crate::contenders::Contender;

/// The hidden argument that makes this program read one body many times, under valgrind.
pub const REPEAT: &str = "repeat";

/// Nanoseconds of each contender and the median ratio to the one in the `base` place, one pair per contender.
///
/// Each round runs them all, one after the other, so that what slows the machine down slows all of them.
#[must_use]
pub fn times(contenders: &[Contender], base: usize, body: &Body) -> Vec<(f64, f64)> {
    const ROUNDS: usize = 151;
    const NANOSECONDS: f64 = 100_000.0;
    let once = |contender: &Contender, times: u32| {
        let start = Instant::now();
        for _ in 0..times {
            (contender.read)(&body.json);
        }
        start.elapsed().as_secs_f64() * 1e9 / f64::from(times)
    };
    let batches: Vec<u32> = contenders
        .iter()
        .map(|contender| {
            once(contender, 3);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
            let times = (NANOSECONDS / once(contender, 3)).clamp(1.0, 10_000.0) as u32;
            times
        })
        .collect();
    let mut rounds = vec![(Vec::new(), Vec::new()); contenders.len()];
    for _ in 0..ROUNDS {
        let round: Vec<f64> =
            contenders.iter().zip(&batches).map(|(contender, times)| once(contender, *times)).collect();
        for ((times, ratios), time) in rounds.iter_mut().zip(&round) {
            times.push(*time);
            ratios.push(time / round[base]);
        }
    }
    rounds.into_iter().map(|(times, ratios)| (median(times), median(ratios))).collect()
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The allocations of a contender for each body.
#[must_use]
pub fn allocations(contender: &Contender) -> Vec<usize> {
    let output = Command::new(sibling("count")).arg(contender.name).output().expect("`cargo build` made `count`, too");
    let text = String::from_utf8(output.stdout).expect("digits");
    text.lines().map(|line| line.parse().expect("a number")).collect()
}

/// The instructions that a contender executes for a body, counted by valgrind; `None` without valgrind.
#[must_use]
pub fn instructions(contender: &Contender, body: &Body) -> Option<u64> {
    const FEW: u64 = 5;
    const MANY: u64 = 55;
    let total = |times: u64| {
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(sibling("benches"))
            .args([REPEAT, contender.name, &body.name, &times.to_string()])
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stderr);
        text.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse::<u64>().ok())
    };
    Some((total(MANY)? - total(FEW)?) / (MANY - FEW))
}

fn sibling(name: &str) -> PathBuf {
    std::env::current_exe().expect("a program has a path").with_file_name(name)
}
