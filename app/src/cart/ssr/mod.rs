//! The cart's verbs.

pub mod doors;
pub mod pages;
mod queries;
pub mod rest;
mod views;

use domain::{
    cart::{CartTotals, LineInput},
    ids::{CartId, CartLineId, VariantId},
    money::{Currency, Money},
    quantity::Quantity,
};
use sqlx::PgConnection;
use uuid::Uuid;
use words::t;

use super::types::{CartLineView, CartMerchantView, CartView};
use crate::{
    catalog::ssr::{CartVariant, offer, variants_for_cart},
    error::AppError,
    markets::currency,
    ssr::{Cx, Media, secret},
};

/// More lines than anybody fills by hand; keeps pages and holds bounded.
const MAX_LINES: i64 = 100;

/// What the holder of a cart shows for it: 256 random bits. Only its hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct CartToken(String);

impl CartToken {
    fn new() -> Result<Self, AppError> {
        secret::random_token::<32>().map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn hash(&self) -> Vec<u8> {
        secret::sha256(self.0.as_bytes())
    }
}

impl From<String> for CartToken {
    fn from(token: String) -> Self {
        Self(token)
    }
}

/// An open cart. Locked by [`lock`], so that a change and a checkout of it cannot cross.
#[derive(Debug, Clone)]
pub struct OpenCart {
    pub id: CartId,
    /// A payment for it is under way; it must not change until that is settled or cancelled.
    pub paying: bool,
}

/// Locks the open cart of that token for the rest of the transaction.
pub async fn lock(cx: &mut Cx, token: &CartToken) -> Result<OpenCart, AppError> {
    queries::lock_open(cx.db(), &token.hash())
        .await?
        .ok_or(AppError::NotFound)
}

/// Whether there is an open cart of that token.
pub async fn is_open(db: &mut PgConnection, token: &CartToken) -> Result<bool, AppError> {
    queries::is_open(db, &token.hash()).await
}

/// The cart of that token when it was ordered already.
pub async fn placed(cx: &mut Cx, token: &CartToken) -> Result<Option<CartId>, AppError> {
    queries::placed(cx.db(), &token.hash()).await
}

async fn lock_to_change(cx: &mut Cx, token: &CartToken) -> Result<OpenCart, AppError> {
    let cart = lock(cx, token).await?;
    if cart.paying {
        return Err(AppError::conflict(
            "payment_under_way",
            t!(
                "A payment for this cart is under way. Finish it or cancel it before changing the cart."
            ),
        ));
    }
    Ok(cart)
}

/// Makes an empty cart.
pub async fn create(cx: &mut Cx) -> Result<CartToken, AppError> {
    let token = CartToken::new()?;
    let id = CartId::from_uuid(cx.new_id());
    let now = cx.now;
    queries::insert_cart(cx.db(), id, &token.hash(), currency(), now).await?;
    metrics::counter!("sokonova_carts_created_total").increment(1);
    Ok(token)
}

/// A cart that begins with a line.
struct NewCart {
    id: CartId,
    line: CartLineId,
    variant: VariantId,
    quantity: Quantity,
    price: Money,
    currency: Currency,
}

/// A cart after an addition.
#[derive(Debug)]
pub struct Added {
    /// Pieces in the cart when it is a new one, which holds nothing else.
    pub alone: Option<Quantity>,
    /// Fewer were put in than asked for, because no more are left.
    pub limited: bool,
}

/// Puts `quantity` of a variant in the cart of `token`, or in a new one. Never more than are left; `limited` tells.
pub async fn add_line(
    cx: &mut Cx,
    token: Option<&CartToken>,
    variant: VariantId,
    quantity: Quantity,
) -> Result<(CartToken, Added), AppError> {
    let open = match token {
        Some(token) => lock_to_change(cx, token)
            .await
            .map(|cart| Some((token.clone(), cart))),
        None => Ok(None),
    };
    let (token, cart) = match open {
        Ok(Some(open)) => open,
        // None yet; or it was placed meanwhile, or forgotten, and a new one takes its place.
        Ok(None) | Err(AppError::NotFound) => return add_to_new(cx, variant, quantity).await,
        Err(error) => return Err(error),
    };
    let wanted = offer(cx.db(), variant).await?.ok_or(AppError::NotFound)?;
    let standing = queries::standing(cx.db(), cart.id, variant).await?;
    if standing.quantity.is_none() && standing.lines >= MAX_LINES {
        return Err(AppError::rule(
            "cart_full",
            t!("A cart holds at most 100 different products."),
        ));
    }
    let asked = standing
        .quantity
        .map_or(quantity, |present| present.saturating_add(quantity));
    let (granted, limited) = limit(asked, wanted.available.map(|free| free + standing.held))?;
    let id = CartLineId::from_uuid(cx.new_id());
    let now = cx.now;
    queries::put_line(cx.db(), cart.id, id, variant, granted, wanted.price, now).await?;
    let alone = None;
    Ok((token, Added { alone, limited }))
}

/// A new cart with its first line. Two statements.
async fn add_to_new(
    cx: &mut Cx,
    variant: VariantId,
    quantity: Quantity,
) -> Result<(CartToken, Added), AppError> {
    let wanted = offer(cx.db(), variant).await?.ok_or(AppError::NotFound)?;
    let (granted, limited) = limit(quantity, wanted.available)?;
    let token = CartToken::new()?;
    let cart = NewCart {
        id: CartId::from_uuid(cx.new_id()),
        line: CartLineId::from_uuid(cx.new_id()),
        variant,
        quantity: granted,
        price: wanted.price,
        currency: currency(),
    };
    let now = cx.now;
    queries::insert_cart_with_line(cx.db(), &token.hash(), &cart, now).await?;
    metrics::counter!("sokonova_carts_created_total").increment(1);
    let alone = Some(granted);
    Ok((token, Added { alone, limited }))
}

/// Changes the quantity of a line and takes the present price as seen. Tells whether fewer than asked for are left.
pub async fn set_quantity(
    cx: &mut Cx,
    token: &CartToken,
    line: CartLineId,
    quantity: Quantity,
) -> Result<bool, AppError> {
    let cart = lock_to_change(cx, token).await?;
    let variant = queries::variant_of_line(cx.db(), cart.id, line)
        .await?
        .ok_or(AppError::NotFound)?;
    let wanted = offer(cx.db(), variant).await?.ok_or(AppError::NotFound)?;
    let held = queries::held(cx.db(), cart.id, variant).await?;
    let (granted, limited) = limit(quantity, wanted.available.map(|free| free + held))?;
    let now = cx.now;
    queries::put_line(cx.db(), cart.id, line, variant, granted, wanted.price, now).await?;
    Ok(limited)
}

/// Takes a line out; one that is out already is no error, so the request may be repeated.
pub async fn remove_line(cx: &mut Cx, token: &CartToken, line: CartLineId) -> Result<(), AppError> {
    let cart = lock_to_change(cx, token).await?;
    let now = cx.now;
    queries::delete_line(cx.db(), cart.id, line, now).await
}

/// Takes the prices of `view`, which is of this cart, as seen: what is shown next is what the buyer agrees to.
pub async fn accept_prices(cx: &mut Cx, cart: CartId, view: &CartView) -> Result<(), AppError> {
    let lines = view.merchants.iter().flat_map(|merchant| &merchant.lines);
    let (lines, prices): (Vec<Uuid>, Vec<i64>) = lines
        .map(|line| (line.id.as_uuid(), line.unit_price.minor))
        .unzip();
    let currency = view.subtotal.currency;
    queries::requote(cx.db(), cart, &lines, &prices, currency).await
}

/// Ends a cart whose goods were bought.
pub async fn close(cx: &mut Cx, cart: CartId) -> Result<(), AppError> {
    let now = cx.now;
    queries::close(cx.db(), cart, now).await
}

/// At most as many as are left.
fn limit(asked: Quantity, available: Option<u32>) -> Result<(Quantity, bool), AppError> {
    match available {
        Some(left) if left < asked.get() => {
            let left = Quantity::try_from(i64::from(left))
                .map_err(|_| AppError::rule("sold_out", t!("Sorry, this has just sold out.")))?;
            Ok((left, true))
        }
        _ => Ok((asked, false)),
    }
}

/// The cart of a token; an unknown or placed one shows as empty. Two statements, however many lines.
pub async fn show(
    db: &mut PgConnection,
    media: &Media,
    token: Option<&CartToken>,
) -> Result<CartView, AppError> {
    let lines = match token {
        Some(token) => queries::lines_by_token(db, &token.hash()).await?,
        None => Vec::new(),
    };
    view(db, media, lines).await
}

/// The cart of an id, as [`show`].
pub async fn show_by_id(
    db: &mut PgConnection,
    media: &Media,
    cart: CartId,
) -> Result<CartView, AppError> {
    let lines = queries::lines_by_id(db, cart).await?;
    view(db, media, lines).await
}

async fn view(
    db: &mut PgConnection,
    media: &Media,
    lines: Vec<queries::Line>,
) -> Result<CartView, AppError> {
    let ids: Vec<VariantId> = lines.iter().map(|line| line.variant).collect();
    let variants = if ids.is_empty() {
        Vec::new()
    } else {
        variants_for_cart(db, media, &ids).await?
    };
    let paired: Vec<(queries::Line, CartVariant)> = lines
        .into_iter()
        .filter_map(|line| {
            let variant = variants
                .iter()
                .find(|variant| variant.id == line.variant)?
                .clone();
            Some((line, variant))
        })
        .collect();
    let inputs = paired
        .iter()
        .map(|(line, variant)| input(line, variant))
        .collect::<Result<Vec<_>, AppError>>()?;
    let totals = CartTotals::of(currency(), &inputs)?;
    Ok(assemble(&totals, &inputs, &paired))
}

fn input(line: &queries::Line, variant: &CartVariant) -> Result<LineInput, AppError> {
    Ok(LineInput {
        line: line.id,
        variant: line.variant,
        merchant: variant.merchant,
        unit_price: variant.price,
        // What was seen in another currency is no change of the price.
        quoted_price: if line.quoted_currency == variant.price.currency.code() {
            Money::new(line.quoted_price_minor, variant.price.currency)
        } else {
            variant.price
        },
        quantity: line.quantity,
        // What is no longer sold is none left.
        available: if variant.sellable {
            variant.available.map(|free| free + line.held)
        } else {
            Some(0)
        },
    })
}

fn assemble(
    totals: &CartTotals,
    inputs: &[LineInput],
    paired: &[(queries::Line, CartVariant)],
) -> CartView {
    let merchants: Vec<CartMerchantView> = totals
        .merchants
        .iter()
        .map(|merchant| {
            let lines: Vec<CartLineView> = merchant
                .lines
                .iter()
                .filter_map(|total| {
                    let at = inputs.iter().position(|input| input.line == total.line)?;
                    let variant = &paired.get(at)?.1;
                    Some(CartLineView {
                        id: total.line,
                        variant: total.variant,
                        product_slug: variant.product_slug.clone(),
                        title: variant.title.clone(),
                        variant_title: variant.variant_title.clone(),
                        picture: variant.picture.clone(),
                        quantity: total.quantity,
                        unit_price: total.unit_price,
                        total: total.total,
                        notices: total.notices.clone(),
                        input: inputs[at],
                    })
                })
                .collect();
            let first = paired
                .iter()
                .find(|(_, variant)| variant.merchant == merchant.merchant);
            CartMerchantView {
                id: merchant.merchant,
                slug: first
                    .map(|(_, variant)| variant.merchant_slug.clone())
                    .unwrap_or_default(),
                name: first
                    .map(|(_, variant)| variant.merchant_name.clone())
                    .unwrap_or_default(),
                lines,
                subtotal: merchant.subtotal,
            }
        })
        .collect();
    let blocked = totals
        .lines()
        .any(|line| line.notices.iter().any(|notice| notice.blocks_checkout()));
    CartView {
        merchants,
        subtotal: totals.subtotal,
        item_count: totals.item_count,
        blocked,
    }
}
