//! The formats that `docs/conversions.md` lists, each with a function that writes and one that reads.

mod binary;
mod text;
pub mod values;

pub use binary::{Bincode, Bson, Cbor, MessagePackCompact, MessagePackNamed, Postcard};
use serde::Serialize;
use serde::de::DeserializeOwned;
pub use text::{
    Config, Csv, Envy, Figment, Json, Json5, JsonReader, JsonSlice, JsonValue, JsonValueRef, QuickXml, Ron, SerdeQs,
    Toml, UrlEncoded, Yaml,
};

/// The result of writing or reading. The error is the library's text.
pub type Outcome<T> = Result<T, String>;

/// A format of serde.
pub trait Format {
    /// The format's name in `docs/conversions.md`.
    const NAME: &str;
    /// Whether a document may be something other than a map.
    const HAS_BARE_VALUES: bool;
    /// Whether the library's error contains the message of the type's error.
    const HAS_MESSAGES: bool = true;

    /// Writes a value.
    ///
    /// # Errors
    ///
    /// The format cannot represent the value.
    fn write(value: &impl Serialize) -> Outcome<Vec<u8>>;

    /// Reads a value, and nothing after it.
    ///
    /// # Errors
    ///
    /// The document is invalid, or the type rejects it.
    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T>;
}

/// Calls a generic function for each format: `for_each_format!(function(arguments))`, or for some: `…: Cbor Bson)`.
#[macro_export]
macro_rules! for_each_format {
    ($function:ident($($argument:expr),*)) => {
        $crate::for_each_format!(
            $function($($argument),*):
            Json JsonSlice JsonReader JsonValue JsonValueRef Json5 Yaml Toml Ron
            Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode
            Config Figment UrlEncoded SerdeQs Envy QuickXml Csv
        )
    };
    ($function:ident $arguments:tt: $($format:ident)*) => {
        $($crate::for_each_format!(@ $function $format $arguments);)*
    };
    (@ $function:ident $format:ident ($($argument:expr),*)) => {
        $function::<$crate::$format>($($argument),*)
    };
}

fn text<T>(result: Result<T, impl ToString>) -> Outcome<T> {
    result.map_err(|error| error.to_string())
}
