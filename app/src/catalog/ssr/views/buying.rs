//! The buying box: price, options, quantity and the button of a product.
//!
//! It is a whole page without a script: option values are links to the page with that variant chosen, and the form is posted to
//! the cart. What another choice would show waits beside it in `<template>`s, written here like everything else, so that
//! `BuyingControls` has only to put it in its place.

use domain::choice::choose;
use leptos::prelude::*;
use ui::{
    Button, Colourway, Emphasis, Fieldset, Glyph, Icon, OptionTile, OptionTiles, Price,
    QuantityStepper, Size,
};
use words::{t, tn};

use crate::{
    catalog::{
        buying_controls::{BUY_BOX, BuyingControls, QUANTITY},
        types::{OptionView, ProductView, StockView, VariantView},
    },
    error::AppError,
    markets::market,
};

/// The form around everything that is chosen before buying; `current` is the number of the variant that is chosen now.
pub fn buy_box(view: &ProductView, current: usize) -> Option<impl IntoView + use<>> {
    let variant = view.variants.get(current)?;
    let numbers = numbers(&view.options, &view.variants);
    let fieldsets = view
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| fieldset(view, &numbers, current, at, option))
        .collect_view();
    let others = view
        .variants
        .iter()
        .zip(&numbers)
        .map(|(variant, numbers)| waiting(variant, numbers))
        .collect_view();
    Some(view! {
        <form id=BUY_BOX class="buy-box" method="post" action="/api/cart/add" data-live=format!("/live/products/{}", view.id)>
            <div class="buy-price" aria-live="polite">
                {offer(variant)}
            </div>
            {fieldsets}
            <input type="hidden" name="variant" value=variant.id.to_string() />
            <div class="buy-foot">
                <div class="buy-answer" role="status"></div>
                <div class="buy-answer" role="alert"></div>
                <div class="buy-actions">
                    <QuantityStepper id=QUANTITY what=view.title.clone() quantity=1 />
                    {button(variant.stock.is_sold_out())}
                </div>
            </div>
            {others}
            {answers()}
        </form>
        <BuyingControls />
    })
}

/// For each variant the numbers of its values, one per option. A value that the option does not have is none of its numbers.
fn numbers(options: &[OptionView], variants: &[VariantView]) -> Vec<Vec<usize>> {
    let number = |(option, value): (&OptionView, &String)| {
        option
            .values
            .iter()
            .position(|own| own.value == *value)
            .unwrap_or(option.values.len())
    };
    variants
        .iter()
        .map(|variant| options.iter().zip(&variant.values).map(number).collect())
        .collect()
}

fn fieldset(
    view: &ProductView,
    numbers: &[Vec<usize>],
    current: usize,
    at: usize,
    option: &OptionView,
) -> impl IntoView + use<> {
    let name = option.name.to_ascii_lowercase();
    let chosen = view
        .variants
        .get(current)
        .and_then(|variant| variant.values.get(at))
        .cloned()
        .unwrap_or_default();
    let tiles = option
        .values
        .iter()
        .enumerate()
        .filter_map(|(number, value)| {
            let choice = choose(numbers, current, at, number)?;
            let target = view.variants.get(choice.variant)?;
            Some(view! {
                <OptionTile
                    name=name.clone()
                    href=format!("/p/{}?variant={}", view.slug, target.id)
                    value=value.value.clone()
                    number=number
                    swatch=value.swatch.as_deref().and_then(Colourway::from_name)
                    selected=choice.chosen
                    available=choice.keeps_others && !target.stock.is_sold_out()
                />
            })
        })
        .collect_view();
    view! {
        <Fieldset legend=option.name.clone() value=chosen>
            <OptionTiles>{tiles}</OptionTiles>
        </Fieldset>
    }
}

/// What is shown of a variant while it is chosen.
fn waiting(variant: &VariantView, numbers: &[usize]) -> impl IntoView + use<> {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    view! {
        <template
            data-variant=variant.id.to_string()
            data-values=numbers.join(" ")
            data-picture=variant.picture.map(|at| at.to_string())
            data-sold-out=variant.stock.is_sold_out().then_some("")
        >
            {offer(variant)}
        </template>
    }
}

fn offer(variant: &VariantView) -> impl IntoView + use<> {
    // What is in a market's prices its checkout says, by the buyer's country.
    let note = market().map_or(Some(t!("incl. VAT")), |_| None);
    view! {
        <Price amount=variant.price compare_at=variant.compare_at large=true badge=true note=note />
        {stock(variant.stock)}
    }
}

fn stock(stock: StockView) -> impl IntoView {
    let (class, text) = match stock {
        StockView::InStock => ("buy-stock buy-stock-good", t!("In stock").to_owned()),
        StockView::OnlyLeft(left) => (
            "buy-stock buy-stock-low",
            tn!(left, "Only {count} left", "Only {count} left"),
        ),
        StockView::SoldOut => ("buy-stock buy-stock-none", t!("Sold out").to_owned()),
    };
    view! { <p class=class>{text}</p> }
}

/// All of its words are there; what it is shows one of them.
fn button(sold_out: bool) -> impl IntoView {
    view! {
        <Button emphasis=Emphasis::Primary size=Size::Large class="buy-button" disabled=sold_out>
            <span class="buy-ready">{t!("Add to cart")}</span>
            <span class="buy-busy">
                <Icon glyph=Glyph::Spinner />
                {t!("Adding to cart")}
            </span>
            <span class="buy-gone">{t!("Sold out")}</span>
        </Button>
    }
}

/// What there is to say after the button was pressed. The words of a refusal come with it.
fn answers() -> impl IntoView {
    let added = |name: &'static str, text: &'static str| {
        view! {
            <template data-answer=name>
                <p class="buy-added">
                    <Icon glyph=Glyph::CheckCircle />
                    <span>{text}</span>
                    <a class="link" href="/cart">
                        {t!("View cart")}
                    </a>
                </p>
            </template>
        }
    };
    view! {
        {added("added", t!("Added to your cart."))}
        {added("limited", t!("No more are left; your cart has all of them."))}
        <template data-answer="refused">
            <p class="buy-error">
                <Icon glyph=Glyph::Alert />
                <span>{AppError::Unavailable.to_string()}</span>
            </p>
        </template>
    }
}
