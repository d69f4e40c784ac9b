//! Generates `fuzz/dictionary.txt`, the words for the fuzz targets.

use lts_log_dump::{ApiError, ContentType, Field, Location, Period, Shape};

/// libFuzzer ignores longer words.
const LONGEST: usize = 64;

/// Words of requests and responses that are not in the tables, and values that JSON readers treat differently.
const OTHERS: &str = r#"
"true"
"false"
"null"
"error_code"
"error_msg"
"log_dump_obs_id"
"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053"
"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"
"$serde_json::private::Number"
"\"period\":5"
"\\ud800"
"\\u0000"
"1e400"
"5.0"
"\xf0\x9f\x98\x80"
"\xef\xbb\xbf"
"#;

/// Returns the content of the file.
pub(crate) fn text(command: &str) -> String {
    let body = || Field::ALL.iter().filter(|field| field.location() == Location::Body);
    let mut words: Vec<_> = body().map(|field| field.name().to_owned()).collect();
    for field in body() {
        if let Shape::Listed(values) = field.shape() {
            words.extend(values.iter().map(ToString::to_string));
        }
    }
    words.extend(Period::ALL.iter().map(ToString::to_string));
    for error in ApiError::examples() {
        words.extend([error.code().to_string(), error.message().into_owned()]);
    }
    words.push(ContentType.as_str().into());
    let mut lines = vec![format!("# Words of the wire, written by `{command}`.")];
    for word in words.iter().filter(|word| word.len() <= LONGEST) {
        let line = format!("\"{word}\"");
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("\n") + OTHERS
}
