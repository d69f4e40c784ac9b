//! Strategies for property tests of those who depend on this crate.
