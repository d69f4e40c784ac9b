//! The example `validate`, by a name that can be installed: `cargo install --path . --example lts-validate`.

use std::process::ExitCode;

#[path = "validate/main.rs"]
mod validate;

fn main() -> ExitCode {
    validate::main()
}
