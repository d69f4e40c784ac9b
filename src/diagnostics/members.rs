//! Where the documented members of a body stand.

use core::char::DecodeUtf16Error;
use core::ops::Range;

use super::found::Found;
use super::pointer::Pointer;
use super::scan::{Kind, Scanner, Value};
use super::text::{characters, slice};
use crate::api_reference::{Field, Location};
use crate::json::Value as JsonValue;

/// The documented members of an object.
#[derive(Clone, Debug)]
pub(super) struct Members {
    values: [Option<Value>; Field::ALL.len()],
    /// The closing brace of the object.
    pub(super) brace: Range<usize>,
}

/// A place where two readers would not see the same: of a member, its second name; otherwise the value.
pub(super) struct Ambiguous {
    pub(super) pointer: Pointer,
    pub(super) span: Range<usize>,
    pub(super) found: Found<'static>,
}

impl Members {
    /// Reads a text that is an object.
    ///
    /// # Errors
    ///
    /// A documented member occurs twice, or has a lone surrogate or a number beyond the range of a double: the first such
    /// place of the text.
    pub(super) fn read(text: &str) -> Result<Self, Ambiguous> {
        let mut members = Self { values: [const { None }; Field::ALL.len()], brace: 0..0 };
        let mut scanner = Scanner::new(text, 0);
        while let Some((name, value)) = scanner.member() {
            let Some(field) = field(text, &name) else { continue };
            let pointer = Pointer::Member(field);
            if members.get(field).is_some() {
                return Err(Ambiguous { pointer, span: name.span, found: Found::Duplicate(field) });
            }
            check(text, pointer, &value)?;
            if field == Field::LogStreamIds && value.kind == Kind::Array {
                let mut items = Scanner::new(text, value.span.start);
                let mut number = 0_usize;
                while let Some(item) = items.item() {
                    check(text, Pointer::Item(field, number), &item)?;
                    number = number.saturating_add(1);
                }
            }
            if let Some(member) = members.values.get_mut(field as usize) {
                *member = Some(value);
            }
        }
        members.brace = scanner.next_byte();
        Ok(members)
    }

    /// The value of a member.
    pub(super) fn get(&self, field: Field) -> Option<&Value> {
        self.values.get(field as usize)?.as_ref()
    }
}

/// The documented member with this name.
fn field(text: &str, name: &Value) -> Option<Field> {
    let is_named = |field: &&Field| {
        let expected = field.name().chars().map(Ok::<_, DecodeUtf16Error>);
        field.location() == Location::Body && characters(text, name.span.clone()).eq(expected)
    };
    Field::ALL.iter().find(is_named).copied()
}

fn check(text: &str, pointer: Pointer, value: &Value) -> Result<(), Ambiguous> {
    let found = match value.kind {
        Kind::String if characters(text, value.span.clone()).any(|character| character.is_err()) => {
            Found::LoneSurrogate
        }
        Kind::Number if JsonValue::parse_number(slice(text, value.span.clone())).is_none() => Found::NumberOutOfRange,
        _ => return Ok(()),
    };
    Err(Ambiguous { pointer, span: value.span.clone(), found })
}
