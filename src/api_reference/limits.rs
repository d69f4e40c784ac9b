//! Lengths and character sets, each written once, and the shapes of parameters.

/// Makes `limit!`, which returns a row's value, or its `min` or `max`.
macro_rules! limits {
    ($($name:ident = $value:literal $(to $max:literal)?;)+) => {
        /// A length in Unicode code points, a string, or the ranges and characters of a set.
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
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "no range ends at the last byte")]
pub(crate) const fn bytes_of(characters: &str) -> [bool; 256] {
    let mut set = [false; 256];
    let mut rest = characters.as_bytes();
    while let [first, after @ ..] = rest {
        let last;
        (last, rest) = match after {
            [b'-', last, after @ ..] => (*last, after),
            _ => (*first, after),
        };
        let mut byte = *first;
        while byte <= last {
            set[byte as usize] = true;
            byte += 1;
        }
    }
    // Spaces only separate the others.
    set[b' ' as usize] = false;
    set
}

/// Returns the characters of a set.
#[cfg(any(feature = "arbitrary", feature = "proptest"))]
pub(crate) fn characters_of(set: &str) -> alloc::vec::Vec<char> {
    bytes_of(set).into_iter().zip('\0'..).filter_map(|(is_in, character)| is_in.then_some(character)).collect()
}

/// The values that a parameter accepts, which `accepted!` has in words. Lengths count Unicode code points.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "not part of the public interface")]
pub enum Shape {
    Id { len: usize },
    Ids { len: usize },
    Name { min: usize, max: usize },
    Listed(&'static [&'static str]),
    Switch,
    Integer,
    Interval,
    Token { min: usize, max: usize },
    MediaType,
}

/// A shape in words.
macro_rules! accepted {
    (Id($id:ident)) => {
        concat!("exactly ", limit!($id), " characters of ", limit!(unreserved))
    };
    (Ids($id:ident)) => {
        concat!("at least one ID of ", accepted!(Id($id)))
    };
    (Name($name:ident)) => {
        concat!(limit!($name min), " to ", limit!($name max), " characters")
    };
    (Token($token:ident)) => {
        concat!(limit!($token min), " to ", limit!($token max), " visible ASCII characters")
    };
    (MediaType()) => {
        concat!(limit!(ContentType), ", letters in either case")
    };
    ($described:ident($values:literal)) => {
        $values
    };
    ($listed:ident [$list:ident]) => {
        listed!($list)
    };
}

/// The [`Shape`] of a row.
macro_rules! shape {
    (Id($id:ident)) => {
        Shape::Id { len: limit!($id) }
    };
    (Ids($id:ident)) => {
        Shape::Ids { len: limit!($id) }
    };
    (Listed [$list:ident]) => {
        Shape::Listed(listed!(strings $list))
    };
    ($sized:ident($name:ident)) => {
        Shape::$sized { min: limit!($name min), max: limit!($name max) }
    };
    ($other:ident $limit:tt) => {
        Shape::$other
    };
}
