//! One kind of value each: the types whose constructors hold the constraints of the API reference.

#[macro_use]
mod literal;
#[macro_use]
mod text;

mod auth_token;
mod content_type;
mod id;
mod inline_id;
mod listed;
mod name;
mod short_text;
mod stream_ids;
mod unreserved;

pub use auth_token::AuthToken;
pub use content_type::ContentType;
pub use id::{InvalidLogDumpObsId, LogDumpObsId, LogGroupId, LogStreamId, ProjectId};
pub use name::{DirPrefixName, ObsBucketName, PrefixName};
pub(crate) use stream_ids::DraftIds;
pub use stream_ids::LogStreamIds;
