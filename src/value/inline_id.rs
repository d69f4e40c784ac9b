//! Text of a fixed length, stored inline.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::unreserved::are_unreserved;

/// Text of exactly `N` unreserved characters, stored inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id<const N: usize>([u8; N]);

impl<const N: usize> Id<N> {
    #[expect(clippy::inline_always, reason = "a call would copy the ID twice more: a tenth of the time of a long list")]
    #[inline(always)]
    pub(super) const fn from_bytes(bytes: &[u8; N]) -> Option<Self> {
        if are_unreserved(bytes) { Some(Self(*bytes)) } else { None }
    }

    #[inline]
    pub(super) const fn new(text: &str) -> Option<Self> {
        let Some((bytes, [])) = text.as_bytes().split_first_chunk() else { return None };
        Self::from_bytes(bytes)
    }

    pub(super) const fn as_bytes(&self) -> &[u8; N] {
        &self.0
    }

    #[inline]
    pub(super) fn as_str(&self) -> &str {
        // All characters are ASCII, so the default is never taken.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Hashes the text, not the array, whose hash is another: a map whose keys are IDs can be searched with a `str`.
impl<const N: usize> Hash for Id<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const N: usize> fmt::Debug for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
