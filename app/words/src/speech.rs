//! Which language is spoken: by a thread while it works on a request, and by a browser's page.
//!
//! Like a tracing span, and unlike an argument, since every sentence depends on it, down to the error of a rule.

use std::{
    cell::Cell,
    pin::Pin,
    task::{Context, Poll},
};

use crate::Language;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that is spoken.
#[must_use]
pub fn language() -> Language {
    LANGUAGE.get()
}

/// From now on this thread speaks `language`: for a browser, which has one page and one thread.
pub fn set_language(language: Language) {
    LANGUAGE.set(language);
}

/// What `work` says, said in `language`.
pub fn say<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let _back = Back(LANGUAGE.replace(language));
    work()
}

/// `future`, which speaks `language` whichever threads it runs on. What it spawns does not.
pub fn speaking<F: Future>(language: Language, future: F) -> Spoken<F> {
    Spoken {
        language,
        future: Box::pin(future),
    }
}

/// See [`speaking`].
pub struct Spoken<F> {
    language: Language,
    future: Pin<Box<F>>,
}

impl<F: Future> Future for Spoken<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let language = self.language;
        say(language, || self.future.as_mut().poll(context))
    }
}

/// Puts the language back that was spoken before, also when the work panics.
struct Back(Language);

impl Drop for Back {
    fn drop(&mut self) {
        LANGUAGE.set(self.0);
    }
}
