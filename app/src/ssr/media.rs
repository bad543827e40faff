//! Pictures: WebP files `{media id}-{width}.webp` in a directory or an S3 bucket, immutable once written.

use std::sync::Arc;

use axum::body::Bytes;
use object_store::{
    Attribute, Attributes, ObjectStore, ObjectStoreExt, PutPayload, aws::AmazonS3Builder,
    local::LocalFileSystem, path::Path,
};
use uuid::Uuid;

use super::{internal::internal, settings::MediaSettings};
use crate::error::AppError;

/// The store of pictures and the address browsers read it at.
#[derive(Clone)]
pub struct Media {
    store: Arc<dyn ObjectStore>,
    base_url: Arc<str>,
    /// Headers a bucket answers with; a directory is served by `server::statics`, which knows them itself.
    headers: Attributes,
}

impl Media {
    /// Opens the store; a directory is made when it is missing.
    pub fn open(settings: &MediaSettings) -> Result<Self, String> {
        match settings {
            MediaSettings::Directory(directory) => {
                std::fs::create_dir_all(directory).map_err(|error| {
                    format!(
                        "cannot make the media directory {}: {error}",
                        directory.display()
                    )
                })?;
                let store = LocalFileSystem::new_with_prefix(directory)
                    .map_err(|error| error.to_string())?;
                Ok(Self {
                    store: Arc::new(store),
                    base_url: "/media".into(),
                    headers: Attributes::new(),
                })
            }
            MediaSettings::S3 {
                endpoint,
                region,
                bucket,
                access_key,
                secret_key,
                public_url,
            } => {
                let mut builder = AmazonS3Builder::new()
                    .with_region(region)
                    .with_bucket_name(bucket)
                    .with_access_key_id(access_key)
                    .with_secret_access_key(secret_key);
                if let Some(endpoint) = endpoint {
                    builder = builder
                        .with_endpoint(endpoint)
                        .with_allow_http(endpoint.starts_with("http://"));
                }
                let store = builder.build().map_err(|error| error.to_string())?;
                Ok(Self {
                    store: Arc::new(store),
                    base_url: public_url.as_str().trim_end_matches('/').into(),
                    headers: Attributes::from_iter([
                        (Attribute::ContentType, "image/webp"),
                        (
                            Attribute::CacheControl,
                            "public, max-age=31536000, immutable",
                        ),
                    ]),
                })
            }
        }
    }

    /// What the addresses of a picture's files begin with; `-{width}.webp` follows.
    pub fn base(&self, id: Uuid) -> String {
        format!("{}/{id}", self.base_url)
    }

    /// Writes one rendition of `width` pixels.
    pub async fn put(&self, id: Uuid, width: u32, webp: Vec<u8>) -> Result<(), AppError> {
        let (path, file) = (Self::path(id, width), PutPayload::from(webp));
        self.store
            .put_opts(&path, file, self.headers.clone().into())
            .await
            .map_err(|error| internal("media store", &error))?;
        Ok(())
    }

    /// The file of one rendition.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is none.
    pub async fn get(&self, id: Uuid, width: u32) -> Result<Bytes, AppError> {
        let read = async { self.store.get(&Self::path(id, width)).await?.bytes().await };
        read.await.map_err(|error| match error {
            object_store::Error::NotFound { .. } => AppError::NotFound,
            other => internal("media store", &other),
        })
    }

    /// Whether a rendition is there already.
    pub async fn has(&self, id: Uuid, width: u32) -> bool {
        self.store.head(&Self::path(id, width)).await.is_ok()
    }

    /// Writes and removes a small file, for `doctor`.
    pub async fn check(&self) -> Result<(), String> {
        let path = Path::from("doctor.txt");
        self.store
            .put(&path, PutPayload::from_static(b"ok"))
            .await
            .map_err(|error| error.to_string())?;
        self.store
            .delete(&path)
            .await
            .map_err(|error| error.to_string())
    }

    fn path(id: Uuid, width: u32) -> Path {
        Path::from(format!("{id}-{width}.webp"))
    }
}
