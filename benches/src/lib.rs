//! What the programs of this package share.

pub mod bodies;
pub mod contenders;
pub mod counting;
pub mod dependence;
pub mod hostile;
pub mod languages;
pub mod measure;
pub mod results;
pub mod schema;
pub mod table;
