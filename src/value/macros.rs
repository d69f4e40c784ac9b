//! The macros that IDs, names and listed values share, and `literal!`.

/// Implements the traits that strings have. All conversions from strings call `new`.
///
/// The methods are `#[inline]` so that crates that never call them do not compile them.
macro_rules! text_traits {
    // `FromStr`, for a type with `new`.
    (parsed $name:ident, $error:ty) => {
        impl core::str::FromStr for $name {
            type Err = $error;

            #[inline]
            fn from_str(text: &str) -> Result<Self, $error> {
                Self::new(text)
            }
        }
    };

    // Conversions from owned strings, for a type with `new`.
    (taken $name:ident, $error:ty, $($text:ty),+) => {
        $(
            impl TryFrom<$text> for $name {
                type Error = $error;

                #[inline]
                fn try_from(text: $text) -> Result<Self, $error> {
                    Self::new(text)
                }
            }
        )+
    };

    // `Display` and `AsRef<str>`.
    (shown $name:ident) => {
        impl core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };

    // Comparisons with strings.
    (compared $name:ident) => {
        text_traits!(compared $name, str, &str);
    };
    (compared $name:ident, $($text:ty),+) => {
        $(
            impl PartialEq<$text> for $name {
                #[inline]
                fn eq(&self, text: &$text) -> bool {
                    self.as_str() == AsRef::<str>::as_ref(text)
                }
            }
        )+
    };

    // For a type whose `Eq`, `Ord` and `Hash` agree with its string.
    (borrowed $name:ident) => {
        impl core::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }
    };

    // Conversions to owned strings.
    (given $name:ident, $($text:ty),+) => {
        $(
            impl From<$name> for $text {
                #[inline]
                fn from(value: $name) -> Self {
                    value.as_str().into()
                }
            }
        )+
    };

    // From a value of any type, and to a string.
    (serde $name:ident, $error:ty, $not_a_string:expr) => {
        impl crate::json::FromValue for $name {
            type Error = $error;

            #[inline]
            fn from_value(value: crate::json::Value<'_>) -> Result<Self, $error> {
                match value {
                    crate::json::Value::String(text) => text.parse(),
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
                crate::json::deserialize(deserializer)
            }
        }
    };
}

/// Creates an ID or a name from a literal that the compiler checks.
///
/// The result is a constant, so it cannot fail at run time.
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
///
/// ```compile_fail,E0080
/// let bucket = lts_log_dump::literal!(lts_log_dump::ObsBucketName, "x");
/// ```
#[macro_export]
macro_rules! literal {
    ($type:ty, $text:expr $(,)?) => {{
        // `cargo check` evaluates an item, but not an inline constant.
        const LITERAL: $type = <$type>::literal($text).expect(concat!("not a valid ", stringify!($type)));
        LITERAL
    }};
}
