//! What is typed into.

use leptos::prelude::*;
use ui::{Choice, Field, Select, TextArea, TextInput};

use super::{Side, specimen};

pub fn specimens() -> Vec<AnyView> {
    vec![
        specimen("TextInput", inputs),
        specimen("TextArea", areas),
        specimen("Select", selects),
        specimen("Field", field),
    ]
}

fn inputs(side: Side) -> AnyView {
    view! {
        <div class="fields">
            <TextInput name=side.id("empty") label="Empty" placeholder="A placeholder" hint="A hint, which says what is expected." />
            <TextInput name=side.id("filled") label="Filled" value="Ada Lindgren" required=true />
            <TextInput name=side.id("spare") label="Not needed" optional=true />
            <TextInput name=side.id("wrong") label="Wrong" value="12" hint="Between 20 and 40." error="Enter a number above 20" />
            <TextInput name=side.id("fixed") label="Disabled" value="Fixed" disabled=true />
            <TextInput name=side.id("read") label="Read only" value="SK-1042" readonly=true />
            <TextInput name=side.id("price") label="With affixes" prefix="€" suffix="EUR" value="26.40" inputmode="decimal" />
            <TextInput name=side.id("quiet") label="Without a visible label" hide_label=true placeholder="Hidden label" />
        </div>
    }
    .into_any()
}

fn areas(side: Side) -> AnyView {
    view! {
        <div class="fields">
            <TextArea name=side.id("note") label="For the makers" optional=true placeholder="Where to leave it" />
            <TextArea name=side.id("story") label="Grows with its text" value="Thrown on the wheel\nfrom iron-rich clay,\nfired for fourteen hours" />
            <TextArea name=side.id("bad") label="Wrong" value="…" error="Write a sentence or two" />
        </div>
    }
    .into_any()
}

fn selects(side: Side) -> AnyView {
    let choices = || vec![Choice::new("at", "Austria"), Choice::new("de", "Germany")];
    view! {
        <div class="fields">
            <Select name=side.id("country") label="Not chosen yet" prompt="Choose a country" choices=choices() />
            <Select name=side.id("chosen") label="Chosen" value="de" choices=choices() />
            <Select name=side.id("nowhere") label="Wrong" prompt="Choose a country" choices=choices() error="Choose a country" />
            <Select name=side.id("settled") label="Disabled" value="at" choices=choices() disabled=true />
        </div>
    }
    .into_any()
}

fn field(side: Side) -> AnyView {
    let (id, wrong) = (side.id("own"), side.id("own-wrong"));
    view! {
        <div class="fields">
            <Field id=id.clone() label="A control of one's own" hint="Any control fits in.">
                <input class="control" type="date" id=id.clone() name=id aria-describedby=side.id("own-hint") />
            </Field>
            <Field id=wrong.clone() label="Wrong" error="Enter a day">
                <input
                    class="control"
                    type="date"
                    id=wrong.clone()
                    name=wrong
                    aria-invalid="true"
                    aria-describedby=side.id("own-wrong-error")
                />
            </Field>
        </div>
    }
    .into_any()
}
