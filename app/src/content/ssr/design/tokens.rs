//! Colours, type and shapes, as `style/tokens.css` has them.

use leptos::prelude::*;

use super::{Side, specimen, wide};

/// As in `--color-NAME`.
const COLOURS: &[&str] = &[
    "paper",
    "surface",
    "sunken",
    "hairline",
    "edge",
    "ink",
    "muted",
    "faint",
    "inverse",
    "accent",
    "accent-hover",
    "on-accent",
    "accent-text",
    "accent-soft",
    "merchant",
    "merchant-soft",
    "success",
    "success-soft",
    "warning",
    "warning-soft",
    "danger",
    "danger-soft",
    "star",
    "scrim",
];

const TYPE: &[(&str, &str)] = &[
    ("5xl", "font-display text-5xl"),
    ("4xl", "font-display text-4xl"),
    ("3xl", "font-display text-3xl"),
    ("2xl", "font-display text-2xl"),
    ("xl", "font-display text-xl"),
    ("lg", "text-lg"),
    ("base", "text-base"),
    ("sm", "text-sm"),
    ("xs", "text-xs"),
];

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Colours", colours),
        wide("Type", scale),
        specimen("Words", words),
        specimen("Shapes", shapes),
    ]
}

fn colours(_: Side) -> AnyView {
    let samples = COLOURS
        .iter()
        .map(|name| {
            view! {
                <li class="flex items-center gap-2.5 text-sm">
                    <svg class="size-9 flex-none rounded-md border border-edge" aria-hidden="true">
                        <rect width="100%" height="100%" fill=format!("var(--color-{name})") />
                    </svg>
                    <span class="min-w-0">{*name}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="grid grid-cols-2 gap-3 sm:grid-cols-3">{samples}</ul> }.into_any()
}

fn scale(_: Side) -> AnyView {
    let lines = TYPE
        .iter()
        .map(|(name, class)| {
            view! {
                <div class="grid items-baseline gap-x-4 sm:grid-cols-[4rem_1fr]">
                    <dt class="muted font-mono text-xs">{*name}</dt>
                    <dd class=*class>"A market hall of small makers"</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="grid gap-4">{lines}</dl> }.into_any()
}

fn words(_: Side) -> AnyView {
    view! {
        <div class="grid gap-3">
            <p class="eyebrow">"An eyebrow"</p>
            <p class="lede">"A lede introduces in one or two calm sentences."</p>
            <p>"Text is set in Inter, with " <a class="link" href="#Words">"links underlined"</a> ". ÄÖÜ ß Łódź œuvre"</p>
            <p class="muted text-sm">"Muted words stand back."</p>
            <p class="tabular">"€1,234.50"<br />"€9,876.00"</p>
            <div class="prose">
                <p>"Prose is what merchants write:"</p>
                <ul><li>"thrown on the wheel"</li><li>"fired for fourteen hours"</li></ul>
            </div>
        </div>
    }
    .into_any()
}

fn shapes(_: Side) -> AnyView {
    view! {
        <ul class="flex flex-wrap gap-4 text-xs">
            <li class="grid size-16 place-items-center rounded-sm border border-edge bg-surface">"sm"</li>
            <li class="grid size-16 place-items-center rounded-md border border-edge bg-surface">"md"</li>
            <li class="grid size-16 place-items-center rounded-lg border border-edge bg-surface">"lg"</li>
            <li class="grid size-16 place-items-center rounded-full border border-edge bg-surface">"full"</li>
        </ul>
    }
    .into_any()
}
