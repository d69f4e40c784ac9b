//! Each type by itself.

use lts_log_dump::{LogGroupId, LogStreamIds, Period, PeriodUnit, Violation};

#[test]
fn an_id_has_36_bytes_only_when_it_is_ascii() {
    // 36 characters, more bytes; then 36 bytes, fewer characters.
    assert_eq!(LogGroupId::new("é".repeat(36)), Err(Violation::InvalidLogGroupId));
    assert_eq!(LogGroupId::new("é".repeat(18)), Err(Violation::InvalidLogGroupId));
    assert_eq!(LogStreamIds::new([]), Err(Violation::InvalidLogStreamIds));
}

#[test]
fn an_interval_comes_back_from_its_parts_and_its_text() {
    for interval in Period::ALL {
        assert_eq!(Period::new(interval.period(), interval.unit()), Ok(*interval));
        assert_eq!(interval.to_string().parse(), Ok(*interval));
        assert_eq!(interval.to_string(), format!("{}{}", interval.period(), interval.unit()));
    }
    assert_eq!(Period::new(60, PeriodUnit::Min), Err(Violation::UnlistedPeriod));
}
