//! Lengths and character sets, each written once, and the shapes of parameters, which follow from them.

use super::parameters::Field;

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

/// Returns the characters of a set.
#[cfg(any(feature = "arbitrary", feature = "proptest"))]
pub(crate) fn characters_of(set: &str) -> alloc::vec::Vec<char> {
    bytes_of(set).into_iter().zip('\0'..).filter_map(|(is_in, character)| is_in.then_some(character)).collect()
}

/// The values that a parameter accepts. Lengths count Unicode code points.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "not part of the public interface")]
pub enum Shape {
    /// A string of unreserved characters.
    Id { len: usize },
    /// An array of at least one such string.
    Ids { len: usize },
    /// A string of any characters.
    Name { min: usize, max: usize },
    /// One of these strings.
    Listed(&'static [&'static str]),
    /// A boolean, or a string with the name of one.
    Switch,
    /// A number whose value is an integer.
    Integer,
    /// `period` and `period_unit` together.
    Interval,
    /// A string of visible ASCII characters.
    Token { min: usize, max: usize },
    /// The media type of the body.
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
    (Switch()) => {
        "true, false, \"true\", \"false\""
    };
    (Integer()) => {
        "an integer"
    };
    (Token($token:ident)) => {
        concat!(limit!($token min), " to ", limit!($token max), " visible ASCII characters")
    };
    (MediaType($text:ident)) => {
        concat!(limit!($text), ", letters in either case")
    };
    ($listed:ident($list:ident)) => {
        listed!($list)
    };
}

/// Makes [`Field::shape`] from the rows.
macro_rules! shapes {
    (Id($id:ident)) => {
        Shape::Id { len: limit!($id) }
    };
    (Ids($id:ident)) => {
        Shape::Ids { len: limit!($id) }
    };
    (Listed($list:ident)) => {
        Shape::Listed(listed!(strings $list))
    };
    (Interval($list:ident)) => {
        Shape::Interval
    };
    (MediaType($text:ident)) => {
        Shape::MediaType
    };
    ($shape:ident($name:ident)) => {
        Shape::$shape { min: limit!($name min), max: limit!($name max) }
    };
    ($shape:ident()) => {
        Shape::$shape
    };
    ($(
        $(#[$about:meta])+
        $field:ident = $name:literal, $location:ident, $need:ident, $shape:ident $limit:tt, $($kind:ident: $violation:ident),+;
    )+) => {
        impl Field {
            /// Returns the values that the field accepts.
            #[doc(hidden)]
            #[must_use]
            pub const fn shape(self) -> Shape {
                match self {
                    $(Self::$field => shapes!($shape $limit)),+
                }
            }
        }
    };
}

parameters!(shapes);
