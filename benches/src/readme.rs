//! `benches/README.md`: a text, and the tables of the results in it.

use std::path::{Path, PathBuf};

use crate::results::Results;
use crate::table;

#[must_use]
pub fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The text with the tables of these results between their marks.
///
/// # Panics
///
/// When a mark is not in the text.
#[must_use]
pub fn with_tables(text: &str, results: &Results) -> String {
    let tables = [
        ("machine", format!("{}\n", results.machine)),
        ("contenders", table::contenders(results)),
        ("bodies", table::bodies(results)),
        ("others", table::others(results)),
        ("growth", table::growth(results)),
        ("hostile", table::hostile(results)),
        ("dependence", table::dependence(results)),
    ];
    tables.into_iter().fold(text.to_owned(), |text, (name, table)| {
        let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
        let (before, rest) = text.split_once(&begin).expect("a mark in front of each table");
        let (_, after) = rest.split_once(&end).expect("a mark behind each table");
        format!("{before}{begin}\n{table}\n{end}{after}")
    })
}
