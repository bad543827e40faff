//! What buyers say of a product: the mean, how the stars are spread, the reviews themselves.

use leptos::prelude::*;
use ui::{ArrowLink, Badge, Breadcrumbs, Button, Glyph, Rating, RatingBars, Tone};
use words::{t, tn};

use super::category::trail;
use crate::catalog::{
    ssr::cards::{address, spoken},
    types::{CrumbView, ProductView, RatingView, ReviewView, ReviewsView},
};

/// The section of a product's page: the newest, and the way to all.
pub fn reviews(view: &ProductView) -> impl IntoView + use<> {
    let all = format!("/p/{}/reviews", view.slug);
    let body = match view.rating {
        None => {
            view! { <p class="muted">{t!("No reviews yet. They come from buyers, after delivery.")}</p> }
                .into_any()
        }
        Some(rating) => {
            let shown = u32::try_from(view.reviews.len()).unwrap_or(u32::MAX);
            let entries = view.reviews.iter().cloned().map(review).collect_view();
            let more = (rating.count > shown).then(|| {
                let label = tn!(rating.count, "All {count} reviews", "All {count} reviews");
                view! { <p class="mt-8"><ArrowLink href=all.clone()>{label}</ArrowLink></p> }
            });
            view! {
                <div class="reviews">
                    {summary(rating, view.histogram, &all, None)}
                    <div class="reviews-list">
                        <ul>{entries}</ul>
                        {more}
                    </div>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="page section" id="reviews">
            <div class="section-head"><h2>{t!("Reviews")}</h2></div>
            {body}
        </section>
    }
}

/// A page of nothing but a product's reviews, all or those of so many stars.
pub fn reviews_page(view: ReviewsView) -> impl IntoView {
    let product = format!("/p/{}", view.product.slug);
    let all = format!("{product}/reviews");
    let above = CrumbView {
        name: view.product.title.clone(),
        path: product,
    };
    let crumbs = trail(vec![above], Some(t!("Reviews").to_owned()));
    let narrowed = view.stars.map(|stars| {
        let label = tn!(stars, "{count} star only", "{count} stars only");
        view! {
            <p class="mb-6 flex flex-wrap items-center gap-4">
                <span>{label}</span>
                <a class="link" href=all.clone()>{t!("Show all reviews")}</a>
            </p>
        }
    });
    let stars = view.stars.map(|stars| stars.to_string());
    let at = |after: Option<&str>| address(&all, &[("stars", stars.as_deref()), ("after", after)]);
    let first = view
        .later
        .then(|| view! { <Button href=at(None)>{t!("Newest reviews")}</Button> });
    let next = view
        .next
        .as_deref()
        .map(|after| view! { <Button href=at(Some(after))>{t!("Older reviews")}</Button> });
    let body = match view.product.rating {
        None => {
            view! { <p class="muted mt-6">{t!("No reviews yet. They come from buyers, after delivery.")}</p> }
                .into_any()
        }
        Some(rating) => {
            let empty = view.reviews.is_empty();
            let entries = view.reviews.into_iter().map(review).collect_view();
            view! {
                <div class="reviews mt-8">
                    {summary(rating, view.histogram, &all, view.stars)}
                    <div class="reviews-list">
                        {narrowed}
                        {empty.then(|| view! { <p class="muted">{t!("There are none.")}</p> })}
                        <ul>{entries}</ul>
                        <nav class="mt-8 flex gap-4" aria-label=t!("Pages")>{first} {next}</nav>
                    </div>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <div class="page section pt-4 lg:pt-6">
            <Breadcrumbs crumbs />
            <h1 class="mt-4">{t!("Reviews of {product}", product = view.product.title)}</h1>
            {body}
        </div>
    }
}

fn summary(
    rating: RatingView,
    histogram: [u32; 5],
    all: &str,
    stars: Option<u32>,
) -> impl IntoView + use<> {
    view! {
        <div class="reviews-summary">
            <p class="reviews-mean">
                <span>{words::decimal(rating.tenths)}</span>
                {format!(" {}", t!("out of 5"))}
            </p>
            <p class="muted">{of_reviews(rating.count)}</p>
            <RatingBars counts=histogram base=format!("{all}?stars=") chosen=stars />
        </div>
    }
}

fn of_reviews(count: u32) -> String {
    tn!(count, "From {count} review", "From {count} reviews")
}

fn review(review: ReviewView) -> impl IntoView {
    let reply = review.reply.map(|reply| {
        view! {
            <div class="review-reply">
                <p class="review-reply-from">{t!("The maker’s answer")}</p>
                <p>{reply}</p>
            </div>
        }
    });
    view! {
        <li class="review">
            <div class="review-head">
                <Rating tenths={review.rating * 10} />
                {review.verified.then(|| view! { <Badge tone=Tone::Success icon=Glyph::Check>{t!("Bought here")}</Badge> })}
            </div>
            {(!review.title.is_empty()).then(|| view! { <h3>{review.title}</h3> })}
            <p>{review.body}</p>
            <p class="review-by">
                {format!("{} ", t!("{author},", author = review.author))} <time datetime=review.date.clone()>{spoken(&review.date)}</time>
            </p>
            {reply}
        </li>
    }
}
