//! Ways to read a body. Those that validate check the same rules: IDs, lengths in characters, listed values and intervals.

#[cfg(feature = "peers")]
mod garde;
#[cfg(feature = "peers")]
mod jsonschema;
#[cfg(feature = "peers")]
mod nutype;
#[cfg(feature = "peers")]
mod serde_valid;
#[cfg(feature = "peers")]
mod validator;

mod derived;
mod rules;

use std::hint::black_box;

use lts_log_dump::{CreateLogDumpObsRequestBody, LogStreamId};
use serde::de::IgnoredAny;

/// A way to read a body.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    pub name: &'static str,
    /// Reads a body, drops the result, and returns whether the body was accepted.
    pub read: fn(&[u8]) -> bool,
    /// Whether it rejects bodies that the API reference does not allow.
    pub validates: bool,
}

/// Times are relative to this contender and to [`SCAN`].
pub const DERIVED: Contender = Contender { name: "derived struct of Strings", read: derived::read, validates: false };

pub const THIS_CRATE: Contender = Contender {
    name: "lts-log-dump",
    read: |json| black_box(CreateLogDumpObsRequestBody::from_json(black_box(json))).is_ok(),
    validates: true,
};

/// Only checks the syntax.
pub const SCAN: Contender = Contender {
    name: "serde_json, syntax only",
    read: |json| black_box(serde_json::from_slice::<IgnoredAny>(black_box(json))).is_ok(),
    validates: false,
};

/// Only requests the memory for the IDs of a long list, and writes to it. Each ID has quotes and a comma in the text.
pub const MEMORY: Contender = Contender {
    name: "memory",
    read: |json| black_box(vec![1_u8; json.len() / (LogStreamId::LEN + 3) * LogStreamId::LEN]).is_empty(),
    validates: false,
};

/// Returns all contenders, beginning with this crate and the derived struct.
#[must_use]
pub fn all() -> Vec<Contender> {
    let mut all = vec![THIS_CRATE, DERIVED, SCAN];
    all.extend(peers());
    all
}

#[cfg(not(feature = "peers"))]
const fn peers() -> [Contender; 0] {
    []
}

#[cfg(feature = "peers")]
fn peers() -> [Contender; 7] {
    let validating = |name, read| Contender { name, read, validates: true };
    [
        validating("derived struct + garde", garde::read),
        validating("derived struct + validator", validator::read),
        validating("derived struct + serde_valid", serde_valid::read),
        validating("nutype newtypes", nutype::read),
        validating("serde_json::Value + jsonschema", jsonschema::read),
        validating("lts-log-dump through sonic-rs", |json| by_sonic_rs(json).is_some()),
        validating("lts-log-dump through simd-json", |json| by_simd_json(json).is_some()),
    ]
}

/// This crate's `Deserialize` with another parser.
#[cfg(feature = "peers")]
#[must_use]
pub fn by_sonic_rs(json: &[u8]) -> Option<CreateLogDumpObsRequestBody> {
    black_box(sonic_rs::from_slice(black_box(json))).ok()
}

/// This crate's `Deserialize` with another parser. It changes the body, so it needs a copy.
#[cfg(feature = "peers")]
#[must_use]
pub fn by_simd_json(json: &[u8]) -> Option<CreateLogDumpObsRequestBody> {
    black_box(simd_json::serde::from_slice(&mut black_box(json).to_vec())).ok()
}
