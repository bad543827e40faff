//! Merchants: made, listed by name, refused by field.

use std::collections::HashSet;

use app::{
    error::AppError,
    merchants::ssr::{self, MerchantInput},
};
use sqlx::PgPool;

use crate::{
    catalog::{begin, merchant},
    support::TestApp,
};

#[sqlx::test(migrations = "../migrations")]
async fn pages_show_every_merchant_once_by_name(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    for slug in ["c", "a", "e", "b", "d"] {
        merchant(&mut cx, slug).await;
    }
    cx.commit().await.unwrap();
    let mut db = app.state.db.read().await.unwrap();
    let mut slugs = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = ssr::merchants(&mut db, &app.state.media, after.as_deref(), 2)
            .await
            .unwrap();
        slugs.extend(page.merchants.into_iter().map(|card| card.slug));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(slugs, ["a", "b", "c", "d", "e"]);
    assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), 5);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_merchant_is_checked_and_its_story_cleaned(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    merchant(&mut cx, "kiln-works").await;
    let good = MerchantInput {
        slug: "other".into(),
        name: "Other".into(),
        tagline: String::new(),
        story_html: "<p>Ours</p><script>alert(1)</script>".into(),
        city: "Bonn".into(),
        country: "DE".parse().unwrap(),
        founded: None,
        email: "hello@other.example".into(),
        dispatch_days: (0, 2),
        logo: None,
        banner: None,
    };
    let with = |change: fn(&mut MerchantInput)| {
        let mut input = good.clone();
        change(&mut input);
        input
    };
    let wrong = [
        ("slug", with(|input| input.slug = "kiln-works".into())),
        ("slug", with(|input| input.slug = "No Slug".into())),
        ("name", with(|input| input.name = " ".into())),
        ("email", with(|input| input.email = "nobody".into())),
        ("dispatch_days", with(|input| input.dispatch_days = (3, 1))),
        ("dispatch_days", with(|input| input.dispatch_days = (-1, 1))),
    ];
    for (field, input) in wrong {
        match ssr::create_merchant(&mut cx, input).await {
            Err(AppError::Invalid { fields }) => assert!(fields.get(field).is_some(), "{field}"),
            other => panic!("{field}: {other:?}"),
        }
    }
    ssr::create_merchant(&mut cx, good).await.unwrap();
    let shown = ssr::merchant(cx.db(), &app.state, "other", None)
        .await
        .unwrap();
    assert_eq!(shown.story_html, "<p>Ours</p>");
    assert_eq!(
        ssr::merchant(cx.db(), &app.state, "nobody", None)
            .await
            .unwrap_err(),
        AppError::NotFound
    );
}
