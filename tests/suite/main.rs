//! The tests, in one binary: it links once.

mod answers;
mod case;
mod cases;
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
mod types;
mod validate;
mod violations;
