//! schema.org data as JSON-LD, one function for each kind of document, from the views that the pages are rendered from: so
//! both say the same. What may be in them: Google's pages on product, merchant listing, product variant, breadcrumb and
//! organisation data.

mod product;

use serde_json::{Value, json};

pub use self::product::{name_of, product, property_of};
use crate::{
    catalog::types::{CrumbView, ProductCardView},
    ssr::Settings,
};

const CONTEXT: &str = "https://schema.org";
/// The shop's name, as the header has it.
pub const SHOP: &str = "Sokonova";

/// The trail above the title of a page: from the shop's door down to `here`, whose address is left out, as it is the
/// page's own.
pub fn breadcrumbs(settings: &Settings, above: &[CrumbView], here: &str) -> Value {
    let door = CrumbView {
        name: SHOP.to_owned(),
        path: "/".to_owned(),
    };
    let mut steps: Vec<Value> = std::iter::once(&door)
        .chain(above)
        .enumerate()
        .map(|(at, crumb)| {
            json!({
                "@type": "ListItem",
                "position": at + 1,
                "name": crumb.name,
                "item": settings.link(&crumb.path),
            })
        })
        .collect();
    steps.push(json!({ "@type": "ListItem", "position": steps.len() + 1, "name": here }));
    json!({ "@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps })
}

/// The products of a listing, in its order.
pub fn item_list(settings: &Settings, products: &[ProductCardView]) -> Value {
    let items: Vec<Value> = products
        .iter()
        .enumerate()
        .map(|(at, card)| {
            json!({
                "@type": "ListItem",
                "position": at + 1,
                "name": card.title,
                "url": settings.link(&format!("/p/{}", card.slug)),
            })
        })
        .collect();
    json!({ "@context": CONTEXT, "@type": "ItemList", "itemListElement": items })
}

/// Who runs the shop, and how it is searched: on the home page.
pub fn home(settings: &Settings) -> Value {
    let home = settings.link("/");
    json!({
        "@context": CONTEXT,
        "@graph": [
            {
                "@type": "OnlineStore",
                "@id": format!("{home}#shop"),
                "name": SHOP,
                "url": home,
                "logo": settings.link("/apple-touch-icon.png"),
                "hasMerchantReturnPolicy": {
                    "@type": "MerchantReturnPolicy",
                    "merchantReturnLink": settings.link("/pages/returns"),
                },
            },
            {
                "@type": "WebSite",
                "@id": format!("{home}#site"),
                "name": SHOP,
                "url": home,
                "publisher": { "@id": format!("{home}#shop") },
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {
                        "@type": "EntryPoint",
                        "urlTemplate": format!("{}?q={{search_term_string}}", settings.link("/search")),
                    },
                    "query-input": "required name=search_term_string",
                },
            },
        ],
    })
}
