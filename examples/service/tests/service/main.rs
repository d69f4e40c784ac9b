//! The service as a process, with clients that are slow, greedy or broken on purpose.

mod answers;
mod attacks;
mod bounds;
mod end;
mod http;
mod log;
mod process;
mod undrained;
