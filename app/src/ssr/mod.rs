//! Native-only plumbing shared by the slices: the state, units of work, rendering, cookies, jobs, mail, media.
//!
//! A request comes in through a door (a page handler, a server function, a REST handler); the door begins a [`Cx`], calls a
//! slice's verb and commits. No slice reads the environment, the clock or a global: everything is in [`AppState`].

pub mod assets;
pub mod clock;
pub mod cookies;
pub mod cx;
pub mod db;
pub mod form;
pub mod fragments;
pub mod idempotency;
pub mod internal;
pub mod jobs;
pub mod locale;
pub mod mail;
pub mod media;
pub mod pages;
pub mod problem;
pub mod remembered;
pub mod render;
pub mod rest;
pub mod secret;
pub mod settings;
pub mod sheet;
pub mod terms;
pub mod upkeep;
pub mod waking;

use std::{ops::Deref, sync::Arc};

use domain::money::Money;
use leptos::prelude::use_context;

pub use clock::Clock;
pub use cx::{Cx, new_id};
pub use db::Db;
pub use media::Media;
pub use settings::Settings;

use crate::{error::AppError, payments::ssr::provider::PaymentProvider};

/// Everything a request or a job may need. One pointer: each layer that a request goes through has its own.
#[derive(Clone)]
pub struct AppState(Arc<Parts>);

impl AppState {
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for AppState {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What the state holds.
pub struct Parts {
    pub db: Db,
    pub redis: fred::clients::Pool,
    pub settings: Arc<Settings>,
    pub clock: Clock,
    pub media: Media,
    pub mailer: mail::Mailer,
    pub payments: Arc<dyn PaymentProvider>,
    pub assets: assets::Assets,
    pub navigation: crate::catalog::ssr::NavigationCache,
    pub fragments: fragments::Fragments,
    pub pieces: crate::catalog::ssr::Pieces,
    pub searches: crate::search::ssr::Searches,
    pub terms: terms::Terms,
    pub pages: pages::PageCache,
    pub discovery: crate::discovery::ssr::Discovery,
}

/// Says nothing: the state holds secrets.
impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").finish_non_exhaustive()
    }
}

/// Money from a row's two columns.
pub fn money(minor: i64, currency: &str) -> Result<Money, AppError> {
    let currency = currency
        .parse()
        .map_err(|error: domain::UnknownName| internal::internal("currency in a row", &error))?;
    Ok(Money::new(minor, currency))
}

/// The state inside a server function.
pub fn state() -> Result<AppState, AppError> {
    use_context::<AppState>()
        .ok_or_else(|| internal::internal_message("server function", "called without the state"))
}
