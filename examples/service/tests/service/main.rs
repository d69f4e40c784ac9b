//! The service as a process, with clients that are slow or broken on purpose.

mod answers;
mod bounds;
mod end;
mod process;
