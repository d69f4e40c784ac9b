//! The tests of the crate, in one binary because each binary is linked separately.
//!
//! The tests of the program `lts-validate` and of the README's commands are in `examples/validate/tests/cli`.

/// Accepted types, boundaries, conversions and secrets of each type.
mod types;

/// Reading and writing bodies and responses, as JSON and in other formats of serde.
mod json;

/// Positions of errors in rejected bodies, and suggested values.
mod diagnostics;

/// The optional features `arbitrary`, `axum`, `clap`, `http`, `proptest`, `schemars` and `uuid`.
mod features;

/// Documentation, manifest and generated cases are up to date.
mod repository;
