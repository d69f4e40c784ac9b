//! Reading any value of a document: whatever its type, it becomes a [`Scalar`], and reading goes on after it.

use alloc::string::String;
use core::cell::Cell;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::scalar::{FromScalar, Scalar};
use crate::violation::Field;

/// Where a value goes, whatever its type: one reader serves all places.
pub(crate) trait Place {
    fn put(&mut self, scalar: Scalar<'_>);

    /// A string that the deserializer made, as against one in the document.
    fn put_made_text(&mut self, text: &str) {
        self.put(Scalar::Text(text));
    }

    /// Where the items of an array go, if they are wanted.
    fn items(&mut self) -> Option<&mut dyn Place> {
        None
    }
}

/// A value, or what is wrong with it.
impl<T: FromScalar> Place for Result<T, T::Error> {
    fn put(&mut self, scalar: Scalar<'_>) {
        *self = T::from_scalar(scalar);
    }
}

/// Reads one value of any type into its place.
pub(crate) struct Value<'a> {
    pub(crate) keys: Keys<'a>,
    pub(crate) place: &'a mut dyn Place,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.place.put(Scalar::Bool(value));
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.place.put(Scalar::Integer(value));
        Ok(())
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
        self.place.put(Scalar::number(value));
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.place.put(Scalar::Text(value));
        Ok(())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.place.put_made_text(&value);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        self.place.put(Scalar::Other);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.place.put(Scalar::Null);
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        let Self { keys, place } = self;
        if let Some(items) = place.items() {
            while array.next_element_seed(Value { keys, place: items })?.is_some() {}
        } else {
            IgnoredAny.visit_seq(array)?;
            place.put(Scalar::Other);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let Self { keys, place } = self;
        while let Some(key) = object.next_key_seed(keys)? {
            if !matches!(key, Key::NumberToken) {
                object.next_value::<IgnoredAny>()?;
            } else if let Some(number) = number_text(&mut object, keys)? {
                place.put(finite(&number).ok_or_else(|| A::Error::custom("number out of range"))?);
                return Ok(());
            }
        }
        place.put(Scalar::Other);
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        IgnoredAny.visit_enum(tagged)?;
        self.place.put(Scalar::Other);
        Ok(())
    }
}

/// How the keys of objects are read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys<'a> {
    /// As the bytes of a JSON text: a lone surrogate in a name that the page does not document is nobody's business.
    ///
    /// Read like this, `serde_json` lets pass a control character that is not escaped. Once resolved it looks like one
    /// that is, so the cell is set, and the syntax is to be checked once more.
    Bytes(&'a Cell<bool>),
    /// As whatever a deserializer hands out.
    Any,
}

/// A key of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    Documented(Field),
    Undocumented,
    /// The key under which `serde_json` hands out a number when some crate of the build has switched on its feature
    /// `arbitrary_precision`, or, with [`Keys::Any`], a key of the document that is spelled the same. The value tells:
    /// that of a number is a string that `serde_json` made.
    NumberToken,
}

impl Key {
    const NUMBER_TOKEN: &str = "$serde_json::private::Number";

    pub(crate) fn named(name: &[u8]) -> Self {
        Field::member(name).map_or(Self::Undocumented, Self::Documented)
    }

    pub(crate) const fn documented(self) -> Option<Field> {
        match self {
            Self::Documented(field) => Some(field),
            Self::Undocumented | Self::NumberToken => None,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        match self {
            Self::Bytes(has_control) => TextKey(has_control).deserialize(deserializer),
            Self::Any => deserializer.deserialize_any(KeyVisitor(self)),
        }
    }
}

/// [`Keys::Bytes`] alone, for a reader that has no need of the other: less to compile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextKey<'a>(pub(crate) &'a Cell<bool>);

impl<'de> DeserializeSeed<'de> for TextKey<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_bytes(KeyVisitor(Keys::Bytes(self.0)))
    }
}

struct KeyVisitor<'a>(Keys<'a>);

impl<'de> Visitor<'de> for KeyVisitor<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Key, E> {
        if name == Key::NUMBER_TOKEN { Ok(Key::NumberToken) } else { self.visit_str(name) }
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(Key::named(name.as_bytes()))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        let key = Key::named(name);
        if let (Key::Undocumented, Keys::Bytes(has_control)) = (key, self.0) {
            if name.iter().any(u8::is_ascii_control) {
                has_control.set(true);
            }
        }
        Ok(key)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }

    fn visit_unit<E: Error>(self) -> Result<Key, E> {
        Ok(Key::Undocumented)
    }
}

/// The text of a number under [`Key::NumberToken`], as against a value of the document.
pub(crate) fn number_text<'de, A: MapAccess<'de>>(object: &mut A, keys: Keys<'_>) -> Result<Option<String>, A::Error> {
    struct NumberText(Option<String>);

    impl Place for NumberText {
        fn put(&mut self, _: Scalar<'_>) {}

        fn put_made_text(&mut self, text: &str) {
            self.0 = Some(text.into());
        }
    }

    let mut text = NumberText(None);
    object.next_value_seed(Value { keys, place: &mut text })?;
    Ok(text.0)
}

/// A number beyond the range of a double is no JSON that two readers would agree on.
pub(crate) fn finite<'a>(number: &str) -> Option<Scalar<'a>> {
    number.parse().ok().filter(|value: &f64| value.is_finite()).map(Scalar::number)
}

/// Reads a value that stands alone; the failure text is the message of the violation.
pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromScalar<Error: fmt::Display>,
    D: Deserializer<'de>,
{
    let mut value = T::from_scalar(Scalar::Null);
    Value { keys: Keys::Any, place: &mut value }.deserialize(deserializer)?;
    value.map_err(D::Error::custom)
}
