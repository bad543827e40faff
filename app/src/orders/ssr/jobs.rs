//! The orders' jobs: shallow structs that call one verb.

use domain::policy::Actor;
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext, WorkerOptions};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::count_pairs;
use crate::{
    error::AppError,
    ssr::{AppState, Cx, jobs},
};

/// Tells the catalogue what was bought together in an order.
#[derive(Debug, Serialize, Deserialize)]
pub struct CountPairs {
    pub group: Uuid,
}

impl TaskHandler for CountPairs {
    const IDENTIFIER: &'static str = "count_pairs";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let state = jobs::state(&context)?;
        run(&state, self.group).await
    }
}

async fn run(state: &AppState, group: Uuid) -> Result<(), AppError> {
    let mut cx = Cx::begin(state, Actor::System).await?;
    count_pairs(&mut cx, group).await?;
    cx.commit().await
}

pub fn register(options: WorkerOptions) -> WorkerOptions {
    options.define_job::<CountPairs>()
}
