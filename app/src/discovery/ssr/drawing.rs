//! Draws a card: words on paper at the left, the photo at the right from edge to edge, the shop's sign below. CPU-bound, some
//! tens of milliseconds: call it off the async threads.
//!
//! The faces are those of the store (style/fonts.css), as TrueType: what the drawing library reads. They cover Latin scripts and
//! Arabic; other letters are left out rather than drawn as boxes.

use std::sync::{Arc, LazyLock};

use fast_image_resize::{
    ImageBufferError, PixelType, ResizeError, ResizeOptions, Resizer, images::Image,
};
use image::{ExtendedColorType, ImageError, ImageFormat, codecs::jpeg::JpegEncoder};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{self, Tree, fontdb},
};
use ui::escape_html as escape;

use super::{
    cards::{Card, HEIGHT, Kind, WIDTH},
    structured::SHOP,
    words::{one_line, shortened},
};

/// JPEG quality, 0 to 100.
const QUALITY: u8 = 88;
/// The photo's width: its height is the card's, so that products keep their 4:5.
const PHOTO: u32 = 504;
/// Where words begin, and how wide they may be beside a photo and without one.
const LEFT: f32 = 72.0;
const BESIDE: f32 = 552.0;
const ALONE: f32 = 690.0;

/// `--color-paper`, `--color-ink`, `--color-muted`, `--color-merchant`, `--color-accent` of style/tokens.css, by day.
const PAPER: (u8, u8, u8) = (0xfa, 0xf8, 0xf4);
const INK: &str = "#1b1714";
const MUTED: &str = "#5f574e";
const MERCHANT: &str = "#2f4496";
const ACCENT: &str = "#cc2d13";

/// Sizes a title is tried in, in pixels, with the lines it may take.
const TITLES: [(f32, usize); 4] = [(82.0, 2), (70.0, 3), (60.0, 3), (50.0, 4)];

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    const FRAUNCES: &[u8] = include_bytes!("../../../assets/fonts/fraunces.ttf");
    const INTER: &[u8] = include_bytes!("../../../assets/fonts/inter.ttf");
    // Taken for letters that the others do not have.
    const ARABIC: &[u8] = include_bytes!("../../../assets/fonts/noto-sans-arabic.ttf");
    let mut fonts = fontdb::Database::new();
    for face in [FRAUNCES, INTER, ARABIC] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    Arc::new(fonts)
});

/// Why a card cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    #[error("the photo could not be read: {0}")]
    Photo(#[from] ImageError),
    #[error("the photo could not be resized: {0}")]
    Buffer(#[from] ImageBufferError),
    #[error("the photo could not be resized: {0}")]
    Resize(#[from] ResizeError),
    #[error("the words could not be set: {0}")]
    Words(#[from] usvg::Error),
    #[error("there is no canvas of this size")]
    Canvas,
}

/// The card as a JPEG of [`WIDTH`] by [`HEIGHT`] pixels. `photo` is a WebP file.
pub fn draw(card: &Card, photo: Option<&[u8]>) -> Result<Vec<u8>, DrawError> {
    let mut canvas = Pixmap::new(WIDTH, HEIGHT).ok_or(DrawError::Canvas)?;
    let (red, green, blue) = PAPER;
    canvas.fill(Color::from_rgba8(red, green, blue, 255));
    if let Some(file) = photo {
        paste(&mut canvas, file)?;
    }
    let tree = read(&words(card, photo.is_some())?)?;
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    // Everything is opaque, so premultiplied colours are plain ones.
    let rgb: Vec<u8> = canvas
        .data()
        .chunks_exact(4)
        .flat_map(|pixel| pixel.iter().copied().take(3))
        .collect();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode(
        &rgb,
        WIDTH,
        HEIGHT,
        ExtendedColorType::Rgb8,
    )?;
    Ok(jpeg)
}

/// The middle of the photo, as large as its place at the right edge.
fn paste(canvas: &mut Pixmap, file: &[u8]) -> Result<(), DrawError> {
    let photo = image::load_from_memory_with_format(file, ImageFormat::WebP)?.into_rgb8();
    let (width, height) = photo.dimensions();
    let photo = Image::from_vec_u8(width, height, photo.into_raw(), PixelType::U8x3)?;
    let mut fitted = Image::new(PHOTO, HEIGHT, PixelType::U8x3);
    let cut = ResizeOptions::new().fit_into_destination(Some((0.5, 0.5)));
    Resizer::new().resize(&photo, &mut fitted, &cut)?;
    let rows = canvas.data_mut().chunks_exact_mut(WIDTH as usize * 4);
    let place = (WIDTH - PHOTO) as usize;
    for (row, from) in rows.zip(fitted.buffer().chunks_exact(PHOTO as usize * 3)) {
        let pixels = row.chunks_exact_mut(4).skip(place);
        for (pixel, colour) in pixels.zip(from.chunks_exact(3)) {
            for (part, value) in pixel.iter_mut().zip(colour) {
                *part = *value;
            }
        }
    }
    Ok(())
}

/// One of the two faces.
#[derive(Clone, Copy)]
struct Face {
    family: &'static str,
    /// Of the size.
    space: f32,
}

const FRAUNCES: Face = Face {
    family: "Fraunces",
    space: 0.23,
};
const INTER: Face = Face {
    family: "Inter",
    space: 0.28,
};

/// All words and the sign, as SVG.
fn words(card: &Card, beside_photo: bool) -> Result<String, DrawError> {
    let room = if beside_photo { BESIDE } else { ALONE };
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">"#
    );
    if !beside_photo {
        // The sign again, large, reaching out of the picture.
        svg.push_str(&sign(23.5, 800.0, -58.0));
    }
    let (over, title, under) = (
        drawable(&card.over),
        drawable(&card.title),
        drawable(&card.under),
    );
    let mut top = 76.0;
    if !over.is_empty() {
        let line = set(&over, INTER, 28.0, room)?.into_iter().next();
        let colour = if card.kind == Kind::Product {
            MERCHANT
        } else {
            MUTED
        };
        svg.push_str(&text(
            &line.unwrap_or_default(),
            INTER,
            28.0,
            top + 26.0,
            colour,
        ));
        top += 62.0;
    }
    let (lines, size) = title_in(&title, room)?;
    for line in &lines {
        svg.push_str(&text(line, FRAUNCES, size, top + size * 0.86, INK));
        top += size * 1.12;
    }
    // Down to the sign, and not more than four lines.
    top += 20.0;
    let left = ((500.0 - top) / 40.0).floor().clamp(0.0, 4.0) as usize;
    if left > 0 && !under.is_empty() {
        for line in cut(set(&under, INTER, 28.0, room)?, left) {
            svg.push_str(&text(&line, INTER, 28.0, top + 28.0, MUTED));
            top += 40.0;
        }
    }
    svg.push_str(&sign(1.5, LEFT - 1.5, 534.0));
    svg.push_str(&format!(
        r#"<text x="{}" y="569" font-family="Fraunces" font-size="38" fill="{INK}" letter-spacing="-0.4">{SHOP}</text></svg>"#,
        LEFT + 62.0
    ));
    Ok(svg)
}

/// The shop's sign (public/favicon.svg), `scale` times 32 pixels wide.
fn sign(scale: f32, x: f32, y: f32) -> String {
    format!(
        r#"<g transform="translate({x} {y}) scale({scale})"><path fill="{ACCENT}" d="M1 15.25a10.5 10.5 0 0 1 21 0z"/><path fill="{INK}" d="M10 16.75a10.5 10.5 0 0 0 21 0z"/></g>"#
    )
}

fn text(line: &str, face: Face, size: f32, baseline: f32, colour: &str) -> String {
    let tight = if face.family == "Fraunces" {
        -0.012
    } else {
        0.0
    } * size;
    format!(
        r#"<text x="{LEFT}" y="{baseline}" font-family="{}" font-size="{size}" letter-spacing="{tight}" fill="{colour}">{}</text>"#,
        face.family,
        escape(line)
    )
}

/// The title's lines in the largest size they fit in, of nearly the same length.
fn title_in(title: &str, room: f32) -> Result<(Vec<String>, f32), DrawError> {
    let mut last = (Vec::new(), 0.0);
    for (size, most) in TITLES {
        let widths = measured(title, FRAUNCES, size)?;
        let lines = wrap(&widths, FRAUNCES.space * size, room);
        let fits = widths.iter().all(|(_, width)| *width <= room);
        if lines.len() <= most && fits {
            return Ok((even(&widths, FRAUNCES.space * size, room), size));
        }
        let lines = wrap(&clipped(widths, room), FRAUNCES.space * size, room);
        last = (cut(lines, most), size);
    }
    Ok(last)
}

/// Lines of at most `room` pixels, of nearly the same length.
fn set(words: &str, face: Face, size: f32, room: f32) -> Result<Vec<String>, DrawError> {
    let widths = clipped(measured(words, face, size)?, room);
    Ok(even(&widths, face.space * size, room))
}

/// As few lines as `room` allows, each as short as that many can be.
fn even(words: &[(String, f32)], space: f32, room: f32) -> Vec<String> {
    let mut lines = wrap(words, space, room);
    let mut narrower = room;
    while narrower > room * 0.5 {
        narrower -= 12.0;
        let tried = wrap(words, space, narrower);
        if tried.len() > lines.len() || words.iter().any(|(_, width)| *width > narrower) {
            break;
        }
        lines = tried;
    }
    lines
}

fn wrap(words: &[(String, f32)], space: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = f32::INFINITY;
    for (word, width) in words {
        match lines.last_mut() {
            Some(line) if used + space + width <= room => {
                line.push(' ');
                line.push_str(word);
                used += space + width;
            }
            _ => {
                lines.push(word.clone());
                used = *width;
            }
        }
    }
    lines
}

/// The first `most` lines, the last of them with an ellipsis where others follow.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let kept = last.trim_end_matches([',', ';', ':', '.', '–', '—', ' ']);
            *last = format!("{kept}…");
        }
    }
    lines
}

/// The words, those that are wider than any line shortened to one.
fn clipped(words: Vec<(String, f32)>, room: f32) -> Vec<(String, f32)> {
    let clip = |(word, width): (String, f32)| {
        if width <= room {
            return (word, width);
        }
        // Letters differ in width, and the ellipsis takes some.
        let letters = word.chars().count() as f32 * room / width * 0.9;
        (shortened(&word, letters as usize), room)
    };
    words.into_iter().map(clip).collect()
}

/// Words with their widths in pixels.
fn measured(words: &str, face: Face, size: f32) -> Result<Vec<(String, f32)>, DrawError> {
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" font-family="{}" font-size="{size}">"#,
        face.family
    );
    for (at, word) in words.iter().enumerate() {
        svg.push_str(&format!(r#"<text id="w{at}">{}</text>"#, escape(word)));
    }
    svg.push_str("</svg>");
    let tree = read(&svg)?;
    let width = |at: usize| {
        let node = tree.node_by_id(&format!("w{at}"));
        node.map_or(0.0, |node| node.abs_bounding_box().width())
    };
    Ok(words
        .into_iter()
        .enumerate()
        .map(|(at, word)| (word, width(at)))
        .collect())
}

fn read(svg: &str) -> Result<Tree, usvg::Error> {
    let options = usvg::Options {
        fontdb: FONTS.clone(),
        ..usvg::Options::default()
    };
    Tree::from_str(svg, &options)
}

/// What the faces have letters for, on one line of reasonable length.
fn drawable(text: &str) -> String {
    let known = |letter: &char| {
        letter.is_whitespace()
            || matches!(letter, '!'..='~' | '\u{a1}'..='\u{17f}' | '،' | '؛' | '؟' | 'ء'..='\u{652}' | '–' | '—' | '‘' | '’' | '‚' | '“' | '”' | '„' | '•' | '…' | '€')
    };
    let text: String = text.chars().filter(known).collect();
    shortened(&one_line(&text), 240)
}
