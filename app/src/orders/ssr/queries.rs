//! All SQL of orders.

use domain::{
    ids::{CartId, CheckoutId, MerchantId, OrderGroupId, OrderId, OrderLineId, VariantId},
    ledger::JournalEntry,
    money::Money,
    order::{OrderEvent, OrderState},
    tax::TaxLine,
};
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;
use words::{Language, Locale, Region, language};

use super::{
    LockedGroup, StoredState,
    draft::{DraftPart, NewDraft, Snapshot},
    place::Part,
};
use crate::{
    cart::types::CartLineView,
    catalog::types::PictureView,
    error::AppError,
    markets::ssr as markets,
    ssr::{Media, internal::internal, money},
};

pub async fn lock_cart_of(db: &mut PgConnection, group: OrderGroupId) -> Result<(), AppError> {
    sqlx::query_scalar!(
        "select c.id from carts c where c.id = (select cart_id from order_groups where id = $1) for update",
        group.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(())
}

pub async fn lock_group(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<LockedGroup, AppError> {
    let row = sqlx::query!(
        "select id, cart_id, checkout_id, state from order_groups where id = $1 for update",
        group.as_uuid()
    )
    .fetch_one(db)
    .await?;
    let state = match row.state.as_str() {
        "draft" => StoredState::Draft,
        "placed" => StoredState::Placed,
        _ => StoredState::Cancelled,
    };
    Ok(LockedGroup {
        id: OrderGroupId::from_uuid(row.id),
        cart: CartId::from_uuid(row.cart_id),
        checkout: CheckoutId::from_uuid(row.checkout_id),
        state,
    })
}

pub async fn group_of_cart(
    db: &mut PgConnection,
    cart: CartId,
) -> Result<Option<OrderGroupId>, AppError> {
    let id = sqlx::query_scalar!(
        "select id from order_groups where cart_id = $1",
        cart.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(id.map(OrderGroupId::from_uuid))
}

pub async fn delete_draft_parts(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<(), AppError> {
    sqlx::query!(
        "delete from order_lines l using orders o where o.id = l.order_id and o.group_id = $1 and o.state = 'draft'",
        group.as_uuid()
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from orders where group_id = $1 and state = 'draft'",
        group.as_uuid()
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_group(
    db: &mut PgConnection,
    id: OrderGroupId,
    token: &str,
    draft: &NewDraft<'_>,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    let whole = &draft.totals.whole;
    sqlx::query!(
        "insert into order_groups (id, cart_id, checkout_id, access_token, state, email, address, currency, items_minor,
             shipping_minor, discount_minor, tax_minor, tax_inclusive, total_minor, tax_name, created_at, language, market)
         values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        id.as_uuid(),
        draft.cart.as_uuid(),
        draft.checkout.as_uuid(),
        token,
        draft.address.email,
        serde_json::to_value(draft.address)?,
        whole.total.currency.code(),
        whole.items.minor,
        whole.shipping.minor,
        whole.discounts.minor,
        whole.tax.minor,
        whole.tax_inclusive,
        whole.total.minor,
        draft.zone.name,
        now,
        language().tag(),
        markets::code()
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn update_group(
    db: &mut PgConnection,
    id: OrderGroupId,
    draft: &NewDraft<'_>,
) -> Result<(), AppError> {
    let whole = &draft.totals.whole;
    sqlx::query!(
        "update order_groups set email = $2, address = $3, items_minor = $4, shipping_minor = $5, discount_minor = $6,
             tax_minor = $7, tax_inclusive = $8, total_minor = $9, tax_name = $10, language = $11,
             currency = $12, market = $13
         where id = $1 and state = 'draft'",
        id.as_uuid(),
        draft.address.email,
        serde_json::to_value(draft.address)?,
        whole.items.minor,
        whole.shipping.minor,
        whole.discounts.minor,
        whole.tax.minor,
        whole.tax_inclusive,
        whole.total.minor,
        draft.zone.name,
        language().tag(),
        whole.total.currency.code(),
        markets::code()
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Basis points of the first rule that names the merchant or nobody.
pub async fn commission_bp(db: &mut PgConnection, merchant: MerchantId) -> Result<i32, AppError> {
    let found = sqlx::query_scalar!(
        "select percent_bp from commission_rules where merchant_id is null or merchant_id = $1 order by position limit 1",
        merchant.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(found.unwrap_or(0))
}

#[expect(clippy::too_many_arguments, reason = "one row's columns")]
pub async fn insert_order(
    db: &mut PgConnection,
    id: OrderId,
    group: OrderGroupId,
    position: i32,
    part: &DraftPart<'_>,
    commission_bp: i32,
    commission: Money,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    let totals = &part.totals.totals;
    let shipping_tax = &part.totals.taxes.shipping;
    sqlx::query!(
        "insert into orders (id, group_id, position, merchant_id, merchant_name, merchant_slug, state, payment_state,
             fulfilment_state, currency, items_minor, shipping_minor, discount_minor, tax_minor, tax_inclusive, total_minor,
             shipping_code, shipping_name, shipping_min_days, shipping_max_days, shipping_tax_bp, shipping_tax_minor,
             commission_bp, commission_minor, created_at)
         values ($1, $2, $3, $4, $5, $6, 'draft', 'pending', 'unfulfilled', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
             $17, $18, $19, $20, $21, $22)",
        id.as_uuid(),
        group.as_uuid(),
        position,
        part.merchant.id.as_uuid(),
        part.merchant.name,
        part.merchant.slug,
        totals.total.currency.code(),
        totals.items.minor,
        totals.shipping.minor,
        totals.discounts.minor,
        totals.tax.minor,
        totals.tax_inclusive,
        totals.total.minor,
        part.shipping.code,
        part.shipping.name,
        i32::from(part.shipping.min_days),
        i32::from(part.shipping.max_days),
        i32::try_from(shipping_tax.rate_bp).unwrap_or(0),
        shipping_tax.tax.minor,
        commission_bp,
        commission.minor,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What the cart does not carry: the product's id, the SKU and the picture of a variant now.
pub async fn snapshot(db: &mut PgConnection, variant: VariantId) -> Result<Snapshot, AppError> {
    Ok(sqlx::query_as!(
        Snapshot,
        r#"select v.product_id, p.title, v.option_values, v.sku,
               coalesce(v.media_id, (select m.media_id from product_media m where m.product_id = v.product_id
                                     order by m.position limit 1)) as media_id
           from variants v join products p on p.id = v.product_id where v.id = $1"#,
        variant.as_uuid()
    )
    .fetch_one(db)
    .await?)
}

pub async fn insert_line(
    db: &mut PgConnection,
    id: OrderLineId,
    order: OrderId,
    position: i32,
    line: &CartLineView,
    snapshot: &Snapshot,
    tax: &TaxLine,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into order_lines (id, order_id, position, variant_id, product_id, product_slug, title, variant_title, sku,
             media_id, unit_price_minor, quantity, total_minor, tax_bp, tax_minor, written_title, written_variant_title)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        id.as_uuid(),
        order.as_uuid(),
        position,
        line.variant.as_uuid(),
        snapshot.product_id,
        line.product_slug,
        line.title,
        line.variant_title,
        snapshot.sku,
        snapshot.media_id,
        line.unit_price.minor,
        i32::try_from(line.quantity.get()).unwrap_or(i32::MAX),
        line.total.minor,
        i32::try_from(tax.rate_bp).unwrap_or(0),
        tax.tax.minor,
        snapshot.title,
        snapshot.option_values.join(" / ")
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn parts(db: &mut PgConnection, group: OrderGroupId) -> Result<Vec<Part>, AppError> {
    let rows = sqlx::query!(
        "select id, merchant_id, state, currency, total_minor, commission_minor from orders
         where group_id = $1 order by position",
        group.as_uuid()
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Part {
                id: OrderId::from_uuid(row.id),
                merchant: MerchantId::from_uuid(row.merchant_id),
                state: row
                    .state
                    .parse()
                    .map_err(|error: domain::UnknownName| internal("order state", &error))?,
                total: money(row.total_minor, &row.currency)?,
                commission: money(row.commission_minor, &row.currency)?,
            })
        })
        .collect()
}

/// Pieces by variant over all lines of a group, where stock limits sales.
pub async fn wanted(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<Vec<(VariantId, u32)>, AppError> {
    let rows = sqlx::query!(
        r#"select l.variant_id, sum(l.quantity)::int as "quantity!" from order_lines l
           join orders o on o.id = l.order_id join variants v on v.id = l.variant_id
           where o.group_id = $1 and v.stock_policy = 'tracked' group by l.variant_id order by l.variant_id"#,
        group.as_uuid()
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            (
                VariantId::from_uuid(row.variant_id),
                u32::try_from(row.quantity).unwrap_or(0),
            )
        })
        .collect())
}

pub async fn set_placed(
    db: &mut PgConnection,
    group: OrderGroupId,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update order_groups set state = 'placed', number = nextval('order_numbers'), placed_at = $2
         where id = $1 and state = 'draft'",
        group.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn set_cancelled(db: &mut PgConnection, group: OrderGroupId) -> Result<(), AppError> {
    sqlx::query!(
        "update order_groups set state = 'cancelled' where id = $1",
        group.as_uuid()
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn set_order_state(
    db: &mut PgConnection,
    order: OrderId,
    state: OrderState,
    payment_state: &str,
) -> Result<(), AppError> {
    sqlx::query!(
        "update orders set state = $2, payment_state = $3 where id = $1",
        order.as_uuid(),
        state.as_str(),
        payment_state
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_event(
    db: &mut PgConnection,
    group: OrderGroupId,
    order: Option<OrderId>,
    kind: OrderEvent,
    data: &serde_json::Value,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into order_events (group_id, order_id, kind, data, created_at) values ($1, $2, $3, $4, $5)",
        group.as_uuid(),
        order.map(OrderId::as_uuid),
        kind.as_str(),
        data,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_entry(
    db: &mut PgConnection,
    id: Uuid,
    kind: &str,
    cause: Uuid,
    entry: &JournalEntry,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into journal_entries (id, kind, cause_id, created_at) values ($1, $2, $3, $4)",
        id,
        kind,
        cause,
        now
    )
    .execute(&mut *db)
    .await?;
    for posting in entry
        .postings()
        .iter()
        .filter(|posting| !posting.amount.is_zero())
    {
        sqlx::query!(
            "insert into journal_postings (entry_id, account, merchant_id, currency, amount_minor)
             values ($1, $2, $3, $4, $5)",
            id,
            posting.account.code(),
            posting.account.merchant().map(MerchantId::as_uuid),
            posting.amount.currency.code(),
            posting.amount.minor
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// The token of a group's page, and the language it was bought in.
pub async fn access(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<Option<(String, Locale)>, AppError> {
    let row = sqlx::query!(
        "select access_token, language, market from order_groups where id = $1",
        group.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| {
        let language = Language::of_tag(&row.language).unwrap_or_default();
        let region = row.market.as_deref().and_then(Region::of);
        (row.access_token, Locale { language, region })
    }))
}

/// An order group as shown.
pub struct GroupRow {
    pub id: Uuid,
    pub number: Option<i64>,
    pub state: String,
    pub email: String,
    pub address: serde_json::Value,
    pub currency: String,
    pub items_minor: i64,
    pub shipping_minor: i64,
    pub tax_minor: i64,
    pub tax_inclusive: bool,
    pub tax_name: String,
    pub total_minor: i64,
    pub placed_at: Option<OffsetDateTime>,
    /// Where a payment under way goes on.
    pub payment_url: Option<String>,
}

pub async fn group_by_token(
    db: &mut PgConnection,
    token: &str,
) -> Result<Option<GroupRow>, AppError> {
    Ok(sqlx::query_as!(
        GroupRow,
        r#"select g.id, g.number, g.state, g.email, g.address, g.currency, g.items_minor, g.shipping_minor, g.tax_minor,
               g.tax_inclusive, g.tax_name, g.total_minor, g.placed_at,
               (select p.redirect_url from payments p
                where p.group_id = g.id and p.state in ('created', 'redirected', 'unknown')) as payment_url
           from order_groups g where g.access_token = $1"#,
        token
    )
    .fetch_optional(db)
    .await?)
}

/// A merchant's part as shown.
pub struct PartRow {
    pub id: Uuid,
    pub merchant_name: String,
    pub merchant_slug: String,
    pub fulfilment_state: String,
    pub items_minor: i64,
    pub shipping_minor: i64,
    pub shipping_name: String,
    pub shipping_min_days: i32,
    pub shipping_max_days: i32,
    pub total_minor: i64,
    pub merchant_email: String,
}

pub async fn part_rows(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<Vec<PartRow>, AppError> {
    Ok(sqlx::query_as!(
        PartRow,
        "select o.id, o.merchant_name, o.merchant_slug, o.fulfilment_state, o.items_minor, o.shipping_minor,
             o.shipping_name, o.shipping_min_days, o.shipping_max_days, o.total_minor, m.email as merchant_email
         from orders o join merchants m on m.id = o.merchant_id where o.group_id = $1 order by o.position",
        group.as_uuid()
    )
    .fetch_all(db)
    .await?)
}

/// A line as shown: named as it was bought in the language of that, else as its merchant wrote it.
pub struct LineRow {
    pub order_id: Uuid,
    pub product_slug: String,
    pub title: String,
    pub variant_title: String,
    pub unit_price_minor: i64,
    pub quantity: i32,
    pub total_minor: i64,
    media_id: Option<Uuid>,
    widths: Option<Vec<i32>>,
    width: Option<i32>,
    height: Option<i32>,
    placeholder: Option<String>,
}

impl LineRow {
    pub fn picture(&self, media: &Media) -> Option<PictureView> {
        let pixels = |pixels: Option<i32>| u32::try_from(pixels.unwrap_or(0)).unwrap_or(0);
        Some(PictureView {
            base: media.base(self.media_id?),
            widths: self
                .widths
                .iter()
                .flatten()
                .map(|width| pixels(Some(*width)))
                .collect(),
            width: pixels(self.width),
            height: pixels(self.height),
            alt: self.title.clone(),
            placeholder: self.placeholder.clone().unwrap_or_default(),
            blur: String::new(),
        })
    }
}

pub async fn line_rows(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<Vec<LineRow>, AppError> {
    Ok(sqlx::query_as!(
        LineRow,
        r#"select l.order_id, l.product_slug, case when g.language = $2 then l.title else l.written_title end as "title!",
               case when g.language = $2 then l.variant_title else l.written_variant_title end as "variant_title!", l.unit_price_minor, l.quantity, l.total_minor,
               l.media_id, m.widths as "widths?", m.width as "width?", m.height as "height?",
               m.placeholder as "placeholder?"
           from order_lines l join orders o on o.id = l.order_id join order_groups g on g.id = o.group_id
           left join media m on m.id = l.media_id
           where o.group_id = $1 order by o.position, l.position"#,
        group.as_uuid(),
        language().tag()
    )
    .fetch_all(db)
    .await?)
}

/// An entry of the timeline.
pub struct EventRow {
    pub kind: String,
    pub data: serde_json::Value,
    pub created_at: OffsetDateTime,
    pub merchant_name: Option<String>,
}

pub async fn event_rows(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<Vec<EventRow>, AppError> {
    Ok(sqlx::query_as!(
        EventRow,
        r#"select e.kind, e.data, e.created_at, o.merchant_name as "merchant_name?"
           from order_events e left join orders o on o.id = e.order_id where e.group_id = $1 order by e.id"#,
        group.as_uuid()
    )
    .fetch_all(db)
    .await?)
}

/// Notes that an order's pairs are counted; false when they were, or there is no such placed order.
pub async fn claim_pairs(
    db: &mut PgConnection,
    group: Uuid,
    now: OffsetDateTime,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update order_groups set pairs_counted_at = $2
         where id = $1 and state = 'placed' and pairs_counted_at is null",
        group,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The products of an order, each once.
pub async fn products(db: &mut PgConnection, group: Uuid) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select distinct l.product_id from order_lines l join orders o on o.id = l.order_id where o.group_id = $1",
        group
    )
    .fetch_all(db)
    .await
}
