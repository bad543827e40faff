//! Pictures of cards: how they look as files, which addresses have one, and that nobody can have others drawn.

use app::discovery::ssr::{
    cards::{Card, Kind, read_path},
    drawing::draw,
};
use image::ImageFormat;
use sqlx::PgPool;

use super::{fill, scarf, tags};
use crate::support::TestApp;

/// The path of the picture that a page names.
async fn picture_of(app: &TestApp, page: &str) -> String {
    let told = tags(&app.browser().get(page).await);
    let address = told["og:image"].strip_prefix("http://localhost:3000");
    address.expect("an address of ours").to_owned()
}

fn size(jpeg: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap();
    (picture.width(), picture.height())
}

#[sqlx::test(migrations = "../migrations")]
async fn every_shared_page_has_a_picture(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    for page in [
        format!("/p/{}", sold.slug),
        "/c/scarves".into(),
        "/m/loom-house".into(),
        "/pages/about".into(),
        "/".into(),
    ] {
        let path = picture_of(&app, &page).await;
        let answer = app.program().get(&path).await;
        assert_eq!(answer.status, 200, "{page}: {path}");
        assert_eq!(answer.header("content-type"), "image/jpeg");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "cross-origin"
        );
        assert_eq!(size(&answer.body), (1200, 630), "{page}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn an_address_changes_with_what_is_shown(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    let page = format!("/p/{}", sold.slug);
    let before = picture_of(&app, &page).await;
    assert_eq!(
        before,
        picture_of(&app, &page).await,
        "and with nothing else"
    );
    sqlx::query("update products set title = 'Shawl' where id = $1")
        .bind(sold.product.as_uuid())
        .execute(app.pool())
        .await
        .unwrap();
    let after = picture_of(&app, &page).await;
    assert_ne!(before, after);
    // Never drawn, and not to be drawn any more.
    assert_eq!(app.program().get(&before).await.status, 404);
    assert_eq!(app.program().get(&after).await.status, 200);
    sqlx::query("update products set state = 'draft' where id = $1")
        .bind(sold.product.as_uuid())
        .execute(app.pool())
        .await
        .unwrap();
    let stranger = after.replace("/og/p/", "/og/c/");
    assert_eq!(app.program().get(&stranger).await.status, 404);
}

#[sqlx::test(migrations = "../migrations")]
async fn other_addresses_have_none(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slugs = fill(&app, 1).await;
    let right = picture_of(&app, &format!("/p/{}", slugs[0])).await;
    let mut eve = app.program();
    for wrong in [
        right.replace(".jpg", ".png"),
        right.replace("/og/p/", "/og/x/"),
        right.replace("/og/p/", "/og/s/"),
        right.replace("/og/p/mug-0", "/og/p/mug-1"),
        format!("/og/p/{}-0123456789abcdef.jpg", slugs[0]),
        format!("/og/p/{}-0123456789ABCDEF.jpg", slugs[0]),
        "/og/p/-0123456789abcdef.jpg".into(),
        "/og/p/..%2f..%2fetc-0123456789abcdef.jpg".into(),
        "/og/p/%00-0123456789abcdef.jpg".into(),
        format!("/og/p/{}-0123456789abcdef.jpg", "a".repeat(5000)),
        "/og/s/other-0123456789abcdef.jpg".into(),
    ] {
        assert_eq!(eve.get(&wrong).await.status, 404, "{wrong}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_photo_that_is_not_there_yet_is_waited_for(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    sqlx::query("update media set widths = '{999}' where id = $1")
        .bind(sold.photos[0])
        .execute(app.pool())
        .await
        .unwrap();
    let path = picture_of(&app, &format!("/p/{}", sold.slug)).await;
    assert_eq!(app.program().get(&path).await.status, 404);
    // Nothing was kept of that.
    let file = app.state.media.get(sold.photos[0], 960).await.unwrap();
    app.state
        .media
        .put(sold.photos[0], 999, file.to_vec())
        .await
        .unwrap();
    assert_eq!(app.program().get(&path).await.status, 200);
}

#[test]
fn a_path_is_read_as_it_was_written() {
    let card = Card::shop();
    let path = card.path();
    let (kind, file) = path.strip_prefix("/og/").unwrap().split_once('/').unwrap();
    let expected = (Kind::Shop, card.slug.clone(), card.fingerprint());
    assert_eq!(read_path(kind, file), Some(expected));
}

#[test]
fn parts_of_a_card_do_not_run_into_each_other() {
    let card = |over: &str, title: &str| Card {
        over: over.into(),
        title: title.into(),
        ..Card::shop()
    };
    assert_ne!(card("ab", "c").fingerprint(), card("a", "bc").fingerprint());
}

#[test]
fn any_words_can_be_drawn() {
    for words in [
        String::new(),
        "<text>&amp;\"'</text>".into(),
        "北欧のマグカップ 🏺".into(),
        "\u{0}\u{1b}\u{202e}".into(),
        "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6),
        "a ".repeat(2000),
    ] {
        let card = Card {
            over: words.clone(),
            title: words.clone(),
            under: words.clone(),
            ..Card::shop()
        };
        let jpeg = draw(&card, None).unwrap_or_else(|error| panic!("{words:?}: {error}"));
        assert_eq!(size(&jpeg), (1200, 630));
    }
}

#[test]
fn no_word_runs_into_the_photo() {
    let white = image::RgbImage::from_pixel(80, 100, image::Rgb([255, 255, 255]));
    let mut photo = std::io::Cursor::new(Vec::new());
    white.write_to(&mut photo, ImageFormat::WebP).unwrap();
    let long = "Donaudampfschifffahrtsgesellschaftskapitän WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";
    let card = Card {
        over: long.into(),
        title: long.into(),
        under: long.into(),
        ..Card::shop()
    };
    let jpeg = draw(&card, Some(photo.get_ref())).unwrap();
    let drawn = image::load_from_memory(&jpeg).unwrap().into_luma8();
    let darkest = (704..1200).flat_map(|x| (0..630).map(move |y| (x, y)));
    let darkest = darkest.map(|(x, y)| drawn.get_pixel(x, y).0[0]).min();
    assert!(darkest > Some(240), "{darkest:?}");
}

#[test]
fn a_broken_photo_is_an_error() {
    assert!(draw(&Card::shop(), Some(b"not a picture")).is_err());
}
