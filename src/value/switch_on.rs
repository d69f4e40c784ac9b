//! Whether the transfer is enabled.

use crate::api_reference::Violation;
use crate::de::{FromScalar, Scalar};

/// `switch_on`: a boolean, or one as a string.
pub(crate) struct SwitchOn(pub(crate) bool);

/// What an absent one means.
impl Default for SwitchOn {
    fn default() -> Self {
        Self(true)
    }
}

impl FromScalar for SwitchOn {
    type Error = Violation;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, Violation> {
        match scalar {
            Scalar::Null => Ok(Self::default()),
            Scalar::Bool(value) => Ok(Self(value)),
            Scalar::Text(text) => text.parse().map(Self).map_err(|_| Violation::InvalidSwitchOn),
            _ => Err(Violation::InvalidSwitchOn),
        }
    }
}
