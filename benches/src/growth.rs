//! Measures the time per byte of longer and longer bodies with valid IDs.

use std::process::{Command, Stdio};

use crate::bodies;
use crate::contenders::{MEMORY, SCAN, THIS_CRATE};
use crate::measure;
use crate::results::Growth;

/// The hidden argument with which this program measures one size.
pub const SIZE: &str = "size";

/// The sizes of the bodies in bytes.
pub const SIZES: [usize; 6] = [1 << 10, 1 << 14, 1 << 18, 1 << 22, 1 << 24, 1 << 26];

/// Keeps all memory for the next body: no block is mapped, and none is returned to the system.
const KEPT: &str = "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=4294967296";

/// Maps each block of at least 128 KB, unless the process has room for it, and returns it to the system.
const ANEW: &str = "glibc.malloc.mmap_threshold=131072";

/// Measures one size with both settings. Each has its own process, because earlier allocations change the result.
#[must_use]
pub fn measure(bytes: usize) -> Growth {
    let [kept, scan, _] = in_process(bytes, KEPT);
    let [anew, _, memory] = in_process(bytes, ANEW);
    Growth { kept, anew, scan, memory }
}

fn in_process(bytes: usize, tunables: &str) -> [f64; 3] {
    let mut program = Command::new(measure::sibling("benches"));
    let output =
        program.args([SIZE, &bytes.to_string()]).env("GLIBC_TUNABLES", tunables).stderr(Stdio::inherit()).output();
    serde_json::from_slice(&output.expect("this program can be run").stdout).expect("three numbers")
}

/// Returns the nanoseconds per byte of this crate, of the scan, and of only requesting the memory, as JSON.
#[must_use]
pub fn in_this_process(bytes: usize) -> String {
    let costs = measure::nanoseconds_a_byte(&[THIS_CRATE, SCAN, MEMORY], &bodies::of_size(bytes));
    serde_json::to_string(&costs).expect("plain data")
}
