//! Reads a body from a JSON text.

use core::str::FromStr;

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::api_reference::{Field, PeriodUnit, StorageFormat, TransferType};
use crate::error::{NotJson, Rejection};
use crate::json::{Cursor, Failure, FromValue, NotJsonReason, Value};
use crate::value::{DraftIds, LogGroupId, LogStreamId};

impl CreateLogDumpObsRequestBody {
    /// Reads a JSON text and finds all violations in one pass.
    ///
    /// # Errors
    ///
    /// - [`Rejection::NotJson`], which is `LTS.0007`, if the bytes are not one JSON object in UTF-8, if a documented member is a
    ///   duplicate, or if one has a lone surrogate or a number beyond the range of a double.
    /// - [`Rejection::Violations`] with all violations, in the order of Table 3, if members are missing or invalid.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
    ///
    /// let Err(Rejection::Violations(violations)) = CreateLogDumpObsRequestBody::from_json(b"{}") else {
    ///     unreachable!("seven members are missing");
    /// };
    /// assert_eq!(
    ///     violations.first().message(),
    ///     "log_group_id is invalid, please verify if it's provided as required"
    /// );
    /// ```
    // Generic only here, so that the rest is compiled once.
    #[inline]
    pub fn from_json(json: impl AsRef<[u8]>) -> Result<Self, Rejection> {
        from_bytes(json.as_ref())
    }
}

fn from_bytes(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // One check of the whole body, so that no string needs a check of its own.
    let text = match core::str::from_utf8(json) {
        Ok(text) => text,
        Err(error) => return Err(not_json(json, error.valid_up_to(), NotJsonReason::NotUtf8)),
    };
    let mut draft = Draft::new();
    match read(Cursor::new(text), &mut draft) {
        Ok(()) => draft.finish(),
        Err(failure) => Err(not_json(json, failure.position(), failure.reason)),
    }
}

#[cold]
#[inline(never)]
fn not_json(json: &[u8], at: usize, reason: NotJsonReason) -> Rejection {
    Rejection::NotJson(NotJson::new(json, at, reason))
}

fn read<'a>(cursor: Cursor<'a>, draft: &mut Draft) -> Result<(), Failure<'a>> {
    let cursor = cursor.skip_space();
    if cursor.peek() != Some(b'{') {
        return cursor.fail(NotJsonReason::NotAnObject);
    }
    cursor.sequence(b'}', |cursor| member(cursor, draft))?.expect_end()
}

#[inline]
fn member<'a>(start: Cursor<'a>, draft: &mut Draft) -> Result<Cursor<'a>, Failure<'a>> {
    let (field, cursor) = if let Some(known) = start.known(Field::member_in_quotes) {
        known
    } else {
        let (name, cursor) = start.name()?;
        let Some(field) = Field::member(name.as_bytes()) else { return cursor.expect(b':')?.skip() };
        (field, cursor)
    };
    if !draft.mark_seen(field) {
        return start.fail(NotJsonReason::DuplicateMember(field));
    }
    let cursor = cursor.expect(b':')?;
    match read_fast_path(field, cursor, draft) {
        Some(after) => after,
        None => cursor.value(&mut |value| draft.set(field, value)),
    }
}

/// Reads the values that nearly all bodies have. [`Cursor::value`] reads all values, with the same result but slower.
#[inline]
fn read_fast_path<'a>(field: Field, cursor: Cursor<'a>, draft: &mut Draft) -> Option<Result<Cursor<'a>, Failure<'a>>> {
    // Not a function, because then the loop over the IDs is slower.
    macro_rules! store {
        ($member:ident, $found:expr) => {{
            let (value, after) = $found?;
            draft.$member = Ok(value);
            return Some(Ok(after));
        }};
    }
    let (string, after) = match field {
        Field::LogGroupId => store!(log_group_id, cursor.fixed(LogGroupId::from_bytes)),
        Field::LogStreamIds if cursor.peek() == Some(b'[') => return Some(read_ids(cursor, &mut draft.log_stream_ids)),
        Field::TransferType => store!(transfer_type, cursor.one_of(TransferType::ALL, TransferType::as_str)),
        Field::StorageFormat => store!(storage_format, cursor.one_of(StorageFormat::ALL, StorageFormat::as_str)),
        Field::PeriodUnit => store!(period_unit, cursor.one_of(PeriodUnit::ALL, PeriodUnit::as_str)),
        Field::Period => store!(period, cursor.short_integer()),
        _ => cursor.plain_string()?,
    };
    let string = Value::String(string);
    match field {
        // Stored here, because a call is slower for small bodies.
        Field::ObsBucketName => draft.obs_bucket_name = FromValue::from_value(string),
        Field::PrefixName => draft.prefix_name = FromValue::from_value(string),
        Field::DirPrefixName => draft.dir_prefix_name = FromValue::from_value(string),
        _ => draft.set(field, string),
    }
    Some(Ok(after))
}

fn read_ids<'a>(cursor: Cursor<'a>, ids: &mut DraftIds) -> Result<Cursor<'a>, Failure<'a>> {
    ids.start();
    cursor.sequence(b']', |mut cursor| {
        // This loop reads the usual IDs faster than `sequence` would, one call for each.
        loop {
            let Some((id, after)) = cursor.fixed(LogStreamId::from_bytes) else {
                return cursor.value(&mut |value| ids.set(value));
            };
            ids.push(id, cursor.rest().len());
            let Some(next) = after.next_item() else { return Ok(after) };
            cursor = next;
        }
    })
}

/// Calls [`from_json`](CreateLogDumpObsRequestBody::from_json).
impl FromStr for CreateLogDumpObsRequestBody {
    type Err = Rejection;

    #[inline]
    fn from_str(json: &str) -> Result<Self, Rejection> {
        Self::from_json(json)
    }
}
