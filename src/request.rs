//! The request: its body alone, and the whole of path, headers and body.

mod json;
mod read;
mod write;

use alloc::string::String;

use crate::choice::{StorageFormat, TransferType};
use crate::header::{AuthToken, ContentType};
use crate::id::{LogGroupId, ProjectId};
use crate::ids::LogStreamIds;
use crate::name::{DirPrefixName, ObsBucketName, PrefixName};
use crate::period::Period;
use crate::rejection::Rejection;
use crate::switch::SwitchOn;
use crate::violation::{Field, Violation};
use crate::violations::Violations;

/// The body of the request: which log streams are transferred, to which bucket, and how often.
///
/// A body that exists is valid: each constraint of the page's Table 3 is held by the type of a field, and the one rule
/// about two members, `period` and `period_unit`, by [`Period`], which is both.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequestBody, ErrorBody, Period};
///
/// let body = CreateLogDumpObsRequestBody::from_json(
///     br#"{
///         "log_group_id": "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053",
///         "log_stream_ids": ["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],
///         "obs_bucket_name": "lts-test",
///         "type": "cycle",
///         "storage_format": "RAW",
///         "switch_on": "true",
///         "period": 5,
///         "period_unit": "min"
///     }"#,
/// )?;
/// assert!(body.switch_on);
/// assert_eq!(body.period, Period::Min5);
/// # Ok::<(), lts_log_dump::Rejection>(())
/// ```
///
/// Nothing that is not valid can be put into it:
///
/// ```compile_fail,E0308
/// fn rename(body: &mut lts_log_dump::CreateLogDumpObsRequestBody, name: String) {
///     body.obs_bucket_name = name;
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a struct expression with all members is the way to write a body down")]
pub struct CreateLogDumpObsRequestBody {
    /// The log group: `log_group_id`, mandatory.
    pub log_group_id: LogGroupId,
    /// Its log streams to transfer: `log_stream_ids`, mandatory.
    pub log_stream_ids: LogStreamIds,
    /// Where to: `obs_bucket_name`, mandatory.
    pub obs_bucket_name: ObsBucketName,
    /// How: `type`, mandatory.
    pub transfer_type: TransferType,
    /// In which format: `storage_format`, mandatory.
    pub storage_format: StorageFormat,
    /// Whether the transfer is enabled: `switch_on`, true when absent.
    ///
    /// `"true"` and `"false"` are read, too, because the page's own example has a string.
    pub switch_on: bool,
    /// The file name prefix in the bucket: `prefix_name`, optional.
    pub prefix_name: Option<PrefixName>,
    /// The path in the bucket: `dir_prefix_name`, optional.
    pub dir_prefix_name: Option<DirPrefixName>,
    /// How often: `period` and `period_unit`, mandatory.
    pub period: Period,
}

impl CreateLogDumpObsRequestBody {
    /// A body with the page's defaults: transferred in cycles, stored raw, switched on, no prefixes.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequestBody, LogGroupId, LogStreamId, ObsBucketName, Period, PrefixName};
    ///
    /// let body = CreateLogDumpObsRequestBody {
    ///     prefix_name: Some(PrefixName::new("fileprefixname")?),
    ///     ..CreateLogDumpObsRequestBody::new(
    ///         LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")?,
    ///         LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?,
    ///         ObsBucketName::new("lts-test")?,
    ///         Period::Min5,
    ///     )
    /// };
    /// assert!(body.switch_on);
    /// # Ok::<(), lts_log_dump::Violation>(())
    /// ```
    #[must_use]
    pub fn new(
        log_group_id: LogGroupId,
        log_stream_ids: impl Into<LogStreamIds>,
        obs_bucket_name: ObsBucketName,
        period: Period,
    ) -> Self {
        Self {
            log_group_id,
            log_stream_ids: log_stream_ids.into(),
            obs_bucket_name,
            transfer_type: TransferType::default(),
            storage_format: StorageFormat::default(),
            switch_on: SwitchOn::default().0,
            prefix_name: None,
            dir_prefix_name: None,
            period,
        }
    }

    /// Reads a body, and finds all that is wrong with it in one pass.
    ///
    /// # Errors
    ///
    /// - Not one JSON text in UTF-8 whose value is an object, a documented member twice, or a documented member with a
    ///   lone surrogate or a number beyond the range of a double: [`Rejection::NotJson`], which is `LTS.0007`.
    /// - Members that are missing or not as documented: [`Rejection::Violations`], all of them, in the order of Table 3.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
    ///
    /// let Err(Rejection::Violations(violations)) = CreateLogDumpObsRequestBody::from_json(b"{}") else {
    ///     unreachable!("seven members are missing");
    /// };
    /// assert_eq!(
    ///     violations.first().message(),
    ///     "log_group_id is invalid, please verify if it's provided as required"
    /// );
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Self, Rejection> {
        json::from_json(json)
    }
}

/// The path on each side of the project ID.
macro_rules! path {
    (before) => {
        "/v2/"
    };
    (after) => {
        "/log-dump/obs"
    };
}

/// The whole request: path, headers and body.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequest, Rejection, Violation};
///
/// let violations = CreateLogDumpObsRequest::from_parts("short", None, Some("text/plain"), b"{}").unwrap_err();
/// let Rejection::Violations(violations) = violations else { unreachable!("the path is wrong") };
/// assert!(violations.iter().take(3).eq([
///     Violation::InvalidProjectId,
///     Violation::InvalidAuthToken,
///     Violation::InvalidContentType,
/// ]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a struct expression with all parts is the way to write a request down")]
pub struct CreateLogDumpObsRequest {
    /// The project, in the path.
    pub project_id: ProjectId,
    /// The user token, in a header.
    pub auth_token: AuthToken,
    /// The body.
    pub body: CreateLogDumpObsRequestBody,
}

impl CreateLogDumpObsRequest {
    /// The HTTP method.
    pub const METHOD: &str = "POST";

    /// The path, with the name of the project ID in braces in its place.
    pub const PATH_TEMPLATE: &str = concat!(path!(before), "{project_id}", path!(after));

    /// The path with the project ID in it.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequest, ProjectId};
    ///
    /// let project_id = ProjectId::new("2a473356cca5487f8373be891bffc1cf")?;
    /// assert_eq!(
    ///     CreateLogDumpObsRequest::path_of(project_id),
    ///     "/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs"
    /// );
    /// # Ok::<(), lts_log_dump::Violation>(())
    /// ```
    #[must_use]
    pub fn path_of(project_id: ProjectId) -> String {
        [path!(before), project_id.as_str(), path!(after)].into_iter().collect()
    }

    /// The text that stands in a path in the place of the project ID, if the rest is that of this request.
    ///
    /// ```
    /// use lts_log_dump::CreateLogDumpObsRequest;
    ///
    /// assert_eq!(CreateLogDumpObsRequest::project_id_in("/v2/me/log-dump/obs"), Some("me"));
    /// assert_eq!(CreateLogDumpObsRequest::project_id_in("/v2/me/groups"), None);
    /// ```
    #[must_use]
    pub fn project_id_in(path: &str) -> Option<&str> {
        path.strip_prefix(path!(before))?
            .strip_suffix(path!(after))
            .filter(|project_id| !project_id.as_bytes().contains(&b'/'))
    }

    /// The names and values of the headers. One of them is a secret.
    #[must_use]
    pub const fn headers(&self) -> [(&'static str, &str); 2] {
        [(Field::AuthToken.name(), self.auth_token.as_str()), (Field::ContentType.name(), ContentType.as_str())]
    }

    /// Reads the parts of a request, as they came; a header that is absent or no text is `None`.
    ///
    /// Each part can be read alone, too, with [`ProjectId::new`], [`AuthToken::new`], [`ContentType::new`] and
    /// [`CreateLogDumpObsRequestBody::from_json`]: the vendor's own SDK signs its requests and sends no token.
    ///
    /// # Errors
    ///
    /// - Parts that are missing or not as documented: [`Rejection::Violations`], all of them, in the order path,
    ///   headers, body. A body that is not JSON adds none.
    /// - A body that is not JSON, when all else is as documented: [`Rejection::NotJson`], which is `LTS.0007`.
    // Compiled where it is used: many read the body alone.
    #[inline]
    pub fn from_parts(
        project_id: &str,
        auth_token: Option<&str>,
        content_type: Option<&str>,
        body: &[u8],
    ) -> Result<Self, Rejection> {
        let project_id = ProjectId::new(project_id);
        let auth_token = auth_token.map_or(Err(Violation::InvalidAuthToken), AuthToken::new);
        let content_type = content_type.map_or(Err(Violation::InvalidContentType), ContentType::new);
        let body = CreateLogDumpObsRequestBody::from_json(body);

        let outside = Violations::of(&[project_id.err(), auth_token.as_ref().err().copied(), content_type.err()]);
        match (outside, body) {
            (None, body) => Ok(Self { project_id: project_id?, auth_token: auth_token?, body: body? }),
            (Some(outside), Err(Rejection::Violations(inside))) => Err(outside.union(inside).into()),
            (Some(outside), _) => Err(outside.into()),
        }
    }
}
