//! What is pressed, and the small marks.

use leptos::prelude::*;
use ui::{
    ArrowLink, Badge, Button, Chip, Colourway, Emphasis, Glyph, Icon, IconButton, Size, Swatch,
    Tone,
};

use super::{Side, specimen};

const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Button", buttons),
        specimen("IconButton", icon_buttons),
        specimen("ArrowLink", |_| {
            view! { <ArrowLink href="#ArrowLink">"All new arrivals"</ArrowLink> }.into_any()
        }),
        specimen("Badge", badges),
        specimen("Chip", chips),
        specimen("Icon", icons),
        specimen("Swatch", swatches),
    ]
}

fn buttons(_: Side) -> AnyView {
    let rows = SIZES
        .map(|size| {
            view! {
                <div class="flex flex-wrap items-center gap-3">
                    <Button size kind="button" emphasis=Emphasis::Primary>"Add to cart"</Button>
                    <Button size kind="button">"Save for later"</Button>
                    <Button size kind="button" emphasis=Emphasis::Quiet>"Cancel"</Button>
                    <Button size kind="button" emphasis=Emphasis::Danger icon=Glyph::Trash>"Delete"</Button>
                </div>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="grid gap-4">
            {rows}
            <div class="flex flex-wrap items-center gap-3">
                <Button kind="button" emphasis=Emphasis::Primary disabled=true>"Sold out"</Button>
                <Button kind="button" disabled=true>"Disabled"</Button>
                <Button kind="button" emphasis=Emphasis::Quiet disabled=true>"Disabled"</Button>
                <Button kind="button" emphasis=Emphasis::Danger disabled=true>"Disabled"</Button>
            </div>
            <div class="flex flex-wrap items-center gap-3">
                <Button kind="button" emphasis=Emphasis::Primary busy=true>"Paying"</Button>
                <Button kind="button" busy=true>"Saving"</Button>
                <Button href="#Button" icon=Glyph::ArrowRight>"A link"</Button>
            </div>
            <Button kind="button" emphasis=Emphasis::Primary full=true>"As wide as its place"</Button>
        </div>
    }
    .into_any()
}

fn icon_buttons(_: Side) -> AnyView {
    let sized = SIZES
        .map(|size| view! { <IconButton size kind="button" label="Search" glyph=Glyph::Search /> })
        .into_iter()
        .collect_view();
    view! {
        <div class="flex flex-wrap items-center gap-3">
            {sized}
            <IconButton kind="button" label="Keep for later" glyph=Glyph::Heart emphasis=Emphasis::Secondary />
            <IconButton kind="button" label="Add" glyph=Glyph::Plus emphasis=Emphasis::Primary />
            <IconButton kind="button" label="Delete" glyph=Glyph::Trash emphasis=Emphasis::Danger />
            <IconButton kind="button" label="Remove" glyph=Glyph::Trash disabled=true />
        </div>
    }
    .into_any()
}

fn badges(_: Side) -> AnyView {
    let tones = [
        Tone::Neutral,
        Tone::Accent,
        Tone::Inverse,
        Tone::Merchant,
        Tone::Success,
        Tone::Warning,
        Tone::Danger,
    ];
    let badges = tones
        .map(|tone| view! { <Badge tone>{format!("{tone:?}")}</Badge> })
        .into_iter()
        .collect_view();
    view! {
        <div class="flex flex-wrap items-center gap-3">
            {badges}
            <Badge tone=Tone::Success icon=Glyph::Check>"With a glyph"</Badge>
        </div>
    }
    .into_any()
}

fn chips(_: Side) -> AnyView {
    view! {
        <div class="chips">
            <Chip href="#Chip" label="In stock" />
            <Chip href="#Chip" group="Colour" label="Rust" />
            <Chip href="#Chip" group="Made in" label="A town with quite a long name by the sea" />
        </div>
    }
    .into_any()
}

fn icons(_: Side) -> AnyView {
    let icons = Glyph::ALL
        .iter()
        .map(|glyph| view! { <Icon glyph=*glyph /> })
        .collect_view();
    view! { <div class="flex flex-wrap gap-4 text-xl">{icons}</div> }.into_any()
}

fn swatches(_: Side) -> AnyView {
    let large = Colourway::ALL
        .iter()
        .map(|way| view! { <Swatch way=*way large=true /> })
        .collect_view();
    let small = Colourway::ALL
        .iter()
        .map(|way| view! { <Swatch way=*way /> })
        .collect_view();
    view! {
        <div class="grid gap-3">
            <div class="flex flex-wrap gap-3">{large}</div>
            <div class="flex flex-wrap gap-2">{small}</div>
        </div>
    }
    .into_any()
}
