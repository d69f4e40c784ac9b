//! Names. The API reference restricts only their lengths.

use super::inline_str::ShortStr;
use crate::api_reference::Violation;

/// Whether a string has `min` to `max` Unicode code points. A code point has one to four bytes.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "no index is above the length")]
const fn has_length(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > max.saturating_mul(4) {
        return false;
    }
    if bytes.len() >= min.saturating_mul(4) && bytes.len() <= max {
        return true;
    }
    // Faster than counting, which matters if all names are too long.
    if text.is_ascii() {
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

/// Gives a name the constructors, `as_str` and the traits that all names share.
macro_rules! name {
    ($name:ident, $violation:ident) => {
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
                if has_length(name, Self::MIN_LEN, Self::MAX_LEN) {
                    Ok(Self(ShortStr::new(name)))
                } else {
                    Err(Violation::$violation)
                }
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

        text_traits!(parsed $name, Violation);
        text_traits!(taken $name, Violation, alloc::string::String, alloc::sync::Arc<str>);
        text_traits!(given $name, alloc::string::String, alloc::sync::Arc<str>);
        text_traits!(shown $name);
        text_traits!(compared $name);
        text_traits!(borrowed $name);
        text_traits!(serde $name, Violation, Violation::$violation);
    };
}

/// The name of an OBS bucket.
///
#[doc = concat!(
    "Always ", limit!(ObsBucketName min), " to ", limit!(ObsBucketName max), " characters (Unicode code points); the API reference does not restrict \
    which. On the wire: ", field_name!(documented ObsBucketName), "."
)]
///
/// ```
/// use lts_log_dump::{ObsBucketName, Violation};
///
/// let name = ObsBucketName::new("lts-test")?;
/// assert_eq!(name.as_str(), "lts-test");
///
/// let too_long = "x".repeat(ObsBucketName::MAX_LEN + 1);
/// assert_eq!(ObsBucketName::new(too_long), Err(Violation::InvalidObsBucketName));
/// # Ok::<(), Violation>(())
/// ```
///
/// The field is private, so no other string can become a name:
///
/// ```compile_fail,E0423
/// let name = lts_log_dump::ObsBucketName("x".repeat(1000).into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObsBucketName(ShortStr);

name!(ObsBucketName, InvalidObsBucketName);

/// The file name prefix of the log files in the bucket.
///
#[doc = concat!(
    "Always ", limit!(PrefixName min), " to ", limit!(PrefixName max), " characters (Unicode code points); the API reference does not restrict \
    which. On the wire: ", field_name!(documented PrefixName), "."
)]
///
/// ```
/// use lts_log_dump::{PrefixName, Violation};
///
/// let name = PrefixName::new("fileprefixname")?;
/// assert_eq!(name.as_str(), "fileprefixname");
///
/// let too_long = "x".repeat(PrefixName::MAX_LEN + 1);
/// assert_eq!(PrefixName::new(too_long), Err(Violation::InvalidPrefixName));
/// # Ok::<(), Violation>(())
/// ```
///
/// The field is private, so no other string can become a name:
///
/// ```compile_fail,E0423
/// let name = lts_log_dump::PrefixName("x".repeat(1000).into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrefixName(ShortStr);

name!(PrefixName, InvalidPrefixName);

/// The path in the bucket under which the log files are stored.
///
#[doc = concat!(
    "Always ", limit!(DirPrefixName min), " to ", limit!(DirPrefixName max), " characters (Unicode code points); the API reference does not restrict \
    which. On the wire: ", field_name!(documented DirPrefixName), "."
)]
///
/// ```
/// use lts_log_dump::{DirPrefixName, Violation};
///
/// let name = DirPrefixName::new("dirprefixname")?;
/// assert_eq!(name.as_str(), "dirprefixname");
///
/// let too_long = "x".repeat(DirPrefixName::MAX_LEN + 1);
/// assert_eq!(DirPrefixName::new(too_long), Err(Violation::InvalidDirPrefixName));
/// # Ok::<(), Violation>(())
/// ```
///
/// The field is private, so no other string can become a name:
///
/// ```compile_fail,E0423
/// let name = lts_log_dump::DirPrefixName("x".repeat(1000).into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DirPrefixName(ShortStr);

name!(DirPrefixName, InvalidDirPrefixName);
