//! Whole pages: what a rendered page is, and how it is kept.
//!
//! Public pages are the same for every visitor, so they are rendered once and kept: in this process and, for the other
//! replicas, in Redis. A verb that changes what pages show says so by [`Tag`]s on its unit of work (`Cx::touch`); when that
//! commits, every replica hears of it and renders those pages anew before it shows them again. Only the nonce of the
//! content policy, which is fresh per response, is put in when a page is sent. docs/adr/0017 has the reasons.
//!
//! Invariant: a kept page was rendered from data read after the last change this process has heard of, or it is not shown.

mod brotli;
mod news;
mod shared;
mod tags;

use std::{
    borrow::Cow,
    pin::Pin,
    sync::{
        Arc, LazyLock, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use moka::future::Cache;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use words::{Locale, locale, speaking};

pub use self::{news::News, tags::Tag};
use self::{shared::Shared, tags::Touched};
use super::{AppState, Settings, internal::internal, remembered, render, terms::speech, waking};
use crate::{
    address::here,
    error::AppError,
    markets::{self, trading},
};

/// So long a page is shown without asking whether it could be better: a bound for what no tag tells.
const FRESH: Duration = Duration::from_secs(60);
/// As long as this process does not hear the other replicas.
const FRESH_WHEN_DEAF: Duration = Duration::from_secs(2);
/// So long an aged page may still be shown while it is rendered anew, or while the database is away.
const KEPT: Duration = Duration::from_secs(600);

/// A rendered page without its nonce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub status: StatusCode,
    pub locale: Locale,
    /// Shows something of one visitor: stored by nobody, its address never passed on.
    pub private: bool,
    /// The document up to the end of its body.
    pub html: String,
    /// Something waits in the document until the page has been seen, so the script that wakes it follows.
    pub wakes: bool,
    /// What the page shows.
    pub tags: Vec<Tag>,
}

impl Page {
    /// Adds what the page shows.
    pub fn showing(mut self, tags: impl IntoIterator<Item = Tag>) -> Self {
        self.tags.extend(tags);
        self
    }

    /// The answer with this page, with a fresh nonce.
    pub fn respond(&self, state: &AppState) -> Response {
        let (nonce, tail) = self.ending();
        let mut document = String::with_capacity(self.html.len() + tail.len());
        document.push_str(&self.html);
        document.push_str(&tail);
        self.with_headers(state, &nonce, Html(document).into_response())
    }

    /// What follows the document's body, and the nonce in it.
    fn ending(&self) -> (String, String) {
        let nonce = super::secret::random_token::<16>().unwrap_or_default();
        let mut tail = String::new();
        if self.wakes {
            tail.push_str(&waking::script(&nonce));
        }
        tail.push_str("</body></html>");
        (nonce, tail)
    }

    fn with_headers(&self, state: &AppState, nonce: &str, mut response: Response) -> Response {
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if let Ok(policy) = HeaderValue::try_from(render::page_policy(&state.settings, nonce)) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        let cache_control = if self.private {
            headers.insert(
                header::REFERRER_POLICY,
                HeaderValue::from_static("no-referrer"),
            );
            "no-store"
        } else {
            // Shared caches may not keep it: the nonce is fresh per response.
            "private, no-cache"
        };
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static(cache_control),
        );
        response
    }
}

/// Why there is no page.
#[derive(Clone, Debug)]
pub enum Miss {
    Error(AppError),
    /// It lives at this path now.
    Moved(String),
}

impl<E: Into<AppError>> From<E> for Miss {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

/// What reads and renders a page, once it is asked.
type Load = Pin<Box<dyn Future<Output = Result<Page, Miss>> + Send>>;

/// Room for the documents of those who do not read Brotli, in bytes: few, and hardly any browser among them.
static PLAIN: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(8 << 20)));

/// A page as it is kept.
struct Kept {
    /// Without the document.
    page: Page,
    /// The document as the beginning of a Brotli stream.
    compressed: Vec<u8>,
    /// Somebody wanted the document as it is.
    wanted_plain: AtomicBool,
    /// The document as it is, once it was wanted so again and there was room.
    plain: OnceLock<(String, OwnedSemaphorePermit)>,
    /// Before its data were read.
    since: Instant,
    refreshing: AtomicBool,
}

impl Kept {
    async fn new(page: Page, since: Instant) -> Result<Arc<Self>, AppError> {
        // One for each processor: more would take as much memory each, and be no sooner done.
        static COMPRESSING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
            let processors = std::thread::available_parallelism().map_or(2, usize::from);
            Arc::new(Semaphore::new(processors))
        });
        let turn = COMPRESSING.clone().acquire_owned().await;
        // A millisecond or two, and much of a stack: not among those who answer.
        let kept = tokio::task::spawn_blocking(move || {
            // Until it is done, also where nobody waits for it any more.
            let _turn = turn;
            Self {
                compressed: brotli::beginning(page.html.as_bytes()),
                page: Page {
                    html: String::new(),
                    ..page
                },
                wanted_plain: AtomicBool::new(false),
                plain: OnceLock::new(),
                since,
                refreshing: AtomicBool::new(false),
            }
        });
        let kept = kept
            .await
            .map_err(|error| internal("compressing a page", &error))?;
        Ok(Arc::new(kept))
    }

    fn respond(&self, state: &AppState, reads_brotli: bool) -> Response {
        let (nonce, tail) = self.page.ending();
        if !reads_brotli {
            let html = match self.plain() {
                Ok(html) => html,
                Err(error) => return error.into_response(),
            };
            let response = Html([&*html, &tail].concat()).into_response();
            return self.page.with_headers(state, &nonce, response);
        }
        let body = brotli::finish(&self.compressed, tail.as_bytes());
        let mut response = Html(body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
        self.page.with_headers(state, &nonce, response)
    }

    fn plain(&self) -> Result<Cow<'_, str>, AppError> {
        if let Some((html, _)) = self.plain.get() {
            return Ok(html.into());
        }
        let html = brotli::read(&self.compressed)
            .map_err(|error| internal("decompressing a page", &error))?;
        // Not the first time: who goes through all pages once must not take the room.
        let again = self.wanted_plain.swap(true, Ordering::AcqRel);
        let bytes = u32::try_from(html.len()).unwrap_or(u32::MAX);
        if again && let Ok(room) = PLAIN.clone().try_acquire_many_owned(bytes) {
            // Somebody else may have been quicker.
            let _ = self.plain.set((html.clone(), room));
        }
        Ok(html.into())
    }
}

/// By address.
type Pages = Cache<String, Arc<Kept>>;

/// The pages that are kept, and what is known of changes; cheap to clone.
#[derive(Clone)]
pub struct PageCache(Arc<Inner>);

struct Inner {
    /// None where every page is rendered anew.
    kept: Option<Pages>,
    touched: Touched,
    shared: Shared,
    news: News,
}

enum Age {
    Fresh,
    /// Nothing is known to have changed, but it is a while since.
    Aged,
    /// Something it shows has changed.
    Outdated,
}

impl PageCache {
    /// For the shop of these settings. `lag` is how far the database that pages are read from may be behind the one that is
    /// written to. `build` names the built site, since pages name its files.
    pub fn new(
        settings: &Settings,
        lag: Duration,
        redis: fred::clients::Pool,
        build: &str,
    ) -> Self {
        let megabytes = settings.page_cache_megabytes;
        let weigh = |key: &String, kept: &Arc<Kept>| {
            let bytes = key.len() + kept.compressed.len();
            u32::try_from(bytes).unwrap_or(u32::MAX)
        };
        let kept = (megabytes > 0).then(|| {
            Cache::builder()
                .weigher(weigh)
                .max_capacity(u64::from(megabytes) << 20)
                .time_to_live(KEPT)
                .build()
        });
        Self(Arc::new(Inner {
            kept,
            touched: Touched::new(lag, KEPT),
            shared: Shared::new(redis, settings.app_url.as_str(), build, lag),
            news: News::default(),
        }))
    }

    /// Hears what other replicas change, for as long as the process lives.
    pub fn listen(&self, subscriber: fred::clients::SubscriberClient) {
        let hearing = self.0.clone();
        let heard = move |tags: &[Tag]| hearing.hear(tags);
        self.0.shared.listen(subscriber, heard);
    }

    /// What `tags` name has changed, and is committed. Other replicas are told in the background; should that fail, they
    /// find out by themselves within a minute.
    pub fn changed(&self, tags: Vec<Tag>) {
        if tags.is_empty() {
            return;
        }
        self.0.hear(&tags);
        self.0.shared.owe();
        let inner = self.0.clone();
        tokio::spawn(async move { inner.shared.tell(&tags).await });
    }

    /// As [`PageCache::changed`], and sees to it that the others have been told: for commands that end soon after.
    pub async fn changed_and_told(&self, tags: &[Tag]) {
        self.0.hear(tags);
        self.0.shared.owe();
        self.0.shared.tell(tags).await;
    }

    /// What is told of changes.
    pub fn news(&self) -> &News {
        &self.0.news
    }

    /// Whether what was read then is what this process would read now, as far as it has heard.
    pub fn is_current(&self, tag: Tag, since: Instant) -> bool {
        let heard = self.0.shared.hears() || since.elapsed() < FRESH_WHEN_DEAF;
        heard && !self.0.touched.any_since(&[tag], since)
    }

    /// Answers with the page of this `key`; `load` is asked where it is not kept, or not good any more. Visitors who want
    /// the same page at the same time wait for one of them.
    pub async fn answer(
        state: &AppState,
        headers: &HeaderMap,
        key: String,
        load: impl Future<Output = Result<Page, Miss>> + Send + 'static,
    ) -> Response {
        let reads_brotli = brotli::accepted(headers);
        let key = here(&key);
        debug_assert!(
            locale().region.map(|own| own.to_string())
                == markets::market().map(|own| own.code.clone()),
            "a page's market is in its address"
        );
        let (shop, locale) = (state.clone(), locale());
        // Whoever waits for the page, and wherever it is made. Terms and market are part of what it is made of, so they are asked
        // for with the rest of it: what changes later than that outdates it.
        let load = Box::pin(async move {
            let begun = Instant::now();
            let speech = speech(&shop, locale).await;
            let market = markets::ssr::of(&shop, locale).await?;
            remembered::begun_at(begun, trading(market, speaking(speech, load))).await
        });
        let inner = &state.pages.0;
        let found = match &inner.kept {
            Some(pages) => match inner.get(pages, key, load).await {
                Ok(kept) => return kept.respond(state, reads_brotli),
                Err(miss) => miss,
            },
            None => match load.await {
                Ok(page) => return page.respond(state),
                Err(miss) => miss,
            },
        };
        match found {
            // The language is put before it where it leaves the server.
            Miss::Moved(path) => Redirect::permanent(&path).into_response(),
            Miss::Error(error) => render::error_page(state, &error).await,
        }
    }
}

impl Inner {
    /// Something has changed, here or elsewhere.
    fn hear(&self, tags: &[Tag]) {
        self.touched.now(tags);
        self.news.tell(tags);
    }

    async fn get(
        self: &Arc<Self>,
        pages: &Pages,
        key: String,
        load: Load,
    ) -> Result<Arc<Kept>, Miss> {
        let Some(kept) = pages.get(&key).await else {
            count("miss");
            return self.fill(pages, key, load).await;
        };
        match self.age(&kept) {
            Age::Fresh => count("hit"),
            Age::Aged => {
                count("stale");
                if !kept.refreshing.swap(true, Ordering::AcqRel) {
                    let (inner, pages, old) = (self.clone(), pages.clone(), kept.clone());
                    tokio::spawn(async move {
                        match inner.make(&key, load).await {
                            Ok(anew) => pages.insert(key, anew).await,
                            // What went wrong is logged where it did; the next visitor has it tried again.
                            Err(_) => old.refreshing.store(false, Ordering::Release),
                        }
                    });
                }
            }
            Age::Outdated => {
                count("outdated");
                // Not if somebody else has put a new one there meanwhile.
                if pages
                    .get(&key)
                    .await
                    .is_some_and(|now| Arc::ptr_eq(&now, &kept))
                {
                    pages.invalidate(&key).await;
                }
                return match self.fill(pages, key.clone(), load).await {
                    Err(Miss::Error(AppError::Unavailable | AppError::Internal { .. })) => {
                        // Better yesterday's page than none.
                        pages.insert(key, kept.clone()).await;
                        Ok(kept)
                    }
                    other => other,
                };
            }
        }
        Ok(kept)
    }

    fn age(&self, kept: &Kept) -> Age {
        let fresh = if self.shared.hears() {
            FRESH
        } else {
            FRESH_WHEN_DEAF
        };
        if self.touched.any_since(&kept.page.tags, kept.since) {
            Age::Outdated
        } else if kept.since.elapsed() > fresh {
            Age::Aged
        } else {
            Age::Fresh
        }
    }

    /// One of those who ask at the same time does the work.
    async fn fill(&self, pages: &Pages, key: String, load: Load) -> Result<Arc<Kept>, Miss> {
        let made = pages.try_get_with(key.clone(), Box::pin(self.make(&key, load)));
        made.await.map_err(|miss| (*miss).clone())
    }

    /// From Redis, where another replica has left it, or from `load`.
    async fn make(&self, key: &str, load: Load) -> Result<Arc<Kept>, Miss> {
        let since = Instant::now();
        // Searches and later pages of listings are too many, and each asked for too seldom.
        let common = !key.contains('?');
        let (found, moment) = if common {
            self.shared.find(key).await
        } else {
            (None, None)
        };
        if let Some(page) = found {
            count("shared");
            return Ok(Kept::new(page, since).await?);
        }
        let (page, oldest) = remembered::watched(load).await;
        let page = page?;
        // Other replicas may have heard of a change that was still on its way here when an older piece was taken.
        let before = oldest.map_or(Duration::ZERO, |oldest| since.duration_since(oldest));
        let before = shared::milliseconds(before.min(FRESH_WHEN_DEAF));
        let moment = moment.map(|moment| moment - before);
        self.shared.leave(key, &page, moment).await;
        Ok(Kept::new(page, since).await?)
    }
}

fn count(outcome: &'static str) {
    metrics::counter!("sokonova_pages_total", "outcome" => outcome).increment(1);
}
