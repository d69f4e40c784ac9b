//! What the fuzz targets assert.

// `properties` is a module of the suite, too, where it finds this by the same name.
use agreement::compare;

pub mod properties;
