//! The design system on one page, for development: tokens, and every part of `ui` in every state, light beside dark.
//!
//! Invariants: each part that the table in `app/ui/src/lib.rs` names has its specimen here, under its own name as anchor, and
//! each colour of `style/tokens.css` its sample (`app/src/content/tests.rs`). Everything is made up; no data is read.

mod actions;
mod choices;
mod errors;
mod feedback;
mod fields;
mod frame;
mod goods;
mod navigation;
mod sample;
mod structure;
mod tokens;

use axum::{
    Router,
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use leptos::prelude::*;

use crate::ssr::{
    AppState,
    render::{Meta, answer, store_page},
};

const TOKENS: &str = include_str!("../../../../../style/tokens.css");
const STYLE: &str = include_str!("design.css");

/// Mounted in development only.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/dev/ui", get(design))
        .route("/dev/ui.css", get(style))
        .route("/dev/errors/{name}", get(errors::page))
}

/// The page's own styles, and the tokens once for each side: older browsers do not know `light-dark()`, so the built stylesheet
/// has it settled on the root, for the whole page.
async fn style() -> impl IntoResponse {
    let settled = [Side::Light, Side::Dark].map(|side| {
        let tokens: String = colours()
            .map(|(name, light, dark)| {
                let value = if side == Side::Light { light } else { dark };
                format!("  --color-{name}: {value};\n")
            })
            .collect();
        format!(".specimen-{} {{\n{tokens}}}\n", side.name())
    });
    let css = format!("{STYLE}{}", settled.concat());
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], css)
}

/// Name, light and dark value of each colour of `style/tokens.css`.
fn colours() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TOKENS.lines().filter_map(|line| {
        let (name, values) = line
            .trim()
            .strip_prefix("--color-")?
            .split_once(": light-dark(")?;
        let (light, dark) = values.strip_suffix(");")?.split_once(", ")?;
        Some((name, light, dark))
    })
}

/// States that the page shows everything in, as in its address and in `server/src/dev.rs`, with what they are called.
const STATES: [(&str, &str); 3] = [("hover", "Hover"), ("focus", "Focus"), ("press", "Pressed")];

/// `?as=…`: a state of [`STATES`].
#[derive(serde::Deserialize)]
struct Shown {
    #[serde(rename = "as")]
    state: Option<String>,
}

async fn design(State(state): State<AppState>, Query(shown): Query<Shown>) -> Response {
    let known = |(own, _): &&(&str, &str)| shown.state.as_deref() == Some(own);
    let shown = STATES.iter().find(known).map(|(own, _)| *own);
    answer(&state, async {
        let meta = Meta {
            title: "Design system".to_owned(),
            private: true,
            ..Meta::default()
        };
        let page = store_page(&state, meta, || page(shown)).await?;
        Ok(page.respond(&state))
    })
    .await
}

/// A group of specimens: its anchor, its title, what is in it.
type Group = (&'static str, &'static str, fn() -> Vec<AnyView>);

const GROUPS: &[Group] = &[
    ("tokens", "Tokens", tokens::specimens),
    ("actions", "Actions and marks", actions::specimens),
    ("fields", "Fields", fields::specimens),
    ("choices", "Choices", choices::specimens),
    ("feedback", "Feedback", feedback::specimens),
    ("goods", "Goods", goods::specimens),
    ("structure", "Structure", structure::specimens),
    ("navigation", "Navigation and layers", navigation::specimens),
    ("frame", "The store's frame", frame::specimens),
    ("errors", "Pages for errors", errors::specimens),
];

/// `shown`: the state that everything is in.
fn page(shown: Option<&'static str>) -> impl IntoView {
    let contents = GROUPS
        .iter()
        .map(|(id, title, _)| view! { <li><a class="link" href=format!("#{id}")>{*title}</a></li> })
        .collect_view();
    let groups = GROUPS
        .iter()
        .map(|(id, title, specimens)| {
            view! {
                <section class="section grid grid-cols-[minmax(0,1fr)] gap-10" aria-labelledby=*id>
                    <h2 id=*id>{*title}</h2>
                    {specimens()}
                </section>
            }
        })
        .collect_view();
    let states = [(None, "At rest")]
        .into_iter()
        .chain(STATES.map(|(own, name)| (Some(own), name)));
    let states = states
        .map(|(own, name)| {
            let address = own.map_or("/dev/ui".to_owned(), |own| format!("/dev/ui?as={own}"));
            let current = (own == shown).then_some("page");
            view! { <li><a class="link" href=address aria-current=current>{name}</a></li> }
        })
        .collect_view();
    let forced = shown.map(|_| view! { <link rel="stylesheet" href="/dev/ui-states.css" /> });
    view! {
        <link rel="stylesheet" href="/dev/ui.css" />
        {forced}
        <div class="page py-8 lg:py-12">
            <h1>"Design system"</h1>
            <p class="lede mt-3 max-w-2xl">
                "Every part in every state, light beside dark."
            </p>
            <nav class="mt-6" aria-label="States">
                <ul class="flex flex-wrap gap-x-6 gap-y-2">{states}</ul>
            </nav>
            <nav class="mt-6" aria-label="Groups">
                <ul class="flex flex-wrap gap-x-6 gap-y-2">{contents}</ul>
            </nav>
            <div data-as=shown>{groups}</div>
        </div>
    }
}

/// The colour scheme a specimen is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Light,
    Dark,
}

impl Side {
    const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Light => "specimen-side specimen-light scheme-light",
            Self::Dark => "specimen-side specimen-dark scheme-dark",
        }
    }

    /// An id or a field's name that the other side does not have.
    fn id(self, name: &str) -> String {
        format!("{}-{name}", self.name())
    }
}

/// One part, called as in `ui`, drawn light and dark beside each other.
fn specimen(name: &'static str, draw: fn(Side) -> AnyView) -> AnyView {
    sides(name, "specimen-sides specimen-pair", draw)
}

/// As [`specimen`], light above dark: for what is as wide as a page.
fn wide(name: &'static str, draw: fn(Side) -> AnyView) -> AnyView {
    sides(name, "specimen-sides", draw)
}

fn sides(name: &'static str, class: &'static str, draw: fn(Side) -> AnyView) -> AnyView {
    let sides = [Side::Light, Side::Dark]
        .map(|side| view! { <div class=side.class() data-side=side.name()>{draw(side)}</div> })
        .into_iter()
        .collect_view();
    entry(name, view! { <div class=class>{sides}</div> }.into_any())
}

/// One part whose ids are fixed, since a page has it once: drawn once, in the visitor's own scheme.
fn once(name: &'static str, drawn: AnyView) -> AnyView {
    entry(
        name,
        view! { <div class="specimen-side">{drawn}</div> }.into_any(),
    )
}

fn entry(name: &'static str, drawn: AnyView) -> AnyView {
    view! {
        <section class="specimen" aria-labelledby=name>
            <h3 class="specimen-name" id=name>
                <a href=format!("#{name}")>{name}</a>
            </h3>
            {drawn}
        </section>
    }
    .into_any()
}
