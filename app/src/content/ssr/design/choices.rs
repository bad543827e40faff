//! What is ticked or chosen.

use leptos::prelude::*;
use ui::{
    Checkbox, Colourway, Fieldset, OptionTile, OptionTiles, QuantityStepper, RadioCard, RadioCards,
    StepperButtons,
};

use super::{Side, sample::MUG, specimen};

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("Checkbox", checkboxes),
        specimen("Fieldset", fieldsets),
        specimen("RadioCards", radio_cards),
        specimen("RadioCard", |side| {
            let name = side.id("alone");
            view! { <RadioCards><RadioCard name value="post" title="The only way" detail="3 to 5 days" aside="€4.90" checked=true /></RadioCards> }
                .into_any()
        }),
        specimen("OptionTiles", option_tiles),
        specimen("OptionTile", links),
        specimen("QuantityStepper", steppers),
    ]
}

fn checkboxes(side: Side) -> AnyView {
    view! {
        <Checkbox name=side.id("off")>"Not ticked"</Checkbox>
        <Checkbox name=side.id("on") checked=true>"Ticked"</Checkbox>
        <Checkbox name=side.id("counted") count=41>"Chalk"</Checkbox>
        <Checkbox name=side.id("hinted") hint="A hint">"With a hint"</Checkbox>
        <Checkbox name=side.id("refused") required=true error="Accept the terms to order">
            "I accept the " <a class="link" href="#Checkbox">"terms of sale"</a>
        </Checkbox>
        <Checkbox name=side.id("disabled") disabled=true>"Disabled"</Checkbox>
        <Checkbox name=side.id("long")>
            "A label that is much longer than its box is wide, so that it goes on in a second line and stays beside the box"
        </Checkbox>
    }
    .into_any()
}

fn fieldsets(side: Side) -> AnyView {
    view! {
        <div class="grid gap-6">
            <Fieldset legend="Colour" value="Rust">
                <Checkbox name=side.id("rust") checked=true>"Rust"</Checkbox>
            </Fieldset>
            <Fieldset legend="Delivery" id=side.id("delivery") error="Choose how it should be sent">
                <Checkbox name=side.id("post")>"By post"</Checkbox>
            </Fieldset>
        </div>
    }
    .into_any()
}

fn radio_cards(side: Side) -> AnyView {
    let name = side.id("way");
    view! {
        <RadioCards>
            <RadioCard name=name.clone() value="standard" title="Standard" detail="Tuesday to Thursday" aside="€4.90" checked=true />
            <RadioCard name=name.clone() value="express" title="Express" detail="Tomorrow, if ordered before 14:00" aside="€12.90" />
            <RadioCard name value="pickup" title="Collect" detail="Not offered by this maker" aside="Free" disabled=true />
        </RadioCards>
    }
    .into_any()
}

fn option_tiles(side: Side) -> AnyView {
    let name = side.id("size");
    view! {
        <OptionTiles>
            <OptionTile name=name.clone() value="180 ml" />
            <OptionTile name=name.clone() value="250 ml" selected=true />
            <OptionTile name value="350 ml" available=false />
        </OptionTiles>
    }
    .into_any()
}

fn links(side: Side) -> AnyView {
    let name = side.id("colour");
    view! {
        <OptionTiles>
            <OptionTile name=name.clone() value="Chalk" href="#OptionTile" swatch=Colourway::Chalk />
            <OptionTile name=name.clone() value="Rust" href="#OptionTile" swatch=Colourway::Rust selected=true />
            <OptionTile name=name.clone() value="Ocean" href="#OptionTile" swatch=Colourway::Ocean available=false />
            <OptionTile name value="Ink" href="#OptionTile" swatch=Colourway::Ink selected=true available=false />
        </OptionTiles>
    }
    .into_any()
}

fn steppers(side: Side) -> AnyView {
    let form = side.id("set");
    view! {
        <div class="flex flex-wrap items-start gap-6">
            <QuantityStepper id=side.id("least") what=MUG quantity=1 />
            <QuantityStepper id=side.id("between") what=MUG quantity=12 />
            <QuantityStepper id=side.id("most") what=MUG quantity=99 />
            <form id=form.clone() action="/dev/ui">
                <input type="hidden" name="for" value="stepper" />
            </form>
            <form action="/dev/ui">
                <QuantityStepper id=side.id("submits") what=MUG quantity=2 buttons=StepperButtons::Submit(form) />
            </form>
        </div>
    }
    .into_any()
}
