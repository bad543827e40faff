//! Prices and stars.

use domain::money::Money;
use leptos::prelude::*;
use words::{t, tn};

use crate::action::{Badge, Tone};
use crate::text::{OptionalText, classes};

/// The whole percentage saved, rounded down so that it is never overstated. `None` when nothing is saved, or the
/// currencies differ.
#[must_use]
pub fn saving_percent(now: Money, was: Money) -> Option<i64> {
    let saved = was.checked_sub(now).ok()?;
    if saved.minor <= 0 || was.minor <= 0 {
        return None;
    }
    let percent = i128::from(saved.minor) * 100 / i128::from(was.minor);
    i64::try_from(percent).ok().filter(|percent| *percent > 0)
}

/// A price, with the former one struck through when it is lower than that.
#[component]
pub fn Price(
    amount: Money,
    #[prop(default = None, into)] compare_at: Option<Money>,
    /// Variants differ: "from €12.00".
    #[prop(optional)]
    from: bool,
    /// For the buying box.
    #[prop(optional)]
    large: bool,
    /// Adds "−20%" beside it.
    #[prop(optional)]
    badge: bool,
    /// The base price ("€14.50 / kg") or a note ("incl. VAT").
    #[prop(optional, into)]
    note: OptionalText,
) -> impl IntoView {
    let compare_at = compare_at.filter(|was| was.compare(amount).is_ok_and(|order| order.is_gt()));
    let on_sale = compare_at.is_some();
    let percent = compare_at
        .filter(|_| badge)
        .and_then(|was| saving_percent(amount, was));
    let class = classes(&[
        "price",
        if on_sale { "price-sale" } else { "" },
        if large { "price-large" } else { "" },
    ]);
    view! {
        <span class=class>
            <span class="price-now">
                {on_sale.then(|| view! { <span class="sr-only">{format!("{} ", t!("before a price" => "Now"))}</span> })}
                {if from { t!("from {price}", price = amount.format()) } else { amount.format() }}
            </span>
            {compare_at
                .map(|was| {
                    view! {
                        <s class="price-was">
                            <span class="sr-only">{format!("{} ", t!("before a price" => "was"))}</span>
                            {was.format()}
                        </s>
                    }
                })}
            {percent.map(|percent| view! { <Badge tone=Tone::Accent>{t!("−{percent}%", percent)}</Badge> })}
            {note.into_inner().map(|note| view! { <span class="price-note">{note}</span> })}
        </span>
    }
}

const FIVE_STARS: &str = "\
M12 2.5 14.9 8.7 21.5 9.6 16.7 14.3 17.9 21 12 17.7 6.1 21 7.3 14.3 2.5 9.6 9.1 8.7z \
    M36 2.5 38.9 8.7 45.5 9.6 40.7 14.3 41.9 21 36 17.7 30.1 21 31.3 14.3 26.5 9.6 33.1 8.7z \
    M60 2.5 62.9 8.7 69.5 9.6 64.7 14.3 65.9 21 60 17.7 54.1 21 55.3 14.3 50.5 9.6 57.1 8.7z \
    M84 2.5 86.9 8.7 93.5 9.6 88.7 14.3 89.9 21 84 17.7 78.1 21 79.3 14.3 74.5 9.6 81.1 8.7z \
    M108 2.5 110.9 8.7 117.5 9.6 112.7 14.3 113.9 21 108 17.7 102.1 21 103.3 14.3 98.5 9.6 105.1 8.7z";

/// Stars: the mean in tenths (47 is 4.7) and how many reviews it is of. One image for assistive technology, "Rated 4.7
/// out of 5, 212 reviews".
#[component]
pub fn Rating(
    tenths: u32,
    /// Shown in brackets; `None` for a single review's own stars.
    #[prop(default = None, into)]
    count: Option<u32>,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    let tenths = tenths.min(50);
    let value = words::decimal(tenths);
    let name = match count {
        Some(count) => tn!(
            count,
            "Rated {value} out of 5, {count} review",
            "Rated {value} out of 5, {count} reviews",
            value
        ),
        None => t!("Rated {value} out of 5", value),
    };
    // 120 units for 50 tenths; the inner <svg> clips what lies beyond its width.
    let filled = format!("{}.{}", tenths * 24 / 10, tenths * 24 % 10);
    view! {
        <span class=if large { "rating rating-large" } else { "rating" }>
            <svg viewBox="0 0 120 24" width="70" height="14" role="img" aria-label=name>
                <use href="#five-stars" class="star-empty" />
                <svg width=filled height="24">
                    <use href="#five-stars" class="star-full" />
                </svg>
            </svg>
            {count
                .map(|count| {
                    view! { <span aria-hidden="true">{value} " (" {count} ")"</span> }
                })}
        </span>
    }
}

/// The shape that every [`Rating`] refers to: once on each page that may have one. Draws nothing itself.
pub fn rating_shapes() -> impl IntoView {
    view! {
        <svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
            <path id="five-stars" d=FIVE_STARS />
        </svg>
    }
}

/// How many reviews gave five, four, three, two and one star; `counts` begins with one star. Rows with reviews lead to
/// `{base}{stars}`; the one that is `chosen` is marked.
#[component]
pub fn RatingBars(
    counts: [u32; 5],
    #[prop(optional, into)] base: OptionalText,
    #[prop(default = None, into)] chosen: Option<u32>,
) -> impl IntoView {
    let base = base.into_inner();
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let rows = counts
        .into_iter()
        .enumerate()
        .rev()
        .map(|(at, count)| {
            let number = at + 1;
            let stars = tn!(number, "{count} star", "{count} stars");
            let current = chosen.is_some_and(|chosen| usize::try_from(chosen) == Ok(number));
            let stars = match base.as_ref().filter(|_| count > 0) {
                Some(base) => {
                    let href = format!("{base}{number}");
                    view! { <a class="stretched" href=href aria-current=current.then_some("true")>{stars}</a> }.into_any()
                }
                None => view! { <span>{stars}</span> }.into_any(),
            };
            let width = format!("{}%", u64::from(count) * 100 / u64::from(most));
            view! {
                <li>
                    {stars}
                    <svg aria-hidden="true" focusable="false">
                        <rect class="star-full" width=width height="100%" />
                    </svg>
                    <span>
                        <span aria-hidden="true">{count}</span>
                        <span class="sr-only">{tn!(count, "{count} review", "{count} reviews")}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="rating-bars">{rows}</ul> }
}
