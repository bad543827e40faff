//! How the store's pages show products, categories, merchants and ways to order them, wherever they occur.

use domain::country::CountryCode;
use leptos::prelude::*;
use time::{Date, format_description::well_known::Iso8601};
use ui::{CategoryTile, Image, Level, LinkChoice, MerchantCard, ProductCard, ProductGrid, Ratio};
use words::t;

use crate::{
    catalog::types::{CategoryLinkView, PictureView, ProductCardView},
    merchants::types::MerchantCardView,
    ssr::{fragments::fragment, locale},
};

/// A picture whose text stands beside it already.
pub fn decorative(picture: &PictureView) -> Option<Image> {
    Some(Image {
        alt: String::new(),
        ..picture.image()?
    })
}

/// A grid of products; the first `eager` pictures are loaded at once, as they are seen first.
pub fn product_grid(products: Vec<ProductCardView>, eager: usize) -> impl IntoView {
    let cards = products
        .into_iter()
        .enumerate()
        .map(|(at, product)| {
            let eager = at < eager;
            fragment("card", &(&product, eager), || {
                product_card(product.clone(), eager)
            })
        })
        .collect_view();
    view! { <ProductGrid>{cards}</ProductGrid> }
}

fn product_card(product: ProductCardView, eager: bool) -> impl IntoView {
    view! {
        <ProductCard
            href=format!("/p/{}", product.slug)
            title=product.title
            merchant=product.merchant_name
            price=product.price
            compare_at=product.compare_at
            from=product.price_varies
            image=product.picture.as_ref().and_then(decorative)
            hover_image=product.hover_picture.as_ref().and_then(decorative)
            rating=product.rating.map(|rating| (rating.tenths, rating.count))
            available=product.available
            eager
        />
    }
}

/// A category with its picture.
pub fn category_tile(category: CategoryLinkView, ratio: Ratio, level: Level) -> impl IntoView {
    view! {
        <CategoryTile
            href=format!("/c/{}", category.slug)
            name=category.name
            image=category.picture.as_ref().and_then(decorative)
            ratio
            level
        />
    }
}

/// A merchant to meet.
pub fn merchant_card(merchant: MerchantCardView) -> impl IntoView {
    let images: Vec<Image> = merchant
        .banner
        .as_ref()
        .and_then(decorative)
        .into_iter()
        .collect();
    view! {
        <MerchantCard
            href=format!("/m/{}", merchant.slug)
            place=place(&merchant.city, &merchant.country)
            name=merchant.name
            tagline=merchant.tagline
            images
        />
    }
}

/// "Lisbon, Portugal" of a city and a country's code; either may be empty.
pub fn place(city: &str, country: &str) -> String {
    let name = country.parse::<CountryCode>().ok().map(locale::country);
    match (city, name.as_deref().unwrap_or(country)) {
        ("", country) => country.to_owned(),
        (city, "") => city.to_owned(),
        (city, country) => t!("{city}, {country}", city, country),
    }
}

/// An address with a query of the pairs that have a value.
pub fn address(path: &str, pairs: &[(&str, Option<&str>)]) -> String {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .filter_map(|(key, value)| Some((*key, (*value)?)))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    match serde_urlencoded::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// "4 March 2026" of an ISO 8601 date, or of a moment that begins with one; what is none stays as it is.
pub fn spoken(date: &str) -> String {
    let day = date.split('T').next().unwrap_or(date);
    match Date::parse(day, &Iso8601::DATE) {
        Ok(date) => locale::long_day(date),
        Err(_) => date.to_owned(),
    }
}

/// One way to order a list.
pub fn way(label: &str, href: String, current: bool) -> LinkChoice {
    LinkChoice {
        label: label.to_owned(),
        href,
        current,
    }
}
