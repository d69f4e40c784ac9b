//! The projects, log groups, log streams, buckets and transfers of the service.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use lts_log_dump::{
    ApiError, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, LogDumpObsId, LogGroupId,
    LogStreamId, ObsBucketName, ProjectId, Violation,
};
use serde::Deserialize;
use uuid::Uuid;

/// The initial state. The types of the crate reject IDs and names that no valid request can contain.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    projects: HashMap<ProjectId, Project>,
    buckets: HashSet<ObsBucketName>,
    /// Buckets that cause an error. The error may have a code that the API reference does not list.
    #[serde(default)]
    failing_buckets: HashMap<ObsBucketName, ErrorBody>,
    /// Log streams that are already transferred.
    #[serde(default)]
    transferred: HashSet<LogStreamId>,
    /// The IDs of the first tasks. Later tasks get random IDs.
    #[serde(default)]
    log_dump_obs_ids: Vec<LogDumpObsId>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    log_groups: HashMap<LogGroupId, HashSet<LogStreamId>>,
}

impl Seed {
    /// Returns the built-in seed.
    ///
    /// # Errors
    ///
    /// If `seed.json` is invalid. The tests start the service with it.
    pub fn built_in() -> serde_json::Result<Self> {
        serde_json::from_str(include_str!("../seed.json"))
    }
}

/// The state. Its size is limited by the seed, because each log stream is transferred at most once.
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
    /// Creates a transfer task.
    ///
    /// # Errors
    ///
    /// The first of the following errors; the state does not change. The API reference does not define an order. The service
    /// uses the order of Table 3.
    ///
    /// 1. LTS.0001: the project is unknown.
    /// 2. LTS.0201: the project does not have the log group.
    /// 3. LTS.0208: the log group does not have a log stream. The error names the first unknown log stream in the body.
    /// 4. The error of a failing bucket, or LTS.0416: the bucket is unknown.
    /// 5. LTS.0207: a log stream is already transferred. The error names the first one in the body. It is the last error,
    ///    because it implies that everything in the request exists.
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

    /// Forgets all created tasks.
    pub fn reset(&self) {
        *self.created() = Created::from(&self.seed);
    }

    /// Ignores poisoning, because no code panics between two changes of the state.
    fn created(&self) -> MutexGuard<'_, Created> {
        self.created.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
