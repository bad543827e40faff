//! What a merchant's page looks like: banner, story and facts, then the goods.

use leptos::prelude::*;
use ui::{Breadcrumbs, Crumb, EmptyState, Glyph, Icon, Monogram, Pagination, Picture, Ratio};
use words::{t, tn};

use crate::{
    catalog::ssr::cards::{address, decorative, place, product_grid},
    merchants::types::{MerchantCardView, MerchantView},
};

pub fn merchant(view: MerchantView) -> impl IntoView {
    let path = format!("/m/{}", view.card.slug);
    let first_page = view.after.is_none();
    let next = view
        .listing
        .next
        .as_ref()
        .map(|next| address(&path, &[("after", Some(next))]));
    let first = (!first_page).then(|| path.clone());
    let goods = if view.listing.products.is_empty() {
        view! {
            <EmptyState
                glyph=Glyph::Store
                title=t!("Nothing for sale just now")
                text=t!("The shelves are empty at the moment. The next batch may already be in the kiln.")
            />
        }
        .into_any()
    } else {
        view! {
            <div class="section-head"><h2>{t!("Everything from {maker}", maker = view.card.name)}</h2></div>
            {product_grid(view.listing.products.clone(), 0)}
            <div class="mt-12">
                <Pagination first next />
            </div>
        }
        .into_any()
    };
    view! {
        <div class="page pt-4 lg:pt-6">
            <Breadcrumbs crumbs=vec![Crumb::link("Sokonova", "/"), Crumb::here(view.card.name.clone())] />
            {head(&view.card)}
            {first_page.then(|| story(&view))}
            <section class="section">{goods}</section>
        </div>
    }
}

fn head(card: &MerchantCardView) -> impl IntoView + use<> {
    let banner = card.banner.as_ref().and_then(decorative).map(|image| {
        view! { <Picture image=image ratio=Ratio::Cinema eager=true sizes="(min-width: 80rem) 80rem, 100vw" class="merchant-banner" /> }
    });
    let sign = match card.logo.as_ref().and_then(decorative) {
        Some(image) => {
            view! { <Picture image=image ratio=Ratio::Square sizes="5rem" class="merchant-sign" /> }
                .into_any()
        }
        None => view! { <Monogram name=card.name.clone() /> }.into_any(),
    };
    view! {
        <div class="merchant-head">
            {banner}
            <div class="merchant-title">
                {sign}
                <div>
                    <h1>{card.name.clone()}</h1>
                    <p class="muted">{place(&card.city, &card.country)}</p>
                </div>
            </div>
        </div>
    }
}

fn story(view: &MerchantView) -> impl IntoView + use<> {
    let founded = view
        .founded
        .map(|year| fact(Glyph::Store, t!("Open since {year}", year)));
    view! {
        <div class="merchant-story">
            <div>
                {(!view.card.tagline.is_empty()).then(|| view! { <p class="merchant-tagline">{view.card.tagline.clone()}</p> })}
                {(!view.story_html.is_empty())
                    .then(|| view! { <div class="prose mt-5" inner_html=view.story_html.clone()></div> })}
            </div>
            <ul class="product-facts">
                {fact(Glyph::Pin, t!("Made in {place}", place = place(&view.card.city, &view.card.country)))}
                {founded}
                {fact(Glyph::Truck, sent_within(view.dispatch_days))}
            </ul>
        </div>
    }
}

/// "Sent within 2 to 4 working days" of the least and the most.
fn sent_within((least, most): (u32, u32)) -> String {
    match (least, most) {
        (_, 0) => t!("Sent within the same day").to_owned(),
        (0, most) => tn!(
            most,
            "Sent within {count} working day at most",
            "Sent within {count} working days at most"
        ),
        (least, most) if least == most => tn!(
            most,
            "Sent within {count} working day",
            "Sent within {count} working days"
        ),
        (least, most) => tn!(
            most,
            "Sent within {least} to {count} working days",
            "Sent within {least} to {count} working days",
            least
        ),
    }
}

fn fact(glyph: Glyph, text: String) -> impl IntoView {
    view! {
        <li>
            <Icon glyph />
            {text}
        </li>
    }
}
