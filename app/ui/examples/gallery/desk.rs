//! A mock of the merchant's desk: table, badges, timeline, skeletons at 14 px.

use leptos::prelude::*;
use ui::*;

pub fn page() -> AnyView {
    let row = |number: &'static str,
               name: &'static str,
               tone: Tone,
               state: &'static str,
               total: &'static str| {
        view! {
            <tr>
                <td class="tight"><input class="tick" type="checkbox" aria-label=number checked={number == "S-1041"} /></td>
                <td><a class="link" href="/o">{number}</a></td>
                <td>{name}</td>
                <td><Badge tone>{state}</Badge></td>
                <td class="number">"3"</td>
                <td class="number">{total}</td>
                <td class="tight"><IconButton label="More" glyph=Glyph::More size=Size::Small kind="button" /></td>
            </tr>
        }
    };
    let event = |title: &str, at: Option<&str>, moment: Moment| TimelineEvent {
        title: title.to_owned(),
        at: at.map(str::to_owned),
        moment,
        ..TimelineEvent::default()
    };
    view! {
        <main class="page grid gap-6 py-8">
            <div class="flex flex-wrap items-center justify-between gap-4">
                <h1>"Orders"</h1>
                <div class="flex gap-2">
                    <Button icon=Glyph::Download>"Export"</Button>
                    <Button emphasis=Emphasis::Primary icon=Glyph::Plus>"New order"</Button>
                </div>
            </div>
            <Table
                caption="Orders"
                columns=vec![
                    Column::hidden("Select"), Column::text("Order").sort("/s", Some(Sorted::Descending)), Column::text("Customer"),
                    Column::text("State"), Column::number("Items"), Column::number("Total").sort("/t", None), Column::hidden("Actions"),
                ]
            >
                {row("S-1042", "Ada Lovelace", Tone::Warning, "To send", "€76.18")}
                {row("S-1041", "Grace Hopper", Tone::Success, "Sent", "€1,204.00")}
                {row("S-1040", "Edsger Dijkstra", Tone::Neutral, "Draft", "€18.90")}
                {row("S-1039", "Barbara Liskov", Tone::Danger, "Payment failed", "€44.00")}
            </Table>
            <Pagination next="/n" note="1–4 of 312" />
            <div class="grid gap-6 md:grid-cols-3">
                <Card title="Parcel">
                    <Timeline events=vec![
                        event("Paid", Some("18 November, 09:12"), Moment::Done), event("Packed", Some("18 November, 16:40"), Moment::Done),
                        event("On its way", Some("19 November, 07:55"), Moment::Current), event("Delivered", None, Moment::Upcoming),
                    ] />
                </Card>
                <Card title="Details" action=Some(view! { <Button size=Size::Small emphasis=Emphasis::Quiet icon=Glyph::Edit>"Edit"</Button> }.into_any())>
                    <div class="fields">
                        <TextInput name="t" label="Title" value="Stoneware mug" />
                        <TextInput name="p" label="Price" prefix="€" value="26.40" inputmode="decimal" />
                        <Select name="s" label="State" choices=vec![Choice::new("live", "Live")] />
                    </div>
                </Card>
                <Card title="Loading">
                    <div class="grid gap-3" aria-busy="true">
                        <Skeleton bone=Bone::Title /> <Skeleton /> <Skeleton /> <Skeleton bone=Bone::Short /> <Skeleton bone=Bone::Control />
                    </div>
                </Card>
            </div>
        </main>
    }
    .into_any()
}
