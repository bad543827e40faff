//! Every component by itself.

use leptos::prelude::*;
use ui::store::Logo;
use ui::*;

use crate::sample::euro;

fn buttons() -> AnyView {
    [Size::Small, Size::Medium, Size::Large]
        .into_iter()
        .map(|size| {
            view! {
                <div class="flex flex-wrap items-center gap-3">
                    <Button size emphasis=Emphasis::Primary>"Add to cart"</Button>
                    <Button size>"Save for later"</Button>
                    <Button size emphasis=Emphasis::Quiet>"Cancel"</Button>
                    <Button size emphasis=Emphasis::Danger icon=Glyph::Trash>"Delete"</Button>
                    <Button size emphasis=Emphasis::Primary disabled=true>"Sold out"</Button>
                    <Button size emphasis=Emphasis::Primary busy=true>"Paying"</Button>
                    <IconButton size label="Search" glyph=Glyph::Search />
                </div>
            }
        })
        .collect_view()
        .into_any()
}

fn notices() -> AnyView {
    [Tone::Neutral, Tone::Merchant, Tone::Success, Tone::Warning, Tone::Danger]
        .into_iter()
        .map(|tone| view! { <Notice tone title="Your parcel is on its way"><p>"It should arrive on Tuesday."</p></Notice> })
        .collect_view()
        .into_any()
}

fn badges() -> AnyView {
    let tones = [
        Tone::Neutral,
        Tone::Accent,
        Tone::Inverse,
        Tone::Merchant,
        Tone::Success,
        Tone::Warning,
        Tone::Danger,
    ];
    tones
        .into_iter()
        .map(|tone| view! { <Badge tone>{format!("{tone:?}")}</Badge> })
        .collect_view()
        .into_any()
}

pub fn page() -> AnyView {
    view! {
        <main class="page grid gap-10 py-10">
            <div class="flex items-end gap-8"><Logo /><Logo small=true /></div>
            <div class="grid gap-2">
                <p class="font-display text-5xl">"A curated market hall"</p>
                <h1>"Heading one, for pages"</h1>
                <h2>"Heading two, for sections"</h2>
                <h3>"Heading three, for parts"</h3>
                <p class="lede">"A lede introduces in one or two calm sentences."</p>
                <p>"Text is set in Inter, with " <a class="link" href="/x">"links underlined"</a> ". ÄÖÜ ß Łódź œuvre € 1,234.50"</p>
            </div>
            <div class="grid gap-4">{buttons()}</div>
            <div class="flex flex-wrap gap-4 text-xl">{Glyph::ALL.iter().map(|glyph| view! { <Icon glyph=*glyph /> }).collect_view()}</div>
            <div class="flex flex-wrap gap-3">{badges()}</div>
            <div class="flex flex-wrap gap-3">{Colourway::ALL.iter().map(|way| view! { <Swatch way=*way large=true /> }).collect_view()}</div>
            <div class="grid gap-3 md:grid-cols-2">{notices()}</div>
            <div class="grid gap-6 md:grid-cols-3">
                <TextInput name="a" label="Plain" placeholder="Placeholder" hint="A hint" />
                <TextInput name="b" label="Wrong" value="12" error="Enter a number above 20" />
                <TextInput name="c" label="Disabled" value="Fixed" disabled=true />
                <Select name="d" label="Choose" prompt="Choose a country" choices=vec![Choice::new("de", "Germany")] optional=true />
                <TextInput name="e" label="Price" prefix="€" suffix="EUR" value="26.40" />
                <TextArea name="f" label="Text" value="Several\nlines" />
                <div><Checkbox name="g" checked=true>"Ticked"</Checkbox><Checkbox name="h" hint="A hint">"Not ticked"</Checkbox></div>
                <RadioCards>
                    <RadioCard name="r" value="1" title="One" detail="Detail" aside="€4.90" checked=true />
                    <RadioCard name="r" value="2" title="Two" aside="Free" />
                </RadioCards>
                <div><QuantityStepper id="q" what="Mug" quantity=1 /></div>
            </div>
            <div class="flex flex-wrap items-center gap-8">
                <Price amount=euro(2640) />
                <Price amount=euro(2640) from=true />
                <Price amount=euro(2640) compare_at=euro(3300) badge=true />
                <Price amount=euro(2640) compare_at=euro(3300) badge=true large=true note="€10.56 / 100 g" />
                <Rating tenths=47 count=212 />
                <Rating tenths=24 count=1 large=true />
            </div>
            <Steps steps=vec![Step::link("Cart", "/c"), Step::link("Delivery", "/d"), Step::new("Payment")] current=2 />
            <div class="flex gap-3"><Button opens="dialog">"Open dialog"</Button><Button opens="drawer">"Open drawer"</Button></div>
            <Dialog
                id="dialog"
                title="Cancel this order?"
                foot=Some(view! { <Button closes="dialog">"Keep it"</Button><Button emphasis=Emphasis::Danger>"Cancel order"</Button> }.into_any())
            >
                <p>"The makers have not begun to pack it. You get your money back within three days."</p>
            </Dialog>
            <Drawer id="drawer" title="Cart" foot=Some(view! { <Button emphasis=Emphasis::Primary full=true>"Checkout"</Button> }.into_any())>
                <EmptyState glyph=Glyph::Cart title="Nothing here yet" text="Things you add wait here for 30 days." />
            </Drawer>
        </main>
    }
    .into_any()
}
