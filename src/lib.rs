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

// The macros of a module are visible in those below it.
#[macro_use]
mod list;
#[macro_use]
mod code;
mod location;
#[macro_use]
mod violation;
mod violations;

mod lenient;
mod members;
mod scalar;

#[macro_use]
mod text;
mod choice;
mod header;
mod id;
mod ids;
mod name;
mod period;
mod switch;

mod error;
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
pub use choice::{PeriodUnit, StorageFormat, TransferType};
pub use code::{ErrorCode, UnlistedErrorCode};
pub use error::{ApiError, ErrorBody, OtherError};
pub use header::{AuthToken, ContentType};
pub use id::{InvalidLogDumpObsId, LogDumpObsId, LogGroupId, LogStreamId, ProjectId};
pub use ids::LogStreamIds;
pub use location::Location;
pub use name::{DirPrefixName, ObsBucketName, PrefixName};
pub use period::Period;
pub use rejection::{NotJson, Rejection};
pub use request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
pub use response::{AnswerError, CreateLogDumpObsResponseBody};
pub use violation::{Field, Violation};
pub use violations::{Violations, ViolationsIter};

/// Why the crate is built as it is: questions and short answers.
#[cfg(doc)]
#[doc = include_str!("../DESIGN.md")]
pub mod design {}
