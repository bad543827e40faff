//! A product: pictures, the buying box, what one wants to know, what others say, what is near.

use domain::ids::VariantId;
use leptos::prelude::*;
use time::Date;
use ui::{Breadcrumbs, Gallery, Glyph, Icon, Image, Monogram, Picture, Rating, Ratio};
use words::{t, tn};

use super::{buying::buy_box, category::trail, delivery::delivery, reviews::reviews};
use crate::{
    catalog::{
        gallery_controls::GalleryControls,
        recently_viewed::{PLACE, RecentlyViewed},
        ssr::cards::{decorative, place, product_grid},
        types::{MerchantBoxView, PictureView, ProductCardView, ProductView},
    },
    layouts::store::Whereabouts,
    questions,
    ssr::fragments::fragment,
};

/// `wanted`: the variant the address asks for; `today`: when it would be ordered.
pub fn product(view: ProductView, wanted: Option<VariantId>, today: Date) -> impl IntoView {
    let department = view
        .breadcrumbs
        .first()
        .map(|crumb| crumb.path.clone())
        .unwrap_or_default();
    provide_context(Whereabouts {
        department,
        ..Whereabouts::default()
    });
    let together = row(t!("Often bought together"), view.together);
    let near = row(t!("You may also like"), view.related);
    let view = ProductView {
        together: Vec::new(),
        related: Vec::new(),
        ..view
    };
    let selected = view.selected(wanted);
    let content = (&view, selected, today);
    let itself = fragment("product", &content, || itself(&view, selected, today));
    let of = (&view.slug, &view.merchant.name);
    let content = (
        of,
        &view.rating,
        &view.histogram,
        &view.reviews,
        &view.questions,
    );
    let said = fragment("said", &content, || {
        view! {
            {reviews(&view)}
            {questions::ssr::section(&view.slug, &view.merchant.name, &view.questions)}
        }
    });
    view! {
        {itself}
        {together}
        {said}
        {near}
        <div id=PLACE data-product=view.id.to_string()></div>
        <RecentlyViewed />
    }
}

/// What it looks like, what is needed to decide, what is known of it.
fn itself(view: &ProductView, selected: Option<usize>, today: Date) -> impl IntoView + use<> {
    let first = selected
        .and_then(|at| view.variants.get(at)?.picture)
        .unwrap_or_default();
    view! {
        <div class="page pt-4 lg:pt-6">
            <Breadcrumbs crumbs=trail(view.breadcrumbs.clone(), None) />
            <div class="product">
                <div class="product-pictures">{gallery(&view.pictures, first)}</div>
                <div class="product-buy">{buying(view, selected, today)}</div>
                <div class="product-about">{about(view)}</div>
            </div>
        </div>
    }
}

fn gallery(pictures: &[PictureView], first: usize) -> AnyView {
    // All or none: the buying box counts pictures as the product does.
    if pictures.is_empty() || pictures.iter().any(|picture| picture.widths.is_empty()) {
        return view! { <Picture /> }.into_any();
    }
    let images: Vec<Image> = pictures.iter().filter_map(PictureView::image).collect();
    view! {
        <Gallery images first />
        <GalleryControls />
    }
    .into_any()
}

/// Everything needed to decide.
fn buying(view: &ProductView, selected: Option<usize>, today: Date) -> impl IntoView + use<> {
    let merchant = &view.merchant;
    let stars = view.rating.map(|rating| {
        view! {
            <a class="product-stars" href="#reviews">
                <Rating tenths=rating.tenths count=rating.count large=true />
            </a>
        }
    });
    let subtitle = (!view.subtitle.is_empty())
        .then(|| view! { <p class="product-subtitle">{view.subtitle.clone()}</p> });
    let buy_box = selected.and_then(|current| buy_box(view, current));
    view! {
        <p class="product-merchant">
            <a class="link" href=format!("/m/{}", merchant.slug)>{merchant.name.clone()}</a>
        </p>
        <h1>{view.title.clone()}</h1>
        {subtitle}
        {stars}
        {buy_box}
        <ul class="product-facts">
            {view.variants.iter().any(|variant| variant.ships).then(|| sending(view, today))}
            <li>
                <Icon glyph=Glyph::Return />
                <a class="link" href="/pages/returns">{t!("How returns work")}</a>
            </li>
        </ul>
        {merchant_box(merchant)}
    }
}

/// Where it comes from, when, and for how much: of what is sent at all.
fn sending(view: &ProductView, today: Date) -> impl IntoView + use<> {
    view! {
        <li>
            <Icon glyph=Glyph::Box />
            {sent(&view.merchant, !view.deliveries.is_empty())}
        </li>
        {delivery(&view.deliveries, today)}
    }
}

/// Where it is sent from; and when, where no date of its arrival can be given.
fn sent(merchant: &MerchantBoxView, has_dates: bool) -> String {
    let city = merchant.city.as_str();
    match (has_dates, city.is_empty()) {
        (true, true) => t!("Sent from the workshop").to_owned(),
        (true, false) => t!("Sent from {place}", place = city),
        (false, true) => leaves(
            t!("what something leaves" => "the workshop"),
            merchant.dispatch_days,
        ),
        (false, false) => leaves(city, merchant.dispatch_days),
    }
}

/// "Leaves Lisbon in 2 to 4 working days" of the least and the most.
fn leaves(place: &str, (least, most): (u32, u32)) -> String {
    match (least, most) {
        (_, 0) => t!("Leaves {place} in the same day", place),
        (0, most) => tn!(
            most,
            "Leaves {place} in {count} working day at most",
            "Leaves {place} in {count} working days at most",
            place
        ),
        (least, most) if least == most => tn!(
            most,
            "Leaves {place} in {count} working day",
            "Leaves {place} in {count} working days",
            place
        ),
        (least, most) => tn!(
            most,
            "Leaves {place} in {least} to {count} working days",
            "Leaves {place} in {least} to {count} working days",
            place,
            least
        ),
    }
}

fn merchant_box(merchant: &MerchantBoxView) -> impl IntoView + use<> {
    let sign = match merchant.logo.as_ref().and_then(decorative) {
        Some(image) => {
            view! { <Picture image=image ratio=Ratio::Square sizes="3rem" class="merchant-sign" /> }
                .into_any()
        }
        None => view! { <Monogram name=merchant.name.clone() /> }.into_any(),
    };
    let tagline =
        (!merchant.tagline.is_empty()).then(|| view! { <p>{merchant.tagline.clone()}</p> });
    view! {
        <section class="merchant-box" aria-label=t!("The maker")>
            {sign}
            <div>
                <h2>
                    <a class="stretched" href=format!("/m/{}", merchant.slug)>{merchant.name.clone()}</a>
                </h2>
                <p class="muted">{place(&merchant.city, &merchant.country)}</p>
                {tagline}
            </div>
            <Icon glyph=Glyph::ChevronRight />
        </section>
    }
}

/// The maker's words, then the facts.
fn about(view: &ProductView) -> impl IntoView + use<> {
    let description = (!view.description_html.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t!("About this piece")}</h2>
                <div class="prose" inner_html=view.description_html.clone()></div>
            </section>
        }
    });
    let attributes = (!view.attributes.is_empty()).then(|| {
        let rows = view
            .attributes
            .iter()
            .map(|(label, value)| view! { <div><dt>{label.clone()}</dt><dd>{value.clone()}</dd></div> })
            .collect_view();
        view! {
            <section>
                <h2>{t!("Details")}</h2>
                <dl class="facts">{rows}</dl>
            </section>
        }
    });
    view! {
        {description}
        {attributes}
    }
}

/// Products in a row under their heading; nothing for none.
fn row(heading: &'static str, products: Vec<ProductCardView>) -> Option<impl IntoView> {
    (!products.is_empty()).then(|| {
        view! {
            <section class="page section">
                <div class="section-head"><h2>{heading}</h2></div>
                {product_grid(products, 0)}
            </section>
        }
    })
}

/// What a visitor looked at before, to be put in its place.
pub fn recently_viewed(products: Vec<ProductCardView>) -> impl IntoView {
    view! { <div id=PLACE>{row(t!("Recently viewed"), products)}</div> }
}
