//! The worker, the page it keeps, and what browsers are told of the shop as a thing to install.

use serde_json::Value;
use sqlx::PgPool;

use crate::support::{Answer, TestApp};

const MANIFEST: &str = include_str!("../../../../public/manifest.webmanifest");
const TOKENS: &str = include_str!("../../../../style/tokens.css");
const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public");

async fn shop(pool: PgPool, switch: &str) -> TestApp {
    TestApp::builder(pool)
        .set("OFFLINE_PAGE", switch)
        .build()
        .await
}

fn kept(worker: &Answer) -> Value {
    let text = worker.text();
    let line = text.lines().next().unwrap();
    let json = line.strip_prefix("const KEPT = ").unwrap();
    serde_json::from_str(json.strip_suffix(';').unwrap()).unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn the_worker_keeps_all_that_the_offline_page_needs(pool: PgPool) {
    let app = shop(pool, "on").await;
    let worker = app.browser().get("/sw.js").await;
    assert_eq!(worker.status, 200);
    assert!(worker.header("content-type").starts_with("text/javascript"));
    assert_eq!(worker.header("cache-control"), "no-cache");
    let policy = worker.header("content-security-policy");
    assert!(policy.contains("connect-src 'self'"), "{policy}");
    let kept = kept(&worker);
    assert_eq!(kept["version"].as_str().unwrap().len(), 16);
    let pages: Vec<&str> = kept["pages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|page| page.as_str().unwrap())
        .collect();
    assert_eq!(
        pages,
        [
            "/offline",
            "/de/offline",
            "/fr/offline",
            "/sw/offline",
            "/ar/offline"
        ]
    );
    let mut all = String::new();
    for page in pages {
        let page = app.browser().get(page).await;
        assert_eq!(page.status, 200);
        all.push_str(&page.text());
    }
    assert!(all.contains("You are offline") && all.contains("noindex"));
    assert!(!all.contains("<leptos-island"), "it needs no WASM");
    let files: Vec<&str> = kept["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file.as_str().unwrap())
        .collect();
    for file in &files {
        assert!(
            all.contains(&format!("\"{file}\"")),
            "{file} is kept for nothing"
        );
    }
    let asked = all
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    for file in asked.filter(|href| href.starts_with("/fonts/") || href.starts_with("/pkg/")) {
        assert!(files.contains(&file), "{file} is not kept");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn the_offline_page_asks_nothing_of_the_database(pool: PgPool) {
    let app = shop(pool.clone(), "on").await;
    pool.close().await;
    assert_eq!(app.browser().get("/offline").await.status, 200);
    assert_eq!(app.browser().get("/sw.js").await.status, 200);
}

#[sqlx::test(migrations = "../migrations")]
async fn public_pages_register_the_worker_and_private_ones_do_not(pool: PgPool) {
    let app = shop(pool, "on").await;
    let mut browser = app.browser();
    let front = browser.get("/").await;
    let policy = front.header("content-security-policy");
    assert!(policy.contains("worker-src 'self'"), "{policy}");
    // It waits with everything that comes after the page has been seen.
    let text = front.text();
    let (_, waits) = text.split_once("<template id=\"wake\">").unwrap();
    let (waits, _) = waits.split_once("</template>").unwrap();
    assert!(waits.contains("<script>navigator.serviceWorker"), "{waits}");
    for private in ["/cart", "/no/such/page"] {
        let page = browser.get(private).await.text();
        assert!(!page.contains("serviceWorker"), "{private}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn switched_off_the_worker_takes_itself_away(pool: PgPool) {
    let app = shop(pool, "off").await;
    let worker = app.browser().get("/sw.js").await;
    assert_eq!(worker.status, 200);
    let text = worker.text();
    assert!(text.contains("registration.unregister()") && text.contains("caches.delete"));
    assert!(!text.contains("\"fetch\""), "{text}");
    let front = app.browser().get("/").await.text();
    assert!(!front.contains("serviceWorker"));
}

#[sqlx::test(migrations = "../migrations")]
async fn the_manifest_and_the_head_have_the_colours_of_the_paper(pool: PgPool) {
    let paper = TOKENS
        .lines()
        .find_map(|line| line.trim().strip_prefix("--color-paper: light-dark("))
        .unwrap();
    let (light, dark) = paper.trim_end_matches(");").split_once(", ").unwrap();
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    assert_eq!(manifest["theme_color"], light);
    assert_eq!(manifest["background_color"], light);
    for icon in manifest["icons"].as_array().unwrap() {
        let file = format!("{PUBLIC}{}", icon["src"].as_str().unwrap());
        let sizes = icon["sizes"].as_str().unwrap();
        if let Some((width, _)) = sizes.split_once('x') {
            let (actual, _) = image::image_dimensions(&file).unwrap();
            assert_eq!(actual.to_string(), width, "{file}");
        } else {
            assert!(std::fs::exists(&file).unwrap(), "{file}");
        }
    }
    let app = TestApp::new(pool).await;
    let front = app.browser().get("/").await.text();
    for (scheme, colour) in [("light", light), ("dark", dark)] {
        let tag = format!(
            "name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\""
        );
        assert!(front.contains(&tag), "{tag}");
    }
    assert!(front.contains("rel=\"manifest\" href=\"/manifest.webmanifest\""));
}
