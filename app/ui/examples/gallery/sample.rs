//! Made-up data for the gallery: pictures, products, the frame.

use domain::money::{Currency, Money};
use leptos::prelude::*;
use ui::store::{Announcement, Footer, FooterColumn, Header, NavLink, SkipLink, ToolLink};
use ui::{Colourway, Glyph, Image, ProductCard};

pub fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

/// A flat still life as a data address: backdrop, ground, one vessel.
pub fn image(seed: usize, alt: &str) -> Image {
    const PALETTES: [(&str, &str, &str); 8] = [
        ("e9d9c3", "d9c3a0", "b2512f"),
        ("d5dccd", "b9c5ab", "365445"),
        ("cfdde3", "aec5cf", "3f7486"),
        ("efdcd2", "e0bda9", "6b3f58"),
        ("e6e1d6", "cfc6b4", "4a4844"),
        ("ecd9ae", "dcbc78", "2a2f3d"),
        ("d8d9e6", "b7bad3", "3b4673"),
        ("f0d4cf", "dfa9a4", "c4707a"),
    ];
    const VESSELS: [&str; 4] = [
        "M330 360h140v60c60 40 100 110 100 200 0 130-60 180-170 180s-170-50-170-180c0-90 40-160 100-200z",
        "M250 430h300v270c0 60-50 100-150 100s-150-40-150-100zM550 480c90-10 110 150 0 170",
        "M390 250h20v180l150 150H240l150-150zM380 580h40v180h70v40H310v-40h70z",
        "M240 520h320c10 170-60 260-160 280-100-20-170-110-160-280z",
    ];
    let (wall, ground, thing) = PALETTES[seed % PALETTES.len()];
    let vessel = VESSELS[(seed / 2) % VESSELS.len()];
    let src = format!(
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 1000'><rect width='800' height='1000' \
         fill='%23{wall}'/><rect y='700' width='800' height='300' fill='%23{ground}'/><ellipse cx='450' cy='800' rx='230' \
         ry='26' fill='%23000' opacity='.13'/><path d='{vessel}' fill='%23{thing}'/></svg>"
    );
    Image {
        src,
        srcset: None,
        width: 800,
        height: 1000,
        alt: alt.to_owned(),
        placeholder: Some(format!("#{wall}")),
    }
}

pub const TITLES: [&str; 8] = [
    "Stoneware mug with thumb rest",
    "Linen table runner, washed, in eight colours for long tables and short ones",
    "Oak reading lamp",
    "Hand-forged paring knife",
    "Recycled wool throw",
    "Olive oil soap, three bars",
    "Brass plant mister",
    "Canvas roll-top backpack",
];
pub const MERCHANTS: [&str; 4] = [
    "Atelier Forno",
    "Nord & Lin",
    "Casa Oliveira",
    "Studio Hagi",
];

/// Products `from..from + count`, with every state among them.
pub fn products(from: usize, count: usize) -> Vec<AnyView> {
    (from..from + count)
        .map(|n| {
            let price = euro(1890 + 730 * (n as i64 % 7));
            let compare = (n % 3 == 1).then(|| Money::new(price.minor * 5 / 4, price.currency));
            let swatches: Vec<Colourway> = if n % 2 == 1 {
                Colourway::ALL[n % 8..n % 8 + 2 + n % 6].to_vec()
            } else {
                Vec::new()
            };
            let badge = if n % 5 == 2 { "New" } else { "" };
            view! {
                <ProductCard
                    href=format!("/p/{n}")
                    title=TITLES[n % 8]
                    merchant=MERCHANTS[n % 4]
                    price
                    compare_at=compare
                    from={n % 4 == 3}
                    image=image(n, "")
                    hover_image=image(n + 1, "")
                    rating=(n % 4 != 2).then_some((38 + n as u32 % 13, 4 + n as u32 * 17))
                    badge
                    swatches
                    available={n % 7 != 5}
                />
            }
            .into_any()
        })
        .collect()
}

/// The store's frame around `content`.
pub fn frame(content: AnyView) -> AnyView {
    let names = [
        "Home", "Kitchen", "Table", "Wear", "Body", "Desk", "Outdoors", "Pantry",
    ];
    let mut nav: Vec<NavLink> = names
        .iter()
        .map(|name| NavLink::new(*name, format!("/c/{name}")))
        .collect();
    nav[1].current = true;
    nav.push(NavLink {
        accent: true,
        ..NavLink::new("Sale", "/sale")
    });
    nav.push(NavLink {
        end: true,
        ..NavLink::new("Meet the makers", "/merchants")
    });
    let column = |title: &str, links: &[&str]| FooterColumn {
        title: title.to_owned(),
        links: links
            .iter()
            .map(|link| ((*link).to_owned(), "/x".to_owned()))
            .collect(),
    };
    view! {
        <SkipLink />
        <Announcement>"Free delivery within Germany on orders over €60. " <a href="/d">"How delivery works"</a></Announcement>
        <Header
            nav
            tools=view! {
                <ToolLink href="/account" label="Account" glyph=Glyph::User />
                <ToolLink href="/cart" label="Cart" glyph=Glyph::Cart count=3 />
            }
                .into_any()
        />
        <main id="main" tabindex="-1">{content}</main>
        <Footer
            columns=vec![
                column("Shop", &["New arrivals", "Sale", "Gift cards", "All departments"]),
                column("Help", &["Track an order", "Delivery", "Returns", "Contact"]),
                column("Sell", &["Open a shop", "Fees", "Merchant sign-in"]),
                column("Sokonova", &["About", "Open source", "Journal"]),
            ]
            about="A market hall of small makers. Every shop is run by the people who make or choose what it sells."
            note="Pay by card, PayPal or invoice. Delivered to 27 countries."
            legal="© 2026 Sokonova"
        >
            <p><a class="link" href="/imprint">"Imprint"</a>" · "<a class="link" href="/privacy">"Privacy"</a></p>
        </Footer>
    }
    .into_any()
}
