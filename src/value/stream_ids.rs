//! The list of log stream IDs.

use alloc::vec::Vec;
use core::ops::{Deref, DerefMut};

use serde::de::Error;
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::LogStreamId;
use crate::api_reference::Violation;
use crate::json::{Kind, Value, read_value};

/// The IDs of the log streams to transfer.
///
#[doc = concat!("Always at least one; the API reference sets no upper bound. On the wire: ", field_name!(documented LogStreamIds), ".")]
///
/// It dereferences to a slice, which you can sort. It can grow, but never become empty.
///
/// ```
/// use lts_log_dump::{LogStreamId, LogStreamIds, Violation, literal};
///
/// let first = literal!(LogStreamId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718");
/// let mut ids = LogStreamIds::try_from_iter(["632b9bdc-5afd-4666-a5de-2579f8b80314"])?;
/// ids.extend([first, first]);
/// ids.sort();
/// ids.dedup();
/// assert_eq!((ids.first(), ids.len()), (first, 2));
/// assert_eq!(LogStreamIds::new([]), Err(Violation::InvalidLogStreamIds));
/// # Ok::<(), Violation>(())
/// ```
#[derive(Clone, Debug, Eq, Hash)]
pub struct LogStreamIds(Vec<LogStreamId>);

impl LogStreamIds {
    /// Validates a list: a vector, an array or a slice.
    ///
    /// # Errors
    ///
    #[doc = concat!("An empty list: ", error_doc!(InvalidLogStreamIds))]
    pub fn new(ids: impl Into<Vec<LogStreamId>>) -> Result<Self, Violation> {
        let ids = ids.into();
        if ids.is_empty() { Err(Violation::InvalidLogStreamIds) } else { Ok(Self(ids)) }
    }

    /// Validates the items of an iterator: IDs, or strings of any type.
    ///
    /// # Errors
    ///
    #[doc = concat!("No item, or one that is not a [`LogStreamId`]: ", error_doc!(InvalidLogStreamIds))]
    pub fn try_from_iter(ids: impl IntoIterator<Item: AsRef<str>>) -> Result<Self, Violation> {
        let ids: Result<Vec<_>, _> = ids.into_iter().map(LogStreamId::new).collect();
        Self::new(ids?)
    }

    /// Returns the first ID.
    #[inline]
    #[must_use]
    pub fn first(&self) -> LogStreamId {
        // Infallible: the list is not empty.
        self.0.first().copied().unwrap_or(literal!(LogStreamId, "00000000-0000-0000-0000-000000000000"))
    }

    /// Adds an ID at the end.
    #[inline]
    pub fn push(&mut self, id: LogStreamId) {
        self.0.push(id);
    }

    /// Removes each ID that repeats the one before it. Sort the list first to remove all duplicates.
    pub fn dedup(&mut self) {
        self.0.dedup();
    }
}

impl From<LogStreamId> for LogStreamIds {
    fn from(id: LogStreamId) -> Self {
        Self(alloc::vec![id])
    }
}

text_traits!(from LogStreamIds, Violation, Vec<LogStreamId>);

impl Extend<LogStreamId> for LogStreamIds {
    fn extend<I: IntoIterator<Item = LogStreamId>>(&mut self, ids: I) {
        self.0.extend(ids);
    }
}

impl From<LogStreamIds> for Vec<LogStreamId> {
    fn from(ids: LogStreamIds) -> Self {
        ids.0
    }
}

impl Deref for LogStreamIds {
    type Target = [LogStreamId];

    #[inline]
    fn deref(&self) -> &[LogStreamId] {
        &self.0
    }
}

/// Changes and sorts the IDs. A slice cannot become empty.
impl DerefMut for LogStreamIds {
    #[inline]
    fn deref_mut(&mut self) -> &mut [LogStreamId] {
        &mut self.0
    }
}

impl AsRef<[LogStreamId]> for LogStreamIds {
    #[inline]
    fn as_ref(&self) -> &[LogStreamId] {
        self
    }
}

/// Compares the IDs with another list, a vector, an array or a slice, in order.
impl<T: AsRef<[LogStreamId]> + ?Sized> PartialEq<T> for LogStreamIds {
    #[inline]
    fn eq(&self, other: &T) -> bool {
        **self == *other.as_ref()
    }
}

impl IntoIterator for LogStreamIds {
    type Item = LogStreamId;
    type IntoIter = alloc::vec::IntoIter<LogStreamId>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a LogStreamIds {
    type Item = &'a LogStreamId;
    type IntoIter = core::slice::Iter<'a, LogStreamId>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for LogStreamIds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // IDs are stored as bytes. Validating UTF-8 for several at once is faster.
        const AT_ONCE: usize = 16;
        let mut copies = [[0; LogStreamId::LEN]; AT_ONCE];
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for ids in self.0.chunks(AT_ONCE) {
            for (copy, id) in copies.iter_mut().zip(ids) {
                *copy = *id.as_bytes();
            }
            let bytes = copies.as_flattened().get(..ids.len().saturating_mul(LogStreamId::LEN)).unwrap_or_default();
            let mut rest = core::str::from_utf8(bytes).unwrap_or_default();
            while let Some((id, after)) = rest.split_at_checked(LogStreamId::LEN) {
                list.serialize_element(id)?;
                rest = after;
            }
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for LogStreamIds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut ids = DraftIds::default();
        read_value(Kind::Strings, deserializer, &mut |_, value| ids.set(value))?;
        ids.finish().map_err(D::Error::custom)
    }
}

/// A list that is being read. It keeps no IDs after the first invalid item.
#[derive(Debug, Default)]
pub(crate) struct DraftIds {
    /// Empty if the list is missing or invalid.
    ids: Vec<LogStreamId>,
    state: State,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Missing,
    Array,
    Invalid,
}

impl DraftIds {
    /// Stores the start of an array or an array item. Any other value makes the list invalid.
    pub(crate) fn set(&mut self, value: Value<'_>) {
        match (&self.state, value) {
            (State::Missing, Value::Array) => self.start(),
            (State::Array, Value::String(text)) => match LogStreamId::new(text) {
                Ok(id) => self.ids.push(id),
                Err(_) => self.invalidate(),
            },
            (State::Invalid, _) => {}
            _ => self.invalidate(),
        }
    }

    #[cold]
    fn invalidate(&mut self) {
        *self = Self { ids: Vec::new(), state: State::Invalid };
    }

    /// Starts an array.
    #[inline]
    pub(crate) const fn start(&mut self) {
        self.state = State::Array;
    }

    /// Adds an ID. `rest` is the number of bytes from its start to the end of the JSON text.
    #[inline]
    pub(crate) fn push(&mut self, id: LogStreamId, rest: usize) {
        if self.state == State::Invalid {
            return;
        }
        if self.ids.len() == self.ids.capacity() {
            self.make_room(rest);
        }
        self.ids.push(id);
    }

    /// Reserves capacity for all IDs that the rest of the JSON text can contain.
    ///
    /// The first time it reserves capacity for a few IDs only, so that a short list in a long body stays small. A long list is copied
    /// once, and the capacity never exceeds the length of the JSON text.
    #[cold]
    fn make_room(&mut self, rest: usize) {
        const QUOTES_AND_COMMA: usize = 3;
        const AT_FIRST: usize = 4096 / LogStreamId::LEN;
        let at_most = rest.div_ceil(LogStreamId::LEN.saturating_add(QUOTES_AND_COMMA));
        self.ids.reserve_exact(if self.ids.is_empty() { at_most.min(AT_FIRST) } else { at_most });
    }

    pub(crate) fn finish(self) -> Result<LogStreamIds, Violation> {
        LogStreamIds::new(self.ids)
    }
}
