//! What a merchant does with a question: by the token alone, as often as they like, told to the asker once; and what is forgotten.

use app::{
    questions::ssr::{EMAIL_DAYS, UNANSWERED_DAYS},
    ssr::{pages::Tag, upkeep},
};
use futures::future::join_all;
use sqlx::PgPool;
use time::Duration;

use super::{BODY, ask, decide, link, mails, number, send};
use crate::support::{TestApp, market::Market};

#[sqlx::test(migrations = "../migrations")]
async fn only_the_token_answers(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    ask(&app, slug, "", BODY).await;
    let path = link(&app, BODY).await;
    let token = path.strip_prefix("/questions/").unwrap();
    assert_eq!(token.len(), 43, "256 bits in base64url");
    let hash: String = sqlx::query_scalar("select encode(answer_token_hash, 'hex') from questions")
        .fetch_one(app.pool())
        .await
        .unwrap();
    for wrong in [
        &token[..42],
        &hash,
        "",
        "%00",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ] {
        let path = format!("/questions/{wrong}");
        assert_eq!(app.browser().get(&path).await.status, 404, "{wrong}");
        for decision in ["publish", "hide"] {
            let refused = decide(&app, &path, decision, "Yes").await;
            assert_eq!(refused.status, 404, "{wrong}");
        }
    }
    assert_eq!(
        number(
            &app,
            "select count(*) from questions where state = 'pending'"
        )
        .await,
        1
    );
    // A decision that is none, and an answer that is none.
    assert_eq!(decide(&app, &path, "delete", "Yes").await.status, 422);
    let empty = decide(&app, &path, "publish", " \r\n ").await;
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("Enter your answer"));
    let long = "y".repeat(2_001);
    let refused = decide(&app, &path, "publish", &long).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains(&long), "what was typed is kept");
    assert_eq!(
        number(
            &app,
            "select count(*) from questions where state = 'pending'"
        )
        .await,
        1
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn an_answer_can_be_changed_and_taken_back_and_is_mailed_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    ask(&app, slug, "ann@example.org", BODY).await;
    let (path, page) = (link(&app, BODY).await, format!("/p/{slug}"));
    join_all((0..5).map(|_| decide(&app, &path, "publish", "Yes."))).await;
    assert_eq!(mails(&app, "ann@example.org").await.len(), 1);
    app.advance(Duration::days(2));
    decide(&app, &path, "publish", "Yes, but not the lid.").await;
    let shown = app.browser().get(&page).await.text();
    assert!(shown.contains("Yes, but not the lid.") && !shown.contains("Yes.<"));
    assert_eq!(mails(&app, "ann@example.org").await.len(), 1);
    assert_eq!(
        number(
            &app,
            "select count(*) from questions where answered_at = '2026-11-20 12:00Z'"
        )
        .await,
        1,
        "its place is that of the first answer"
    );
    assert_eq!(decide(&app, &path, "hide", "").await.status, 303);
    assert!(!app.browser().get(&page).await.text().contains(BODY));
    let hidden = app.browser().get(&path).await.text();
    assert!(hidden.contains("Not published") && hidden.contains("not the lid.</textarea>"));
    decide(&app, &path, "publish", "Yes, all of it.").await;
    assert!(
        app.browser()
            .get(&page)
            .await
            .text()
            .contains("Yes, all of it.")
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn answering_and_hiding_tell_the_pages(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("PAGE_CACHE_MB", "8")
        .build()
        .await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    let product: uuid::Uuid = sqlx::query_scalar("select id from products where slug = $1")
        .bind(slug)
        .fetch_one(app.pool())
        .await
        .unwrap();
    let tag = Tag::Product(product);
    let page = format!("/p/{slug}");
    assert!(!app.browser().get(&page).await.text().contains(BODY));
    let since = std::time::Instant::now();
    ask(&app, slug, "", BODY).await;
    assert!(
        app.state.pages.is_current(tag, since),
        "nothing shown has changed"
    );
    let path = link(&app, BODY).await;
    decide(&app, &path, "publish", "Yes.").await;
    assert!(!app.state.pages.is_current(tag, since));
    assert!(app.browser().get(&page).await.text().contains(BODY));
    assert!(
        app.browser()
            .get(&format!("{page}/questions"))
            .await
            .text()
            .contains(BODY)
    );
    decide(&app, &path, "hide", "").await;
    assert!(!app.browser().get(&page).await.text().contains(BODY));
    assert!(
        !app.browser()
            .get(&format!("{page}/questions"))
            .await
            .text()
            .contains(BODY)
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn hostile_words_stay_words(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    let hostile = "<script>alert(1)</script></textarea><img src=x onerror=alert(2)> & \"quotes\"";
    let fields = [
        ("name", "<b onclick=x>Eve</b>"),
        ("email", "eve@example.org"),
        ("body", hostile),
    ];
    assert_eq!(send(&mut app.browser(), slug, &fields).await.status, 303);
    let path = link(&app, hostile).await;
    let pending = app.browser().get(&path).await.text();
    let too_long = format!("{hostile}{}", "y".repeat(2_000));
    let refused = decide(&app, &path, "publish", &too_long).await.text();
    decide(&app, &path, "publish", hostile).await;
    let mut documents = vec![pending, refused];
    let page = format!("/p/{slug}");
    for path in [page.as_str(), &format!("{page}/questions"), &path] {
        documents.push(app.browser().get(path).await.text());
    }
    let wrong = [
        ("name", "<b onclick=x>Eve</b>"),
        ("email", "<i>"),
        ("body", hostile),
    ];
    documents.push(send(&mut app.browser(), slug, &wrong).await.text());
    for to in ["hello@kilnworks.example", "eve@example.org"] {
        documents.extend(mails(&app, to).await.into_iter().map(|(_, _, html)| html));
    }
    assert_eq!(documents.len(), 8);
    for document in documents {
        assert!(document.contains("&lt;script&gt;alert(1)"), "{document}");
        for live in ["<script>alert", "<img src=x", "<b onclick", "<i>\""] {
            assert!(!document.contains(live), "{live}: {document}");
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn addresses_and_unanswered_questions_are_forgotten(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    ask(&app, slug, "ann@example.org", BODY).await;
    let hidden = link(&app, BODY).await;
    decide(&app, &hidden, "hide", "").await;
    ask(&app, slug, "bob@example.org", "Is it blue all over?").await;
    let path = link(&app, "Is it blue all over?").await;
    ask(&app, slug, "", "Is this one answered?").await;
    decide(
        &app,
        &link(&app, "Is this one answered?").await,
        "publish",
        "It is.",
    )
    .await;
    let emails = "select count(*) from questions where email is not null";
    app.advance(Duration::days(EMAIL_DAYS));
    upkeep::round(&app.state).await;
    assert_eq!(number(&app, emails).await, 2);
    app.advance(Duration::seconds(1));
    upkeep::round(&app.state).await;
    assert_eq!(number(&app, emails).await, 0);
    // Without the address the answer is still welcome, and mailed to nobody.
    decide(&app, &path, "publish", "All over.").await;
    assert_eq!(mails(&app, "bob@example.org").await.len(), 0);
    assert_eq!(number(&app, "select count(*) from questions").await, 3);
    app.advance(Duration::days(UNANSWERED_DAYS - EMAIL_DAYS));
    upkeep::round(&app.state).await;
    assert_eq!(number(&app, "select count(*) from questions").await, 2);
    assert_eq!(
        number(&app, "select count(*) from questions where answer is null").await,
        0
    );
    assert_eq!(app.browser().get(&hidden).await.status, 404);
}
