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
    let ground = image
        .placeholder
        .clone()
        .filter(|colour| colour.starts_with('#'));
    view! {
        <span class=classes(&["picture", ratio.class(), &class])>
            {ground
                .map(|colour| {
                    view! {
                        <svg class="picture-ground" aria-hidden="true">
                            <rect width="100%" height="100%" fill=colour />
                        </svg>
                    }
                })}
            {tag(image, sizes, eager, false)}
            {second.map(|image| tag(Image { alt: String::new(), ..image }, sizes, false, true))}
        </span>
    }
    .into_any()
}

/// The pictures of one product: a strip to swipe on phones; from 1024 px on one at a time, chosen by the thumbnails beside
/// it. The thumbnails are links to `#picture-{n}` (`n` counts from 0 in the order of `images`), so they work without a
/// script; a script may scroll `#gallery` instead and move `aria-current`.
#[component]
pub fn Gallery(
    images: Vec<Image>,
    /// The picture that comes first, loaded early: the one of the chosen variant.
    #[prop(optional)]
    first: usize,
    #[prop(default = "(min-width: 64rem) 40rem, 84vw")] sizes: &'static str,
) -> impl IntoView {
    let total = images.len();
    let mut order: Vec<(usize, Image)> = images.into_iter().enumerate().collect();
    order.sort_by_key(|(index, _)| *index != first);
    let thumbs = order
        .iter()
        .enumerate()
        .map(|(place, (index, image))| {
            let image = Image {
                alt: String::new(),
                ..image.clone()
            };
            view! {
                <li>
                    <a
                        href=format!("#picture-{index}")
                        aria-label=format!("Picture {} of {total}", place + 1)
                        aria-current={(place == 0).then_some("true")}
                    >
                        <Picture image ratio=Ratio::Thumb sizes="4.5rem" />
                    </a>
                </li>
            }
        })
        .collect_view();
    let items = order
        .into_iter()
        .enumerate()
        .map(|(place, (index, image))| {
            view! {
                <li id=format!("picture-{index}")>
                    <Picture image sizes eager={place == 0} />
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="gallery">
            {(total > 1).then(|| view! { <ul class="gallery-thumbs" aria-label="Choose a picture">{thumbs}</ul> })}
            <ul class="gallery-stage" id="gallery" aria-label="Pictures" tabindex="0">
                {items}
            </ul>
        </div>
    }
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
