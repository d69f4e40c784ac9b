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
    /// What else the crate does, against derived structs.
    pub others: Vec<Other>,
    /// Nanoseconds a byte, by hostile body.
    pub hostile: ByName<f64>,
    /// By size of a valid body in bytes.
    pub growth: BTreeMap<usize, Growth>,
    pub dependence: Dependence,
}

impl Results {
    fn file() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("results.json")
    }

    /// What was measured last.
    ///
    /// # Panics
    ///
    /// When the file is not there.
    #[must_use]
    pub fn load() -> Self {
        let text = fs::read_to_string(Self::file()).expect("the results are in the repository");
        serde_json::from_str(&text).expect("this program wrote it")
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
    pub of_struct: f64,
    /// The same, of the scan's.
    pub of_scan: f64,
    pub allocations: usize,
    pub instructions: Option<u64>,
}

/// What is not reading a body, as a multiple of the derived struct's time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Other {
    pub name: String,
    pub nanoseconds: f64,
    pub of_struct: f64,
}

/// Nanoseconds a byte.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Growth {
    /// Of this crate, when the allocator keeps the memory of the body before.
    pub kept: f64,
    /// Of this crate, when the allocator takes long blocks from the system anew.
    pub anew: f64,
    pub scan: f64,
    /// To take the memory for the IDs as in `anew`, and to write it.
    pub memory: f64,
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
