//! What questions look like: on a product's page, on a page of their own, the form to ask, and the page to answer.

use domain::question;
use leptos::prelude::*;
use ui::{
    ArrowLink, Breadcrumbs, Button, Crumb, Emphasis, ErrorSummary, FieldError, Glyph, Icon, Notice,
    Picture, Ratio, Size, TextArea, TextInput, Tone,
};
use words::t;

use crate::{
    catalog::{
        ssr::cards::{address, decorative, spoken},
        types::ProductCardView,
    },
    questions::types::{
        AnswerView, AskView, QuestionPage, QuestionState, QuestionView, QuestionsView,
    },
};

/// The section of a product's page: the newest, the way to all, and the way to ask.
pub fn section(slug: &str, merchant: &str, page: &QuestionPage) -> impl IntoView + use<> {
    let product = format!("/p/{slug}");
    let more = page.next.is_some().then(|| {
        view! {
            <p class="mt-8">
                <ArrowLink href=format!("{product}/questions")>{t!("All questions")}</ArrowLink>
            </p>
        }
    });
    let list = list(page.questions.clone(), merchant);
    view! {
        <section class="page section" id="questions">
            <div class="section-head"><h2>{t!("Questions")}</h2></div>
            <div class="questions">
                {invitation(&product, merchant)}
                <div class="questions-list">{list} {more}</div>
            </div>
        </section>
    }
}

/// A page of nothing but a product's questions.
pub fn questions_page(view: QuestionsView) -> impl IntoView {
    let product = format!("/p/{}", view.product.slug);
    let all = format!("{product}/questions");
    let first = view
        .later
        .then(|| view! { <Button href=all.clone()>{t!("Newest questions")}</Button> });
    let next = view.page.next.as_deref().map(|after| {
        let older = address(&all, &[("after", Some(after))]);
        view! { <Button href=older>{t!("Older questions")}</Button> }
    });
    let pages = (first.is_some() || next.is_some()).then(|| {
        view! { <nav class="mt-8 flex gap-4" aria-label=t!("Pages")>{first} {next}</nav> }
    });
    let merchant = view.product.merchant_name.clone();
    view! {
        <div class="page section pt-4 lg:pt-6">
            {crumbs(&view.product, t!("Questions"))}
            <h1 class="mt-4">{t!("Questions about {title}", title = view.product.title)}</h1>
            <div class="questions mt-8">
                {invitation(&product, &merchant)}
                <div class="questions-list">
                    {list(view.page.questions, &merchant)}
                    {pages}
                </div>
            </div>
        </div>
    }
}

fn crumbs(product: &ProductCardView, here: &str) -> impl IntoView + use<> {
    let crumbs = vec![
        Crumb::link("Sokonova", "/"),
        Crumb::link(product.title.clone(), format!("/p/{}", product.slug)),
        Crumb::here(here),
    ];
    view! { <Breadcrumbs crumbs /> }
}

/// How to ask.
fn invitation(product: &str, merchant: &str) -> impl IntoView + use<> {
    view! {
        <div class="questions-invitation">
            <p>{t!("Something you would like to know before you buy? {merchant} answers here.", merchant)}</p>
            <Button href=format!("{product}/ask")>{t!("Ask the maker")}</Button>
        </div>
    }
}

fn list(questions: Vec<QuestionView>, merchant: &str) -> AnyView {
    if questions.is_empty() {
        let none = t!("No questions yet. Yours would be the first.");
        return view! { <p class="muted">{none}</p> }.into_any();
    }
    let from = t!("{merchant} answers", merchant);
    let entries = questions
        .into_iter()
        .map(|question| entry(question, from.clone()))
        .collect_view();
    view! { <ul>{entries}</ul> }.into_any()
}

fn entry(question: QuestionView, from: String) -> impl IntoView {
    view! {
        <li class="question">
            <p class="question-body">{question.body}</p>
            {asked_by(question.author, question.asked_at)}
            <div class="review-reply">
                <p class="review-reply-from">{from}</p>
                <p class="question-answer">{question.answer}</p>
            </div>
        </li>
    }
}

fn asked_by(author: String, at: String) -> impl IntoView {
    let day = spoken(&at);
    view! { <p class="question-by">{author} ", " <time datetime=at>{day}</time></p> }
}

/// The product one asks about, as one line with its picture.
fn about(product: &ProductCardView) -> impl IntoView + use<> {
    let picture = product.picture.as_ref().and_then(decorative).map(|image| {
        view! { <Picture image=image ratio=Ratio::Square sizes="4rem" class="question-picture" /> }
    });
    view! {
        <div class="question-product">
            {picture}
            <p>
                <a class="link" href=format!("/p/{}", product.slug)>{product.title.clone()}</a>
                <span class="muted block">{product.merchant_name.clone()}</span>
            </p>
        </div>
    }
}

/// The form to ask.
pub fn ask(view: AskView) -> impl IntoView {
    let action = format!("/p/{}/ask", view.product.slug);
    let wrong = |field: &str| view.errors.get(field).map(str::to_owned);
    let (name, email, body) = (wrong("name"), wrong("email"), wrong("body"));
    // As the fields are, from top to bottom.
    let summary: Vec<FieldError> = [("body", &body), ("name", &name), ("email", &email)]
        .into_iter()
        .filter_map(|(field, message)| Some(FieldError::new(field, message.clone()?)))
        .collect();
    let refused = view.refused.clone().map(|message| {
        view! {
            <Notice tone=Tone::Danger title=t!("Your question was not sent") class="mb-6">
                <p>{message}</p>
            </Notice>
        }
    });
    let hint = format!(
        "{} {}",
        t!(
            "{merchant} reads it and answers on the product’s page.",
            merchant = view.product.merchant_name
        ),
        t!("Up to {most} characters.", most = question::BODY.end())
    );
    view! {
        <div class="page section pt-4 lg:pt-6">
            {crumbs(&view.product, t!("Ask the maker"))}
            <div class="question-column">
                <h1>{t!("Ask the maker")}</h1>
                {about(&view.product)}
                {refused}
                // The server says what is wrong, the same way for every field and with everything typed kept.
                <form method="post" action=action novalidate>
                    <div class="fields">
                        <ErrorSummary errors=summary />
                        <TextArea
                            name="body"
                            label=t!("Your question")
                            hint
                            value=view.typed.body.clone()
                            error=body
                            rows=5
                            maxlength=most(&question::BODY)
                            required=true
                        />
                        <TextInput
                            name="name"
                            label=t!("Name to show")
                            autocomplete="nickname"
                            hint=t!("Shown beside your question. A first name will do.")
                            value=view.typed.name.clone()
                            error=name
                            maxlength=most(&question::NAME)
                            required=true
                        />
                        <TextInput
                            name="email"
                            label=t!("E-mail")
                            kind="email"
                            autocomplete="email"
                            hint=t!("Only to tell you of the answer. Nobody sees it, and it is deleted afterwards.")
                            value=view.typed.email.clone()
                            error=email
                            maxlength=254
                            optional=true
                        />
                        {trap()}
                        <input type="hidden" name="key" value=view.key.clone() />
                        <Button emphasis=Emphasis::Primary size=Size::Large class="mt-2 justify-self-start">
                            {t!("Send your question")}
                        </Button>
                    </div>
                </form>
            </div>
        </div>
    }
}

/// The most characters of a field.
fn most(allowed: &std::ops::RangeInclusive<usize>) -> u32 {
    u32::try_from(*allowed.end()).unwrap_or(u32::MAX)
}

/// A field that nobody sees or reaches, for programs that fill in every one they find.
fn trap() -> impl IntoView {
    view! {
        <div class="sr-only" aria-hidden="true">
            <label for="website">{t!("Leave this empty")}</label>
            <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
        </div>
    }
}

/// The question is on its way.
pub fn sent(product: ProductCardView) -> impl IntoView {
    let back = format!("/p/{}", product.slug);
    let merchant = product.merchant_name.clone();
    view! {
        <div class="page section pt-4 lg:pt-6">
            {crumbs(&product, t!("Ask the maker"))}
            <div class="question-column">
                <h1>{t!("Your question is sent")}</h1>
                {about(&product)}
                <Notice tone=Tone::Success title=t!("{merchant} has been told", merchant)>
                    <p>
                        {t!("Your question will be on the product’s page together with the answer. If you left an address, we write to you then.")}
                    </p>
                </Notice>
                <p class="mt-8"><Button href=back>{t!("Back to the product")}</Button></p>
            </div>
        </div>
    }
}

/// Where a merchant answers.
pub fn question(token: &str, view: AnswerView) -> impl IntoView + use<> {
    let product = format!("/p/{}", view.product_slug);
    let error = view.errors.get("answer").map(str::to_owned);
    let summary: Vec<FieldError> = error
        .iter()
        .map(|message| FieldError::new("answer", message.clone()))
        .collect();
    let (publish, keep_back) = match view.state {
        QuestionState::Pending => (
            t!("Publish question and answer"),
            Some(t!("Do not publish")),
        ),
        QuestionState::Published => (t!("Change the answer"), Some(t!("Do not publish any more"))),
        QuestionState::Hidden => (t!("Publish question and answer"), None),
    };
    let keep_back = keep_back.map(|label| {
        view! { <Button name="decision" value="hide" size=Size::Large>{label}</Button> }
    });
    let most_characters = t!("Up to {most} characters.", most = question::ANSWER.end());
    let hint = if view.will_be_told {
        format!("{} {most_characters}", t!("The asker gets it by mail."))
    } else {
        most_characters
    };
    view! {
        <div class="page section pt-6 lg:pt-10">
            <div class="question-column">
                <h1>{t!("A question about your work")}</h1>
                <p class="lede mt-3">
                    <a class="link" href=product.clone()>{view.product_title.clone()}</a>
                </p>
                {standing(view.state, &product)}
                <figure class="question-asked">
                    <blockquote><p class="question-body">{view.body}</p></blockquote>
                    <figcaption>{asked_by(view.author, view.asked_at)}</figcaption>
                </figure>
                <form method="post" action=format!("/questions/{token}") novalidate>
                    <div class="fields">
                        <ErrorSummary errors=summary />
                        <TextArea
                            name="answer"
                            label=t!("Your answer")
                            hint
                            value=view.answer
                            error
                            rows=7
                            maxlength=most(&question::ANSWER)
                            required=true
                        />
                        <div class="mt-2 flex flex-wrap gap-3">
                            <Button name="decision" value="publish" emphasis=Emphasis::Primary size=Size::Large>{publish}</Button>
                            {keep_back}
                        </div>
                    </div>
                </form>
                <p class="muted mt-8 flex gap-2 text-sm">
                    <Icon glyph=Glyph::Info />
                    <span>{t!("Keep this address to yourself: whoever has it can answer in your name.")}</span>
                </p>
            </div>
        </div>
    }
}

/// What became of the question so far.
fn standing(state: QuestionState, product: &str) -> Option<AnyView> {
    let there = format!("{product}#questions");
    match state {
        QuestionState::Pending => None,
        QuestionState::Published => Some(
            view! {
                <Notice tone=Tone::Success title=t!("Published") class="mt-6">
                    <p>
                        <a class="link" href=there>{t!("Question and answer are on the product’s page.")}</a>
                        " "
                        {t!("You can change your answer here at any time.")}
                    </p>
                </Notice>
            }
            .into_any(),
        ),
        QuestionState::Hidden => Some(
            view! {
                <Notice title=t!("Not published") class="mt-6">
                    <p>{t!("Nobody sees this question. Should you change your mind, answer it here.")}</p>
                </Notice>
            }
            .into_any(),
        ),
    }
}
