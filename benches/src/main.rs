//! Measures this crate and other crates on the same bodies, and prints the tables of `benches/README.md`. Fails if a bar is exceeded.
//!
//! - `gate` measures only allocations and instructions, because they are equal on every machine.
//! - `release` also updates `benches/results.json`, the tables and the chart.
//! - `tables` only rewrites the tables and the chart from `benches/results.json`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use benches::bodies::{self, Body};
use benches::contenders::{self, Contender, DERIVED, SCAN, THIS_CRATE};
use benches::results::Results;
use benches::{dependence, growth, hostile, measure, others, picture, readme, table};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let results = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [measure::REPEAT, contender, body, times] => {
            repeat(contender, body, times.parse().expect("a number"));
            return ExitCode::SUCCESS;
        }
        [growth::SIZE, bytes] => {
            println!("{}", growth::in_this_process(bytes.parse().expect("a number")));
            return ExitCode::SUCCESS;
        }
        ["gate"] => gate(),
        ["tables"] if cfg!(feature = "peers") => {
            write(&Results::load());
            return ExitCode::SUCCESS;
        }
        [] if cfg!(feature = "peers") => all(),
        ["release"] if cfg!(feature = "peers") => {
            let results = all();
            results.save();
            // The tables show the rounded figures of the file.
            write(&Results::load());
            results
        }
        _ => {
            eprintln!("usage: benches [gate | release | tables]");
            return ExitCode::FAILURE;
        }
    };
    let is_gate = arguments == ["gate"];
    if arguments.is_empty() {
        print!("{}", readme::tables(&results));
    }
    let (lines, all_hold) = table::bars(&results, !is_gate);
    print!("{lines}");
    if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn repeat(contender: &str, body: &str, times: u64) {
    let contender = contenders::all().into_iter().find(|other| other.name == contender).expect("a contender");
    let body = bodies::all().into_iter().find(|other| other.name == body).expect("a body");
    for _ in 0..times {
        (contender.read)(&body.json);
    }
}

fn gate() -> Results {
    let mut results = Results::default();
    add_counts(&mut results, &[THIS_CRATE, SCAN], &bodies::all());
    results
}

/// Adds the allocations, and the instructions of the bodies that differ only in their number of IDs.
fn add_counts(results: &mut Results, contenders: &[Contender], bodies: &[Body]) {
    measure::build_count();
    let counted = bodies::SIZES.map(bodies::name_of);
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

fn all() -> Results {
    let contenders = contenders::all();
    let bodies = bodies::all();
    let place = |base: Contender| contenders.iter().position(|other| other.name == base.name).expect("one of them");
    let bases = [place(DERIVED), place(SCAN)];
    let mut results = Results { machine: dependence::machine(), ..Results::default() };
    add_counts(&mut results, &contenders, &bodies);
    for body in &bodies {
        let work: Vec<Box<dyn Fn()>> =
            contenders.iter().map(|contender| Box::new(|| _ = (contender.read)(&body.json)) as Box<dyn Fn()>).collect();
        let times = measure::times(&work.iter().map(|work| &**work).collect::<Vec<_>>(), &bases);
        for (contender, time) in contenders.iter().zip(times) {
            let figures = results.bodies.entry(body.name.clone()).or_default();
            let figures = figures.entry(contender.name.into()).or_default();
            figures.nanoseconds = time.nanoseconds;
            (figures.of_struct, figures.of_scan) = (time.ratios[0], time.ratios[1]);
        }
    }
    results.others = others::measure();
    for body in hostile::all() {
        results.hostile.insert(body.name.into(), measure::nanoseconds_a_byte(&[THIS_CRATE], &body.json)[0]);
    }
    results.growth = growth::SIZES.into_iter().map(|bytes| (bytes, growth::measure(bytes))).collect();
    results.dependence = dependence::measure();
    results
}

/// Writes the chart and the tables.
fn write(results: &Results) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(folder.join("results.svg"), picture::picture(results)).expect("the picture can be written");
    let text = fs::read_to_string(readme::file()).expect("the text is in the repository");
    let text = readme::with_tables(&text, results);
    fs::write(readme::file(), text).expect("the text can be written");
}
