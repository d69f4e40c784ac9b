//! Looking at many bytes of a text at once.

/// How many bytes of white space come first.
pub(super) fn space(rest: &[u8]) -> usize {
    rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count()
}

/// Finds the first quote, backslash or control character from a position on.
#[inline]
#[expect(clippy::arithmetic_side_effects, reason = "a position in a text is at most its length")]
pub(super) fn find_special(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let mut rest = bytes.get(from..)?;
    // Eight bytes at a time: half of the time that is spent on a small body.
    while let Some((eight, after)) = rest.split_first_chunk() {
        let specials = specials(*eight);
        if specials != 0 {
            let position = bytes.len() - rest.len() + specials.trailing_zeros() as usize / 8;
            return Some((*bytes.get(position)?, position));
        }
        rest = after;
    }
    let before = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
    Some((*rest.get(before)?, bytes.len() - rest.len() + before))
}

/// Marks the first quote, backslash or control character of eight bytes, and maybe more after it, with its highest bit.
#[expect(clippy::arithmetic_side_effects, reason = "each byte of the product is the byte that is repeated")]
const fn specials(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST_BITS: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    // What borrows was smaller. With this bit turned over, a quote comes next to the control characters, and a space does not.
    let control_or_quote = (word ^ (ONES * 0b10)).wrapping_sub(ONES * (b' ' + 1) as u64);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control_or_quote | backslash) & !word & HIGHEST_BITS
}
