//! Telling browsers that something a page shows has changed, as long as they listen.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::{Stream, stream};
use tokio::{
    sync::broadcast::{self, error::RecvError, error::TryRecvError},
    time::{Instant, sleep, sleep_until},
};

use super::Tag;

/// News that wait for a listener; one that is further behind is told that something has changed.
const BACKLOG: usize = 256;
/// Listeners per process. Each costs a connection and a few kilobytes.
const LISTENERS: usize = 5_000;
/// A browser connects anew after so long, which spreads listeners over replicas that came later.
const LONGEST: Duration = Duration::from_secs(300);
/// At the most once in so long is a listener told: what sells by the second is looked at by many.
const PACE: Duration = Duration::from_secs(1);

#[derive(Clone)]
enum Item {
    Changed(Arc<[Tag]>),
    /// The process ends.
    End,
}

/// What this process hears of changes, for those who listen.
pub struct News {
    sender: broadcast::Sender<Item>,
    listeners: Arc<AtomicUsize>,
}

/// One place among the listeners.
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Default for News {
    fn default() -> Self {
        Self {
            sender: broadcast::Sender::new(BACKLOG),
            listeners: Arc::default(),
        }
    }
}

impl News {
    pub fn tell(&self, tags: &[Tag]) {
        // Fails when nobody listens.
        let _ = self.sender.send(Item::Changed(tags.into()));
    }

    /// Lets everybody go.
    pub fn end(&self) {
        let _ = self.sender.send(Item::End);
    }

    /// One item each time `tag` has changed, at the most once a second; ends after five minutes, or with the process. None when
    /// too many listen.
    pub fn about(&self, tag: Tag) -> Option<impl Stream<Item = ()> + Send + use<>> {
        let place = Place(self.listeners.clone());
        if self.listeners.fetch_add(1, Ordering::AcqRel) >= LISTENERS {
            return None;
        }
        let listener = Listener {
            receiver: self.sender.subscribe(),
            tag,
            until: Instant::now() + LONGEST,
            rested: Instant::now(),
            _place: place,
        };
        Some(stream::unfold(listener, |mut listener| async move {
            listener.next().await.map(|()| ((), listener))
        }))
    }
}

struct Listener {
    receiver: broadcast::Receiver<Item>,
    tag: Tag,
    until: Instant,
    /// When it may be told again.
    rested: Instant,
    _place: Place,
}

impl Listener {
    async fn next(&mut self) -> Option<()> {
        loop {
            let item = tokio::select! {
                item = self.receiver.recv() => item,
                () = sleep_until(self.until) => return None,
            };
            match item {
                Ok(Item::Changed(tags)) if !tags.contains(&self.tag) => {}
                Ok(Item::End) | Err(RecvError::Closed) => return None,
                Ok(Item::Changed(_)) | Err(RecvError::Lagged(_)) => break,
            }
        }
        sleep(self.rested.saturating_duration_since(Instant::now())).await;
        self.rested = Instant::now() + PACE;
        // What came while it rested is said with this.
        loop {
            match self.receiver.try_recv() {
                Ok(Item::Changed(_)) | Err(TryRecvError::Lagged(_)) => {}
                Ok(Item::End) | Err(TryRecvError::Closed) => return None,
                Err(TryRecvError::Empty) => return Some(()),
            }
        }
    }
}
