//! What was measured, as it is kept in a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Names in the order in which they were measured do not matter here: those who show them know it.
pub type ByName<T> = BTreeMap<String, T>;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Results {
    /// What it was measured with: compiler, processor.
    pub machine: String,
    /// By body, then by contender.
    pub bodies: ByName<ByName<Figures>>,
    /// Nanoseconds a byte, by hostile body.
    pub hostile: ByName<f64>,
    /// Nanoseconds a byte, by size of the body in bytes.
    pub growth: BTreeMap<usize, f64>,
    pub dependence: Dependence,
    /// Times of the derived struct, by contender of another language, then by body.
    #[serde(default)]
    pub languages: ByName<ByName<f64>>,
}

/// What one contender needs for one body.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    pub nanoseconds: f64,
    /// The time as a multiple of the derived struct's, the median of the rounds' ratios.
    pub time: f64,
    pub allocations: usize,
    pub instructions: Option<u64>,
}

/// What it costs to depend on this crate.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Dependence {
    pub packages: usize,
    /// The time of a clean build as a multiple of that of `serde` and `serde_json`.
    pub build: f64,
    /// What it adds to a stripped program, in bytes.
    pub code: u64,
    /// The same of the derived struct.
    pub derived_code: u64,
}
