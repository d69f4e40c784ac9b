//! The wrong items of the list of IDs.

use alloc::string::String;

use super::diagnostic::Problem;
use super::found::Found;
use super::place::Place;
use super::pointer::Pointer;
use super::scan::{Kind, Scanner, Value};
use super::text::characters;
use crate::api_reference::{Field, Violation};
use crate::value::LogStreamId;

/// The items that are not IDs, one after the other.
#[derive(Clone, Debug)]
pub(super) struct WrongIds<'a> {
    text: &'a str,
    items: Scanner<'a>,
    /// How many items were read.
    read: usize,
}

impl<'a> WrongIds<'a> {
    /// `None` if the value is not an array.
    pub(super) fn new(text: &'a str, list: &Value) -> Option<Self> {
        let is_array = list.kind == Kind::Array;
        is_array.then(|| Self { text, items: Scanner::new(text, list.span.start), read: 0 })
    }

    pub(super) fn next(&mut self) -> Option<Place<'a>> {
        while let Some(item) = self.items.item() {
            let number = self.read;
            self.read = self.read.saturating_add(1);
            if !is_id(self.text, &item) {
                return Some(Place {
                    problem: Problem::Violation(Violation::InvalidLogStreamIds),
                    pointer: Pointer::Item(Field::LogStreamIds, number),
                    expected: concat!("exactly ", limit!(LogStreamId), " characters of ", limit!(unreserved)),
                    found: Found::of_item(self.text, &item),
                    span: item.span,
                    suggestion: None,
                });
            }
        }
        None
    }
}

/// The type of an ID is the judge here, too.
fn is_id(text: &str, item: &Value) -> bool {
    // One character more than an ID has is enough to see that it has too many.
    let most = LogStreamId::LEN.saturating_add(1);
    let content = || characters(text, item.span.clone()).map_while(Result::ok).take(most).collect::<String>();
    item.kind == Kind::String && LogStreamId::new(content()).is_ok()
}
