//! The code that the programs of this package share.

pub mod bodies;
pub mod contenders;
pub mod counting;
pub mod dependence;
pub mod growth;
pub mod hostile;
pub mod measure;
pub mod others;
pub mod picture;
pub mod readme;
pub mod results;
pub mod schema;
pub mod table;
