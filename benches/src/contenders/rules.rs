//! The rules for which the other crates have no attribute.
#![cfg(feature = "peers")]

use lts_log_dump::{LogGroupId, Period, PeriodUnit, StorageFormat, TransferType};

pub(super) fn is_id(text: &str) -> bool {
    text.len() == LogGroupId::LEN
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~'))
}

pub(super) fn is_transfer_type(text: &str) -> bool {
    TransferType::ALL.iter().any(|listed| listed.as_str() == text)
}

pub(super) fn is_storage_format(text: &str) -> bool {
    StorageFormat::ALL.iter().any(|listed| listed.as_str() == text)
}

pub(super) fn is_period_unit(text: &str) -> bool {
    PeriodUnit::ALL.iter().any(|listed| listed.as_str() == text)
}

pub(super) fn is_switch(text: &str) -> bool {
    matches!(text, "true" | "false")
}

pub(super) fn is_interval(period: i64, unit: &str) -> bool {
    Period::ALL.iter().any(|listed| listed.number() == period && listed.unit().as_str() == unit)
}
