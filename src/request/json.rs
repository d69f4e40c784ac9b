//! The body from a JSON text. What is right is decided by the types, as everywhere.

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::de::{Cursor, NotJsonReason, Refusal, Scalar};
use crate::not_json::NotJson;
use crate::reference::Field;
use crate::rejection::Rejection;
use crate::value::{DraftIds, LogGroupId, LogStreamId};

pub(super) fn from_json(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // Once for the whole body: the strings in it are then not checked one by one.
    let text = core::str::from_utf8(json).map_err(|error| Rejection::NotJson(NotJson::not_utf8(json, error)))?;
    let mut draft = Draft::new();
    match read(Cursor::new(text), &mut draft) {
        Ok(()) => Ok(draft.finish()?),
        Err(refusal) => Err(Rejection::NotJson(NotJson::new(text, refusal.position, refusal.reason))),
    }
}

fn read(cursor: Cursor<'_>, draft: &mut Draft) -> Result<(), Refusal> {
    let cursor = cursor.skip_space();
    if cursor.peek() != Some(b'{') {
        return cursor.refuse(NotJsonReason::NotAnObject);
    }
    cursor.sequence(b'}', |cursor| member(cursor, draft))?.expect_end()
}

#[inline]
fn member<'a>(cursor: Cursor<'a>, draft: &mut Draft) -> Result<Cursor<'a>, Refusal> {
    let (field, cursor) = match cursor.known(Field::member_in_quotes) {
        Some(known) => known,
        None => {
            let (name, cursor) = cursor.name()?;
            let Some(field) = Field::member(name.as_bytes()) else { return cursor.expect(b':')?.skip() };
            (field, cursor)
        }
    };
    if !draft.meet(field) {
        return cursor.refuse(NotJsonReason::DuplicateMember(field));
    }
    let cursor = cursor.expect(b':')?;
    match (field, cursor.peek()) {
        (Field::LogStreamIds, Some(b'[')) => return ids(cursor, draft.ids()),
        (Field::LogGroupId, _) => {
            if let Some((id, after)) = cursor.fixed(LogGroupId::of_bytes) {
                draft.log_group_id = Ok(id);
                return Ok(after);
            }
        }
        (_, Some(b'"')) => {
            if let Some((text, after)) = cursor.plain_string() {
                draft.fill(field, Scalar::Text(text));
                return Ok(after);
            }
        }
        _ => {}
    }
    match draft.slot(field) {
        Some(slot) => cursor.value(slot),
        None => cursor.skip(),
    }
}

fn ids<'a>(cursor: Cursor<'a>, ids: &mut DraftIds) -> Result<Cursor<'a>, Refusal> {
    let items = ids.begin();
    cursor.sequence(b']', |cursor| {
        let Some((id, after)) = cursor.fixed(LogStreamId::of_bytes) else { return cursor.value(items) };
        items.push(id, cursor.rest().len());
        Ok(after)
    })
}
