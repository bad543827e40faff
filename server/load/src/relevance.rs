//! How good the search is: the mean nDCG@10 of the demo's judged searches, asked through the API.

use anyhow::Context;
use demo::relevance::{DEPTH, JUDGED, grades, ndcg};
use http::Method;

use crate::client::Client;

/// # Errors
/// When the API does not answer as described.
pub async fn mean(client: &mut Client) -> anyhow::Result<f64> {
    let market = demo::catalogue::marketplace();
    let mut sum = 0.0;
    for judged in &JUDGED {
        let words = judged.0.replace(' ', "+");
        let path = format!("/api/v1/search?q={words}&limit={DEPTH}");
        let page = client.api(Method::GET, &path, &[], None).await?;
        let products = page["products"].as_array().context("products")?;
        let ranked = products
            .iter()
            .filter_map(|product| product["slug"].as_str());
        sum += ndcg(ranked, &grades(&market, judged));
    }
    #[expect(clippy::cast_precision_loss, reason = "a hundred")]
    Ok(sum / JUDGED.len() as f64)
}
