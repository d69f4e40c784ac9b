//! Looking at many bytes of a text at once.

/// How many bytes of white space come first.
pub(super) fn space(rest: &[u8]) -> usize {
    rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count()
}

/// Marks the first quote, backslash or control character of eight bytes, and maybe more after it, with its highest bit.
#[expect(clippy::arithmetic_side_effects, reason = "each byte of the product is the byte that is repeated")]
pub(super) const fn specials(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGHEST_BITS: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    // What borrows was smaller: a control character is below a space, and what was made zero is below one.
    let control = word.wrapping_sub(ONES * b' ' as u64);
    let quote = (word ^ (ONES * b'"' as u64)).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (control | quote | backslash) & !word & HIGHEST_BITS
}
