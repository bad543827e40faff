//! Product illustrations of the demo shop: flat still lifes lit from the upper left.
//!
//! Everything here is a pure function of its arguments, so seeding is repeatable and tests can
//! compare bytes. Callers: the demo catalogue and the server's seeding job.

mod archetype;
mod artwork;
mod backdrop;
mod colour;
mod compose;
mod dice;
mod objects;
mod palette;
mod pattern;
mod pen;
mod props;
mod render;
mod scene;
mod shape;

pub use archetype::{Archetype, Department};
pub use artwork::Artwork;
pub use colour::Colour;
pub use render::{Encoded, Raster};
pub use scene::{Colourway, Scene, View};

/// The product picture as SVG text, `viewBox="0 0 800 1000"`.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    compose::product(scene)
}

/// The product picture `width` pixels wide (4:5), opaque.
#[must_use]
pub fn render(scene: &Scene, width: u32) -> Raster {
    render::rasterise(&svg(scene), width)
}

/// The product picture as lossy WebP in every width (pixels), rasterised once.
#[must_use]
pub fn webp(scene: &Scene, widths: &[u32]) -> Vec<Encoded> {
    render::encode(&svg(scene), widths)
}

/// The backdrop's colour: what to show while the picture loads.
#[must_use]
pub fn blur_colour(scene: &Scene) -> Colour {
    palette::Skin::new(scene.seed, scene.colourway).wall
}

#[cfg(test)]
mod tests;
