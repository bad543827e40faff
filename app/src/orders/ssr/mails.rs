//! The mails of an order: confirmation to the buyer, a notice to each merchant, and the bad news when it came to nothing.

use domain::ids::OrderGroupId;
use leptos::prelude::*;
use words::{Language, Locale, speaking, t};

use super::{queries, show};
use crate::{
    error::AppError,
    orders::types::{OrderPartView, OrderView},
    ssr::{
        Cx,
        mail::{self, Mail, document},
        terms::speech,
    },
};

/// Tells the buyer that the order is placed, in the language it was bought in, and each merchant what to send, in the shop's own.
pub async fn confirm(cx: &mut Cx, group: OrderGroupId) -> Result<(), AppError> {
    let (token, locale) = access(cx, group).await?;
    let speech = speech(cx.state(), locale).await;
    speaking(speech, to_buyer(cx, group, &token)).await?;
    speaking(Language::default(), to_merchants(cx, group, &token)).await
}

async fn access(cx: &mut Cx, group: OrderGroupId) -> Result<(String, Locale), AppError> {
    let access = queries::access(cx.db(), group).await?;
    access.ok_or(AppError::NotFound)
}

async fn to_buyer(cx: &mut Cx, group: OrderGroupId, token: &str) -> Result<(), AppError> {
    let (order, link) = order(cx, token).await?;
    let number = order.number.clone().unwrap_or_default();
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("order-confirmation:{group}"),
            to: order.email.clone(),
            subject: t!("Your order {number}", number),
            text: confirmation_text(&order, &number, &link),
            html: html(
                &t!("Thank you for your order {number}", number),
                &order.parts,
                &order,
                &link,
                t!("View your order"),
            ),
        },
    )
    .await
}

async fn to_merchants(cx: &mut Cx, group: OrderGroupId, token: &str) -> Result<(), AppError> {
    let (order, _) = order(cx, token).await?;
    let number = order.number.clone().unwrap_or_default();
    let emails = queries::part_rows(cx.db(), group).await?;
    for (part, row) in order.parts.iter().zip(emails) {
        mail::queue(
            cx,
            Mail {
                dedup_key: format!("order-notice:{}", row.id),
                to: row.merchant_email,
                subject: t!(
                    "New order {number}: {amount}",
                    number,
                    amount = part.items.format()
                ),
                text: notice_text(part, &order, &number),
                html: notice_html(part, &order, &number),
            },
        )
        .await?;
    }
    Ok(())
}

/// Tells the buyer that the goods were gone when the payment came, and that the money goes back.
pub async fn sold_out(cx: &mut Cx, group: OrderGroupId) -> Result<(), AppError> {
    let (token, locale) = access(cx, group).await?;
    speaking(locale, apology(cx, group, &token)).await
}

async fn apology(cx: &mut Cx, group: OrderGroupId, token: &str) -> Result<(), AppError> {
    let (order, link) = order(cx, token).await?;
    let text = format!(
        "{}\n\n{}\n\n{link}\n",
        t!("We are sorry: what you ordered sold out before your payment arrived."),
        t!(
            "We have cancelled the order and are giving {total} back the way you paid. You need not do anything.",
            total = order.totals.total.format()
        ),
    );
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("order-sold-out:{group}"),
            to: order.email.clone(),
            subject: t!("Your order could not be completed").to_owned(),
            html: document(
                text.split("\n\n")
                    .map(|part| view! { <p>{part.to_owned()}</p> })
                    .collect_view()
                    .to_html(),
            ),
            text,
        },
    )
    .await
}

async fn order(cx: &mut Cx, token: &str) -> Result<(OrderView, String), AppError> {
    let media = cx.state().media.clone();
    let order = show(cx.db(), &media, token).await?;
    let link = cx.state().settings.link(&format!("/orders/{token}"));
    Ok((order, link))
}

fn lines_text(part: &OrderPartView) -> String {
    let lines: Vec<String> = part
        .lines
        .iter()
        .map(|line| {
            let variant = if line.variant_title.is_empty() {
                String::new()
            } else {
                format!(" ({})", line.variant_title)
            };
            format!(
                "  {} × {}{variant}  {}",
                line.quantity,
                line.title,
                line.total.format()
            )
        })
        .collect();
    lines.join("\n")
}

/// How a part is sent, and what that costs.
fn sending(part: &OrderPartView) -> String {
    t!(
        "{way}: {price}",
        way = part.shipping_name,
        price = part.shipping.format()
    )
}

fn total(order: &OrderView) -> String {
    t!("Total: {total}", total = order.totals.total.format())
}

fn confirmation_text(order: &OrderView, number: &str, link: &str) -> String {
    let parts: Vec<String> = order
        .parts
        .iter()
        .map(|part| {
            format!(
                "{}\n{}\n  {}",
                part.merchant_name,
                lines_text(part),
                sending(part)
            )
        })
        .collect();
    format!(
        "{}\n\n{}\n\n{}\n\n{}\n{}\n\n{}\n{link}\n",
        t!("Thank you for your order {number}.", number),
        parts.join("\n\n"),
        total(order),
        t!("It goes to:"),
        order.address_lines.join("\n"),
        t!("Follow it here:"),
    )
}

fn notice_text(part: &OrderPartView, order: &OrderView, number: &str) -> String {
    format!(
        "{}\n\n{}\n\n{}\n\n{}\n{}\n",
        t!("You have a new order, {number}.", number),
        lines_text(part),
        part.shipping_name,
        t!("Send it to:"),
        order.address_lines.join("\n")
    )
}

fn notice_html(part: &OrderPartView, order: &OrderView, number: &str) -> String {
    let address = order
        .address_lines
        .iter()
        .map(|line| view! { {line.clone()}<br/> })
        .collect_view();
    document(
        view! {
            <h1>{t!("New order {number}", number)}</h1>
            {lines_table(part)}
            <p>{part.shipping_name.clone()}</p>
            <p>{t!("Send it to:")}<br/>{address}</p>
        }
        .to_html(),
    )
}

fn html(
    title: &str,
    parts: &[OrderPartView],
    order: &OrderView,
    link: &str,
    action: &str,
) -> String {
    let sections = parts
        .iter()
        .map(|part| {
            view! {
                <h2>{part.merchant_name.clone()}</h2>
                {lines_table(part)}
                <p>{sending(part)}</p>
            }
        })
        .collect_view();
    let address = order
        .address_lines
        .iter()
        .map(|line| view! { {line.clone()}<br/> })
        .collect_view();
    document(
        view! {
            <h1>{title.to_owned()}</h1>
            {sections}
            <p><strong>{total(order)}</strong></p>
            <p>{t!("It goes to:")}<br/>{address}</p>
            <p><a href=link.to_owned()>{action.to_owned()}</a></p>
        }
        .to_html(),
    )
}

fn lines_table(part: &OrderPartView) -> impl IntoView + use<> {
    let rows = part
        .lines
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <td>{format!("{} ×", line.quantity)}</td>
                    <td>{line.title.clone()}" "{line.variant_title.clone()}</td>
                    <td class="amount">{line.total.format()}</td>
                </tr>
            }
        })
        .collect_view();
    view! { <table><tbody>{rows}</tbody></table> }
}
