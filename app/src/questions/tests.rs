//! Questions about a product: asked once however often they are sent, shown only when answered, answered by whoever holds the
//! link, and forgotten in time.

use app::questions::ssr::MOST_PENDING;
use futures::future::join_all;
use serde_json::json;
use sqlx::PgPool;

use crate::support::{Answer, Client, TestApp, market::Market, statements::statements_of};

#[path = "tests/answers.rs"]
mod answers;

const BODY: &str = "Does it survive the dishwasher?";

/// A form as the page renders it, with these words.
async fn send(client: &mut Client, slug: &str, fields: &[(&str, &str)]) -> Answer {
    let path = format!("/p/{slug}/ask");
    client.post_form(&path, fields).await
}

/// Ann asks, and comes to the confirmation.
async fn ask(app: &TestApp, slug: &str, email: &str, body: &str) {
    let fields = [
        ("name", "Ann"),
        ("email", email),
        ("body", body),
        ("key", "k"),
    ];
    let answer = send(&mut app.browser(), slug, &fields).await;
    assert_eq!(
        (answer.status, answer.location()),
        (303, format!("/p/{slug}/ask?sent=1").as_str()),
        "{}",
        answer.text()
    );
}

/// Mails to `to`: subject, text, HTML.
async fn mails(app: &TestApp, to: &str) -> Vec<(String, String, String)> {
    sqlx::query_as("select subject, text_body, html_body from mails where to_address = $1")
        .bind(to)
        .fetch_all(app.pool())
        .await
        .unwrap()
}

/// The path in the mail to the first merchant about this question.
async fn link(app: &TestApp, body: &str) -> String {
    let letters = mails(app, "hello@kilnworks.example").await;
    let quoted = format!("> {}", body.lines().next().unwrap());
    let mut about = letters.iter().filter(|(_, text, _)| text.contains(&quoted));
    let (_, text, _) = about.next().expect("the merchant has a mail about it");
    let path = text.split("http://localhost:3000").nth(1).unwrap();
    path.lines().next().unwrap().to_owned()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(app.pool()).await.unwrap()
}

async fn decide(app: &TestApp, path: &str, decision: &str, answer: &str) -> Answer {
    let fields = [("decision", decision), ("answer", answer)];
    app.browser().post_form(path, &fields).await
}

/// `count` answered questions, some of them at the same moment.
async fn answered(app: &TestApp, slug: &str, count: i32) {
    sqlx::query(
        "insert into questions (id, product_id, author_name, body, state, answer, answered_at, request_hash, created_at)
         select gen_random_uuid(), p.id, 'Reader', 'Question ' || n || ', is it?', 'published', 'Answer ' || n || '.',
             '2026-11-01 12:00Z'::timestamptz + make_interval(hours => n / 4), sha256(('q' || n)::bytea), '2026-10-01'
         from products p, generate_series(1, $2) n where p.slug = $1",
    )
    .bind(slug)
    .bind(count)
    .execute(app.pool())
    .await
    .unwrap();
}

#[sqlx::test(migrations = "../migrations")]
async fn a_question_is_asked_answered_and_shown(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    let page = format!("/p/{slug}");
    let before = app.browser().get(&page).await.text();
    assert!(before.contains("No questions yet") && before.contains(&format!("{page}/ask")));
    let form = app.browser().get(&format!("{page}/ask")).await;
    assert_eq!(
        (form.status, form.header("cache-control")),
        (200, "no-store")
    );
    assert!(form.text().contains("name=\"website\""));

    ask(&app, slug, "ann@example.org", BODY).await;
    let sent = app.browser().get(&format!("{page}/ask?sent=1")).await;
    assert!(
        sent.text().contains("Your question is sent"),
        "{}",
        sent.text()
    );
    assert!(!app.browser().get(&page).await.text().contains(BODY));

    let letters = mails(&app, "hello@kilnworks.example").await;
    assert_eq!(letters.len(), 1);
    let (subject, text, html) = &letters[0];
    assert_eq!(subject, "A question about Tidal Mug");
    assert!(text.contains(&format!("> {BODY}")) && html.contains(BODY));
    assert!(!text.contains("ann@example.org") && !html.contains("ann@example.org"));
    let path = link(&app, BODY).await;
    assert!(html.contains(&path));

    let shown = app.browser().get(&path).await;
    assert_eq!(shown.status, 200);
    assert!(shown.text().contains(BODY) && shown.text().contains("Do not publish"));
    assert_eq!(shown.header("cache-control"), "no-store");
    assert_eq!(shown.header("referrer-policy"), "no-referrer");
    assert!(shown.text().contains("noindex"));
    assert!(!shown.text().contains("ann@example.org"));

    let answered = decide(&app, &path, "publish", "Yes.\r\n\r\nWe wash ours daily.").await;
    assert_eq!((answered.status, answered.location()), (303, path.as_str()));
    assert!(app.browser().get(&path).await.text().contains("Published"));
    for shown in [page.clone(), format!("{page}/questions")] {
        let text = app.browser().get(&shown).await.text();
        assert!(text.contains(BODY), "{shown}");
        assert!(text.contains("Yes.\n\nWe wash ours daily."), "{shown}");
        assert!(
            text.contains("kilnworks answers") && text.contains("Ann"),
            "{shown}"
        );
        assert!(!text.contains("ann@example.org"));
    }
    let told = mails(&app, "ann@example.org").await;
    assert_eq!(told.len(), 1);
    let (subject, text, html) = &told[0];
    assert_eq!(subject, "An answer about Tidal Mug");
    assert!(text.contains("> We wash ours daily.") && text.contains(&format!("{page}#questions")));
    assert!(html.contains("We wash ours daily."));
    assert_eq!(
        number(
            &app,
            "select count(*) from questions where email is not null"
        )
        .await,
        0
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    let typed = [
        ("name", ""),
        ("email", "ann at home"),
        ("body", "Why \"so\"?"),
    ];
    let answer = send(&mut app.browser(), slug, &typed).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.header("cache-control"), "no-store");
    let text = answer.text();
    for part in [
        "There is a problem",
        "Enter a name to show",
        "Enter a whole e-mail address",
        "Say a little more",
        "id=\"body-error\"",
        "value=\"ann at home\"",
        "Why &quot;so&quot;?</textarea>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let long = "x".repeat(1_001);
    let answer = send(
        &mut app.browser(),
        slug,
        &[("name", "Ann"), ("body", &long)],
    )
    .await;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("these are 1001"));
    assert_eq!(number(&app, "select count(*) from questions").await, 0);

    // Programs that fill in every field are told what people are told.
    let trapped = [
        ("name", "Bot"),
        ("body", BODY),
        ("website", "https://spam.example"),
    ];
    assert_eq!(send(&mut app.browser(), slug, &trapped).await.status, 303);
    assert_eq!(number(&app, "select count(*) from questions").await, 0);
    for nowhere in ["no-such-thing", "%0a"] {
        for fields in [&typed[..], &trapped[..], &[("name", "Ann"), ("body", BODY)]] {
            let found = send(&mut app.browser(), nowhere, fields).await;
            assert!(
                matches!(found.status, 404 | 422),
                "{nowhere}: {}",
                found.status
            );
        }
    }
    assert_eq!(app.browser().get("/p/no-such-thing/ask").await.status, 404);
    assert_eq!(
        app.browser().get("/p/no-such-thing/questions").await.status,
        404
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_form_sent_twice_asks_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slugs = Market::new(&app, 9).await.slugs;
    join_all((0..6).map(|_| ask(&app, &slugs[0], "", BODY))).await;
    assert_eq!(number(&app, "select count(*) from questions").await, 1);
    assert_eq!(number(&app, "select count(*) from mails").await, 1);
    // Other words, another product, another form: another question.
    ask(&app, &slugs[0], "", "Is there a saucer, too?").await;
    ask(&app, &slugs[1], "", BODY).await;
    let again = [("name", "Ann"), ("body", BODY), ("key", "another")];
    send(&mut app.browser(), &slugs[0], &again).await;
    assert_eq!(number(&app, "select count(*) from questions").await, 4);
    // Every form has a key of its own.
    let mut keys = Vec::new();
    for _ in 0..2 {
        let form = app
            .browser()
            .get(&format!("/p/{}/ask", slugs[0]))
            .await
            .text();
        let key = form.split("name=\"key\" value=\"").nth(1).unwrap();
        keys.push(key.split('"').next().unwrap().to_owned());
    }
    assert!(keys[0].len() >= 22 && keys[0] != keys[1], "{keys:?}");
}

#[sqlx::test(migrations = "../migrations")]
async fn so_many_questions_wait_and_no_more(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slugs = Market::new(&app, 9).await.slugs;
    let bodies: Vec<String> = (0..MOST_PENDING + 8)
        .map(|at| format!("Question number {at}?"))
        .collect();
    let asked = join_all(bodies.iter().map(|body| async {
        let fields = [("name", "Ann"), ("body", body.as_str())];
        send(&mut app.browser(), &slugs[0], &fields).await
    }))
    .await;
    let kept = asked.iter().filter(|answer| answer.status == 303).count();
    let (refused, rest): (Vec<_>, Vec<_>) = asked.iter().partition(|answer| answer.status == 422);
    assert_eq!((kept, refused.len()), (20, 8));
    assert_eq!(rest.len(), 20);
    for answer in refused {
        let text = answer.text();
        assert!(text.contains("waiting for an answer already"), "{text}");
        assert!(text.contains("Question number"), "what was typed is kept");
    }
    assert_eq!(number(&app, "select count(*) from questions").await, 20);
    assert_eq!(number(&app, "select count(*) from mails").await, 20);
    // What was sent before is still the same question, and other products are asked about.
    let first: String = sqlx::query_scalar("select body from questions limit 1")
        .fetch_one(app.pool())
        .await
        .unwrap();
    let again = [("name", "Ann"), ("body", first.as_str())];
    assert_eq!(
        send(&mut app.browser(), &slugs[0], &again).await.status,
        303
    );
    ask(&app, &slugs[1], "", BODY).await;
    // One that is dealt with makes room for one.
    decide(&app, &link(&app, &first).await, "hide", "").await;
    ask(&app, &slugs[0], "", BODY).await;
    let fields = [("name", "Ann"), ("body", "One more than that?")];
    assert_eq!(
        send(&mut app.browser(), &slugs[0], &fields).await.status,
        422
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn all_questions_are_read_page_by_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    let (page, all) = (format!("/p/{slug}"), format!("/p/{slug}/questions"));
    let words = |text: &str| text.matches("Answer ").count();
    answered(&app, slug, 6).await;
    let product = app.browser().get(&page).await.text();
    assert_eq!(words(&product), 6);
    assert!(!product.contains("All questions"));
    sqlx::query("delete from questions")
        .execute(app.pool())
        .await
        .unwrap();
    answered(&app, slug, 31).await;
    let mut ann = app.browser();
    let (product, cost) = statements_of(ann.get(&page)).await;
    let product = product.text();
    assert!(
        cost.iter()
            .filter(|each| each.contains("author_name"))
            .count()
            <= 2,
        "{cost:?}"
    );
    assert_eq!(words(&product), 6);
    assert!(product.contains("Answer 31.") && product.contains("All questions"));
    let first = ann.get(&all).await.text();
    let next = first.split("after=").nth(1).unwrap();
    let next = next.split('"').next().unwrap().to_owned();
    let second = ann.get(&format!("{all}?after={next}")).await.text();
    assert_eq!((words(&first), words(&second)), (24, 7));
    for at in 1..=31 {
        let text = format!("Answer {at}.");
        let pages = [&first, &second]
            .into_iter()
            .filter(|page| page.contains(&text));
        assert_eq!(pages.count(), 1, "{text}");
    }
    assert_eq!(
        words(&ann.get(&format!("{all}?after=nonsense")).await.text()),
        24
    );
    for path in [format!("{all}?after={next}"), all.clone()] {
        let (_, cost) = statements_of(ann.get(&path)).await;
        assert_eq!(cost.len(), 3, "{cost:#?}");
    }
    let (_, cost) = statements_of(ann.get(&format!("{page}/ask"))).await;
    assert_eq!(cost.len(), 2, "{cost:#?}");
}

#[sqlx::test(migrations = "../migrations")]
async fn programs_read_and_ask(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slug = &Market::new(&app, 9).await.slugs[0];
    answered(&app, slug, 5).await;
    let path = format!("/api/v1/products/{slug}/questions");
    let first = app.program().get(&format!("{path}?limit=3")).await;
    let shown = first.json()["questions"].clone();
    assert_eq!(shown.as_array().unwrap().len(), 3);
    assert_eq!(shown[0]["answered_at"], "2026-11-01T13:00:00Z");
    assert_eq!(shown[2]["answered_at"], "2026-11-01T12:00:00Z");
    assert_eq!(shown[2]["author"], "Reader");
    assert!(shown[2]["answer"].as_str().unwrap().starts_with("Answer "));
    assert!(first.header("etag").starts_with('"'));
    let link = first.header("link");
    let next = link.split(['<', '>']).nth(1).unwrap();
    assert!(next.contains("limit=3"), "{link}");
    let second = app.program().get(next).await.json();
    assert_eq!(second["questions"].as_array().unwrap().len(), 2);
    assert!(!shown.as_array().unwrap().contains(&second["questions"][0]));
    assert_eq!(second["next"], json!(null));
    for (path, status) in [
        (format!("{path}?limit=0"), 422),
        (format!("{path}?after=nonsense"), 422),
        (format!("{path}?page=2"), 422),
        ("/api/v1/products/no-such-thing/questions".to_owned(), 404),
    ] {
        assert_eq!(app.program().get(&path).await.status, status, "{path}");
    }

    let question = json!({ "name": "Ann", "body": BODY });
    let without = app.program().post_json(&path, &question).await;
    assert_eq!(
        (without.status, without.json()["code"].as_str()),
        (422, Some("invalid"))
    );
    assert_eq!(without.header("content-type"), "application/problem+json");
    let mut ann = app.program().with("idempotency-key", "key-1");
    let asked = ann.post_json(&path, &question).await;
    let again = ann.post_json(&path, &question).await;
    assert_eq!((asked.status, again.status), (201, 201));
    assert_eq!(asked.json(), again.json());
    assert_eq!(mails(&app, "hello@kilnworks.example").await.len(), 1);
    let other = json!({ "name": "Ann", "body": "Something else entirely?" });
    let reused = ann.post_json(&path, &other).await;
    assert_eq!(
        (reused.status, reused.json()["code"].as_str()),
        (409, Some("idempotency_key_reused"))
    );
    let mut bob = app.program().with("idempotency-key", "key-2");
    let wrong = bob
        .post_json(&path, &json!({ "name": "", "email": "x", "body": "?" }))
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.json()["errors"].as_array().unwrap().len(), 3);
    let unknown = bob
        .post_json(
            &path,
            &json!({ "name": "A", "body": BODY, "state": "published" }),
        )
        .await;
    assert_eq!(unknown.status, 422);
    let nowhere = bob
        .post_json("/api/v1/products/none/questions", &question)
        .await;
    assert_eq!(nowhere.status, 404);
    let shown = app.program().get(&path).await.text();
    assert!(
        !shown.contains(BODY),
        "nothing is shown before it is answered"
    );
}
