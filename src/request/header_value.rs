//! The value of a header of the request.

use core::fmt;

/// The value of a header of a [`CreateLogDumpObsRequest`](crate::CreateLogDumpObsRequest).
///
/// `Debug` hides the value if it is a secret. Only [`as_str`](Self::as_str) returns it, so a comparison must name it.
#[derive(Clone, Copy)]
pub struct RequestHeaderValue<'a> {
    value: &'a str,
    is_secret: bool,
}

impl<'a> RequestHeaderValue<'a> {
    pub(super) const fn secret(value: &'a str) -> Self {
        Self { value, is_secret: true }
    }

    pub(super) const fn public(value: &'a str) -> Self {
        Self { value, is_secret: false }
    }

    /// Returns the value as it is on the wire, even if it is a secret.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.value
    }

    /// Returns `true` for the token. Keep such a value out of logs.
    #[must_use]
    pub const fn is_secret(self) -> bool {
        self.is_secret
    }
}

/// A string in quotes: `…` instead of a secret.
impl fmt::Debug for RequestHeaderValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(if self.is_secret { "…" } else { self.value }, f)
    }
}
