#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Nothing in the crate panics.
#![warn(
    clippy::arithmetic_side_effects,
    clippy::exhaustive_structs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]
extern crate alloc;

// The macros of the reference are visible in the modules below it.
#[macro_use]
mod reference;
mod de;
mod value;

mod error;
mod not_json;
mod rejection;
mod request;
mod response;

#[cfg(feature = "diagnostics")]
mod diagnostics;
#[cfg(any(feature = "http", feature = "uuid"))]
mod foreign;
#[cfg(feature = "proptest")]
pub mod proptest;
#[cfg(feature = "schemars")]
mod schema;

pub use de::NotJsonReason;
#[cfg(feature = "diagnostics")]
pub use diagnostics::{Diagnostic, Diagnostics, Found, Pointer, Suggestion};
pub use error::{ApiError, ErrorBody, OtherError};
#[cfg(feature = "axum")]
pub use foreign::AxumRequestError;
#[cfg(feature = "http")]
pub use foreign::HttpRequestError;
pub use not_json::NotJson;
pub use reference::{
    ErrorCode, Field, Location, Period, PeriodUnit, StorageFormat, TransferType, UnlistedErrorCode, Violation,
    Violations, ViolationsIter,
};
pub use rejection::Rejection;
pub use request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
pub use response::{AnswerError, CreateLogDumpObsResponseBody};
pub use value::{
    AuthToken, ContentType, DirPrefixName, InvalidLogDumpObsId, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds,
    ObsBucketName, PrefixName, ProjectId,
};

// The crates whose types are in the interface, in the versions that fit.
#[cfg(feature = "http")]
pub use http;
#[cfg(feature = "schemars")]
pub use schemars;
#[cfg(feature = "uuid")]
pub use uuid;

/// What to write for which conversion.
#[cfg(doc)]
#[doc = include_str!("../docs/conversions.md")]
pub mod conversions {}

/// Why the crate is built as it is: questions and short answers.
#[cfg(doc)]
#[doc = include_str!("../DESIGN.md")]
pub mod design {}
