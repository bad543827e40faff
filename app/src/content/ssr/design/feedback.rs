//! What the page says back.

use leptos::prelude::*;
use ui::{
    Bone, Button, Emphasis, EmptyState, ErrorSummary, FieldError, Glyph, Moment, Notice, Skeleton,
    Step, Steps, Timeline, TimelineEvent, Tone,
};

use super::{Side, once, specimen};

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Notice", notices),
        once("ErrorSummary", error_summary()),
        specimen("EmptyState", empty),
        specimen("Skeleton", skeletons),
        specimen("Steps", steps),
        specimen("Timeline", timeline),
    ]
}

fn notices(_: Side) -> AnyView {
    let tones = [
        (Tone::Neutral, "Good to know"),
        (Tone::Merchant, "A word from the maker"),
        (Tone::Success, "Your parcel is on its way"),
        (Tone::Warning, "One price has changed"),
        (Tone::Danger, "The payment was refused"),
    ];
    let notices = tones
        .map(|(tone, title)| {
            view! { <Notice tone title><p>"What happened, and what can be done about it."</p></Notice> }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="grid gap-3">
            {notices}
            <Notice><p>"Without a title."</p></Notice>
        </div>
    }
    .into_any()
}

fn error_summary() -> AnyView {
    let errors = vec![
        FieldError::new("light-wrong", "Enter a number above 20"),
        FieldError::new("light-nowhere", "Choose a country"),
    ];
    // It takes the focus when its page opens; here it must not.
    view! { <div inert=true><ErrorSummary errors /></div> }.into_any()
}

fn empty(_: Side) -> AnyView {
    view! {
        <EmptyState glyph=Glyph::Cart title="Your cart is empty" text="Things you add wait here for 30 days.">
            <Button emphasis=Emphasis::Primary href="#EmptyState">"Look around"</Button>
            <Button href="#EmptyState">"See what is new"</Button>
        </EmptyState>
        <EmptyState glyph=Glyph::Mail title="No mail yet" text="An empty place without anything to press." />
    }
    .into_any()
}

fn skeletons(_: Side) -> AnyView {
    view! {
        <div class="grid gap-3" aria-busy="true">
            <Skeleton bone=Bone::Title />
            <Skeleton />
            <Skeleton />
            <Skeleton bone=Bone::Short />
            <Skeleton bone=Bone::Control />
            <Skeleton bone=Bone::Picture class="w-32" />
        </div>
    }
    .into_any()
}

fn steps(_: Side) -> AnyView {
    let steps = || {
        vec![
            Step::link("Cart", "#Steps"),
            Step::link("Address", "#Steps"),
            Step::new("Shipping"),
            Step::new("Review and pay"),
        ]
    };
    view! {
        <div class="grid gap-4">
            <Steps steps=steps() current=0 />
            <Steps steps=steps() current=2 />
        </div>
    }
    .into_any()
}

fn timeline(_: Side) -> AnyView {
    let event = |title: &str, at: Option<&str>, moment: Moment| TimelineEvent {
        title: title.to_owned(),
        at: at.map(str::to_owned),
        datetime: at.map(|_| "2026-11-18".to_owned()),
        moment,
        ..TimelineEvent::default()
    };
    let events = vec![
        event("Paid", Some("18 November"), Moment::Done),
        TimelineEvent {
            detail: Some("By Atelier Forno, in two boxes".to_owned()),
            ..event("Packed", Some("18 November"), Moment::Done)
        },
        event("On its way", Some("18 November"), Moment::Current),
        event("Delivered", None, Moment::Upcoming),
    ];
    view! { <Timeline events /> }.into_any()
}
