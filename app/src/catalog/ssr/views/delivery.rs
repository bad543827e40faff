//! When a product comes, and what that costs.

use domain::{
    country::CountryCode,
    shipping::{DeliveryWindow, ShippingQuote},
};
use leptos::prelude::*;
use time::Date;
use ui::{Glyph, Icon};
use words::t;

use crate::{
    catalog::types::DeliveryView,
    ssr::locale::{country, short_day},
};

/// The nearest part of the world in a line, the others on request. `today`: when it would be ordered.
pub fn delivery(ways: &[DeliveryView], today: Date) -> Option<impl IntoView + use<>> {
    let mut ways: Vec<&DeliveryView> = ways.iter().collect();
    // They come zone by zone, the cheapest of each first.
    ways.dedup_by_key(|way| &way.zone);
    let (first, others) = ways.split_first()?;
    let rows = others
        .iter()
        .map(|way| {
            view! {
                <div>
                    <dt>{place(way).unwrap_or_else(|| t!("Everywhere else").to_owned())}</dt>
                    <dd>{t!("{dates}, {cost}", dates = between(way, today), cost = cost(way))}</dd>
                </div>
            }
        })
        .collect_view();
    let dates = between(first, today);
    let arrival = match place(first) {
        Some(place) => t!("In {place} {dates}", place, dates),
        None => t!("Arrives {dates}", dates),
    };
    Some(view! {
        <li>
            <Icon glyph=Glyph::Truck />
            <div>
                {arrival}
                <span class="muted">{format!(" · {}", cost(first))}</span>
                {(!others.is_empty())
                    .then(|| {
                        view! {
                            <details class="delivery-others">
                                <summary>{t!("Delivery elsewhere")}</summary>
                                <dl>{rows}</dl>
                            </details>
                        }
                    })}
            </div>
        </li>
    })
}

/// "Germany", or what the merchant calls several countries; none is every other.
fn place(way: &DeliveryView) -> Option<String> {
    match way.countries.as_slice() {
        [] => None,
        [one] => Some(
            one.parse::<CountryCode>()
                .map_or_else(|_| one.clone(), country),
        ),
        _ => Some(way.zone.clone()),
    }
}

/// "Thu, 26 Nov to Tue, 1 Dec".
fn between(way: &DeliveryView, today: Date) -> String {
    let (min_days, max_days) = way.days;
    let quote = ShippingQuote {
        code: String::new(),
        name: String::new(),
        price: way.price,
        min_days,
        max_days,
    };
    let DeliveryWindow { earliest, latest } = quote.window(today);
    if earliest == latest {
        short_day(earliest)
    } else {
        t!(
            "{first} to {last}",
            first = short_day(earliest),
            last = short_day(latest)
        )
    }
}

fn cost(way: &DeliveryView) -> String {
    match way.free_from {
        _ if way.price.minor == 0 => t!("delivery" => "free").to_owned(),
        Some(free) => t!(
            "{price}, free from {amount}",
            price = way.price.format(),
            amount = free.format()
        ),
        None => way.price.format(),
    }
}
