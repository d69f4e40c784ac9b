//! What the fuzz targets assert.

// The properties are modules of the suite, too, where they find these by the same names.
use agreement::{compare, reader};

pub mod diagnostics;
pub mod properties;
