//! What the shop sells, found through its own API, and a buyer's way to an order.

use anyhow::{Context, ensure};
use http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::client::Client;

/// Bounds what is asked for before measuring.
const MAX_PRODUCTS: usize = 300;
/// A full cart.
pub const MAX_LINES: usize = 100;

/// Addresses and goods to choose from; none of the lists is empty.
#[derive(Debug)]
pub struct Shop {
    /// Slugs.
    pub categories: Vec<String>,
    /// Slugs.
    pub products: Vec<String>,
    /// Words to search for: the last of each title ("Tidal Mug" → "mug").
    pub terms: Vec<String>,
    /// Ids of different variants that can be bought, at least [`MAX_LINES`].
    pub variants: Vec<String>,
    /// Two variants of different merchants.
    pub pairs: Vec<(String, String)>,
}

impl Shop {
    /// # Errors
    /// When the API does not answer as described, or too little is for sale.
    pub async fn explore(client: &mut Client) -> anyhow::Result<Self> {
        let tree = client
            .api(Method::GET, "/api/v1/categories", &[], None)
            .await?;
        let mut categories = Vec::new();
        collect_slugs(&tree["categories"], &mut categories);
        let (mut products, mut terms) = (Vec::new(), Vec::new());
        for product in list_products(client).await? {
            products.push(text(&product["slug"])?);
            let last = text(&product["title"])?;
            terms.extend(last.split_whitespace().next_back().map(str::to_lowercase));
        }
        terms.sort();
        terms.dedup();
        let mut goods = Vec::new();
        for slug in &products {
            let path = format!("/api/v1/products/{slug}");
            goods.extend(variants_of(
                &client.api(Method::GET, &path, &[], None).await?,
            )?);
        }
        let pairs = pairs(&goods);
        ensure!(
            goods.len() >= MAX_LINES && !pairs.is_empty() && !categories.is_empty(),
            "the shop has too few goods to be measured: is it seeded?"
        );
        let variants = goods.into_iter().map(|good| good.variant).collect();
        Ok(Self {
            categories,
            products,
            terms,
            variants,
            pairs,
        })
    }
}

struct Good {
    variant: String,
    merchant: String,
}

async fn list_products(client: &mut Client) -> anyhow::Result<Vec<Value>> {
    let mut found = Vec::new();
    let mut path = "/api/v1/products?limit=100".to_owned();
    loop {
        let page = client.api(Method::GET, &path, &[], None).await?;
        found.extend(page["products"].as_array().context("products")?.clone());
        match page["next"].as_str() {
            Some(next) if found.len() < MAX_PRODUCTS => {
                path = format!("/api/v1/products?limit=100&after={next}");
            }
            _ => return Ok(found),
        }
    }
}

fn variants_of(product: &Value) -> anyhow::Result<Vec<Good>> {
    let merchant = text(&product["merchant"]["slug"])?;
    let variants = product["variants"].as_array().context("variants")?;
    variants
        .iter()
        .filter(|variant| variant["availability"] != "sold_out")
        .map(|variant| {
            Ok(Good {
                variant: text(&variant["id"])?,
                merchant: merchant.clone(),
            })
        })
        .collect()
}

/// Each good with the next one of another merchant.
fn pairs(goods: &[Good]) -> Vec<(String, String)> {
    goods
        .iter()
        .enumerate()
        .filter_map(|(at, first)| {
            let second = goods[at..]
                .iter()
                .find(|second| second.merchant != first.merchant)?;
            Some((first.variant.clone(), second.variant.clone()))
        })
        .collect()
}

fn collect_slugs(nodes: &Value, slugs: &mut Vec<String>) {
    for node in nodes.as_array().into_iter().flatten() {
        slugs.extend(node["slug"].as_str().map(str::to_owned));
        collect_slugs(&node["children"], slugs);
    }
}

fn text(value: &Value) -> anyhow::Result<String> {
    Ok(value
        .as_str()
        .context("a text is missing in an answer")?
        .to_owned())
}

/// A cart and what is done with it, step by step, over the API.
pub struct Buyer<'a> {
    client: &'a mut Client,
    token: String,
}

impl<'a> Buyer<'a> {
    /// Makes a cart.
    ///
    /// # Errors
    /// This and every step: when the answer is not a success.
    pub async fn new(client: &'a mut Client) -> anyhow::Result<Self> {
        let created = client
            .api(Method::POST, "/api/v1/carts", &[], Some(&json!({})))
            .await?;
        Ok(Self {
            client,
            token: text(&created["token"])?,
        })
    }

    /// Goes on with the cart of [`Buyer::cookie`].
    pub fn resume(client: &'a mut Client, cookie: &str) -> Self {
        let token = cookie.trim_start_matches("cart=").to_owned();
        Self { client, token }
    }

    /// The cookie by which the pages know the cart; over https it would be called `__Host-cart`.
    pub fn cookie(&self) -> String {
        format!("cart={}", self.token)
    }

    /// One piece of a variant.
    pub async fn add(&mut self, variant: &str) -> anyhow::Result<()> {
        let line = json!({ "variant_id": variant, "quantity": 1 });
        self.call(Method::POST, "/lines", &line).await?;
        Ok(())
    }

    /// Begins the checkout, gives an address in Germany and takes the first way of sending of each merchant. Answers
    /// the total to pay, as it must be repeated.
    pub async fn reach_review(&mut self) -> anyhow::Result<String> {
        self.call(Method::POST, "/checkout", &json!({})).await?;
        let address = json!({
            "email": "ann@example.org", "name": "Ann Example", "line1": "Hauptstr. 1", "city": "Berlin",
            "postcode": "10115", "country": "DE"
        });
        let open = self
            .call(Method::PUT, "/checkout/address", &address)
            .await?;
        let parcels = open["parcels"].as_array().context("parcels")?;
        let rates: serde_json::Map<String, Value> = parcels
            .iter()
            .map(|parcel| {
                Ok((
                    text(&parcel["merchant_id"])?,
                    parcel["rates"][0]["code"].clone(),
                ))
            })
            .collect::<anyhow::Result<_>>()?;
        let choice = json!({ "rates": rates });
        let review = self
            .call(Method::PUT, "/checkout/shipping", &choice)
            .await?;
        ensure!(
            review["step"] == "review",
            "the checkout is at {}",
            review["step"]
        );
        text(&review["totals"]["total"]["amount"])
    }

    /// Orders, pays at the test provider and comes back. Answers the path of the order's page.
    pub async fn pay(&mut self, total: &str) -> anyhow::Result<String> {
        let key = format!("load-{}", &self.token[..16]);
        let headers = [("cart-token", &*self.token), ("idempotency-key", &*key)];
        let order = json!({ "expected_total": total });
        let placed = self
            .client
            .api(Method::POST, "/api/v1/orders", &headers, Some(&order))
            .await?;
        let payment = text(&placed["payment_url"])?;
        let path = self.client.path_of(&payment)?.to_owned();
        let decided = self.client.form(&path, &[("outcome", "success")]).await?;
        let back = location(&decided.headers)?;
        let back = self.client.path_of(&back)?.to_owned();
        let returned = self
            .client
            .page(&back, crate::client::AS_BROWSERS, "", StatusCode::SEE_OTHER)
            .await?;
        let order = location(&returned.headers)?;
        ensure!(
            order.starts_with("/orders/"),
            "the buyer ended up at {order}"
        );
        Ok(order)
    }

    async fn call(&mut self, method: Method, path: &str, body: &Value) -> anyhow::Result<Value> {
        let headers = [("cart-token", &*self.token)];
        let path = format!("/api/v1/carts/current{path}");
        self.client.api(method, &path, &headers, Some(body)).await
    }
}

fn location(headers: &http::HeaderMap) -> anyhow::Result<String> {
    let location = headers.get(header::LOCATION).context("no redirect")?;
    Ok(location.to_str()?.to_owned())
}
