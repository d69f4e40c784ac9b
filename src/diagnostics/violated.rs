//! The places of violations.

use super::diagnostic::Problem;
use super::found::Found;
use super::ids::WrongIds;
use super::members::Members;
use super::place::Place;
use super::pointer::Pointer;
use super::suggestion::Suggestion;
use crate::api_reference::{Field, Violation, Violations, ViolationsIter};

/// A body with violations.
#[derive(Clone, Debug)]
pub(super) struct Violated<'a> {
    text: &'a str,
    members: Members,
    violations: ViolationsIter,
    /// The rest of the list, while its items are looked at.
    ids: Option<WrongIds<'a>>,
}

impl<'a> Violated<'a> {
    /// What has violations is an object that all readers understand alike, so this is never `None`.
    pub(super) fn new(json: &'a [u8], violations: Violations) -> Option<Self> {
        let text = core::str::from_utf8(json).ok()?;
        let members = Members::read(text).ok()?;
        Some(Self { text, members, violations: violations.iter(), ids: None })
    }

    pub(super) fn next(&mut self) -> Option<Place<'a>> {
        if let Some(item) = self.next_item() {
            return Some(item);
        }
        let violation = self.violations.next()?;
        if violation == Violation::InvalidLogStreamIds {
            self.ids = self.members.get(Field::LogStreamIds).and_then(|list| WrongIds::new(self.text, list));
        }
        Some(self.next_item().unwrap_or_else(|| self.place(violation)))
    }

    fn next_item(&mut self) -> Option<Place<'a>> {
        self.ids.as_mut()?.next()
    }

    /// The place of a violation of one member, or of a list as a whole.
    fn place(&self, violation: Violation) -> Place<'a> {
        let field = match violation.field() {
            Field::PeriodAndUnit => Field::Period,
            field => field,
        };
        let (problem, expected) = (Problem::Violation(violation), violation.expected());
        let Some(value) = self.members.get(field) else {
            let span = self.members.brace.clone();
            return Place { problem, pointer: Pointer::Root, span, expected, found: Found::Missing, suggestion: None };
        };
        Place {
            problem,
            pointer: Pointer::Member(field),
            span: value.span.clone(),
            expected,
            found: Found::of(violation, self.text, &self.members, value),
            suggestion: Suggestion::of(violation, self.text, &self.members, value),
        }
    }
}
