//! Postal addresses as they are typed, and as they are kept.
//!
//! The form's island and the server call the same [`AddressForm::validate`], so a form that looks right in the browser is
//! right on the server too. Messages are sentences for the person at the form.

use crate::{country::CountryCode, postcode};
use serde::{Deserialize, Serialize};
use std::fmt;
use words::{t, tn};

/// An address as typed: every field a text, any of them empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressForm {
    /// Where the confirmation goes.
    pub email: String,
    /// The person's full name.
    pub name: String,
    /// Optional.
    pub company: String,
    /// Street and number.
    pub line1: String,
    /// Flat, floor; optional.
    pub line2: String,
    /// Town or city.
    pub city: String,
    /// Required where everybody has one.
    pub postcode: String,
    /// State or province; required in some countries.
    pub region: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Optional.
    pub phone: String,
}

/// A valid address: trimmed, without control characters, with the postcode in its country's spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The e-mail address.
    pub email: String,
    /// The person's full name.
    pub name: String,
    /// The company.
    pub company: Option<String>,
    /// Street and number.
    pub line1: String,
    /// Flat, floor.
    pub line2: Option<String>,
    /// Town or city.
    pub city: String,
    /// The postcode, `SW1A 1AA`.
    pub postcode: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// The country.
    pub country: CountryCode,
    /// The phone number, as typed.
    pub phone: Option<String>,
}

/// One message at one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form.
    pub field: String,
    /// A sentence for the person.
    pub message: String,
}

/// What is wrong with a form, in the order of its fields. Any form may use it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// Nothing wrong yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// A single message.
    pub fn one(field: &str, message: impl Into<String>) -> Self {
        let mut errors = Self::new();
        errors.push(field, message);
        errors
    }

    /// Adds a message.
    pub fn push(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldError {
            field: field.to_owned(),
            message: message.into(),
        });
    }

    /// The first message at `field`.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.iter()
            .find(|error| error.field == field)
            .map(|error| error.message.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many messages there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All messages, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// `value` if nothing is wrong.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.iter().enumerate() {
            let separator = if position == 0 { "" } else { "; " };
            write!(f, "{separator}{}: {}", error.field, error.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for FieldErrors {}

/// Countries whose post needs the state or province.
const WITH_REGION: [&str; 6] = ["AU", "BR", "CA", "IN", "MX", "US"];

impl AddressForm {
    /// The address, or every field that is wrong.
    pub fn validate(&self) -> Result<Address, FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = self.email(&mut errors);
        let name = required(
            &mut errors,
            "name",
            &self.name,
            100,
            t!("Enter your full name"),
        );
        let company = optional(&mut errors, "company", &self.company, 100);
        let street = t!("Enter your street and house number");
        let line1 = required(&mut errors, "line1", &self.line1, 100, street);
        let line2 = optional(&mut errors, "line2", &self.line2, 100);
        let city = required(
            &mut errors,
            "city",
            &self.city,
            100,
            t!("Enter your town or city"),
        );
        let country = self
            .country
            .trim()
            .to_ascii_uppercase()
            .parse::<CountryCode>()
            .ok();
        let postcode = self.postcode(country, &mut errors);
        let region = self.region(country, &mut errors);
        if country.is_none() {
            errors.push("country", t!("Choose your country from the list"));
        }
        let phone = self.phone(&mut errors);
        match country {
            Some(country) => errors.into_result(Address {
                email,
                name,
                company,
                line1,
                line2,
                city,
                postcode,
                region,
                country,
                phone,
            }),
            None => Err(errors),
        }
    }

    fn email(&self, errors: &mut FieldErrors) -> String {
        let email = self.email.trim();
        if email.is_empty() {
            errors.push("email", t!("Enter your e-mail address"));
        } else if !is_email(email) {
            errors.push(
                "email",
                t!("Enter a whole e-mail address, for example name@example.org"),
            );
        }
        email.to_owned()
    }

    fn postcode(&self, country: Option<CountryCode>, errors: &mut FieldErrors) -> Option<String> {
        let typed = optional(errors, "postcode", &self.postcode, 12);
        let rule = country.and_then(postcode::rule);
        match (typed, rule) {
            (Some(typed), Some(rule)) => {
                let normalised = rule.normalise(&typed);
                if normalised.is_none() {
                    let message = t!(
                        "Enter a postcode of the country, for example {example}",
                        example = rule.example
                    );
                    errors.push("postcode", message);
                }
                normalised
            }
            (Some(typed), None) => Some(typed),
            (None, Some(rule)) => {
                // Too long a postcode has its message already.
                if self.postcode.trim().is_empty() {
                    errors.push(
                        "postcode",
                        t!(
                            "Enter your postcode, for example {example}",
                            example = rule.example
                        ),
                    );
                }
                None
            }
            (None, None) => None,
        }
    }

    fn region(&self, country: Option<CountryCode>, errors: &mut FieldErrors) -> Option<String> {
        let needed = country.is_some_and(|country| WITH_REGION.contains(&country.as_str()));
        if needed && self.region.trim().is_empty() {
            errors.push("region", t!("Enter your state or province"));
        }
        optional(errors, "region", &self.region, 100)
    }

    fn phone(&self, errors: &mut FieldErrors) -> Option<String> {
        let phone = optional(errors, "phone", &self.phone, 30)?;
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let rest = phone.strip_prefix('+').unwrap_or(&phone);
        let dialable = rest
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.' | '/'));
        // ITU-T E.164: at most 15 digits.
        if dialable && (6..=15).contains(&digits) {
            return Some(phone);
        }
        errors.push(
            "phone",
            t!("Enter a phone number, for example +49 30 123456, or leave it empty"),
        );
        None
    }
}

fn required(
    errors: &mut FieldErrors,
    field: &str,
    typed: &str,
    max: usize,
    message: &str,
) -> String {
    let text = typed.trim();
    if text.is_empty() {
        errors.push(field, message);
    } else {
        check(errors, field, text, max);
    }
    text.to_owned()
}

fn optional(errors: &mut FieldErrors, field: &str, typed: &str, max: usize) -> Option<String> {
    let text = typed.trim();
    (!text.is_empty() && check(errors, field, text, max)).then(|| text.to_owned())
}

fn check(errors: &mut FieldErrors, field: &str, text: &str, max: usize) -> bool {
    if text.chars().any(is_invisible) {
        errors.push(
            field,
            t!("Use plain letters, digits and punctuation on one line"),
        );
        false
    } else if text.chars().count() > max {
        errors.push(
            field,
            tn!(
                max,
                "Use at most {count} character",
                "Use at most {count} characters"
            ),
        );
        false
    } else {
        true
    }
}

/// Control characters, line and paragraph separators, and the marks that turn the direction of text: none of them belongs
/// on a label, and all of them can make one read differently from what it says.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether `text` can be an e-mail address: one @, something before it, a domain with a dot after it, and no more
/// characters than RFC 5321 allows (64 + 255, 254 in all). Only a mail that arrives proves more.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let labels_ok = domain.contains('.')
        && domain.split('.').all(|label| {
            (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
        });
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !text.contains("..")
        && labels_ok
        && domain
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
        && !local.chars().any(|c| {
            c.is_whitespace()
                || is_invisible(c)
                || matches!(
                    c,
                    '@' | '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\' | '[' | ']'
                )
        })
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
