//! Finds the documented members of a body.

use core::fmt;
use core::ops::Range;

use super::syntax::{Kind, Node, Scanner};
use crate::api_reference::{Field, Location, PeriodUnit};
use crate::json::{Value as JsonValue, pad};

/// The place of a value in a body. `Display` writes it as a JSON Pointer (RFC 6901).
///
/// ```
/// use lts_log_dump::Field;
/// use lts_log_dump::diagnostics::Pointer;
///
/// assert_eq!(Pointer::Root.to_string(), "");
/// assert_eq!(Pointer::Member(Field::TransferType).to_string(), "/type");
/// assert_eq!(Pointer::Item(Field::LogStreamIds, 57).to_string(), "/log_stream_ids/57");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pointer {
    /// The whole body.
    Root,
    /// A member of the body.
    Member(Field),
    /// An item of a member, counted from 0.
    Item(Field, usize),
}

/// The documented members of an object.
#[derive(Clone, Debug)]
pub(super) struct Members<'a> {
    values: [Option<Node<'a>>; Field::ALL.len()],
    /// The closing brace of the object.
    pub(super) brace: Range<usize>,
}

/// A member that JSON readers interpret differently, with its second name if it is a duplicate, otherwise with its value.
pub(super) type Ambiguity = (Pointer, Range<usize>);

impl<'a> Members<'a> {
    /// Reads a text that is an object.
    ///
    /// # Errors
    ///
    /// The first documented member that occurs twice, or has a lone surrogate or a number beyond the range of a double.
    pub(super) fn read(text: &'a str) -> Result<Self, Ambiguity> {
        let mut members = Self { values: [const { None }; Field::ALL.len()], brace: 0..0 };
        let mut scanner = Scanner::new(text, 0);
        while let Some((name, value)) = scanner.member() {
            let Some(field) = field(&name) else { continue };
            let pointer = Pointer::Member(field);
            if members.get(field).is_some() {
                return Err((pointer, name.range()));
            }
            check(pointer, &value)?;
            if field == Field::LogStreamIds && value.kind == Kind::Array {
                let mut items = Scanner::new(text, value.start);
                let mut numbered = (0..).map_while(|number| Some((number, items.item()?)));
                numbered.try_for_each(|(number, item)| check(Pointer::Item(field, number), &item))?;
            }
            if let Some(member) = members.values.get_mut(field as usize) {
                *member = Some(value);
            }
        }
        members.brace = scanner.next_byte();
        Ok(members)
    }

    /// The value of a member.
    pub(super) fn get(&self, field: Field) -> Option<&Node<'a>> {
        self.values.get(field as usize)?.as_ref()
    }

    /// The value of `period`, if it is an integer.
    pub(super) fn period(&self) -> Option<i64> {
        match JsonValue::parse_number(self.get(Field::Period)?.raw)? {
            JsonValue::Integer(period) => Some(period),
            _ => None,
        }
    }

    /// The value of `period_unit`, if it is listed.
    pub(super) fn period_unit(&self) -> Option<PeriodUnit> {
        let unit = self.get(Field::PeriodUnit).filter(|unit| unit.kind == Kind::String)?;
        PeriodUnit::ALL.iter().copied().find(|listed| equals(unit, listed.as_str()))
    }
}

/// The documented member with this name.
pub(super) fn field(name: &Node<'_>) -> Option<Field> {
    let mut fields = Field::ALL.iter().copied();
    fields.find(|field| field.location() == Location::Body && equals(name, field.name()))
}

fn equals(string: &Node<'_>, expected: &str) -> bool {
    string.characters().eq(expected.chars().map(Some))
}

fn check(pointer: Pointer, value: &Node<'_>) -> Result<(), Ambiguity> {
    let is_clear = match value.kind {
        Kind::String => value.characters().all(|character| character.is_some()),
        Kind::Number => JsonValue::parse_number(value.raw).is_some(),
        _ => true,
    };
    if is_clear { Ok(()) } else { Err((pointer, value.range())) }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No documented name has a character that needs an escape.
        pad(f, &|out| match self {
            Self::Root => Ok(()),
            Self::Member(field) => write!(out, "/{field}"),
            Self::Item(field, item) => write!(out, "/{field}/{item}"),
        })
    }
}
