//! Times, allocations and instructions of the contenders.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::bodies::Body;
use crate::contenders::Contender;

/// The hidden argument with which this program reads one body many times, under valgrind.
pub const REPEAT: &str = "repeat";

/// The time of one of several functions.
#[derive(Clone, Debug)]
pub struct Time {
    pub nanoseconds: f64,
    /// The median of the ratios to each base, over all rounds.
    pub ratios: Vec<f64>,
}

/// Measures all functions, relative to those at the positions `bases`.
///
/// Each round runs all of them in turn, so that a slow machine slows down all. The first call of a turn does not count, because it
/// has to request the memory that the previous function has returned to the system.
#[must_use]
pub fn times(all: &[&dyn Fn()], bases: &[usize]) -> Vec<Time> {
    const ROUNDS: usize = 151;
    const NANOSECONDS: f64 = 300_000.0;
    let once = |work: &dyn Fn(), times: u32| {
        let start = Instant::now();
        for _ in 0..times {
            work();
        }
        start.elapsed().as_secs_f64() * 1e9 / f64::from(times)
    };
    let turn = |work: &dyn Fn(), times: u32| {
        work();
        once(work, times)
    };
    let batches: Vec<u32> = all
        .iter()
        .map(|work| {
            once(work, 3);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
            let times = (NANOSECONDS / once(work, 3)).clamp(1.0, 10_000.0) as u32;
            times
        })
        .collect();
    let rounds: Vec<Vec<f64>> =
        (0..ROUNDS).map(|_| all.iter().zip(&batches).map(|(work, times)| turn(work, *times)).collect()).collect();
    let of = |place: usize, base: Option<usize>| {
        median(rounds.iter().map(|round| round[place] / base.map_or(1.0, |base| round[base])).collect())
    };
    (0..all.len())
        .map(|place| Time {
            nanoseconds: of(place, None),
            ratios: bases.iter().map(|base| of(place, Some(*base))).collect(),
        })
        .collect()
}

/// Returns the nanoseconds per byte of each contender: the best of several runs, because interruptions only add time.
#[must_use]
pub fn nanoseconds_a_byte(contenders: &[Contender], json: &[u8]) -> Vec<f64> {
    const TIMES: usize = 15;
    // Repeats short calls, so that they take longer than a step of the clock.
    let batch = (100_000 / json.len()).max(1);
    let mut best = vec![f64::INFINITY; contenders.len()];
    for _ in 0..TIMES {
        for (contender, best) in contenders.iter().zip(&mut best) {
            let start = Instant::now();
            for _ in 0..batch {
                (contender.read)(json);
            }
            #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
            let bytes = (json.len() * batch) as f64;
            *best = best.min(start.elapsed().as_secs_f64() * 1e9 / bytes);
        }
    }
    best
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Builds the program `count`, because `cargo run` does not.
pub fn build_count() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--release", "--package", "benches", "--bin", "count"]);
    if !cfg!(feature = "peers") {
        cargo.arg("--no-default-features");
    }
    let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo is there");
    assert!(status.success(), "`count` is built");
}

/// Returns the allocations of a contender for each body.
#[must_use]
pub fn allocations(contender: &Contender) -> Vec<usize> {
    let output = Command::new(sibling("count")).arg(contender.name).output().expect("`count` was built");
    let text = String::from_utf8(output.stdout).expect("digits");
    text.lines().map(|line| line.parse().expect("a number")).collect()
}

/// Returns the instructions of a contender for a body. `None` if valgrind is not installed.
#[must_use]
pub fn instructions(contender: &Contender, body: &Body) -> Option<u64> {
    const FEW: u64 = 5;
    const MANY: u64 = 25;
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

/// Returns the path of another program of this package.
pub(crate) fn sibling(name: &str) -> PathBuf {
    std::env::current_exe().expect("a program has a path").with_file_name(name)
}
