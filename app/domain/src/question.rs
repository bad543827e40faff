//! Questions about a product and their answers, as they are typed and as they are kept.
//!
//! Lengths are counted in characters, after white space around the text is gone and each line ends in one line feed: a form
//! sends two characters for it, a text area counts one. The table's checks say the same.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use words::{t, tn};

use crate::address::{FieldErrors, is_email, is_invisible};

/// Characters of the asker's name.
pub const NAME: RangeInclusive<usize> = 1..=60;
/// Characters of a question.
pub const BODY: RangeInclusive<usize> = 10..=1000;
/// Characters of an answer.
pub const ANSWER: RangeInclusive<usize> = 1..=2000;

/// A question as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionForm {
    /// What the asker is called on the page.
    pub name: String,
    /// Optional: where to tell of the answer.
    pub email: String,
    /// What is asked.
    pub body: String,
}

/// A question that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// On one line.
    pub name: String,
    /// Where to tell of the answer.
    pub email: Option<String>,
    /// In lines.
    pub body: String,
}

impl QuestionForm {
    /// The question, or every field that is wrong: `name`, `email`, `body`.
    pub fn validate(&self) -> Result<Question, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = lines(&self.name)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if name.is_empty() {
            errors.push("name", t!("Enter a name to show with your question"));
        } else if !NAME.contains(&name.chars().count()) {
            errors.push(
                "name",
                tn!(
                    *NAME.end(),
                    "Use at most {count} character",
                    "Use at most {count} characters"
                ),
            );
        }
        let email = self.email.trim();
        if !email.is_empty() && !is_email(email) {
            errors.push(
                "email",
                t!("Enter a whole e-mail address, for example name@example.org, or leave it empty"),
            );
        }
        let body = lines(&self.body);
        match body.chars().count() {
            0 => errors.push("body", t!("Enter your question")),
            few if few < *BODY.start() => errors.push(
                "body",
                tn!(
                    *BODY.start(),
                    "Say a little more: at least {count} character",
                    "Say a little more: at least {count} characters"
                ),
            ),
            many if many > *BODY.end() => errors.push("body", too_long(many, &BODY)),
            _ => {}
        }
        errors.into_result(Question {
            name,
            email: (!email.is_empty()).then(|| email.to_owned()),
            body,
        })
    }
}

/// An answer as it is kept, or what is wrong with the field `answer`.
pub fn answer(typed: &str) -> Result<String, FieldErrors> {
    let text = lines(typed);
    match text.chars().count() {
        0 => Err(FieldErrors::one("answer", t!("Enter your answer"))),
        many if many > *ANSWER.end() => Err(FieldErrors::one("answer", too_long(many, &ANSWER))),
        _ => Ok(text),
    }
}

fn too_long(characters: usize, allowed: &RangeInclusive<usize>) -> String {
    tn!(
        *allowed.end(),
        "Use at most {count} character; these are {characters}",
        "Use at most {count} characters; these are {characters}",
        characters
    )
}

/// Text in lines: no white space around it or at the ends of lines, at most one empty line in a row, and no characters that
/// show nothing but change how the rest is read.
fn lines(typed: &str) -> String {
    let unified = typed.replace("\r\n", "\n").replace('\r', "\n");
    let mut text = String::with_capacity(unified.len());
    let mut empty = 0;
    for line in unified.split('\n') {
        let line: String = line
            .replace('\t', " ")
            .chars()
            .filter(|c| !is_invisible(*c))
            .collect();
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(name: &str, email: &str, body: &str) -> QuestionForm {
        QuestionForm {
            name: name.into(),
            email: email.into(),
            body: body.into(),
        }
    }

    #[test]
    fn a_question_is_kept_as_meant() {
        let typed = form(
            " Ada\n Lindgren ",
            " ",
            "  Is it safe?\r\n\r\n\r\n\r\nFor the\u{202e} oven,\tI mean. \r\n",
        );
        let question = typed.validate().unwrap();
        assert_eq!(question.name, "Ada Lindgren");
        assert_eq!(question.email, None);
        assert_eq!(question.body, "Is it safe?\n\nFor the oven, I mean.");
    }

    #[test]
    fn every_field_is_told() {
        let errors = form("", "ada at home", "Why?").validate().unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "email", "body"]);
        // Nothing that is seen is nothing.
        let errors = form("\u{202e}\u{feff}", "", &" ".repeat(40))
            .validate()
            .unwrap_err();
        assert_eq!(errors.get("body"), Some("Enter your question"));
        assert!(errors.get("name").is_some());
    }

    #[test]
    fn lengths_are_counted_in_characters_with_one_for_the_end_of_a_line() {
        let body = |count: usize| "é".repeat(count);
        let name = |count: usize| form(&"ü".repeat(count), "", &body(10)).validate();
        assert!(name(60).is_ok() && name(61).is_err());
        let asked = |text: &str| form("Ada", "a@example.org", text).validate();
        assert!(asked(&body(9)).is_err() && asked(&body(10)).is_ok());
        assert!(asked(&body(1000)).is_ok() && asked(&body(1001)).is_err());
        let two = format!("{}\r\n{}", body(499), body(500));
        assert_eq!(asked(&two).unwrap().body.chars().count(), 1000);
        assert!(answer(&body(2000)).is_ok() && answer(&body(2001)).is_err());
        assert!(answer("Yes").is_ok() && answer(" \r\n ").is_err());
    }
}
