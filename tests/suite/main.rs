//! All tests in one binary, because each binary is linked anew.

mod answers;
#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "axum")]
mod axum;
mod bounds;
mod case;
mod cases;
#[expect(unreachable_pub, reason = "it is public to other packages")]
#[path = "../agreement/src/compare.rs"]
mod compare;
mod conversions;
mod damage;
mod deserialize;
mod diagnostics;
mod docs;
mod explain;
mod formats;
mod generated;
mod headers;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "proptest")]
mod mistakes;
mod properties;
#[expect(unreachable_pub, unused_imports, reason = "it is public to other packages, which use more of it")]
#[path = "../agreement/src/reader/mod.rs"]
mod reader;
mod readme;
mod rejections;
mod replay;
#[cfg(feature = "schemars")]
mod schema;
mod secrets;
#[cfg(feature = "proptest")]
mod strategies;
mod suggestions;
mod texts;
mod types;
#[cfg(feature = "uuid")]
mod uuid;
mod validate;
mod violations;
