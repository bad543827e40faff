//! From SVG text to pixels and WebP files.
//!
//! Invariant: one rasterisation per picture, at the largest width; smaller sizes are area-averaged
//! from it. Pictures are opaque, so premultiplied and straight colour are the same.

use resvg::{tiny_skia, usvg};

/// WebP quality, 0–100.
const QUALITY: f32 = 78.0;
/// libwebp effort, 0 (fast) to 6. 2 is as fast as 1, with a fifth fewer bytes.
const METHOD: i32 = 2;

/// Opaque RGBA pixels, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    pub width: u32,
    pub height: u32,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
}

/// An encoded picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    pub width: u32,
    pub height: u32,
    pub webp: Vec<u8>,
}

/// Draws an SVG document `width` pixels wide, keeping its proportions.
///
/// # Panics
/// If `svg` is not a well-formed document with a size: the illustrator's own text always is.
#[must_use]
pub fn rasterise(svg: &str, width: u32) -> Raster {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default())
        .expect("the illustrator writes well-formed SVG");
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixmap =
        tiny_skia::Pixmap::new(width.max(1), height.max(1)).expect("sizes are positive and small");
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    Raster {
        width: pixmap.width(),
        height: pixmap.height(),
        rgba: pixmap.take(),
    }
}

/// Draws once at the largest of `widths` (pixels) and encodes every width, in the given order.
///
/// # Panics
/// If a width exceeds WebP's limit of 16383 pixels.
#[must_use]
pub fn encode(svg: &str, widths: &[u32]) -> Vec<Encoded> {
    let Some(&largest) = widths.iter().max() else {
        return Vec::new();
    };
    let full = rasterise(svg, largest);
    widths
        .iter()
        .map(|&width| {
            if width == largest {
                full.encode()
            } else {
                full.shrink(width).encode()
            }
        })
        .collect()
}

impl Raster {
    /// Area average down to `width` pixels; never enlarges.
    #[must_use]
    pub fn shrink(&self, width: u32) -> Self {
        let width = width.clamp(1, self.width);
        let height =
            (u64::from(self.height) * u64::from(width) / u64::from(self.width)).max(1) as u32;
        let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
        for y in 0..height {
            let rows = span(y, height, self.height);
            for x in 0..width {
                rgba.extend(self.average(span(x, width, self.width), rows.clone()));
            }
        }
        Self {
            width,
            height,
            rgba,
        }
    }

    fn average(&self, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) -> [u8; 4] {
        let count = (columns.len() * rows.len()) as u32;
        let mut sum = [0_u32; 4];
        for y in rows {
            let start = (y * self.width as usize + columns.start) * 4;
            let row = &self.rgba[start..start + columns.len() * 4];
            for pixel in row.chunks_exact(4) {
                for (total, &part) in sum.iter_mut().zip(pixel) {
                    *total += u32::from(part);
                }
            }
        }
        sum.map(|total| ((total + count / 2) / count) as u8)
    }

    /// Lossy WebP.
    ///
    /// # Panics
    /// If a side exceeds WebP's limit of 16383 pixels.
    #[must_use]
    pub fn encode(&self) -> Encoded {
        let mut config = webp::WebPConfig::new().expect("libwebp's ABI matches its bindings");
        config.quality = QUALITY;
        config.method = METHOD;
        let webp = webp::Encoder::from_rgba(&self.rgba, self.width, self.height)
            .encode_advanced(&config)
            .expect("sizes are within WebP's limits")
            .to_vec();
        Encoded {
            width: self.width,
            height: self.height,
            webp,
        }
    }
}

/// Source pixels under destination pixel `at`.
fn span(at: u32, count: u32, source: u32) -> std::ops::Range<usize> {
    let edge = |n: u32| (u64::from(n) * u64::from(source) / u64::from(count)) as usize;
    edge(at)..edge(at + 1).max(edge(at) + 1)
}
