//! The mails of an order: confirmation to the buyer, a notice to each merchant, and the bad news when it came to nothing.

use domain::ids::OrderGroupId;
use leptos::prelude::*;

use super::{queries, show};
use crate::{
    error::AppError,
    orders::types::{OrderPartView, OrderView},
    ssr::{
        Cx,
        mail::{self, Mail, document},
    },
};

/// Tells the buyer that the order is placed, and each merchant what to send.
pub async fn confirm(cx: &mut Cx, group: OrderGroupId) -> Result<(), AppError> {
    let (order, link) = order(cx, group).await?;
    let number = order.number.clone().unwrap_or_default();
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("order-confirmation:{group}"),
            to: order.email.clone(),
            subject: format!("Your order {number}"),
            text: confirmation_text(&order, &number, &link),
            html: html(
                &format!("Thank you for your order {number}"),
                &order.parts,
                &order,
                &link,
                "View your order",
            ),
        },
    )
    .await?;
    let emails = queries::part_rows(cx.db(), group).await?;
    for (part, row) in order.parts.iter().zip(emails) {
        mail::queue(
            cx,
            Mail {
                dedup_key: format!("order-notice:{}", row.id),
                to: row.merchant_email,
                subject: format!("New order {number}: {}", part.items.format()),
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
    let (order, link) = order(cx, group).await?;
    let total = order.totals.total.format();
    let text = format!(
        "We are sorry: what you ordered sold out before your payment arrived.\n\n\
         We have cancelled the order and are giving {total} back the way you paid. You need not do anything.\n\n{link}\n"
    );
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("order-sold-out:{group}"),
            to: order.email.clone(),
            subject: "Your order could not be completed".to_owned(),
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

async fn order(cx: &mut Cx, group: OrderGroupId) -> Result<(OrderView, String), AppError> {
    let token = queries::token(cx.db(), group)
        .await?
        .ok_or(AppError::NotFound)?;
    let media = cx.state().media.clone();
    let order = show(cx.db(), &media, &token).await?;
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

fn confirmation_text(order: &OrderView, number: &str, link: &str) -> String {
    let parts: Vec<String> = order
        .parts
        .iter()
        .map(|part| {
            format!(
                "{}\n{}\n  {}: {}",
                part.merchant_name,
                lines_text(part),
                part.shipping_name,
                part.shipping.format()
            )
        })
        .collect();
    format!(
        "Thank you for your order {number}.\n\n{}\n\nTotal: {}\n\nIt goes to:\n{}\n\nFollow it here:\n{link}\n",
        parts.join("\n\n"),
        order.totals.total.format(),
        order.address_lines.join("\n"),
    )
}

fn notice_text(part: &OrderPartView, order: &OrderView, number: &str) -> String {
    format!(
        "You have a new order, {number}.\n\n{}\n\n{}\n\nSend it to:\n{}\n",
        lines_text(part),
        part.shipping_name,
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
            <h1>{format!("New order {number}")}</h1>
            {lines_table(part)}
            <p>{part.shipping_name.clone()}</p>
            <p>"Send it to:"<br/>{address}</p>
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
                <p>{format!("{}: {}", part.shipping_name, part.shipping.format())}</p>
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
            <p><strong>{format!("Total: {}", order.totals.total.format())}</strong></p>
            <p>"It goes to:"<br/>{address}</p>
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
