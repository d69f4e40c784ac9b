//! A list of IDs.

use alloc::vec::Vec;
use core::ops::Deref;

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
/// ```
/// use lts_log_dump::{LogStreamId, LogStreamIds, Violation};
///
/// let id = LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?;
/// assert_eq!(LogStreamIds::new([id])?.as_slice(), [id]);
/// assert_eq!(LogStreamIds::new([]), Err(Violation::InvalidLogStreamIds));
/// # Ok::<(), Violation>(())
/// ```
///
/// It is read as a slice, and it grows:
///
/// ```
/// use lts_log_dump::{LogStreamId, LogStreamIds, Violation, literal};
///
/// let mut ids = LogStreamIds::from(literal!(LogStreamId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718"));
/// let other = literal!(LogStreamId, "632b9bdc-5afd-4666-a5de-2579f8b80314");
/// ids.push(other);
/// assert_eq!(ids.len(), 2);
/// assert!(ids.contains(&other));
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

    /// Validates a list of IDs, or of texts that are IDs.
    ///
    /// # Errors
    ///
    #[doc = concat!("An empty list, or an item that is not a [`LogStreamId`]: ", error_doc!(InvalidLogStreamIds))]
    ///
    /// ```
    /// use lts_log_dump::{LogStreamIds, Violation};
    ///
    /// let texts = "45e7f609-xxxx-4cd3-835b-xxxx4a124718,632b9bdc-5afd-4666-a5de-2579f8b80314";
    /// assert_eq!(LogStreamIds::collect(texts.split(','))?.len(), 2);
    /// assert_eq!(LogStreamIds::collect(["short"]), Err(Violation::InvalidLogStreamIds));
    /// # Ok::<(), Violation>(())
    /// ```
    pub fn collect<I>(ids: I) -> Result<Self, Violation>
    where
        I: IntoIterator<Item: TryInto<LogStreamId, Error: Into<Violation>>>,
    {
        let ids: Result<Vec<_>, _> = ids.into_iter().map(|id| id.try_into().map_err(Into::into)).collect();
        Self::new(ids?)
    }

    const fn check(ids: &[LogStreamId]) -> Result<(), Violation> {
        if ids.is_empty() { Err(Violation::InvalidLogStreamIds) } else { Ok(()) }
    }

    /// The IDs, in the order in which they were given.
    #[must_use]
    pub fn as_slice(&self) -> &[LogStreamId] {
        &self.0
    }

    /// The first ID. There is always one.
    #[inline]
    #[must_use]
    pub fn first(&self) -> LogStreamId {
        // The fallback is never taken: the list is not empty.
        self.0.first().copied().unwrap_or(literal!(LogStreamId, "00000000-0000-0000-0000-000000000000"))
    }

    /// Adds an ID at the end.
    #[inline]
    pub fn push(&mut self, id: LogStreamId) {
        self.0.push(id);
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

impl TryFrom<&[LogStreamId]> for LogStreamIds {
    type Error = Violation;

    #[inline]
    fn try_from(ids: &[LogStreamId]) -> Result<Self, Violation> {
        Self::new(ids)
    }
}

impl<const N: usize> TryFrom<[LogStreamId; N]> for LogStreamIds {
    type Error = Violation;

    fn try_from(ids: [LogStreamId; N]) -> Result<Self, Violation> {
        Self::new(ids)
    }
}

/// `collect()` of IDs; of texts it is [`LogStreamIds::collect`].
impl FromIterator<LogStreamId> for Result<LogStreamIds, Violation> {
    fn from_iter<I: IntoIterator<Item = LogStreamId>>(ids: I) -> Self {
        LogStreamIds::collect(ids)
    }
}

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

/// The list is read as a slice. None of it can be taken away.
impl Deref for LogStreamIds {
    type Target = [LogStreamId];

    #[inline]
    fn deref(&self) -> &[LogStreamId] {
        self.as_slice()
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
        // An ID is bytes, and a check that they are UTF-8 costs less for some at once: a seventh of the time of a long list.
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

/// The list while it is read. After the first invalid item, no IDs are kept.
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
    /// Stores the start of an array or an item of it. Any other value makes the list invalid.
    pub(crate) fn set(&mut self, value: Value<'_>) {
        match (&self.state, value) {
            (State::Array, Value::String(text)) => match LogStreamId::new(text) {
                Ok(id) => self.ids.push(id),
                Err(_) => self.invalidate(),
            },
            (State::Missing, Value::Array) => self.state = State::Array,
            (State::Invalid, _) => {}
            _ => self.invalidate(),
        }
    }

    #[cold]
    fn invalidate(&mut self) {
        *self = Self { ids: Vec::new(), state: State::Invalid };
    }

    /// Adds an ID that is at the beginning of the last `rest` bytes of a text.
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

    /// Reserves capacity for all the IDs that the rest of the text can hold.
    ///
    /// This happens only after a valid ID, and for a few IDs at first, so that a short list in a long body stays small. A long list is
    /// copied once, and the capacity never exceeds the length of the text.
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
