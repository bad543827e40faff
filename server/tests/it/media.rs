//! Pictures in a bucket, spoken to over the network as S3: signed, with the headers browsers need, readable where pages say.

use std::path::{Path, PathBuf};

use app::ssr::{Media, settings::MediaSettings};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use object_store::{
    Attribute, ObjectStore, ObjectStoreExt, aws::AmazonS3Builder, path::Path as Key,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::TestApp;

const BUCKET: &str = "pictures";
const ACCESS: &str = "shop";
const SECRET: &str = "a secret of the shop";

/// An S3 server that checks signatures, with one empty bucket, in a directory that goes away with it.
struct Bucket {
    endpoint: String,
    directory: PathBuf,
}

impl Bucket {
    async fn open() -> Self {
        let directory =
            std::env::temp_dir().join(format!("sokonova-s3-{}", Uuid::new_v4().simple()));
        std::fs::create_dir_all(directory.join(BUCKET)).unwrap();
        let files = s3s_fs::FileSystem::new(&directory).unwrap();
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single(ACCESS, SECRET));
        let service = service.build();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let server = Builder::new(TokioExecutor::new());
                    // A client that hangs up ends its own connection only.
                    let _ = server.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self {
            endpoint,
            directory,
        }
    }

    fn settings(&self, secret: &str) -> MediaSettings {
        MediaSettings::S3 {
            endpoint: Some(self.endpoint.clone()),
            region: "eu-central-1".into(),
            bucket: BUCKET.into(),
            access_key: ACCESS.into(),
            secret_key: secret.into(),
            public_url: "https://pictures.example".parse().unwrap(),
        }
    }

    /// As another program sees it.
    fn client(&self) -> impl ObjectStore {
        AmazonS3Builder::new()
            .with_endpoint(&self.endpoint)
            .with_allow_http(true)
            .with_region("eu-central-1")
            .with_bucket_name(BUCKET)
            .with_access_key_id(ACCESS)
            .with_secret_access_key(SECRET)
            .build()
            .unwrap()
    }

    fn files(&self) -> Vec<String> {
        let visible = |path: &Path| Some(path.file_name()?.to_str()?.to_owned());
        std::fs::read_dir(self.directory.join(BUCKET))
            .unwrap()
            .filter_map(|entry| visible(&entry.unwrap().path()))
            .collect()
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        // A leftover in the temporary directory harms nobody.
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

#[tokio::test]
async fn a_picture_goes_into_the_bucket_with_the_headers_browsers_need() {
    let bucket = Bucket::open().await;
    let media = Media::open(&bucket.settings(SECRET)).unwrap();
    media.check().await.unwrap();
    assert!(bucket.files().is_empty(), "the check leaves nothing behind");

    let id = Uuid::new_v4();
    assert!(!media.has(id, 480).await);
    // More than S3 takes for granted as small, to cross the wire in several frames.
    let picture: Vec<u8> = (0..600_000_u32).map(|at| at.to_le_bytes()[0]).collect();
    media.put(id, 480, picture.clone()).await.unwrap();
    assert!(media.has(id, 480).await);
    // A job that is run again writes the same file again.
    media.put(id, 480, picture.clone()).await.unwrap();

    let key = Key::from(format!("{id}-480.webp"));
    let found = bucket.client().get(&key).await.unwrap();
    let header = |name| found.attributes.get(&name).map(|value| value.to_string());
    assert_eq!(header(Attribute::ContentType).unwrap(), "image/webp");
    assert_eq!(
        header(Attribute::CacheControl).unwrap(),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(found.bytes().await.unwrap(), picture);
    assert_eq!(
        media.base(id),
        format!("https://pictures.example/{id}"),
        "pages name the public address"
    );
}

#[tokio::test]
async fn a_wrong_secret_writes_nothing_and_says_why() {
    let bucket = Bucket::open().await;
    let media = Media::open(&bucket.settings("guessed")).unwrap();
    let wrong = media.check().await.unwrap_err();
    assert!(wrong.contains("SignatureDoesNotMatch"), "{wrong}");
    assert!(media.put(Uuid::new_v4(), 240, vec![1]).await.is_err());
    assert!(bucket.files().is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn pages_allow_pictures_from_the_bucket(pool: PgPool) {
    let bucket = Bucket::open().await;
    let app = TestApp::builder(pool)
        .set("S3_BUCKET", BUCKET)
        .set("S3_ENDPOINT", &bucket.endpoint)
        .set("S3_ACCESS_KEY", ACCESS)
        .set("S3_SECRET_KEY", SECRET)
        .set("S3_PUBLIC_URL", "https://pictures.example/shop/")
        .build()
        .await;
    let page = app.browser().get("/").await;
    let policy = page.header("content-security-policy");
    let images = policy
        .split(';')
        .find(|part| part.trim().starts_with("img-src"))
        .unwrap();
    assert!(images.contains("https://pictures.example"), "{images}");
    assert_eq!(
        app.state.media.base(Uuid::nil()),
        format!("https://pictures.example/shop/{}", Uuid::nil())
    );
}
