//! What all types that are text on the wire have in common.

/// Gives a type with `new` and `as_str` the traits of text. Each conversion goes through `new`.
///
/// The last argument is what is wrong with a value that is not a string.
macro_rules! text_traits {
    ($name:ident, $error:ty, $not_a_string:expr) => {
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl core::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(text: &str) -> Result<Self, $error> {
                Self::new(text)
            }
        }

        impl TryFrom<alloc::string::String> for $name {
            type Error = $error;

            fn try_from(text: alloc::string::String) -> Result<Self, $error> {
                Self::new(text.as_str())
            }
        }

        impl crate::de::FromScalar for $name {
            type Error = $error;

            #[inline]
            fn from_scalar(scalar: crate::de::Scalar<'_>) -> Result<Self, $error> {
                match scalar {
                    crate::de::Scalar::Text(text) => Self::new(text),
                    _ => Err($not_a_string),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::de::deserialize(deserializer)
            }
        }
    };
}
