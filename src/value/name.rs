//! Names. The API reference restricts their length only.

use super::short_text::ShortText;
use crate::api_reference::Violation;

/// Whether a text has `min` to `max` characters, that is Unicode code points. A code point has one to four bytes.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "no index is above the length")]
const fn has_length(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > max.saturating_mul(4) {
        return false;
    }
    if bytes.len() >= min.saturating_mul(4) && bytes.len() <= max {
        return true;
    }
    // Counting the characters of long names takes a seventh of the time of a body in which all are too long.
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

/// The name of an OBS bucket.
///
#[doc = concat!(
    "Always ", limit!(ObsBucketName min), " to ", limit!(ObsBucketName max), " characters, counted as Unicode code points; the API reference \
    does not restrict which. On the wire: ", field_name!(documented ObsBucketName), "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let name = lts_log_dump::ObsBucketName("x".repeat(1000).into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObsBucketName(ShortText);

impl ObsBucketName {
    /// The least number of characters.
    pub const MIN_LEN: usize = limit!(ObsBucketName min);
    /// The greatest number of characters.
    pub const MAX_LEN: usize = limit!(ObsBucketName max);

    /// Validates the name of a bucket.
    ///
    /// # Errors
    ///
    #[doc = concat!(
        "Fewer than ", limit!(ObsBucketName min), " or more than ", limit!(ObsBucketName max), " characters: ", error_doc!(InvalidObsBucketName)
    )]
    pub fn new(name: impl AsRef<str>) -> Result<Self, Violation> {
        // What is checked is what is kept: a caller's type may convert differently each time.
        let name = name.as_ref();
        if has_length(name, Self::MIN_LEN, Self::MAX_LEN) {
            Ok(Self(ShortText::new(name)))
        } else {
            Err(Violation::InvalidObsBucketName)
        }
    }

    /// The name, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(name: &'static str) -> Option<Self> {
        if has_length(name, Self::MIN_LEN, Self::MAX_LEN) { Some(Self(ShortText::Static(name))) } else { None }
    }

    /// The name as it is on the wire.
    #[must_use]
    #[inline]
    pub const fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(ObsBucketName, Violation, Violation::InvalidObsBucketName);
text_traits!(borrowed ObsBucketName);
text_traits!(given ObsBucketName);

/// The file name prefix of the log files in the bucket.
///
#[doc = concat!(
    "Always ", limit!(PrefixName min), " to ", limit!(PrefixName max), " characters, counted as Unicode code points; the API reference \
    does not restrict which. On the wire: ", field_name!(documented PrefixName), "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let name = lts_log_dump::PrefixName("x".repeat(1000).into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrefixName(ShortText);

impl PrefixName {
    /// The least number of characters.
    pub const MIN_LEN: usize = limit!(PrefixName min);
    /// The greatest number of characters.
    pub const MAX_LEN: usize = limit!(PrefixName max);

    /// Validates a file name prefix.
    ///
    /// # Errors
    ///
    #[doc = concat!(
        "Fewer than ", limit!(PrefixName min), " or more than ", limit!(PrefixName max), " characters: ", error_doc!(InvalidPrefixName)
    )]
    pub fn new(name: impl AsRef<str>) -> Result<Self, Violation> {
        // What is checked is what is kept: a caller's type may convert differently each time.
        let name = name.as_ref();
        if has_length(name, Self::MIN_LEN, Self::MAX_LEN) {
            Ok(Self(ShortText::new(name)))
        } else {
            Err(Violation::InvalidPrefixName)
        }
    }

    /// The name, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(name: &'static str) -> Option<Self> {
        if has_length(name, Self::MIN_LEN, Self::MAX_LEN) { Some(Self(ShortText::Static(name))) } else { None }
    }

    /// The name as it is on the wire.
    #[must_use]
    #[inline]
    pub const fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(PrefixName, Violation, Violation::InvalidPrefixName);
text_traits!(borrowed PrefixName);
text_traits!(given PrefixName);

/// The path in the bucket under which the log files are stored.
///
#[doc = concat!(
    "Always ", limit!(DirPrefixName min), " to ", limit!(DirPrefixName max), " characters, counted as Unicode code points; the API reference \
    does not restrict which. On the wire: ", field_name!(documented DirPrefixName), "."
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
/// The field is private, so no other text can become one:
///
/// ```compile_fail,E0423
/// let name = lts_log_dump::DirPrefixName("x".repeat(1000).into());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DirPrefixName(ShortText);

impl DirPrefixName {
    /// The least number of characters.
    pub const MIN_LEN: usize = limit!(DirPrefixName min);
    /// The greatest number of characters.
    pub const MAX_LEN: usize = limit!(DirPrefixName max);

    /// Validates a path.
    ///
    /// # Errors
    ///
    #[doc = concat!(
        "Fewer than ", limit!(DirPrefixName min), " or more than ", limit!(DirPrefixName max), " characters: ", error_doc!(InvalidDirPrefixName)
    )]
    pub fn new(name: impl AsRef<str>) -> Result<Self, Violation> {
        // What is checked is what is kept: a caller's type may convert differently each time.
        let name = name.as_ref();
        if has_length(name, Self::MIN_LEN, Self::MAX_LEN) {
            Ok(Self(ShortText::new(name)))
        } else {
            Err(Violation::InvalidDirPrefixName)
        }
    }

    /// The name, or `None` where [`new`](Self::new) refuses: for constants, with [`literal!`](crate::literal).
    #[must_use]
    pub const fn literal(name: &'static str) -> Option<Self> {
        if has_length(name, Self::MIN_LEN, Self::MAX_LEN) { Some(Self(ShortText::Static(name))) } else { None }
    }

    /// The name as it is on the wire.
    #[must_use]
    #[inline]
    pub const fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

text_traits!(DirPrefixName, Violation, Violation::InvalidDirPrefixName);
text_traits!(borrowed DirPrefixName);
text_traits!(given DirPrefixName);
