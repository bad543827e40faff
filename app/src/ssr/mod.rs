//! Native-only plumbing shared by the slices: the state, units of work, rendering, cookies, jobs, mail, media.
//!
//! A request comes in through a door (a page handler, a server function, a REST handler); the door begins a [`Cx`], calls a
//! slice's verb and commits. No slice reads the environment, the clock or a global: everything is in [`AppState`].

pub mod assets;
pub mod clock;
pub mod cookies;
pub mod cx;
pub mod db;
pub mod internal;
pub mod jobs;
pub mod mail;
pub mod media;
pub mod problem;
pub mod render;
pub mod settings;

use std::sync::Arc;

use leptos::prelude::use_context;

pub use clock::Clock;
pub use cx::{Cx, new_id};
pub use db::Db;
pub use media::Media;
pub use settings::Settings;

use crate::{error::AppError, payments::ssr::provider::PaymentProvider};

/// Everything a request or a job may need; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    pub db: Db,
    pub redis: fred::clients::Pool,
    pub settings: Arc<Settings>,
    pub clock: Clock,
    pub media: Media,
    pub mailer: mail::Mailer,
    pub payments: Arc<dyn PaymentProvider>,
    pub assets: Arc<assets::Assets>,
}

/// The state inside a server function.
pub fn state() -> Result<AppState, AppError> {
    use_context::<AppState>().ok_or_else(|| internal::internal_message("server function", "called without the state"))
}
