//! Which pictures the demo needs, and drawing them.
//!
//! Invariant: a picture's id is a hash of what it shows, so that a changed drawing is another picture and an unchanged one is
//! never drawn twice.

use std::collections::HashMap;

use app::catalog::ssr::pictures::{HERO, WIDTHS};
use demo::{
    catalogue::{Marketplace, Product},
    pictures::{self, Archetype, Artwork, Colourway, Encoded, Scene, View},
};
use uuid::Uuid;

/// Widths of wide pictures, in pixels.
const WIDE: [u32; 5] = [480, 720, 960, 1440, 1920];
/// Widths of merchants' marks, in pixels.
const MARK: [u32; 2] = [120, 240];
/// The seed of the home page's picture: chosen by eye.
const HERO_SEED: u64 = 7;
/// Front first, and on the card's other side the product in its setting.
const VIEWS: [View; 4] = [View::Front, View::Styled, View::Angle, View::Detail];

/// Where a picture belongs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Hero,
    Mark(&'static str),
    Banner(&'static str),
    Category(&'static str),
    /// Of a product by its slug, in gallery order.
    Gallery(String, usize),
}

#[derive(Clone, Debug)]
enum Subject {
    Scene(Scene),
    Artwork(Artwork),
}

/// A picture to be drawn.
#[derive(Clone, Debug)]
pub struct Picture {
    pub id: Uuid,
    pub place: Place,
    /// Pixels, ascending.
    pub widths: &'static [u32],
    /// Of the largest width, in pixels.
    pub height: u32,
    /// `#rrggbb`
    pub placeholder: String,
    /// Known once it is drawn.
    pub blur: String,
    subject: Subject,
}

impl Picture {
    /// One WebP file per width. CPU-bound.
    pub fn draw(&self) -> Vec<Encoded> {
        match &self.subject {
            Subject::Scene(scene) => pictures::webp(scene, self.widths),
            Subject::Artwork(artwork) => artwork.webp(self.widths),
        }
    }

    /// Of the largest file, in pixels.
    pub fn width(&self) -> u32 {
        self.widths.last().copied().unwrap_or_default()
    }

    fn of_scene(place: Place, scene: Scene) -> Self {
        Self {
            id: super::id("picture", &pictures::svg(&scene)),
            place,
            widths: &WIDTHS,
            height: WIDTHS[WIDTHS.len() - 1] * 5 / 4,
            placeholder: pictures::blur_colour(&scene).to_string(),
            blur: String::new(),
            subject: Subject::Scene(scene),
        }
    }

    /// `ratio`: width to height.
    fn of_artwork(
        place: Place,
        artwork: Artwork,
        widths: &'static [u32],
        ratio: (u32, u32),
    ) -> Self {
        Self {
            id: super::id("picture", &artwork.svg()),
            place,
            widths,
            height: widths.last().copied().unwrap_or_default() * ratio.1 / ratio.0,
            placeholder: "#e9e2d6".to_owned(),
            blur: String::new(),
            subject: Subject::Artwork(artwork),
        }
    }
}

/// Every picture of the demo. Writes each one's SVG, which takes a moment: call it off the async threads.
pub fn plan(market: &Marketplace) -> Vec<Picture> {
    let mut hero = Picture::of_artwork(
        Place::Hero,
        Artwork::Hero { seed: HERO_SEED },
        &WIDE,
        (16, 10),
    );
    hero.id = HERO;
    let mut all = vec![hero];
    for merchant in &market.merchants {
        let (seed, initials) = (merchant.seed, initials(merchant.name));
        let mark = Artwork::MerchantMark { seed, initials };
        all.push(Picture::of_artwork(
            Place::Mark(merchant.slug),
            mark,
            &MARK,
            (1, 1),
        ));
        let banner = Artwork::MerchantBanner { seed };
        all.push(Picture::of_artwork(
            Place::Banner(merchant.slug),
            banner,
            &WIDE,
            (16, 5),
        ));
    }
    for category in &market.categories {
        let artwork = Artwork::Category {
            archetypes: archetypes(market, category.slug),
            seed: category.seed,
        };
        all.push(Picture::of_artwork(
            Place::Category(category.slug),
            artwork,
            &WIDTHS,
            (4, 3),
        ));
    }
    for product in &market.products {
        let scenes = gallery(product).into_iter().enumerate();
        all.extend(
            scenes.map(|(at, scene)| {
                Picture::of_scene(Place::Gallery(product.slug.clone(), at), scene)
            }),
        );
    }
    all
}

/// The pictures' ids by where they belong.
pub fn places(pictures: &[Picture]) -> HashMap<Place, Uuid> {
    pictures
        .iter()
        .map(|picture| (picture.place.clone(), picture.id))
        .collect()
}

/// The colours a product comes in, in the order of the option.
pub fn colourways(product: &Product) -> Vec<Colourway> {
    let values = product.options.iter().flat_map(|option| &option.values);
    values
        .filter_map(|value| Colourway::from_name(value.colourway?))
        .collect()
}

/// The views of the product in its first colour, then its front in each of the others.
fn gallery(product: &Product) -> Vec<Scene> {
    let (archetype, seed) = (product.archetype, product.seed);
    let ways = colourways(product);
    let first = ways.first().copied();
    let views = VIEWS.into_iter().take(product.views.into());
    let own = views.map(|view| Scene {
        archetype,
        seed,
        view,
        colourway: first,
    });
    let others = ways.into_iter().skip(1);
    let others = others.map(|way| Scene {
        archetype,
        seed,
        view: View::Front,
        colourway: Some(way),
    });
    own.chain(others).collect()
}

/// Up to three kinds of things found in a category or below it.
fn archetypes(market: &Marketplace, slug: &str) -> Vec<Archetype> {
    let parent_of = |slug: &str| {
        market
            .categories
            .iter()
            .find(|category| category.slug == slug)?
            .parent
    };
    let is_below =
        |leaf: &str| std::iter::successors(Some(leaf), |at| parent_of(at)).any(|at| at == slug);
    let mut found = Vec::new();
    for product in &market.products {
        if found.len() < 3 && !found.contains(&product.archetype) && is_below(product.category) {
            found.push(product.archetype);
        }
    }
    found
}

/// The first letters of the first two words, or the first two letters of the only one.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.chars().take(2).collect(),
        [first, second, ..] => first
            .chars()
            .take(1)
            .chain(second.chars().take(1))
            .collect(),
    }
}
