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
//! # A server
//!
//! ```
//! use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody};
//!
//! /// Returns the HTTP status and the body of the response.
//! fn create(json: &[u8]) -> (u16, Vec<u8>) {
//!     match CreateLogDumpObsRequestBody::from_json(json) {
//!         Ok(body) => (201, format!("{} streams, every {}", body.log_stream_ids.len(), body.period).into()),
//!         Err(rejection) => {
//!             let error = ApiError::from(rejection);
//!             (error.http_status(), ErrorBody::from(error).to_json())
//!         }
//!     }
//! }
//!
//! let response = br#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#;
//! assert_eq!(create(b"hello"), (400, response.to_vec()));
//! ```
//!
//! # A client
//!
//! ```
//! use lts_log_dump::{
//!     AnswerError, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorCode, LogGroupId, LogStreamId,
//!     ObsBucketName, Period,
//! };
//!
//! let body = CreateLogDumpObsRequestBody::new(
//!     LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")?,
//!     LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?,
//!     ObsBucketName::new("lts-test")?,
//!     Period::Min5,
//! );
//! let json = body.to_json(); // Send it. This is the response:
//! let response = br#"{"error_code":"LTS.0416","error_msg":"obs bucket does not exist: lts-test"}"#;
//! // The service sends most errors under the status 200, so the body decides.
//! let error = CreateLogDumpObsResponseBody::from_answer(200, response).unwrap_err();
//! // Compare the code, because the messages vary between regions.
//! assert!(matches!(&error, AnswerError::Api { error, .. } if error.code() == ErrorCode::Lts0416));
//! assert!(!error.is_transient()); // If it is transient, try again later.
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
#![doc = include_str!("../docs/errors.md")]
//!
//! # Crate features
//!
//! No feature is on by default. The default build depends on `serde`, `serde_json`, `thiserror` and `subtle`.
//!
//! - **`diagnostics`** adds `diagnostics::Diagnostics`, which finds the errors of a body: JSON Pointer, byte range, line, column, the
//!   value in the body, the accepted values, and a similar accepted value. `diagnostics::UnknownMembers` lists the members that
//!   the service ignores, for example misspelled ones.
//! - **`schemars`** implements `JsonSchema` of schemars 1 for each wire type. The schema has the exact error of each rule.
//! - **`http`** adds conversions to and from `Request` and `Response` of http 1. It needs `std`.
//! - **`axum`** adds extractors for axum 0.8: the whole request, or only the project ID, the token or the body. The response body
//!   and the errors implement `IntoResponse`. It enables `http`.
//! - **`clap`** implements `ValueEnum` of clap 4 for the listed values, so that `--help` shows them. It needs `std`.
//! - **`uuid`** converts IDs to and from `Uuid` of uuid 1.
//! - **`proptest`** adds the module `strategies` for proptest 1. It generates valid bodies, and nearly valid requests with the
//!   expected errors. It needs `std`.
//! - **`arbitrary`** implements `Arbitrary` of arbitrary 1 for each wire type, for fuzzing. It needs `std`.
//!
//! Of `serde_json`, the crate enables only the feature `alloc`, because other features would change your whole build. `from_json`
//! reads each number as the nearest double. `Deserialize` gets numbers and names from the deserializer, and its documentation
//! lists the differences.
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
