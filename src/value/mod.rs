//! The types of single values. Their constructors validate the constraints of the API reference.

#[macro_use]
mod macros;

mod headers;
mod id;
mod listed;
mod name;
mod stream_ids;
mod unreserved;

pub use headers::{AuthToken, ContentType, RequestHeaderValue};
pub use id::{InvalidLogDumpObsId, LogDumpObsId, LogGroupId, LogStreamId, ProjectId};
pub use name::{DirPrefixName, ObsBucketName, PrefixName};
pub(crate) use stream_ids::DraftIds;
pub use stream_ids::LogStreamIds;

/// Infallible: IDs and names store only the bytes of a string.
#[inline]
const fn valid_utf8(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(string) => string,
        Err(_) => "",
    }
}
