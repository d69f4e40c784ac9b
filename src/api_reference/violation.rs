//! The errors of parameters, and sets of errors.

use core::fmt;
use core::num::NonZeroU32;
use core::ops::BitOr;

use super::error_codes::ErrorCode;
use super::limits::Shape;
use super::parameters::Field;

/// Makes [`Violation`] from the rows of the parameters. Messages for parameters are written here only.
macro_rules! violations {
    (message Lts1902 $field:ident $limit:tt) => {
        concat!(field_name!($field), " is invalid, please verify if it's provided as required")
    };
    (message Lts1901 $field:ident [$list:ident]) => {
        concat!(field_name!($field), " is not in the list [", listed!($list), "]")
    };
    (message Lts0001 $field:ident $limit:tt) => {
        "Invalid projectId"
    };
    (about Lts1901) => {
        "is provided, but not listed"
    };
    (about $code:ident) => {
        "is not provided as documented"
    };
    ($(
        $(#[$about:meta])+
        $field:ident = $name:literal, $location:ident, $need:ident, $shape:ident $limit:tt, $($code:ident: $violation:ident),+;
    )+) => {
        /// The code and the message of a violation, for the docs.
        macro_rules! error_doc {
            $($(
                ($violation) => {
                    concat!(
                        "[`", code_text!($code), "`](crate::Violation::", stringify!($violation), ") `",
                        violations!(message $code $field $limit), "`"
                    )
                };
            )+)+
        }

        /// The error of a parameter. They are in the order of the tables of the [API reference].
        ///
        /// The service returns exactly this [`code`](Self::code) and [`message`](Self::message).
        ///
        /// ```
        /// use lts_log_dump::{ErrorCode, TransferType, Violation};
        ///
        /// let violation = TransferType::new("once").unwrap_err();
        /// assert_eq!(violation.code(), ErrorCode::Lts1901);
        /// assert_eq!(violation.message(), "type is not in the list [cycle]");
        /// assert_eq!(violation.expected(), "cycle");
        /// ```
        ///
        /// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Violation {$($(
            #[doc = concat!("`", $name, "` ", violations!(about $code), ". Accepted: ", accepted!($shape $limit), ".")]
            ///
            #[doc = error_doc!($violation)]
            $violation,
        )+)+}

        impl Violation {
            /// Every violation, in table order.
            pub const ALL: &[Self] = &[$($(Self::$violation),+),+];

            /// Returns the service's code.
            #[must_use]
            pub const fn code(self) -> ErrorCode {
                match self {
                    $($(Self::$violation => ErrorCode::$code,)+)+
                }
            }

            /// Returns the invalid field.
            #[must_use]
            pub const fn field(self) -> Field {
                match self {
                    $($(Self::$violation => Field::$field,)+)+
                }
            }

            /// Returns the service's message.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $($(Self::$violation => violations!(message $code $field $limit),)+)+
                }
            }

            /// Describes the accepted values.
            #[must_use]
            pub const fn expected(self) -> &'static str {
                self.accepted().0
            }

            pub(crate) const fn accepted(self) -> &'static Expectation {
                match self {
                    $($(Self::$violation => &Expectation(accepted!($shape $limit)),)+)+
                }
            }
        }

        impl Field {
            /// Returns the values that the field accepts.
            #[doc(hidden)]
            #[must_use]
            pub const fn shape(self) -> Shape {
                match self {
                    $(Self::$field => shape!($shape $limit)),+
                }
            }

            /// Returns the field's violations, in table order.
            #[doc(hidden)]
            #[must_use]
            pub const fn violations(self) -> &'static [Violation] {
                match self {
                    $(Self::$field => &[$(Violation::$violation),+]),+
                }
            }
        }
    };
}

parameters!(violations);

/// The source of a violation: the accepted values.
#[derive(Debug, thiserror::Error)]
pub(crate) struct Expectation(pub(crate) &'static str);

/// The violations of a request: at least one, without duplicates, in table order.
///
/// The [first](Self::first) is a server's response. The set is `Copy` and does not allocate.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, Violation, Violations};
///
/// let body = br#"{ "log_group_id": "too short", "period": "5", "period_unit": "day" }"#;
/// let violations = CreateLogDumpObsRequestBody::from_json(body).unwrap_err().violations().unwrap();
/// assert_eq!(violations.first(), Violation::InvalidLogGroupId);
/// assert_eq!(violations.len(), 7);
/// assert_eq!(Violations::try_from_iter(violations), Some(violations));
/// assert_eq!(Violations::try_from_iter([]), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Violations(NonZeroU32);

/// Returns the bit of a violation. Earlier violations have lower bits.
const fn bit(violation: Violation) -> u32 {
    1_u32.rotate_left(violation as u32)
}

const _: () = assert!(Violation::ALL.len() <= u32::BITS as usize, "one bit for each violation");

impl Violations {
    /// Returns the first violation in table order, which is a server's response.
    #[must_use]
    pub fn first(self) -> Violation {
        // Infallible: the set is not empty.
        self.iter().next().unwrap_or(Violation::InvalidProjectId)
    }

    /// Counts the violations: at least one.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    pub const fn len(self) -> usize {
        self.0.get().count_ones() as usize
    }

    /// Whether the set contains this violation.
    #[must_use]
    pub const fn contains(self, violation: Violation) -> bool {
        self.0.get() & bit(violation) != 0
    }

    /// Collects violations into a set. Returns `None` if there are none.
    #[must_use]
    pub fn try_from_iter(violations: impl IntoIterator<Item = Violation>) -> Option<Self> {
        let bits = violations.into_iter().fold(0, |bits, violation| bits | bit(violation));
        NonZeroU32::new(bits).map(Self)
    }

    /// Iterates over the violations in table order.
    #[must_use]
    pub const fn iter(self) -> ViolationsIter {
        ViolationsIter(self.0.get())
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        // Infallible: a bit is not zero.
        Self(NonZeroU32::new(bit(violation)).unwrap_or(NonZeroU32::MIN))
    }
}

/// Returns the violations of both sets. The right one may be a [`Violation`].
impl<T: Into<Self>> BitOr<T> for Violations {
    type Output = Self;

    fn bitor(self, other: T) -> Self {
        Self(self.0 | other.into().0)
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        *self = violations.into_iter().fold(*self, Self::bitor);
    }
}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(*self).finish()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = ViolationsIter;

    fn into_iter(self) -> ViolationsIter {
        self.iter()
    }
}

/// An iterator over a set of [`Violations`], in table order.
#[derive(Clone, Debug)]
pub struct ViolationsIter(u32);

impl Iterator for ViolationsIter {
    type Item = Violation;

    fn next(&mut self) -> Option<Violation> {
        let violation = *Violation::ALL.get(self.0.trailing_zeros() as usize)?;
        self.0 &= !bit(violation);
        Some(violation)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let remaining = self.0.count_ones() as usize;
        (remaining, Some(remaining))
    }
}

impl ExactSizeIterator for ViolationsIter {}
