//! Ways around, what unfolds, and what lies above the page.

use leptos::prelude::*;
use ui::{
    Breadcrumbs, Button, Crumb, Dialog, Disclosure, Drawer, Emphasis, EmptyState, Glyph,
    LinkChoice, LinkChoices, Pagination,
};

use super::{Side, specimen};

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Breadcrumbs", crumbs),
        specimen("Pagination", pages),
        specimen("LinkChoices", choices),
        specimen("Disclosure", disclosures),
        specimen("Dialog", dialog),
        specimen("Drawer", drawers),
    ]
}

fn crumbs(_: Side) -> AnyView {
    let crumbs = vec![
        Crumb::link("Home", "#Breadcrumbs"),
        Crumb::link("Kitchen and table", "#Breadcrumbs"),
        Crumb::here("Cups and mugs for the first coffee and the last tea"),
    ];
    view! { <Breadcrumbs crumbs /> }.into_any()
}

fn pages(_: Side) -> AnyView {
    view! {
        <div class="grid gap-6">
            <Pagination next="#Pagination" note="1–24 of 312" />
            <Pagination first="#Pagination" previous="#Pagination" next="#Pagination" note="25–48 of 312" />
            <Pagination note="All 7 products" />
        </div>
    }
    .into_any()
}

fn choices(_: Side) -> AnyView {
    let choice = |label: &str, current| LinkChoice {
        label: label.to_owned(),
        href: "#LinkChoices".to_owned(),
        current,
    };
    let choices = vec![
        choice("Newest", true),
        choice("Price, low to high", false),
        choice("Price, high to low", false),
    ];
    view! { <LinkChoices label="Sort by" choices /> }.into_any()
}

fn disclosures(side: Side) -> AnyView {
    view! {
        <Disclosure summary="Description" open=true group=side.id("tabs")><p>"Open; one of a group."</p></Disclosure>
        <Disclosure summary="Delivery and returns" group=side.id("tabs")><p>"Opening this closes the other."</p></Disclosure>
        <Disclosure summary="Compact" compact=true open=true><p>"As in the filters."</p></Disclosure>
    }
    .into_any()
}

fn dialog(side: Side) -> AnyView {
    let id = side.id("dialog");
    let foot = view! {
        <Button closes=id.clone()>"Keep it"</Button>
        <Button kind="button" emphasis=Emphasis::Danger>"Cancel order"</Button>
    };
    view! {
        <Button opens=id.clone()>"Open the dialog"</Button>
        <Dialog id title="Cancel this order?" foot=Some(foot.into_any())>
            <p>"The makers have not begun to pack it. You get your money back within three days."</p>
        </Dialog>
    }
    .into_any()
}

fn drawers(side: Side) -> AnyView {
    let (end, start) = (side.id("drawer"), side.id("drawer-start"));
    let foot =
        view! { <Button kind="button" emphasis=Emphasis::Primary full=true>"Check out"</Button> };
    view! {
        <div class="flex flex-wrap gap-3">
            <Button opens=end.clone()>"Open the drawer"</Button>
            <Button opens=start.clone()>"Open it from the left"</Button>
        </div>
        <Drawer id=end title="Cart" foot=Some(foot.into_any())>
            <EmptyState glyph=Glyph::Cart title="Nothing here yet" text="Things you add wait here for 30 days." />
        </Drawer>
        <Drawer id=start title="Filters" start=true><p>"What the goods can be narrowed by."</p></Drawer>
    }
    .into_any()
}
