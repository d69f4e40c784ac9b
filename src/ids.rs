//! A list of IDs.

use alloc::vec::Vec;

use serde::de::{DeserializeSeed, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::LogStreamId;
use crate::lenient::{Keys, Place, Value};
use crate::scalar::{FromScalar, Scalar};
use crate::violation::Violation;

/// The IDs of the log streams to transfer.
///
#[doc = concat!("Always at least one; the page sets no upper bound. On the wire: ", field_doc!(LogStreamIds), ".")]
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
    /// The only gate.
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
        let mut list = List::default();
        Value { keys: Keys::Any, place: &mut list }.deserialize(deserializer)?;
        list.finish().map_err(D::Error::custom)
    }
}

/// The list as far as it was read. After the first bad item no more are kept.
#[derive(Debug, Default)]
pub(crate) struct List(Items);

impl List {
    /// Begins an array, in which there is room for `capacity` IDs once there is a good one.
    pub(crate) fn begin(&mut self, capacity: usize) -> &mut Items {
        self.0 = Items { ids: Some(Vec::new()), capacity };
        &mut self.0
    }

    pub(crate) fn check(&self) -> Result<(), Violation> {
        LogStreamIds::check(self.0.ids.as_deref().unwrap_or_default())
    }

    pub(crate) fn finish(self) -> Result<LogStreamIds, Violation> {
        LogStreamIds::new(self.0.ids.unwrap_or_default())
    }
}

impl Place for List {
    /// No scalar is a list, and what no array has begun is missing already.
    fn put(&mut self, _: Scalar<'_>) {}

    fn items(&mut self) -> Option<&mut dyn Place> {
        Some(self.begin(0))
    }
}

/// The items of a list.
#[derive(Debug, Default)]
pub(crate) struct Items {
    /// `None` when the list is missing or wrong.
    ids: Option<Vec<LogStreamId>>,
    /// How many to make room for once there is a good one.
    capacity: usize,
}

impl Items {
    #[inline]
    pub(crate) fn push(&mut self, id: LogStreamId) {
        if let Some(ids) = &mut self.ids {
            if ids.is_empty() {
                ids.reserve_exact(self.capacity);
            }
            ids.push(id);
        }
    }
}

/// Straight into its place: an ID that is handed on in a `Result` would be copied once more.
impl Place for Items {
    fn put(&mut self, scalar: Scalar<'_>) {
        match LogStreamId::from_scalar(scalar) {
            Ok(id) => self.push(id),
            Err(_) => self.ids = None,
        }
    }
}
