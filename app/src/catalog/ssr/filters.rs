//! What a filtered listing looks like: a form of facets (a column on wide screens, a sheet on phones), what is chosen as chips,
//! ways to order, the products, the pages. One GET form and links; the island `ListingControls` only spares the reload.

use leptos::prelude::*;
use ui::{
    Button, Checkbox, Chip, Drawer, Emphasis, EmptyState, Fieldset, Glyph, LinkChoice, LinkChoices,
    Pagination, TextInput,
};
use words::{t, tn};

use super::cards::product_grid;
use crate::catalog::{
    facets::{FacetFilter, FacetView, FacetsView, price_text},
    listing_controls::ListingControls,
    types::ListingView,
};
use crate::markets::currency;
use crate::ssr::fragments::fragment;

/// Values of a facet that are seen at once; the others are under "more".
const SHOWN: usize = 6;
/// The pictures of the first row on a wide screen.
const EAGER: usize = 4;
/// The id of the sheet of filters, and of its form.
const SHEET: &str = "filters";
const FORM: &str = "filters-form";

/// A listing with everything that narrows and orders it.
pub struct FilteredListing {
    /// The page without a query.
    pub path: String,
    /// What the page is besides its filters: what is searched for, the order if it is not the usual one.
    pub base: Vec<(String, String)>,
    pub filter: FacetFilter,
    pub facets: FacetsView,
    /// The ways to order: label, value of `sort` (none for the usual one), whether it is the current one.
    pub orders: Vec<(&'static str, Option<&'static str>, bool)>,
    pub listing: ListingView,
    pub first_page: bool,
}

impl FilteredListing {
    fn address(&self, filter: &[(String, String)], after: Option<&str>) -> String {
        let pairs = self
            .base
            .iter()
            .chain(filter)
            .map(|(key, value)| (key.as_str(), value.as_str()));
        query(
            &self.path,
            pairs.chain(after.map(|after| ("after", after))).collect(),
        )
    }

    /// The same with this pair taken out.
    fn without(&self, key: &str, value: &str) -> String {
        let mut pairs = self.filter.pairs();
        pairs.retain(|(own, chosen)| own != key || chosen != value);
        self.address(&pairs, None)
    }
}

fn query(path: &str, pairs: Vec<(&str, &str)>) -> String {
    match serde_urlencoded::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// The whole of it. What a script replaces is `#listing`.
pub fn filtered_listing(this: FilteredListing) -> impl IntoView {
    let chosen = this.filter.pairs();
    let next = this
        .listing
        .next
        .as_deref()
        .map(|next| this.address(&chosen, Some(next)));
    let first = (!this.first_page).then(|| this.address(&chosen, None));
    let narrows =
        !this.facets.facets.is_empty() || this.facets.prices.is_some() || !chosen.is_empty();
    let class = match (narrows, this.first_page) {
        (true, true) => "listing listing-narrowed",
        (true, false) => "listing listing-narrowed listing-later",
        (false, true) => "listing",
        (false, false) => "listing listing-later",
    };
    let count = this.facets.count();
    let bar = bar(&this, narrows, chosen.len());
    let chips = chips(&this);
    let content = (&this.path, &this.base, &this.filter, &this.facets);
    let sheet = narrows.then(|| fragment("filters", &content, || sheet(&this)));
    let clear = this.address(&[], None);
    let products = if this.listing.products.is_empty() {
        nothing(clear, this.first_page).into_any()
    } else {
        view! {
            {product_grid(this.listing.products, EAGER)}
            <div class="mt-12">
                <Pagination first next />
            </div>
        }
        .into_any()
    };
    view! {
        <ListingControls />
        <div id="listing" class=class data-count=count tabindex="-1">
            <h2 class="sr-only">{t!("Products")}</h2>
            {bar}
            {sheet}
            <div class="listing-results">
                {chips}
                {products}
            </div>
        </div>
    }
}

fn bar(this: &FilteredListing, narrows: bool, chosen: usize) -> impl IntoView + use<> {
    let pairs = this.filter.pairs();
    let bare: Vec<_> = this
        .base
        .iter()
        .filter(|(key, _)| key != "sort")
        .cloned()
        .collect();
    let choices: Vec<LinkChoice> = this
        .orders
        .iter()
        .map(|(label, value, current)| {
            let own = value.map(|value| ("sort", value));
            let all = bare
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .chain(own);
            let all = all.chain(
                pairs
                    .iter()
                    .map(|(key, value)| (key.as_str(), value.as_str())),
            );
            LinkChoice {
                label: (*label).to_owned(),
                href: query(&this.path, all.collect()),
                current: *current,
            }
        })
        .collect();
    let label = match chosen {
        0 => t!("Filter").to_owned(),
        chosen => t!("Filter ({chosen})", chosen),
    };
    view! {
        <div class="listing-bar">
            {narrows
                .then(|| view! { <Button class="listing-filter" icon=Glyph::Filter opens=SHEET>{label}</Button> })}
            <p class="listing-count tabular">{this.facets.count()}</p>
            {(!choices.is_empty()).then(|| view! { <LinkChoices label=t!("Sort by") choices /> })}
        </div>
    }
}

fn chips(this: &FilteredListing) -> Option<impl IntoView + use<>> {
    (!this.facets.applied.is_empty()).then(|| {
        let chips = this
            .facets
            .applied
            .iter()
            .map(|(key, value, group, label)| {
                let href = this.without(key, value);
                view! { <li><Chip href label=label.clone() group=group.clone() /></li> }
            })
            .collect_view();
        view! {
            <div class="listing-chips">
                <ul class="chips" aria-label=t!("Chosen filters")>{chips}</ul>
                <a class="link" href=this.address(&[], None)>{t!("Clear all")}</a>
            </div>
        }
    })
}

fn sheet(this: &FilteredListing) -> impl IntoView + use<> {
    let hidden = this
        .base
        .iter()
        .map(
            |(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone() /> },
        )
        .collect_view();
    let is_flag = |facet: &&FacetView| matches!(facet.key.as_str(), "in_stock" | "on_sale");
    let flags: Vec<_> = this
        .facets
        .facets
        .iter()
        .filter(is_flag)
        .flat_map(boxes)
        .collect();
    let flags = (!flags.is_empty())
        .then(|| view! { <Fieldset legend=t!("Availability") hide_legend=true>{flags}</Fieldset> });
    let groups = this
        .facets
        .facets
        .iter()
        .filter(|facet| !is_flag(facet))
        .map(|facet| {
            if facet.key == "rating" {
                stars(facet).into_any()
            } else {
                group(facet).into_any()
            }
        })
        .collect_view();
    let (path, prices) = (this.path.clone(), prices(this));
    let show = this.facets.show();
    let foot = view! {
        <Button href=this.address(&[], None)>{t!("Clear all")}</Button>
        <Button kind="submit" form=FORM emphasis=Emphasis::Primary>{show}</Button>
    };
    view! {
        <Drawer id=SHEET title=t!("Filter") start=true inline=true foot=Some(foot.into_any())>
            <form id=FORM class="filters" action=path method="get" aria-label=t!("Filter products")>
                {hidden}
                {flags}
                {prices}
                {groups}
                <Button kind="submit" class="filters-apply">{t!("Apply")}</Button>
            </form>
        </Drawer>
    }
}

fn prices(this: &FilteredListing) -> Option<impl IntoView + use<>> {
    let (min, max) = (this.filter.min, this.filter.max);
    let range = this.facets.prices;
    (range.is_some() || min.is_some() || max.is_some()).then(|| {
        let sign = currency().symbol().unwrap_or(currency().code());
        let hint =
            |amount: Option<domain::money::Money>| amount.map(|amount| price_text(amount.minor));
        view! {
            <Fieldset legend=t!("Price")>
                <div class="filter-prices">
                    <TextInput
                        id="filter-min"
                        name="min"
                        label=t!("lowest price" => "From")
                        prefix=sign
                        inputmode="decimal"
                        placeholder=hint(range.map(|(low, _)| low))
                        value=min.map(price_text)
                        maxlength=12
                    />
                    <TextInput
                        id="filter-max"
                        name="max"
                        label=t!("highest price" => "To")
                        prefix=sign
                        inputmode="decimal"
                        placeholder=hint(range.map(|(_, high)| high))
                        value=max.map(price_text)
                        maxlength=12
                    />
                </div>
            </Fieldset>
        }
    })
}

fn group(facet: &FacetView) -> impl IntoView + use<> {
    let mut boxes = boxes(facet);
    let more = boxes.split_off(boxes.len().min(SHOWN));
    // What is chosen is not hidden.
    let open = facet.values.iter().skip(SHOWN).any(|value| value.chosen);
    let more = (!more.is_empty()).then(|| {
        let label = tn!(more.len(), "{count} more", "{count} more");
        view! {
            <details class="filter-more" id=format!("more-{}", facet.key) open=open>
                <summary class="link">{label}</summary>
                {more}
            </details>
        }
    });
    view! {
        <Fieldset legend=facet.label.clone()>
            {boxes}
            {more}
        </Fieldset>
    }
}

fn boxes(facet: &FacetView) -> Vec<AnyView> {
    let tick = |value: crate::catalog::facets::FacetValueView| {
        view! {
            <Checkbox
                id=id(&facet.key, &value.value)
                name=facet.key.clone()
                value=value.value.clone()
                checked=value.chosen
                count=value.count
                more=value.more
            >
                <bdi>{value.label.clone()}</bdi>
            </Checkbox>
        }
        .into_any()
    };
    facet.values.iter().cloned().map(tick).collect()
}

fn stars(facet: &FacetView) -> impl IntoView + use<> {
    let any = !facet.values.iter().any(|value| value.chosen);
    let radio = |value: String, label: String, count: Option<(u64, bool)>, checked: bool| {
        let id = id("rating", &value);
        view! {
            <div class="checkbox">
                <input class="tick" type="radio" id=id.clone() name="rating" value=value checked=checked />
                <label for=id>
                    {label}
                    {count
                        .map(|(count, more)| {
                            view! { <span class="checkbox-count">" (" {count} {more.then_some("+")} ")"</span> }
                        })}
                </label>
            </div>
        }
    };
    let values = facet
        .values
        .iter()
        .map(|value| {
            radio(
                value.value.clone(),
                value.label.clone(),
                Some((value.count, value.more)),
                value.chosen,
            )
        })
        .collect_view();
    view! {
        <Fieldset legend=t!("Rating")>
            {radio(String::new(), t!("rating" => "Any").to_owned(), None, any)}
            {values}
        </Fieldset>
    }
}

/// The id of a control: the same on every page, whatever characters its value has (FNV-1a).
fn id(key: &str, value: &str) -> String {
    let hash = value.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("facet-{key}-{hash:08x}")
}

fn nothing(clear: String, first_page: bool) -> impl IntoView {
    let (title, text, label) = if first_page {
        (
            t!("Nothing fits all of these"),
            t!("Take one of the filters away, or begin again with all products."),
            t!("Clear all filters"),
        )
    } else {
        (
            t!("That was everything"),
            t!("There are no more products after this page."),
            t!("Back to the first page"),
        )
    };
    view! {
        <EmptyState glyph=Glyph::Box title text>
            <Button href=clear>{label}</Button>
        </EmptyState>
    }
}
