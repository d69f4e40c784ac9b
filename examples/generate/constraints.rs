//! Generates the table of constraints in `docs/errors.md`.

use lts_log_dump::{Field, Location, Shape, Violation};

const START: &str = "<!-- constraints: written by `cargo run --features schemars --example generate` -->\n";
const END: &str = "<!-- end of constraints -->\n";

/// Replaces the table in the file.
///
/// # Errors
///
/// If the file has no marks for the table.
pub(crate) fn in_place(text: &str) -> Result<String, String> {
    let missing = || format!("docs/errors.md has no {} … {}", START.trim(), END.trim());
    let (before, rest) = text.split_once(START).ok_or_else(missing)?;
    let (_, after) = rest.split_once(END).ok_or_else(missing)?;
    Ok(format!("{before}{START}\n{}\n{END}{after}", table()))
}

fn table() -> String {
    let row = |field: &Field| {
        let mandatory = match field.location() {
            Location::Combination => "",
            _ if field.is_mandatory() => "yes",
            _ => "no",
        };
        let errors: Vec<_> = field.violations().iter().map(|violation| error(*violation)).collect();
        format!("| `{field}` | {mandatory} | {} | {} |\n", accepted(*field), errors.join("<br>"))
    };
    let rows: String = Field::ALL.iter().map(row).collect();
    format!("| parameter | mandatory | accepted | otherwise |\n|---|---|---|---|\n{rows}")
}

fn error(violation: Violation) -> String {
    format!("`{}` `{}`", violation.code(), violation.message())
}

/// Describes the values that a field accepts.
fn accepted(field: Field) -> String {
    let words = field.violations().first().map_or("", |violation| violation.expected());
    let values = match field.shape() {
        Shape::Id { .. } => format!("string of {}", with_set_as_code(words)),
        Shape::Ids { .. } => format!("array of {}", with_set_as_code(words)),
        Shape::Name { .. } | Shape::Token { .. } => format!("string of {words}"),
        Shape::Listed(values) => values.iter().map(|value| format!("`\"{value}\"`")).collect::<Vec<_>>().join(", "),
        Shape::Switch | Shape::Interval => format!("`{}`", words.replace(", ", "`, `")),
        Shape::Integer => "number whose value is an integer".into(),
        Shape::MediaType => format!("`{}", words.replacen(',', "`,", 1)),
    };
    if field.is_mandatory() { values } else { values + ", null" }
}

/// Marks the characters at the end of a description as code.
fn with_set_as_code(words: &str) -> String {
    words.rsplit_once(" of ").map_or(words.into(), |(words, set)| format!("{words} of `{set}`"))
}
