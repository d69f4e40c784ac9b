//! Names, of which the page gives the length only.

use alloc::boxed::Box;

use crate::violation::Violation;

/// Whether a text has `min` to `max` characters, that is Unicode code points.
///
/// They are counted only where the number of bytes leaves it open: a code point has one to four.
fn has_length(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.len();
    let is_surely_long_enough = bytes >= min.saturating_mul(4);
    let is_surely_too_long = bytes > max.saturating_mul(4);
    (is_surely_long_enough && bytes <= max) || (!is_surely_too_long && (min..=max).contains(&text.chars().count()))
}

/// Makes the type of a name.
macro_rules! name {
    (
        $(#[$doc:meta])*
        $name:ident: $min:literal to $max:literal characters, $field:ident, $invalid:ident, $valid_example:literal
    ) => {
        $(#[$doc])*
        ///
        #[doc = concat!(
            "Always ", $min, " to ", $max, " characters, counted as Unicode code points; the page does not restrict ",
            "which. On the wire: ", field_doc!($field), "."
        )]
        ///
        /// ```
        #[doc = concat!("use lts_log_dump::{", stringify!($name), ", Violation};")]
        ///
        #[doc = concat!("let name = ", stringify!($name), "::new(\"", $valid_example, "\")?;")]
        #[doc = concat!("assert_eq!(name.as_str(), \"", $valid_example, "\");")]
        ///
        #[doc = concat!("let too_long = \"x\".repeat(", stringify!($name), "::MAX_LEN + 1);")]
        #[doc = concat!(
            "assert_eq!(", stringify!($name), "::new(too_long), Err(Violation::", stringify!($invalid), "));"
        )]
        /// # Ok::<(), Violation>(())
        /// ```
        ///
        /// Nothing else makes one:
        ///
        /// ```compile_fail,E0423
        #[doc = concat!("let name = lts_log_dump::", stringify!($name), "(\"x\".repeat(1000).into());")]
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The least number of characters.
            pub const MIN_LEN: usize = $min;
            /// The greatest number of characters.
            pub const MAX_LEN: usize = $max;

            /// The only gate.
            ///
            /// # Errors
            ///
            #[doc = concat!("Fewer than ", $min, " or more than ", $max, " characters: ", error_doc!($invalid))]
            pub fn new(name: impl AsRef<str>) -> Result<Self, Violation> {
                // What is checked is what is kept: a caller's type may convert differently each time.
                let name = name.as_ref();
                if has_length(name, Self::MIN_LEN, Self::MAX_LEN) {
                    Ok(Self(name.into()))
                } else {
                    Err(Violation::$invalid)
                }
            }

            /// The name as it is on the wire.
            #[must_use]
            pub const fn as_str(&self) -> &str {
                &self.0
            }
        }

        text_traits!($name, Violation, Violation::$invalid);
    };
}

name! {
    /// The name of an OBS bucket.
    ObsBucketName: 3 to 63 characters, ObsBucketName, InvalidObsBucketName, "lts-test"
}

name! {
    /// The file name prefix of the log files in the bucket.
    PrefixName: 0 to 64 characters, PrefixName, InvalidPrefixName, "fileprefixname"
}

name! {
    /// The path in the bucket under which the log files are stored.
    DirPrefixName: 0 to 64 characters, DirPrefixName, InvalidDirPrefixName, "dirprefixname"
}
