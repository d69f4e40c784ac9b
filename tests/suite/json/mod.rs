mod damage;
mod deserialize;
pub(crate) mod every_case;
mod formats;
mod fuzz_corpus;
mod random_bodies;
mod rejection_details;
mod responses;
mod writing;
