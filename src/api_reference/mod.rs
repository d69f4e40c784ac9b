//! The facts of the [API reference], each written once: error codes, limits, lists, and a row for each parameter.
//!
//! Docs and messages are made from these facts at compile time, as literals. So each table also makes a macro that returns
//! its literals: `code_text`, `limit`, `field_name`, `listed`, `accepted`, `error_doc`.
//!
//! [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html

/// An example of a type for the docs: a valid string with its value, and an invalid string with its violation.
// Otherwise each argument would be on its own line.
#[rustfmt::skip]
macro_rules! example {
    ($type:ident, $valid:expr => $value:expr, $invalid:expr => $violation:ident) => {
        concat!(
            "```\nuse lts_log_dump::{", stringify!($type), ", Violation};\n\n",
            "assert_eq!(", stringify!($type), "::new(", stringify!($valid), ")?, ", stringify!($value), ");\n",
            "assert_eq!(", stringify!($type), "::new(", stringify!($invalid), "), ",
            "Err(Violation::", stringify!($violation), "));\n# Ok::<(), Violation>(())\n```",
        )
    };
}

// A module sees the macros of the modules above it.
#[macro_use]
mod error_codes;
#[macro_use]
mod limits;
#[macro_use]
mod parameters;
#[macro_use]
mod listed_values;
#[macro_use]
mod violation;

pub use error_codes::{ErrorCode, UnlistedErrorCode};
#[doc(hidden)]
pub use limits::Shape;
pub(crate) use limits::bytes_of;
#[cfg(any(feature = "arbitrary", feature = "proptest"))]
pub(crate) use limits::characters_of;
pub use listed_values::{Period, PeriodUnit, StorageFormat, TransferType};
pub use parameters::{Field, Location, UnknownField};
pub(crate) use violation::Expectation;
pub use violation::{Violation, Violations, ViolationsIter};
