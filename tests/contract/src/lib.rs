//! Repeats the contract by hand, for the tests and fuzz targets of several packages.
//!
//! Bounds, lists, names and messages are literals here on purpose, so that one wrong edit in the crate's tables cannot pass.

pub mod bounds;
pub mod cases;
pub mod compare;
pub mod diagnostics;
pub mod properties;
pub mod reader;
