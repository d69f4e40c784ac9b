//! Writes the bodies of the cases as seeds for the fuzzer: `seeds DIRECTORY`.

use std::fs;
use std::path::PathBuf;

use contract::cases::Case;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory: PathBuf = std::env::args_os().nth(1).ok_or("usage: seeds DIRECTORY")?.into();
    fs::create_dir_all(&directory)?;
    for Case { id, body, .. } in contract::cases::all() {
        // Large bodies slow down the fuzzer and cover little.
        if body.len() <= 4096 {
            let name: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            fs::write(directory.join(name), body)?;
        }
    }
    Ok(())
}
