//! A cart while it is being changed in the browser: what is shown at once, what the server has told, what it has still to be
//! asked. Called by the cart's island.
//!
//! Invariants: one request at a time, so that answers cannot overtake each other; the server's answer replaces everything
//! but the changes it has not heard of yet; an error brings back what the server told last; a page that is left sends what
//! it has not said yet.

use std::collections::VecDeque;

use domain::{
    cart::CartTotals,
    ids::CartLineId,
    quantity::{Quantity, QuantityError},
};
use leptos::{ev, html, prelude::*, task::spawn_local, wasm_bindgen::JsCast};
use web_sys::{HtmlFormElement, UrlSearchParams};
use words::t;

use super::{
    badge::set_count,
    server_fns::{remove_line, set_quantity},
    types::CartView,
};
use crate::{address::here, error::AppError};

/// What a shopper does to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Set(CartLineId, Quantity),
    Remove(CartLineId),
}

impl Change {
    const fn line(self) -> CartLineId {
        match self {
            Self::Set(line, _) | Self::Remove(line) => line,
        }
    }

    async fn ask(self) -> Result<CartView, AppError> {
        match self {
            Self::Set(line, quantity) => set_quantity(line, quantity).await,
            Self::Remove(line) => remove_line(line).await,
        }
    }

    /// Says it without waiting for an answer: such a request outlives its page. Saying it twice changes nothing.
    fn leave_behind(self) {
        let (address, quantity) = match self {
            Self::Set(_, quantity) => ("/api/cart/set", Some(quantity)),
            Self::Remove(_) => ("/api/cart/remove", None),
        };
        let Ok(form) = UrlSearchParams::new() else {
            return;
        };
        form.append("line", &self.line().to_string());
        if let Some(quantity) = quantity {
            form.append("quantity", &quantity.to_string());
        }
        // The browser refuses only a full queue, and then nobody is left who could be told.
        let _ = window()
            .navigator()
            .send_beacon_with_opt_url_search_params(&here(address), Some(&form));
    }

    /// The cart with this change, as the server will answer unless something else changed meanwhile.
    pub fn apply(self, cart: &CartView) -> CartView {
        let mut inputs = cart.inputs();
        match self {
            Self::Set(line, quantity) => {
                for input in inputs.iter_mut().filter(|input| input.line == line) {
                    input.quantity = quantity;
                    // The server takes the present price as seen, and so does the shopper, who has just read it.
                    input.quoted_price = input.unit_price;
                }
            }
            Self::Remove(line) => inputs.retain(|input| input.line != line),
        }
        let Ok(totals) = CartTotals::of(cart.subtotal.currency, &inputs) else {
            return cart.clone();
        };
        let mut after = cart.clone();
        for merchant in &mut after.merchants {
            merchant.lines.retain_mut(|line| {
                let (Some(total), Some(input)) = (
                    totals.line(line.id),
                    inputs.iter().find(|input| input.line == line.id),
                ) else {
                    return false;
                };
                line.quantity = total.quantity;
                line.total = total.total;
                line.notices.clone_from(&total.notices);
                line.input = *input;
                true
            });
            if let Some(total) = totals
                .merchants
                .iter()
                .find(|total| total.merchant == merchant.id)
            {
                merchant.subtotal = total.subtotal;
            }
        }
        after
            .merchants
            .retain(|merchant| !merchant.lines.is_empty());
        after.subtotal = totals.subtotal;
        after.item_count = totals.item_count;
        after.blocked = !after.is_empty() && !totals.can_check_out();
        after
    }
}

/// What to say about a line's last change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub line: CartLineId,
    pub message: String,
}

/// A cart while it is being changed.
#[derive(Clone, Copy)]
pub struct Basket {
    /// The server's last answer with everything that is not answered yet applied to it.
    pub shown: RwSignal<CartView>,
    told: StoredValue<CartView>,
    /// Not asked yet, oldest first.
    waiting: StoredValue<VecDeque<Change>>,
    asking: StoredValue<Option<Change>>,
    /// The id of a form to send once the server has heard of every change.
    then_send: StoredValue<Option<&'static str>>,
    pub trouble: RwSignal<Option<Trouble>>,
    /// Takes the focus when the button that had it is gone.
    pub region: NodeRef<html::Div>,
}

impl Basket {
    pub fn new(view: CartView) -> Self {
        Self {
            shown: RwSignal::new(view.clone()),
            told: StoredValue::new(view),
            waiting: StoredValue::new(VecDeque::new()),
            asking: StoredValue::new(None),
            then_send: StoredValue::new(None),
            trouble: RwSignal::new(None),
            region: NodeRef::new(),
        }
    }

    /// Sends what is not answered yet when the page is left. Does nothing on the server.
    pub fn outlive_the_page(self) {
        Effect::new(move |_| {
            let handle = window_event_listener(ev::pagehide, move |_| {
                let rest = self
                    .waiting
                    .try_update_value(std::mem::take)
                    .unwrap_or_default();
                self.asking
                    .get_value()
                    .into_iter()
                    .chain(rest)
                    .for_each(Change::leave_behind);
            });
            on_cleanup(move || handle.remove());
        });
    }

    /// Whether a form that reads the cart on the server may go now. If not, it goes after the last answer, unless that
    /// brings trouble the shopper has to see first.
    pub fn may_send(self, form: &'static str) -> bool {
        let quiet = self.asking.get_value().is_none();
        if !quiet {
            self.then_send.set_value(Some(form));
        }
        quiet
    }

    /// Shows a change at once and sees to it that the server is asked.
    pub fn change(self, change: Change) {
        self.trouble.set(None);
        let before = self.shown.get_untracked();
        let after = change.apply(&before);
        if after == before {
            return;
        }
        self.show(after);
        self.waiting.update_value(|waiting| {
            waiting.retain(|earlier| earlier.line() != change.line());
            waiting.push_back(change);
        });
        if let (Change::Remove(_), Some(region)) = (change, self.region.get_untracked()) {
            // A failure only means that the focus stays where it is.
            let _ = region.focus();
        }
        self.then_send.set_value(None);
        if self.asking.get_value().is_none() {
            spawn_local(self.ask());
        }
    }

    /// Asks for all that is waiting, one after the other.
    async fn ask(self) {
        while let Some(change) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            self.asking.set_value(Some(change));
            match change.ask().await {
                Ok(cart) => self.settle(change, cart),
                Err(error) => {
                    self.waiting.update_value(VecDeque::clear);
                    self.complain(change.line(), explain(&error));
                    self.show(self.told.get_value());
                }
            }
        }
        self.asking.set_value(None);
        if let (Some(form), None) = (self.then_send.get_value(), self.trouble.get_untracked()) {
            send(form);
        }
        self.then_send.set_value(None);
    }

    fn settle(self, change: Change, cart: CartView) {
        if let (Change::Set(line, asked), Some(now)) = (change, quantity_of(&cart, change.line()))
            && now < asked
        {
            self.complain(
                line,
                t!(
                    "Only {left} left. We changed the quantity to that.",
                    left = now
                ),
            );
        }
        self.told.set_value(cart.clone());
        let shown = self.waiting.with_value(|waiting| {
            waiting
                .iter()
                .fold(cart, |cart, change| change.apply(&cart))
        });
        self.show(shown);
    }

    fn show(self, cart: CartView) {
        set_count(cart.item_count);
        self.shown.set(cart);
    }

    fn complain(self, line: CartLineId, message: String) {
        self.trouble.set(Some(Trouble { line, message }));
    }

    /// A quantity as typed.
    pub fn typed(self, line: CartLineId, text: &str) {
        let quantity: Result<Quantity, QuantityError> = text.parse();
        match quantity {
            Ok(quantity) => self.change(Change::Set(line, quantity)),
            Err(error) => self.complain(line, error.to_string()),
        }
    }
}

/// How many of a line there are; none when it is out.
pub fn quantity_of(cart: &CartView, line: CartLineId) -> Option<Quantity> {
    cart.merchants
        .iter()
        .flat_map(|merchant| &merchant.lines)
        .find(|own| own.id == line)
        .map(|own| own.quantity)
}

/// Sends a form as its button does, without asking its handlers again.
fn send(id: &str) {
    let form = document()
        .get_element_by_id(id)
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    if let Some(form) = form {
        // Fails only for a form that is not in the page, and it was found there.
        let _ = form.submit();
    }
}

fn explain(error: &AppError) -> String {
    match error {
        AppError::NotFound => {
            t!("This cart was changed elsewhere. Reload the page to see it as it is now.")
                .to_owned()
        }
        other => other.to_string(),
    }
}
