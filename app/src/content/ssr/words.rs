//! The pages of words. Those that bind somebody (privacy, terms) say openly that they are a template.

use leptos::prelude::*;
use ui::{Disclosure, Notice, Tone};
use words::t;

/// A page of words: what the head says, and the text.
pub struct StaticPage {
    pub title: &'static str,
    pub description: &'static str,
    /// One or two sentences under the title.
    lede: &'static str,
    body: fn() -> AnyView,
}

/// The slugs of all of them.
pub const WORDS: [&str; 6] = ["about", "help", "shipping", "returns", "privacy", "terms"];

/// The page of that slug.
pub fn static_page(slug: &str) -> Option<StaticPage> {
    match slug {
        "about" => Some(about()),
        "help" => Some(help()),
        "shipping" => Some(shipping()),
        "returns" => Some(returns()),
        "privacy" => Some(privacy()),
        "terms" => Some(terms()),
        _ => None,
    }
}

pub fn words(page: StaticPage) -> impl IntoView {
    view! {
        <article class="page pt-8 lg:pt-14">
            <header class="max-w-2xl">
                <h1>{page.title}</h1>
                <p class="lede mt-4">{page.lede}</p>
            </header>
            <div class="mt-10 lg:mt-14">{(page.body)()}</div>
        </article>
    }
}

/// What an operator must know before they go live with a page.
fn template() -> impl IntoView {
    view! {
        <Notice tone=Tone::Warning title=t!("A template") class="mb-8 max-w-2xl">
            <p>
                {t!("This text describes what the software does. Whoever runs this market puts their own name, address and terms here before selling anything.")}
            </p>
        </Notice>
    }
}

fn about() -> StaticPage {
    StaticPage {
        title: t!("A market hall of small makers"),
        description: t!("What Sokonova is, who sells here and who runs it."),
        lede: t!(
            "Many small workshops under one roof. One cart, one payment, and a name behind everything you buy."
        ),
        body: || {
            view! {
            <div class="prose">
                <h2>{t!("How it works")}</h2>
                <p>
                    {t!("Every shop here is run by the people who make or choose what it sells. They set their prices, keep their stock and pack their parcels. You may fill one cart from as many of them as you like and pay for it once.")}
                </p>
                <p>
                    {t!("Because each maker sends their own parcel, an order from three of them comes in three parcels. The checkout shows what each costs and how long it takes before you pay.")}
                </p>
                <h2>{t!("Open, from top to bottom")}</h2>
                <p>
                    {t!("Sokonova is free software under the AGPL. Anybody can run a market with it on their own server, look at how prices and taxes are worked out, and change what does not suit them.")}
                </p>
                <p>
                    {t!("This installation may be a demonstration: if the payment page calls itself a test bank, the makers and products are made up and nothing will be sent.")}
                </p>
                <h2>{t!("What we leave out")}</h2>
                <p>
                    {t!("No countdowns, no invented scarcity, no paid places in the listings. When a page says that three are left, three are left.")}
                </p>
            </div>
        }
        .into_any()
        },
    }
}

fn question(question: &'static str, answer: AnyView) -> impl IntoView {
    view! { <Disclosure summary=question><div class="prose">{answer}</div></Disclosure> }
}

fn help() -> StaticPage {
    StaticPage {
        title: t!("Help"),
        description: t!("Answers to what shoppers ask most: orders, payment, delivery, returns."),
        lede: t!(
            "What people ask most. If your question is about one order, the page of that order is the place to begin."
        ),
        body: || {
            view! {
            <div class="grid max-w-2xl gap-10">
                <section>
                    <h2 class="mb-4">{t!("Ordering")}</h2>
                    {question(t!("Do I need an account?"), view! { <p>{t!("No. You order as a guest; your e-mail address is enough.")}</p> }.into_any())}
                    {question(
                        t!("Can I buy from several makers at once?"),
                        view! { <p>{t!("Yes. Everything goes in one cart and is paid for once. Each maker sends their own parcel, so each has its own shipping cost.")}</p> }.into_any(),
                    )}
                    {question(
                        t!("Where do I find my order?"),
                        view! { <p>{t!("The confirmation we send you has a link to its page. Keep that mail: the link is the key, and nobody can reach the page without it.")}</p> }.into_any(),
                    )}
                    {question(
                        t!("Why did a price change in my cart?"),
                        view! { <p>{t!("A cart does not freeze prices. If a maker changes one, the cart shows the old and the new price before you check out. From the checkout on, the total you see is the one you pay.")}</p> }.into_any(),
                    )}
                    {question(
                        t!("How long is something kept for me?"),
                        view! { <p>{t!("A cart holds nothing back. When you begin the checkout, its items are held for you for some minutes; the page says how many are left.")}</p> }.into_any(),
                    )}
                </section>
                <section>
                    <h2 class="mb-4">{t!("Paying")}</h2>
                    {question(
                        t!("My payment was interrupted. Have I paid?"),
                        view! { <p>{t!("Go back to the checkout: it leads to your order's page, which says how things stand. If nothing was paid you can go on from there, or cancel and change the order. You are never charged twice for one order.")}</p> }.into_any(),
                    )}
                    {question(
                        t!("What if something sells out while I pay?"),
                        view! { <p>{t!("Your items are held while you pay. Should your payment come so late that they are gone, the order is cancelled and the money goes back by itself.")}</p> }.into_any(),
                    )}
                    {question(t!("Are taxes included?"), view! { <p>{t!("Yes, where the law of your country says that prices include them. The checkout names the tax and its amount.")}</p> }.into_any())}
                </section>
                <section>
                    <h2 class="mb-4">{t!("Delivery and returns")}</h2>
                    {question(
                        t!("Where do you deliver?"),
                        view! { <p>{t!("Each maker decides. Enter your address in the checkout and it shows who delivers to you, how, and for how much.")} " " <a href="/pages/shipping">{t!("More about shipping")}</a></p> }.into_any(),
                    )}
                    {question(
                        t!("How do I send something back?"),
                        view! { <p>{t!("Within 30 days, unused.")} " " <a href="/pages/returns">{t!("How returns work")}</a></p> }.into_any(),
                    )}
                </section>
            </div>
        }
        .into_any()
        },
    }
}

fn shipping() -> StaticPage {
    StaticPage {
        title: t!("Shipping"),
        description: t!("How parcels are sent, what it costs and how long it takes."),
        lede: t!(
            "Each maker sends their own parcel, from their own workshop, with the carrier they trust."
        ),
        body: || {
            view! {
            <div class="prose">
                <h2>{t!("What it costs")}</h2>
                <p>
                    {t!("Makers set their rates by country. Many send for free above a certain amount; what counts is the amount you buy from that maker. The checkout lists every way of sending with its price before you choose.")}
                </p>
                <h2>{t!("How long it takes")}</h2>
                <p>
                    {t!("A product's page says how soon it leaves the workshop. The checkout adds the carrier's time and shows working days, from the day you order. Things that are made to order take as long as their page says.")}
                </p>
                <h2>{t!("Several parcels")}</h2>
                <p>
                    {t!("An order from two makers comes in two parcels, perhaps on two days. Your order's page lists them apart, each with how far it is.")}
                </p>
                <h2>{t!("If a maker does not deliver to you")}</h2>
                <p>
                    {t!("The checkout says so before you pay. Use another address, or take their items out of the cart and order the rest.")}
                </p>
            </div>
        }
        .into_any()
        },
    }
}

fn returns() -> StaticPage {
    StaticPage {
        title: t!("Returns"),
        description: t!("How to send something back and when the money returns."),
        lede: t!("If it is not right, send it back within 30 days of the day it arrived."),
        body: || {
            view! {
            <div class="prose">
                <h2>{t!("In three steps")}</h2>
                <ol>
                    <li>{t!("Answer the confirmation mail of your order and say what goes back. A reason helps the maker, but you need none.")}</li>
                    <li>{t!("Pack it as well as it came. It should be unused, as you would look at it in a shop.")}</li>
                    <li>{t!("Send it to the address the maker gives you and keep the receipt.")}</li>
                </ol>
                <h2>{t!("Your money")}</h2>
                <p>
                    {t!("Once the parcel is back, the maker returns the price to the card or account you paid with. That takes the bank a few days more.")}
                </p>
                <h2>{t!("Broken, or not what you ordered")}</h2>
                <p>
                    {t!("Write at once and add a photo. You get a new one or your money back, and you do not pay for the way.")}
                </p>
                <h2>{t!("What cannot go back")}</h2>
                <p>
                    {t!("Things made to your measure or with your name on them, opened soap and cosmetics, and food.")}
                </p>
            </div>
        }
        .into_any()
        },
    }
}

fn privacy() -> StaticPage {
    StaticPage {
        title: t!("Privacy"),
        description: t!("What this market knows about you, why, and for how long."),
        lede: t!("We keep what an order needs, and nothing to follow you around with."),
        body: || {
            view! {
            {template()}
            <div class="prose">
                <h2>{t!("What is kept when you look around")}</h2>
                <p>
                    {t!("A cookie with a random number that leads to your cart, and a second one with the number of things in it. There are no advertising networks, no trackers and no pictures or scripts from elsewhere.")}
                </p>
                <h2>{t!("What is kept when you order")}</h2>
                <p>
                    {t!("Your name, e-mail address, delivery address and, if you give it, your phone number; what you bought and what it cost. The maker sees what they need to send their parcel. The payment service gets the amount and an order reference; card numbers never reach this server.")}
                </p>
                <h2>{t!("What is kept when you ask a question")}</h2>
                <p>
                    {t!("The name you give and your words, which are shown with the answer. An e-mail address, if you leave one, is used to tell you of the answer and then deleted from the question, after 90 days at the latest; the copy of that mail goes after 30 days. A question that nobody answers is deleted after a year.")}
                </p>
                <h2>{t!("Why, and for how long")}</h2>
                <p>
                    {t!("To send what you bought, to answer you, and because the law asks sellers to keep their books. Carts that nobody touches are deleted.")}
                </p>
                <h2>{t!("Your rights")}</h2>
                <p>
                    {t!("Ask for what is kept about you, have mistakes put right, and have everything deleted that no law requires to be kept. Answer any mail of this market to do so.")}
                </p>
            </div>
        }
        .into_any()
        },
    }
}

fn terms() -> StaticPage {
    StaticPage {
        title: t!("Terms"),
        description: t!("What you and the sellers owe each other."),
        lede: t!(
            "Who sells to whom, when an order counts, and what happens when something goes wrong."
        ),
        body: || {
            view! {
            {template()}
            <div class="prose">
                <h2>{t!("Who you buy from")}</h2>
                <p>
                    {t!("From the maker named beside each product. The market shows the products, takes the payment for the makers and passes it on.")}
                </p>
                <h2>{t!("When an order counts")}</h2>
                <p>
                    {t!("When your payment has arrived and the page of your order shows its number. The confirmation mail says the same. Until then nothing is owed by either side.")}
                </p>
                <h2>{t!("Prices and taxes")}</h2>
                <p>
                    {t!("The total at the button is the total you pay, with shipping, and with tax as your country requires. If it changes before you press the button, the page says so and asks again.")}
                </p>
                <h2>{t!("If it cannot be delivered")}</h2>
                <p>
                    {t!("The order, or the part that cannot be delivered, is cancelled and its price goes back to you.")}
                </p>
                <h2>{t!("Returns")}</h2>
                <p><a href="/pages/returns">{t!("As described under returns.")}</a> " " {t!("The rights your country's law gives you stay untouched.")}</p>
            </div>
        }
        .into_any()
        },
    }
}
