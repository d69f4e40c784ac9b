//! What the service knows: projects, log groups, log streams, buckets and transfers.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use lts_log_dump::{
    ApiError, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, LogDumpObsId, LogGroupId,
    LogStreamId, ObsBucketName, ProjectId, Violation,
};
use serde::Deserialize;
use uuid::Uuid;

/// What the service starts with. The types of the crate refuse a seed that no request could name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    projects: HashMap<ProjectId, Project>,
    buckets: HashSet<ObsBucketName>,
    /// Buckets for which the service fails, and the error that it answers with: any, as the list of codes is open.
    #[serde(default)]
    failing_buckets: HashMap<ObsBucketName, ErrorBody>,
    /// Log streams that are being transferred already.
    #[serde(default)]
    transferred: HashSet<LogStreamId>,
    /// IDs of the tasks that are created first; those of later ones are random.
    #[serde(default)]
    log_dump_obs_ids: Vec<LogDumpObsId>,
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
    created: Mutex<Created>,
}

#[derive(Debug)]
struct Created {
    transferred: HashSet<LogStreamId>,
    log_dump_obs_ids: std::vec::IntoIter<LogDumpObsId>,
}

impl From<&Seed> for Created {
    fn from(seed: &Seed) -> Self {
        Self { transferred: seed.transferred.clone(), log_dump_obs_ids: seed.log_dump_obs_ids.clone().into_iter() }
    }
}

impl From<Seed> for State {
    fn from(seed: Seed) -> Self {
        Self { created: Mutex::new(Created::from(&seed)), seed }
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
        if let Some(error) = self.seed.failing_buckets.get(&body.obs_bucket_name) {
            return Err(error.clone().into());
        }
        if !self.seed.buckets.contains(&body.obs_bucket_name) {
            return Err(ApiError::ObsBucketNotFound { obs_bucket_name: body.obs_bucket_name.to_string() });
        }
        let mut created = self.created();
        if let Some(known) = body.log_stream_ids.iter().find(|id| created.transferred.contains(*id)) {
            return Err(ApiError::LogStreamAssociated { log_stream_id: known.to_string() });
        }
        let log_dump_obs_id = match created.log_dump_obs_ids.next() {
            Some(id) => id,
            None => LogDumpObsId::new(Uuid::new_v4().to_string()).map_err(|_| ApiError::InternalServerError)?,
        };
        created.transferred.extend(&body.log_stream_ids);
        Ok(CreateLogDumpObsResponseBody { log_dump_obs_id })
    }

    /// Forgets all tasks that were created.
    pub fn reset(&self) {
        *self.created() = Created::from(&self.seed);
    }

    /// A request is carried out without a panic between its changes, so they are whole whoever held the lock before.
    fn created(&self) -> MutexGuard<'_, Created> {
        self.created.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
