//! Numbers: which of them are integers.

use super::Value;

impl Value<'_> {
    /// Parses a JSON number as the nearest double. Returns `None` if it is beyond the range of a double.
    pub(crate) fn parse_number(number: &str) -> Option<Self> {
        number.parse().ok().filter(|value: &f64| value.is_finite()).map(Value::from_f64)
    }

    /// Converts a double. It is an integer if it has no fraction, however it was written.
    pub(crate) fn from_f64(value: f64) -> Self {
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
