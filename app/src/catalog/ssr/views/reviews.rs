//! What buyers say of a product: the mean, how the stars are spread, the reviews themselves.

use leptos::prelude::*;
use time::{Date, format_description::well_known::Iso8601};
use ui::{Badge, Glyph, Rating, RatingBars, Tone};

use crate::catalog::types::{RatingView, ReviewView};

pub fn reviews(
    rating: Option<RatingView>,
    histogram: [u32; 5],
    reviews: Vec<ReviewView>,
) -> impl IntoView {
    let body = match rating {
        None => {
            view! { <p class="muted">"No reviews yet. They come from buyers, after delivery."</p> }
                .into_any()
        }
        Some(rating) => {
            let entries = reviews.into_iter().map(review).collect_view();
            view! {
                <div class="reviews">
                    <div class="reviews-summary">
                        <p class="reviews-mean">
                            <span>{format!("{}.{}", rating.tenths / 10, rating.tenths % 10)}</span>
                            " out of 5"
                        </p>
                        <p class="muted">{of_reviews(rating.count)}</p>
                        <RatingBars counts=histogram />
                    </div>
                    <ul class="reviews-list">{entries}</ul>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="page section" id="reviews">
            <div class="section-head"><h2>"Reviews"</h2></div>
            {body}
        </section>
    }
}

fn of_reviews(count: u32) -> String {
    if count == 1 {
        "From 1 review".to_owned()
    } else {
        format!("From {count} reviews")
    }
}

fn review(review: ReviewView) -> impl IntoView {
    let reply = review.reply.map(|reply| {
        view! {
            <div class="review-reply">
                <p class="review-reply-from">"The maker’s answer"</p>
                <p>{reply}</p>
            </div>
        }
    });
    view! {
        <li class="review">
            <div class="review-head">
                <Rating tenths={review.rating * 10} />
                {review.verified.then(|| view! { <Badge tone=Tone::Success icon=Glyph::Check>"Bought here"</Badge> })}
            </div>
            {(!review.title.is_empty()).then(|| view! { <h3>{review.title}</h3> })}
            <p>{review.body}</p>
            <p class="review-by">
                {review.author} ", " <time datetime=review.date.clone()>{spoken(&review.date)}</time>
            </p>
            {reply}
        </li>
    }
}

/// "4 March 2026" of an ISO 8601 date; what is none stays as it is.
fn spoken(date: &str) -> String {
    match Date::parse(date, &Iso8601::DATE) {
        Ok(date) => format!("{} {} {}", date.day(), date.month(), date.year()),
        Err(_) => date.to_owned(),
    }
}
