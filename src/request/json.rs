//! The body from a JSON text. What is right is decided by the types, as everywhere.

use super::CreateLogDumpObsRequestBody;
use super::draft::Draft;
use crate::de::{Cursor, NotJsonReason};
use crate::not_json::NotJson;
use crate::reference::Field;
use crate::rejection::Rejection;
use crate::value::LogStreamId;

pub(super) fn from_json(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // Once for the whole body: the strings in it are then not checked one by one.
    let text = core::str::from_utf8(json).map_err(|error| Rejection::NotJson(NotJson::not_utf8(json, error)))?;
    let mut cursor = Cursor::new(text);
    match read(&mut cursor, text.len()) {
        Some(draft) => Ok(draft.finish()?),
        None => Err(Rejection::NotJson(NotJson::new(text, cursor.position(), cursor.refusal()))),
    }
}

/// Reads a body. Returns `None` if it is not JSON as this API reads it.
fn read(cursor: &mut Cursor<'_>, len: usize) -> Option<Draft> {
    let mut draft = Draft::new();
    cursor.sequence(b'{', b'}', |cursor| {
        let Some(field) = Field::member(cursor.name()?.as_bytes()) else {
            cursor.expect(b':')?;
            return cursor.skip();
        };
        let Some(slot) = draft.first_slot(field) else { return cursor.refuse(NotJsonReason::DuplicateMember(field)) };
        cursor.expect(b':')?;
        if field == Field::LogStreamIds && cursor.peek()? == b'[' {
            let items = draft.ids().begin(capacity(len));
            return cursor.sequence(b'[', b']', |cursor| {
                let Some(id) = cursor.fixed(LogStreamId::LEN, |id| LogStreamId::new(id).ok()) else {
                    return cursor.value(items);
                };
                items.push(id);
                Some(())
            });
        }
        cursor.value(slot)
    })?;
    cursor.peek().is_none().then_some(draft)
}

/// How many IDs to make room for in a body of so many bytes: as many as it can hold, but at first no more than fill 4 KiB.
const fn capacity(bytes: usize) -> usize {
    const QUOTES_AND_COMMA: usize = 3;
    const AT_FIRST: usize = 4096 / LogStreamId::LEN;
    let at_most = bytes / (LogStreamId::LEN + QUOTES_AND_COMMA);
    if at_most < AT_FIRST { at_most } else { AT_FIRST }
}
