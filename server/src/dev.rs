//! What only a development server has: the shop's stylesheet once more, with hover, focus and press where `/dev/ui` wants to see them.

use std::path::PathBuf;

use app::error::AppError;
use app::ssr::{AppState, internal};
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header;

/// What can be focused or pressed. Within `:where`, so that a rule keeps its weight.
const ACTIVE: &str = ":where(a[href],button,input,select,textarea,summary,label,[tabindex])";

/// `site_root`: where the built stylesheet is.
pub fn routes(site_root: PathBuf) -> Router<AppState> {
    let states = move |State(state): State<AppState>| async move {
        let file = site_root.join(state.assets.stylesheet.trim_start_matches('/'));
        let read = tokio::fs::read_to_string(&file).await;
        let css = read.map_err(|error| internal::internal("reading the stylesheet", &error))?;
        Ok::<Response, AppError>(
            (
                [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
                forced(&css),
            )
                .into_response(),
        )
    };
    Router::new().route("/dev/ui-states.css", get(states))
}

/// The stylesheet, of which everything below an element of `data-as` "hover", "focus" or "press" is in that state.
fn forced(css: &str) -> String {
    // A media feature is called like the state.
    let css = css.replace("(hover:hover)", "(hover: hover)");
    [
        (":hover", "[data-as=hover] *".to_owned()),
        (":focus-visible", format!("[data-as=focus] {ACTIVE}")),
        (":active", format!("[data-as=press] {ACTIVE}")),
    ]
    .iter()
    .fold(css, |css, (state, place)| {
        css.replace(state, &format!(":is({state},{place})"))
    })
}

#[cfg(test)]
mod tests {
    use super::{ACTIVE, forced};

    #[test]
    fn states_are_forced_below_their_mark_and_media_features_left_alone() {
        let css = forced("@media (hover:hover){.a:hover{color:red}}.b:focus-visible{top:0}");
        assert_eq!(
            css,
            format!(
                "@media (hover: hover){{.a:is(:hover,[data-as=hover] *){{color:red}}}}\
                 .b:is(:focus-visible,[data-as=focus] {ACTIVE}){{top:0}}"
            )
        );
    }
}
