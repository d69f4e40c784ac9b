//! What the service knows: projects, log groups, log streams, buckets and transfers.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use lts_log_dump::{
    ApiError, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, LogDumpObsId, LogGroupId, LogStreamId,
    ObsBucketName, ProjectId, Violation,
};
use serde::Deserialize;
use uuid::Uuid;

/// What the service starts with. The types of the crate refuse a seed that no request could name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    projects: HashMap<ProjectId, Project>,
    buckets: HashSet<ObsBucketName>,
    /// Buckets for which the service fails.
    #[serde(default)]
    failing_buckets: HashSet<ObsBucketName>,
    /// Log streams that are being transferred already.
    #[serde(default)]
    transferred: HashSet<LogStreamId>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    log_groups: HashMap<LogGroupId, HashSet<LogStreamId>>,
}

impl Seed {
    /// The seed that is built in.
    ///
    /// # Errors
    ///
    /// None, as long as `seed.json` is valid, which a test holds.
    pub fn built_in() -> serde_json::Result<Self> {
        serde_json::from_str(include_str!("../seed.json"))
    }
}

/// The state. It does not grow beyond the seed: each log stream is transferred once at most.
#[derive(Debug)]
pub struct State {
    seed: Seed,
    transferred: Mutex<HashSet<LogStreamId>>,
}

impl From<Seed> for State {
    fn from(seed: Seed) -> Self {
        Self { transferred: Mutex::new(seed.transferred.clone()), seed }
    }
}

impl State {
    /// Creates a transfer task, or changes nothing.
    ///
    /// # Errors
    ///
    /// The error of the page for what is unknown or already transferred.
    pub fn create(
        &self,
        project_id: ProjectId,
        body: &CreateLogDumpObsRequestBody,
    ) -> Result<CreateLogDumpObsResponseBody, ApiError> {
        let project = self.seed.projects.get(&project_id).ok_or(Violation::InvalidProjectId)?;
        let streams = project.log_groups.get(&body.log_group_id).ok_or(ApiError::LogGroupNotFound)?;
        if let Some(unknown) = body.log_stream_ids.iter().find(|id| !streams.contains(*id)) {
            return Err(ApiError::LogStreamNotFound { log_stream_id: unknown.to_string() });
        }
        if !self.seed.buckets.contains(&body.obs_bucket_name) {
            return Err(ApiError::ObsBucketNotFound { obs_bucket_name: body.obs_bucket_name.to_string() });
        }
        if self.seed.failing_buckets.contains(&body.obs_bucket_name) {
            return Err(ApiError::InternalServerError);
        }
        // The set is changed in one step, so it is whole even if a holder of the lock has panicked.
        let mut transferred = self.transferred.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = body.log_stream_ids.iter().find(|id| transferred.contains(*id)) {
            return Err(ApiError::LogStreamAssociated { log_stream_id: known.to_string() });
        }
        let log_dump_obs_id =
            LogDumpObsId::new(Uuid::new_v4().to_string()).map_err(|_| ApiError::InternalServerError)?;
        transferred.extend(&body.log_stream_ids);
        Ok(CreateLogDumpObsResponseBody { log_dump_obs_id })
    }

    /// Forgets all transfers that the seed does not have.
    pub fn reset(&self) {
        let mut transferred = self.transferred.lock().unwrap_or_else(PoisonError::into_inner);
        transferred.clone_from(&self.seed.transferred);
    }
}
