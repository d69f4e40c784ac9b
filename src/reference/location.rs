//! Where a parameter stands.

/// Where in the request a [`Field`](crate::Field) stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Location {
    /// In the path: Table 1 of the API reference.
    Path,
    /// In a header: Table 2.
    Header,
    /// A member of the body: Table 3.
    Body,
    /// Two members of the body together: the last row of Table 3.
    Combination,
}
