//! Which SQL statements some work costs, and work that dies after one of them.
//!
//! sqlx tells of each statement, once it is done, in an event of the target `sqlx::query`; a subscriber around the work
//! hears of it.

use std::{
    fmt::Debug,
    panic::{AssertUnwindSafe, resume_unwind},
    sync::{
        Arc, Mutex, Once,
        atomic::{AtomicUsize, Ordering},
    },
};

use futures::FutureExt;
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    instrument::WithSubscriber,
};
use tracing_subscriber::{
    Layer, Registry,
    layer::{Context, SubscriberExt},
};

/// What the work gives, and the first words of each statement, in order.
pub async fn statements_of<T>(work: impl Future<Output = T>) -> (T, Vec<String>) {
    let statements = Statements::default();
    let result = heard_by(statements.clone(), work).await;
    let found = statements.0.lock().expect("nothing panicked").clone();
    (result, found)
}

/// Lets work die after so many statements (0: after the first), as its process might: what it holds is dropped there, and
/// Postgres hears no more of it. Whether it got through before.
pub async fn dies_after<T>(statements: usize, work: impl Future<Output = T>) -> bool {
    let death = Death {
        after: statements,
        seen: AtomicUsize::new(0),
    };
    heard_by(death, AssertUnwindSafe(work).catch_unwind())
        .await
        .is_ok()
}

async fn heard_by<T>(
    layer: impl Layer<Registry> + Send + Sync,
    work: impl Future<Output = T>,
) -> T {
    static BACKGROUND: Once = Once::new();
    // The thread that first meets an event decides for all threads whether it interests anybody. With a subscriber of this
    // work alone, a thread of another test would say no.
    BACKGROUND.call_once(|| {
        tracing::subscriber::set_global_default(Registry::default()).expect("the only global one");
    });
    work.with_subscriber(Registry::default().with(layer)).await
}

struct Death {
    after: usize,
    seen: AtomicUsize,
}

impl<S: Subscriber> Layer<S> for Death {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let is_statement = event.metadata().target() == "sqlx::query";
        if is_statement && self.seen.fetch_add(1, Ordering::Relaxed) == self.after {
            // Not `panic!`, which would write a backtrace for each.
            resume_unwind(Box::new("died as asked"));
        }
    }
}

#[derive(Clone, Default)]
struct Statements(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            let mut summary = Summary(String::new());
            event.record(&mut summary);
            self.0.lock().expect("nothing panicked").push(summary.0);
        }
    }
}

struct Summary(String);

impl Visit for Summary {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "summary" {
            self.0 = format!("{value:?}");
        }
    }
}
