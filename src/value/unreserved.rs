//! Whether bytes are characters that an ID may have. What this is made of follows from the documented set.
//!
//! There are no branches, so the compiler checks 16 bytes at once: half of the time that a look into a table takes for a long list.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::indexing_slicing,
    reason = "what is not below its bound does not compile, or is meant to wrap"
)]

use crate::api_reference::bytes_of;

const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

/// The bit in which a small letter differs from a capital one.
const CASE: u8 = 0x20;

/// Whether the set has each letter in both cases, or in none. Then small letters stand for both; their neighbours must not be in
/// the set, as they would be in one range with them.
const fn ignores_case() -> bool {
    if UNRESERVED[b'a' as usize - 1] || UNRESERVED[b'z' as usize + 1] {
        return false;
    }
    let mut letter = b'a';
    while letter <= b'z' {
        if UNRESERVED[letter as usize] != UNRESERVED[(letter ^ CASE) as usize] {
            return false;
        }
        letter += 1;
    }
    true
}

const IGNORES_CASE: bool = ignores_case();

/// The first and the last byte of each range of the set, without capital letters if small ones stand for them.
///
/// A set with more ranges does not compile: then [`is_unreserved`] has to look into more.
const RANGES: [Option<(u8, u8)>; 8] = {
    let mut ranges = [None; 8];
    let (mut count, mut byte) = (0, 0);
    while byte < UNRESERVED.len() {
        let first = byte;
        while UNRESERVED[byte] && !(IGNORES_CASE && (byte as u8).is_ascii_uppercase()) {
            byte += 1;
        }
        if first < byte {
            ranges[count] = Some((first as u8, (byte - 1) as u8));
            count += 1;
        }
        byte += 1;
    }
    ranges
};

#[inline]
const fn is_in_range<const WITH_SINGLE: bool>(byte: u8, range: usize) -> bool {
    let Some((first, last)) = RANGES[range] else { return false };
    let byte = if IGNORES_CASE && first.is_ascii_lowercase() { byte | CASE } else { byte };
    if first == last {
        return WITH_SINGLE && byte == first;
    }
    // Processors compare many bytes at once as signed numbers only: a tenth of the time of a long list.
    (byte.wrapping_sub(first).wrapping_add(0x80) as i8) < (last - first + 1).wrapping_add(0x80) as i8
}

/// Whether an ID may have this byte. Without the single ones, those that are no range are left out.
#[inline]
const fn is_unreserved<const WITH_SINGLE: bool>(byte: u8) -> bool {
    is_in_range::<WITH_SINGLE>(byte, 0)
        | is_in_range::<WITH_SINGLE>(byte, 1)
        | is_in_range::<WITH_SINGLE>(byte, 2)
        | is_in_range::<WITH_SINGLE>(byte, 3)
        | is_in_range::<WITH_SINGLE>(byte, 4)
        | is_in_range::<WITH_SINGLE>(byte, 5)
        | is_in_range::<WITH_SINGLE>(byte, 6)
        | is_in_range::<WITH_SINGLE>(byte, 7)
}

const _: () = {
    let mut byte = 0;
    while byte < UNRESERVED.len() {
        assert!(is_unreserved::<true>(byte as u8) == UNRESERVED[byte], "the ranges are the set");
        byte += 1;
    }
};

/// Whether an ID may have all these bytes.
#[inline]
pub(super) const fn are_unreserved<const N: usize>(bytes: &[u8; N]) -> bool {
    // The last bytes are checked with some that come before them, so that there is no rest: a quarter less of the time that a
    // long list takes.
    match (bytes.first_chunk::<32>(), bytes.last_chunk::<16>()) {
        // Few IDs have a single character like `_`: a tenth of the time of a long list.
        (Some(start), Some(end)) if N <= 32 + 16 => {
            (are_all::<false, _>(start) & are_all::<false, _>(end)) || are_all::<true, _>(bytes)
        }
        _ => are_all::<true, _>(bytes),
    }
}

/// Looks at each byte. An early exit would keep the compiler from checking many at once.
#[inline]
const fn are_all<const WITH_SINGLE: bool, const N: usize>(bytes: &[u8; N]) -> bool {
    let mut all = true;
    let mut position = 0;
    while position < N {
        all &= is_unreserved::<WITH_SINGLE>(bytes[position]);
        position += 1;
    }
    all
}
