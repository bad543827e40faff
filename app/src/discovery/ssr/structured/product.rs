//! A product for search engines: a `Product` with its offer, or a `ProductGroup` with a `Product` for each variant.

use ::words::term;
use domain::{gtin::gtin, money::Money};
use serde_json::{Map, Value, json};

use super::CONTEXT;
use crate::{
    catalog::types::{DeliveryView, PictureView, ProductView, RatingView, ReviewView, VariantView},
    discovery::ssr::words,
    ssr::Settings,
};

/// Reviews told along with a product; the page shows more.
const REVIEWS: usize = 5;
/// Pixels a picture is asked for in.
const PICTURE: u32 = 960;
/// Characters of a description; Merchant Center reads no more.
const DESCRIPTION: usize = 5_000;

/// The product with its variants, prices, deliveries and reviews: what its page shows.
pub fn product(settings: &Settings, view: &ProductView) -> Value {
    let deliveries = Deliveries::of(view);
    let mut graph = match view.variants.as_slice() {
        [only] => {
            let mut product = thing(settings, view, "Product");
            describe_variant(view, only, &mut product);
            let address = settings.link(&format!("/p/{}", view.slug));
            product.insert("offers".into(), offer(&deliveries, view, only, &address));
            vec![Value::Object(product)]
        }
        several => {
            let mut group = thing(settings, view, "ProductGroup");
            group.insert("productGroupID".into(), json!(view.id));
            let varies: Vec<String> = view
                .options
                .iter()
                .filter_map(|option| property_of(&option.name))
                .map(|property| format!("{CONTEXT}/{property}"))
                .collect();
            if !varies.is_empty() {
                group.insert("variesBy".into(), json!(varies));
            }
            let variants: Vec<Value> = several
                .iter()
                .map(|variant| variant_of(settings, view, variant, &deliveries))
                .collect();
            group.insert("hasVariant".into(), Value::Array(variants));
            vec![Value::Object(group)]
        }
    };
    graph.extend(deliveries.documents());
    json!({ "@context": CONTEXT, "@graph": graph })
}

/// What a product and a group of variants have in common.
fn thing(settings: &Settings, view: &ProductView, kind: &str) -> Map<String, Value> {
    let mut thing = Map::new();
    thing.insert("@type".into(), json!(kind));
    thing.insert("name".into(), json!(view.title));
    thing.insert(
        "url".into(),
        json!(settings.link(&format!("/p/{}", view.slug))),
    );
    let described = words::plain(&view.description_html);
    let description = if described.is_empty() {
        &view.subtitle
    } else {
        &described
    };
    if !description.is_empty() {
        thing.insert(
            "description".into(),
            json!(words::shortened(description, DESCRIPTION)),
        );
    }
    thing.insert(
        "brand".into(),
        json!({ "@type": "Brand", "name": view.merchant.name }),
    );
    let images: Vec<String> = view
        .pictures
        .iter()
        .filter_map(|picture| address_of(settings, picture))
        .collect();
    if !images.is_empty() {
        thing.insert("image".into(), json!(images));
    }
    if let Some(category) = category(view) {
        thing.insert("category".into(), json!(category));
    }
    if let Some(rating) = view.rating {
        thing.insert("aggregateRating".into(), aggregate(rating));
        let told: Vec<Value> = view
            .reviews
            .iter()
            .filter(|review| !review.body.is_empty())
            .take(REVIEWS)
            .map(review)
            .collect();
        if !told.is_empty() {
            thing.insert("review".into(), Value::Array(told));
        }
    }
    thing
}

/// `Home > Tableware > Mugs`; none without a category.
fn category(view: &ProductView) -> Option<String> {
    let names: Vec<&str> = view
        .breadcrumbs
        .iter()
        .map(|crumb| crumb.name.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join(" > "))
}

fn variant_of(
    settings: &Settings,
    view: &ProductView,
    variant: &VariantView,
    deliveries: &Deliveries<'_>,
) -> Value {
    let mut product = Map::new();
    product.insert("@type".into(), json!("Product"));
    product.insert("name".into(), json!(name_of(&view.title, &variant.values)));
    describe_variant(view, variant, &mut product);
    let picture = variant
        .picture
        .or((!view.pictures.is_empty()).then_some(0))
        .and_then(|at| view.pictures.get(at));
    if let Some(image) = picture.and_then(|picture| address_of(settings, picture)) {
        product.insert("image".into(), json!(image));
    }
    let address = settings.link(&format!("/p/{}?variant={}", view.slug, variant.id));
    product.insert("url".into(), json!(address));
    product.insert("offers".into(), offer(deliveries, view, variant, &address));
    Value::Object(product)
}

/// `Tidal Mug, Blue, Large`.
pub fn name_of(title: &str, values: &[String]) -> String {
    let mut name = title.to_owned();
    for value in values {
        name.push_str(", ");
        name.push_str(value);
    }
    name
}

/// Numbers and chosen options.
fn describe_variant(view: &ProductView, variant: &VariantView, product: &mut Map<String, Value>) {
    if let Some(sku) = &variant.sku {
        product.insert("sku".into(), json!(sku));
    }
    if let Some(number) = variant.barcode.as_deref().and_then(gtin) {
        product.insert("gtin".into(), json!(number));
    }
    let mut others = Vec::new();
    for (option, value) in view.options.iter().zip(&variant.values) {
        match property_of(&option.name) {
            Some(property) => {
                product.insert(property.into(), json!(value));
            }
            None => others
                .push(json!({ "@type": "PropertyValue", "name": option.name, "value": value })),
        }
    }
    if !others.is_empty() {
        product.insert("additionalProperty".into(), Value::Array(others));
    }
}

/// Options, as merchants write them, with the properties of schema.org that search engines tell variants apart by.
const PROPERTIES: [(&str, &str); 5] = [
    ("Colour", "color"),
    ("Color", "color"),
    ("Size", "size"),
    ("Material", "material"),
    ("Pattern", "pattern"),
];

/// The property that an option is, called as it was written or in the spoken language; none for options nobody knows.
pub fn property_of(option: &str) -> Option<&'static str> {
    let known =
        |(name, _): &&(&str, &str)| option.eq_ignore_ascii_case(name) || option == term(name);
    let found = PROPERTIES.iter().find(known);
    found.map(|(_, property)| *property)
}

fn offer(
    deliveries: &Deliveries<'_>,
    view: &ProductView,
    variant: &VariantView,
    address: &str,
) -> Value {
    let availability = if variant.stock.is_sold_out() {
        "OutOfStock"
    } else {
        "InStock"
    };
    let mut offer = json!({
        "@type": "Offer",
        "url": address,
        "price": variant.price.decimal_string(),
        "priceCurrency": variant.price.currency.code(),
        "availability": format!("{CONTEXT}/{availability}"),
        // There is no way to sell anything else here.
        "itemCondition": format!("{CONTEXT}/NewCondition"),
        "seller": { "@type": "Organization", "name": view.merchant.name },
    });
    if let Some(before) = variant.compare_at {
        offer["priceSpecification"] = json!({
            "@type": "UnitPriceSpecification",
            "priceType": format!("{CONTEXT}/StrikethroughPrice"),
            "price": before.decimal_string(),
            "priceCurrency": before.currency.code(),
        });
    }
    let ways = deliveries.for_variant(variant);
    if !ways.is_empty() {
        offer["shippingDetails"] = Value::Array(ways);
    }
    offer
}

/// Ways of delivery, told once each and named by the offers.
struct Deliveries<'a> {
    rates: Vec<&'a DeliveryView>,
    ships: bool,
    prices: Vec<Money>,
}

impl<'a> Deliveries<'a> {
    fn of(view: &'a ProductView) -> Self {
        let shipped = || view.variants.iter().filter(|variant| variant.ships);
        Self {
            // What is asked for elsewhere cannot be said without naming every country.
            rates: view
                .deliveries
                .iter()
                .filter(|rate| !rate.countries.is_empty())
                .collect(),
            ships: shipped().next().is_some(),
            prices: shipped().map(|variant| variant.price).collect(),
        }
    }

    /// One piece of it alone is sent free.
    fn is_free(rate: &DeliveryView, price: Money) -> bool {
        rate.free_from
            .is_some_and(|from| from.currency == price.currency && price.minor >= from.minor)
    }

    fn for_variant(&self, variant: &VariantView) -> Vec<Value> {
        if !variant.ships {
            return Vec::new();
        }
        let named = |(at, rate): (usize, &&DeliveryView)| json!({ "@id": id_of(at, Self::is_free(rate, variant.price)) });
        self.rates.iter().enumerate().map(named).collect()
    }

    fn documents(&self) -> Vec<Value> {
        let mut documents = Vec::new();
        if !self.ships {
            return documents;
        }
        for (at, rate) in self.rates.iter().enumerate() {
            for free in [false, true] {
                let used = |price: &Money| Self::is_free(rate, *price) == free;
                if self.prices.iter().any(used) {
                    documents.push(shipping(rate, &id_of(at, free), free));
                }
            }
        }
        documents
    }
}

fn id_of(at: usize, free: bool) -> String {
    let suffix = if free { "-free" } else { "" };
    format!("#delivery-{}{suffix}", at + 1)
}

fn shipping(rate: &DeliveryView, id: &str, free: bool) -> Value {
    let price = if free {
        Money::zero(rate.price.currency)
    } else {
        rate.price
    };
    json!({
        "@type": "OfferShippingDetails",
        "@id": id,
        "shippingRate": {
            "@type": "MonetaryAmount",
            "value": price.decimal_string(),
            "currency": price.currency.code(),
        },
        "shippingDestination": { "@type": "DefinedRegion", "addressCountry": rate.countries },
        // Days are promised from the order to the door: the maker's own are among them, so there is no handling time beside.
        "deliveryTime": {
            "@type": "ShippingDeliveryTime",
            "transitTime": {
                "@type": "QuantitativeValue",
                "minValue": rate.days.0,
                "maxValue": rate.days.1,
                "unitCode": "DAY",
            },
        },
    })
}

fn aggregate(rating: RatingView) -> Value {
    json!({
        "@type": "AggregateRating",
        "ratingValue": format!("{}.{}", rating.tenths / 10, rating.tenths % 10),
        "reviewCount": rating.count,
        "bestRating": 5,
        "worstRating": 1,
    })
}

fn review(review: &ReviewView) -> Value {
    let mut told = json!({
        "@type": "Review",
        "author": { "@type": "Person", "name": review.author },
        "datePublished": review.date,
        "reviewBody": review.body,
        "reviewRating": { "@type": "Rating", "ratingValue": review.rating, "bestRating": 5, "worstRating": 1 },
    });
    if !review.title.is_empty() {
        told["name"] = json!(review.title);
    }
    told
}

/// The absolute address of a picture's rendition.
fn address_of(settings: &Settings, picture: &PictureView) -> Option<String> {
    picture.src(PICTURE).map(|src| settings.absolute(&src))
}
