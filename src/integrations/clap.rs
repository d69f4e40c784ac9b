//! Listed values as possible values of clap.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::api_reference::{Period, PeriodUnit, StorageFormat, TransferType};

/// Implements `ValueEnum` for lists of the API reference.
macro_rules! value_enum {
    ($($(#[$doc:meta])* $list:ident;)+) => {$(
        /// Spells each value as [`as_str`](Self::as_str) does.
        $(#[$doc])*
        impl ValueEnum for $list {
            fn value_variants<'a>() -> &'a [Self] {
                Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.as_str()))
            }
        }
    )+};
}

value_enum! {
    TransferType;
    StorageFormat;
    PeriodUnit;
    ///
    /// ```
    /// use clap::{Arg, Command, value_parser};
    /// use lts_log_dump::Period;
    ///
    /// let command = Command::new("transfer").arg(Arg::new("period").value_parser(value_parser!(Period)));
    /// let matches = command.clone().try_get_matches_from(["transfer", "5min"])?;
    /// assert_eq!(matches.get_one("period"), Some(&Period::Min5));
    ///
    /// let error = command.try_get_matches_from(["transfer", "7min"]).unwrap_err();
    /// assert_eq!(error.kind(), clap::error::ErrorKind::InvalidValue);
    /// # Ok::<(), clap::Error>(())
    /// ```
    Period;
}
