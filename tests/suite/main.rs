//! The tests, in one binary: it links once.

mod answers;
#[cfg(feature = "axum")]
mod axum;
mod case;
mod cases;
mod conversions;
mod damage;
mod deserialize;
mod formats;
mod generated;
mod headers;
#[cfg(feature = "http")]
mod http;
mod properties;
mod readme;
mod replay;
#[cfg(feature = "schemars")]
mod schema;
mod secrets;
#[cfg(feature = "proptest")]
mod strategies;
mod texts;
mod types;
#[cfg(feature = "uuid")]
mod uuid;
mod validate;
mod violations;
