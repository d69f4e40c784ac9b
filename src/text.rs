//! What all types that are text on the wire have in common.

/// A set of ASCII characters: as a pattern that a byte has, and as what stands in a class of a regular expression.
macro_rules! characters {
    // RFC 3986's *unreserved* set.
    (unreserved byte) => {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'_' | b'~' | b'-'
    };
    (unreserved class) => {
        "0-9A-Za-z._~-"
    };
    (visible byte) => {
        b'!'..=b'~'
    };
    (visible class) => {
        "!-~"
    };
}

/// Gives a type with `new` and `as_str` the traits of text; each of them goes through `new`.
///
/// The violation is that of a value that is no text at all.
macro_rules! text_traits {
    ($name:ident, $error:ty, $no_text:expr) => {
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

        impl crate::scalar::FromScalar for $name {
            type Error = $error;

            #[inline]
            fn from_scalar(scalar: crate::scalar::Scalar<'_>) -> Result<Self, $error> {
                match scalar {
                    crate::scalar::Scalar::Text(text) => Self::new(text),
                    _ => Err($no_text),
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
                crate::lenient::deserialize(deserializer)
            }
        }
    };
}
