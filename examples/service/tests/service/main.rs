//! Starts the service as a process, and connects clients that are slow, greedy or faulty.

mod attacks;
mod http;
mod limits;
mod log;
mod process;
mod responses;
mod shutdown;
mod tasks;
mod unread_output;
