//! Cards, tables and sums.

use leptos::prelude::*;
use ui::{
    Badge, Button, Card, Column, Emphasis, Glyph, IconButton, Size, Sorted, SummaryList,
    SummaryRow, Table, Tone,
};

use super::{Side, specimen, wide};

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Card", cards),
        specimen("SummaryList", sums),
        wide("Table", table),
    ]
}

fn cards(_: Side) -> AnyView {
    let edit = || {
        view! { <Button kind="button" size=Size::Small emphasis=Emphasis::Quiet icon=Glyph::Edit>"Edit"</Button> }.into_any()
    };
    view! {
        <div class="grid gap-4">
            <Card title="Delivery" action=Some(edit())>
                <p>"Torstraße 1, 10119 Berlin"</p>
            </Card>
            <Card><p>"Without a title."</p></Card>
            <Card title="Flush" flush=true><p>"Reaches its edges."</p></Card>
        </div>
    }
    .into_any()
}

fn sums(_: Side) -> AnyView {
    let rows = vec![
        SummaryRow::new("Items", "€79.20"),
        SummaryRow::discount("Welcome, 10%", "−€7.92"),
        SummaryRow::new("Shipping", "€4.90").note("Atelier Forno, Nord & Lin"),
        SummaryRow::total("Total", "€76.18").note("incl. €12.16 VAT"),
    ];
    view! { <SummaryList rows /> }.into_any()
}

fn table(side: Side) -> AnyView {
    let row = move |number: &'static str, name: &'static str, tone, state: &'static str, total| {
        let tick = side.id(number);
        view! {
            <tr>
                <td class="tight">
                    <input class="tick" type="checkbox" name=tick aria-label=number checked={number == "SK-1041"} />
                </td>
                <td><a class="link" href="#Table">{number}</a></td>
                <td>{name}</td>
                <td><Badge tone>{state}</Badge></td>
                <td class="number">{total}</td>
                <td class="tight"><IconButton label=format!("More about {number}") glyph=Glyph::More size=Size::Small kind="button" /></td>
            </tr>
        }
    };
    let columns = vec![
        Column::hidden("Select"),
        Column::text("Order").sort("#Table", Some(Sorted::Descending)),
        Column::text("Customer"),
        Column::text("State"),
        Column::number("Total").sort("#Table", None),
        Column::hidden("Actions"),
    ];
    let caption = format!("Orders, {}", side.name());
    view! {
        <div class="desk">
            <Table caption columns>
                {row("SK-1042", "Ada Lovelace", Tone::Warning, "To send", "€76.18")}
                {row("SK-1041", "Grace Hopper", Tone::Success, "Sent", "€1,204.00")}
                {row("SK-1040", "Edsger Wybe Dijkstra of Nuenen", Tone::Neutral, "Draft", "€18.90")}
                {row("SK-1039", "Barbara Liskov", Tone::Danger, "Payment failed", "€44.00")}
            </Table>
        </div>
    }
    .into_any()
}
