//! What the address form takes and refuses.

use super::*;
use proptest::prelude::*;

fn form() -> AddressForm {
    AddressForm {
        email: " ada@example.org ".to_owned(),
        name: "Ada Lovelace".to_owned(),
        line1: "Torstraße 1".to_owned(),
        city: "Berlin".to_owned(),
        postcode: "10115".to_owned(),
        country: "DE".to_owned(),
        ..AddressForm::default()
    }
}

fn message(form: &AddressForm, field: &str) -> Option<String> {
    form.validate()
        .err()
        .and_then(|errors| errors.get(field).map(str::to_owned))
}

#[test]
fn a_plain_address_is_trimmed_and_kept() {
    let address = form().validate().unwrap();
    assert_eq!(address.email, "ada@example.org");
    assert_eq!(address.postcode.as_deref(), Some("10115"));
    assert_eq!(
        (address.company, address.region, address.phone),
        (None, None, None)
    );
}

#[test]
fn an_empty_form_says_everything_at_once_in_order() {
    let errors = AddressForm::default().validate().unwrap_err();
    let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["email", "name", "line1", "city", "country"]);
    assert!(
        errors
            .to_string()
            .starts_with("email: Enter your e-mail address; ")
    );
}

#[test]
fn postcodes_follow_the_country() {
    let none = AddressForm {
        postcode: String::new(),
        ..form()
    };
    assert_eq!(
        message(&none, "postcode").unwrap(),
        "Enter your postcode, for example 10115"
    );
    let short = AddressForm {
        postcode: "1011".to_owned(),
        ..form()
    };
    assert!(
        message(&short, "postcode")
            .unwrap()
            .ends_with("for example 10115")
    );
    let long = AddressForm {
        postcode: "1".repeat(13),
        ..form()
    };
    assert_eq!(long.validate().unwrap_err().len(), 1);
    let british = AddressForm {
        postcode: "sw1a1aa".to_owned(),
        country: "gb".to_owned(),
        ..form()
    };
    assert_eq!(
        british.validate().unwrap().postcode.as_deref(),
        Some("SW1A 1AA")
    );
    let none_needed = AddressForm {
        postcode: String::new(),
        country: "HK".to_owned(),
        ..form()
    };
    assert_eq!(none_needed.validate().unwrap().postcode, None);
}

#[test]
fn some_countries_need_a_region() {
    let mut american = AddressForm {
        postcode: "10001".to_owned(),
        country: "US".to_owned(),
        ..form()
    };
    assert_eq!(
        message(&american, "region").unwrap(),
        "Enter your state or province"
    );
    american.region = "New York".to_owned();
    assert_eq!(
        american.validate().unwrap().region.as_deref(),
        Some("New York")
    );
}

#[test]
fn control_characters_and_lengths() {
    for bad in [
        "Ada\nBcc: x@example.org",
        "Ada\u{0}",
        "Ada\u{202e}",
        "Ada\u{2028}x",
        "Ada\tL",
    ] {
        let form = AddressForm {
            name: bad.to_owned(),
            ..form()
        };
        assert!(message(&form, "name").is_some(), "{bad:?}");
    }
    let exact = AddressForm {
        line2: "é".repeat(100),
        ..form()
    };
    assert!(exact.validate().is_ok());
    let long = AddressForm {
        line2: "é".repeat(101),
        ..form()
    };
    assert_eq!(
        message(&long, "line2").unwrap(),
        "Use at most 100 characters"
    );
}

#[test]
fn phones() {
    for good in ["+49 30 123456", "(030) 12-34.56", "0301234567"] {
        assert!(
            AddressForm {
                phone: good.to_owned(),
                ..form()
            }
            .validate()
            .is_ok(),
            "{good}"
        );
    }
    for bad in ["12345", "call me", "+49+30 123456", "1234567890123456"] {
        assert!(
            message(
                &AddressForm {
                    phone: bad.to_owned(),
                    ..form()
                },
                "phone"
            )
            .is_some(),
            "{bad}"
        );
    }
}

#[test]
fn emails() {
    for good in [
        "a@b.co",
        "first.last+tag@sub.example.org",
        "o'neil@example.org",
        "jörg@müller.de",
    ] {
        assert!(is_email(good), "{good}");
    }
    let long = format!("{}@example.org", "a".repeat(65));
    for bad in [
        "",
        "a",
        "a@b",
        "@b.co",
        "a@",
        "a@@b.co",
        "a@b@c.de",
        "a b@c.de",
        "a@b .co",
        "a@.co",
        "a@b.",
        "a@b..co",
        ".a@b.co",
        "a@-b.co",
        "a\n@b.co",
        "<a@b.co>",
        "a,b@c.de",
        long.as_str(),
    ] {
        assert!(!is_email(bad), "{bad}");
    }
}

proptest! {
    #[test]
    fn validation_never_panics_and_is_stable(fields in prop::collection::vec("\\PC{0,40}", 10), country in "[A-Z]{2}") {
        let mut values = fields.into_iter();
        let mut next = || values.next().unwrap_or_default();
        let form = AddressForm {
            email: next(), name: next(), company: next(), line1: next(), line2: next(), city: next(),
            postcode: next(), region: next(), country, phone: next(),
        };
        match form.validate() {
            Ok(address) => prop_assert_eq!(address.name, form.name.trim()),
            Err(errors) => prop_assert!(!errors.is_empty()),
        }
    }

    #[test]
    fn what_was_valid_stays_valid(digits in "[0-9]{5}", phone in "\\+[1-9][0-9]{6,13}") {
        let first = AddressForm { postcode: digits, phone, ..form() }.validate().unwrap();
        let again = AddressForm {
            postcode: first.postcode.clone().unwrap(),
            phone: first.phone.clone().unwrap(),
            ..form()
        };
        prop_assert_eq!(again.validate().unwrap(), first);
    }
}
