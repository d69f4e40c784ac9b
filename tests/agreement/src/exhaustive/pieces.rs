//! The pieces that bodies are built from.

/// Every kind of token, and every kind of syntax error.
pub(super) const TOKENS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"\"type\"",
    // The same name, with an escape.
    b"\"\\u0074ype\"",
    b"\"x\"",
    b"\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"",
    b"\"\\ud800\"",
    b"5",
    b"-0.5",
    b"1e400",
    // Two syntax errors in numbers.
    b"01",
    b"-",
    b"null",
    b"true",
    b"fals",
    b"\"",
    b"\\",
    b" ",
    // JSON does not allow these as white space: a vertical tab and a byte order mark.
    b"\x0B",
    b"\xEF\xBB\xBF",
    b"/",
    b"\xFF",
];

/// The tokens of valid JSON, for longer sequences.
pub(super) const FEW_TOKENS: &[&[u8]] =
    &[b"{", b"}", b"[", b"]", b":", b",", b"\"type\"", b"\"", b"5", b"1e400", b"null", b" "];

/// Characters, complete and incomplete escapes, surrogates, control characters, and bytes that are not UTF-8.
pub(super) const OF_STRINGS: &[&[u8]] = &[
    b"a",
    b" ",
    b"\xC3\xA9",
    b"\xF0\x9F\x98\x80",
    b"\x7F",
    b"\\n",
    b"\\\"",
    b"\\\\",
    b"\\/",
    b"\\u0041",
    b"\\u0000",
    b"\\u00E9",
    b"\\uD83D",
    b"\\ude00",
    b"\\uE000",
    b"\\x",
    b"\\u12",
    b"\\u",
    b"\\",
    b"\"",
    b"\t",
    b"\x00",
    b"\xC3",
    b"\xFF",
];

/// Characters of the listed value `RAW`, plain and escaped, and others.
pub(super) const OF_LISTED: &[&[u8]] =
    &[b"R", b"A", b"W", b"\\u0052", b"\\u0041", b"\\u0057", b"r", b" ", b"\\ud800", b"\\n", b"\""];

/// The characters of numbers.
pub(super) const OF_NUMBERS: &[&[u8]] = &[b"0", b"1", b"2", b"3", b"5", b"6", b"9", b"-", b"+", b".", b"e", b"E"];

/// Digits that decide how a number is rounded.
pub(super) const DIGITS: &[&[u8]] = &[b"0", b"1", b"4", b"5", b"8", b"9"];

/// Pieces of long numbers.
pub(super) const OF_LONG_NUMBERS: &[&[u8]] = &[b"0", b"9", b".", b"00000000", b"99999999", b"e-9", b"e1", b"-"];

/// Every byte.
pub(super) const BYTES: &[&[u8]] = &{
    const ALL: [[u8; 1]; 256] = {
        let mut all = [[0]; 256];
        let mut byte = 0;
        while byte < 256 {
            #[expect(clippy::cast_possible_truncation, reason = "it is less than 256")]
            let value = byte as u8;
            all[byte] = [value];
            byte += 1;
        }
        all
    };
    let mut pieces: [&[u8]; 256] = [&[]; 256];
    let mut byte = 0;
    while byte < 256 {
        pieces[byte] = &ALL[byte];
        byte += 1;
    }
    pieces
};

/// The bytes next to those that end a string or are not allowed in one.
pub(super) const NEAR_THE_END: &[&[u8]] =
    &[b"\"", b"\\", b"!", b"#", b"[", b"]", b"\x1F", b" ", b"\x00", b"\x7F", b"n", b"\xC2\xA2", b"\xE2\x9C\x9C"];
