//! Writes the tables of the results into `benches/README.md`.

use std::path::{Path, PathBuf};

use crate::results::Results;
use crate::table;

#[must_use]
pub fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn named(results: &Results) -> [(&'static str, String); 7] {
    [
        ("machine", format!("{}\n", results.machine)),
        ("contenders", table::contenders(results)),
        ("bodies", table::bodies(results)),
        ("others", table::others(results)),
        ("growth", table::growth(results)),
        ("hostile", table::hostile(results)),
        ("dependence", table::dependence(results)),
    ]
}

/// Returns all tables.
#[must_use]
pub fn tables(results: &Results) -> String {
    named(results).map(|(_, table)| table + "\n").concat()
}

/// Replaces the tables between the marks of a text.
///
/// # Panics
///
/// The text does not have all marks.
#[must_use]
pub fn with_tables(text: &str, results: &Results) -> String {
    named(results).into_iter().fold(text.to_owned(), |text, (name, table)| {
        let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
        let (before, rest) = text.split_once(&begin).expect("a mark before each table");
        let (_, after) = rest.split_once(&end).expect("a mark after each table");
        format!("{before}{begin}\n{table}\n{end}{after}")
    })
}
