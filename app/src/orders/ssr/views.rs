//! What the order page looks like: thanks, or what is still to be done; what was bought from whom; what it cost.

use leptos::prelude::*;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use ui::{
    Badge, Button, Card, Emphasis, Glyph, Icon, Image, Moment, Monogram, Notice, Picture, Ratio,
    SummaryList, SummaryRow, Timeline, TimelineEvent, Tone, store::Logo,
};
use words::t;

use crate::{
    checkout::ssr::{days, free_or, totals_rows},
    orders::types::{EventView, OrderLineView, OrderPartView, OrderView, Progress},
    ssr::locale,
};

pub fn order(view: OrderView) -> impl IntoView {
    let progress = view.progress;
    let parts = view
        .parts
        .iter()
        .map(|each| part(each, progress))
        .collect_view();
    let payment = (progress == Progress::AwaitingPayment).then(|| payment(&view));
    view! {
        <div class="page order-sheet pt-8 lg:pt-12">
            {heading(&view)} {payment}
            <div class="mt-10 grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
                <div class="order-parts grid grid-cols-[minmax(0,1fr)] content-start gap-10">{parts}</div>
                <div class="order-facts grid content-start gap-6 lg:sticky lg:top-6 lg:self-start">{facts(view)}</div>
            </div>
        </div>
    }
}

fn heading(view: &OrderView) -> impl IntoView + use<> {
    let number = view
        .number
        .as_ref()
        .map(|number| t!("Order {number}", number));
    let placed = view.placed_at.as_deref().map(moment);
    let (title, text) = match view.progress {
        Progress::Confirmed => (
            t!("Thank you for your order"),
            t!(
                "We have written to {email}. Each maker packs and sends their own parcel; this page shows how far they are.",
                email = view.email
            ),
        ),
        Progress::AwaitingPayment => (
            t!("Your order is waiting for payment"),
            t!(
                "We have not heard from the payment service yet. If you have just paid, this takes a moment; look again shortly."
            )
            .to_owned(),
        ),
        Progress::Cancelled => (
            t!("This order was cancelled"),
            t!("Nothing will be sent. If you had paid, the money goes back to where it came from.")
                .to_owned(),
        ),
    };
    view! {
        <div class="max-w-2xl">
            // The letterhead: the header is not printed.
            <div class="print-only mb-8"><Logo /></div>
            {number.map(|number| view! { <p class="eyebrow tabular">{number} {placed.map(|at| format!(" · {at}"))}</p> })}
            <h1 class="mt-2">{title}</h1>
            <p class="no-print lede mt-4">{text}</p>
        </div>
    }
}

fn payment(view: &OrderView) -> impl IntoView + use<> {
    let url = view.payment_url.clone();
    let amount = view.totals.total.format();
    let again = format!("/orders/{}", view.token);
    view! {
        <div class="no-print mt-6 flex flex-wrap gap-3">
            {url
                .map(|url| {
                    view! {
                        <Button emphasis=Emphasis::Primary href=url class="max-sm:w-full">
                            {t!("Continue payment of {amount}", amount)}
                        </Button>
                    }
                })}
            <Button href=again class="max-sm:w-full">{t!("Look again")}</Button>
            <form method="post" action="/api/checkout/cancel-payment" class="max-sm:w-full">
                <Button emphasis=Emphasis::Quiet class="max-sm:w-full">{t!("Cancel payment and change the order")}</Button>
            </form>
        </div>
    }
}

fn part(part: &OrderPartView, progress: Progress) -> impl IntoView + use<> {
    let tone = match progress {
        Progress::Confirmed => Tone::Success,
        Progress::AwaitingPayment => Tone::Warning,
        Progress::Cancelled => Tone::Neutral,
    };
    let lines = part.lines.iter().map(line).collect_view();
    let (status, shop) = (part.status.clone(), format!("/m/{}", part.merchant_slug));
    let sending = t!(
        "{way}, {days}",
        way = part.shipping_name,
        days = days(part.shipping_days)
    );
    // The items' sum says something new only where there are several.
    let items = (part.lines.len() > 1).then(|| SummaryRow::new(t!("Items"), part.items.format()));
    let shipping = SummaryRow::new(t!("Shipping"), free_or(part.shipping)).note(sending);
    let rows: Vec<SummaryRow> = items.into_iter().chain([shipping]).collect();
    view! {
        <section class="break-inside-avoid">
            <div class="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
                <Monogram name=part.merchant_name.clone() small=true />
                <h2 class="text-lg">
                    <a class="hover:underline" href=shop>
                        {part.merchant_name.clone()}
                    </a>
                </h2>
                <span class="ms-auto">
                    <Badge tone>{status}</Badge>
                </span>
            </div>
            <ul class="border-b border-hairline">{lines}</ul>
            <div class="mt-4 sm:ms-auto sm:max-w-88">
                <SummaryList rows />
            </div>
        </section>
    }
}

fn line(line: &OrderLineView) -> impl IntoView + use<> {
    let href = format!("/p/{}", line.product_slug);
    let image = line.picture.as_ref().and_then(|picture| picture.image());
    // The title beside it says what it is.
    let image = image.map(|image| Image {
        alt: String::new(),
        ..image
    });
    let pieces = format!("{} × {}", line.quantity, line.unit_price.format());
    view! {
        <li class="flex gap-4 border-t border-hairline py-4">
            <Picture image=image ratio=Ratio::Thumb sizes="72px" />
            <div class="min-w-0 flex-1">
                <h3 class="font-sans text-base font-medium leading-snug tracking-normal">
                    <a class="hover:underline" href=href>
                        {line.title.clone()}
                    </a>
                </h3>
                {(!line.variant_title.is_empty())
                    .then(|| view! { <p class="muted mt-0.5 text-sm">{line.variant_title.clone()}</p> })}
                <p class="muted tabular mt-0.5 text-sm">{pieces}</p>
            </div>
            <p class="tabular font-medium">{line.total.format()}</p>
        </li>
    }
}

fn facts(view: OrderView) -> impl IntoView {
    let rows = totals_rows(&view.totals);
    let address = view
        .address_lines
        .into_iter()
        .map(|line| view! { <span class="block">{line}</span> })
        .collect_view();
    let empty = view.timeline.is_empty();
    let cancelled = view.progress == Progress::Cancelled;
    view! {
        <Card title=if cancelled { t!("What it would have cost") } else { t!("Summary") }>
            <SummaryList rows />
        </Card>
        <Card title=t!("Delivery")>
            <address class="not-italic">{address}</address>
            <p class="muted mt-3 flex gap-2 text-sm">
                <Icon glyph=Glyph::Mail />
                <span class="wrap-anywhere">{view.email}</span>
            </p>
        </Card>
        {(!empty)
            .then(|| {
                view! {
                    <Card title=t!("What happened")>
                        <Timeline events=timeline(&view.timeline) />
                    </Card>
                }
            })}
        <Notice class="no-print">
            <p>{t!("Keep this page's address: it is the key to your order. Whoever has it can read what you see here.")}</p>
        </Notice>
    }
}

fn timeline(events: &[EventView]) -> Vec<TimelineEvent> {
    let entries = events.iter().map(|event| TimelineEvent {
        title: event.text.clone(),
        at: Some(moment(&event.at)),
        datetime: Some(event.at.clone()),
        detail: None,
        moment: Moment::Done,
    });
    entries.collect()
}

/// An RFC 3339 moment for reading: "21 November 2026, 09:14 UTC".
fn moment(at: &str) -> String {
    OffsetDateTime::parse(at, &Rfc3339).map_or_else(|_| at.to_owned(), locale::moment)
}
