//! What a parameter accepts: for the schema, the docs, the strategies and the tests of all parameters.

use super::parameters::Field;

/// The values that a parameter accepts. Lengths count Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "not part of the public interface")]
pub enum Shape {
    /// A string of `len` unreserved characters.
    Id {
        /// The length.
        len: usize,
    },
    /// An array of at least one such string.
    Ids {
        /// The length of an item.
        len: usize,
    },
    /// A string of `min` to `max` characters.
    Name {
        /// The least length.
        min: usize,
        /// The greatest length.
        max: usize,
    },
    /// One of these strings.
    Listed(&'static [&'static str]),
    /// A boolean, or one as a string.
    Switch,
    /// A number whose value is an integer.
    Integer,
    /// `period` and `period_unit` together.
    Interval,
    /// A string of `min` to `max` visible ASCII characters.
    Token {
        /// The least length.
        min: usize,
        /// The greatest length.
        max: usize,
    },
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
    (Listed($list:ident)) => {
        listed!($list)
    };
    (Switch()) => {
        "true, false, \"true\", \"false\""
    };
    (Integer()) => {
        "an integer"
    };
    (Interval($list:ident)) => {
        listed!($list)
    };
    (Token($token:ident)) => {
        concat!(limit!($token min), " to ", limit!($token max), " visible ASCII characters")
    };
    (MediaType($text:ident)) => {
        concat!(limit!($text), ", letters in either case")
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
