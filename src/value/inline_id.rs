//! Text of a fixed length, stored inline.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::reference::bytes_of;

/// Whether an ID may have a byte. Comparisons without branches, which the compiler does for 16 bytes at once: half of the time
/// that a look into a table takes for a long list.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "`||` is a branch, and keeps the compiler from checking many bytes at once"
)]
const fn is_unreserved(byte: u8) -> bool {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_digit_dot_or_dash = (byte.wrapping_sub(b'-') <= b'9' - b'-') & (byte != b'/');
    is_letter | is_digit_dot_or_dash | (byte == b'_') | (byte == b'~')
}

#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "the set has one place for each byte")]
const _: () = {
    let documented = bytes_of(limit!(unreserved));
    let mut byte = 0;
    while byte < documented.len() {
        let is_equal = documented[byte] == is_unreserved(byte as u8);
        assert!(is_equal, "`is_unreserved` has to allow the characters of `limit!(unreserved)`, and no others");
        byte += 1;
    }
};

/// Whether an ID may have all these bytes. An early exit would keep the compiler from checking many at once.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "the position is below the length")]
#[inline]
const fn are_unreserved<const N: usize>(bytes: &[u8; N]) -> bool {
    let mut all = true;
    let mut position = 0;
    while position < N {
        all &= is_unreserved(bytes[position]);
        position += 1;
    }
    all
}

/// Text of exactly `N` unreserved characters, stored inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id<const N: usize>([u8; N]);

impl<const N: usize> Id<N> {
    #[expect(clippy::inline_always, reason = "a call would copy the ID twice more: a tenth of the time of a long list")]
    #[inline(always)]
    pub(super) const fn of_bytes(bytes: &[u8; N]) -> Option<Self> {
        // The last bytes are checked with some that come before them, so that there is no rest: a quarter less of the time that a
        // long list takes.
        let is_valid = match (bytes.first_chunk::<32>(), bytes.last_chunk::<16>()) {
            (Some(start), Some(end)) if N <= 32 + 16 => are_unreserved(start) & are_unreserved(end),
            _ => are_unreserved(bytes),
        };
        if is_valid { Some(Self(*bytes)) } else { None }
    }

    #[inline]
    pub(super) const fn new(text: &str) -> Option<Self> {
        let Some((bytes, [])) = text.as_bytes().split_first_chunk() else { return None };
        Self::of_bytes(bytes)
    }

    pub(super) const fn as_bytes(&self) -> &[u8; N] {
        &self.0
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
