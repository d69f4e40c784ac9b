#![no_main]

libfuzzer_sys::fuzz_target!(|body: lts_log_dump::CreateLogDumpObsRequestBody| contract::properties::written(&body));
