//! Where a body is not JSON.

use core::ops::Range;

use super::diagnostic::Problem;
use super::found::Found;
use super::members::{Ambiguous, Members};
use super::place::Place;
use super::pointer::Pointer;
use super::scan::{Break, Kind, Scanner};
use crate::json::NotJsonReason;

/// The place because of which a body is not JSON.
pub(super) fn place<'a>(json: &[u8], reason: NotJsonReason) -> Place<'a> {
    let (pointer, span, expected, found) = find(json);
    Place { problem: Problem::NotJson(reason), pointer, span, expected, found, suggestion: None }
}

fn find(json: &[u8]) -> (Pointer, Range<usize>, &'static str, Found<'static>) {
    let text = match core::str::from_utf8(json) {
        Ok(text) => text,
        Err(error) => {
            let start = error.valid_up_to();
            let end = error.error_len().map_or(json.len(), |length| start.saturating_add(length));
            return (Pointer::Root, start..end, "UTF-8", Found::NotUtf8);
        }
    };
    let value = match Scanner::whole(text) {
        Ok(value) => value,
        Err(Break { at, expected }) => {
            let character = text.get(at..).and_then(|rest| rest.chars().next());
            let end = at.saturating_add(character.map_or(0, char::len_utf8));
            return (Pointer::Root, at..end, expected, character.map_or(Found::End, Found::Unexpected));
        }
    };
    match Members::read(text) {
        Err(Ambiguous { pointer, span, found }) if value.kind == Kind::Object => {
            (pointer, span, expected_instead(found), found)
        }
        _ => (Pointer::Root, value.span, "an object", Found::of_kind(value.kind)),
    }
}

const fn expected_instead(found: Found<'_>) -> &'static str {
    match found {
        Found::Duplicate(_) => "each member once",
        Found::NumberOutOfRange => "a number in the range of a double",
        _ => "surrogates in pairs",
    }
}
