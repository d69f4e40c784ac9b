//! Strategies for property tests of servers and clients.
//!
//! Every type that is sent or received, and each of its parts, implements [`Arbitrary`]. [`body`] makes valid bodies.
//! [`nearly_valid`] makes JSON texts in which some members are wrong, with the violations that they have. A handler is tested in
//! ten lines:
//!
//! ```
//! use lts_log_dump::{CreateLogDumpObsRequestBody, ErrorBody};
//! use proptest::prelude::*;
//!
//! fn handler(body: &[u8]) -> String {
//!     match CreateLogDumpObsRequestBody::from_json(body) {
//!         Ok(_) => "created".into(),
//!         Err(rejection) => ErrorBody::from(rejection).error_msg.into(),
//!     }
//! }
//!
//! proptest!(|(wrong in lts_log_dump::proptest::nearly_valid())| {
//!     prop_assert_eq!(handler(wrong.json.as_bytes()), wrong.violations.first().message());
//! });
//! ```

mod value;

use alloc::string::String;
use alloc::vec::Vec;

use proptest::arbitrary::Arbitrary;
use proptest::sample::subsequence;
use proptest::strategy::{BoxedStrategy, Just, Strategy};
use serde_json::Value;

use crate::api_reference::{
    ErrorCode, Field, Location, Period, PeriodUnit, StorageFormat, TransferType, Violation, Violations,
};
use crate::error::CreateLogDumpObsResponseBody;
use crate::error::{ApiError, ErrorBody};
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
use crate::value::{
    AuthToken, ContentType, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    PrefixName, ProjectId,
};

/// Valid bodies.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, proptest::body};
/// use proptest::prelude::*;
///
/// proptest!(|(body in body())| {
///     let json = serde_json::to_vec(&body).unwrap();
///     prop_assert_eq!(CreateLogDumpObsRequestBody::from_json(&json), Ok(body));
/// });
/// ```
pub fn body() -> impl Strategy<Value = CreateLogDumpObsRequestBody> {
    type Members = (
        (LogGroupId, LogStreamIds, ObsBucketName),
        (TransferType, StorageFormat, bool),
        (Option<PrefixName>, Option<DirPrefixName>, Period),
    );
    Members::arbitrary().prop_map(|((log_group_id, log_stream_ids, obs_bucket_name), options, names)| {
        let (transfer_type, storage_format, switch_on) = options;
        let (prefix_name, dir_prefix_name, period) = names;
        CreateLogDumpObsRequestBody {
            log_group_id,
            log_stream_ids,
            obs_bucket_name,
            transfer_type,
            storage_format,
            switch_on,
            prefix_name,
            dir_prefix_name,
            period,
        }
    })
}

/// A JSON text that is not a valid body, and its violations.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NearlyValid {
    /// The body.
    pub json: String,
    /// Everything that is wrong with it.
    pub violations: Violations,
}

/// Bodies of which one or more members are wrong.
///
/// They are all JSON objects. Any text serves to test what is not JSON.
pub fn nearly_valid() -> impl Strategy<Value = NearlyValid> {
    let of_body =
        |violation: &Violation| matches!(violation.field().location(), Location::Body | Location::Combination);
    let all: Vec<_> = Violation::ALL.iter().copied().filter(of_body).collect();
    let count = all.len();
    (body(), subsequence(all, 1..=count))
        .prop_flat_map(|(body, mut violations)| {
            // A member has one violation at a time. The combination has none if one of its members is wrong.
            violations.dedup_by_key(|violation| violation.field());
            let parts = [Field::Period, Field::PeriodUnit];
            if violations.iter().any(|violation| parts.contains(&violation.field())) {
                violations.retain(|violation| *violation != Violation::UnlistedPeriod);
            }
            let unit = body.period.unit();
            let wrong: Vec<_> = violations.iter().map(|violation| value::wrong(*violation, unit)).collect();
            (Just(body), Just(violations), wrong)
        })
        .prop_filter_map("a violation", |(body, violations, wrong)| {
            let mut members: Value = serde_json::to_value(&body).ok()?;
            let object = members.as_object_mut()?;
            for (violation, wrong) in violations.iter().zip(wrong) {
                // The number makes the interval unlisted.
                let field = if *violation == Violation::UnlistedPeriod { Field::Period } else { violation.field() };
                match wrong {
                    Some(value) => object.insert(field.name().into(), value),
                    None => object.remove(field.name()),
                };
            }
            let violations = violations.into_iter().map(Violations::from).reduce(Violations::union)?;
            Some(NearlyValid { json: serde_json::to_string(&members).ok()?, violations })
        })
}

/// Gives each type a strategy that makes all of its values.
macro_rules! arbitrary {
    ($($name:ident: $strategy:expr;)+) => {$(
        // Each item has docs, because links in those of the trait lead nowhere from here.
        impl Arbitrary for $name {
            /// There are none.
            type Parameters = ();
            /// Makes any value of the type.
            type Strategy = BoxedStrategy<Self>;

            /// Makes any value of the type.
            fn arbitrary() -> BoxedStrategy<Self> {
                Self::arbitrary_with(())
            }

            /// Makes any value of the type.
            fn arbitrary_with((): ()) -> BoxedStrategy<Self> {
                Strategy::boxed($strategy)
            }
        }
    )+};
}

arbitrary! {
    ProjectId: value::id(ProjectId::LEN, |id| Self::new(id).ok());
    LogGroupId: value::id(LogGroupId::LEN, |id| Self::new(id).ok());
    LogStreamId: value::id(LogStreamId::LEN, |id| Self::new(id).ok());
    LogDumpObsId: value::id(LogDumpObsId::LEN, |id| Self::new(id).ok());
    LogStreamIds: proptest::collection::vec(LogStreamId::arbitrary(), 1..8).prop_filter_map("an ID", |ids| Self::new(ids).ok());
    ObsBucketName: value::name(Self::MIN_LEN..=Self::MAX_LEN).prop_filter_map("a name", |name| Self::new(name).ok());
    PrefixName: value::name(Self::MIN_LEN..=Self::MAX_LEN).prop_filter_map("a name", |name| Self::new(name).ok());
    DirPrefixName: value::name(Self::MIN_LEN..=Self::MAX_LEN).prop_filter_map("a name", |name| Self::new(name).ok());
    TransferType: proptest::sample::select(TransferType::ALL);
    StorageFormat: proptest::sample::select(StorageFormat::ALL);
    PeriodUnit: proptest::sample::select(PeriodUnit::ALL);
    Period: proptest::sample::select(Period::ALL);
    AuthToken: value::token().prop_filter_map("a token", |token| Self::new(token).ok());
    ContentType: Just(ContentType);
    CreateLogDumpObsRequestBody: body();
    CreateLogDumpObsRequest: (ProjectId::arbitrary(), AuthToken::arbitrary(), body())
        .prop_map(|(project_id, auth_token, body)| Self { project_id, auth_token, body });
    CreateLogDumpObsResponseBody: LogDumpObsId::arbitrary().prop_map(|log_dump_obs_id| Self { log_dump_obs_id });
    Field: proptest::sample::select(Field::ALL);
    Violation: proptest::sample::select(Violation::ALL);
    Violations: proptest::collection::vec(Violation::arbitrary(), 1..8)
        .prop_filter_map("a violation", |all| all.into_iter().map(Self::from).reduce(Self::union));
    ApiError: value::error().prop_map(Self::from);
    ErrorBody: value::error();
    ErrorCode: value::error().prop_map(|error| error.error_code);
}
