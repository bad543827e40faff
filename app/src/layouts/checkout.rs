//! The checkout's frame: nothing that leads away by accident, and no script. Whose market it is, the way back to the cart,
//! and what one may want to read before paying.

use leptos::prelude::*;
use ui::store::{QuietFooter, QuietHeader, SkipLink};
use words::t;

/// Puts `body` in the frame.
pub fn checkout_layout(body: AnyView) -> impl IntoView {
    let links = [
        (t!("Delivery"), "/pages/shipping"),
        (t!("Returns"), "/pages/returns"),
        (t!("Privacy"), "/pages/privacy"),
        (t!("Terms"), "/pages/terms"),
    ];
    view! {
        <SkipLink />
        <QuietHeader back=t!("Back to the cart") href="/cart" />
        <main id="main" tabindex="-1">{body}</main>
        <QuietFooter links=links.map(|(label, href)| (label.to_owned(), href.to_owned())).into() />
    }
}
