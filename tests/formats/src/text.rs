//! Formats that people can read.

use std::collections::HashMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Format, Outcome, text};

fn str(document: &[u8]) -> Outcome<&str> {
    text(std::str::from_utf8(document))
}

/// Implements a format from two functions.
macro_rules! format {
    ($(#[$doc:meta])* $format:ident, $name:literal, $has_bare_values:literal, $write:expr, $read:expr) => {
        $(#[$doc])*
        pub struct $format;

        impl Format for $format {
            const NAME: &str = $name;
            const HAS_BARE_VALUES: bool = $has_bare_values;

            fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
                text($write(value)).map(Into::into)
            }

            fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
                text($read(document))
            }
        }
    };
}

format! {
    /// `serde_json::from_str`.
    Json, "JSON", true, serde_json::to_string, |document| serde_json::from_str(str(document)?).map_err(|error| error.to_string())
}
format! {
    /// `serde_json::from_slice`.
    JsonSlice, "JSON", true, serde_json::to_string, serde_json::from_slice
}
format! {
    /// `serde_json::from_reader`.
    JsonReader, "JSON", true, serde_json::to_string, serde_json::from_reader
}
format! {
    /// `serde_json::from_value`.
    JsonValue, "JSON", true, json_value, |document| serde_json::from_slice(document).and_then(serde_json::from_value)
}
format! {
    /// A reference to a `serde_json::Value` is a deserializer.
    JsonValueRef, "JSON", true, json_value,
    |document| serde_json::from_slice(document).and_then(|value: serde_json::Value| T::deserialize(&value))
}
format! {
    /// JSON5.
    Json5, "JSON5", true, json5::to_string, |document| json5::from_str(str(document)?).map_err(|error| error.to_string())
}
format! {
    /// YAML.
    Yaml, "YAML", true, serde_yaml_ng::to_string, serde_yaml_ng::from_slice
}
format! {
    /// TOML.
    Toml, "TOML", false, toml::to_string, toml::from_slice
}
format! {
    /// RON.
    Ron, "RON", true, ron::to_string, ron::de::from_bytes
}
format! {
    /// The crate `config`, from a TOML file.
    Config, "`config`", false, toml::to_string, from_config
}
format! {
    /// The crate `figment`, from a TOML file.
    Figment, "`figment`", false, toml::to_string, from_figment
}
format! {
    /// Query strings.
    UrlEncoded, "query strings: `serde_urlencoded`", false, serde_urlencoded::to_string, serde_urlencoded::from_bytes
}
format! {
    /// Query strings with nested values.
    SerdeQs, "query strings: `serde_qs`", false, serde_qs::to_string, serde_qs::from_bytes
}
format! {
    /// Environment variables. They are written as query strings, because `envy` only reads.
    Envy, "`envy`", false, serde_urlencoded::to_string, from_envy
}
format! {
    /// XML with elements.
    QuickXml, "XML", false, |value| quick_xml::se::to_string_with_root("root", value), |document| quick_xml::de::from_reader(document)
}
format! {
    /// CSV with a header.
    Csv, "CSV", false, to_csv, from_csv
}

fn json_value(value: &impl Serialize) -> Outcome<String> {
    text(serde_json::to_value(value)).map(|value| value.to_string())
}

fn from_config<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
    let file = config::File::from_str(str(document)?, config::FileFormat::Toml);
    text(config::Config::builder().add_source(file).build().and_then(config::Config::try_deserialize))
}

fn from_figment<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
    let file: toml::Table = text(toml::from_slice(document))?;
    let provider = figment::providers::Serialized::defaults(file);
    figment::Figment::from(provider).extract().map_err(|error| error.to_string())
}

fn from_envy<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
    let variables: HashMap<String, String> = text(serde_urlencoded::from_bytes(document))?;
    text(envy::from_iter(variables))
}

fn to_csv(value: &impl Serialize) -> Outcome<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    text(writer.serialize(value))?;
    text(writer.into_inner())
}

fn from_csv<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
    let mut rows = csv::Reader::from_reader(document).into_deserialize();
    let row = rows.next().ok_or("no row")?;
    text(row)
}
