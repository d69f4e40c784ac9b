//! What a byte costs in ever longer bodies of valid IDs.

use std::process::{Command, Stdio};

use crate::bodies;
use crate::contenders::{MEMORY, SCAN, THIS_CRATE};
use crate::measure;
use crate::results::Growth;

/// The hidden argument that makes this program measure one size.
pub const SIZE: &str = "size";

/// The sizes of the bodies in bytes.
pub const SIZES: [usize; 6] = [1 << 10, 1 << 14, 1 << 18, 1 << 22, 1 << 24, 1 << 26];

/// Keeps all memory for what comes next: none is mapped, and none goes back.
const KEPT: &str = "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=4294967296";

/// Maps each block of 128 KB and more, unless the process has room for it, and gives it back to the system.
const ANEW: &str = "glibc.malloc.mmap_threshold=131072";

/// Measures one size with either memory, each in a process of its own: what a process did before plays a part in what it gets.
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

/// Nanoseconds a byte of this crate, of the scan, and of taking the memory alone, as JSON.
#[must_use]
pub fn in_this_process(bytes: usize) -> String {
    let costs = measure::nanoseconds_a_byte(&[THIS_CRATE, SCAN, MEMORY], &bodies::of_size(bytes));
    serde_json::to_string(&costs).expect("plain data")
}
