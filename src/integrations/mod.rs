//! Conversions to and from the types of other crates, one feature each.

#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "uuid")]
mod uuid;

#[cfg(feature = "axum")]
pub use self::axum::AxumRequestError;
#[cfg(feature = "http")]
pub use self::http::HttpRequestError;
