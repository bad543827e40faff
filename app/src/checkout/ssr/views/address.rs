//! The first step: who and where. What was typed stays typed; what is wrong is said at its field and listed at the top.

use domain::country::CountryCode;
use leptos::prelude::*;
use ui::{Button, Choice, Emphasis, ErrorSummary, FieldError, Select, Size, TextInput};
use words::t;

use crate::{checkout::types::CheckoutView, markets::sells_to, ssr::locale::by_name};

/// The fields from top to bottom, so that the list of errors runs the same way.
const FIELDS: [&str; 10] = [
    "email", "name", "company", "country", "line1", "line2", "postcode", "city", "region", "phone",
];

/// A field's name in the form of `save_address`.
fn name(field: &str) -> String {
    format!("address[{field}]")
}

pub fn step(view: &CheckoutView) -> impl IntoView + use<> {
    let wrong = |field: &&str| {
        view.errors
            .get(field)
            .map(|message| FieldError::new(*field, message))
    };
    let summary: Vec<FieldError> = FIELDS.iter().filter_map(wrong).collect();
    view! {
        // The server says what is wrong, the same way for every field and with everything typed kept.
        <form method="post" action="/api/checkout/address" novalidate>
            <div class="fields">
                <ErrorSummary errors=summary />
                {person(view)} {place(view)}
                <Button emphasis=Emphasis::Primary size=Size::Large full=true class="mt-2">
                    {t!("Continue to shipping")}
                </Button>
            </div>
        </form>
    }
}

fn person(view: &CheckoutView) -> impl IntoView + use<> {
    let (typed, wrong) = (view.address.clone(), |field| {
        view.errors.get(field).map(str::to_owned)
    });
    view! {
        <TextInput
            name=name("email")
            id="email"
            label=t!("E-mail")
            kind="email"
            autocomplete="email"
            hint=t!("For the receipt and news of this order. No advertising.")
            value=typed.email
            error=wrong("email")
            maxlength=254
            required=true
        />
        <TextInput
            name=name("name")
            id="name"
            label=t!("Full name")
            autocomplete="name"
            value=typed.name
            error=wrong("name")
            maxlength=100
            required=true
        />
        <TextInput
            name=name("company")
            id="company"
            label=t!("Company")
            autocomplete="organization"
            value=typed.company
            error=wrong("company")
            maxlength=100
            optional=true
        />
    }
}

fn place(view: &CheckoutView) -> impl IntoView + use<> {
    let (typed, wrong) = (view.address.clone(), |field| {
        view.errors.get(field).map(str::to_owned)
    });
    view! {
        <Select
            name=name("country")
            id="country"
            label=t!("Country")
            autocomplete="country"
            prompt=t!("Choose a country")
            choices=countries()
            value=typed.country
            error=wrong("country")
            required=true
        />
        <TextInput
            name=name("line1")
            id="line1"
            label=t!("Street and number")
            autocomplete="address-line1"
            value=typed.line1
            error=wrong("line1")
            maxlength=100
            required=true
        />
        <TextInput
            name=name("line2")
            id="line2"
            label=t!("Flat, floor, building")
            autocomplete="address-line2"
            value=typed.line2
            error=wrong("line2")
            maxlength=100
            optional=true
        />
        <div class="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-4">
            <TextInput
                name=name("postcode")
                id="postcode"
                label=t!("Postcode")
                autocomplete="postal-code"
                value=typed.postcode
                error=wrong("postcode")
                maxlength=16
            />
            <TextInput
                name=name("city")
                id="city"
                label=t!("Town or city")
                autocomplete="address-level2"
                value=typed.city
                error=wrong("city")
                maxlength=100
                required=true
            />
        </div>
        <TextInput
            name=name("region")
            id="region"
            label=t!("State or province")
            autocomplete="address-level1"
            hint=t!("Needed in Australia, Brazil, Canada, India, Mexico and the United States.")
            value=typed.region
            error=wrong("region")
            maxlength=100
            optional=true
        />
        <TextInput
            name=name("phone")
            id="phone"
            label=t!("Phone")
            kind="tel"
            autocomplete="tel"
            hint=t!("Only for the carrier, if the parcel cannot be delivered.")
            value=typed.phone
            error=wrong("phone")
            maxlength=40
            optional=true
        />
    }
}

fn countries() -> Vec<Choice> {
    by_name(CountryCode::all().filter(|country| sells_to(*country)))
        .into_iter()
        .map(|(country, name)| Choice::new(country.as_str(), name))
        .collect()
}
