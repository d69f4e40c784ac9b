//! A list of IDs.

use alloc::vec::Vec;

use serde::de::SeqAccess;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::LogStreamId;
use crate::lenient::{Keys, Sink, ValueSeed};
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
        if ids.is_empty() { Err(Violation::InvalidLogStreamIds) } else { Ok(Self(ids)) }
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
        let list = ListSink { keys: Keys::Any, capacity: 0 };
        serde::de::DeserializeSeed::deserialize(ValueSeed { keys: Keys::Any, sink: list }, deserializer)?
            .map_err(serde::de::Error::custom)
    }
}

/// No scalar is a list.
impl FromScalar for LogStreamIds {
    type Error = Violation;

    fn from_scalar(_: Scalar<'_>) -> Result<Self, Violation> {
        Err(Violation::InvalidLogStreamIds)
    }
}

/// Reads the list.
pub(crate) struct ListSink<'a> {
    pub(crate) keys: Keys<'a>,
    /// How many IDs to make room for once there is a good one.
    pub(crate) capacity: usize,
}

impl<'de> Sink<'de> for ListSink<'_> {
    type Value = Result<LogStreamIds, Violation>;

    fn scalar(self, scalar: Scalar<'_>) -> Self::Value {
        LogStreamIds::from_scalar(scalar)
    }

    fn array<A: SeqAccess<'de>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        let Self { keys, capacity } = self;
        let mut ids = Ids::new(capacity);
        while let Some(()) = array.next_element_seed(ValueSeed { keys, sink: &mut ids })? {}
        Ok(ids.finish())
    }
}

/// The items of a list as far as they were read. After the first bad one no more are kept.
pub(crate) struct Ids {
    ids: Result<Vec<LogStreamId>, Violation>,
    /// How many to make room for once there is a good one.
    capacity: usize,
}

impl Ids {
    pub(crate) const fn new(capacity: usize) -> Self {
        Self { ids: Ok(Vec::new()), capacity }
    }

    #[inline]
    pub(crate) fn push(&mut self, id: LogStreamId) {
        if let Ok(ids) = &mut self.ids {
            if ids.is_empty() {
                ids.reserve_exact(self.capacity);
            }
            ids.push(id);
        }
    }

    pub(crate) fn finish(self) -> Result<LogStreamIds, Violation> {
        self.ids.and_then(LogStreamIds::new)
    }
}

/// Straight into its place: an ID that is handed on in a `Result` would be copied once more.
impl Sink<'_> for &mut Ids {
    type Value = ();

    #[inline]
    fn scalar(self, scalar: Scalar<'_>) {
        match LogStreamId::from_scalar(scalar) {
            Ok(id) => self.push(id),
            Err(violation) => self.ids = Err(violation),
        }
    }
}
