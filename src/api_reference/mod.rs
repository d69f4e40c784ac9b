//! The facts of the [API reference], each written once: codes, parameters, lengths, lists, and what can be wrong.
//!
//! Docs and messages are made of these facts at compile time, and need them as literals. So each table also makes a macro
//! that yields its literals: `code_text`, `limit`, `field_name`, `listed`, `error_doc`.
//!
//! [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html

// A module sees the macros of the modules above it.
#[macro_use]
mod error_codes;
#[macro_use]
mod lengths_and_characters;
mod location;
#[macro_use]
mod parameters;
#[macro_use]
mod listed_values;
#[macro_use]
mod violation;
mod violations;

pub use error_codes::{ErrorCode, UnlistedErrorCode};
pub(crate) use lengths_and_characters::bytes_of;
pub use listed_values::{Period, PeriodUnit, StorageFormat, TransferType};
pub use location::Location;
pub use parameters::Field;
pub use violation::Violation;
pub use violations::{Violations, ViolationsIter};
