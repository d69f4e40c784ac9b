//! A list of IDs.

use alloc::vec::Vec;

use serde::de::{DeserializeSeed, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::LogStreamId;
use crate::de::{AnyValue, FromScalar, Scalar, Slot};
use crate::reference::Violation;

/// The IDs of the log streams to transfer.
///
#[doc = concat!("Always at least one; the API reference sets no upper bound. On the wire: ", field_name!(documented LogStreamIds), ".")]
///
/// ```
/// use lts_log_dump::{LogStreamId, LogStreamIds, Violation};
///
/// let id = LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?;
/// assert_eq!(LogStreamIds::new([id])?.as_slice(), [id]);
/// assert_eq!(LogStreamIds::new([]), Err(Violation::InvalidLogStreamIds));
/// # Ok::<(), Violation>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogStreamIds(Vec<LogStreamId>);

impl LogStreamIds {
    /// Validates a list.
    ///
    /// # Errors
    ///
    #[doc = concat!("An empty list: ", error_doc!(InvalidLogStreamIds))]
    pub fn new(ids: impl Into<Vec<LogStreamId>>) -> Result<Self, Violation> {
        let ids = ids.into();
        Self::check(&ids).map(|()| Self(ids))
    }

    const fn check(ids: &[LogStreamId]) -> Result<(), Violation> {
        if ids.is_empty() { Err(Violation::InvalidLogStreamIds) } else { Ok(()) }
    }

    /// The IDs, in the order in which they were given.
    #[must_use]
    pub fn as_slice(&self) -> &[LogStreamId] {
        &self.0
    }

    /// The IDs, in the order in which they were given.
    pub fn iter(&self) -> core::slice::Iter<'_, LogStreamId> {
        self.0.iter()
    }
}

impl From<LogStreamId> for LogStreamIds {
    fn from(id: LogStreamId) -> Self {
        Self(alloc::vec![id])
    }
}

impl TryFrom<Vec<LogStreamId>> for LogStreamIds {
    type Error = Violation;

    fn try_from(ids: Vec<LogStreamId>) -> Result<Self, Violation> {
        Self::new(ids)
    }
}

impl From<LogStreamIds> for Vec<LogStreamId> {
    fn from(ids: LogStreamIds) -> Self {
        ids.0
    }
}

impl AsRef<[LogStreamId]> for LogStreamIds {
    fn as_ref(&self) -> &[LogStreamId] {
        self.as_slice()
    }
}

impl<'a> IntoIterator for &'a LogStreamIds {
    type Item = &'a LogStreamId;
    type IntoIter = core::slice::Iter<'a, LogStreamId>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for LogStreamIds {
    type Item = LogStreamId;
    type IntoIter = alloc::vec::IntoIter<LogStreamId>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Serialize for LogStreamIds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for LogStreamIds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut draft = DraftIds::default();
        AnyValue(&mut draft).deserialize(deserializer)?;
        draft.finish().map_err(D::Error::custom)
    }
}

/// The IDs as far as they were read. After the first bad item no more are kept.
#[derive(Debug, Default)]
pub(crate) struct DraftIds(DraftItems);

impl DraftIds {
    /// Begins an array.
    pub(crate) fn begin(&mut self) -> &mut DraftItems {
        self.0.is_list = true;
        &mut self.0
    }

    pub(crate) fn finish(self) -> Result<LogStreamIds, Violation> {
        LogStreamIds::new(self.0.ids)
    }
}

impl Slot for DraftIds {
    /// Only an array is a list. Without one the draft says already that the list is missing.
    fn fill(&mut self, _: Scalar<'_>) {}

    fn items(&mut self) -> Option<&mut dyn Slot> {
        Some(self.begin())
    }
}

/// The items of a list.
#[derive(Debug, Default)]
pub(crate) struct DraftItems {
    /// Empty after a bad item.
    ids: Vec<LogStreamId>,
    /// Whether items are kept.
    is_list: bool,
}

impl DraftItems {
    /// Keeps an ID that begins the last `rest` bytes of a text.
    #[inline]
    pub(crate) fn push(&mut self, id: LogStreamId, rest: usize) {
        if self.ids.len() == self.ids.capacity() && self.is_list {
            self.make_room(rest);
        }
        if self.is_list {
            self.ids.push(id);
        }
    }

    /// Makes room for as many IDs as the rest of the text can hold, and at first for 4 KiB of them: a list is copied once at most,
    /// a short one in a long text takes little, and no text takes more than its own length.
    #[cold]
    fn make_room(&mut self, rest: usize) {
        const QUOTES_AND_COMMA: usize = 3;
        const AT_FIRST: usize = 4096 / LogStreamId::LEN;
        let at_most = rest.div_ceil(LogStreamId::LEN.saturating_add(QUOTES_AND_COMMA));
        self.ids.reserve_exact(if self.ids.is_empty() { at_most.min(AT_FIRST) } else { at_most });
    }
}

impl Slot for DraftItems {
    fn fill(&mut self, scalar: Scalar<'_>) {
        match LogStreamId::from_scalar(scalar) {
            Ok(id) if self.is_list => self.ids.push(id),
            Ok(_) => {}
            Err(_) => *self = Self::default(),
        }
    }
}
