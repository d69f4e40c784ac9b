//! Prints how many allocations a contender makes for each body: `count CONTENDER`. It is a program of its own, so that the
//! counting is not in the times.

use benches::counting::{Counting, counted};
use benches::{bodies, contenders};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let name = std::env::args().nth(1).expect("the name of a contender");
    let contender = contenders::all().into_iter().find(|contender| contender.name == name).expect("a contender");
    for body in bodies::all() {
        // The first time a contender may set something up.
        (contender.read)(&body.json);
        println!("{}", counted(|| (contender.read)(&body.json)).1.allocations);
    }
}
