//! All routes of the application, slice by slice: pages, server functions, and the REST API.

use axum::{Router, routing::any};
use utoipa_axum::router::OpenApiRouter;

use crate::{
    cart, catalog, checkout, content, discovery, merchants, orders, payments, questions, search,
    ssr::{
        AppState, form,
        settings::{Environment, PaymentSettings, Settings},
    },
};

/// Pages and webhooks. The mailbox and the design system are for development; the test provider's own page is there where that provider is used.
pub fn pages(settings: &Settings) -> Router<AppState> {
    let pages = Router::new()
        .merge(catalog::ssr::pages::routes())
        .merge(catalog::ssr::live::routes())
        .merge(search::ssr::pages::routes())
        .merge(merchants::ssr::pages::routes())
        .merge(cart::ssr::pages::routes())
        .merge(checkout::ssr::pages::routes())
        .merge(orders::ssr::pages::routes())
        .merge(payments::ssr::pages::routes())
        .merge(questions::ssr::pages::routes())
        .merge(content::ssr::pages::routes())
        .merge(content::ssr::offline::routes())
        .merge(discovery::ssr::pages::routes());
    let pages = match &settings.payments {
        PaymentSettings::Test { .. } => pages.merge(payments::ssr::pages::test_provider_routes()),
    };
    match settings.environment {
        Environment::Development => pages
            .merge(content::ssr::mailbox::routes())
            .merge(content::ssr::design::routes()),
        Environment::Production => pages,
    }
}

/// Server functions, for islands and plain forms.
pub fn server_functions() -> Router<AppState> {
    Router::new().route("/api/{*function}", any(form::server_function))
}

/// The REST API below `/api/v1`, with its description.
pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(catalog::ssr::rest::api())
        .merge(questions::ssr::rest::api())
        .merge(search::ssr::rest::api())
        .merge(merchants::ssr::rest::api())
        .merge(cart::ssr::rest::api())
        .merge(checkout::ssr::rest::api())
        .merge(orders::ssr::rest::api())
}
