//! The catalogue's jobs: shallow structs that call one verb.

use graphile_worker::{IntoTaskHandlerResult, JobSpec, TaskHandler, WorkerContext, WorkerOptions};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{fetch::Policy, pictures};
use crate::ssr::jobs;

/// How often a picture is tried for; the queue waits longer each time, some hours in all.
const ATTEMPTS: i16 = 8;

/// Fetches a picture that a merchant's import names.
#[derive(Debug, Serialize, Deserialize)]
pub struct FetchImage {
    pub media_id: Uuid,
}

impl FetchImage {
    /// One job per picture at a time.
    pub(super) fn spec(media_id: Uuid) -> JobSpec {
        JobSpec {
            max_attempts: Some(ATTEMPTS),
            job_key: Some(format!("fetch_image:{media_id}")),
            ..JobSpec::default()
        }
    }
}

impl TaskHandler for FetchImage {
    const IDENTIFIER: &'static str = "fetch_image";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let state = jobs::state(&context).map_err(|error| error.to_string())?;
        let Err(message) = pictures::fetch_pending(&state, self.media_id, Policy::PUBLIC).await
        else {
            return Ok(());
        };
        let job = context.job();
        let last = job.attempts() >= job.max_attempts();
        pictures::note_failure(&state, self.media_id, &message, last)
            .await
            .map_err(|error| error.to_string())?;
        Err(message)
    }
}

pub fn register(options: WorkerOptions) -> WorkerOptions {
    options.define_job::<FetchImage>()
}
