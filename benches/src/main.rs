//! Measures this crate and its peers on the same bodies, prints the tables, and keeps the figures in `benches/results.json`.
//!
//! `gate` measures only what repeats, and fails when a bar is missed; `languages` adds the readers of other languages.

use std::process::ExitCode;
use std::time::Instant;

use benches::bodies::{self, Body};
use benches::contenders::{self, Contender, DERIVED, THIS_CRATE};
use benches::results::Results;
use benches::{dependence, hostile, languages, measure, table};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [measure::REPEAT, contender, body, times] => repeat(contender, body, times.parse().expect("a number")),
        ["gate"] => return gate(),
        ["languages"] => add_languages(),
        [] => all(),
        _ => {
            eprintln!("usage: benches [gate|languages]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn repeat(contender: &str, body: &str, times: u64) {
    let contender = contenders::all().into_iter().find(|other| other.name == contender).expect("a contender");
    let body = bodies::all().into_iter().find(|other| other.name == body).expect("a body");
    for _ in 0..times {
        (contender.read)(&body.json);
    }
}

fn gate() -> ExitCode {
    let mut results = Results::default();
    add_counts(&mut results, &[THIS_CRATE, DERIVED], &bodies::all());
    let (lines, all_hold) = table::bars(&results, false);
    print!("{lines}");
    if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Allocations, and instructions where there is a bar or a row for them.
fn add_counts(results: &mut Results, contenders: &[Contender], bodies: &[Body]) {
    let counted = [1, 100].map(bodies::name_of);
    for contender in contenders {
        for (body, allocations) in bodies.iter().zip(measure::allocations(contender)) {
            let figures = results.bodies.entry(body.name.clone()).or_default();
            let figures = figures.entry(contender.name.into()).or_default();
            figures.allocations = allocations;
            if counted.contains(&body.name) {
                figures.instructions = measure::instructions(contender, body);
            }
        }
    }
}

fn all() {
    let contenders = contenders::all();
    let bodies = bodies::all();
    let base = contenders.iter().position(|other| other.name == DERIVED.name).expect("it is one of them");
    let mut results = Results { machine: dependence::machine(), ..Results::default() };
    add_counts(&mut results, &contenders, &bodies);
    for body in &bodies {
        for (contender, (nanoseconds, time)) in contenders.iter().zip(measure::times(&contenders, base, body)) {
            let figures = results.bodies.entry(body.name.clone()).or_default();
            let figures = figures.entry(contender.name.into()).or_default();
            figures.nanoseconds = nanoseconds;
            figures.time = time;
        }
    }
    for body in hostile::all() {
        results.hostile.insert(body.name.into(), nanoseconds_a_byte(&body.json));
    }
    for bytes in [1_usize << 10, 1 << 14, 1 << 18, 1 << 22, 1 << 24] {
        results.growth.insert(bytes, nanoseconds_a_byte(&bodies::of_size(bytes)));
    }
    results.dependence = dependence::measure();

    println!("{}\n", results.machine);
    println!(
        "Times are multiples of the derived struct's on the same bytes; all but it and the scan refuse what is not valid. \
         serde_json is the same for all.\n"
    );
    println!("{}\n{}\n{}", table::valid(&results), table::bodies(&results), table::rest(&results));
    print!("{}", table::bars(&results, true).0);
    results.languages = Results::load().map_or_else(Default::default, |before| before.languages);
    results.save();
}

fn add_languages() {
    let mut results = Results::load().unwrap_or_default();
    results.languages = languages::measure();
    print!("{}", languages::table(&results.languages));
    results.save();
}

/// The best of a few times: what disturbs only adds.
fn nanoseconds_a_byte(json: &[u8]) -> f64 {
    const TIMES: usize = 15;
    let time = |_| {
        let start = Instant::now();
        (THIS_CRATE.read)(json);
        start.elapsed().as_secs_f64()
    };
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let bytes = json.len() as f64;
    (0..TIMES).map(time).fold(f64::INFINITY, f64::min) * 1e9 / bytes
}
