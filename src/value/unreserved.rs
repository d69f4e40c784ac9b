//! Whether bytes are characters that an ID may have. What this is made of follows from the documented set.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
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

/// The first byte and the length of each range of the set, without capital letters if small ones stand for them.
///
/// A set with more ranges does not compile: then [`distance`] has to look into more.
const RANGES: [(u8, u8); 8] = {
    let mut ranges = [(0, 0); 8];
    let (mut count, mut byte) = (0, 0);
    while byte < UNRESERVED.len() {
        let first = byte;
        while UNRESERVED[byte] && !(IGNORES_CASE && (byte as u8).is_ascii_uppercase()) {
            byte += 1;
        }
        if first < byte {
            ranges[count] = (first as u8, (byte - first) as u8);
            count += 1;
        }
        byte += 1;
    }
    ranges
};

const LONGEST: u8 = {
    let (mut longest, mut range) = (0, 0);
    while range < RANGES.len() {
        longest = max(longest, RANGES[range].1);
        range += 1;
    }
    longest
};

#[inline]
const fn min(one: u8, other: u8) -> u8 {
    if one < other { one } else { other }
}

#[inline]
const fn max(one: u8, other: u8) -> u8 {
    if one > other { one } else { other }
}

/// How far a byte is from the beginning of a range, counted so that each range ends at [`LONGEST`]. The farthest if there is no such
/// range, or if it is a single character and these do not count.
#[inline]
const fn distance_from<const WITH_SINGLE: bool>(range: usize, byte: u8) -> u8 {
    let (first, len) = RANGES[range];
    if len == 0 || (len == 1 && !WITH_SINGLE) {
        return u8::MAX;
    }
    let byte = if IGNORES_CASE && first.is_ascii_lowercase() { byte | CASE } else { byte };
    byte.wrapping_sub(first).saturating_add(LONGEST - len)
}

#[inline]
const fn distance_from_four<const WITH_SINGLE: bool>(range: usize, byte: u8) -> u8 {
    min(
        min(distance_from::<WITH_SINGLE>(range, byte), distance_from::<WITH_SINGLE>(range + 1, byte)),
        min(distance_from::<WITH_SINGLE>(range + 2, byte), distance_from::<WITH_SINGLE>(range + 3, byte)),
    )
}

/// Less than [`LONGEST`] if the byte is in one of the ranges. A loop over them would not be done for many bytes at once.
#[inline]
const fn distance<const WITH_SINGLE: bool>(byte: u8) -> u8 {
    min(distance_from_four::<WITH_SINGLE>(0, byte), distance_from_four::<WITH_SINGLE>(4, byte))
}

const _: () = {
    let mut byte = 0;
    while byte < UNRESERVED.len() {
        assert!((distance::<true>(byte as u8) < LONGEST) == UNRESERVED[byte], "the ranges are the set");
        byte += 1;
    }
};

/// Whether all bytes are in the ranges.
///
/// There are no branches, and one comparison for three bytes, so the compiler checks 48 bytes with few instructions.
#[inline]
const fn are_in_ranges<const WITH_SINGLE: bool>(start: &[u8; 32], end: &[u8; 16]) -> bool {
    let mut all = true;
    let mut lane = 0;
    while lane < end.len() {
        let in_start = max(distance::<WITH_SINGLE>(start[lane]), distance::<WITH_SINGLE>(start[lane + end.len()]));
        all &= max(in_start, distance::<WITH_SINGLE>(end[lane])) < LONGEST;
        lane += 1;
    }
    all
}

#[cold]
const fn are_in_set(bytes: &[u8]) -> bool {
    let mut position = 0;
    while position < bytes.len() {
        if !UNRESERVED[bytes[position] as usize] {
            return false;
        }
        position += 1;
    }
    true
}

/// Whether an ID may have all these bytes.
#[expect(clippy::inline_always, reason = "a call takes a tenth of the time of a long list")]
#[inline(always)]
pub(super) const fn are_unreserved<const N: usize>(bytes: &[u8; N]) -> bool {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        // The last bytes are checked with some that come before them, so that there is no rest.
        (Some(start), Some(end)) if N <= start.len() + end.len() => {
            // Few IDs have a single character like `_`: a tenth of the time of a long list.
            are_in_ranges::<false>(start, end) || are_in_all_ranges(start, end)
        }
        _ => are_in_set(bytes),
    }
}

#[cold]
const fn are_in_all_ranges(start: &[u8; 32], end: &[u8; 16]) -> bool {
    are_in_ranges::<true>(start, end)
}
