//! Renders components as the server does and looks at the HTML: escaping, names and descriptions, no inline styles.

use domain::money::{Currency, Money};
use leptos::prelude::*;
use ui::*;

const HOSTILE: &str = "</textarea></title></script><script>alert(1)</script>\"'&";

fn render<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    // Without the markers between nodes.
    Owner::new()
        .with(|| view().into_any().to_html())
        .replace("<!>", "")
}

fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

#[test]
fn textarea_escapes_its_value() {
    let html = render(|| view! { <TextArea name="note" label="Note" value=HOSTILE /> });
    assert!(
        html.contains("&lt;/textarea&gt;&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)"),
        "{html}"
    );
    assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn textarea_keeps_a_leading_line_feed() {
    let html = render(|| view! { <TextArea name="note" label="Note" value="\nfirst" /> });
    assert!(html.contains(">\n\nfirst</textarea>"), "{html}");
}

#[test]
fn attributes_and_text_are_escaped() {
    let html = render(|| {
        view! {
            <TextInput name="q" label=HOSTILE value=HOSTILE hint=HOSTILE error=HOSTILE />
            <ProductCard href=HOSTILE title=HOSTILE merchant=HOSTILE price=euro(100) />
            <Notice title=HOSTILE>{HOSTILE}</Notice>
            <Select name="s" label="S" choices=vec![Choice::new(HOSTILE, HOSTILE)] />
        }
    });
    assert!(!html.contains("<script"), "{html}");
    assert!(
        !html.contains("value=\"</textarea></title></script><script>alert(1)</script>\"'"),
        "{html}"
    );
}

#[test]
fn a_title_and_a_json_document_cannot_leave_their_elements() {
    assert_eq!(
        escape_html("</title><script>alert(1)</script> & \"co\""),
        "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;"
    );
    let json = escape_json("{\"name\":\"</script><!-- & <script>\"}");
    assert_eq!(
        json,
        "{\"name\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u003cscript\\u003e\"}"
    );
}

#[test]
fn a_field_names_its_hint_and_error() {
    let html = render(
        || view! { <TextInput name="email" label="E-mail" hint="For the receipt" error="Enter it" /> },
    );
    assert!(html.contains("for=\"email\""), "{html}");
    assert!(
        html.contains("aria-describedby=\"email-hint email-error\""),
        "{html}"
    );
    assert!(html.contains("aria-invalid=\"true\""), "{html}");
    assert!(
        html.contains("id=\"email-hint\"") && html.contains("id=\"email-error\""),
        "{html}"
    );
    let html = render(|| view! { <TextInput name="email" label="E-mail" error="" /> });
    assert!(
        !html.contains("aria-describedby") && !html.contains("aria-invalid"),
        "{html}"
    );
}

#[test]
fn error_summary_links_to_the_controls_or_is_absent() {
    let html =
        render(|| view! { <ErrorSummary errors=vec![FieldError::new("city", "Enter a town")] /> });
    assert!(
        html.contains("<a href=\"#city\">Enter a town</a>"),
        "{html}"
    );
    assert!(html.contains("tabindex=\"-1\""), "{html}");
    let html = render(|| view! { <ErrorSummary errors=Vec::new() /> });
    assert!(!html.contains("error-summary"), "{html}");
}

#[test]
fn the_chosen_entry_of_a_select_is_selected() {
    let choices = vec![Choice::new("at", "Austria"), Choice::new("de", "Germany")];
    let html = render(|| view! { <Select name="country" label="Country" value="de" choices /> });
    assert!(
        html.contains("<option value=\"de\" selected>Germany</option>"),
        "{html}"
    );
    assert!(
        html.contains("<option value=\"at\">Austria</option>"),
        "{html}"
    );
}

#[test]
fn a_price_shows_a_reduction_only_when_there_is_one() {
    let html = render(|| view! { <Price amount=euro(2640) compare_at=euro(3300) badge=true /> });
    assert!(
        html.contains("€33.00") && html.contains("−20%") && html.contains("<s "),
        "{html}"
    );
    for compare_at in [
        None,
        Some(euro(2640)),
        Some(euro(1000)),
        Some(Money::new(9900, Currency::Usd)),
    ] {
        let html = render(|| view! { <Price amount=euro(2640) compare_at badge=true /> });
        assert!(
            !html.contains("<s ") && !html.contains("price-sale"),
            "{compare_at:?}: {html}"
        );
    }
}

#[test]
fn a_saving_is_rounded_down() {
    assert_eq!(saving_percent(euro(1890), euro(2362)), Some(19));
    assert_eq!(saving_percent(euro(999), euro(1000)), None);
    assert_eq!(saving_percent(euro(0), euro(1000)), Some(100));
    assert_eq!(saving_percent(euro(i64::MAX), euro(i64::MIN)), None);
}

#[test]
fn a_rating_is_one_named_image() {
    let html = render(|| view! { <Rating tenths=47 count=212 /> });
    assert!(
        html.contains("aria-label=\"Rated 4.7 out of 5, 212 reviews\""),
        "{html}"
    );
    assert!(html.contains("width=\"112.8\""), "{html}");
}

#[test]
fn a_stepper_sends_each_quantity_once() {
    let html = render(|| {
        view! {
            <QuantityStepper id="q" what="Mug" quantity=2 buttons=StepperButtons::Submit("set-1".into()) />
        }
    });
    for (label, value) in [("One less: Mug", "1"), ("One more: Mug", "3")] {
        let button = html
            .split("<button")
            .find(|tag| tag.contains(label))
            .expect("the button");
        // Of another form, so that the input is not sent with it.
        assert!(button.contains("form=\"set-1\""), "{button}");
        assert!(
            button.contains(&format!("name=\"quantity\" value=\"{value}\"")),
            "{button}"
        );
    }
    let update = html
        .split("<button")
        .find(|tag| tag.contains("Update"))
        .expect("the update button");
    assert!(
        !update.contains("form=") && !update.contains("name="),
        "{update}"
    );
}

#[test]
fn a_button_is_a_link_a_submit_or_opens_something() {
    let html = render(|| view! { <Button href="/x">"Go"</Button> });
    assert!(
        html.starts_with("<a ") && !html.contains("<button"),
        "{html}"
    );
    let html = render(|| view! { <Button>"Save"</Button> });
    assert!(html.contains("type=\"submit\""), "{html}");
    let html = render(|| view! { <Button opens="filters">"Filter"</Button> });
    assert!(
        html.contains("type=\"button\"") && html.contains("popovertarget=\"filters\""),
        "{html}"
    );
    let html = render(|| view! { <Dialog id="d" title="T">"x"</Dialog> });
    assert!(
        html.contains("popovertargetaction=\"hide\"")
            && html.contains("aria-labelledby=\"d-title\""),
        "{html}"
    );
}

#[test]
fn pictures_reserve_their_place() {
    let image = Image {
        src: "/m/a-640.webp".into(),
        srcset: Some("/m/a-320.webp 320w, /m/a-640.webp 640w".into()),
        width: 640,
        height: 800,
        alt: "A mug".into(),
        placeholder: Some("#e9d9c3".into()),
        blur: String::new(),
    };
    let html = render(|| view! { <Picture image=image.clone() eager=true /> });
    for part in [
        "width=\"640\"",
        "height=\"800\"",
        "fetchpriority=\"high\"",
        "sizes=",
        "srcset=",
        "fill=\"#e9d9c3\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let blurred = Image {
        blur: "e9d9c3".repeat(8) + "102030",
        ..image.clone()
    };
    let html = render(|| view! { <Picture image=blurred /> });
    assert!(
        html.matches("fill=\"#e9d9c3\"").count() == 8 && html.contains("fill=\"#102030\""),
        "{html}"
    );
    let html = render(|| view! { <Picture image /> });
    assert!(
        html.contains("loading=\"lazy\"") && !html.contains("fetchpriority"),
        "{html}"
    );
}

/// The content policy blocks inline styles and event handlers.
#[test]
fn nothing_is_styled_or_scripted_inline() {
    let crates = [
        include_str!("../src/action.rs"),
        include_str!("../src/card.rs"),
        include_str!("../src/choice.rs"),
        include_str!("../src/colourway.rs"),
        include_str!("../src/feedback.rs"),
        include_str!("../src/field.rs"),
        include_str!("../src/icon.rs"),
        include_str!("../src/navigation.rs"),
        include_str!("../src/overlay.rs"),
        include_str!("../src/picture.rs"),
        include_str!("../src/price.rs"),
        include_str!("../src/store/footer.rs"),
        include_str!("../src/store/header.rs"),
        include_str!("../src/table.rs"),
    ];
    for source in crates {
        for banned in [" style=", "style:", " onclick", "<style"] {
            assert!(
                !source.contains(banned),
                "{banned} in {}",
                source.lines().next().unwrap_or_default()
            );
        }
    }
}
