//! The places of parameters.

/// The place of a [`Field`](crate::Field) in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Location {
    /// The path.
    Path,
    /// A header.
    Header,
    /// A member of the body.
    Body,
    /// Two members of the body together.
    Combination,
}
