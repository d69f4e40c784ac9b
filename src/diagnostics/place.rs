//! A wrong place, before it has a line and a column.

use core::ops::Range;

use super::diagnostic::Problem;
use super::found::Found;
use super::pointer::Pointer;
use super::suggestion::Suggestion;

pub(super) struct Place<'a> {
    pub(super) problem: Problem,
    pub(super) pointer: Pointer,
    pub(super) span: Range<usize>,
    pub(super) expected: &'static str,
    pub(super) found: Found<'a>,
    pub(super) suggestion: Option<Suggestion>,
}
