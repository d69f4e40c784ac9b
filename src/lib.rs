//! Validated types for `POST /v2/{project_id}/log-dump/obs` of the Log Tank Service (LTS). This call creates a task that transfers
//! log streams to an OBS bucket.
//!
//! Each value of these types is valid according to the [API reference]. The crate rejects any other value with the exact error
//! that the service returns. It does no I/O, needs only `alloc`, has no `unsafe` code, and does not panic.
//!
//! # Overview
//!
//! - [`CreateLogDumpObsRequestBody`] is the request body. Its [`from_json`](CreateLogDumpObsRequestBody::from_json) validates a
//!   JSON text and finds all errors in one pass.
//! - [`CreateLogDumpObsRequest`] is the whole request: path, headers and body.
//! - [`CreateLogDumpObsResponseBody`] is the response if the service created a task. Its
//!   [`from_answer`](CreateLogDumpObsResponseBody::from_answer) reads each response of the service.
//! - [`Rejection`] is the error of a rejected request. [`Violation`] is the error of one parameter. [`ApiError`] is an error that
//!   the service returns.
//! - [`literal!`] creates a constant from a literal that the compiler checks.
//!
#![doc = include_str!("../docs/usage.md")]
#![doc = include_str!("../docs/errors.md")]
//!
//! # Documentation
//!
//! - [Conversions](crate::docs::conversions) lists the code for each conversion.
//! - [Interpretations](crate::docs::interpretations) explains how the crate interprets unclear parts of the API reference.
//! - [Design](crate::docs::design) explains the decisions.
//! - The repository has examples for frameworks, an HTTP service for testing clients, the JSON Schema, test cases in JSON, and
//!   benchmarks.
//!
//! [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
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

// The macros of `api_reference` are visible in the modules below it.
#[macro_use]
mod api_reference;
mod json;
mod value;

mod error;
mod request;

#[cfg(feature = "diagnostics")]
pub mod diagnostics;
/// Conversions to and from the types of other crates. Each has a feature.
mod integrations {
    #[cfg(feature = "arbitrary")]
    mod arbitrary;
    #[cfg(feature = "axum")]
    pub(crate) mod axum;
    #[cfg(feature = "clap")]
    mod clap;
    #[cfg(feature = "http")]
    pub(crate) mod http;
    #[cfg(feature = "uuid")]
    mod uuid;
}
#[cfg(feature = "schemars")]
mod schema;
#[cfg(feature = "proptest")]
pub mod strategies;

#[doc(hidden)]
pub use api_reference::Shape;
pub use api_reference::{
    ErrorCode, Field, Location, Period, PeriodUnit, StorageFormat, TransferType, UnknownField, UnlistedErrorCode,
    Violation, Violations, ViolationsIter,
};
pub use error::{AnswerError, ApiError, CreateLogDumpObsResponseBody, ErrorBody, NotJson, OtherError, Rejection};
#[cfg(feature = "axum")]
pub use integrations::axum::AxumRequestError;
#[cfg(feature = "http")]
pub use integrations::http::{EndpointError, HttpRequestError};
pub use json::NotJsonReason;
pub use request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
pub use value::{
    AuthToken, ContentType, DirPrefixName, InvalidLogDumpObsId, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds,
    ObsBucketName, PrefixName, ProjectId, RequestHeaderValue,
};

/// Pages of the documentation. These modules have no items.
pub mod docs {
    /// The code for each conversion.
    #[cfg_attr(doc, doc = include_str!("../docs/conversions.md"))]
    pub mod conversions {}

    /// Design decisions, as questions and short answers.
    #[cfg_attr(doc, doc = include_str!("../DESIGN.md"))]
    pub mod design {}

    /// Interpretations of the API reference where it is silent or contradicts itself.
    #[cfg_attr(doc, doc = include_str!("../docs/interpretations.md"))]
    pub mod interpretations {}
}

/// Compiles and runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
