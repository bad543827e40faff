//! Being found, on a real database: what search engines and sharing sites are told, and that it is what the pages say.

use std::collections::BTreeMap;

use app::{
    catalog::ssr::{
        OptionInput, PictureInput, ProductInput, ReviewInput, add_review, default_location,
        set_stock, upsert_product,
    },
    ssr::Cx,
};
use domain::{
    ids::{MerchantId, ProductId, VariantId},
    money::{Currency, Money},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    catalog::{begin, category, merchant, product},
    support::{Answer, TestApp},
};

#[path = "tests/cards.rs"]
mod cards;
#[path = "tests/feed.rs"]
mod feed;
#[path = "tests/head.rs"]
mod head;
#[path = "tests/sitemap.rs"]
mod sitemap;

/// A ready picture in three widths, with a file of each in the store.
async fn photo(app: &TestApp, cx: &mut Cx) -> Uuid {
    let id = cx.new_id();
    sqlx::query(
        "insert into media (id, widths, width, height, blur, state, created_at)
         values ($1, '{240,480,960}', 960, 1200, repeat('e9d9c3', 9), 'ready', now())",
    )
    .bind(id)
    .execute(cx.db())
    .await
    .unwrap();
    let mut pixels = image::RgbImage::new(96, 120);
    for (x, _, pixel) in pixels.enumerate_pixels_mut() {
        *pixel = image::Rgb([200, 60, u8::try_from(x).unwrap()]);
    }
    let mut webp = std::io::Cursor::new(Vec::new());
    pixels
        .write_to(&mut webp, image::ImageFormat::WebP)
        .unwrap();
    for width in [240, 480, 960] {
        app.state
            .media
            .put(id, width, webp.get_ref().clone())
            .await
            .unwrap();
    }
    id
}

/// What a test sold.
struct Sold {
    merchant: MerchantId,
    product: ProductId,
    slug: String,
    variants: Vec<VariantId>,
    photos: [Uuid; 2],
}

/// A scarf in two colours: one in stock at half its price, one sold out; with reviews, pictures and postage.
async fn scarf(app: &TestApp) -> Sold {
    let mut cx = begin(app).await;
    let merchant = merchant(&mut cx, "loom-house").await;
    let department = category(&mut cx, "wear", None).await;
    let leaf = category(&mut cx, "scarves", Some(department)).await;
    let photos = [photo(app, &mut cx).await, photo(app, &mut cx).await];
    let mut input = product(merchant, leaf, "Scarf & <b>Shawl</b>", 4_000);
    input.description_html = "<p>Warm &amp; <em>soft</em>wool.</p><ul><li>Woven</li></ul>".into();
    input.subtitle = "From the hills".into();
    let mut blue = input.variants.remove(0);
    blue.option_values = vec!["Blue".into(), "Cedar".into()];
    blue.sku = Some("SC-1".into());
    blue.barcode = Some("4006381333931".into());
    blue.compare_at = Some(Money::new(8_000, Currency::Eur));
    blue.media = Some(photos[1]);
    let mut red = blue.clone();
    red.option_values = vec!["Red".into(), "Plain".into()];
    red.sku = None;
    red.barcode = Some("4006381333932".into());
    red.compare_at = None;
    red.price = Money::new(6_050, Currency::Eur);
    red.media = None;
    input.variants = vec![blue, red];
    input.options = [("Colour", ["Blue", "Red"]), ("Scent", ["Cedar", "Plain"])]
        .map(|(name, values)| OptionInput {
            name: name.into(),
            values: values.map(str::to_owned).to_vec(),
            swatches: Vec::new(),
        })
        .to_vec();
    input.pictures = photos
        .map(|media| PictureInput {
            media,
            alt: "A scarf".into(),
        })
        .to_vec();
    let made = upsert_product(&mut cx, input).await.unwrap();
    let location = default_location(&mut cx, merchant).await.unwrap();
    set_stock(
        &mut cx,
        made.variants[0].0,
        location,
        7,
        ("seed", made.id.as_uuid()),
    )
    .await
    .unwrap();
    for (rating, body) in [(5, "Lovely </script> thing"), (4, "")] {
        let review = ReviewInput {
            author_name: "Ann".into(),
            rating,
            title: String::new(),
            body: body.into(),
            verified: true,
            created_at: cx.now,
        };
        add_review(&mut cx, made.id, review).await.unwrap();
    }
    postage(&mut cx, merchant).await;
    cx.commit().await.unwrap();
    Sold {
        merchant,
        product: made.id,
        slug: made.slug,
        variants: made.variants.into_iter().map(|(id, _)| id).collect(),
        photos,
    }
}

/// €4.90 within Germany and Austria, free from €60.
async fn postage(cx: &mut Cx, merchant: MerchantId) {
    let zone = cx.new_id();
    sqlx::query("insert into shipping_zones (id, merchant_id, name, countries) values ($1, $2, 'Near', '{DE,AT}')")
        .bind(zone)
        .bind(merchant.as_uuid())
        .execute(cx.db())
        .await
        .unwrap();
    sqlx::query(
        "insert into shipping_rates (zone_id, code, name, price_minor, free_from_minor, min_days, max_days)
         values ($1, 'standard', 'Standard', 490, 6000, 2, 4)",
    )
    .bind(zone)
    .execute(cx.db())
    .await
    .unwrap();
}

/// Plain products of one merchant.
async fn fill(app: &TestApp, count: usize) -> Vec<String> {
    let mut cx = begin(app).await;
    let merchant = merchant(&mut cx, "kiln-works").await;
    let leaf = category(&mut cx, "mugs", None).await;
    let mut slugs = Vec::new();
    for at in 0..count {
        let input: ProductInput = product(merchant, leaf, &format!("Mug {at}"), 1_200);
        slugs.push(upsert_product(&mut cx, input).await.unwrap().slug);
    }
    cx.commit().await.unwrap();
    slugs
}

/// The JSON-LD documents of a page.
fn structured(answer: &Answer) -> Vec<Value> {
    const START: &str = "<script type=\"application/ld+json\">";
    let html = answer.text();
    html.split(START)
        .skip(1)
        .map(|rest| {
            let json = rest.split("</script>").next().unwrap();
            serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
        })
        .collect()
}

/// The `<meta>` tags of a page by name or property, entities read back.
fn tags(answer: &Answer) -> BTreeMap<String, String> {
    let html = answer.text();
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
        let value = value.replace("&lt;", "<").replace("&gt;", ">");
        Some(
            value
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"),
        )
    };
    html.split("<meta ")
        .skip(1)
        .filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let name = attribute(tag, "name").or_else(|| attribute(tag, "property"))?;
            Some((name, attribute(tag, "content")?))
        })
        .collect()
}

/// The canonical addresses of a page.
fn canonical(answer: &Answer) -> Vec<String> {
    let html = answer.text();
    html.split("rel=\"canonical\" href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}
