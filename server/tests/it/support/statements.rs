//! Which SQL statements some work costs.
//!
//! sqlx tells of each statement in an event of the target `sqlx::query`; a subscriber around the work keeps them.

use std::{
    fmt::Debug,
    sync::{Arc, Mutex, Once},
};

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
    static BACKGROUND: Once = Once::new();
    // The thread that first meets an event decides for all threads whether it interests anybody. With a subscriber of this
    // work alone, a thread of another test would say no.
    BACKGROUND.call_once(|| {
        tracing::subscriber::set_global_default(Registry::default()).expect("the only global one");
    });
    let statements = Statements::default();
    let subscriber = Registry::default().with(statements.clone());
    let result = work.with_subscriber(subscriber).await;
    let found = statements.0.lock().expect("nothing panicked").clone();
    (result, found)
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
