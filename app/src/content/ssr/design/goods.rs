//! Pictures, prices, and the cards that sell.

use leptos::prelude::*;
use ui::{
    Button, CategoryTile, Colourway, Gallery, MerchantCard, Monogram, Picture, Price, ProductCard,
    ProductGrid, Rating, RatingBars, Ratio,
};

use super::{
    Side, once,
    sample::{MUG, RUNNER, euro, image},
    specimen, wide,
};

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Price", prices),
        specimen("Rating", ratings),
        specimen("RatingBars", bars),
        specimen("Picture", pictures),
        once("Gallery", gallery()),
        wide("ProductGrid", grid),
        specimen("ProductCard", long_card),
        specimen("MerchantCard", merchants),
        specimen("CategoryTile", categories),
        specimen("Monogram", |_| {
            view! { <div class="flex items-center gap-3"><Monogram name="Atelier Forno" /> <Monogram name="östra" small=true /></div> }
                .into_any()
        }),
    ]
}

fn prices(_: Side) -> AnyView {
    view! {
        <div class="flex flex-wrap items-center gap-x-8 gap-y-3">
            <Price amount=euro(2640) />
            <Price amount=euro(2640) from=true />
            <Price amount=euro(2640) compare_at=euro(3300) />
            <Price amount=euro(2640) compare_at=euro(3300) badge=true />
            <Price amount=euro(2640) large=true />
            <Price amount=euro(1_234_500) compare_at=euro(1_500_000) badge=true large=true note="€10.56 / 100 g" />
        </div>
    }
    .into_any()
}

fn ratings(_: Side) -> AnyView {
    view! {
        <div class="flex flex-wrap items-center gap-x-8 gap-y-3">
            <Rating tenths=47 count=212 />
            <Rating tenths=24 count=1 />
            <Rating tenths=50 />
            <Rating tenths=36 count=1204 large=true />
        </div>
    }
    .into_any()
}

fn bars(_: Side) -> AnyView {
    view! {
        <div class="grid gap-6">
            <RatingBars counts=[1, 0, 4, 12, 30] />
            <RatingBars counts=[1, 0, 4, 12, 30] base="/dev/ui?stars=" chosen=5 />
            <RatingBars counts=[0; 5] />
        </div>
    }
    .into_any()
}

fn pictures(_: Side) -> AnyView {
    view! {
        <div class="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
            <Picture image=image(0, "Portrait") />
            <Picture image=image(1, "Square") ratio=Ratio::Square />
            <Picture image=image(2, "Wide") ratio=Ratio::Wide />
            <Picture image=image(3, "Cinema") ratio=Ratio::Cinema />
            <Picture image=image(0, "Thumb") ratio=Ratio::Thumb sizes="72px" />
            <Picture />
            <Picture image=image(1, "With a second picture under the pointer") second=image(2, "") />
        </div>
    }
    .into_any()
}

fn gallery() -> AnyView {
    let images = vec![
        image(0, "The mug from the front"),
        image(1, "From above"),
        image(2, "In use"),
    ];
    view! { <div class="max-w-2xl"><Gallery images /></div> }.into_any()
}

fn grid(_: Side) -> AnyView {
    view! {
        <ProductGrid>
            <ProductCard href="#ProductGrid" title=MUG merchant="Atelier Forno" price=euro(2640) image=image(0, "") rating=(47, 212) />
            <ProductCard
                href="#ProductGrid"
                title="Oak reading lamp"
                merchant="Nord & Lin"
                price=euro(4400)
                compare_at=euro(5500)
                image=image(1, "")
                hover_image=image(2, "")
                swatches=Colourway::ALL.to_vec()
            />
            <ProductCard
                href="#ProductGrid"
                title="Brass plant mister"
                merchant="Casa Oliveira"
                price=euro(1890)
                from=true
                image=image(2, "")
                badge="New"
                rating=(24, 1)
            />
            <ProductCard
                href="#ProductGrid"
                title="Hand-forged paring knife"
                merchant="Studio Hagi"
                price=euro(6900)
                image=image(3, "")
                available=false
            />
        </ProductGrid>
    }
    .into_any()
}

fn long_card(_: Side) -> AnyView {
    let extra = view! { <Button kind="button" full=true>"Choose options"</Button> }.into_any();
    view! {
        <div class="grid grid-cols-2 gap-4">
            <ProductCard
                href="#ProductCard"
                title=RUNNER
                merchant="Weberei Altstätter und Töchter am Oberen Markt"
                price=euro(1_234_500)
                compare_at=euro(1_500_000)
                image=image(1, "")
                badge="New"
                rating=(50, 1204)
                swatches=Colourway::ALL.to_vec()
                extra=Some(extra)
            />
            <ProductCard href="#ProductCard" title="Without a picture" price=euro(100) />
        </div>
    }
    .into_any()
}

fn merchants(_: Side) -> AnyView {
    view! {
        <div class="grid gap-8">
            <MerchantCard
                href="#MerchantCard"
                name="Atelier Forno"
                place="Lisbon, Portugal"
                tagline="Three sisters, one wood kiln, and a glaze they will not explain."
                images=vec![image(0, ""), image(1, ""), image(2, "")]
            />
            <MerchantCard href="#MerchantCard" name="A shop without anything yet" />
        </div>
    }
    .into_any()
}

fn categories(_: Side) -> AnyView {
    view! {
        <div class="grid grid-cols-2 items-start gap-4">
            <CategoryTile href="#CategoryTile" name="Kitchen" image=image(2, "") note="128 products" />
            <CategoryTile href="#CategoryTile" name="A department without a picture" />
        </div>
    }
    .into_any()
}
