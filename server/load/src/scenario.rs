//! What is done over and over under load.

use anyhow::ensure;
use http::{StatusCode, header};

use crate::client::{AS_BROWSERS, Client};
use crate::shop::{Buyer, Shop};

/// One kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scenario {
    Home,
    Category,
    Search,
    /// A search that is narrowed in a way nobody else has: no page of it is kept.
    NarrowedSearch,
    Product,
    /// As [`Scenario::Product`], without compression: the difference is what brotli costs.
    ProductIdentity,
    AddToCart,
    Checkout,
    /// Not of the shop: a page of its, as another server sends it that has it as a file.
    StaticFile,
}

impl Scenario {
    /// Those of the shop.
    pub const ALL: [Self; 8] = [
        Self::Home,
        Self::Category,
        Self::Search,
        Self::NarrowedSearch,
        Self::Product,
        Self::ProductIdentity,
        Self::AddToCart,
        Self::Checkout,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Category => "category",
            Self::Search => "search",
            Self::NarrowedSearch => "search, narrowed anew",
            Self::Product => "product",
            Self::ProductIdentity => "product, uncompressed",
            Self::AddToCart => "add to a new cart",
            Self::Checkout => "whole checkout",
            Self::StaticFile => "nginx, a page as a file",
        }
    }

    /// Requests in one operation.
    pub const fn requests(self) -> u64 {
        match self {
            Self::Home
            | Self::Category
            | Self::Search
            | Self::NarrowedSearch
            | Self::Product
            | Self::ProductIdentity
            | Self::AddToCart
            | Self::StaticFile => 1,
            // Cart, two lines, begin, address, shipping, order, payment, return.
            Self::Checkout => 9,
        }
    }

    /// The `turn`th operation: each takes the next address or goods in turn.
    ///
    /// # Errors
    /// When any answer is not the expected one.
    pub async fn perform(
        self,
        client: &mut Client,
        shop: &Shop,
        turn: usize,
    ) -> anyhow::Result<()> {
        let pick = |list: &'_ [String]| list[turn % list.len()].clone();
        match self {
            Self::Home => view(client, "/", AS_BROWSERS).await,
            Self::Category => {
                view(
                    client,
                    &format!("/c/{}", pick(&shop.categories)),
                    AS_BROWSERS,
                )
                .await
            }
            Self::Search => {
                let query = url::form_urlencoded::Serializer::new(String::new())
                    .append_pair("q", &pick(&shop.terms))
                    .finish();
                view(client, &format!("/search?{query}"), AS_BROWSERS).await
            }
            Self::NarrowedSearch => {
                // From 1.00 up, by a cent.
                let (whole, cents) = (1 + turn / 100 % 100, turn % 100);
                let query = url::form_urlencoded::Serializer::new(String::new())
                    .append_pair("q", &pick(&shop.terms))
                    .append_pair("in_stock", "1")
                    .append_pair("min", &format!("{whole}.{cents:02}"))
                    .finish();
                view(client, &format!("/search?{query}"), AS_BROWSERS).await
            }
            Self::Product => {
                view(client, &format!("/p/{}", pick(&shop.products)), AS_BROWSERS).await
            }
            Self::ProductIdentity => {
                view(client, &format!("/p/{}", pick(&shop.products)), "identity").await
            }
            Self::AddToCart => {
                let fields = [("variant", &*pick(&shop.variants)), ("quantity", "1")];
                let added = client.form("/api/cart/add", &fields).await?;
                let location = added.headers.get(header::LOCATION);
                ensure!(
                    location.is_some_and(|path| path == "/cart?notice=added"),
                    "not added: sent to {location:?}"
                );
                Ok(())
            }
            Self::Checkout => {
                let (first, second) = &shop.pairs[turn % shop.pairs.len()];
                let mut buyer = Buyer::new(client).await?;
                buyer.add(first).await?;
                buyer.add(second).await?;
                let total = buyer.reach_review().await?;
                buyer.pay(&total).await?;
                Ok(())
            }
            Self::StaticFile => view(client, "/", AS_BROWSERS).await,
        }
    }
}

async fn view(client: &mut Client, path: &str, encodings: &str) -> anyhow::Result<()> {
    client.page(path, encodings, "", StatusCode::OK).await?;
    Ok(())
}
