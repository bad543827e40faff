//! Pages and changes between replicas, through Redis: what one has rendered the others may show, and what one changes the
//! others hear of. Everything here may be lost at any time.
//!
//! Moments are Redis' own milliseconds, so replicas' clocks need not agree.

use std::{
    borrow::Cow,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use axum::http::StatusCode;
use fred::{
    clients::{Pool, SubscriberClient},
    interfaces::{ClientLike, EventInterface, LuaInterface, PubsubInterface},
    types::Value,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::Locale;

use super::{FRESH, KEPT, Page, Tag};

/// Gives the present moment and the page, unless one of its tags has changed since it was made, or so shortly before that the
/// database it was read from may not have known.
const FIND: &str = "
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local page = redis.call('hmget', KEYS[1], 'made', 'tags', 'page')
if not page[1] then return { now } end
for tag in string.gmatch(page[2], '%S+') do
  local touched = redis.call('get', ARGV[1] .. tag)
  if touched and tonumber(touched) + tonumber(ARGV[2]) >= tonumber(page[1]) then return { now } end
end
return { now, page[3] }";
/// Keeps a page that was made at a moment.
const LEAVE: &str = "
redis.call('hset', KEYS[1], 'made', ARGV[1], 'tags', ARGV[2], 'page', ARGV[3])
redis.call('expire', KEYS[1], ARGV[4])";
/// Notes what has changed, and tells who says so.
const TELL: &str = "
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for tag in string.gmatch(ARGV[2], '%S+') do redis.call('set', ARGV[1] .. tag, now, 'ex', ARGV[3]) end
redis.call('publish', KEYS[1], ARGV[4] .. ' ' .. ARGV[2])";
/// Between two attempts to tell.
const PAUSE: Duration = Duration::from_secs(1);

/// A page on its way through Redis.
#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    html: Cow<'a, str>,
    locale: Cow<'a, str>,
    wakes: bool,
    tags: String,
}

pub struct Shared {
    redis: Pool,
    /// What the keys of pages, and of tags, begin with.
    pages: String,
    tags: String,
    channel: String,
    /// How far the database that pages are read from may be behind.
    lag: Duration,
    /// This process among the replicas.
    name: String,
    /// Changes that are not noted in Redis yet, which therefore may have pages that are not good any more.
    untold: AtomicUsize,
    subscriber: OnceLock<SubscriberClient>,
}

impl Shared {
    /// Shops of different addresses may share a Redis; replicas of different builds do, while one replaces the other.
    pub fn new(redis: Pool, address: &str, build: &str, lag: Duration) -> Self {
        Self {
            redis,
            pages: format!("page:{address}:{build}:"),
            tags: format!("page-tag:{address}:"),
            channel: format!("page-changes:{address}"),
            lag,
            name: Uuid::new_v4().simple().to_string(),
            untold: AtomicUsize::new(0),
            subscriber: OnceLock::new(),
        }
    }

    /// Whether changes of other replicas are heard; also where nobody listens, since then there is nobody else.
    pub fn hears(&self) -> bool {
        self.subscriber
            .get()
            .is_none_or(|subscriber| subscriber.is_connected())
    }

    /// Calls `heard` with what others have changed; after a lost connection that may be everything.
    pub fn listen(
        &self,
        subscriber: SubscriberClient,
        heard: impl Fn(&[Tag]) + Clone + Send + Sync + 'static,
    ) {
        let (reconnected, channel) = (heard.clone(), self.channel.clone());
        let subscribing = subscriber.clone();
        // Also the first time. What was told before the subscription stands is missed.
        drop(subscriber.on_reconnect(move |_| {
            let (client, channel, heard) =
                (subscribing.clone(), channel.clone(), reconnected.clone());
            async move {
                client.subscribe(channel.as_str()).await?;
                heard(&[Tag::Everything]);
                Ok(())
            }
        }));
        let name = self.name.clone();
        drop(subscriber.on_message(move |message| {
            let text = message.value.as_string().unwrap_or_default();
            // What this process has told it knew already.
            if !text.starts_with(&name) {
                heard(&parse(&text));
            }
            async { Ok(()) }
        }));
        drop(subscriber.connect());
        // A second one would be a second server in this process; the first hears for it.
        let _ = self.subscriber.set(subscriber);
    }

    /// The page, if it is there and good, and the present moment; neither while Redis is away.
    pub async fn find(&self, key: &str) -> (Option<Page>, Option<i64>) {
        if !self.redis.is_connected() || self.untold.load(Ordering::Acquire) > 0 {
            return (None, None);
        }
        let key = format!("{}{key}", self.pages);
        let arguments: Vec<Value> = vec![self.tags.as_str().into(), milliseconds(self.lag).into()];
        let found: Result<Vec<Value>, _> = self.redis.eval(FIND, key, arguments).await;
        let mut found = found.unwrap_or_default().into_iter();
        let moment = found.next().and_then(|value| value.as_i64());
        let page = found.next().and_then(|value| unpack(value.as_bytes()?));
        (page, moment)
    }

    /// Leaves a page for the others, made from what was there at `moment`.
    pub async fn leave(&self, key: &str, page: &Page, moment: Option<i64>) {
        let Some(moment) = moment.filter(|_| page.status == StatusCode::OK && !page.private) else {
            return;
        };
        let tags = listed(&page.tags);
        let envelope = Envelope {
            html: page.html.as_str().into(),
            locale: page.locale.tag().into(),
            wakes: page.wakes,
            tags: tags.clone(),
        };
        let Ok(packed) = serde_json::to_string(&envelope) else {
            return;
        };
        let arguments: Vec<Value> = vec![
            moment.into(),
            format!("{tags} {}", Tag::Everything).into(),
            packed.into(),
            i64::try_from(FRESH.as_secs()).unwrap_or(i64::MAX).into(),
        ];
        let left: Result<(), _> = self
            .redis
            .eval(LEAVE, format!("{}{key}", self.pages), arguments)
            .await;
        if let Err(error) = left {
            tracing::debug!(%error, "a page is not shared");
        }
    }

    /// From now on there is something to [`Shared::tell`].
    pub fn owe(&self) {
        self.untold.fetch_add(1, Ordering::AcqRel);
    }

    /// Tells the others, and later readers of what is in Redis, what was owed. Tries again while Redis is away, for as long
    /// as a page that is there could be shown.
    pub async fn tell(&self, tags: &[Tag]) {
        let began = Instant::now();
        while let Err(error) = self.try_to_tell(tags).await {
            if began.elapsed() > FRESH {
                tracing::warn!(%error, "other replicas were not told of a change");
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.untold.fetch_sub(1, Ordering::AcqRel);
    }

    async fn try_to_tell(&self, tags: &[Tag]) -> Result<(), fred::error::Error> {
        let arguments: Vec<Value> = vec![
            self.tags.as_str().into(),
            listed(tags).into(),
            // Longer than any page is kept.
            i64::try_from(KEPT.as_secs()).unwrap_or(i64::MAX).into(),
            self.name.as_str().into(),
        ];
        self.redis
            .eval(TELL, self.channel.as_str(), arguments)
            .await
    }
}

pub fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn listed(tags: &[Tag]) -> String {
    let words: Vec<String> = tags.iter().map(Tag::to_string).collect();
    words.join(" ")
}

fn parse(words: &str) -> Vec<Tag> {
    let words = words.split_whitespace();
    words.filter_map(|word| word.parse().ok()).collect()
}

fn unpack(packed: &[u8]) -> Option<Page> {
    let envelope: Envelope<'_> = serde_json::from_slice(packed).ok()?;
    Some(Page {
        status: StatusCode::OK,
        private: false,
        tags: parse(&envelope.tags),
        html: envelope.html.into_owned(),
        locale: Locale::of_tag(&envelope.locale)?,
        wakes: envelope.wakes,
    })
}
