//! Prints the number of allocations of a contender for each body: `count CONTENDER`.
//!
//! It is a separate program, because counting would slow down the measurement of times.

use benches::counting::{Counting, counted};
use benches::{bodies, contenders};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let name = std::env::args().nth(1).expect("the name of a contender");
    let contender = contenders::all().into_iter().find(|contender| contender.name == name).expect("a contender");
    for body in bodies::all() {
        // The first call may initialize the contender.
        (contender.read)(&body.json);
        println!("{}", counted(|| (contender.read)(&body.json)).1.allocations);
    }
}
