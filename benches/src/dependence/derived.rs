//! A program that reads a body into the derived struct in `reader.rs`.

mod reader;

use std::io::Read;

fn main() {
    let mut json = Vec::new();
    std::io::stdin().read_to_end(&mut json).unwrap();
    println!("{}", reader::read(&json));
}
