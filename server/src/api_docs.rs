//! `/api/docs` and `/api/v1/openapi.json`: the API's description, from the handlers themselves.
//!
//! Swagger UI's files are inside the binary; nothing is loaded from elsewhere, and the strict policy allows no inline script.

use app::ssr::AppState;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::Response;
use http::{HeaderValue, header};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::{Info, OpenApi, Required};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::layers::headers::API_DOCS_POLICY;

/// Where the description itself is.
pub const OPENAPI_PATH: &str = "/api/v1/openapi.json";

/// The application's REST routes, and their description with its title.
pub fn describe() -> (Router<AppState>, OpenApi) {
    let (routes, mut openapi) = app::routes::api().split_for_parts();
    openapi.info = Info::new("Sokonova API", "1");
    openapi.info.description = Some(
        "Catalogue, carts, checkout and orders. Errors are problem documents (RFC 9457). Prices are the shop's own, in euro; with the \
         header `Market` they are those of a market, in its currency, and so is what is bought."
            .into(),
    );
    for item in openapi.paths.paths.values_mut() {
        item.parameters
            .get_or_insert_default()
            .push(market().into());
    }
    (routes, openapi)
}

/// The header that every operation takes.
fn market() -> Parameter {
    ParameterBuilder::new()
        .name("Market")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "A market's code; the shop's own without it. An unknown one is a problem `unknown_market` (422).",
        ))
        .schema(Some(Object::with_type(Type::String)))
        .example(Some("ch".into()))
        .build()
}

/// The description and the page that shows it.
pub fn router(openapi: OpenApi) -> Router<AppState> {
    // Swagger would otherwise send the description's address to a validator on the internet to draw a badge.
    let config = Config::new([OPENAPI_PATH])
        .validator_url("none")
        .use_base_layout();
    Router::from(
        SwaggerUi::new("/api/docs")
            .url(OPENAPI_PATH, openapi)
            .config(config),
    )
    .layer(middleware::from_fn(policy))
}

async fn policy(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(API_DOCS_POLICY),
    );
    response
}
