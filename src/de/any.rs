//! Reading a value of any type from any deserializer, as a [`Scalar`].

use alloc::string::{String, ToString};
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::member_name::Name;
use super::scalar::{FromScalar, Scalar};

/// A place for a value of any type. One reader fills all slots.
pub(crate) trait Slot {
    fn fill(&mut self, scalar: Scalar<'_>);

    /// Takes a string that the deserializer made, which is not part of the document.
    fn fill_with_made_text(&mut self, text: &str) {
        self.fill(Scalar::Text(text));
    }

    /// The slot of the items, if an array is expected.
    fn items(&mut self) -> Option<&mut dyn Slot> {
        None
    }
}

/// A value, or what is wrong with it.
impl<T: FromScalar> Slot for Result<T, T::Error> {
    fn fill(&mut self, scalar: Scalar<'_>) {
        *self = T::from_scalar(scalar);
    }
}

/// Reads a single value. The text of the error is the message of the violation.
pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromScalar<Error: fmt::Display>,
    D: Deserializer<'de>,
{
    let mut value = T::from_scalar(Scalar::Null);
    AnyValue(&mut value).deserialize(deserializer)?;
    value.map_err(D::Error::custom)
}

/// Reads a value of any type into a slot.
pub(crate) struct AnyValue<'a>(pub(crate) &'a mut dyn Slot);

impl<'de> DeserializeSeed<'de> for AnyValue<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl AnyValue<'_> {
    #[expect(clippy::unnecessary_wraps, reason = "every method of a visitor returns a result")]
    fn fill<E: Error>(self, scalar: Scalar<'_>) -> Result<(), E> {
        self.0.fill(scalar);
        Ok(())
    }
}

impl<'de> Visitor<'de> for AnyValue<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.fill(Scalar::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.fill(Scalar::Integer(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.fill(Scalar::number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.fill(Scalar::Text(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.0.fill_with_made_text(&value);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        self.fill(Scalar::Other)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.fill(Scalar::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.fill(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self(slot) = self;
        if let Some(items) = slot.items() {
            while array.next_element_seed(AnyValue(items))?.is_some() {}
            return Ok(());
        }
        IgnoredAny.visit_seq(array)?;
        Self(slot).fill(Scalar::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        match object.next_key_seed(Name(is_number_token))? {
            None => {}
            Some(true) => {
                if let Some(number) = number_text(&mut object)? {
                    return match Scalar::from_number_text(&number) {
                        Some(number) => self.fill(number),
                        None => Err(A::Error::custom("number out of range")),
                    };
                }
                IgnoredAny.visit_map(object)?;
            }
            Some(false) => {
                object.next_value::<IgnoredAny>()?;
                IgnoredAny.visit_map(object)?;
            }
        }
        self.fill(Scalar::Other)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        IgnoredAny.visit_enum(tagged)?;
        self.fill(Scalar::Other)
    }
}

/// Whether this is the name under which `serde_json` gives a number if a crate of the build switches on its feature
/// `arbitrary_precision`: as an object whose only member has this name, and the text of the number as its value.
pub(super) fn is_number_token(name: &[u8]) -> bool {
    name == b"$serde_json::private::Number"
}

/// Reads the value of a member with that name. Returns the text of the number, if it is one.
pub(super) fn number_text<'de, A: MapAccess<'de>>(object: &mut A) -> Result<Option<String>, A::Error> {
    // Without the feature, it is a name like any other.
    let has_feature = "1.0e1".parse().is_ok_and(|number: serde_json::Number| number.to_string() != "10.0");
    if !has_feature {
        return object.next_value::<IgnoredAny>().map(|_| None);
    }
    let mut text = None;
    // A buffer of serde knows its size, and has read the value. A document does not.
    let is_buffered = object.size_hint().is_some();
    object.next_value_seed(NumberText { text: &mut text, is_buffered })?;
    Ok(text)
}

/// Keeps the text that `serde_json` made of a number. A string of the document is borrowed or transient, never made.
impl Slot for Option<String> {
    fn fill(&mut self, _: Scalar<'_>) {}

    fn fill_with_made_text(&mut self, text: &str) {
        *self = Some(text.into());
    }
}

struct NumberText<'a> {
    text: &'a mut Option<String>,
    is_buffered: bool,
}

impl<'de> DeserializeSeed<'de> for NumberText<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.is_buffered {
            return deserializer.deserialize_any(AnyValue(self.text));
        }
        // A value of the document is skipped. A text that was made is visited nevertheless.
        deserializer.deserialize_ignored_any(AnyValue(self.text))
    }
}
