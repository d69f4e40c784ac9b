#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "clap")]
mod clap;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "proptest")]
mod mistakes;
#[cfg(feature = "schemars")]
mod schema;
#[cfg(feature = "proptest")]
mod strategies;
#[cfg(feature = "uuid")]
mod uuid;
