//! Loads the language-neutral cases of `tests/cases`, which its README describes.

use std::fs;
use std::path::{Path, PathBuf};

use lts_log_dump::{Field, Location};
use serde_json::{Map, Value};

/// The files that contain cases.
const FILES: [&str; 6] = ["json-text", "members", "near", "boundaries", "intervals", "precedence"];

/// Returns the path of a file in `tests/cases`.
#[must_use]
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("cases").join(name).with_extension("json")
}

/// Reads a file in `tests/cases`.
///
/// # Panics
///
/// If it cannot be read, or is not JSON.
#[must_use]
pub fn read(name: &str) -> Value {
    let path = path(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A body, and the result that it must have.
pub struct Case {
    /// The file and the ID of the case.
    pub id: String,
    /// The bytes of the body.
    pub body: Vec<u8>,
    /// The body in wire form, or the names of its errors in order.
    pub expected: Result<String, Vec<String>>,
}

/// Returns the cases of all files.
///
/// # Panics
///
/// If a file is not as the README describes it.
#[must_use]
pub fn all() -> Vec<Case> {
    let base = read("base");
    let of_file = |file| read(file).as_array().unwrap().iter().map(|case| Case::new(file, case, &base)).collect();
    FILES.into_iter().flat_map::<Vec<_>, _>(of_file).collect()
}

impl Case {
    fn new(file: &str, case: &Value, base: &Value) -> Self {
        let body = if let Some(text) = case["text"].as_str() {
            text.into()
        } else if let Some(parts) = case["parts"].as_array() {
            parts.iter().map(|part| part[0].as_str().unwrap().repeat(count(&part[1]))).collect::<String>().into()
        } else if let Some(hex) = case["hex"].as_str() {
            hex.as_bytes().chunks(2).map(hex_byte).collect()
        } else {
            serde_json::to_vec(&changed(&base["body"], case)).unwrap()
        };
        let expected = match case["refused"].as_array() {
            None => Ok(wire_text(&changed(&base["wire"], &case["accepted"]))),
            Some(names) => Err(names.iter().map(|name| name.as_str().unwrap().into()).collect()),
        };
        Self { id: format!("{file}: {}", case["id"].as_str().unwrap()), body, expected }
    }
}

fn count(value: &Value) -> usize {
    value.as_u64().unwrap().try_into().unwrap()
}

fn hex_byte(digits: &[u8]) -> u8 {
    u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap()
}

/// Returns the object with the changes of `set` and `remove`.
fn changed(object: &Value, change: &Value) -> Map<String, Value> {
    let mut members = object.as_object().unwrap().clone();
    members.extend(change["set"].as_object().cloned().unwrap_or_default());
    for name in change["remove"].as_array().into_iter().flatten() {
        members.remove(name.as_str().unwrap());
    }
    members
}

/// Writes the members in the order of the API reference's Table 3, independent of the order in a `Map`.
fn wire_text(members: &Map<String, Value>) -> String {
    let of_body = Field::ALL.iter().filter(|field| field.location() == Location::Body);
    let members: Vec<_> =
        of_body.filter_map(|field| Some(format!("\"{}\":{}", field.name(), members.get(field.name())?))).collect();
    format!("{{{}}}", members.join(","))
}
