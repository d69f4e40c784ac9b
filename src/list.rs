//! The lists of the page, each value spelled once.
//!
//! The enums of `choice` and `period` and the `LTS.1901` messages of `violation` are made from the rows below. They are
//! handed on by macros, because only a macro can put a message together at compile time.

/// The wire spelling of a unit.
macro_rules! unit {
    (Min) => {
        "min"
    };
    (Hour) => {
        "hour"
    };
}

/// Calls the macro `$then` with `$extra`, followed by the rows of one of the page's lists.
macro_rules! page_list {
    (TransferType, $then:ident { $($extra:tt)* }) => {
        $then! { $($extra)*
            /// Logs are transferred periodically.
            Cycle = ("cycle"),
        }
    };
    (StorageFormat, $then:ident { $($extra:tt)* }) => {
        $then! { $($extra)*
            /// Logs are stored as they were collected.
            Raw = ("RAW"),
            /// Logs are stored as JSON.
            Json = ("JSON"),
        }
    };
    (PeriodUnit, $then:ident { $($extra:tt)* }) => {
        $then! { $($extra)*
            /// Minutes.
            Min = (unit!(Min)),
            /// Hours.
            Hour = (unit!(Hour)),
        }
    };
    (Period, $then:ident { $($extra:tt)* }) => {
        $then! { $($extra)*
            /// Every 2 minutes.
            Min2 = (2, Min),
            /// Every 5 minutes.
            Min5 = (5, Min),
            /// Every 30 minutes.
            Min30 = (30, Min),
            /// Every hour.
            Hour1 = (1, Hour),
            /// Every 3 hours.
            Hour3 = (3, Hour),
            /// Every 6 hours.
            Hour6 = (6, Hour),
            /// Every 12 hours.
            Hour12 = (12, Hour),
        }
    };
}

/// The values of a list as the page's messages show them: `min, hour`.
macro_rules! joined {
    ($(#[$first_doc:meta])* $first:ident = $first_value:tt, $($(#[$doc:meta])* $name:ident = $value:tt,)*) => {
        concat!(value!($first_value), $(", ", value!($value),)*)
    };
}

/// One value of a list as it is on the wire: `min`, `5min`.
macro_rules! value {
    (($number:literal, $unit:ident)) => {
        concat!($number, unit!($unit))
    };
    (($text:expr)) => {
        $text
    };
}
