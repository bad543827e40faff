//! Mocks of the cart and the checkout.

use leptos::prelude::*;
use ui::store::Logo;
use ui::*;

use crate::sample::{TITLES, euro, frame, image};

fn line(n: usize, quantity: u32) -> AnyView {
    view! {
        <li class="flex gap-4 border-t border-hairline py-5">
            <a href="/p"><Picture image=image(n, "") ratio=Ratio::Thumb sizes="72px" class="sm:w-24" /></a>
            <div class="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-3">
                <div class="min-w-40 flex-1">
                    <h3 class="font-sans text-base font-medium"><a href="/p">{TITLES[n]}</a></h3>
                    <p class="muted text-sm">"Rust / 250 ml"</p>
                    <p class="mt-1 text-sm"><Price amount=euro(2640) compare_at=euro(3300) /></p>
                </div>
                <form class="flex items-start gap-1">
                    <QuantityStepper id=format!("q{n}") what=TITLES[n] quantity buttons=StepperButtons::Submit(format!("set-{n}")) />
                    <IconButton label=format!("Remove {}", TITLES[n]) glyph=Glyph::Trash />
                </form>
                <p class="tabular w-20 text-right font-medium max-sm:hidden pt-2.5">{euro(2640 * i64::from(quantity)).format()}</p>
            </div>
        </li>
    }
    .into_any()
}

fn totals() -> Vec<SummaryRow> {
    vec![
        SummaryRow::new("Subtotal", "€79.20"),
        SummaryRow::discount("Welcome, 10%", "−€7.92"),
        SummaryRow::new("Delivery", "€4.90").note("Atelier Forno, Nord & Lin"),
        SummaryRow::total("Total", "€76.18").note("incl. €12.16 VAT"),
    ]
}

pub fn cart() -> AnyView {
    frame(
        view! {
            <div class="page pt-8">
                <h1>"Cart"</h1>
                <div class="mt-6 grid gap-10 lg:grid-cols-[1fr_22rem] lg:gap-16">
                    <div class="grid gap-8">
                        <Notice tone=Tone::Warning title="One price has changed">
                            <p>"Oak reading lamp is now €48.00, it was €44.00 when you added it."</p>
                        </Notice>
                        <section>
                            <div class="mb-3 flex items-center gap-3">
                                <Monogram name="Atelier Forno" small=true />
                                <h2 class="text-lg">"Atelier Forno"</h2>
                            </div>
                            <ul>{line(0, 2)} {line(3, 1)}</ul>
                        </section>
                        <section>
                            <div class="mb-3 flex items-center gap-3">
                                <Monogram name="Nord & Lin" small=true />
                                <h2 class="text-lg">"Nord & Lin"</h2>
                            </div>
                            <ul>{line(1, 1)}</ul>
                        </section>
                    </div>
                    <aside class="lg:sticky lg:top-6 lg:self-start">
                        <Card title="Summary">
                            <SummaryList rows=totals() />
                            <Button emphasis=Emphasis::Primary size=Size::Large full=true href="/checkout" class="mt-5">"Go to checkout"</Button>
                            <p class="muted mt-3 flex justify-center gap-1.5 text-center text-sm"><Icon glyph=Glyph::Lock />"Secure payment"</p>
                        </Card>
                    </aside>
                </div>
            </div>
            <div class="page"><EmptyState glyph=Glyph::Cart title="Your cart is empty" text="Things you add wait here for 30 days."><Button emphasis=Emphasis::Primary href="/">"Look around"</Button></EmptyState></div>
        }
        .into_any(),
    )
}

fn form() -> AnyView {
    view! {
        <form class="grid gap-9" novalidate>
            <ErrorSummary errors=vec![FieldError::new("email", "Enter an e-mail address like name@example.org"), FieldError::new("city", "Enter a town or city")] />
            <section class="fields">
                <h2>"Contact"</h2>
                <TextInput name="email" label="E-mail" kind="email" autocomplete="email" value="ada@example" error="Enter an e-mail address like name@example.org" hint="For the receipt and news about this order only." required=true />
            </section>
            <section class="fields">
                <h2>"Delivery"</h2>
                <Select name="country" label="Country" value="de" choices=vec![Choice::new("at", "Austria"), Choice::new("de", "Germany")] />
                <TextInput name="name" label="Full name" autocomplete="shipping name" value="Ada Lovelace" />
                <TextInput name="street" label="Street and number" autocomplete="shipping address-line1" />
                <TextInput name="extra" label="Flat, floor" optional=true />
                <div class="grid grid-cols-[8rem_1fr] gap-4">
                    <TextInput name="postcode" label="Postcode" inputmode="numeric" />
                    <TextInput name="city" label="Town or city" error="Enter a town or city" />
                </div>
                <Fieldset legend="Delivery method">
                    <RadioCards>
                        <RadioCard name="method" value="standard" title="Standard" detail="Tuesday 24 to Thursday 26 November" aside="€4.90" checked=true />
                        <RadioCard name="method" value="express" title="Express" detail="Tomorrow, if ordered before 14:00" aside="€12.90" />
                        <RadioCard name="method" value="pickup" title="Collect from the workshop" detail="Not offered by Nord & Lin" aside="Free" disabled=true />
                    </RadioCards>
                </Fieldset>
            </section>
            <section class="fields">
                <h2>"Note"</h2>
                <TextArea name="note" label="For the makers" optional=true value="Please leave it with <the> neighbour" />
                <Checkbox name="terms" required=true error="Accept the terms to order">"I accept the " <a class="link" href="/t">"terms of sale"</a></Checkbox>
            </section>
            <div>
                <Button emphasis=Emphasis::Primary size=Size::Large full=true>"Pay €76.18"</Button>
                <p class="muted mt-3 text-center text-sm">"You pay once. Each maker sends their own parcel."</p>
            </div>
        </form>
    }
    .into_any()
}

pub fn checkout() -> AnyView {
    view! {
        <header class="site-header">
            <div class="page flex items-center justify-between py-4">
                <a href="/"><Logo /></a>
                <p class="muted flex items-center gap-1.5 text-sm"><Icon glyph=Glyph::Lock />"Secure checkout"</p>
            </div>
        </header>
        <main id="main" class="page grid content-start gap-x-16 gap-y-8 py-8 lg:grid-cols-[minmax(0,34rem)_22rem] lg:justify-center">
            <div class="lg:col-span-2"><Steps steps=vec![Step::link("Cart", "/cart"), Step::new("Delivery"), Step::new("Payment")] current=1 /></div>
            <aside class="lg:order-2 lg:sticky lg:top-6 lg:self-start">
                <Card title="Your order">
                    <ul class="mb-5 grid gap-4">
                        <li class="flex items-center gap-3 text-sm">
                            <Picture image=image(0, "") ratio=Ratio::Thumb sizes="72px" class="w-12" />
                            <span class="flex-1">{TITLES[0]}<br /><span class="muted">"2 × Rust / 250 ml"</span></span>
                            <span class="tabular">"€52.80"</span>
                        </li>
                    </ul>
                    <SummaryList rows=totals() />
                </Card>
            </aside>
            {form()}
        </main>
    }
    .into_any()
}
