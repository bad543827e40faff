//! The web server's routes, and the layers around them in the order that [`crate::layers`] explains.

use std::path::PathBuf;
use std::sync::Arc;

use app::cart::ssr::rest::CART_TOKEN;
use app::error::AppError;
use app::ssr::settings::{Environment, MediaSettings};
use app::ssr::{AppState, form};
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware;
use axum::routing::{MethodFilter, any, on};
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use leptos::server_fn::axum::server_fn_paths;
use sentry::integrations::tower::{NewSentryLayer, SentryHttpLayer};
use tower::ServiceBuilder;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::config::HttpConfig;
use crate::health::{self, Draining};
use crate::layers::headers::SecurityHeaders;
use crate::layers::rate_limit::RateLimiter;
use crate::layers::request::TrustedProxies;
use crate::layers::{
    csrf, errors, headers, host, language, panics, rate_limit, request, session, trace,
};
use crate::{api_docs, dev, statics, telemetry};

/// Of what is compressed anew for each response: much quicker than the default (4), for a few per cent more bytes.
const QUALITY: CompressionLevel = CompressionLevel::Precise(2);
/// 2 MB. Pictures are uploaded through a route with a limit of its own.
pub const MAX_BODY_BYTES: usize = 2 * 1024 * 1024;

/// Everything the router is made of.
#[derive(Clone)]
pub struct Site {
    pub state: AppState,
    pub http: HttpConfig,
    /// Where the built site lies.
    pub root: PathBuf,
    /// Whether there is a Sentry to be told what a request was when something goes wrong with it.
    pub reports_errors: bool,
    pub draining: Draining,
}

/// The whole web server.
///
/// # Errors
/// When APP_URL or an allowed origin cannot be an `Origin` header.
pub fn build(site: Site) -> anyhow::Result<Router> {
    let routes = routes(&site)?;
    wrap(routes, site)
}

/// Every route of the site, not yet behind the layers.
///
/// # Errors
/// As [`build`].
pub fn routes(site: &Site) -> anyhow::Result<Router<AppState>> {
    let (api, openapi) = api_docs::describe();
    let own = own_origin(site);
    let allowed = &site.http.cors_allowed_origins;
    let api = api
        .route("/api/v1/{*unknown}", any(|| async { AppError::NotFound }))
        .layer(csrf::api_layer(&own, allowed)?)
        .layer(cors(allowed)?);
    let mut routes = app::routes::pages(&site.state.settings)
        .merge(api)
        .merge(server_functions())
        .merge(api_docs::router(openapi))
        .merge(health::router(site.draining.clone()))
        .merge(statics::site(site.root.clone()));
    if site.state.settings.environment == Environment::Development {
        routes = routes.merge(dev::routes(site.root.clone()));
    }
    if let MediaSettings::Directory(directory) = &site.state.settings.media {
        routes = routes.merge(statics::media(directory));
    }
    Ok(routes)
}

/// Puts the layers around any routes; apart from [`build`] so that tests can add a route that panics or sleeps.
///
/// # Errors
/// As [`build`].
pub fn wrap(routes: Router<AppState>, site: Site) -> anyhow::Result<Router> {
    let Site { state, http, .. } = &site;
    let https = state.settings.is_https();
    // In each group the first layer is the outermost; each group goes around all before it. Groups, since every `layer` of a
    // router costs a request an allocation or two.
    let mut routes = routes.layer(
        ServiceBuilder::new()
            .layer(RequestBodyLimitLayer::new(MAX_BODY_BYTES))
            .map_request(|request: http::Request<_>| request.map(Body::new))
            .layer(middleware::from_fn(csrf::require_provenance))
            .layer(csrf::layer(&own_origin(&site))?)
            .layer(middleware::from_fn(session::correct))
            .layer(session::layer(state.redis.clone(), https)),
    );
    if let Some(limits) = http.rate_limits {
        let limiter = RateLimiter::new(state.redis.clone(), limits);
        routes = routes.layer(middleware::from_fn_with_state(limiter, rate_limit::enforce));
    }
    if state.settings.environment == Environment::Production {
        routes = routes.layer(middleware::from_fn_with_state(
            own_host(&site),
            host::require_own,
        ));
    }
    let mut routes = routes.layer(
        ServiceBuilder::new()
            .layer(middleware::from_fn_with_state(
                SecurityHeaders::new(&state.settings),
                headers::add,
            ))
            .layer(
                CompressionLayer::new()
                    .quality(QUALITY)
                    .compress_when(worth_compressing()),
            )
            .layer(middleware::from_fn(errors::render))
            .layer(middleware::from_fn(language::refuse))
            .layer(panics::layer())
            .layer(TimeoutLayer::with_status_code(
                StatusCode::SERVICE_UNAVAILABLE,
                http.request_timeout,
            )),
    );
    if site.reports_errors {
        routes = routes.layer(
            ServiceBuilder::new()
                .layer(NewSentryLayer::<Request>::new_from_top())
                .layer(SentryHttpLayer::new())
                .layer(middleware::from_fn(trace::tag_sentry)),
        );
    }
    let routes = routes
        .layer(
            ServiceBuilder::new()
                .layer(telemetry::metrics::layer())
                .layer(middleware::from_fn_with_state(
                    TrustedProxies::new(http.trusted_proxies.clone()),
                    request::describe,
                ))
                .layer(trace::layer()),
        )
        .with_state(state.clone());
    // Around the router itself: its own layers see a request only once its route is found.
    Ok(Router::new()
        .fallback_service(routes)
        .layer(middleware::from_fn_with_state(
            state.clone(),
            language::speak,
        )))
}

/// Every registered server function by its own path, so that each has its label in metrics and logs; what is not
/// registered is answered by the same door.
fn server_functions() -> Router<AppState> {
    server_fn_paths().fold(app::routes::server_functions(), |router, (path, method)| {
        match MethodFilter::try_from(method) {
            Ok(method) => router.route(path, on(method, form::server_function)),
            Err(_) => router,
        }
    })
}

/// Browsers on other front ends may call the API with a token, never with our cookies.
fn cors(allowed: &[String]) -> anyhow::Result<CorsLayer> {
    let origins: Vec<HeaderValue> = allowed
        .iter()
        .map(|origin| HeaderValue::from_str(origin))
        .collect::<Result<_, _>>()?;
    Ok(CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_NONE_MATCH,
            HeaderName::from_static("idempotency-key"),
            HeaderName::from_static(CART_TOKEN),
            language::MARKET,
        ])
        .expose_headers([
            header::RETRY_AFTER,
            header::ETAG,
            header::LINK,
            request::REQUEST_ID,
            errors::EVENT_ID,
        ])
        .max_age(std::time::Duration::from_secs(3600)))
}

/// As tower-http decides, and no fonts: WOFF2 is compressed already.
fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("font/"))
}

fn own_origin(site: &Site) -> String {
    site.state.settings.app_url.origin().ascii_serialization()
}

/// Host and, unless it is the scheme's own, port.
fn own_host(site: &Site) -> Arc<str> {
    let url = &site.state.settings.app_url;
    let host = url.host_str().unwrap_or_default();
    url.port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
        .into()
}
