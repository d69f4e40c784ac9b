//! Binary formats.

use bincode_next::config::standard;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Format, Outcome, text};

/// CBOR.
pub struct Cbor;

impl Format for Cbor {
    const NAME: &str = "CBOR";
    const HAS_BARE_VALUES: bool = true;

    fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
        let mut document = Vec::new();
        text(ciborium::into_writer(value, &mut document))?;
        Ok(document)
    }

    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
        text(ciborium::from_reader(document))
    }
}

/// BSON.
pub struct Bson;

impl Format for Bson {
    const NAME: &str = "BSON";
    const HAS_BARE_VALUES: bool = false;

    fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
        text(bson::serialize_to_vec(value))
    }

    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
        text(bson::deserialize_from_slice(document))
    }
}

/// `MessagePack` whose structs are maps.
pub struct MessagePackNamed;

impl Format for MessagePackNamed {
    const NAME: &str = "MessagePack, named";
    const HAS_BARE_VALUES: bool = true;

    fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
        text(rmp_serde::to_vec_named(value))
    }

    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
        text(rmp_serde::from_slice(document))
    }
}

/// `MessagePack` whose structs are arrays.
pub struct MessagePackCompact;

impl Format for MessagePackCompact {
    const NAME: &str = "MessagePack, compact";
    const HAS_BARE_VALUES: bool = true;

    fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
        text(rmp_serde::to_vec(value))
    }

    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
        text(rmp_serde::from_slice(document))
    }
}

/// Postcard.
pub struct Postcard;

impl Format for Postcard {
    const NAME: &str = "postcard";
    const HAS_BARE_VALUES: bool = true;
    const HAS_MESSAGES: bool = false;

    fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
        text(postcard::to_allocvec(value))
    }

    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
        let (value, rest) = text(postcard::take_from_bytes(document))?;
        if rest.is_empty() { Ok(value) } else { Err("bytes after the value".to_owned()) }
    }
}

/// Bincode.
pub struct Bincode;

impl Format for Bincode {
    const NAME: &str = "bincode";
    const HAS_BARE_VALUES: bool = true;

    fn write(value: &impl Serialize) -> Outcome<Vec<u8>> {
        text(bincode_next::serde::encode_to_vec(value, standard()))
    }

    fn read<T: DeserializeOwned>(document: &[u8]) -> Outcome<T> {
        let (value, length) = text(bincode_next::serde::decode_from_slice(document, standard()))?;
        if length == document.len() { Ok(value) } else { Err("bytes after the value".to_owned()) }
    }
}
