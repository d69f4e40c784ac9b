//! The tests, in one binary: it links once.

mod cases;
mod damage;
mod generated;
mod properties;
mod types;
mod validate;
