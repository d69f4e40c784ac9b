//! A body that is being read. Each member is either a value or a violation.

use super::CreateLogDumpObsRequestBody;
use super::body::SWITCH_ON_DEFAULT;
use crate::api_reference::{Field, Period, PeriodUnit, StorageFormat, TransferType, Violation, Violations};
use crate::json::{FromValue, Value};
use crate::value::{DirPrefixName, DraftIds, LogGroupId, ObsBucketName, PrefixName};

pub(super) struct Draft {
    /// A bit for each field that was seen.
    seen: u32,
    pub(super) log_group_id: Result<LogGroupId, Violation>,
    pub(super) log_stream_ids: DraftIds,
    pub(super) obs_bucket_name: Result<ObsBucketName, Violation>,
    pub(super) transfer_type: Result<TransferType, Violation>,
    pub(super) storage_format: Result<StorageFormat, Violation>,
    switch_on: Result<bool, Violation>,
    pub(super) prefix_name: Result<Option<PrefixName>, Violation>,
    pub(super) dir_prefix_name: Result<Option<DirPrefixName>, Violation>,
    pub(super) period: Result<i64, Violation>,
    pub(super) period_unit: Result<PeriodUnit, Violation>,
}

const _: () = assert!(Field::ALL.len() <= u32::BITS as usize, "one bit for each field");

impl Draft {
    /// Creates an empty draft. Missing members are treated like `null`.
    pub(super) fn new() -> Self {
        Self {
            seen: 0,
            log_group_id: FromValue::from_value(Value::Null),
            log_stream_ids: DraftIds::default(),
            obs_bucket_name: FromValue::from_value(Value::Null),
            transfer_type: FromValue::from_value(Value::Null),
            storage_format: FromValue::from_value(Value::Null),
            switch_on: switch(Value::Null),
            prefix_name: FromValue::from_value(Value::Null),
            dir_prefix_name: FromValue::from_value(Value::Null),
            period: integer(Value::Null),
            period_unit: FromValue::from_value(Value::Null),
        }
    }

    /// Marks a member as seen. Returns `false` if it was seen before.
    #[inline]
    pub(super) const fn mark_seen(&mut self, field: Field) -> bool {
        let before = self.seen;
        self.seen |= 1_u32.rotate_left(field as u32);
        self.seen != before
    }

    /// Stores the value of a member.
    // Not inlined, because it is large and the fast path of `from_json` rarely calls it.
    #[inline(never)]
    pub(super) fn set(&mut self, field: Field, value: Value<'_>) {
        match field {
            Field::LogGroupId => self.log_group_id = FromValue::from_value(value),
            Field::LogStreamIds => self.log_stream_ids.set(value),
            Field::ObsBucketName => self.obs_bucket_name = FromValue::from_value(value),
            Field::TransferType => self.transfer_type = FromValue::from_value(value),
            Field::StorageFormat => self.storage_format = FromValue::from_value(value),
            Field::SwitchOn => self.switch_on = switch(value),
            Field::PrefixName => self.prefix_name = FromValue::from_value(value),
            Field::DirPrefixName => self.dir_prefix_name = FromValue::from_value(value),
            Field::Period => self.period = integer(value),
            Field::PeriodUnit => self.period_unit = FromValue::from_value(value),
            // These are not members of the body.
            Field::ProjectId | Field::AuthToken | Field::ContentType | Field::PeriodAndUnit => {}
        }
    }

    /// Returns the body if all members are valid. The draft is empty afterwards.
    ///
    /// It takes a reference and returns the caller's error type because moving the draft and the body is slow.
    pub(super) fn finish<E: From<Violations>>(&mut self) -> Result<CreateLogDumpObsRequestBody, E> {
        // Checked if `period` and `period_unit` are both valid, even if other members are not.
        let period = match (&self.period, &self.period_unit) {
            (Ok(period), Ok(unit)) => Period::new(*period, *unit),
            (&Err(violation), _) | (_, &Err(violation)) => Err(violation),
        };
        let log_stream_ids = core::mem::take(&mut self.log_stream_ids).finish();
        let obs_bucket_name = core::mem::replace(&mut self.obs_bucket_name, FromValue::from_value(Value::Null));
        let scalars = (self.log_group_id, self.transfer_type, self.storage_format, self.switch_on);
        match (log_stream_ids, obs_bucket_name, period, scalars, &mut self.prefix_name, &mut self.dir_prefix_name) {
            (
                Ok(log_stream_ids),
                Ok(obs_bucket_name),
                Ok(period),
                (Ok(log_group_id), Ok(transfer_type), Ok(storage_format), Ok(switch_on)),
                Ok(prefix_name),
                Ok(dir_prefix_name),
            ) => Ok(CreateLogDumpObsRequestBody {
                log_group_id,
                log_stream_ids,
                obs_bucket_name,
                transfer_type,
                storage_format,
                switch_on,
                prefix_name: prefix_name.take(),
                dir_prefix_name: dir_prefix_name.take(),
                period,
            }),
            (ids, bucket, period, ..) => Err(self.violations([ids.err(), bucket.err(), period.err()]).into()),
        }
    }

    /// Collects all violations. `taken` has those of the members that `finish` has already taken out of the draft.
    #[cold]
    fn violations(&self, taken: [Option<Violation>; 3]) -> Violations {
        // No `..`, so that a new member does not compile until it is listed here.
        let Self {
            seen: _,
            log_group_id,
            log_stream_ids: _,
            obs_bucket_name: _,
            transfer_type,
            storage_format,
            switch_on,
            prefix_name,
            dir_prefix_name,
            period,
            period_unit,
        } = self;
        let others = [
            log_group_id.err(),
            transfer_type.err(),
            storage_format.err(),
            switch_on.err(),
            prefix_name.as_ref().err().copied(),
            dir_prefix_name.as_ref().err().copied(),
            period.err(),
            period_unit.err(),
        ];
        let violations = Violations::try_from_iter(taken.into_iter().chain(others).flatten());
        // Only called if there is at least one violation.
        violations.unwrap_or(Violation::InvalidPeriod.into())
    }
}

/// `switch_on`: a boolean, or a boolean as a string.
fn switch(value: Value<'_>) -> Result<bool, Violation> {
    match value {
        Value::Null => Ok(SWITCH_ON_DEFAULT),
        Value::Bool(value) => Ok(value),
        Value::String(string) => string.parse().map_err(|_| Violation::InvalidSwitchOn),
        _ => Err(Violation::InvalidSwitchOn),
    }
}

/// `period`: any number whose value is an integer.
const fn integer(value: Value<'_>) -> Result<i64, Violation> {
    match value {
        Value::Integer(integer) => Ok(integer),
        _ => Err(Violation::InvalidPeriod),
    }
}
