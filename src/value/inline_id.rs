//! Text of a fixed length, stored inline.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::reference::bytes_of;

/// The bytes that an ID may have.
const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

/// Text of exactly `N` unreserved characters, stored inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id<const N: usize>([u8; N]);

impl<const N: usize> Id<N> {
    #[inline]
    pub(super) fn new(text: &str) -> Option<Self> {
        let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
        // Without an early exit the compiler checks many bytes at once.
        bytes
            .iter()
            .fold(true, |all, byte| all & UNRESERVED.get(usize::from(*byte)).copied().unwrap_or_default())
            .then_some(Self(*bytes))
    }

    /// Does what [`new`](Self::new) does, in constants, too. A constant function has no iterators.
    #[expect(clippy::indexing_slicing, reason = "the range of an index is that of its array")]
    #[expect(clippy::arithmetic_side_effects, reason = "no index is above the length")]
    pub(super) const fn literal(text: &str) -> Option<Self> {
        let Some((bytes, [])) = text.as_bytes().split_first_chunk::<N>() else { return None };
        let mut index = 0;
        while index < N {
            if !UNRESERVED[bytes[index] as usize] {
                return None;
            }
            index += 1;
        }
        Some(Self(*bytes))
    }

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
