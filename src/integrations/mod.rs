//! Conversions to and from the types of other crates. Each has a feature.

#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "clap")]
mod clap;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "uuid")]
mod uuid;

#[cfg(feature = "axum")]
pub use self::axum::AxumRequestError;
#[cfg(feature = "http")]
pub use self::http::{EndpointError, HttpRequestError};
