//! Lengths and character sets of the API reference, each written once.

/// Makes `limit!`, which returns a row's value, or its `min` or `max`.
macro_rules! limits {
    ($($name:ident = $value:literal $(to $max:literal)?;)+) => {
        /// A length in Unicode code points, a text, or the ranges and single characters of a set.
        macro_rules! limit {
            $(
                ($name) => {
                    $value
                };
                $(
                    ($name min) => {
                        $value
                    };
                    ($name max) => {
                        $max
                    };
                )?
            )+
        }
    };
}

limits! {
    ProjectId = 32;
    LogGroupId = 36;
    LogStreamId = 36;
    LogDumpObsId = 36;
    ObsBucketName = 3 to 63;
    PrefixName = 0 to 64;
    DirPrefixName = 0 to 64;
    AuthToken = 1000 to 2000;
    ContentType = "application/json;charset=UTF-8";
    // RFC 3986's unreserved set.
    unreserved = "0-9 A-Z a-z . _ ~ -";
    // Visible ASCII.
    visible = "!-~";
}

/// Marks the bytes in a set of characters that is written like `0-9 a-f -`.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "no byte is above the end of its range, and the set has 256 places"
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
