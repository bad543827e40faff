//! The checkout's verbs: begin, address, shipping, show, pay, and what ends it.

pub mod doors;
pub mod holds;
pub mod pages;
mod pay;
mod queries;
pub mod rest;
mod totals;
mod views;

pub use pay::{Cancelled, PayRequest, Paying, cancel_payment, pay, total_changed};
pub use totals::tax_title;
pub use views::{days, free_or, totals_rows};

use std::collections::HashMap;

use domain::{
    address::{Address, AddressForm, FieldErrors},
    ids::{CartId, CheckoutId, MerchantId, OrderGroupId},
};
use sqlx::PgConnection;
use time::OffsetDateTime;
use words::{t, term};

use super::types::{CheckoutView, Step};
use crate::{
    cart::{
        ssr::{self as cart, CartToken},
        types::CartView,
    },
    error::AppError,
    markets::{market, sells_to, ssr::own_name},
    orders::ssr::address_lines,
    ssr::{Cx, Media, secret},
};

/// A checkout as stored.
#[derive(Debug, Clone)]
pub struct Checkout {
    pub id: CheckoutId,
    pub cart: CartId,
    pub paying: bool,
    pub address_form: AddressForm,
    pub address_submitted: bool,
    /// Rate codes by merchant.
    pub shipping: HashMap<MerchantId, String>,
    pub expires_at: OffsetDateTime,
}

impl Checkout {
    /// The address, if one was submitted and is right.
    pub fn address(&self) -> Option<Address> {
        self.address_submitted
            .then(|| accepted(&self.address_form).ok())
            .flatten()
    }
}

/// The address of a form, in a country that the market sells to.
fn accepted(form: &AddressForm) -> Result<Address, FieldErrors> {
    let address = form.validate()?;
    match market() {
        Some(market) if !sells_to(address.country) => Err(FieldErrors::one(
            "country",
            t!(
                "{market} does not deliver to this country. Choose {own} at the foot of your cart to order there.",
                market = term(&market.name),
                own = own_name()
            ),
        )),
        _ => Ok(address),
    }
}

/// Begins the checkout of a cart, or goes on with it: the prices shown are agreed to and the goods held.
///
/// # Errors
/// `cart_empty`, `stock_short` (all shortages at once, in the message).
pub async fn begin(cx: &mut Cx, token: &CartToken) -> Result<(), AppError> {
    let cart = cart::lock(cx, token).await?;
    if cart.paying {
        // The page shows that a payment is under way and what can be done about it.
        return Ok(());
    }
    let media = cx.state().media.clone();
    let view = cart::show_by_id(cx.db(), &media, cart.id).await?;
    if view.is_empty() {
        return Err(AppError::rule("cart_empty", t!("Your cart is empty.")));
    }
    let id = CheckoutId::from_uuid(cx.new_id());
    let (now, expires_at) = (cx.now, expiry(cx));
    let checkout = queries::open(cx.db(), id, cart.id, now, expires_at).await?;
    cart::accept_prices(cx, cart.id, &view).await?;
    holds::hold(cx, checkout, &view, expires_at).await
}

fn expiry(cx: &Cx) -> OffsetDateTime {
    cx.now + cx.state().settings.hold_duration
}

/// The checkout of a token's cart, locked, with its holds renewed. Nothing is held for a checkout nobody goes on with.
async fn lock_active(cx: &mut Cx, token: &CartToken) -> Result<(Checkout, CartView), AppError> {
    let cart = cart::lock(cx, token).await?;
    let checkout = queries::lock(cx.db(), cart.id)
        .await?
        .ok_or(AppError::NotFound)?;
    if checkout.paying {
        return Err(AppError::conflict(
            "payment_under_way",
            t!("A payment is under way. Finish it or cancel it first."),
        ));
    }
    let media = cx.state().media.clone();
    let view = cart::show_by_id(cx.db(), &media, cart.id).await?;
    if view.is_empty() {
        return Err(AppError::rule("cart_empty", t!("Your cart is empty.")));
    }
    let expires_at = expiry(cx);
    holds::hold(cx, checkout.id, &view, expires_at).await?;
    let now = cx.now;
    queries::touch(cx.db(), checkout.id, now, expires_at).await?;
    Ok((checkout, view))
}

/// Keeps the address as typed and tells what is wrong with it.
pub async fn save_address(
    cx: &mut Cx,
    token: &CartToken,
    form: &AddressForm,
) -> Result<FieldErrors, AppError> {
    let (checkout, _) = lock_active(cx, token).await?;
    let form = bounded(form);
    let now = cx.now;
    queries::save_address(cx.db(), checkout.id, &form, now).await?;
    Ok(accepted(&form).err().unwrap_or_default())
}

/// What is kept of an address form: longer input is cut, far beyond what the rules of its fields allow.
fn bounded(form: &AddressForm) -> AddressForm {
    let cut = |text: &String| {
        text.chars()
            .filter(|c| *c != '\0')
            .take(300)
            .collect::<String>()
    };
    AddressForm {
        email: cut(&form.email),
        name: cut(&form.name),
        company: cut(&form.company),
        line1: cut(&form.line1),
        line2: cut(&form.line2),
        city: cut(&form.city),
        postcode: cut(&form.postcode),
        region: cut(&form.region),
        country: cut(&form.country),
        phone: cut(&form.phone),
    }
}

/// Notes how each merchant sends; choices that are not offered are not kept. Gives the step that allows.
pub async fn choose_shipping(
    cx: &mut Cx,
    token: &CartToken,
    rates: &HashMap<MerchantId, String>,
) -> Result<Step, AppError> {
    let (mut checkout, view) = lock_active(cx, token).await?;
    let Some(address) = checkout.address() else {
        return Ok(Step::Address);
    };
    let quotes = totals::quotes(cx.db(), &view, &address).await?;
    checkout.shipping = rates
        .iter()
        .filter(|(merchant, code)| {
            quotes
                .get(merchant)
                .is_some_and(|offered| offered.iter().any(|quote| quote.code == **code))
        })
        .map(|(merchant, code)| (*merchant, code.clone()))
        .collect();
    let now = cx.now;
    queries::save_shipping(cx.db(), checkout.id, &checkout.shipping, now).await?;
    let complete = view
        .merchants
        .iter()
        .all(|merchant| checkout.shipping.contains_key(&merchant.id));
    Ok(if complete {
        Step::Review
    } else {
        Step::Shipping
    })
}

/// What GET /checkout shows: the checkout, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Open(Box<CheckoutView>),
    /// A payment is under way for this group.
    Paying(OrderGroupId),
    /// Nothing to check out: no cart, an empty one, or a checkout that was never begun or has run out.
    Nothing,
}

/// The checkout page at `step`, or at the furthest step that what was entered allows. Reads only.
pub async fn show(
    db: &mut PgConnection,
    media: &Media,
    token: &CartToken,
    step: Option<Step>,
    now: OffsetDateTime,
) -> Result<Shown, AppError> {
    let Some(checkout) = queries::by_token(db, token).await? else {
        return Ok(Shown::Nothing);
    };
    if checkout.paying {
        return Ok(match queries::group_of(db, checkout.id).await? {
            Some(group) => Shown::Paying(group),
            None => Shown::Nothing,
        });
    }
    let view = cart::show_by_id(db, media, checkout.cart).await?;
    if view.is_empty() {
        return Ok(Shown::Nothing);
    }
    let errors = match (checkout.address_submitted, accepted(&checkout.address_form)) {
        (true, Err(errors)) => errors,
        _ => FieldErrors::new(),
    };
    let address = checkout.address();
    let sums = totals::compute(db, &view, address.as_ref(), &checkout.shipping).await?;
    let reached = match &address {
        None => Step::Address,
        Some(_) if sums.complete => Step::Review,
        Some(_) => Step::Shipping,
    };
    let left = (checkout.expires_at - now).whole_minutes();
    Ok(Shown::Open(Box::new(CheckoutView {
        step: step.unwrap_or(reached).min(reached),
        reached,
        cart: view,
        address: checkout.address_form,
        errors,
        address_lines: address.as_ref().map(address_lines).unwrap_or_default(),
        parcels: sums.parcels,
        totals: sums.view,
        held_minutes: u32::try_from(left).unwrap_or(0),
        payment_notice: None,
        idempotency_key: secret::random_token::<16>()?,
    })))
}

/// The checkout led to an order, or to its cancellation.
pub async fn finish(cx: &mut Cx, checkout: CheckoutId) -> Result<(), AppError> {
    let now = cx.now;
    queries::set_state(cx.db(), checkout, "placed", now).await
}

/// The payment came to nothing; the goods stay held while the buyer tries again.
pub async fn reopen(cx: &mut Cx, checkout: CheckoutId) -> Result<(), AppError> {
    let (now, expires_at) = (cx.now, expiry(cx));
    queries::set_state(cx.db(), checkout, "open", now).await?;
    queries::touch(cx.db(), checkout, now, expires_at).await?;
    holds::extend(cx, checkout, expires_at).await
}
