//! `release`: checks the files of the package and the public interface, and builds the docs like docs.rs.

use xshell::{Shell, cmd};

use crate::{Result, tools};

const PACKAGE: &str = "tests/release/package.txt";
const PUBLIC_API: &str = "tests/release/public-api.txt";

pub(crate) fn release(sh: &Shell, arguments: &[&str]) -> Result {
    let baseline = match arguments {
        [] => None,
        ["--baseline", tag] => Some(*tag),
        _ => return Err("the only arguments are --baseline and a tag".into()),
    };
    println!("the files of the package");
    tools::compare(sh, PACKAGE, &package(sh)?)?;
    cmd!(sh, "cargo publish --dry-run --quiet --allow-dirty").run()?;

    println!("the public interface");
    tools::compare(sh, PUBLIC_API, &public_api(sh)?)?;

    println!("the docs, as docs.rs builds them");
    cmd!(sh, "cargo +nightly doc --quiet --no-deps --all-features")
        .env("RUSTDOCFLAGS", "--cfg docsrs -D warnings")
        .run()?;

    if let Some(tag) = baseline {
        tools::install_version(sh, "semver-checks", "0.51.0")?;
        cmd!(sh, "cargo semver-checks --all-features --baseline-rev {tag}").run()?;
    } else {
        println!("the version is not checked, because nothing is published; `--baseline TAG` compares with a tag");
    }
    Ok(())
}

/// Rewrites the two lists.
pub(crate) fn bless(sh: &Shell) -> Result {
    sh.write_file(PACKAGE, package(sh)?)?;
    sh.write_file(PUBLIC_API, public_api(sh)?)?;
    Ok(())
}

fn package(sh: &Shell) -> Result<String> {
    let files = cmd!(sh, "cargo package --list --allow-dirty").read()?;
    // Only the package of a clean tree contains .cargo_vcs_info.json.
    Ok(tools::text_of(files.lines().filter(|file| *file != ".cargo_vcs_info.json")))
}

/// Returns the public interface without blanket and automatic implementations.
fn public_api(sh: &Shell) -> Result<String> {
    tools::install_nightly(sh)?;
    tools::install_version(sh, "public-api", "0.52.0")?;
    Ok(cmd!(sh, "cargo +nightly public-api --all-features -ss").read()? + "\n")
}
