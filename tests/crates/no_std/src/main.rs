//! A program without the standard library. Its exit status is 0 if the crate accepts a valid body and rejects an invalid one.

#![no_std]
#![no_main]

use core::alloc::{GlobalAlloc, Layout};
use core::ffi::c_int;
use core::panic::PanicInfo;

use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection, Violation};

struct Malloc;

// SAFETY: `aligned_alloc` and `free` fulfil the contract. The size is rounded up to a multiple of the alignment.
unsafe impl GlobalAlloc for Malloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let layout = layout.pad_to_align();
        unsafe { libc::aligned_alloc(layout.align().max(8), layout.size().next_multiple_of(8)).cast() }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, _: Layout) {
        unsafe { libc::free(pointer.cast()) }
    }
}

#[global_allocator]
static ALLOCATOR: Malloc = Malloc;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unsafe { libc::abort() }
}

#[unsafe(no_mangle)]
extern "C" fn main(_: c_int, _: *const *const u8) -> c_int {
    let accepted = CreateLogDumpObsRequestBody::from_json(include_bytes!("../../../../examples/request.json")).is_ok();
    let rejected = match CreateLogDumpObsRequestBody::from_json(b"{}") {
        Err(Rejection::Violations(violations)) => violations.first() == Violation::InvalidLogGroupId,
        _ => false,
    };
    c_int::from(!(accepted && rejected))
}

// The compiled `alloc` supports unwinding and refers to these symbols. With `panic = "abort"` they are never called.

#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

#[unsafe(no_mangle)]
extern "C" fn _Unwind_Resume() -> ! {
    unsafe { libc::abort() }
}

#[link(name = "c")]
unsafe extern "C" {}
