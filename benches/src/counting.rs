//! An allocator that counts, for the programs that declare it as theirs.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Counts what the current thread allocates.
#[derive(Debug)]
pub struct Counting;

/// What happened while something ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many times memory was asked for, a block that grows included.
    pub allocations: usize,
    /// How many bytes more than at the start were held at once, at most.
    pub peak: usize,
    /// How many bytes more than at the start are held at the end.
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

/// Runs `work`, and counts.
pub fn counted<T>(work: impl FnOnce() -> T) -> (T, Counts) {
    // A base far from zero, so that memory from before, given back meanwhile, does not wrap.
    const BASE: usize = usize::MAX / 4;
    ALLOCATIONS.set(0);
    HELD.set(BASE);
    PEAK.set(BASE);
    let result = work();
    let counts =
        Counts { allocations: ALLOCATIONS.get(), peak: PEAK.get() - BASE, held: HELD.get().saturating_sub(BASE) };
    (result, counts)
}

#[expect(unsafe_code, reason = "an allocator is unsafe; this one hands everything on")]
// SAFETY: everything is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as for this function.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as for this function.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as for this function.
        unsafe { System.realloc(block, layout, size) }
    }
}
