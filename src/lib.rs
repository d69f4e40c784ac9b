//! Validated types for `POST /v2/{project_id}/log-dump/obs` of the Log Tank Service (LTS), the call that transfers log
//! streams to an OBS bucket at an interval.
//!
//! A value of these types is always as the [API reference] documents it. Everything else is refused with the service's own
//! error, byte for byte.
//!
//! # Overview
//!
//! - [`CreateLogDumpObsRequestBody`] is the body of the request. Its [`from_json`](CreateLogDumpObsRequestBody::from_json)
//!   validates a JSON text and finds everything that is wrong in one pass.
//! - [`CreateLogDumpObsRequest`] is the whole request: path, headers and body.
//! - [`CreateLogDumpObsResponseBody`] is the answer that a task was created. Its
//!   [`from_answer`](CreateLogDumpObsResponseBody::from_answer) reads any answer of the service.
//! - [`Rejection`] says why a request is refused, [`Violation`] what is wrong with one parameter, and [`ApiError`] what the
//!   service answers.
//! - [`literal!`] makes a constant of a text that the compiler checks.
//!
//! The crate does no I/O, needs `alloc` only, has no `unsafe` code, and does not panic.
//!
//! # A server
//!
//! ```
//! use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, ErrorBody};
//!
//! /// The HTTP status and the body of the answer.
//! fn create(json: &[u8]) -> (u16, String) {
//!     match CreateLogDumpObsRequestBody::from_json(json) {
//!         Ok(body) => (201, format!("{} streams, every {}", body.log_stream_ids.iter().len(), body.period)),
//!         Err(rejection) => {
//!             let error = ApiError::from(rejection);
//!             (error.http_status(), serde_json::to_string(&ErrorBody::from(error)).unwrap())
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
//!     AnswerError, ApiError, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, LogGroupId, LogStreamId,
//!     ObsBucketName, Period, PrefixName,
//! };
//!
//! let body = CreateLogDumpObsRequestBody {
//!     prefix_name: Some(PrefixName::new("fileprefixname")?),
//!     ..CreateLogDumpObsRequestBody::new(
//!         LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")?,
//!         LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?,
//!         ObsBucketName::new("lts-test")?,
//!         Period::Min5,
//!     )
//! };
//! let json = serde_json::to_string(&body)?; // … is sent, and this is the answer:
//! let answer = br#"{"error_code":"LTS.0416","error_msg":"obs bucket does not exist: lts-test"}"#;
//! assert_eq!(
//!     // The body decides, not the status: the service sends errors under 200.
//!     CreateLogDumpObsResponseBody::from_answer(200, answer),
//!     Err(AnswerError::Api(ApiError::ObsBucketNotFound { obs_bucket_name: "lts-test".into() }))
//! );
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
//! The crate switches on the feature `alloc` of `serde_json` and no other, because that would change the whole build.
//! `from_json` reads every number as the nearest double. `Deserialize` gets numbers and names from the deserializer; its
//! documentation says for which texts it gives the verdict of `from_json`.
//!
//! # Where to read on
//!
//! - [Conversions](crate::conversions): what you have, what you want, and what you write.
//! - [Readings](crate::readings): how the crate reads the API reference where that is silent or contradicts itself.
//! - [Design](crate::design): why the crate is built as it is.
//! - The repository has programs for frameworks, an HTTP service to try a client with, the JSON Schema with snippets for
//!   other languages, test cases in JSON, and benchmarks.
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
    ErrorCode, Field, Location, Period, PeriodUnit, StorageFormat, TransferType, UnlistedErrorCode, Violation,
    Violations, ViolationsIter,
};
pub use error::{AnswerError, ApiError, CreateLogDumpObsResponseBody, ErrorBody, NotJson, OtherError, Rejection};
#[cfg(feature = "axum")]
pub use integrations::axum::AxumRequestError;
#[cfg(feature = "http")]
pub use integrations::http::{EndpointError, HttpRequestError};
pub use json::NotJsonReason;
pub use request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, RequestHeaderValue};
pub use value::{
    AuthToken, ContentType, DirPrefixName, InvalidLogDumpObsId, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds,
    ObsBucketName, PrefixName, ProjectId,
};

/// The conversions, and what to write for each.
#[cfg(doc)]
#[doc = include_str!("../docs/conversions.md")]
pub mod conversions {}

/// Why the crate is built as it is: questions and short answers.
#[cfg(doc)]
#[doc = include_str!("../DESIGN.md")]
pub mod design {}

/// How the crate reads the API reference where that is silent or contradicts itself, and why.
#[cfg(doc)]
#[doc = include_str!("../docs/interpretations.md")]
pub mod readings {}

/// Compiles and runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
