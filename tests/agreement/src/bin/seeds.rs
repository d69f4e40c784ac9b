//! Writes the bodies of the cases as files, to start fuzzing from: `seeds DIRECTORY`.

use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory: PathBuf = std::env::args_os().nth(1).ok_or("usage: seeds DIRECTORY")?.into();
    fs::create_dir_all(&directory)?;
    for (name, body) in agreement::bodies_of_cases() {
        // Large bodies slow a fuzzer down and teach it little.
        if body.len() <= 4096 {
            let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            fs::write(directory.join(name), body)?;
        }
    }
    Ok(())
}
