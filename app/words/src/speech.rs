//! What is spoken: by a thread while it works on a request, and by a browser's page.
//!
//! Like a tracing span, and unlike an argument, since every sentence depends on it, down to the error of a rule.

use std::{
    cell::RefCell,
    collections::HashMap,
    mem,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use crate::{Language, Locale, Region};

/// A language and the place it is spoken in, with the translations of what the shop's people wrote: names of categories, options
/// and the like.
#[derive(Clone, Debug, Default)]
pub struct Speech {
    pub language: Language,
    /// The market whose pages these are; none in the shop's own.
    pub region: Option<Region>,
    pub terms: Option<Arc<HashMap<String, String>>>,
}

impl From<Language> for Speech {
    fn from(language: Language) -> Self {
        Locale::from(language).into()
    }
}

impl From<Locale> for Speech {
    fn from(Locale { language, region }: Locale) -> Self {
        Self {
            language,
            region,
            terms: None,
        }
    }
}

thread_local! {
    static SPEECH: RefCell<Speech> = const {
        RefCell::new(Speech { language: Language::English, region: None, terms: None })
    };
}

/// The language that is spoken.
#[must_use]
pub fn language() -> Language {
    SPEECH.with_borrow(|speech| speech.language)
}

/// The language that is spoken, and where.
#[must_use]
pub fn locale() -> Locale {
    SPEECH.with_borrow(|speech| Locale {
        language: speech.language,
        region: speech.region,
    })
}

/// What is spoken, to be spoken elsewhere.
#[must_use]
pub fn speech() -> Speech {
    SPEECH.with_borrow(Clone::clone)
}

/// A name as the spoken language has it; as it was written where nobody has translated it.
#[must_use]
pub fn term(written: &str) -> String {
    SPEECH.with_borrow(|speech| {
        let said = speech.terms.as_ref().and_then(|terms| terms.get(written));
        said.map_or(written, String::as_str).to_owned()
    })
}

/// From now on this thread speaks so: for a browser, which has one page and one thread.
pub fn set_locale(locale: Locale) {
    SPEECH.set(locale.into());
}

/// What `work` says, said in this language.
pub fn say<T>(speech: impl Into<Speech>, work: impl FnOnce() -> T) -> T {
    let _back = Back(SPEECH.replace(speech.into()));
    work()
}

/// `future`, which speaks so whichever threads it runs on. What it spawns does not.
pub fn speaking<F: Future>(speech: impl Into<Speech>, future: F) -> Spoken<F> {
    Spoken {
        speech: speech.into(),
        future: Box::pin(future),
    }
}

/// See [`speaking`].
pub struct Spoken<F> {
    speech: Speech,
    future: Pin<Box<F>>,
}

impl<F: Future> Future for Spoken<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let speech = self.speech.clone();
        say(speech, || self.future.as_mut().poll(context))
    }
}

/// Puts back what was spoken before, also when the work panics.
struct Back(Speech);

impl Drop for Back {
    fn drop(&mut self) {
        SPEECH.set(mem::take(&mut self.0));
    }
}
