//! Build time and binary size for dependents.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::measure::median;
use crate::results::Dependence;

/// The number of builds of each program. The programs take turns.
const ROUNDS: usize = 7;

/// Returns the compiler and the processor.
#[must_use]
pub fn machine() -> String {
    let rustc = output(Command::new("rustc").arg("--version"));
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    format!("{}, {}", rustc.trim(), model.map_or("unknown processor", |(_, model)| model))
}

#[must_use]
pub fn measure() -> Dependence {
    let packages =
        output(Command::new("cargo").args(["tree", "-e", "normal", "--prefix", "none", "-p", "lts-log-dump"]));
    let packages: BTreeSet<_> = packages.lines().filter_map(|line| line.split(' ').next()).collect();

    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").display().to_string();
    let ours = format!("lts-log-dump = {{ path = {root:?} }}");
    let serde = r#"serde = "1"
serde_json = "1""#;
    let derive = r#"serde = { version = "1", features = ["derive"] }
serde_json = "1""#;
    let nothing = "fn main() { println!(\"{}\", std::env::args().count()) }";
    let reader = include_str!("contenders/derived.rs");
    let empty = program("empty", serde, &[("main.rs", nothing)]);
    let this_crate = program("ours", &ours, &[("main.rs", include_str!("dependence/ours.rs"))]);
    let derived =
        program("derived", derive, &[("main.rs", include_str!("dependence/derived.rs")), ("reader.rs", reader)]);
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (build(&this_crate), build(&empty), build(&derived))).collect();
    let dependence = Dependence {
        packages: packages.len(),
        build: median(rounds.iter().map(|(ours, alone, _)| ours / alone).collect()),
        build_over_derive: median(rounds.iter().map(|(ours, _, derive)| ours / derive).collect()),
        code: size(&this_crate) - size(&empty),
        derived_code: size(&derived) - size(&empty),
    };
    for folder in [this_crate, empty, derived] {
        let _ = fs::remove_dir_all(folder);
    }
    dependence
}

/// Writes a program into a new folder, and returns the folder.
fn program(name: &str, dependencies: &str, sources: &[(&str, &str)]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("benches-{}-{name}", std::process::id()));
    let manifest = format!(
        "[package]\nname = \"program\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n{dependencies}\n\
         [profile.release]\nstrip = true\n"
    );
    fs::create_dir_all(folder.join("src")).expect("there is room");
    fs::write(folder.join("Cargo.toml"), manifest).expect("there is room");
    for (file, source) in sources {
        fs::write(folder.join("src").join(file), source).expect("there is room");
    }
    output(Command::new("cargo").args(["fetch", "--quiet"]).current_dir(&folder));
    folder
}

/// Returns the seconds of a clean build.
fn build(folder: &Path) -> f64 {
    let target = folder.join("target");
    let _ = fs::remove_dir_all(&target);
    let start = Instant::now();
    let mut cargo = Command::new("cargo");
    output(cargo.args(["build", "--release", "--quiet"]).env("CARGO_TARGET_DIR", &target).current_dir(folder));
    start.elapsed().as_secs_f64()
}

fn size(folder: &Path) -> u64 {
    fs::metadata(folder.join("target/release/program")).expect("it was built").len()
}

fn output(command: &mut Command) -> String {
    let output = command.output().expect("it can be run");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}
