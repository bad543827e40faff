//! Fetching pictures: what is refused, and what becomes of what is fetched.

use std::{io::Cursor, net::IpAddr};

use app::catalog::ssr::{
    fetch::{FetchError, Policy, fetch, is_public},
    pictures::{PictureError, WIDTHS, blur_of, fetch_pending, from_url, render},
};
use axum::{
    Router,
    http::{StatusCode, header},
    routing::get,
};
use image::{DynamicImage, ImageFormat};
use sqlx::PgPool;

use super::begin;
use crate::support::TestApp;

/// The tests' own server is at home.
const AT_HOME: Policy = Policy::new(|address| address.is_loopback());

fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

/// Serves a few files; answers the address they are at.
async fn server() -> String {
    let png = |width, height| get(move || async move { file(width, height, ImageFormat::Png) });
    let routes = Router::new()
        .route("/wide.png", png(1_200, 600))
        .route("/small.png", png(300, 400))
        .route("/page.png", get(|| async { "<svg onload=alert(1)>" }))
        .route("/huge", get(|| async { vec![0_u8; 10 * 1024 * 1024 + 1] }))
        .route(
            "/moved",
            get(|| async { (StatusCode::FOUND, [(header::LOCATION, "/small.png")]) }),
        );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    format!("http://localhost:{}", address.port())
}

#[test]
fn only_the_public_internet_is_public() {
    let public = [
        "1.1.1.1",
        "93.184.216.34",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ];
    let private = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.1.2.3",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ];
    for address in public {
        assert!(is_public(address.parse::<IpAddr>().unwrap()), "{address}");
    }
    for address in private {
        assert!(!is_public(address.parse::<IpAddr>().unwrap()), "{address}");
    }
}

#[tokio::test]
async fn private_addresses_are_refused_however_they_are_written() {
    let server = server().await;
    let port = server.rsplit(':').next().unwrap();
    for host in [
        "localhost",
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "0",
    ] {
        let error = fetch(&format!("http://{host}:{port}/small.png"), Policy::PUBLIC)
            .await
            .unwrap_err();
        assert!(matches!(error, FetchError::Private(_)), "{host}: {error}");
    }
    for address in [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
    ] {
        assert!(
            matches!(
                fetch(address, Policy::PUBLIC).await,
                Err(FetchError::Private(_))
            ),
            "{address}"
        );
    }
    for address in [
        "file:///etc/passwd",
        "ftp://a.example/",
        "gopher://a.example/",
        "http://u:p@a.example/",
        "x",
        "data:,x",
    ] {
        assert!(
            matches!(
                fetch(address, Policy::PUBLIC).await,
                Err(FetchError::Address)
            ),
            "{address}"
        );
    }
}

#[tokio::test]
async fn redirects_are_not_followed_and_size_is_capped() {
    let server = server().await;
    assert!(matches!(
        fetch(&format!("{server}/moved"), AT_HOME).await,
        Err(FetchError::Status(302))
    ));
    assert!(matches!(
        fetch(&format!("{server}/none"), AT_HOME).await,
        Err(FetchError::Status(404))
    ));
    assert!(matches!(
        fetch(&format!("{server}/huge"), AT_HOME).await,
        Err(FetchError::TooLarge)
    ));
    assert_eq!(
        fetch(&format!("{server}/small.png"), AT_HOME)
            .await
            .unwrap(),
        file(300, 400, ImageFormat::Png)
    );
}

#[test]
fn nine_colours_stand_in_for_a_picture_nobody_can_see_through() {
    let of = |picture: DynamicImage| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        render(&bytes.into_inner()).unwrap()
    };
    let columns = image::RgbImage::from_fn(300, 3_000, |x, _| match x / 100 {
        0 => image::Rgb([255, 0, 0]),
        1 => image::Rgb([0, 128, 0]),
        _ => image::Rgb([0, 0, 255]),
    });
    let rendered = of(columns.into());
    let cells: Vec<&str> = rendered
        .blur
        .as_bytes()
        .chunks(6)
        .map(|cell| std::str::from_utf8(cell).unwrap())
        .collect();
    assert_eq!(cells.len(), 9);
    for row in cells.chunks(3) {
        // Neighbours mix a little.
        assert!(row[0] > "e00000" && row[2] < "200000", "{row:?}");
    }
    let (_, smallest) = &rendered.files[0];
    assert_eq!(blur_of(smallest).unwrap().len(), 54);
    let through = of(DynamicImage::new_rgba8(400, 500));
    assert_eq!(through.blur, "");
    assert_eq!(blur_of(&through.files[0].1).unwrap(), "");
}

#[test]
fn pictures_are_drawn_anew_in_the_widths_they_reach() {
    let widths = |bytes: &[u8]| {
        let rendered = render(bytes).unwrap();
        for (width, webp) in &rendered.files {
            let back = image::load_from_memory_with_format(webp, ImageFormat::WebP).unwrap();
            assert_eq!(back.width(), *width);
        }
        (
            rendered
                .files
                .iter()
                .map(|(width, _)| *width)
                .collect::<Vec<_>>(),
            rendered.width,
            rendered.height,
        )
    };
    assert_eq!(
        widths(&file(1_200, 600, ImageFormat::Jpeg)),
        (WIDTHS.to_vec(), 960, 480)
    );
    assert_eq!(
        widths(&file(960, 1_200, ImageFormat::WebP)),
        (WIDTHS.to_vec(), 960, 1_200)
    );
    assert_eq!(
        widths(&file(700, 350, ImageFormat::Png)),
        (vec![240, 360, 480, 700], 700, 350)
    );
    assert_eq!(
        widths(&file(100, 50, ImageFormat::Png)),
        (vec![100], 100, 50)
    );
    assert!(matches!(
        render(b"<svg onload=alert(1)>"),
        Err(PictureError::Format)
    ));
    assert!(matches!(
        render(b"GIF89a\x01\x00\x01\x00"),
        Err(PictureError::Format)
    ));
    assert!(matches!(
        render(&file(20, 20, ImageFormat::Png)[..40]),
        Err(PictureError::Decode(_))
    ));
    assert!(
        matches!(
            render(&file(12_001, 1, ImageFormat::Png)),
            Err(PictureError::Decode(_))
        ),
        "beyond the limits"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_fetched_picture_is_kept_and_a_failed_one_stays_owed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let server = server().await;
    let mut cx = begin(&app).await;
    let (good, is_new) = from_url(&mut cx, &format!("{server}/wide.png"))
        .await
        .unwrap();
    assert!(is_new);
    assert_eq!(
        from_url(&mut cx, &format!("{server}/wide.png"))
            .await
            .unwrap(),
        (good, false)
    );
    let (bad, _) = from_url(&mut cx, &format!("{server}/page.png"))
        .await
        .unwrap();
    cx.commit().await.unwrap();

    // The jobs themselves never reach a private address.
    app.run_jobs().await;
    let states = "select id, state, coalesce(error, ''), widths from media order by created_at, id";
    let rows: Vec<(uuid::Uuid, String, String, Vec<i32>)> =
        sqlx::query_as(states).fetch_all(app.pool()).await.unwrap();
    for (_, state, error, _) in &rows {
        assert_eq!(
            (state.as_str(), error.as_str()),
            ("pending", "localhost is not on the public internet")
        );
    }
    let left: i64 = sqlx::query_scalar(
        "select count(*) from graphile_worker.jobs where attempts = 1 and max_attempts = 8",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    assert_eq!(left, 2, "they are tried again later");

    fetch_pending(&app.state, good, AT_HOME).await.unwrap();
    let refused = fetch_pending(&app.state, bad, AT_HOME).await.unwrap_err();
    assert_eq!(refused, "the file is not a JPEG, PNG or WebP picture");
    let rows: Vec<(uuid::Uuid, String, String, Vec<i32>)> =
        sqlx::query_as(states).fetch_all(app.pool()).await.unwrap();
    let row = rows.iter().find(|row| row.0 == good).unwrap();
    assert_eq!(
        (row.1.as_str(), row.3.as_slice()),
        ("ready", WIDTHS.map(u32::cast_signed).as_slice())
    );
    for width in WIDTHS {
        assert!(app.state.media.has(good, width).await);
    }
    let blur: String = sqlx::query_scalar("select blur from media where id = $1")
        .bind(good)
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert!(!blur.is_empty());
    fetch_pending(&app.state, good, Policy::PUBLIC)
        .await
        .unwrap();
}

#[sqlx::test(migrations = "../migrations")]
async fn after_the_last_attempt_a_picture_has_failed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    from_url(&mut cx, "http://127.0.0.1/x.jpg").await.unwrap();
    cx.commit().await.unwrap();
    sqlx::query("update graphile_worker._private_jobs set attempts = max_attempts - 1")
        .execute(app.pool())
        .await
        .unwrap();
    app.run_jobs().await;
    let state: String = sqlx::query_scalar("select state from media")
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert_eq!(state, "failed");
}
