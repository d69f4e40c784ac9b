//! What the types that are text on the wire have in common.

/// Gives a type the traits of text. All conversions from text go through its `FromStr`, which calls `new`.
///
/// The methods are inline, and so compiled where they are used: there are many, and most builds need few.
macro_rules! text_traits {
    // All that a type with `new` and `as_str` has. The last argument is what is wrong with a value that is not a string.
    ($name:ident, $error:ty, $not_a_string:expr) => {
        text_traits!(parsed $name, $error);
        text_traits!(shown $name);
        text_traits!(serde $name, $error, $not_a_string);
    };

    // From texts, with `new`.
    (parsed $name:ident, $error:ty) => {
        impl core::str::FromStr for $name {
            type Err = $error;

            #[inline]
            fn from_str(text: &str) -> Result<Self, $error> {
                Self::new(text)
            }
        }

        text_traits!(from_texts $name, $error);
    };

    // From texts, with `FromStr`.
    (from_texts $name:ident, $error:ty) => {
        text_traits!(
            from_texts $name, $error,
            &str, &alloc::string::String, alloc::string::String, alloc::boxed::Box<str>, alloc::borrow::Cow<'_, str>
        );
    };
    (from_texts $name:ident, $error:ty, $($text:ty),+) => {
        $(
            impl TryFrom<$text> for $name {
                type Error = $error;

                #[inline]
                fn try_from(text: $text) -> Result<Self, $error> {
                    AsRef::<str>::as_ref(&text).parse()
                }
            }
        )+
    };

    // To text.
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

    // Comparison with texts, in both directions.
    (compared $name:ident) => {
        text_traits!(compared $name, str, &str, alloc::string::String);
    };
    (compared $name:ident, $($text:ty),+) => {
        $(
            impl PartialEq<$text> for $name {
                #[inline]
                fn eq(&self, text: &$text) -> bool {
                    self.as_str() == AsRef::<str>::as_ref(text)
                }
            }

            impl PartialEq<$name> for $text {
                #[inline]
                fn eq(&self, value: &$name) -> bool {
                    value == self
                }
            }
        )+
    };

    // A type that is its text: `Eq`, `Ord` and `Hash` are those of the text.
    (borrowed $name:ident) => {
        text_traits!(compared $name);

        impl core::borrow::Borrow<str> for $name {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }
    };

    // To an owned text: of a type that is stored inline, and of one that gives its text away.
    (copied $name:ident) => {
        impl From<$name> for alloc::string::String {
            #[inline]
            fn from(value: $name) -> Self {
                value.as_str().into()
            }
        }
    };
    (given $name:ident) => {
        impl From<$name> for alloc::boxed::Box<str> {
            #[inline]
            fn from(value: $name) -> Self {
                value.0.into_boxed_str()
            }
        }

        impl From<$name> for alloc::string::String {
            #[inline]
            fn from(value: $name) -> Self {
                value.0.into_boxed_str().into()
            }
        }
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
