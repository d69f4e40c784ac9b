//! The body from a JSON text. What is right is decided by the types, as everywhere.

use super::CreateLogDumpObsRequestBody;
use super::draft::{Draft, Integer};
use crate::api_reference::{Field, PeriodUnit, StorageFormat, TransferType};
use crate::de::{Cursor, FromScalar, NotJsonReason, Refusal, Scalar};
use crate::not_json::NotJson;
use crate::rejection::Rejection;
use crate::value::{DraftIds, LogGroupId, LogStreamId};

pub(super) fn from_json(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // Once for the whole body: the strings in it are then not checked one by one.
    let text = core::str::from_utf8(json).map_err(|error| Rejection::NotJson(NotJson::not_utf8(json, error)))?;
    let mut draft = Draft::new();
    match read(Cursor::new(text), &mut draft) {
        Ok(()) => draft.finish(),
        Err(refusal) => Err(Rejection::NotJson(NotJson::new(text, refusal.position(), refusal.reason))),
    }
}

fn read<'a>(cursor: Cursor<'a>, draft: &mut Draft) -> Result<(), Refusal<'a>> {
    let cursor = cursor.skip_space();
    if cursor.peek() != Some(b'{') {
        return cursor.refuse(NotJsonReason::NotAnObject);
    }
    cursor.sequence(b'}', |cursor| member(cursor, draft))?.expect_end()
}

#[inline]
fn member<'a>(start: Cursor<'a>, draft: &mut Draft) -> Result<Cursor<'a>, Refusal<'a>> {
    let (field, cursor) = if let Some(known) = start.known(Field::member_in_quotes) {
        known
    } else {
        let (name, cursor) = start.name()?;
        let Some(field) = Field::member(name.as_bytes()) else { return cursor.expect(b':')?.skip() };
        (field, cursor)
    };
    if !draft.meet(field) {
        return start.refuse(NotJsonReason::DuplicateMember(field));
    }
    let cursor = cursor.expect(b':')?;
    if let Some(after) = usual_value(field, cursor, draft) {
        return after;
    }
    match draft.slot(field) {
        Some(slot) => cursor.value(slot),
        None => cursor.skip(),
    }
}

/// Reads the values that nearly all bodies have. Others are left to [`Cursor::value`], which reads these, too: in twice the time.
#[inline]
fn usual_value<'a>(field: Field, cursor: Cursor<'a>, draft: &mut Draft) -> Option<Result<Cursor<'a>, Refusal<'a>>> {
    let (text, after) = match field {
        Field::LogGroupId => {
            let (id, after) = cursor.fixed(LogGroupId::of_bytes)?;
            draft.log_group_id = Ok(id);
            return Some(Ok(after));
        }
        Field::LogStreamIds if cursor.peek() == Some(b'[') => return Some(ids(cursor, draft.ids())),
        Field::TransferType => {
            let (listed, after) = cursor.one_of(TransferType::ALL, TransferType::as_str)?;
            draft.transfer_type = Ok(listed);
            return Some(Ok(after));
        }
        Field::StorageFormat => {
            let (listed, after) = cursor.one_of(StorageFormat::ALL, StorageFormat::as_str)?;
            draft.storage_format = Ok(listed);
            return Some(Ok(after));
        }
        Field::PeriodUnit => {
            let (listed, after) = cursor.one_of(PeriodUnit::ALL, PeriodUnit::as_str)?;
            draft.period_unit = Ok(listed);
            return Some(Ok(after));
        }
        Field::Period => {
            let (period, after) = cursor.short_integer()?;
            draft.period = Ok(Integer(period));
            return Some(Ok(after));
        }
        _ => cursor.plain_string()?,
    };
    let text = Scalar::Text(text);
    // Without a slot in between: a thirtieth of the time of a small body.
    match field {
        Field::ObsBucketName => draft.obs_bucket_name = FromScalar::from_scalar(text),
        Field::SwitchOn => draft.switch_on = FromScalar::from_scalar(text),
        Field::PrefixName => draft.prefix_name = FromScalar::from_scalar(text),
        Field::DirPrefixName => draft.dir_prefix_name = FromScalar::from_scalar(text),
        _ => draft.fill(field, text),
    }
    Some(Ok(after))
}

fn ids<'a>(cursor: Cursor<'a>, ids: &mut DraftIds) -> Result<Cursor<'a>, Refusal<'a>> {
    let items = ids.begin();
    cursor.sequence(b']', |mut cursor| {
        loop {
            let Some((id, after)) = cursor.fixed(LogStreamId::of_bytes) else { return cursor.value(items) };
            items.push(id, cursor.rest().len());
            // One ID after another, without a turn of the sequence for each: a twentieth of the time of a long list.
            let Some(next) = after.next_item() else { return Ok(after) };
            cursor = next;
        }
    })
}
