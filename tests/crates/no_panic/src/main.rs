//! Does not link if one of these functions can panic. Only an optimized build can prove that they cannot: `cargo run --release`.

use std::hint::black_box;
use std::time::Duration;

use lts_log_dump::{
    ContentType, ErrorCode, Field, LogDumpObsId, LogGroupId, LogStreamId, Period, PeriodUnit, ProjectId, StorageFormat,
    TransferType, Violation, Violations,
};
use no_panic::no_panic;
use uuid::Uuid;

macro_rules! cannot_panic {
    ($($name:ident($($argument:ident: $type:ty),*) -> $result:ty = $call:expr;)+) => {
        $(
            #[no_panic]
            #[inline(never)]
            fn $name($($argument: $type),*) -> $result {
                $call
            }
        )+
    };
}

cannot_panic! {
    project_id(text: &str) -> Result<ProjectId, Violation> = ProjectId::new(text);
    log_group_id(text: &str) -> Result<LogGroupId, Violation> = LogGroupId::new(text);
    log_stream_id(text: &str) -> Result<LogStreamId, Violation> = LogStreamId::new(text);
    log_dump_obs_id(text: &str) -> bool = LogDumpObsId::new(text).is_ok();
    id_as_str(id: &LogGroupId) -> usize = id.as_str().len();
    log_group_id_of(uuid: Uuid) -> LogGroupId = uuid.into();
    project_id_of(uuid: Uuid) -> ProjectId = uuid.into();
    transfer_type(text: &str) -> Result<TransferType, Violation> = TransferType::new(text);
    storage_format(text: &str) -> Result<StorageFormat, Violation> = StorageFormat::new(text);
    period_unit(text: &str) -> Result<PeriodUnit, Violation> = PeriodUnit::new(text);
    content_type(text: &str) -> Result<ContentType, Violation> = ContentType::new(text);
    period(number: i64, unit: PeriodUnit) -> Result<Period, Violation> = Period::new(number, unit);
    duration(period: Period) -> u64 = period.to_duration().as_secs();
    period_of(duration: Duration) -> Result<Period, Violation> = duration.try_into();
    message(violation: Violation) -> &'static str = violation.message();
    code(violation: Violation) -> ErrorCode = violation.code();
    field(violation: Violation) -> Field = violation.field();
    union(first: Violation, second: Violation) -> Violations = Violations::from(first) | second;
    first(violations: Violations) -> Violation = violations.first();
    count(violations: Violations) -> usize = violations.into_iter().count();
    len(violations: Violations) -> usize = violations.len();
}

fn main() {
    let text = black_box("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
    assert!(project_id(text).is_err());
    assert_eq!(log_group_id(text).map(|id| id_as_str(&id)), Ok(36));
    assert!(log_stream_id(text).is_ok() && log_dump_obs_id(text));
    assert!(transfer_type(text).is_err() && storage_format(text).is_err() && period_unit(text).is_err());
    assert!(content_type(text).is_err());
    let interval = period(black_box(5), black_box(PeriodUnit::Min)).unwrap();
    assert_eq!(duration(interval), 300);
    assert_eq!(period_of(Duration::from_secs(black_box(300))), Ok(interval));
    assert_eq!(log_group_id_of(black_box(Uuid::nil())), "00000000-0000-0000-0000-000000000000");
    assert_eq!(project_id_of(black_box(Uuid::nil())), "00000000000000000000000000000000");
    let violations = union(black_box(Violation::InvalidPeriod), black_box(Violation::InvalidPrefixName));
    let earlier = first(violations);
    assert_eq!((earlier, count(violations), len(violations)), (Violation::InvalidPrefixName, 2, 2));
    assert_eq!((code(earlier), field(earlier)), (ErrorCode::Lts1902, Field::PrefixName));
    assert_eq!(message(earlier), "prefix_name is invalid, please verify if it's provided as required");
}
