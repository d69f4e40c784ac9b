//! Text that needs no allocation when it is short or a literal.

use alloc::boxed::Box;
use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

/// A text. How it is stored shows in no comparison.
#[derive(Clone)]
pub(super) enum ShortText {
    /// As many bytes as most names have, in Latin letters or in others.
    Inline {
        len: u8,
        bytes: [u8; ShortText::INLINE],
    },
    Boxed(Box<str>),
    Static(&'static str),
}

impl ShortText {
    const INLINE: usize = 30;

    #[inline]
    pub(super) fn new(text: &str) -> Self {
        let mut bytes = [0; Self::INLINE];
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
            Self::Inline { len, bytes } => {
                // What was stored is a text, so the defaults are never taken.
                let Some((text, _)) = bytes.split_at_checked(*len as usize) else { return "" };
                match core::str::from_utf8(text) {
                    Ok(text) => text,
                    Err(_) => "",
                }
            }
            Self::Boxed(text) => text,
            Self::Static(text) => text,
        }
    }

    pub(super) fn into_boxed_str(self) -> Box<str> {
        match self {
            Self::Boxed(text) => text,
            text => text.as_str().into(),
        }
    }
}

impl core::fmt::Debug for ShortText {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for ShortText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for ShortText {}

impl PartialOrd for ShortText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ShortText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for ShortText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}
