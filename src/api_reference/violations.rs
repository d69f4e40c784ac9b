//! Sets of violations.

use core::fmt;
use core::iter::FusedIterator;
use core::num::NonZeroU32;

use super::violation::Violation;

/// The violations of one request: at least one, each once, in table order.
///
/// A server answers with the [first](Self::first) one. The set is `Copy` and allocates nothing.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection, Violation};
///
/// let body = br#"{ "log_group_id": "too short", "period": "5", "period_unit": "day" }"#;
/// let Err(Rejection::Violations(violations)) = CreateLogDumpObsRequestBody::from_json(body) else {
///     unreachable!("seven members are wrong");
/// };
/// assert_eq!(violations.first(), Violation::InvalidLogGroupId);
/// assert_eq!(violations.iter().len(), 7);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Violations(NonZeroU32);

/// The bit of a violation. An earlier one in the tables has a lower bit.
const fn bit(violation: Violation) -> u32 {
    1_u32.rotate_left(violation as u32)
}

const _: () = assert!(Violation::ALL.len() <= u32::BITS as usize, "one bit for each violation");

impl Violations {
    /// The first violation in table order. A server answers with it.
    #[must_use]
    pub fn first(self) -> Violation {
        // The fallback is never taken: the set is not empty.
        self.iter().next().unwrap_or(Violation::InvalidProjectId)
    }

    /// The number of violations: at least one.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    pub const fn len(self) -> usize {
        self.0.get().count_ones() as usize
    }

    /// Whether the set has this violation.
    #[must_use]
    pub const fn contains(self, violation: Violation) -> bool {
        self.0.get() & bit(violation) != 0
    }

    /// The violations of both sets.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set of these violations. `None` if there are none.
    ///
    /// ```
    /// use lts_log_dump::{Violation, Violations};
    ///
    /// let both = Violations::collect([Violation::InvalidPeriod, Violation::InvalidLogGroupId]);
    /// assert_eq!(both.map(Violations::first), Some(Violation::InvalidLogGroupId));
    /// assert_eq!(Violations::collect([]), None);
    /// ```
    #[must_use]
    pub fn collect(violations: impl IntoIterator<Item = Violation>) -> Option<Self> {
        let bits = violations.into_iter().fold(0, |bits, violation| bits | bit(violation));
        NonZeroU32::new(bits).map(Self)
    }

    /// The set of the violations in a slice. `None` if there are none.
    pub(crate) fn of(violations: &[Option<Violation>]) -> Option<Self> {
        Self::collect(violations.iter().flatten().copied())
    }

    /// The violations, in table order.
    #[must_use]
    pub const fn iter(self) -> ViolationsIter {
        ViolationsIter(self.0.get())
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        // The bit of a violation is never zero, so the fallback is never taken.
        Self(NonZeroU32::new(bit(violation)).unwrap_or(NonZeroU32::MIN))
    }
}

/// `collect()` of an iterator that may be empty, as [`Violations::collect`].
impl FromIterator<Violation> for Option<Violations> {
    fn from_iter<I: IntoIterator<Item = Violation>>(violations: I) -> Self {
        Violations::collect(violations)
    }
}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(*self).finish()
    }
}

/// All messages in order, joined by `; `.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, violation) in self.iter().enumerate() {
            if position > 0 {
                f.write_str("; ")?;
            }
            f.write_str(violation.message())?;
        }
        Ok(())
    }
}

impl core::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = ViolationsIter;

    fn into_iter(self) -> ViolationsIter {
        self.iter()
    }
}

impl IntoIterator for &Violations {
    type Item = Violation;
    type IntoIter = ViolationsIter;

    fn into_iter(self) -> ViolationsIter {
        self.iter()
    }
}

/// The violations of a [`Violations`], in table order.
#[derive(Clone, Debug)]
pub struct ViolationsIter(u32);

impl Iterator for ViolationsIter {
    type Item = Violation;

    fn next(&mut self) -> Option<Violation> {
        let violation = *Violation::ALL.get(self.0.trailing_zeros() as usize)?;
        self.0 &= !bit(violation);
        Some(violation)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.0.count_ones() as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for ViolationsIter {}
impl FusedIterator for ViolationsIter {}
