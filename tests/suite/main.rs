//! The tests, in one binary: it links once.

mod case;
mod cases;
mod generated;
mod properties;
mod types;
mod validate;
