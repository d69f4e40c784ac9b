//! The results of a measurement, and the file with the results of the last release.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::bodies;
use crate::contenders::THIS_CRATE;

/// The order of the names does not matter here. The tables have their own.
pub type ByName<T> = BTreeMap<String, T>;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Results {
    /// The compiler and the processor.
    pub machine: String,
    /// By body, then by contender.
    pub bodies: ByName<ByName<Figures>>,
    /// Writing bodies and reading responses, compared with derived structs.
    pub others: Vec<Other>,
    /// Nanoseconds per byte, by hostile body.
    pub hostile: ByName<f64>,
    /// By size of a valid body in bytes.
    pub growth: BTreeMap<usize, Growth>,
    pub dependence: Dependence,
}

impl Results {
    fn file() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("results.json")
    }

    /// Reads the figures of the last release.
    ///
    /// # Panics
    ///
    /// The file is missing or has another format.
    #[must_use]
    pub fn load() -> Self {
        let text = fs::read_to_string(Self::file()).expect("the figures are in the repository");
        serde_json::from_str(&text).expect("the format of `file_text`")
    }

    /// Writes the file.
    ///
    /// # Panics
    ///
    /// The file cannot be written.
    pub fn save(&self) {
        fs::write(Self::file(), self.file_text()).expect("the figures can be written");
    }

    /// Returns the text of the file: only the figures that a table shows, with two significant digits, and one row per line.
    /// Allocations and packages are exact.
    fn file_text(&self) -> String {
        let mut shown = self.clone();
        let compared = bodies::SIZES.map(bodies::name_of);
        for (body, contenders) in &mut shown.bodies {
            contenders.retain(|contender, _| contender == THIS_CRATE.name || compared.contains(body));
        }
        let mut shown = serde_json::to_value(shown).expect("plain data");
        round(&mut shown);
        lines(&shown, 0) + "\n"
    }
}

/// Rounds the numbers in a value to two significant digits, but not the exact counts.
fn round(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(round),
        Value::Object(members) => {
            for (name, value) in members {
                if !["allocations", "packages"].contains(&name.as_str()) {
                    round(value);
                }
            }
        }
        Value::Number(number) => {
            let exact = number.as_f64().expect("a figure is finite");
            let rounded: f64 = format!("{exact:.1e}").parse().expect("a number");
            let whole = format!("{rounded:.0}").parse::<u64>().ok().filter(|_| rounded >= 10.0);
            *value = whole.map_or(rounded.into(), Value::from);
        }
        _ => {}
    }
}

/// Writes each object and array whose items contain no others on one line.
fn lines(value: &Value, depth: usize) -> String {
    let is_row = |value: &Value| match value {
        Value::Array(items) => !items.iter().any(|item| item.is_array() || item.is_object()),
        Value::Object(members) => !members.values().any(|item| item.is_array() || item.is_object()),
        _ => true,
    };
    let (items, [open, close]): (Vec<_>, _) = match value {
        value if is_row(value) && depth > 0 => return value.to_string(),
        Value::Array(items) => (items.iter().map(|item| lines(item, depth + 1)).collect(), ["[", "]"]),
        Value::Object(members) => {
            let member = |(name, value)| format!("{}: {}", Value::from(name), lines(value, depth + 1));
            (members.iter().map(|(name, value)| member((name.as_str(), value))).collect(), ["{", "}"])
        }
        value => return value.to_string(),
    };
    let space = "  ".repeat(depth + 1);
    let items: Vec<_> = items.iter().map(|item| format!("\n{space}{item}")).collect();
    format!("{open}{}\n{}{close}", items.join(","), "  ".repeat(depth))
}

/// The results of a contender for a body.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    pub nanoseconds: f64,
    /// The time relative to the derived struct: the median of the ratios of all rounds.
    pub of_struct: f64,
    /// The time relative to the scan.
    pub of_scan: f64,
    pub allocations: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<u64>,
}

/// The results of writing a body or reading a response.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Other {
    pub name: String,
    pub nanoseconds: f64,
    pub of_struct: f64,
    /// The time of a writer relative to a copy of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_copy: Option<f64>,
}

/// Nanoseconds per byte.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Growth {
    /// This crate, if the allocator keeps the memory of the previous body.
    pub kept: f64,
    /// This crate, if the allocator requests long blocks from the system each time.
    pub anew: f64,
    pub scan: f64,
    /// Requesting the memory for the IDs as in `anew`, and writing to it.
    pub memory: f64,
}

/// The costs of a dependency on this crate.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Dependence {
    pub packages: usize,
    /// The time of a clean build relative to a build of `serde` and `serde_json`.
    pub build: f64,
    /// The time relative to a build of `serde_json` and serde's derive, which a derived struct needs.
    pub build_over_derive: f64,
    /// The bytes that this crate adds to a stripped program.
    pub code: u64,
    /// The bytes that the derived struct adds.
    pub derived_code: u64,
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::json;

    use super::{Results, lines, round};

    #[test]
    fn rounds_to_two_significant_digits_but_not_counts() {
        let mut value = json!({ "a": [0.6584, 1.0, 3.1515, 131.77, 55170.2, 0.098_76], "allocations": 114, "code": 66568, "none": null });
        round(&mut value);
        assert_eq!(
            value,
            json!({ "a": [0.66, 1.0, 3.2, 130, 55000, 0.099], "allocations": 114, "code": 67000, "none": null })
        );
    }

    #[test]
    fn writes_one_row_per_line() {
        let value = json!({ "a": { "x": { "n": 1 }, "y": { "n": [2] } }, "b": "text", "c": [{ "n": 3 }] });
        let expected = r#"{
  "a": {
    "x": {"n":1},
    "y": {
      "n": [2]
    }
  },
  "b": "text",
  "c": [
    {"n":3}
  ]
}"#;
        assert_eq!(lines(&value, 0), expected);
    }

    #[test]
    fn the_file_has_the_figures_that_are_shown_and_no_others() {
        let results = Results::load();
        assert_eq!(results.file_text(), fs::read_to_string(Results::file()).unwrap());
    }
}
