//! What is said, and in which language.

use super::*;

#[test]
fn a_sentence_is_said_in_the_language_that_is_spoken() {
    assert_eq!(t!("Add to cart"), "Add to cart");
    assert_eq!(
        say(Language::German, || t!("Add to cart")),
        "In den Warenkorb"
    );
    assert_eq!(language(), Language::English);
}

#[test]
fn a_sentence_without_a_translation_is_said_in_english() {
    for language in Language::ALL {
        assert_eq!(
            say(language, || t!("Untranslated {thing}", thing = 5)),
            "Untranslated 5"
        );
    }
}

#[test]
fn a_sentence_that_counts_agrees_with_its_number() {
    let items =
        |language, count: usize| say(language, || tn!(count, "{count} item", "{count} items"));
    assert_eq!(items(Language::English, 1), "1 item");
    assert_eq!(items(Language::English, 0), "0 items");
    assert_eq!(items(Language::German, 1), "1 Artikel");
    assert_eq!(items(Language::French, 0), "0 article");
    assert_eq!(items(Language::French, 1234), "1\u{202f}234 articles");
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let forms = |language: Language, counts: &[u64]| -> Vec<usize> {
        counts
            .iter()
            .map(|count| language.plural_form(*count))
            .collect()
    };
    assert_eq!(
        forms(
            Language::Arabic,
            &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]
        ),
        [0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4]
    );
    assert_eq!(forms(Language::French, &[0, 1, 2]), [0, 0, 1]);
    assert_eq!(forms(Language::Swahili, &[0, 1, 2]), [1, 0, 1]);
}

#[test]
fn counts_are_of_any_whole_number() {
    assert_eq!(Count::of(-3_i32), Count::of(0_u8));
    assert_eq!(Count::of(12_345_i64).to_string(), "12,345");
}

#[test]
fn a_future_speaks_its_language_and_nobody_elses() {
    let waker = std::task::Waker::noop();
    let mut context = std::task::Context::from_waker(waker);
    let mut future = std::pin::pin!(speaking(Language::Arabic, async { language() }));
    assert_eq!(
        future.as_mut().poll(&mut context),
        std::task::Poll::Ready(Language::Arabic)
    );
    assert_eq!(language(), Language::English);
}

#[test]
fn tags_of_regions_are_those_of_their_language() {
    assert_eq!(Language::of_tag("de-AT"), Some(Language::German));
    assert_eq!(Language::of_tag("AR"), Some(Language::Arabic));
    assert_eq!(Language::of_tag("nl"), None);
}

#[test]
fn a_locale_is_what_its_tag_says() {
    let swiss = Locale {
        language: Language::German,
        region: Region::of("ch"),
    };
    assert_eq!(swiss.tag(), "de-CH");
    assert_eq!(Locale::of_tag("de-CH"), Some(swiss));
    assert_eq!(Locale::of_tag("fr"), Some(Language::French.into()));
    assert_eq!(Locale::of_tag("tlh"), None);
    for wrong in ["", "c", "CH", "che", "c1", "é"] {
        assert_eq!(Region::of(wrong), None, "{wrong}");
    }
}
