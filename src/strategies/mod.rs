//! Strategies for property tests of servers and clients.
//!
//! Requests, bodies, IDs, names, listed values, intervals and tokens implement [`Arbitrary`]. The functions make input for a server:
//!
//! | strategy | input | expected |
//! |---|---|---|
//! | [`body`] | a valid body | |
//! | [`valid_json`] | JSON of a valid body, in every accepted spelling | the body |
//! | [`nearly_valid`] | JSON of a body with one or more wrong members | its violations |
//! | [`nearly_valid_request`] | path, headers and JSON, with one or more wrong parameters | its violations |
//!
//! Most wrong values are similar to accepted ones. They have another case, white space, a plural, a number as a string, or one
//! character too many.
//!
//! Test your handler with [`nearly_valid`] and [`valid_json`]: a server that rejects a valid interval fails with `valid_json`
//! only. Run 5,000 cases in CI.
//!
//! ```
//! use lts_log_dump::strategies::{nearly_valid, valid_json};
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
//! proptest!(|(wrong in nearly_valid())| {
//!     prop_assert_eq!(handler(wrong.json.as_bytes()), wrong.violations.first().message());
//! });
//! proptest!(|(valid in valid_json())| {
//!     prop_assert_eq!(handler(valid.json.as_bytes()), "created");
//! });
//! ```
//!
//! A failing test shrinks to as few violations as it needs, and to the spelling that the crate writes.

mod accepted;
mod wrong;

use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec as vec_of};
use core::fmt;

use proptest::arbitrary::{Arbitrary, any};
use proptest::collection::vec;
use proptest::prop_compose;
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::api_reference::{Field, Location, Period, StorageFormat, TransferType, Violations};
use crate::error::{CreateLogDumpObsResponseBody, ErrorBody};
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
use crate::value::{
    AuthToken, ContentType, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    PrefixName, ProjectId,
};

prop_compose! {
    /// Generates valid bodies.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequestBody, strategies::body};
    /// use proptest::prelude::*;
    ///
    /// proptest!(|(body in body())| {
    ///     prop_assert_eq!(CreateLogDumpObsRequestBody::from_json(body.to_json()), Ok(body));
    /// });
    /// ```
    pub fn body()(
        log_group_id: LogGroupId, log_stream_ids: LogStreamIds, obs_bucket_name: ObsBucketName,
        transfer_type: TransferType, storage_format: StorageFormat, switch_on: bool,
        prefix_name: Option<PrefixName>, dir_prefix_name: Option<DirPrefixName>, period: Period,
    ) -> CreateLogDumpObsRequestBody {
        CreateLogDumpObsRequestBody {
            log_group_id, log_stream_ids, obs_bucket_name, transfer_type, storage_format, switch_on, prefix_name,
            dir_prefix_name, period,
        }
    }
}

/// JSON of a valid body, and the body.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ValidJson {
    /// The JSON text.
    pub json: String,
    /// The body that you get from the JSON text.
    pub body: CreateLogDumpObsRequestBody,
}

/// Generates valid bodies as JSON, in every accepted spelling.
///
/// `switch_on` is a boolean, a string, `null` or absent; an integer may be `5.0` or `5e0`; an absent member may be `null`.
/// Undocumented members, the members' order, white space and escapes vary. The [module](self) has an example.
pub fn valid_json() -> impl Strategy<Value = ValidJson> {
    let valid = body().prop_map(|body| (accepted::members(&body), body));
    accepted::documents(valid).prop_map(|(json, _, body)| ValidJson { json, body })
}

/// JSON of a body that is not valid, and its violations.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NearlyValid {
    /// The JSON text.
    pub json: String,
    /// All violations of the body.
    pub violations: Violations,
}

/// Generates bodies as JSON, with one or more wrong members.
///
/// The other members are valid and vary as in [`valid_json`]. Each one is a JSON object without duplicate members, so
/// `LTS.0007` is never expected. The [module](self) has an example.
pub fn nearly_valid() -> impl Strategy<Value = NearlyValid> {
    let valid = body().prop_map(|body| accepted::members(&body));
    let is_in_body = |field: Field| matches!(field.location(), Location::Body | Location::Combination);
    accepted::documents(wrong::replace(valid, is_in_body))
        .prop_map(|(json, _, violations)| NearlyValid { json, violations })
}

/// A request that is not valid, and its violations.
///
/// `Debug` shows the length of a token instead of the token.
#[derive(Clone)]
#[non_exhaustive]
pub struct NearlyValidRequest {
    /// The path, in which no character needs to be escaped.
    pub path: String,
    /// Names and values of the headers that are present, each at most once.
    pub headers: Vec<(&'static str, String)>,
    /// The JSON text of the body.
    pub json: String,
    /// All violations of the request.
    pub violations: Violations,
}

impl NearlyValidRequest {
    /// Returns the value of a header. `None` if it is absent.
    #[must_use]
    pub fn header(&self, field: Field) -> Option<&str> {
        self.headers.iter().find(|(name, _)| *name == field.name()).map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for NearlyValidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut headers = self.headers.clone();
        for (_, token) in headers.iter_mut().filter(|(name, _)| *name == Field::AuthToken.name()) {
            let invisible = token.chars().zip(0..).find(|(character, _)| !character.is_ascii_graphic());
            let invisible = invisible.map(|(character, at)| format!(", U+{:04X} at {at}", u32::from(character)));
            *token = format!("… ({} characters{})", token.chars().count(), invisible.unwrap_or_default());
        }
        f.debug_struct("NearlyValidRequest")
            .field("path", &self.path)
            .field("headers", &headers)
            .field("json", &self.json)
            .field("violations", &self.violations)
            .finish()
    }
}

/// Generates requests with one or more wrong parameters, in the path, the headers or the body.
///
/// The path and the headers can be sent over HTTP as they are. The body is as in [`nearly_valid`], or valid.
///
/// ```
/// use lts_log_dump::strategies::nearly_valid_request;
/// use lts_log_dump::{CreateLogDumpObsRequest, Field};
/// use proptest::prelude::*;
///
/// proptest!(|(wrong in nearly_valid_request())| {
///     let project_id = CreateLogDumpObsRequest::project_id_in(&wrong.path).unwrap();
///     let (token, content_type) = (wrong.header(Field::AuthToken), wrong.header(Field::ContentType));
///     let rejection =
///         CreateLogDumpObsRequest::from_parts(project_id, token, content_type, wrong.json.as_bytes()).unwrap_err();
///     prop_assert_eq!(rejection.violations(), Some(wrong.violations));
/// });
/// ```
pub fn nearly_valid_request() -> impl Strategy<Value = NearlyValidRequest> {
    let media_type = ContentType.as_str();
    let content_type = select(vec_of![media_type.into(), media_type.to_lowercase(), media_type.to_uppercase()]);
    let valid = (any::<CreateLogDumpObsRequest>(), content_type).prop_map(|(request, content_type)| {
        let mut parameters = accepted::members(&request.body);
        parameters.extend([
            (Field::ProjectId, Some(request.project_id.into())),
            (Field::AuthToken, Some(request.auth_token.as_str().into())),
            (Field::ContentType, Some(content_type)),
        ]);
        parameters
    });
    accepted::documents(wrong::replace(valid, |_| true)).prop_map(|(json, mut parameters, violations)| {
        // The project ID is never absent.
        let project_id = parameters.remove(&Field::ProjectId).flatten().unwrap_or_default();
        let headers = [Field::AuthToken, Field::ContentType].into_iter();
        NearlyValidRequest {
            path: CreateLogDumpObsRequest::PATH_TEMPLATE.replace(&format!("{{{}}}", Field::ProjectId), &project_id),
            headers: headers.filter_map(|field| Some((field.name(), parameters.remove(&field)??))).collect(),
            json,
            violations,
        }
    })
}

/// Implements [`Arbitrary`] for types.
macro_rules! arbitrary {
    ($($($name:ident),+: $strategy:expr;)+) => {$($(
        // Without docs, rustdoc would copy proptest's, with broken links.
        impl Arbitrary for $name {
            /// There are no parameters.
            type Parameters = ();
            /// Generates valid values.
            type Strategy = BoxedStrategy<Self>;

            /// Generates valid values.
            fn arbitrary_with((): ()) -> BoxedStrategy<Self> {
                Strategy::boxed($strategy)
            }
        }
    )+)+};
}

arbitrary! {
    ProjectId, LogGroupId, LogStreamId, LogDumpObsId:
        accepted::unreserved(Self::LEN).prop_filter_map("no ID", |id| Self::new(id).ok());
    ObsBucketName, PrefixName, DirPrefixName:
        accepted::name(Self::MIN_LEN, Self::MAX_LEN).prop_filter_map("no name", |name| Self::new(name).ok());
    TransferType, StorageFormat, Period: select(Self::ALL);
    AuthToken: accepted::visible(accepted::length(Self::MIN_LEN, Self::MAX_LEN))
        .prop_filter_map("no token", |token| Self::new(token).ok());
    // A third of the lists are longer and repeat their IDs. One range, so that the length shrinks to the least one that fails.
    LogStreamIds: (vec(any::<LogStreamId>(), 1..5), 0..120_usize).prop_filter_map("no ID", |(ids, more)| {
        let len = ids.len().saturating_add(more.saturating_sub(80));
        Self::new(ids.into_iter().cycle().take(len).collect::<Vec<_>>()).ok()
    });
    CreateLogDumpObsRequestBody: body();
    CreateLogDumpObsRequest: any::<(ProjectId, AuthToken, CreateLogDumpObsRequestBody)>()
        .prop_map(|(project_id, auth_token, body)| Self { project_id, auth_token, body });
    CreateLogDumpObsResponseBody: any::<LogDumpObsId>().prop_map(|log_dump_obs_id| Self { log_dump_obs_id });
    ErrorBody: accepted::error();
}
