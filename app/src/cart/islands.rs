//! The lines of the cart's page, with their totals: plain forms that, once the browser's part is awake, change the page at
//! once and ask the server behind it. The server's answer is the authority; the arithmetic until then is `domain::cart`'s.

use domain::{cart::LineNotice, quantity::Quantity};
use leptos::{ev::SubmitEvent, prelude::*, wasm_bindgen::JsCast, web_sys};
use ui::{
    Button, Card, Emphasis, EmptyState, Glyph, Icon, IconButton, Image, Monogram, Picture,
    QuantityStepper, Ratio, Size, StepperButtons, SummaryList, SummaryRow,
};
use words::{t, tn};

use super::{
    basket::{Basket, Change, Trouble, quantity_of},
    types::{CartLineView, CartMerchantView, CartView},
};
use crate::address::here;

const CHECK_OUT: &str = "check-out";

/// The lines by merchant, and the summary with the way to the checkout.
#[island(lazy)]
pub fn CartLines(view: CartView) -> impl IntoView {
    let basket = Basket::new(view);
    basket.outlive_the_page();
    view! {
        <div node_ref=basket.region tabindex="-1" aria-label=t!("Cart") role="region" class="focus:outline-none">
            {move || {
                let trouble = basket.trouble.get();
                basket.shown.with(|cart| contents(basket, cart, trouble.as_ref()))
            }}
        </div>
    }
}

/// What an empty cart looks like.
#[component]
pub fn EmptyCart() -> impl IntoView {
    view! {
        <EmptyState
            glyph=Glyph::Cart
            title=t!("Your cart is empty")
            text=t!("What you add waits here, from as many makers as you like, and is paid for once.")
        >
            <Button emphasis=Emphasis::Primary href=here("/")>
                {t!("See what is new")}
            </Button>
        </EmptyState>
    }
}

fn contents(basket: Basket, cart: &CartView, trouble: Option<&Trouble>) -> AnyView {
    let at = |line| {
        trouble
            .filter(|trouble| trouble.line == line)
            .map(|trouble| trouble.message.clone())
    };
    let elsewhere = trouble
        .filter(|trouble| quantity_of(cart, trouble.line).is_none())
        .map(|trouble| alert(trouble.message.clone()));
    if cart.is_empty() {
        return view! { <div>{elsewhere} <EmptyCart /></div> }.into_any();
    }
    let several = cart.merchants.len() > 1;
    let merchants = cart
        .merchants
        .iter()
        .map(|merchant| {
            let lines = merchant.lines.iter().map(|own| line(basket, own, at(own.id))).collect_view();
            view! {
                <section>
                    {merchant_head(merchant)}
                    <ul class="border-b border-hairline">{lines}</ul>
                    {(several && merchant.lines.len() > 1)
                        .then(|| {
                            view! {
                                <p class="mt-3 flex justify-end gap-6 text-sm">
                                    <span class="muted">{t!("Subtotal, {merchant}", merchant = merchant.name)}</span>
                                    <span class="tabular w-24 text-end">{merchant.subtotal.format()}</span>
                                </p>
                            }
                        })}
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="grid gap-10 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
            <div class="grid grid-cols-[minmax(0,1fr)] content-start gap-10">{elsewhere} {merchants}</div>
            <div class="lg:sticky lg:top-6 lg:self-start">{summary(basket, cart)}</div>
        </div>
    }
    .into_any()
}

fn merchant_head(merchant: &CartMerchantView) -> impl IntoView + use<> {
    view! {
        <div class="mb-3 flex items-center gap-3">
            <Monogram name=merchant.name.clone() small=true />
            <h2 class="text-lg">
                <a class="hover:underline" href=here(&format!("/m/{}", merchant.slug))>
                    {merchant.name.clone()}
                </a>
            </h2>
        </div>
    }
}

fn line(basket: Basket, line: &CartLineView, trouble: Option<String>) -> impl IntoView + use<> {
    let href = here(&format!(
        "/p/{}?variant={}",
        line.product_slug, line.variant
    ));
    let image = line.picture.as_ref().and_then(|picture| picture.image());
    // The title beside it says what it is.
    let image = image.map(|image| Image {
        alt: String::new(),
        ..image
    });
    let gone = line.notices.contains(&LineNotice::SoldOut);
    view! {
        <li class="flex gap-4 border-t border-hairline py-5 sm:gap-5">
            <a class="flex-none self-start" href=href.clone() tabindex="-1" aria-hidden="true">
                <Picture image=image ratio=Ratio::Thumb sizes="96px" class="sm:w-24" />
            </a>
            <div class="flex min-w-0 flex-1 flex-wrap items-start gap-x-5 gap-y-3">
                <div class="w-full min-w-0 sm:w-auto sm:flex-1">
                    <h3 class="font-sans text-base font-medium leading-snug tracking-normal">
                        <a class="hover:underline" href=href>
                            {line.title.clone()}
                        </a>
                    </h3>
                    {(!line.variant_title.is_empty())
                        .then(|| view! { <p class="muted mt-0.5 text-sm">{line.variant_title.clone()}</p> })}
                    <p class="tabular mt-0.5 text-sm">
                        {line.unit_price.format()} <span class="muted">{format!(" {}", t!("each"))}</span>
                    </p>
                    {line.notices.iter().map(notice).collect_view()}
                    {trouble.map(alert)}
                </div>
                <div class="flex min-w-0 flex-1 flex-wrap items-start gap-1 sm:flex-none">
                    {(!gone).then(|| quantity(basket, line))}
                    {removal(basket, line)}
                    <p class="tabular ms-auto pt-2.5 text-end font-medium sm:w-24">
                        <span class="sr-only">{format!("{} ", t!("Together"))}</span>
                        {line.total.format()}
                    </p>
                </div>
            </div>
        </li>
    }
}

/// Two forms: the buttons' one sends the quantity a button stands for, the other what is typed.
fn quantity(basket: Basket, line: &CartLineView) -> impl IntoView + use<> {
    let id = line.id;
    let steps = format!("step-{id}");
    let most = line
        .input
        .available
        .unwrap_or(Quantity::MAX.get())
        .clamp(1, Quantity::MAX.get());
    let on_step = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(wanted) = event
            .submitter()
            .and_then(|button| button.get_attribute("value"))
        {
            basket.typed(id, &wanted);
        }
    };
    let on_typed = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(wanted) = typed_quantity(&event) {
            basket.typed(id, &wanted);
        }
    };
    view! {
        <form method="post" action=here("/api/cart/set") id=steps.clone() class="hidden" on:submit=on_step>
            <input type="hidden" name="line" value=id.to_string() />
        </form>
        <form
            method="post"
            action=here("/api/cart/set")
            on:submit=on_typed
            on:change=move |event| basket.typed(id, &event_target_value(&event))
        >
            <input type="hidden" name="line" value=id.to_string() />
            <QuantityStepper
                id=format!("quantity-{id}")
                what=line.title.clone()
                quantity=line.quantity.get()
                max=most
                buttons=StepperButtons::Submit(steps)
            />
        </form>
    }
}

/// The value of the input in the form that is being sent.
fn typed_quantity(event: &SubmitEvent) -> Option<String> {
    let form = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let input = form.query_selector("input[name=quantity]").ok()??;
    Some(input.dyn_into::<web_sys::HtmlInputElement>().ok()?.value())
}

fn removal(basket: Basket, line: &CartLineView) -> impl IntoView + use<> {
    let id = line.id;
    let gone = line.notices.contains(&LineNotice::SoldOut);
    let label = t!("Remove {title}", title = line.title);
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        basket.change(Change::Remove(id));
    };
    view! {
        <form method="post" action=here("/api/cart/remove") on:submit=on_submit>
            <input type="hidden" name="line" value=id.to_string() />
            {if gone {
                view! { <Button size=Size::Small label=label icon=Glyph::Trash>{t!("Remove")}</Button> }.into_any()
            } else {
                view! { <IconButton label glyph=Glyph::Trash /> }.into_any()
            }}
        </form>
    }
}

fn notice(notice: &LineNotice) -> impl IntoView + use<> {
    let (class, text) = match notice {
        LineNotice::PriceChanged { from, to } => (
            "mt-2 flex gap-1.5 text-sm text-warning",
            t!(
                "The price is now {now}. It was {was} when you added it.",
                now = to.format(),
                was = from.format()
            ),
        ),
        LineNotice::OnlyLeft(left) => (
            "mt-2 flex gap-1.5 text-sm text-danger",
            t!("Only {left} left. Lower the quantity to go on.", left),
        ),
        LineNotice::SoldOut => (
            "mt-2 flex gap-1.5 text-sm text-danger",
            t!("Sold out. Remove it to go on.").to_owned(),
        ),
    };
    view! {
        <p class=class>
            <Icon glyph=Glyph::Alert />
            <span>{text}</span>
        </p>
    }
}

fn alert(message: String) -> impl IntoView {
    view! {
        <p class="mt-2 flex gap-1.5 text-sm text-danger" role="alert">
            <Icon glyph=Glyph::Alert />
            <span>{message}</span>
        </p>
    }
}

fn summary(basket: Basket, cart: &CartView) -> impl IntoView + use<> {
    let blocked = cart.blocked;
    // What was typed last may be on its way still, and the checkout begins with what the server knows.
    let on_submit = move |event: SubmitEvent| {
        if !basket.may_send(CHECK_OUT) {
            event.prevent_default();
        }
    };
    let pieces = tn!(cart.item_count, "{count} item", "{count} items");
    let subtotal = cart.subtotal.format();
    let said = tn!(
        cart.item_count,
        "{count} item in the cart, subtotal {subtotal}",
        "{count} items in the cart, subtotal {subtotal}",
        subtotal
    );
    let rows = vec![SummaryRow::total(t!("Subtotal"), subtotal).note(pieces)];
    view! {
        <Card title=t!("Summary")>
            <SummaryList rows />
            <p class="sr-only" aria-live="polite">{said}</p>
            <p class="muted mt-3 text-sm">{t!("Shipping and tax are shown at checkout.")}</p>
            <form id=CHECK_OUT method="post" action=here("/api/checkout/begin") class="mt-5" on:submit=on_submit>
                <Button emphasis=Emphasis::Primary size=Size::Large full=true disabled=blocked>
                    {t!("Check out")}
                </Button>
            </form>
            {blocked
                .then(|| {
                    view! {
                        <p class="mt-3 flex gap-1.5 text-sm text-danger">
                            <Icon glyph=Glyph::Alert />
                            <span>{t!("Change or remove the marked items first.")}</span>
                        </p>
                    }
                })}
            <p class="muted mt-4 flex gap-2 text-sm">
                <Icon glyph=Glyph::Truck />
                <span>{t!("You pay once. Each maker sends their own parcel.")}</span>
            </p>
        </Card>
    }
}
