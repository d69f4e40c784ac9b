//! Runs the checks of this repository: `cargo xtask JOB`. CONTRIBUTING.md describes the jobs.

mod bench;
mod bless;
mod dependencies;
mod docs;
mod features;
mod frameworks;
mod fuzz;
mod imports;
mod links;
mod lint;
mod mutants;
mod release;
mod service;
mod sources;
mod tests;
mod tokens;
mod tools;

use std::process::ExitCode;
use std::time::Instant;

use xshell::Shell;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

struct Job {
    name: &'static str,
    /// The arguments as `--help` shows them. Empty if the job accepts none.
    arguments: &'static str,
    about: &'static str,
    /// Whether `ci` runs it.
    in_ci: bool,
    run: fn(&Shell, &[&str]) -> Result,
}

const fn job(name: &'static str, about: &'static str, run: fn(&Shell, &[&str]) -> Result) -> Job {
    Job { name, arguments: "", about, in_ci: true, run }
}

/// All jobs. `ci` runs them in this order.
const JOBS: &[Job] = &[
    job("lint", "formatting, lints, and the layout of src/", |sh, _| lint::lint(sh)),
    job("docs", "the API docs and the links in them", |sh, _| docs::docs(sh)),
    Job {
        arguments: "[--tested]",
        ..job("test", "the README's commands, the tests of the crate, and xtask's", tests::test)
    },
    job("schema", "the files of schema/, and other validators on them", |sh, _| tests::schema(sh)),
    Job {
        arguments: "[SIZE]",
        ..job("exhaustive", "the crate and the independent reader on all small bodies", tests::exhaustive)
    },
    job("service", "the service: its tests, independent clients, load", |sh, _| service::service(sh)),
    job("frameworks", "the examples for frameworks, against each other and the service", |sh, _| {
        frameworks::frameworks(sh)
    }),
    job("features", "features, no_std, no panics, minimal versions", |sh, _| features::features(sh)),
    job("bench", "dependencies, memory, allocations, instructions", |sh, _| bench::bench(sh)),
    Job {
        arguments: "[--baseline TAG]",
        ..job("release", "package, public interface, docs as on docs.rs", release::release)
    },
    Job {
        arguments: "[-j PROCESSES] [SECONDS [TARGET...]]",
        ..job("fuzz", "each fuzz target, for half a minute by default", fuzz::fuzz)
    },
    job("supply-chain", "licenses, sources and versions of dependencies", |sh, _| dependencies::supply_chain(sh)),
    Job { arguments: "[--all]", ..job("mutants", "today's part of the mutants, or all", mutants::mutants) },
    Job {
        in_ci: false,
        ..job("oldest-compiler", "builds with the oldest supported compiler", |sh, _| dependencies::oldest_compiler(sh))
    },
    Job { in_ci: false, ..job("bless", "rewrites every generated file", |sh, _| bless::bless(sh)) },
    Job { in_ci: false, arguments: "[--tested]", ..job("ci", "runs all jobs but the last three of this list", ci) },
];

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let (name, rest) = match arguments.split_first() {
        None | Some((&("help" | "--help" | "-h"), _)) => {
            print!("{}", help());
            return ExitCode::SUCCESS;
        }
        Some((name, rest)) => (*name, rest),
    };
    let Some(job) = JOBS.iter().find(|job| job.name == name) else {
        eprint!("there is no job {name}\n\n{}", help());
        return ExitCode::from(2);
    };
    if job.arguments.is_empty() && !rest.is_empty() {
        eprintln!("{name} accepts no arguments");
        return ExitCode::from(2);
    }
    match tools::shell().and_then(|sh| (job.run)(&sh, rest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let lines = JOBS.iter().map(|Job { name, arguments, about, .. }| {
        let usage = format!("{name} {arguments}");
        format!("  {:<44}{about}", usage.trim_end())
    });
    format!("usage: cargo xtask JOB\n\n{}", tools::text_of(lines))
}

/// Runs every job. With `--tested`, `cargo test --all-features` has passed already and is not repeated.
fn ci(_: &Shell, arguments: &[&str]) -> Result {
    let tested = tools::flag(arguments, "--tested")?;
    let start = Instant::now();
    for job in JOBS.iter().filter(|job| job.in_ci) {
        println!("\n=== {} ({} s)", job.name, start.elapsed().as_secs());
        let arguments: &[_] = if tested && job.name == "test" { &["--tested"] } else { &[] };
        // Each job gets a shell of its own, because some set variables.
        (job.run)(&tools::shell()?, arguments).map_err(|error| format!("{}: {error}", job.name))?;
    }
    println!("\n=== done after {} s", start.elapsed().as_secs());
    Ok(())
}

#[cfg(test)]
mod test {
    use super::{JOBS, tools};

    fn read(path: &str) -> String {
        std::fs::read_to_string(tools::root().join(path)).unwrap()
    }

    #[test]
    fn contributing_describes_every_job() {
        let contributing = read("CONTRIBUTING.md");
        for job in JOBS {
            assert!(contributing.contains(&format!("`cargo xtask {}", job.name)), "{}", job.name);
        }
    }

    #[test]
    fn the_workflow_runs_every_job_of_ci() {
        let workflow = read(".github/workflows/ci.yml");
        for job in JOBS.iter().filter(|job| job.in_ci) {
            let lines = workflow.lines().filter(|line| line.trim_start() == format!("- job: {}", job.name)).count();
            assert_eq!(lines, 1, "{}", job.name);
        }
    }

    #[test]
    fn names_of_jobs_are_unique() {
        for job in JOBS {
            assert_eq!(JOBS.iter().filter(|other| other.name == job.name).count(), 1, "{}", job.name);
        }
    }
}
