//! Values of the lists of the API reference: how a text becomes one.

use crate::reference::{ErrorCode, PeriodUnit, StorageFormat, TransferType, Violation};

impl TransferType {
    /// Finds the value that is written like this on the wire. Case counts.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another text: ", error_doc!(UnlistedTransferType))]
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let text = text.as_ref();
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::UnlistedTransferType)
    }
}

text_traits!(TransferType, Violation, Violation::InvalidTransferType);

impl StorageFormat {
    /// Finds the value that is written like this on the wire. Case counts.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another text: ", error_doc!(UnlistedStorageFormat))]
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let text = text.as_ref();
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::UnlistedStorageFormat)
    }
}

text_traits!(StorageFormat, Violation, Violation::InvalidStorageFormat);

impl PeriodUnit {
    /// Finds the value that is written like this on the wire. Case counts.
    ///
    /// # Errors
    ///
    #[doc = concat!("Another text: ", error_doc!(UnlistedPeriodUnit))]
    pub fn new(text: impl AsRef<str>) -> Result<Self, Violation> {
        let text = text.as_ref();
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(Violation::UnlistedPeriodUnit)
    }
}

text_traits!(PeriodUnit, Violation, Violation::InvalidPeriodUnit);

text_traits!(compared ErrorCode);
