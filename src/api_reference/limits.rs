//! Lengths and character sets of the API reference, each written once.

/// A length in characters (Unicode code points), or the ranges and single characters of a set.
macro_rules! limit {
    (ProjectId) => {
        32
    };
    (LogGroupId) => {
        36
    };
    (LogStreamId) => {
        36
    };
    (LogDumpObsId) => {
        36
    };
    (ObsBucketName min) => {
        3
    };
    (ObsBucketName max) => {
        63
    };
    (PrefixName min) => {
        0
    };
    (PrefixName max) => {
        64
    };
    (DirPrefixName min) => {
        0
    };
    (DirPrefixName max) => {
        64
    };
    (AuthToken min) => {
        1000
    };
    (AuthToken max) => {
        2000
    };
    (ContentType) => {
        "application/json;charset=UTF-8"
    };
    // RFC 3986's unreserved set.
    (unreserved) => {
        "0-9 A-Z a-z . _ ~ -"
    };
    // Visible ASCII.
    (visible) => {
        "!-~"
    };
}

/// Marks the bytes of a set of characters that is written like `0-9 a-f -`.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "no byte is above the end of its range, and each has its place in the set"
)]
pub(crate) const fn bytes_of(characters: &str) -> [bool; 256] {
    let mut set = [false; 256];
    let mut rest = characters.as_bytes();
    loop {
        let (mut byte, last);
        (byte, last, rest) = match rest {
            [first, b'-', last, rest @ ..] => (*first, *last, rest),
            [byte, rest @ ..] => (*byte, *byte, rest),
            [] => return set,
        };
        while byte < last {
            set[byte as usize] = true;
            byte += 1;
        }
        set[last as usize] = true;
        if let [b' ', after @ ..] = rest {
            rest = after;
        }
    }
}
