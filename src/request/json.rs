//! The body from a JSON text. What is right is decided by the types, as everywhere.

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::de::{Cursor, NotJsonReason, Refusal, Scalar};
use crate::not_json::NotJson;
use crate::reference::Field;
use crate::rejection::Rejection;
use crate::value::{LogGroupId, LogStreamId};

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
    let Some(slot) = draft.first_slot(field) else { return after.refuse(NotJsonReason::DuplicateMember(field)) };
    let (first, cursor) = after.expect(b':')?.peek();
    match first {
        Some(b'"') => {
            if let (Field::LogGroupId, Some((id, after))) = (field, cursor.fixed(LogGroupId::from_bytes)) {
                draft.log_group_id = Ok(id);
                return Ok(after);
            }
            if let Some((text, after)) = cursor.plain_string() {
                slot.fill(Scalar::Text(text));
                return Ok(after);
            }
        }
        Some(b'[') if field == Field::LogStreamIds => return ids(cursor, draft),
        _ => {}
    }
    cursor.value(slot)
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
