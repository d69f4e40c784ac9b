//! Compares the crate with the independent reader on all small bodies: `exhaustive [MORE]`.
//!
//! Each sequence has up to MORE pieces more than in the tests. With 3 there are over 300 million bodies.

use std::collections::BTreeMap;
use std::ops::Range;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use agreement::exhaustive::{Family, families};
use indicatif::{ProgressBar, ProgressStyle};

/// The number of bodies to compare before the progress bar moves.
const STEP: usize = 1 << 16;

fn main() -> ExitCode {
    let more = match std::env::args().nth(1).map_or(Ok(2), |more| more.parse()) {
        Ok(more) => more,
        Err(error) => {
            eprintln!("{error}\nusage: exhaustive [MORE]");
            return ExitCode::from(2);
        }
    };
    let families = families(more);
    let total: usize = families.iter().map(Family::count).sum();
    let bar = ProgressBar::new(total as u64).with_style(
        ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} bodies, {per_sec}, {eta} left")
            .expect("a template"),
    );
    let start = Instant::now();
    let disagreements = compare(&families, &bar);
    bar.finish_and_clear();
    for (name, count) in by_name(&families) {
        println!("{count:>11}  {name}");
    }
    for disagreement in &disagreements {
        eprintln!("{disagreement}\n");
    }
    println!("{total} bodies in {} s, {} families with a disagreement", start.elapsed().as_secs(), disagreements.len());
    ExitCode::from(u8::from(!disagreements.is_empty()))
}

/// Returns the first disagreement of each step.
fn compare(families: &[Family], bar: &ProgressBar) -> Vec<String> {
    let steps = Mutex::new(families.iter().flat_map(steps));
    let disagreements = Mutex::new(Vec::new());
    let work = || {
        loop {
            let Some((family, numbers)) = steps.lock().expect("no thread panics").next() else { break };
            let count = numbers.end - numbers.start;
            if let Err(disagreement) = family.compare(numbers) {
                disagreements.lock().expect("no thread panics").push(disagreement);
            }
            bar.inc(count as u64);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    disagreements.into_inner().expect("no thread panics")
}

fn steps(family: &Family) -> impl Iterator<Item = (&Family, Range<usize>)> {
    let count = family.count();
    (0..count).step_by(STEP).map(move |start| (family, start..count.min(start + STEP)))
}

fn by_name(families: &[Family]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for family in families {
        *counts.entry(&*family.name).or_default() += family.count();
    }
    counts
}
