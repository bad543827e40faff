//! Mocks of the home, category and product pages.

use leptos::prelude::*;
use ui::*;

use crate::sample::{euro, frame, image, products};

pub fn home() -> AnyView {
    let tile = |n: usize, name: &str| {
        view! { <CategoryTile href="/c" name=name.to_owned() image=image(n, "") note="128 products" /> }
    };
    let maker = |n: usize, name: &str, place: &str, tagline: &str| {
        view! {
            <MerchantCard
                href="/m"
                name=name.to_owned()
                place=place.to_owned()
                tagline=tagline.to_owned()
                images=vec![image(n, ""), image(n + 3, ""), image(n + 5, "")]
            />
        }
    };
    frame(
        view! {
            <section class="page grid items-center gap-8 py-8 md:grid-cols-2 lg:gap-16 lg:py-16">
                <div class="max-w-xl">
                    <p class="eyebrow">"From the kiln this week"</p>
                    <h1 class="mt-3 text-5xl">"Things made slowly, sent quickly"</h1>
                    <p class="lede mt-5">
                        "Four hundred small workshops under one roof. One basket, one checkout, and a name behind everything you buy."
                    </p>
                    <div class="mt-8 flex flex-wrap gap-3">
                        <Button emphasis=Emphasis::Primary size=Size::Large href="/new">"See what is new"</Button>
                        <Button size=Size::Large href="/merchants">"Meet the makers"</Button>
                    </div>
                </div>
                <div class="grid grid-cols-2 gap-3 lg:gap-4">
                    <Picture image=image(0, "A mug") eager=true />
                    <Picture image=image(5, "A lamp") eager=true class="mt-8" />
                </div>
            </section>
            <section class="page section">
                <div class="section-head">
                    <h2>"New arrivals"</h2>
                    <ArrowLink href="/new">"All new arrivals"</ArrowLink>
                </div>
                <ProductGrid>{products(0, 8)}</ProductGrid>
            </section>
            <section class="page section">
                <div class="section-head"><h2>"Makers to meet"</h2></div>
                <div class="grid gap-8 md:grid-cols-3 lg:gap-6">
                    {maker(0, "Atelier Forno", "Lisbon, Portugal", "Three sisters, one wood kiln, and a glaze they will not explain.")}
                    {maker(2, "Nord & Lin", "Växjö, Sweden", "Linen woven on looms from 1962, washed until it is soft.")}
                    {maker(4, "Studio Hagi", "Berlin, Germany", "Knives and small tools, forged to order since 2011.")}
                </div>
            </section>
            <section class="page section">
                <div class="section-head"><h2>"Departments"</h2></div>
                <div class="grid grid-cols-2 gap-x-3 gap-y-6 md:grid-cols-4 lg:gap-x-6">
                    {tile(1, "Home")} {tile(3, "Kitchen")} {tile(6, "Table")} {tile(7, "Wear")}
                </div>
            </section>
        }
        .into_any(),
    )
}

pub fn category() -> AnyView {
    let facet = |label: &'static str, count: u64, checked: bool| {
        view! { <Checkbox name="colour" id=format!("colour-{label}") value=label checked count>{label}</Checkbox> }
    };
    frame(
        view! {
            <div class="page pt-6">
                <Breadcrumbs crumbs=vec![Crumb::link("Home", "/"), Crumb::link("Kitchen", "/k"), Crumb::here("Cups and mugs")] />
                <div class="mt-4 max-w-2xl">
                    <h1>"Cups and mugs"</h1>
                    <p class="lede mt-3">"For the first coffee and the last tea. Thrown, cast and turned by 38 workshops."</p>
                </div>
                <div class="mt-8 lg:mt-10 grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_1fr]">
                    <Drawer
                        id="filters"
                        title="Filters"
                        start=true
                        inline=true
                        foot=Some(view! { <Button emphasis=Emphasis::Primary form="f">"Show 312 products"</Button> }.into_any())
                    >
                        <form id="f">
                            <Disclosure summary="Colour" compact=true open=true>
                                {facet("Chalk", 41, false)} {facet("Rust", 12, true)} {facet("Ocean", 9, false)}
                            </Disclosure>
                            <Disclosure summary="Price" compact=true open=true>
                                <div class="grid grid-cols-2 gap-3">
                                    <TextInput name="min" label="From" inputmode="numeric" prefix="€" value="10" />
                                    <TextInput name="max" label="To" inputmode="numeric" prefix="€" />
                                </div>
                            </Disclosure>
                            <Disclosure summary="Material" compact=true>"…"</Disclosure>
                            <Disclosure summary="Made in" compact=true>"…"</Disclosure>
                        </form>
                    </Drawer>
                    <div>
                        <div class="mb-6 flex flex-wrap items-center justify-between gap-3">
                            <p class="muted text-sm">"312 products"</p>
                            <div class="flex items-center gap-3">
                                <Button class="lg:hidden" opens="filters" icon=Glyph::Filter size=Size::Small>"Filter"</Button>
                                <Select
                                    name="sort"
                                    label="Sort by"
                                    hide_label=true
                                    choices=vec![Choice::new("newest", "Newest"), Choice::new("price", "Price, low to high")]
                                />
                            </div>
                        </div>
                        <div class="chips mb-6">
                            <Chip href="/x" group="Colour" label="Rust" />
                            <Chip href="/x" group="Price" label="from €10" />
                            <a class="link self-center text-sm" href="/x">"Clear all"</a>
                        </div>
                        <ProductGrid four=false>{products(3, 9)}</ProductGrid>
                        <div class="mt-12"><Pagination previous="/x" next="/x" note="25–48 of 312" /></div>
                    </div>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn buying_box() -> AnyView {
    let tile = |value: &'static str, swatch: Option<Colourway>, selected: bool, available: bool| {
        view! { <OptionTile name="v" value href="/x" swatch selected available /> }
    };
    view! {
        <div class="lg:sticky lg:top-6 lg:self-start">
            <p class="text-sm"><a class="link" href="/m">"Atelier Forno"</a></p>
            <h1 class="mt-1 text-3xl">"Stoneware mug with thumb rest"</h1>
            <div class="mt-3"><a href="#reviews"><Rating tenths=47 count=212 large=true /></a></div>
            <div class="mt-4"><Price amount=euro(2640) compare_at=euro(3300) large=true badge=true note="incl. VAT" /></div>
            <form class="mt-6 grid gap-5">
                <Fieldset legend="Colour" value="Rust">
                    <OptionTiles>
                        {tile("Chalk", Some(Colourway::Chalk), false, true)}
                        {tile("Rust", Some(Colourway::Rust), true, true)}
                        {tile("Ocean", Some(Colourway::Ocean), false, true)}
                    </OptionTiles>
                </Fieldset>
                <Fieldset legend="Size" value="250 ml">
                    <OptionTiles>
                        {tile("180 ml", None, false, true)} {tile("250 ml", None, true, true)} {tile("350 ml", None, false, false)}
                    </OptionTiles>
                </Fieldset>
                <div class="flex gap-3">
                    <QuantityStepper id="quantity" what="Stoneware mug" quantity=1 />
                    <Button emphasis=Emphasis::Primary class="flex-1">"Add to cart"</Button>
                    <IconButton label="Keep for later" glyph=Glyph::Heart emphasis=Emphasis::Secondary />
                </div>
            </form>
            <ul class="mt-6 grid gap-2.5 text-sm">
                <li class="flex gap-2.5"><Icon glyph=Glyph::Check />"In stock, leaves Lisbon in 2 to 4 days"</li>
                <li class="flex gap-2.5"><Icon glyph=Glyph::Truck />"Delivery to Germany €4.90, free from €60"</li>
                <li class="flex gap-2.5"><Icon glyph=Glyph::Return />"Return within 30 days"</li>
            </ul>
            <div class="mt-8">
                <Disclosure summary="Description" open=true group="product">
                    <div class="prose"><p>"Thrown on the wheel from iron-rich clay and fired for fourteen hours. The thumb rest keeps the cup level when it is full."</p></div>
                </Disclosure>
                <Disclosure summary="Material and care" group="product"><p>"…"</p></Disclosure>
                <Disclosure summary="Delivery and returns" group="product"><p>"…"</p></Disclosure>
            </div>
        </div>
    }
    .into_any()
}

pub fn product() -> AnyView {
    frame(
        view! {
            <div class="page pt-6">
                <Breadcrumbs crumbs=vec![Crumb::link("Home", "/"), Crumb::link("Kitchen", "/k"), Crumb::link("Cups and mugs", "/k/c")] />
                <div class="mt-4 grid gap-5 grid-cols-[minmax(0,1fr)] lg:grid-cols-[7fr_5fr] lg:gap-14">
                    <Gallery images=vec![image(0, "The mug from the front"), image(8, "From above"), image(16, "In use")] />
                    {buying_box()}
                </div>
            </div>
            <section class="page section">
                <div class="section-head"><h2>"More from Atelier Forno"</h2><ArrowLink href="/m">"Visit the shop"</ArrowLink></div>
                <ProductGrid>{products(8, 4)}</ProductGrid>
            </section>
        }
        .into_any(),
    )
}
