//! Checks the bytes of an ID.

#![expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "each loop ends at the length")]

use crate::api_reference::bytes_of;

const UNRESERVED: [bool; 256] = bytes_of(limit!(unreserved));

/// The number of letters, which is the longest range.
const LETTERS: u8 = 26;

/// Returns less than [`LETTERS`] if the byte is a hyphen, a dot, a digit or a letter.
///
/// Each range ends at [`LETTERS`], so that one comparison checks several ranges and bytes.
#[inline]
const fn distance(byte: u8) -> u8 {
    let hyphen_or_dot = byte.wrapping_sub(b'-').saturating_add(LETTERS - 2);
    let digit = byte.wrapping_sub(b'0').saturating_add(LETTERS - 10);
    let letter = (byte | 0x20).wrapping_sub(b'a');
    min(min(hyphen_or_dot, digit), letter)
}

const _: () = {
    let (mut byte, mut rest): (u8, &[_]) = (0, &UNRESERVED);
    while let [is_in, after @ ..] = rest {
        let is_found = distance(byte) < LETTERS || matches!(byte, b'_' | b'~');
        assert!(*is_in == is_found, "the ranges, `_` and `~` are the set");
        (byte, rest) = (byte.wrapping_add(1), after);
    }
};

#[inline]
const fn min(one: u8, other: u8) -> u8 {
    if one < other { one } else { other }
}

#[inline]
const fn max(one: u8, other: u8) -> u8 {
    if one > other { one } else { other }
}

/// Whether all bytes are hyphens, dots, digits and letters.
///
/// Without branches the compiler checks 16 bytes at once.
#[inline]
const fn are_usual(start: &[u8; 32], end: &[u8; 16]) -> bool {
    let mut all = true;
    let mut lane = 0;
    while lane < end.len() {
        let in_start = max(distance(start[lane]), distance(start[lane + end.len()]));
        all &= max(in_start, distance(end[lane])) < LETTERS;
        lane += 1;
    }
    all
}

/// Whether an ID may have all these bytes.
#[expect(clippy::inline_always, reason = "a call would copy the ID once more")]
#[inline(always)]
pub(super) const fn are_unreserved<const N: usize>(bytes: &[u8; N]) -> bool {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        // The two chunks overlap, so that no byte is left.
        (Some(start), Some(end)) if N <= start.len() + end.len() && are_usual(start, end) => true,
        _ => are_in_set(bytes),
    }
}

// Not inlined, because some compilation units would have copies.
#[cold]
#[inline(never)]
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
