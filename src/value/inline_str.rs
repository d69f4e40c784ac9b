//! Strings that are stored without an allocation.

use alloc::boxed::Box;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use super::unreserved::are_unreserved;

/// A string of exactly `N` unreserved characters, stored inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct InlineStr<const N: usize>([u8; N]);

impl<const N: usize> InlineStr<N> {
    #[expect(clippy::inline_always, reason = "a call would copy the ID twice more")]
    #[inline(always)]
    pub(super) const fn from_bytes(bytes: &[u8; N]) -> Option<Self> {
        if are_unreserved(bytes) { Some(Self(*bytes)) } else { None }
    }

    #[inline]
    pub(super) const fn new(text: &str) -> Option<Self> {
        let Some((bytes, [])) = text.as_bytes().split_first_chunk() else { return None };
        Self::from_bytes(bytes)
    }

    pub(super) const fn as_bytes(&self) -> &[u8; N] {
        &self.0
    }

    #[inline]
    pub(super) const fn as_str(&self) -> &str {
        valid_utf8(&self.0)
    }
}

/// A string that is stored inline if it is short, and borrowed if it is a literal. Comparisons ignore the way it is stored.
#[derive(Clone)]
pub(super) enum ShortStr {
    /// 30 bytes hold most names.
    Inline {
        len: u8,
        bytes: [u8; 30],
    },
    Boxed(Box<str>),
    Static(&'static str),
}

impl ShortStr {
    #[inline]
    pub(super) fn new(text: &str) -> Self {
        let mut bytes = [0; 30];
        match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(start), Ok(len)) => {
                start.copy_from_slice(text.as_bytes());
                Self::Inline { len, bytes }
            }
            _ => Self::Boxed(text.into()),
        }
    }

    #[inline]
    pub(super) const fn as_str(&self) -> &str {
        match self {
            Self::Inline { len, bytes } => match bytes.split_at_checked(*len as usize) {
                Some((text, _)) => valid_utf8(text),
                None => "",
            },
            Self::Boxed(text) => text,
            Self::Static(text) => text,
        }
    }
}

/// Infallible: only bytes of a string are stored.
#[inline]
const fn valid_utf8(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Hashes the string, because the hash of an array is another: then a map with IDs as keys finds a `str`.
impl<const N: usize> Hash for InlineStr<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const N: usize> fmt::Debug for InlineStr<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Hash for ShortStr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for ShortStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for ShortStr {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for ShortStr {}

impl PartialOrd for ShortStr {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ShortStr {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}
