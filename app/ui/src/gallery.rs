//! The pictures of one product, and each of them large.

use leptos::prelude::*;
use words::t;

use crate::action::IconButton;
use crate::icon::Glyph;
use crate::picture::{Image, Picture, Ratio};

/// The pictures of one product: a strip to swipe on phones; from 1024 px on one at a time, chosen by the thumbnails beside
/// it. The thumbnails are links to `#picture-{n}` (`n` counts from 0 in the order of `images`), so they work without a
/// script; a script may scroll `#gallery` instead and move `aria-current`.
///
/// Each picture opens large over the page, as the popover `#viewer-{n}`, where a press enlarges it once more.
#[component]
pub fn Gallery(
    images: Vec<Image>,
    /// The picture that comes first, loaded early: the one of the chosen variant.
    #[prop(optional)]
    first: usize,
    #[prop(default = "(min-width: 64rem) 40rem, min(84vw, 33svh)")] sizes: &'static str,
) -> impl IntoView {
    let total = images.len();
    let mut order: Vec<(usize, Image)> = images.into_iter().enumerate().collect();
    order.sort_by_key(|(index, _)| *index != first);
    let indices: Vec<usize> = order.iter().map(|(index, _)| *index).collect();
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
                        aria-label=t!("Picture {place} of {total}", place = place + 1, total)
                        aria-current={(place == 0).then_some("true")}
                    >
                        <Picture image ratio=Ratio::Thumb sizes="4.5rem" />
                    </a>
                </li>
            }
        })
        .collect_view();
    let viewers = order
        .iter()
        .enumerate()
        .map(|(place, (index, image))| {
            let before = place.checked_sub(1).and_then(|at| indices.get(at));
            viewer(
                image.clone(),
                *index,
                place + 1,
                total,
                before.copied(),
                indices.get(place + 1).copied(),
            )
        })
        .collect_view();
    let items = order
        .into_iter()
        .enumerate()
        .map(|(place, (index, image))| {
            let label = t!("Enlarge: {picture}", picture = image.alt);
            view! {
                <li id=format!("picture-{index}")>
                    <button type="button" class="gallery-open" popovertarget=format!("viewer-{index}") aria-label=label>
                        <Picture image sizes eager={place == 0} />
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="gallery">
            {(total > 1).then(|| view! { <ul class="gallery-thumbs" aria-label=t!("Choose a picture")>{thumbs}</ul> })}
            <ul class="gallery-stage" id="gallery" aria-label=t!("Pictures") tabindex="0">
                {items}
            </ul>
        </div>
        {viewers}
    }
}

/// One picture over the whole page, with the ways to its neighbours. Opens, closes and enlarges without a script.
fn viewer(
    image: Image,
    index: usize,
    place: usize,
    total: usize,
    before: Option<usize>,
    after: Option<usize>,
) -> impl IntoView + use<> {
    let neighbour =
        |target: Option<usize>, label: &'static str, class: &'static str, glyph: Glyph| {
            let target = target.map(|target| format!("viewer-{target}"));
            target.map(|target| view! { <IconButton label glyph class opens=target /> })
        };
    let id = format!("viewer-{index}");
    let close = id.clone();
    view! {
        <dialog class="viewer" popover="" id=id aria-label=t!("Picture {place} of {total}", place, total)>
            <label class="viewer-picture">
                <input type="checkbox" aria-label=t!("Enlarge: {picture}", picture = image.alt) />
                <img
                    src=image.src
                    srcset=image.srcset
                    sizes="100vw"
                    width=image.width.to_string()
                    height=image.height.to_string()
                    alt=""
                    loading="lazy"
                    decoding="async"
                />
            </label>
            <p class="viewer-place" aria-hidden="true">{format!("{place} / {total}")}</p>
            {neighbour(before, t!("Previous picture"), "viewer-previous", Glyph::ChevronLeft)}
            {neighbour(after, t!("Next picture"), "viewer-next", Glyph::ChevronRight)}
            <IconButton label=t!("Close") glyph=Glyph::Close class="viewer-close" closes=close />
        </dialog>
    }
}
