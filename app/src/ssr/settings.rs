//! What the application needs to be told. `server::config` reads it from the environment; nothing else does.

use std::{path::PathBuf, time::Duration};

use url::Url;

use crate::address::here;

/// Development shows the mailbox and uses the test payment provider by default; production refuses weak secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    Development,
    Production,
}

/// The application's settings, parsed and checked.
#[derive(Clone, Debug)]
pub struct Settings {
    pub environment: Environment,
    /// The public address: the only source of absolute links and of the cookie policy.
    pub app_url: Url,
    pub smtp: Option<SmtpSettings>,
    /// The sender of every mail, `Name <address>`.
    pub mail_from: String,
    pub media: MediaSettings,
    pub payments: PaymentSettings,
    /// How long stock is held for a checkout without activity.
    pub hold_duration: Duration,
    /// Whether search engines may read the shop and show it.
    pub search_engines: bool,
    /// Whether pages register the service worker that shows a page of ours where there is no network.
    pub offline_page: bool,
    /// How much memory rendered pages may take; 0 keeps none.
    pub page_cache_megabytes: u32,
    /// Whether what many pages are made of is remembered between them.
    pub remember_pieces: bool,
}

impl Settings {
    /// Whether visitors come over https, so that cookies carry `Secure` and the `__Host-` prefix.
    pub fn is_https(&self) -> bool {
        self.app_url.scheme() == "https"
    }

    /// An absolute link to the page `path`, which begins with `/`, in the language that is spoken.
    pub fn link(&self, path: &str) -> String {
        self.absolute(&here(path))
    }

    /// The absolute address of `src`, which is a path of ours or absolute already, as pictures in a bucket are.
    pub fn absolute(&self, src: &str) -> String {
        if src.starts_with('/') {
            format!("{}{src}", self.app_url.as_str().trim_end_matches('/'))
        } else {
            src.to_owned()
        }
    }
}

/// A mail server: `smtp://user:password@host:port` (STARTTLS by `?tls=required`) or `smtps://…`, as lettre reads it.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    pub url: String,
}

/// Where pictures are kept.
#[derive(Clone, Debug)]
pub enum MediaSettings {
    /// A directory, served by the application itself under `/media`.
    Directory(PathBuf),
    /// An S3-compatible bucket, read by browsers at `public_url`.
    S3 {
        endpoint: Option<String>,
        region: String,
        bucket: String,
        access_key: String,
        secret_key: String,
        public_url: Url,
    },
}

/// Which payment provider takes the money. Production refuses the test provider unless it is allowed by name.
#[derive(Clone, Debug)]
pub enum PaymentSettings {
    /// The built-in test provider; `secret` signs its webhooks.
    Test { secret: String },
}
