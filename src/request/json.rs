//! The body from a JSON text. What is right is decided by the types, as everywhere.

use super::CreateLogDumpObsRequestBody;
use super::draft::{Draft, Integer};
use crate::de::{Cursor, NotJsonReason, Refusal, Scalar};
use crate::not_json::NotJson;
use crate::reference::{Field, PeriodUnit, StorageFormat, TransferType, Violation};
use crate::rejection::Rejection;
use crate::value::{LogGroupId, LogStreamId, SwitchOn};

pub(super) fn from_json(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // Once for the whole body: the strings in it are then not checked one by one.
    let text = match core::str::from_utf8(json) {
        Ok(text) => text,
        Err(error) => return Err(Rejection::NotJson(NotJson::not_utf8(json, error))),
    };
    let mut draft = Draft::new();
    match read(Cursor::new(text), &mut draft) {
        Ok(()) => Ok(draft.finish()?),
        Err(refusal) => Err(Rejection::NotJson(NotJson::new(text, refusal.position, refusal.reason))),
    }
}

fn read(cursor: Cursor<'_>, draft: &mut Draft) -> Result<(), Refusal> {
    let (first, cursor) = cursor.peek();
    if first != Some(b'{') {
        return cursor.refuse(NotJsonReason::NotAnObject);
    }
    cursor.sequence(b'}', |cursor| member(cursor.peek().1, draft))?.end()
}

/// Reads a member.
#[inline]
fn member<'a>(cursor: Cursor<'a>, draft: &mut Draft) -> Result<Cursor<'a>, Refusal> {
    let (field, after) = if let Some((field, rest)) = Field::at_start_of(cursor.rest()) {
        (field, cursor.at_last(rest.len()))
    } else {
        let (name, after) = cursor.string()?;
        let Some(field) = Field::member(name.as_bytes()) else { return after.expect(b':')?.skip() };
        (field, after)
    };
    if !draft.meet(field) {
        return after.refuse(NotJsonReason::DuplicateMember(field));
    }
    let (first, cursor) = after.expect(b':')?.peek();
    if first == Some(b'[') && field == Field::LogStreamIds {
        return ids(cursor, draft);
    }
    match usual_value(field, cursor, draft) {
        Some(after) => Ok(after),
        None => draft.slot(field).map_or_else(|| cursor.skip(), |slot| cursor.value(slot)),
    }
}

/// Reads the values that nearly all bodies have. Others are left to [`Cursor::value`], which takes twice the time.
#[inline]
fn usual_value<'a>(field: Field, cursor: Cursor<'a>, draft: &mut Draft) -> Option<Cursor<'a>> {
    let after;
    match field {
        Field::LogGroupId => (draft.log_group_id, after) = good(cursor.fixed(LogGroupId::from_bytes)?),
        Field::TransferType => {
            (draft.transfer_type, after) = good(cursor.one_of(TransferType::ALL, TransferType::as_str)?);
        }
        Field::StorageFormat => {
            (draft.storage_format, after) = good(cursor.one_of(StorageFormat::ALL, StorageFormat::as_str)?);
        }
        Field::PeriodUnit => {
            (draft.period_unit, after) = good(cursor.one_of(PeriodUnit::ALL, PeriodUnit::as_str)?);
        }
        Field::SwitchOn => {
            let written = |value| if value { "true" } else { "false" };
            let (value, moved) = cursor.one_of(&[true, false], written)?;
            (draft.switch_on, after) = good((SwitchOn(value), moved));
        }
        Field::Period => {
            let (period, moved) = cursor.short_integer()?;
            (draft.period, after) = good((Integer(period), moved));
        }
        _ => {
            let (text, moved) = cursor.plain_string()?;
            draft.slot(field)?.fill(Scalar::Text(text));
            after = moved;
        }
    }
    Some(after)
}

/// A value as the draft has it.
const fn good<T: Copy>((value, after): (T, Cursor<'_>)) -> (Result<T, Violation>, Cursor<'_>) {
    (Ok(value), after)
}

/// Reads the list of IDs.
fn ids<'a>(cursor: Cursor<'a>, draft: &mut Draft) -> Result<Cursor<'a>, Refusal> {
    let items = draft.ids().begin();
    cursor.sequence(b']', |cursor| {
        let (_, cursor) = cursor.peek();
        let Some((id, after)) = cursor.fixed(LogStreamId::from_bytes) else { return cursor.value(items) };
        items.push(id, cursor.rest().len());
        Ok(after)
    })
}
