//! The body of the request.

use crate::api_reference::{Period, StorageFormat, TransferType};
use crate::value::{DirPrefixName, LogGroupId, LogStreamIds, ObsBucketName, PrefixName};

/// The value of an absent `switch_on`.
pub(crate) const SWITCH_ON_DEFAULT: bool = true;

/// The body of the request: which log streams are transferred, to which bucket, and how often.
///
/// It is always valid: the type of each field enforces the constraints in Table 3 of the [API reference]. [`Period`] is `period` and
/// `period_unit` together.
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
/// An unchecked value does not compile:
///
/// ```compile_fail,E0308
/// fn rename(body: &mut lts_log_dump::CreateLogDumpObsRequestBody, name: String) {
///     body.obs_bucket_name = name;
/// }
/// ```
///
/// [API reference]: https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "users create a body with a struct expression")]
pub struct CreateLogDumpObsRequestBody {
    /// The log group: `log_group_id`, mandatory.
    pub log_group_id: LogGroupId,
    /// The log streams of the group to transfer: `log_stream_ids`, mandatory.
    pub log_stream_ids: LogStreamIds,
    /// The bucket for the logs: `obs_bucket_name`, mandatory.
    pub obs_bucket_name: ObsBucketName,
    /// How logs are transferred: `type`, mandatory.
    pub transfer_type: TransferType,
    /// How logs are stored: `storage_format`, mandatory.
    pub storage_format: StorageFormat,
    /// Whether the transfer is enabled: `switch_on`, true if it is absent.
    ///
    /// The strings `"true"` and `"false"` are accepted, too, because the example of the API reference has one.
    pub switch_on: bool,
    /// The file name prefix in the bucket: `prefix_name`, optional.
    pub prefix_name: Option<PrefixName>,
    /// The path in the bucket: `dir_prefix_name`, optional.
    pub dir_prefix_name: Option<DirPrefixName>,
    /// How often logs are transferred: `period` and `period_unit`, mandatory.
    pub period: Period,
}

impl CreateLogDumpObsRequestBody {
    /// Creates a body with the defaults of the API reference: `cycle`, `RAW`, switched on and no prefixes.
    ///
    /// ```
    /// use lts_log_dump::{CreateLogDumpObsRequestBody, LogGroupId, LogStreamId, ObsBucketName, Period, PrefixName};
    ///
    /// let body = CreateLogDumpObsRequestBody::new(
    ///     LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")?,
    ///     LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718")?,
    ///     ObsBucketName::new("lts-test")?,
    ///     Period::Min5,
    /// )
    /// .with_prefix_name(PrefixName::new("fileprefixname")?);
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
            switch_on: SWITCH_ON_DEFAULT,
            prefix_name: None,
            dir_prefix_name: None,
            period,
        }
    }

    /// Replaces `transfer_type`.
    #[must_use]
    pub fn with_transfer_type(self, transfer_type: TransferType) -> Self {
        Self { transfer_type, ..self }
    }

    /// Replaces `storage_format`.
    #[must_use]
    pub fn with_storage_format(self, storage_format: StorageFormat) -> Self {
        Self { storage_format, ..self }
    }

    /// Replaces `switch_on`.
    #[must_use]
    pub fn with_switch_on(self, switch_on: bool) -> Self {
        Self { switch_on, ..self }
    }

    /// Replaces `prefix_name`.
    #[must_use]
    pub fn with_prefix_name(self, prefix_name: PrefixName) -> Self {
        Self { prefix_name: Some(prefix_name), ..self }
    }

    /// Replaces `dir_prefix_name`.
    #[must_use]
    pub fn with_dir_prefix_name(self, dir_prefix_name: DirPrefixName) -> Self {
        Self { dir_prefix_name: Some(dir_prefix_name), ..self }
    }
}
