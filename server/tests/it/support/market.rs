//! A small marketplace to buy from: two merchants, shipping within Germany, one product each; and a buyer's way through it.

use app::{
    catalog::ssr::{
        ProductInput, ProductState, StockPolicy, VariantInput, default_location, set_stock,
        upsert_product,
    },
    merchants::ssr::{MerchantInput, create_merchant},
    ssr::{AppState, Cx},
};
use domain::{
    ids::{MerchantId, VariantId},
    money::{Currency, Money},
    policy::Actor,
};
use serde_json::json;

use super::{Answer, Client, TestApp};

/// What is for sale.
pub struct Market {
    pub merchants: [MerchantId; 2],
    /// €19.00 and €25.50, one of each merchant.
    pub variants: [VariantId; 2],
    pub slugs: [String; 2],
}

impl Market {
    /// With `stock` pieces of each variant.
    pub async fn new(app: &TestApp, stock: u32) -> Self {
        sqlx::query("insert into tax_zones (country, name, standard_bp, inclusive) values ('DE', 'VAT', 1900, true)")
            .execute(app.pool())
            .await
            .unwrap();
        let (first, mug, mug_slug) = sell(&app.state, "kilnworks", "Tidal Mug", 1900, stock).await;
        let (second, rug, rug_slug) = sell(&app.state, "loomhouse", "Dune Rug", 2550, stock).await;
        Self {
            merchants: [first, second],
            variants: [mug, rug],
            slugs: [mug_slug, rug_slug],
        }
    }
}

async fn sell(
    state: &AppState,
    slug: &str,
    title: &str,
    price: i64,
    stock: u32,
) -> (MerchantId, VariantId, String) {
    let mut cx = Cx::begin(state, Actor::System).await.unwrap();
    let merchant = create_merchant(
        &mut cx,
        MerchantInput {
            slug: slug.into(),
            name: slug.into(),
            tagline: "Made by hand".into(),
            story_html: String::new(),
            city: "Berlin".into(),
            country: "DE".parse().unwrap(),
            founded: None,
            email: format!("hello@{slug}.example"),
            dispatch_days: (1, 2),
            logo: None,
            banner: None,
        },
    )
    .await
    .unwrap();
    let zone = cx.new_id();
    sqlx::query("insert into shipping_zones (id, merchant_id, name, countries) values ($1, $2, 'Germany', '{DE}')")
        .bind(zone)
        .bind(merchant.as_uuid())
        .execute(cx.db())
        .await
        .unwrap();
    sqlx::query(
        "insert into shipping_rates (zone_id, code, name, price_minor, min_days, max_days) values
             ($1, 'standard', 'Standard', 490, 2, 4), ($1, 'express', 'Express', 990, 1, 1)",
    )
    .bind(zone)
    .execute(cx.db())
    .await
    .unwrap();
    let product = upsert_product(
        &mut cx,
        ProductInput {
            merchant,
            category: None,
            handle: domain::slug::slugify(title),
            slug: None,
            title: title.into(),
            subtitle: String::new(),
            description_html: "<p>Good.</p>".into(),
            vendor: String::new(),
            product_type: String::new(),
            state: ProductState::Active,
            tags: Vec::new(),
            attributes: Default::default(),
            currency: Currency::Eur,
            seo_title: String::new(),
            seo_description: String::new(),
            published_at: None,
            options: Vec::new(),
            pictures: Vec::new(),
            variants: vec![VariantInput {
                option_values: Vec::new(),
                sku: None,
                barcode: None,
                price: Money::new(price, Currency::Eur),
                compare_at: None,
                weight_grams: 300,
                requires_shipping: true,
                taxable: true,
                stock_policy: StockPolicy::Tracked,
                media: None,
            }],
        },
    )
    .await
    .unwrap();
    let variant = product.variants[0].0;
    let location = default_location(&mut cx, merchant).await.unwrap();
    set_stock(
        &mut cx,
        variant,
        location,
        stock,
        ("seed", product.id.as_uuid()),
    )
    .await
    .unwrap();
    cx.commit().await.unwrap();
    (merchant, variant, product.slug)
}

/// A buyer over the REST API, with a cart.
pub struct Buyer {
    pub client: Client,
}

impl Buyer {
    pub async fn new(app: &TestApp) -> Self {
        let mut client = app.program();
        let created = client.post_json("/api/v1/carts", &json!({})).await;
        assert_eq!(created.status, 201, "{}", created.text());
        let token = created.json()["token"].as_str().unwrap().to_owned();
        Self {
            client: client.with("cart-token", &token),
        }
    }

    pub async fn add(&mut self, variant: VariantId, quantity: u32) -> Answer {
        let line = json!({ "variant_id": variant, "quantity": quantity });
        self.client
            .post_json("/api/v1/carts/current/lines", &line)
            .await
    }

    pub async fn begin(&mut self) -> Answer {
        self.client
            .post_json("/api/v1/carts/current/checkout", &json!({}))
            .await
    }

    /// Through address and shipping; gives the total to be paid.
    pub async fn prepare(&mut self) -> String {
        let begun = self.begin().await;
        assert_eq!(begun.status, 200, "{}", begun.text());
        let address = json!({
            "email": "ann@example.org", "name": "Ann Example", "line1": "Hauptstr. 1", "city": "Berlin",
            "postcode": "10115", "country": "DE"
        });
        let answer = self
            .put("/api/v1/carts/current/checkout/address", &address)
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let rates: serde_json::Map<String, serde_json::Value> = answer.json()["parcels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|parcel| {
                (
                    parcel["merchant_id"].as_str().unwrap().to_owned(),
                    json!("standard"),
                )
            })
            .collect();
        let answer = self
            .put(
                "/api/v1/carts/current/checkout/shipping",
                &json!({ "rates": rates }),
            )
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(answer.json()["step"], "review");
        answer.json()["totals"]["total"]["amount"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub async fn order(&mut self, key: &str, total: &str) -> Answer {
        let mut client = self.client.clone().with("idempotency-key", key);
        client
            .post_json("/api/v1/orders", &json!({ "expected_total": total }))
            .await
    }

    pub async fn put(&mut self, path: &str, body: &serde_json::Value) -> Answer {
        self.client
            .request(
                http::Method::PUT,
                path,
                Some("application/json"),
                body.to_string().into_bytes(),
            )
            .await
    }
}

/// The reference of the payment that waits at `payment_url`.
pub fn reference(payment_url: &str) -> String {
    payment_url.rsplit('/').next().unwrap().to_owned()
}

/// Decides a payment on the test provider's page, as the buyer does, and comes back to the shop.
pub async fn decide(app: &TestApp, payment_url: &str, outcome: &str) -> Answer {
    let mut browser = app.browser();
    let path = format!("/test-provider/{}", reference(payment_url));
    let decided = browser.post_form(&path, &[("outcome", outcome)]).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let back = decided.location().replace(
        app.state.settings.app_url.as_str().trim_end_matches('/'),
        "",
    );
    browser.get(&back).await
}

/// What must be true at all times: counters are the sums of their movements, nothing is oversold, the journal is balanced,
/// and a group's total is the sum of its orders' and, once placed, what was captured less what was given back.
pub async fn assert_invariants(app: &TestApp) {
    let wrong: i64 = sqlx::query_scalar(
        "select count(*) from (
             select s.variant_id, s.location_id from stock_levels s left join stock_movements m using (variant_id, location_id)
             group by s.variant_id, s.location_id, s.on_hand, s.reserved, s.allocated
             having s.on_hand <> coalesce(sum(m.on_hand_delta), 0) or s.reserved <> coalesce(sum(m.reserved_delta), 0)
                 or s.allocated <> coalesce(sum(m.allocated_delta), 0)) as wrong",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    assert_eq!(wrong, 0, "stock counters differ from their movements");
    let held: i64 = sqlx::query_scalar(
        "select coalesce(sum(s.reserved), 0) - (select coalesce(sum(quantity), 0) from stock_holds where state = 'held')
         from stock_levels s",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    assert_eq!(held, 0, "what is reserved is not what is held");
    let unbalanced: i64 = sqlx::query_scalar(
        "select count(*) from (select entry_id from journal_postings group by entry_id, currency
         having sum(amount_minor) <> 0) as wrong",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    assert_eq!(unbalanced, 0, "the journal is not balanced");
    let unpaid: i64 = sqlx::query_scalar(
        "select count(*) from order_groups g
         where g.total_minor <> (select coalesce(sum(o.total_minor), 0) from orders o where o.group_id = g.id)
         or (g.state = 'placed' and g.total_minor <> (
             select coalesce(sum(p.captured_minor - p.refunded_minor), 0) from payments p where p.group_id = g.id))
         or (g.state = 'cancelled' and 0 <> (
             select coalesce(sum(p.captured_minor - p.refunded_minor), 0) from payments p where p.group_id = g.id))",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    assert_eq!(unpaid, 0, "a group's money does not add up");
}

/// How many groups are placed.
pub async fn placed(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from order_groups where state = 'placed'")
        .fetch_one(app.pool())
        .await
        .unwrap()
}
