//! What a page says back: error summaries, notices, empty states, skeletons, progress, history.

use leptos::prelude::*;
use words::t;

use crate::action::Tone;
use crate::icon::{Glyph, Icon};
use crate::text::{OptionalText, classes};

/// One mistake in a form: the id of the control and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    pub id: String,
    pub message: String,
}

impl FieldError {
    /// `id` is the control's, see [`TextInput`](crate::TextInput).
    pub fn new(id: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            message: message.into(),
        }
    }
}

/// The list of mistakes at the top of a form, each linking to its control (after GOV.UK's error summary). Draws nothing
/// when there are none. Focused on load, so that it is read out.
#[component]
pub fn ErrorSummary(
    errors: Vec<FieldError>,
    #[prop(default = t!("There is a problem").into(), into)] title: String,
) -> impl IntoView {
    let entries = errors
        .into_iter()
        .map(|error| view! { <li><a href=format!("#{}", error.id)>{error.message}</a></li> })
        .collect::<Vec<_>>();
    (!entries.is_empty()).then(|| {
        view! {
            <div
                class="error-summary"
                id="error-summary"
                role="alert"
                tabindex="-1"
                autofocus=true
                aria-labelledby="error-summary-title"
            >
                <h2 id="error-summary-title">{title}</h2>
                <ul>{entries}</ul>
            </div>
        }
    })
}

/// A message about the page: what happened, what to do. `Danger` and `Warning` interrupt assistive technology.
/// The body is block content (paragraphs, lists) or plain text.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: OptionalText,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let (tone_class, glyph, role) = match tone {
        Tone::Neutral | Tone::Inverse => ("", Glyph::Info, "note"),
        Tone::Accent | Tone::Merchant => ("notice-info", Glyph::Info, "note"),
        Tone::Success => ("notice-success", Glyph::CheckCircle, "status"),
        Tone::Warning => ("notice-warning", Glyph::Alert, "alert"),
        Tone::Danger => ("notice-danger", Glyph::Alert, "alert"),
    };
    view! {
        <div class=classes(&["notice", tone_class, &class]) role=role>
            <Icon glyph />
            <div class="notice-body">
                {title.into_inner().map(|title| view! { <p class="notice-title">{title}</p> })}
                {children()}
            </div>
        </div>
    }
}

/// A page or panel with nothing in it yet: says what belongs here and how to get it. `children` are the buttons.
#[component]
pub fn EmptyState(
    glyph: Glyph,
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <Icon glyph />
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="empty-state-actions">{children()}</div> })}
        </div>
    }
}

/// The shape of a [`Skeleton`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bone {
    #[default]
    Line,
    Short,
    Title,
    Picture,
    Control,
}

/// A grey shape where content will be. Hidden from assistive technology: mark the region `aria-busy`.
#[component]
pub fn Skeleton(
    #[prop(optional)] bone: Bone,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let shape = match bone {
        Bone::Line => "skeleton-line",
        Bone::Short => "skeleton-short",
        Bone::Title => "skeleton-title",
        Bone::Picture => "skeleton-picture",
        Bone::Control => "skeleton-control",
    };
    view! { <span class=classes(&["skeleton", shape, &class]) aria-hidden="true"></span> }
}

/// One station of [`Steps`]; `href` leads back to it when it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub label: String,
    pub href: Option<String>,
}

impl Step {
    /// A station without a link.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }

    /// A station one can go back to.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
        }
    }
}

/// Where one is in the checkout. `current` counts from 0; those before it are done.
#[component]
pub fn Steps(steps: Vec<Step>, current: usize) -> impl IntoView {
    let items = steps
        .into_iter()
        .enumerate()
        .map(|(index, step)| {
            let done = index < current;
            let label = match step.href {
                Some(href) if done => view! { <a href=href>{step.label}</a> }.into_any(),
                _ => view! { <span>{step.label}</span> }.into_any(),
            };
            view! {
                <li aria-current=(index == current).then_some("step")>
                    {done.then(|| view! { <Icon glyph=Glyph::Check /> })}
                    {done.then(|| view! { <span class="sr-only">{format!("{} ", t!("Done:"))}</span> })}
                    {label}
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=t!("Progress")>
            <ol class="steps">{items}</ol>
        </nav>
    }
}

/// Whether something on a [`Timeline`] has happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moment {
    #[default]
    Done,
    Current,
    Upcoming,
}

/// One entry of a [`Timeline`]. `at` is already formatted for the reader; `datetime` the same in RFC 3339.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineEvent {
    pub title: String,
    pub at: Option<String>,
    pub datetime: Option<String>,
    pub detail: Option<String>,
    pub moment: Moment,
}

/// A history from top to bottom: an order's way, a parcel's tracking.
#[component]
pub fn Timeline(events: Vec<TimelineEvent>) -> impl IntoView {
    let items = events
        .into_iter()
        .map(|event| {
            let class = match event.moment {
                Moment::Done => "timeline-done",
                Moment::Current => "timeline-current",
                Moment::Upcoming => "timeline-upcoming",
            };
            let datetime = event.datetime;
            view! {
                <li class=class aria-current=(event.moment == Moment::Current).then_some("step")>
                    <span class="timeline-title">{event.title}</span>
                    {event.at.map(|at| view! { <time datetime=datetime>{at}</time> })}
                    {event.detail.map(|detail| view! { <span class="timeline-detail">{detail}</span> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{items}</ol> }
}
