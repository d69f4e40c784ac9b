//! Validated types for `POST /v2/{project_id}/log-dump/obs` of the Log Tank Service (LTS), the call that transfers log
//! streams to an OBS bucket at an interval.
//!
//! Every value of these types satisfies the [API reference]. Anything else is rejected with the exact error that the service
//! returns.
//!
//! # Overview
//!
//! - [`CreateLogDumpObsRequestBody`] is the body of the request. Its [`from_json`](CreateLogDumpObsRequestBody::from_json)
//!   validates a JSON text and finds all errors in one pass.
//! - [`CreateLogDumpObsRequest`] is the whole request: path, headers and body.
//! - [`CreateLogDumpObsResponseBody`] is the response if a task was created. Its
//!   [`from_answer`](CreateLogDumpObsResponseBody::from_answer) reads every response of the service.
//! - [`Rejection`] is the error of a request, [`Violation`] is the error of one parameter, and [`ApiError`] is an error that the
//!   service returns.
//! - [`literal!`] creates a constant from a literal that the compiler checks.
//!
//! The crate does no I/O, needs `alloc` only, has no `unsafe` code, and does not panic.
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
//! // The API reference lists most errors under the status 200.
//! assert_eq!(
//!     create(b"{}"),
//!     (200, r#"{"error_code":"LTS.1902","error_msg":"log_group_id is invalid, please verify if it's provided as required"}"#.into())
//! );
//! assert_eq!(
//!     create(b"hello"),
//!     (400, r#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#.into())
//! );
//! ```
//!
//! # A client
//!
//! ```
//! use lts_log_dump::{
//!     AnswerError, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorCode, LogGroupId, LogStreamId,
//!     ObsBucketName, Period, PrefixName,
//! };
//!
//! let body = CreateLogDumpObsRequestBody::new(
//!     LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")?,
//!     LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?,
//!     ObsBucketName::new("lts-test")?,
//!     Period::Min5,
//! )
//! .with_prefix_name(PrefixName::new("fileprefixname")?);
//! let json = body.to_json(); // Send it. This is the response:
//! let response = br#"{"error_code":"LTS.0416","error_msg":"obs bucket does not exist: lts-test"}"#;
//!
//! // The service sends most errors under the status 200, so the body decides.
//! let error = CreateLogDumpObsResponseBody::from_answer(200, response).unwrap_err();
//! assert_eq!(error.to_string(), "LTS.0416: obs bucket does not exist: lts-test");
//! // Compare the code, because the messages vary between regions.
//! assert!(matches!(&error, AnswerError::Api { error, .. } if error.code() == ErrorCode::Lts0416));
//! assert!(!error.is_transient()); // Otherwise, try again later.
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
#![doc = include_str!("../docs/errors.md")]
//!
//! # Crate features
//!
//! None is on by default. The default build depends on `serde`, `serde_json`, `thiserror` and `subtle`.
//!
//! - **`diagnostics`** adds `diagnostics::Diagnostics`, an iterator over the errors of a body: JSON Pointer, byte range, line and
//!   column, the value in the body, the accepted values, and a similar accepted value. `diagnostics::UnknownMembers` lists the
//!   members that the service ignores, for example misspelled ones.
//! - **`schemars`** implements `JsonSchema` of schemars 1 for every wire type. The schema carries the exact error of each rule.
//! - **`http`** adds conversions to and from `Request` and `Response` of http 1. It needs `std`.
//! - **`axum`** adds extractors for servers on axum 0.8: the whole request, or the project ID, the token and the body alone. The
//!   response body and the errors implement `IntoResponse`. It enables `http`.
//! - **`clap`** implements `ValueEnum` of clap 4 for the listed values, so that `--help` lists them. It needs `std`.
//! - **`uuid`** converts IDs from and to `Uuid` of uuid 1.
//! - **`proptest`** adds the module `strategies` for tests with proptest 1: valid bodies, and nearly valid requests with the errors
//!   that they must get. It needs `std`.
//! - **`arbitrary`** implements `Arbitrary` of arbitrary 1 for every wire type, for fuzzing. It needs `std`.
//!
//! The crate enables only the feature `alloc` of `serde_json`, because others would change your whole build. `from_json` reads
//! every number as the nearest double. `Deserialize` gets numbers and names from the deserializer; its documentation lists the
//! differences.
//!
//! # Documentation
//!
//! - [Conversions](crate::docs::conversions): what you have, what you want, and what you write.
//! - [Interpretations](crate::docs::interpretations) of the API reference where it is silent or contradicts itself.
//! - [Design](crate::docs::design) decisions.
//! - The repository has examples for frameworks, an HTTP service for testing clients, the JSON Schema with snippets for other
//!   languages, test cases in JSON, and benchmarks.
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

/// Pages of the documentation. The modules have no items.
pub mod docs {
    /// Conversions, and what to write for each.
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
