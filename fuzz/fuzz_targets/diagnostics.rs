#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| lts_log_dump_fuzz::diagnostics::diagnostics(data));
