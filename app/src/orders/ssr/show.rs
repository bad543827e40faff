//! The order page's data: what was frozen at placement, and the timeline.

use domain::{
    address::Address,
    ids::OrderGroupId,
    money::Money,
    order::{OrderEvent, OrderNumber},
};
use sqlx::PgConnection;
use time::format_description::well_known::Rfc3339;
use words::{t, term};

use super::queries::{self, GroupRow};
use crate::{
    address::in_locale,
    checkout::{ssr::tax_title, types::TotalsView},
    error::AppError,
    orders::types::{EventView, OrderLineView, OrderPartView, OrderView, Progress},
    ssr::{AppState, Media, internal::internal, locale, money},
};

/// The path of a group's page, where and in the language it is bought in.
pub async fn path_of_group(state: &AppState, group: OrderGroupId) -> Result<String, AppError> {
    let mut db = state.db.checkout().acquire().await?;
    let (token, locale) = queries::access(&mut db, group)
        .await?
        .ok_or(AppError::NotFound)?;
    Ok(in_locale(locale, &format!("/orders/{token}")))
}

/// The order of a token. Four statements.
pub async fn show(
    db: &mut PgConnection,
    media: &Media,
    token: &str,
) -> Result<OrderView, AppError> {
    let well_formed = token
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !well_formed {
        return Err(AppError::NotFound);
    }
    let group = queries::group_by_token(db, token)
        .await?
        .ok_or(AppError::NotFound)?;
    let id = OrderGroupId::from_uuid(group.id);
    let parts = queries::part_rows(db, id).await?;
    let lines = queries::line_rows(db, id).await?;
    let events = queries::event_rows(db, id).await?;
    let progress = progress(&group);
    let parts = parts
        .into_iter()
        .map(|part| {
            let own = lines.iter().filter(|line| line.order_id == part.id);
            let lines = own
                .map(|line| line_view(line, media, &group.currency))
                .collect::<Result<Vec<_>, _>>()?;
            part_view(part, lines, &group.currency, progress)
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    let address: Address = serde_json::from_value(group.address.clone())?;
    Ok(OrderView {
        token: token.to_owned(),
        number: number(&group)?,
        progress,
        email: group.email.clone(),
        address_lines: address_lines(&address),
        parts,
        totals: totals(&group)?,
        timeline: events
            .iter()
            .map(event_view)
            .collect::<Result<Vec<_>, _>>()?,
        placed_at: group
            .placed_at
            .map(|at| at.format(&Rfc3339))
            .transpose()
            .map_err(|error| internal("date", &error))?,
        payment_url: group.payment_url,
    })
}

fn progress(group: &GroupRow) -> Progress {
    match group.state.as_str() {
        "placed" => Progress::Confirmed,
        "cancelled" => Progress::Cancelled,
        _ => Progress::AwaitingPayment,
    }
}

/// "SK-100001", once placed.
pub(super) fn number(group: &GroupRow) -> Result<Option<String>, AppError> {
    let number = group.number.map(OrderNumber::try_from).transpose();
    Ok(number
        .map_err(|error| internal("order number", &error))?
        .map(|number| number.to_string()))
}

pub(super) fn totals(group: &GroupRow) -> Result<TotalsView, AppError> {
    let amount = |minor| money(minor, &group.currency);
    Ok(TotalsView {
        items: amount(group.items_minor)?,
        shipping: Some(amount(group.shipping_minor)?),
        tax: amount(group.tax_minor)?,
        tax_inclusive: group.tax_inclusive,
        tax_name: tax_title(&group.tax_name).to_owned(),
        total: amount(group.total_minor)?,
    })
}

/// An address as it is written on a parcel.
pub fn address_lines(address: &Address) -> Vec<String> {
    address.lines(&locale::country(address.country))
}

fn part_view(
    part: queries::PartRow,
    lines: Vec<OrderLineView>,
    currency: &str,
    progress: Progress,
) -> Result<OrderPartView, AppError> {
    let days = |days: i32| u32::try_from(days).unwrap_or(0);
    let status = match (progress, part.fulfilment_state.as_str()) {
        (Progress::AwaitingPayment, _) => t!("Awaiting payment"),
        (Progress::Cancelled, _) => t!("Cancelled"),
        (Progress::Confirmed, "fulfilled") => t!("On its way"),
        (Progress::Confirmed, "partial") => t!("Partly on its way"),
        (Progress::Confirmed, "delivered") => t!("Delivered"),
        (Progress::Confirmed, "returned") => t!("Returned"),
        (Progress::Confirmed, _) => t!("Paid, being prepared"),
    };
    Ok(OrderPartView {
        merchant_name: part.merchant_name,
        merchant_slug: part.merchant_slug,
        status: status.to_owned(),
        lines,
        items: money(part.items_minor, currency)?,
        shipping: money(part.shipping_minor, currency)?,
        shipping_name: term(&part.shipping_name),
        shipping_days: (days(part.shipping_min_days), days(part.shipping_max_days)),
        total: money(part.total_minor, currency)?,
    })
}

fn line_view(
    line: &queries::LineRow,
    media: &Media,
    currency: &str,
) -> Result<OrderLineView, AppError> {
    Ok(OrderLineView {
        product_slug: line.product_slug.clone(),
        title: line.title.clone(),
        variant_title: line.variant_title.clone(),
        picture: line.picture(media),
        quantity: u32::try_from(line.quantity).unwrap_or(0),
        unit_price: money(line.unit_price_minor, currency)?,
        total: money(line.total_minor, currency)?,
    })
}

fn event_view(event: &queries::EventRow) -> Result<EventView, AppError> {
    let kind: OrderEvent = event
        .kind
        .parse()
        .map_err(|error: domain::UnknownName| internal("event", &error))?;
    let text = match (kind, &event.merchant_name) {
        (OrderEvent::Placed, Some(merchant)) => t!("{merchant} received your order", merchant),
        (OrderEvent::PaymentCaptured, _) => match captured(&event.data) {
            Some(amount) => t!("Payment of {amount} received", amount = amount.format()),
            None => kind.title().to_owned(),
        },
        (OrderEvent::Cancelled, _) if event.data["reason"] == "sold_out" => {
            t!("Sold out before your payment arrived; the money goes back").to_owned()
        }
        (_, Some(merchant)) => format!("{} — {merchant}", kind.title()),
        (_, None) => kind.title().to_owned(),
    };
    Ok(EventView {
        text,
        at: event
            .created_at
            .format(&Rfc3339)
            .map_err(|error| internal("date", &error))?,
    })
}

fn captured(data: &serde_json::Value) -> Option<Money> {
    let currency = data["currency"].as_str()?.parse().ok()?;
    Money::parse_decimal(data["amount"].as_str()?, currency).ok()
}
