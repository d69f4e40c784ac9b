//! Reads the documented members of a body.

use core::fmt;

use super::syntax::{Node, Scanner};
use crate::api_reference::{Field, Location, PeriodUnit};
use crate::json::{Value, pad};

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

impl Pointer {
    /// Returns the place of the name or value that begins at a byte.
    pub(super) fn to_byte(text: &str, start: usize) -> Self {
        let mut scanner = Scanner::new(Node { start: 0, raw: text });
        while let Some((name, value)) = scanner.member() {
            match field(&name) {
                Some(field) if name.start == start || value.start == start => return Self::Member(field),
                Some(field) if value.range().contains(&start) => {
                    let items = Scanner::new(value);
                    return Self::Item(field, items.take_while(|item| item.start < start).count());
                }
                _ => {}
            }
        }
        Self::Root
    }
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

/// The values of the documented members.
#[derive(Clone, Debug, Default)]
pub(super) struct Members<'a>([Option<Node<'a>>; Field::ALL.len()]);

impl<'a> Members<'a> {
    /// Reads a JSON text. If it is not an object, it has no members.
    pub(super) fn read(text: &'a str) -> Self {
        let mut members = Self::default();
        let mut scanner = Scanner::new(Node { start: 0, raw: text });
        while let Some((name, value)) = scanner.member() {
            if let Some(member) = field(&name).and_then(|field| members.0.get_mut(field as usize)) {
                *member = Some(value);
            }
        }
        members
    }

    pub(super) fn get(&self, field: Field) -> Option<Node<'a>> {
        self.0.get(field as usize).copied().flatten()
    }

    /// Returns the value of `period` if it is an integer.
    pub(super) fn period(&self) -> Option<i64> {
        match Value::parse_number(self.get(Field::Period)?.raw)? {
            Value::Integer(period) => Some(period),
            _ => None,
        }
    }

    /// Returns the value of `period_unit` if it is listed.
    pub(super) fn period_unit(&self) -> Option<PeriodUnit> {
        let unit = self.get(Field::PeriodUnit)?;
        PeriodUnit::ALL.iter().copied().find(|listed| unit.characters().eq(listed.as_str().chars()))
    }
}

/// Returns the documented member with this name.
pub(super) fn field(name: &Node<'_>) -> Option<Field> {
    let mut fields = Field::ALL.iter().copied();
    fields.find(|field| field.location() == Location::Body && name.characters().eq(field.name().chars()))
}
