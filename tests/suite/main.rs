//! The tests, in one binary: it links once.

mod types;
