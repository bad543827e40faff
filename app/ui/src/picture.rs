//! Pictures: always in a box of known ratio, so that nothing moves when they arrive.

use leptos::prelude::*;

use crate::icon::{Glyph, Icon};
use crate::text::classes;

/// A picture and its renditions, ready for `<img>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// The address used when `srcset` is not understood.
    pub src: String,
    /// Renditions with width descriptors (`/m/a-320.webp 320w, …`).
    pub srcset: Option<String>,
    /// Of the largest rendition, in pixels.
    pub width: u32,
    pub height: u32,
    /// What is to be seen; empty when the text beside it says so already.
    pub alt: String,
    /// Dominant colour, `#rrggbb`, shown until the picture is there.
    pub placeholder: Option<String>,
    /// The picture in nine colours, shown instead of the one: `rrggbb` each, row by row. May be empty.
    pub blur: String,
}

/// The shape of the box. Products are 4:5 everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ratio {
    /// 4:5
    #[default]
    Portrait,
    /// 1:1
    Square,
    /// 3:2
    Wide,
    /// 12:5
    Cinema,
    /// 4:5, 72 px wide: lines of a cart, tables.
    Thumb,
}

impl Ratio {
    const fn class(self) -> &'static str {
        match self {
            Self::Portrait => "",
            Self::Square => "picture-square",
            Self::Wide => "picture-wide",
            Self::Cinema => "picture-cinema",
            Self::Thumb => "picture-thumb",
        }
    }
}

/// `sizes` for a card in the store's product grid (2, 3, 4 columns).
pub const GRID_SIZES: &str =
    "(min-width: 80rem) 19rem, (min-width: 64rem) 23vw, (min-width: 48rem) 30vw, 46vw";

/// A picture in its box, lazily loaded unless `eager` (the first ones of a page: fetched early, at high priority).
/// Without an image, a quiet placeholder. `second` is shown on hover.
#[component]
pub fn Picture(
    #[prop(default = None, into)] image: Option<Image>,
    #[prop(default = None, into)] second: Option<Image>,
    #[prop(optional)] ratio: Ratio,
    /// How wide the picture is drawn, for the browser's choice of rendition.
    #[prop(default = GRID_SIZES)]
    sizes: &'static str,
    #[prop(optional)] eager: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let Some(image) = image else {
        return view! {
            <span class=classes(&["picture picture-empty", ratio.class(), &class]) aria-hidden="true">
                <Icon glyph=Glyph::Image />
            </span>
        }
        .into_any();
    };
    let ground = ground(&image);
    view! {
        <span class=classes(&["picture", ratio.class(), &class])>
            {ground}
            {tag(image, sizes, eager, false)}
            {second.map(|image| tag(Image { alt: String::new(), ..image }, sizes, false, true))}
        </span>
    }
    .into_any()
}

/// Of a picture in nine colours, in a square of three by three, those outside reaching beyond it: blurred, they are still whole there.
const CELLS: [&str; 9] = [
    "M-1-1h2v2h-2z",
    "M1-1h1v2h-1z",
    "M2-1h2v2h-2z",
    "M-1 1h2v1h-2z",
    "M1 1h1v1h-1z",
    "M2 1h2v1h-2z",
    "M-1 2h2v2h-2z",
    "M1 2h1v2h-1z",
    "M2 2h2v2h-2z",
];

/// What stands there until the picture does. SVG, since inline styles are forbidden and presentation attributes are not.
fn ground(image: &Image) -> Option<AnyView> {
    if !image.blur.is_empty() {
        let colours = image.blur.as_bytes().chunks(6).map(String::from_utf8_lossy);
        let cells = colours
            .zip(CELLS)
            .map(|(colour, cell)| view! { <path fill=format!("#{colour}") d=cell /> })
            .collect_view();
        let blur = view! {
            <svg
                class="picture-ground picture-blur"
                viewBox="0 0 3 3"
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <g>{cells}</g>
            </svg>
        };
        return Some(blur.into_any());
    }
    let colour = image.placeholder.clone()?;
    colour.starts_with('#').then(|| {
        let plain = view! {
            <svg class="picture-ground" aria-hidden="true">
                <rect width="100%" height="100%" fill=colour />
            </svg>
        };
        plain.into_any()
    })
}

/// The `<img>` itself. Width and height are the file's: the box decides what is seen.
fn tag(image: Image, sizes: &'static str, eager: bool, second: bool) -> impl IntoView + use<> {
    view! {
        <img
            class=second.then_some("picture-second")
            src=image.src
            sizes=image.srcset.is_some().then_some(sizes)
            srcset=image.srcset
            width=image.width.to_string()
            height=image.height.to_string()
            alt=image.alt
            loading=if eager { "eager" } else { "lazy" }
            decoding="async"
            fetchpriority=eager.then_some("high")
        />
    }
}
