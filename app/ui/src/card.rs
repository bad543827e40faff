//! Cards: the tiles of the store's grids, and the plain panel of the desk.

use domain::money::Money;
use leptos::prelude::*;
use words::t;

use crate::action::{Badge, Tone};
use crate::colourway::{Colourway, Swatch};
use crate::picture::{Image, Picture, Ratio};
use crate::price::{Price, Rating, saving_percent};
use crate::text::{OptionalText, classes};

/// The outline level of a card's title, so that headings never skip one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    Two,
    #[default]
    Three,
}

fn heading(level: Level, class: &'static str, href: String, title: String) -> AnyView {
    let link = view! { <a class="stretched" href=href>{title}</a> };
    match level {
        Level::Two => view! { <h2 class=class>{link}</h2> }.into_any(),
        Level::Three => view! { <h3 class=class>{link}</h3> }.into_any(),
    }
}

/// Wraps [`ProductCard`]s: two columns on phones, three on tablets, four (or three beside filters) on desktops.
#[component]
pub fn ProductGrid(#[prop(default = true)] four: bool, children: Children) -> impl IntoView {
    let class = if four {
        "product-grid product-grid-4"
    } else {
        "product-grid"
    };
    view! { <div class=class>{children()}</div> }
}

/// A product in a grid: one picture ratio, merchant, two-line title, price, stars. The whole card is the title's link.
#[component]
pub fn ProductCard(
    #[prop(into)] href: String,
    #[prop(into)] title: String,
    #[prop(optional, into)] merchant: OptionalText,
    price: Money,
    #[prop(default = None, into)] compare_at: Option<Money>,
    /// Variants differ in price: "from €12.00".
    #[prop(optional)]
    from: bool,
    #[prop(default = None, into)] image: Option<Image>,
    /// Shown while the pointer is over the card.
    #[prop(default = None, into)]
    hover_image: Option<Image>,
    /// Mean in tenths, and number of reviews.
    #[prop(default = None, into)]
    rating: Option<(u32, u32)>,
    /// One or two words on the picture: "New". The sale badge comes by itself.
    #[prop(optional, into)]
    badge: OptionalText,
    #[prop(default = true)] available: bool,
    #[prop(optional)] swatches: Vec<Colourway>,
    #[prop(optional)] level: Level,
    /// For the cards above the fold.
    #[prop(optional)]
    eager: bool,
    /// A control in the picture's corner, above the card's link: the wish-list heart.
    #[prop(default = None)]
    extra: Option<AnyView>,
) -> impl IntoView {
    let saving = compare_at
        .and_then(|was| saving_percent(price, was))
        .filter(|_| available);
    let class = if available {
        "product-card"
    } else {
        "product-card product-card-gone"
    };
    view! {
        <article class=class>
            <div class="product-card-picture">
                <Picture image second=hover_image eager />
                <div class="product-card-badges">
                    {saving.map(|percent| view! { <Badge tone=Tone::Accent>{t!("−{percent}%", percent)}</Badge> })}
                    {badge.into_inner().map(|badge| view! { <Badge tone=Tone::Inverse>{badge}</Badge> })}
                    {(!available).then(|| view! { <Badge tone=Tone::Inverse>{t!("Sold out")}</Badge> })}
                </div>
            </div>
            {merchant.into_inner().map(|name| view! { <p class="product-card-merchant">{name}</p> })}
            {heading(level, "product-card-title", href, title)}
            <div class="product-card-foot">
                <Price amount=price compare_at from />
                {rating.map(|(tenths, count)| view! { <Rating tenths count /> })}
            </div>
            {ways(swatches)}
            {extra.map(|extra| view! { <div class="product-card-extra">{extra}</div> })}
        </article>
    }
}

/// Up to five swatches and how many more there are; nothing for a single colour.
fn ways(swatches: Vec<Colourway>) -> Option<impl IntoView> {
    const SHOWN: usize = 5;
    let total = swatches.len();
    let names = swatches
        .iter()
        .map(|way| way.said())
        .collect::<Vec<_>>()
        .join(", ");
    (total > 1).then(|| {
        view! {
            <p class="product-card-ways">
                <span class="sr-only">{t!("Colours: {names}", names)}</span>
                {swatches.into_iter().take(SHOWN).map(|way| view! { <Swatch way /> }).collect_view()}
                {(total > SHOWN).then(|| view! { <span aria-hidden="true">{format!("+{}", total - SHOWN)}</span> })}
            </p>
        }
    })
}

/// A merchant to meet: up to three pictures, name, place, a sentence.
#[component]
pub fn MerchantCard(
    #[prop(into)] href: String,
    #[prop(into)] name: String,
    /// "Lisbon, Portugal".
    #[prop(optional, into)]
    place: OptionalText,
    #[prop(optional, into)] tagline: OptionalText,
    #[prop(optional)] images: Vec<Image>,
    #[prop(optional)] level: Level,
) -> impl IntoView {
    let pictures = images
        .into_iter()
        .take(3)
        .map(|image| view! { <Picture image sizes="(min-width: 64rem) 20vw, 60vw" /> })
        .collect::<Vec<_>>();
    // The grid has room for one picture or for three.
    let pictures = if pictures.len() == 2 {
        pictures.into_iter().take(1).collect()
    } else {
        pictures
    };
    view! {
        <article class="merchant-card">
            <div class="merchant-card-pictures">
                {if pictures.is_empty() { view! { <Picture /> }.into_any() } else { pictures.into_any() }}
            </div>
            <div class="flex gap-3">
                <Monogram name=name.clone() />
                <div>
                    {heading(level, "merchant-card-name", href, name)}
                    {place.into_inner().map(|place| view! { <p class="merchant-card-place">{place}</p> })}
                    {tagline.into_inner().map(|tagline| view! { <p class="merchant-card-story">{tagline}</p> })}
                </div>
            </div>
        </article>
    }
}

/// A merchant's initial in a circle, where there is no logo. Decorative.
#[component]
pub fn Monogram(#[prop(into)] name: String, #[prop(optional)] small: bool) -> impl IntoView {
    let initial: String = name
        .chars()
        .find(|letter| letter.is_alphanumeric())
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    view! { <span class=if small { "monogram monogram-small" } else { "monogram" } aria-hidden="true">{initial}</span> }
}

/// A category with its picture.
#[component]
pub fn CategoryTile(
    #[prop(into)] href: String,
    #[prop(into)] name: String,
    #[prop(default = None, into)] image: Option<Image>,
    /// A line under the name: "128 products".
    #[prop(optional, into)]
    note: OptionalText,
    #[prop(optional)] ratio: Ratio,
    #[prop(optional)] level: Level,
) -> impl IntoView {
    view! {
        <article class="category-tile">
            <Picture image ratio />
            <div>
                {heading(level, "category-tile-name", href, name)}
                {note.into_inner().map(|note| view! { <p class="category-tile-count">{note}</p> })}
            </div>
        </article>
    }
}

/// A panel with an optional title and an action on its right. `flush` lets a table touch the edges.
#[component]
pub fn Card(
    #[prop(optional, into)] title: OptionalText,
    #[prop(default = None)] action: Option<AnyView>,
    #[prop(optional)] flush: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let head = title.into_inner().map(|title| {
        view! {
            <div class="card-head">
                <h2>{title}</h2>
                {action}
            </div>
        }
    });
    view! {
        <section class=classes(&["card", &class])>
            {head}
            <div class=if flush { "card-body card-flush" } else { "card-body" }>{children()}</div>
        </section>
    }
}
