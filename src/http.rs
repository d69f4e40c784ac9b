//! Conversions to and from the types of the `http` crate.
