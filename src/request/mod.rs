//! The request: path, headers and body.

mod body;
mod draft;
mod from_json;
mod serde;
mod to_json;

use alloc::string::String;

pub use body::CreateLogDumpObsRequestBody;
#[cfg(feature = "schemars")]
pub(crate) use body::SWITCH_ON_DEFAULT;

use crate::api_reference::{Field, Violation, Violations};
use crate::error::Rejection;
use crate::value::{AuthToken, ContentType, ProjectId, RequestHeaderValue};

/// The whole request: path, headers and body.
///
/// ```
/// use lts_log_dump::{CreateLogDumpObsRequest, Rejection, Violation};
///
/// let violations = CreateLogDumpObsRequest::from_parts("short", None, Some("text/plain"), b"{}").unwrap_err();
/// let Rejection::Violations(violations) = violations else { unreachable!("the project ID is too short") };
/// assert!(violations.iter().take(3).eq([
///     Violation::InvalidProjectId,
///     Violation::InvalidAuthToken,
///     Violation::InvalidContentType,
/// ]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "users create a request with a struct expression")]
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

    /// The path, with `{project_id}` in place of the project ID.
    pub const PATH_TEMPLATE: &str = "/v2/{project_id}/log-dump/obs";

    /// Returns the parts of the path before and after the project ID.
    fn path_around_project_id() -> (&'static str, &'static str) {
        // Infallible: the template has both braces.
        let (before, rest) = Self::PATH_TEMPLATE.split_once('{').unwrap_or_default();
        let (_, after) = rest.split_once('}').unwrap_or_default();
        (before, after)
    }

    /// Returns the request path for a project.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequest, ProjectId};
    ///
    /// let project_id = ProjectId::new("2a473356cca5487f8373be891bffc1cf")?;
    /// assert_eq!(
    ///     CreateLogDumpObsRequest::path(project_id),
    ///     "/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs"
    /// );
    /// # Ok::<(), lts_log_dump::Violation>(())
    /// ```
    #[must_use]
    pub fn path(project_id: ProjectId) -> String {
        let (before, after) = Self::path_around_project_id();
        [before, project_id.as_str(), after].into_iter().collect()
    }

    /// Returns the path segment with the project ID, or `None` if the path belongs to another endpoint.
    ///
    /// ```
    /// use lts_log_dump::CreateLogDumpObsRequest;
    ///
    /// assert_eq!(CreateLogDumpObsRequest::project_id_in("/v2/me/log-dump/obs"), Some("me"));
    /// assert_eq!(CreateLogDumpObsRequest::project_id_in("/v2/me/groups"), None);
    /// ```
    #[must_use]
    pub fn project_id_in(path: &str) -> Option<&str> {
        let (before, after) = Self::path_around_project_id();
        let project_id = path.strip_prefix(before)?.strip_suffix(after)?;
        (!project_id.as_bytes().contains(&b'/')).then_some(project_id)
    }

    /// Returns the names and values of the headers. `Debug` hides the token.
    ///
    /// ```
    /// use lts_log_dump::{AuthToken, CreateLogDumpObsRequest};
    ///
    /// # let body = include_str!("../../examples/request.json");
    /// let request = CreateLogDumpObsRequest {
    ///     project_id: "2a473356cca5487f8373be891bffc1cf".parse()?,
    ///     auth_token: AuthToken::new("t".repeat(AuthToken::MIN_LEN))?,
    ///     body: body.parse()?,
    /// };
    /// let [(name, token), (_, content_type)] = request.headers();
    /// assert_eq!((name, token.as_str().len()), ("X-Auth-Token", AuthToken::MIN_LEN));
    /// assert_eq!(format!("{token:?}"), "\"…\"");
    /// assert_eq!(content_type.as_str(), "application/json;charset=UTF-8");
    /// # Ok::<(), lts_log_dump::Rejection>(())
    /// ```
    #[must_use]
    pub const fn headers(&self) -> [(&'static str, RequestHeaderValue<'_>); 2] {
        [
            (Field::AuthToken.name(), RequestHeaderValue { value: self.auth_token.as_str(), is_secret: true }),
            (Field::ContentType.name(), RequestHeaderValue { value: ContentType.as_str(), is_secret: false }),
        ]
    }

    /// Validates the parts of a request. A header is `None` if it is missing or not a string.
    ///
    /// You can also validate each part alone, with [`ProjectId::new`], [`AuthToken::new`], [`ContentType::new`] and
    /// [`CreateLogDumpObsRequestBody::from_json`]. The vendor's SDK, for example, signs its requests and sends no token.
    ///
    /// # Errors
    ///
    /// - Parts are missing or invalid: [`Rejection::Violations`] with every violation, in the order path, headers, body.
    /// - Everything else is valid, but the body is not JSON: [`Rejection::NotJson`], which is `LTS.0007`.
    ///
    /// To accept other content types, check the header yourself and pass the documented value. See the
    /// [example](crate::docs::conversions#requests).
    // `#[inline]` so that crates that never call it do not compile it.
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

        let outside = [project_id.err(), auth_token.as_ref().err().copied(), content_type.err()];
        match (Violations::try_from_iter(outside.into_iter().flatten()), body) {
            (None, body) => Ok(Self { project_id: project_id?, auth_token: auth_token?, body: body? }),
            (Some(outside), Err(Rejection::Violations(inside))) => Err((outside | inside).into()),
            (Some(outside), _) => Err(outside.into()),
        }
    }
}
