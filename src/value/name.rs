//! Names. The API reference restricts only their lengths.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use crate::api_reference::Violation;

/// Whether a string has `min` to `max` Unicode code points. A code point has one to four bytes.
#[inline]
const fn has_length(string: &str, min: usize, max: usize) -> bool {
    let is_in_range = min.saturating_mul(4) <= string.len() && string.len() <= max;
    is_in_range || has_count(string, min, max)
}

/// Counts the code points.
// Not inlined, because names share it and most names do not need it.
#[inline(never)]
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "no index is above the length")]
const fn has_count(string: &str, min: usize, max: usize) -> bool {
    let bytes = string.as_bytes();
    if bytes.len() > max.saturating_mul(4) {
        return false;
    }
    // Faster than counting, which matters if all names are too long.
    if string.is_ascii() {
        return min <= bytes.len() && bytes.len() <= max;
    }
    let (mut index, mut count) = (0, 0);
    while index < bytes.len() {
        // Each byte that does not continue a code point begins one.
        count += (bytes[index] & 0b1100_0000 != 0b1000_0000) as usize;
        index += 1;
    }
    min <= count && count <= max
}

/// Defines names with their constructors and traits. For the docs each has an example.
macro_rules! names {
    ($(
        #[$summary:meta]
        $(#[$doc:meta])*
        pub struct $name:ident = $example:literal, else $violation:ident;
    )+) => {$(
        #[$summary]
        ///
        #[doc = concat!("Always ", accepted!(Name($name)), " (Unicode code points); the API reference does not restrict which.")]
        #[doc = concat!("On the wire: ", field_name!(documented $name), ".")]
        ///
        #[doc = example!($name, $example => $example, "x".repeat($name::MAX_LEN + 1) => $violation)]
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(ShortStr);

        impl $name {
            /// The minimum number of characters.
            pub const MIN_LEN: usize = limit!($name min);
            /// The maximum number of characters.
            pub const MAX_LEN: usize = limit!($name max);

            /// Validates a name.
            ///
            /// # Errors
            ///
            #[doc = concat!(
                "Fewer than ", limit!($name min), " or more than ", limit!($name max), " characters: ", error_doc!($violation)
            )]
            pub fn new(name: impl AsRef<str>) -> Result<Self, Violation> {
                // Converted once, because a caller's type may return another string each time.
                let name = name.as_ref();
                let is_valid = has_length(name, Self::MIN_LEN, Self::MAX_LEN);
                is_valid.then(|| Self(ShortStr::new(name))).ok_or(Violation::$violation)
            }

            #[doc(hidden)]
            #[must_use]
            pub const fn literal(name: &'static str) -> Option<Self> {
                if has_length(name, Self::MIN_LEN, Self::MAX_LEN) { Some(Self(ShortStr::Static(name))) } else { None }
            }

            /// Returns the name as it is on the wire.
            #[must_use]
            #[inline]
            pub const fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        text_traits!(validated $name, Violation, Violation::$violation);
        text_traits!(borrowed $name);
        text_traits!(from $name, Violation, String, Arc<str>);
        text_traits!(into $name, String, Arc<str>);
    )+};
}

names! {
    /// The name of an OBS bucket.
    ///
    /// The field of each name is private, so no other string can become a name:
    ///
    /// ```compile_fail,E0423
    /// let name = lts_log_dump::ObsBucketName("x".repeat(1000).into());
    /// ```
    pub struct ObsBucketName = "lts-test", else InvalidObsBucketName;

    /// The file name prefix of the log files in the bucket.
    pub struct PrefixName = "fileprefixname", else InvalidPrefixName;

    /// The path in the bucket under which the log files are stored.
    pub struct DirPrefixName = "dirprefixname", else InvalidDirPrefixName;
}

/// A string that is stored inline if it is short, and borrowed if it is a literal. Comparisons ignore how it is stored.
#[derive(Clone)]
enum ShortStr {
    /// A length and that many bytes. 30 hold most names.
    Inline(u8, [u8; 30]),
    Boxed(Box<str>),
    Static(&'static str),
}

impl ShortStr {
    #[inline]
    fn new(string: &str) -> Self {
        let mut bytes = [0; 30];
        match (bytes.get_mut(..string.len()), u8::try_from(string.len())) {
            (Some(start), Ok(len)) => {
                start.copy_from_slice(string.as_bytes());
                Self::Inline(len, bytes)
            }
            _ => Self::Boxed(string.into()),
        }
    }

    #[inline]
    const fn as_str(&self) -> &str {
        match self {
            Self::Inline(len, bytes) => match bytes.split_at_checked(*len as usize) {
                Some((string, _)) => super::valid_utf8(string),
                None => "",
            },
            Self::Boxed(string) => string,
            Self::Static(string) => string,
        }
    }
}

impl PartialEq for ShortStr {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for ShortStr {}

text_traits!(ordered ShortStr);

impl fmt::Debug for ShortStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
