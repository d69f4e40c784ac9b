//! A value as far as the documented members tell values apart, and the types that are made from one.

/// A value of whatever type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar<'a> {
    Null,
    Bool(bool),
    /// A number whose value is an integer. One beyond the range of `i64` becomes the nearest one: no listed number is near.
    Integer(i64),
    Text(&'a str),
    /// A number with a fraction, bytes, an array or an object.
    Other,
}

impl Scalar<'_> {
    /// A number as the text has it, as the nearest double; none beyond the range of a double.
    pub(crate) fn from_number_text(number: &str) -> Option<Self> {
        number.parse().ok().filter(|value: &f64| value.is_finite()).map(Scalar::number)
    }

    /// A number that was read as a double: an integer when it has no fraction, however it was written.
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

/// A type that can be made from a value, wrong types included; a missing value is `Null`.
pub(crate) trait FromScalar: Sized {
    type Error;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, Self::Error>;
}

/// For an optional member, null means absent.
impl<T: FromScalar> FromScalar for Option<T> {
    type Error = T::Error;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, T::Error> {
        match scalar {
            Scalar::Null => Ok(None),
            value => T::from_scalar(value).map(Some),
        }
    }
}
