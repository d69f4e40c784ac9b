//! An allocator that counts, for programs that use it as their global allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Counts the allocations of the current thread.
#[derive(Debug)]
pub struct Counting;

/// The allocations during a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number of allocations and reallocations.
    pub allocations: usize,
    /// The greatest number of bytes in use, minus those at the start.
    pub peak: usize,
    /// The number of bytes in use at the end, minus those at the start.
    pub held: usize,
}

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    static HELD: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

fn count(added: usize, removed: usize) {
    let held = HELD.get().wrapping_add(added).wrapping_sub(removed);
    HELD.set(held);
    PEAK.set(PEAK.get().max(held));
    ALLOCATIONS.set(ALLOCATIONS.get() + usize::from(added > 0));
}

/// Calls `work`, and counts its allocations.
pub fn counted<T>(work: impl FnOnce() -> T) -> (T, Counts) {
    // The count starts far from zero, so that it does not wrap if `work` frees memory that was allocated before.
    const BASE: usize = usize::MAX / 4;
    ALLOCATIONS.set(0);
    HELD.set(BASE);
    PEAK.set(BASE);
    let result = work();
    let counts =
        Counts { allocations: ALLOCATIONS.get(), peak: PEAK.get() - BASE, held: HELD.get().saturating_sub(BASE) };
    (result, counts)
}

#[expect(unsafe_code, reason = "an allocator is unsafe")]
// SAFETY: every call is passed on unchanged to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller fulfils the same contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: the caller fulfils the same contract.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: the caller fulfils the same contract.
        unsafe { System.realloc(block, layout, size) }
    }
}
