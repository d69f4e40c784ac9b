//! What was measured, as it is kept in a file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
    /// Nanoseconds by contender, then by body.
    #[serde(default)]
    pub languages: ByName<ByName<f64>>,
}

impl Results {
    fn file() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("results.json")
    }

    /// What was measured last.
    #[must_use]
    pub fn load() -> Option<Self> {
        serde_json::from_str(&fs::read_to_string(Self::file()).ok()?).ok()
    }

    /// # Panics
    ///
    /// When the file cannot be written.
    pub fn save(&self) {
        let text = serde_json::to_string_pretty(self).expect("plain data");
        fs::write(Self::file(), text + "\n").expect("the results can be written");
    }
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
    /// The same with serde's derive on the other side, which a derived struct needs.
    pub build_over_derive: f64,
    /// What it adds to a stripped program, in bytes.
    pub code: u64,
    /// The same of the derived struct.
    pub derived_code: u64,
}
