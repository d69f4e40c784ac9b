//! The draft of a body: each member is a value or a violation, whatever is read.

use super::CreateLogDumpObsRequestBody;
use crate::api_reference::{Field, Period, PeriodUnit, StorageFormat, TransferType, Violation, Violations};
use crate::de::{FromScalar, Scalar, Slot};
use crate::value::{DirPrefixName, DraftIds, LogGroupId, ObsBucketName, PrefixName, SwitchOn};

/// What was read of a body so far.
pub(super) struct Draft {
    /// A bit for each field that was met.
    met: u32,
    pub(super) log_group_id: Result<LogGroupId, Violation>,
    log_stream_ids: DraftIds,
    pub(super) obs_bucket_name: Result<ObsBucketName, Violation>,
    pub(super) transfer_type: Result<TransferType, Violation>,
    pub(super) storage_format: Result<StorageFormat, Violation>,
    pub(super) switch_on: Result<SwitchOn, Violation>,
    pub(super) prefix_name: Result<Option<PrefixName>, Violation>,
    pub(super) dir_prefix_name: Result<Option<DirPrefixName>, Violation>,
    pub(super) period: Result<Integer, Violation>,
    pub(super) period_unit: Result<PeriodUnit, Violation>,
}

const _: () = assert!(Field::ALL.len() <= u32::BITS as usize, "one bit for each field");

impl Draft {
    /// A body of which nothing was read. A missing member is judged as null is.
    pub(super) fn new() -> Self {
        Self {
            met: 0,
            log_group_id: FromScalar::from_scalar(Scalar::Null),
            log_stream_ids: DraftIds::default(),
            obs_bucket_name: FromScalar::from_scalar(Scalar::Null),
            transfer_type: FromScalar::from_scalar(Scalar::Null),
            storage_format: FromScalar::from_scalar(Scalar::Null),
            switch_on: FromScalar::from_scalar(Scalar::Null),
            prefix_name: FromScalar::from_scalar(Scalar::Null),
            dir_prefix_name: FromScalar::from_scalar(Scalar::Null),
            period: FromScalar::from_scalar(Scalar::Null),
            period_unit: FromScalar::from_scalar(Scalar::Null),
        }
    }

    /// Remembers that a member was met. Says whether it is the first time.
    #[inline]
    pub(super) const fn meet(&mut self, field: Field) -> bool {
        let before = self.met;
        self.met |= 1_u32.rotate_left(field as u32);
        self.met != before
    }

    /// Where the value of a member goes.
    #[inline]
    pub(super) fn slot(&mut self, field: Field) -> Option<&mut dyn Slot> {
        Some(match field {
            Field::LogGroupId => &mut self.log_group_id,
            Field::LogStreamIds => &mut self.log_stream_ids,
            Field::ObsBucketName => &mut self.obs_bucket_name,
            Field::TransferType => &mut self.transfer_type,
            Field::StorageFormat => &mut self.storage_format,
            Field::SwitchOn => &mut self.switch_on,
            Field::PrefixName => &mut self.prefix_name,
            Field::DirPrefixName => &mut self.dir_prefix_name,
            Field::Period => &mut self.period,
            Field::PeriodUnit => &mut self.period_unit,
            Field::ProjectId | Field::AuthToken | Field::ContentType | Field::PeriodAndUnit => return None,
        })
    }

    #[inline]
    pub(super) fn fill(&mut self, field: Field, scalar: Scalar<'_>) {
        if let Some(slot) = self.slot(field) {
            slot.fill(scalar);
        }
    }

    /// Where the value of a member goes. `None` if the member was met before.
    pub(super) fn first_slot(&mut self, field: Field) -> Option<&mut dyn Slot> {
        if self.meet(field) { self.slot(field) } else { None }
    }

    /// Where the IDs go.
    pub(super) const fn ids(&mut self) -> &mut DraftIds {
        &mut self.log_stream_ids
    }

    /// The body, once everything is read. The draft is empty after it.
    ///
    /// The draft is not moved, and the body is written where the caller has room for it, with the caller's error: moving both takes
    /// a thirtieth of the time of a small body.
    pub(super) fn finish<E: From<Violations>>(&mut self) -> Result<CreateLogDumpObsRequestBody, E> {
        // Judged whenever both of its members are good, whatever the others are.
        let period = match (&self.period, &self.period_unit) {
            (Ok(period), Ok(unit)) => Period::new(period.0, *unit),
            (&Err(violation), _) | (_, &Err(violation)) => Err(violation),
        };
        let log_stream_ids = core::mem::take(&mut self.log_stream_ids).finish();
        let missing = FromScalar::from_scalar(Scalar::Null);
        let obs_bucket_name = core::mem::replace(&mut self.obs_bucket_name, missing);
        match (
            self.log_group_id,
            log_stream_ids,
            obs_bucket_name,
            self.transfer_type,
            self.storage_format,
            &self.switch_on,
            &mut self.prefix_name,
            &mut self.dir_prefix_name,
            period,
        ) {
            (
                Ok(log_group_id),
                Ok(log_stream_ids),
                Ok(obs_bucket_name),
                Ok(transfer_type),
                Ok(storage_format),
                &Ok(SwitchOn(switch_on)),
                Ok(prefix_name),
                Ok(dir_prefix_name),
                Ok(period),
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
            (_, log_stream_ids, obs_bucket_name, ..) => {
                Err(self.violations(log_stream_ids.err(), obs_bucket_name.err(), period.err()).into())
            }
        }
    }

    /// The violations of the members, and that of two together.
    #[cold]
    fn violations(
        &self,
        log_stream_ids: Option<Violation>,
        obs_bucket_name: Option<Violation>,
        combination: Option<Violation>,
    ) -> Violations {
        let violations = Violations::of(&[
            self.log_group_id.as_ref().err().copied(),
            log_stream_ids,
            obs_bucket_name,
            self.transfer_type.err(),
            self.storage_format.err(),
            self.switch_on.as_ref().err().copied(),
            self.prefix_name.as_ref().err().copied(),
            self.dir_prefix_name.as_ref().err().copied(),
            self.period.as_ref().err().copied(),
            self.period_unit.err(),
            combination,
        ]);
        // Nothing is asked for where nothing is wrong, so the default is never taken.
        violations.unwrap_or(Violation::InvalidPeriod.into())
    }
}

/// `period`: any number whose value is an integer.
pub(super) struct Integer(pub(super) i64);

impl FromScalar for Integer {
    type Error = Violation;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, Violation> {
        match scalar {
            Scalar::Integer(integer) => Ok(Self(integer)),
            _ => Err(Violation::InvalidPeriod),
        }
    }
}
