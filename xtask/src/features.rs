//! `features`: checks combinations of features, and builds without the standard library, without panics and with minimal versions.

use xshell::{Shell, cmd};

use crate::{Result, tools};

/// The features of `serde_json` that change how it reads, which another crate of a build may enable.
const OF_SERDE_JSON: [&str; 4] = ["arbitrary_precision", "float_roundtrip", "preserve_order", "unbounded_depth"];

pub(crate) fn features(sh: &Shell) -> Result {
    println!("with each of these features of serde_json: {}", OF_SERDE_JSON.join(" "));
    let of_serde_json = OF_SERDE_JSON.map(|feature| format!("serde_json/{feature}"));
    for features in of_serde_json.iter().chain([&of_serde_json.join(",")]) {
        cmd!(sh, "cargo test --quiet --all-features --features {features} --test suite").run()?;
    }

    let own = own(&sh.read_file("Cargo.toml")?)?;
    println!("tests with each of our own features alone, and with none: {}", own.join(" "));
    for feature in [""].into_iter().chain(own.iter().map(String::as_str)) {
        cmd!(sh, "cargo test --quiet --features {feature} --test suite").run()?;
    }

    println!("lints with each pair of them");
    for (index, first) in own.iter().enumerate() {
        for second in own.iter().skip(index + 1) {
            cmd!(sh, "cargo clippy --quiet --features {first},{second} -- -D warnings").run()?;
        }
    }

    let target = tools::target_directory(sh)?;
    println!("without the standard library, and without panics in constructors");
    for name in ["no_std", "no_panic"] {
        cmd!(sh, "cargo run --quiet --release --manifest-path tests/crates/{name}/Cargo.toml")
            .env("CARGO_TARGET_DIR", &target)
            .run()?;
    }

    println!("a glob import with every feature");
    cmd!(sh, "cargo run --quiet --manifest-path tests/crates/glob_import/Cargo.toml")
        .env("CARGO_TARGET_DIR", &target)
        .run()?;
    minimal_versions(sh)
}

/// Returns the features that the manifest declares.
pub(crate) fn own(manifest: &str) -> Result<Vec<String>> {
    let features = manifest.split_once("\n[features]\n").ok_or("Cargo.toml has no features")?.1;
    let features = features.split("\n[").next().unwrap_or_default();
    let names = features.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.to_owned());
    Ok(names.filter(|name| name != "default" && !name.starts_with('#')).collect())
}

/// Builds a copy of the crate alone with the minimal versions that the manifest allows.
fn minimal_versions(sh: &Shell) -> Result {
    println!("with the minimal versions that the manifest allows");
    tools::install_nightly(sh)?;
    let target = tools::target_directory(sh)?;
    let copy = target.join("minimal");
    sh.remove_path(&copy)?;
    sh.create_dir(&copy)?;
    cmd!(sh, "cp -r README.md DESIGN.md docs src schema examples tests {copy}").run()?;
    let manifest = sh.read_file("Cargo.toml")?;
    let lines = manifest.lines().map(|line| if line.starts_with("members = ") { "members = [\".\"]" } else { line });
    sh.write_file(copy.join("Cargo.toml"), tools::text_of(lines))?;
    let _in_copy = sh.push_dir(&copy);
    cmd!(sh, "cargo +nightly update --quiet -Z direct-minimal-versions").run()?;
    cmd!(sh, "cargo build --quiet --all-features").env("CARGO_TARGET_DIR", target.join("minimal-target")).run()?;
    Ok(())
}
