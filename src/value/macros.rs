//! The macros that IDs, names and listed values share, and `literal!`.

/// Implements the traits of strings for a type with `as_str`. All conversions from strings call `new`.
///
/// The methods are `#[inline]` so that crates that never call them do not compile them.
macro_rules! text_traits {
    // For a type with `new`. The last argument is the error of a value that is not a string.
    (validated $name:ident, $error:ty, $not_a_string:expr) => {
        text_traits!(parsed $name, $error);
        text_traits!(shown $name);
        text_traits!(serde $name, $error, $not_a_string);
    };

    (parsed $name:ident, $error:ty) => {
        impl core::str::FromStr for $name {
            type Err = $error;

            #[inline]
            fn from_str(string: &str) -> Result<Self, $error> {
                Self::new(string)
            }
        }
    };

    // Conversions from owned values, for a type with `new`.
    (from $name:ident, $error:ty, $($owned:ty),+) => {$(
        impl TryFrom<$owned> for $name {
            type Error = $error;

            #[inline]
            fn try_from(value: $owned) -> Result<Self, $error> {
                Self::new(value)
            }
        }
    )+};

    // Conversions to owned strings.
    (into $name:ident, $($string:ty),+) => {$(
        impl From<$name> for $string {
            #[inline]
            fn from(value: $name) -> Self {
                value.as_str().into()
            }
        }
    )+};

    // `Display`, `AsRef<str>` and comparisons with strings.
    (shown $name:ident) => {
        text_traits!(displayed $name);

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            #[inline]
            fn eq(&self, string: &str) -> bool {
                self.as_str() == string
            }
        }

        impl PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, string: &&str) -> bool {
                self == *string
            }
        }
    };

    (displayed $name:ident) => {
        impl core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };

    // For a type whose `Eq`, `Ord` and `Hash` agree with the string, so that a map with such keys finds a `str`.
    (borrowed $name:ident) => {
        impl core::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }
    };

    // `Ord` and `Hash` of the string.
    (ordered $name:ident) => {
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl core::hash::Hash for $name {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }
    };

    (serde $name:ident, $error:ty, $not_a_string:expr) => {
        impl crate::json::FromValue for $name {
            type Error = $error;

            #[inline]
            fn from_value(value: crate::json::Value<'_>) -> Result<Self, $error> {
                match value {
                    crate::json::Value::String(string) => string.parse(),
                    _ => Err($not_a_string),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::deserialize(deserializer)
            }
        }

        text_traits!(serialized $name);
    };

    (serialized $name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// Creates an ID or a name from a literal. The result is a constant, so it cannot fail at run time.
///
/// ```
/// use lts_log_dump::{LogGroupId, ObsBucketName, literal};
///
/// const BUCKET: ObsBucketName = literal!(ObsBucketName, "lts-test");
/// assert_eq!(ObsBucketName::new("lts-test"), Ok(BUCKET));
///
/// let group = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
/// assert_eq!(group, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
/// ```
///
/// A literal that the type's `new` rejects does not compile:
///
/// ```compile_fail,E0080
/// let group = lts_log_dump::literal!(lts_log_dump::LogGroupId, "too short");
/// ```
#[macro_export]
macro_rules! literal {
    ($type:ty, $text:expr $(,)?) => {{
        // `cargo check` evaluates an item, but not an inline constant.
        const LITERAL: $type = <$type>::literal($text).expect(concat!("not a valid ", stringify!($type)));
        LITERAL
    }};
}
