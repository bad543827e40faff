//! The closed set of product colours. The content policy forbids inline styles, so a colour is a class name; the values
//! live in `style/tokens.css`.

use leptos::prelude::*;
use words::t;

use crate::text::classes;

macro_rules! colourways {
    ($($variant:ident = $name:literal, $class:literal;)+) => {
        /// One of sixteen product colours.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Colourway { $($variant,)+ }

        impl Colourway {
            /// Every colourway.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in English, by which the options of products are known, e.g. `Rust`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The class that defines `--way`; combined with `swatch` or `tone`.
            pub(crate) const fn class(self) -> &'static str {
                match self { $(Self::$variant => $class,)+ }
            }

            /// The colourway with this [`name`](Self::name), whatever its case.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|way| way.name().eq_ignore_ascii_case(name))
            }
        }
    };
}

colourways! {
    Chalk = "Chalk", "way-chalk";
    Sand = "Sand", "way-sand";
    Clay = "Clay", "way-clay";
    Rust = "Rust", "way-rust";
    Ochre = "Ochre", "way-ochre";
    Moss = "Moss", "way-moss";
    Sage = "Sage", "way-sage";
    Forest = "Forest", "way-forest";
    Sky = "Sky", "way-sky";
    Ocean = "Ocean", "way-ocean";
    Indigo = "Indigo", "way-indigo";
    Plum = "Plum", "way-plum";
    Blush = "Blush", "way-blush";
    Rose = "Rose", "way-rose";
    Ink = "Ink", "way-ink";
    Charcoal = "Charcoal", "way-charcoal";
}

impl Colourway {
    /// The name that shoppers read.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::Chalk => t!("colour" => "Chalk"),
            Self::Sand => t!("colour" => "Sand"),
            Self::Clay => t!("colour" => "Clay"),
            Self::Rust => t!("colour" => "Rust"),
            Self::Ochre => t!("colour" => "Ochre"),
            Self::Moss => t!("colour" => "Moss"),
            Self::Sage => t!("colour" => "Sage"),
            Self::Forest => t!("colour" => "Forest"),
            Self::Sky => t!("colour" => "Sky"),
            Self::Ocean => t!("colour" => "Ocean"),
            Self::Indigo => t!("colour" => "Indigo"),
            Self::Plum => t!("colour" => "Plum"),
            Self::Blush => t!("colour" => "Blush"),
            Self::Rose => t!("colour" => "Rose"),
            Self::Ink => t!("colour" => "Ink"),
            Self::Charcoal => t!("colour" => "Charcoal"),
        }
    }
}

/// A round sample of a colourway. Decorative: the colour's name stands beside it or in the control's label.
#[component]
pub fn Swatch(way: Colourway, #[prop(optional)] large: bool) -> impl IntoView {
    let class = classes(&[
        "swatch",
        way.class(),
        if large { "swatch-large" } else { "" },
    ]);
    view! { <span class=class aria-hidden="true"></span> }
}
