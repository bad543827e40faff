//! The home page: edited rather than listed. A story, what is new, where to go, whom to meet, what is reduced.

use leptos::prelude::*;
use ui::{Button, Emphasis, Level, Picture, Ratio, Size};
use words::t;

use crate::catalog::{
    ssr::cards::{category_tile, merchant_card, product_grid},
    types::{CategoryLinkView, HomeView, PictureView, ProductCardView},
};

/// Products of a row; two rows would push the rest of the page away.
const ROW: usize = 4;

pub fn home(view: HomeView) -> impl IntoView {
    let hero = hero(view.hero.as_ref(), &view.new_arrivals);
    view! {
        {hero}
        {products("new", t!("Just in"), t!("The newest pieces from all the workshops."), view.new_arrivals, 2 * ROW)}
        {departments(view.departments)}
        {makers(view.merchants)}
        {products("sale", t!("Reduced for now"), t!("Last pieces and second choices, at the makers’ own prices."), view.on_sale, ROW)}
    }
}

/// The story and the picture it goes with; the caption leads to what is shown.
fn hero(picture: Option<&PictureView>, arrivals: &[ProductCardView]) -> impl IntoView {
    let shown = arrivals.iter().find(|card| {
        picture.is_some()
            && (card.hover_picture.as_ref() == picture || card.picture.as_ref() == picture)
    });
    let caption = shown.map(|card| {
        view! {
            <figcaption class="hero-caption">
                <a class="link" href=format!("/p/{}", card.slug)>{card.title.clone()}</a>
                <span class="muted">{card.merchant_name.clone()}</span>
            </figcaption>
        }
    });
    let figure = picture.and_then(PictureView::image).map(|image| {
        view! {
            <figure class="hero-picture">
                <Picture image=image eager=true sizes="(min-width: 64rem) 38rem, calc(100vw - 2rem)" />
                {caption}
            </figure>
        }
    });
    view! {
        <section class="hero page">
            <div class="hero-story">
                <p class="eyebrow">{t!("A market hall of small workshops")}</p>
                <h1>{t!("Made slowly, by people you can name")}</h1>
                <p class="lede">
                    {t!("Potters, weavers, carpenters and soap boilers, each with a shop of their own. You fill one cart, pay once, and every parcel comes from the hands that made it.")}
                </p>
                <div class="hero-actions">
                    <Button emphasis=Emphasis::Primary size=Size::Large href="#new">{t!("See what is new")}</Button>
                    <Button size=Size::Large href="#makers">{t!("Meet the makers")}</Button>
                </div>
            </div>
            {figure}
        </section>
    }
}

fn products(
    id: &'static str,
    title: &'static str,
    text: &'static str,
    mut products: Vec<ProductCardView>,
    most: usize,
) -> Option<impl IntoView> {
    // Whole rows of four only: an orphan looks like a mistake.
    let whole = if products.len() > ROW {
        products.len() / ROW * ROW
    } else {
        products.len()
    };
    products.truncate(whole.min(most));
    (!products.is_empty()).then(|| {
        view! {
            <section class="page section" id=id>
                <div class="section-head">
                    <h2>{title}</h2>
                    <p class="muted">{text}</p>
                </div>
                {product_grid(products, 0)}
            </section>
        }
    })
}

fn departments(departments: Vec<CategoryLinkView>) -> Option<impl IntoView> {
    (!departments.is_empty()).then(|| {
        let tiles = departments
            .into_iter()
            .map(|department| category_tile(department, Ratio::Square, Level::Three))
            .collect_view();
        view! {
            <section class="page section" id="departments">
                <div class="section-head"><h2>{t!("Departments")}</h2></div>
                <div class="department-grid">{tiles}</div>
            </section>
        }
    })
}

fn makers(merchants: Vec<crate::merchants::types::MerchantCardView>) -> Option<impl IntoView> {
    (!merchants.is_empty()).then(|| {
        let cards = merchants.into_iter().map(merchant_card).collect_view();
        view! {
            <section class="band" id="makers">
                <div class="page section">
                    <div class="section-head">
                        <h2>{t!("Makers to meet")}</h2>
                        <p class="muted">{t!("Every shop is run by the people who make what it sells.")}</p>
                    </div>
                    <div class="maker-strip">{cards}</div>
                </div>
            </section>
        }
    })
}
