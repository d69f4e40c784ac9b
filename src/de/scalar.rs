//! Values as the documented members distinguish them, and the types that are made from them.

/// A value of any type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar<'a> {
    Null,
    Bool(bool),
    /// A number whose value is an integer. A value beyond the range of `i64` becomes the nearest `i64`, which is not listed.
    Integer(i64),
    Text(&'a str),
    /// A number with a fraction, bytes, an array or an object.
    Other,
}

impl Scalar<'_> {
    /// The number that a text means, as the nearest double. `None` if it is beyond the range of a double.
    pub(crate) fn from_number_text(number: &str) -> Option<Self> {
        number.parse().ok().filter(|value: &f64| value.is_finite()).map(Scalar::number)
    }

    /// A number that was read as a double. It is an integer if it has no fraction, however it was written.
    pub(crate) fn number(value: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "the cast drops the fraction and saturates, as wanted")]
        let integer = value as i64;
        #[expect(
            clippy::cast_precision_loss,
            reason = "below 2^53 nothing is lost, and beyond it nothing has a fraction"
        )]
        #[expect(clippy::float_cmp, reason = "equal is equal")]
        let is_whole = value.is_finite() && (integer as f64 == value || value.abs() >= 9_007_199_254_740_992.0);
        if is_whole { Self::Integer(integer) } else { Self::Other }
    }
}

/// A type that is made from a value of any type. A missing value is `Null`.
pub(crate) trait FromScalar: Sized {
    type Error;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, Self::Error>;
}

/// Null means that an optional member is absent.
impl<T: FromScalar> FromScalar for Option<T> {
    type Error = T::Error;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, T::Error> {
        match scalar {
            Scalar::Null => Ok(None),
            value => T::from_scalar(value).map(Some),
        }
    }
}
