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

#[cfg(feature = "http")]
mod http;
#[cfg(feature = "proptest")]
pub mod proptest;
#[cfg(feature = "schemars")]
mod schema;

#[cfg(feature = "http")]
pub use crate::http::HttpRequestError;
pub use de::NotJsonReason;
pub use error::{ApiError, ErrorBody, OtherError};
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

/// Why the crate is built as it is: questions and short answers.
#[cfg(doc)]
#[doc = include_str!("../DESIGN.md")]
pub mod design {}
