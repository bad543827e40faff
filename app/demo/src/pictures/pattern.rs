//! Surface decoration: repeating tiles for cloth and ceramics, glaze dips, wood grain, weave.
//!
//! Invariant: a pattern is laid inside one outline and never outside it. Tiles repeat inside one clip,
//! so a decorated surface costs one more layer whatever its outline.

use super::colour::Colour;
use super::dice::Dice;
use super::palette::Skin;
use super::pen::{Grain, Pen};
use super::shape::{Shape, curve};

/// How a surface is decorated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Plain,
    Stripes,
    Pinstripes,
    Speckle,
    Dip,
    Band,
    Checks,
    Terrazzo,
    Waves,
    Gingham,
    Herringbone,
    Botanical,
    Dots,
    Arches,
}

impl Pattern {
    pub(crate) const CERAMIC: [Self; 10] = [
        Self::Plain,
        Self::Speckle,
        Self::Dip,
        Self::Band,
        Self::Waves,
        Self::Botanical,
        Self::Terrazzo,
        Self::Stripes,
        Self::Dip,
        Self::Arches,
    ];
    pub(crate) const TEXTILE: [Self; 10] = [
        Self::Plain,
        Self::Stripes,
        Self::Checks,
        Self::Gingham,
        Self::Herringbone,
        Self::Botanical,
        Self::Waves,
        Self::Dots,
        Self::Pinstripes,
        Self::Plain,
    ];
}

/// Lays `decor` over `shape`, which is already filled with `base`.
pub(crate) fn lay(pen: &mut Pen, shape: &Shape, base: Colour, decor: Pattern) {
    let skin = pen.skin;
    // Parts shaded a little differently still carry the same decoration.
    let like = if base.distance(skin.main) < 0.3 {
        skin.main
    } else {
        base
    };
    let second = [skin.trim, skin.accent, skin.light, skin.ink]
        .into_iter()
        .find(|tone| tone.distance(like) > 0.3)
        .unwrap_or(skin.ink);
    match decor {
        Pattern::Plain => {}
        Pattern::Dip => dip(pen, shape, second),
        Pattern::Band => bands(pen, shape, second),
        _ => tile(pen, shape, base, second, decor),
    }
    if pen.close {
        weave(pen, shape, base);
    }
}

/// A repeating motif: its cell's size, the cell's SVG, and how the grid lies.
struct Motif {
    width: f32,
    height: f32,
    turn: f32,
    scale: f32,
    content: String,
}

/// Repeats a motif over `shape`. SVG patterns would say the same in fewer words, but they are
/// resampled pixel by pixel, which takes several times as long.
fn repeat(pen: &mut Pen, shape: &Shape, motif: &Motif) {
    let cell = pen.define("g", "", &motif.content);
    let id = cell.trim_start_matches("url(").trim_end_matches(')');
    let (sin, cos) = (-motif.turn.to_radians()).sin_cos();
    let corner = |x: f32, y: f32| {
        (
            (x * cos - y * sin) / motif.scale / motif.width,
            (x * sin + y * cos) / motif.scale / motif.height,
        )
    };
    let (x, y, w, h) = (shape.x, shape.y, shape.w, shape.h);
    let corners = [
        corner(x, y),
        corner(x + w, y),
        corner(x, y + h),
        corner(x + w, y + h),
    ];
    let (mut x0, mut y0, mut x1, mut y1) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    for (column, row) in corners {
        (x0, x1) = (x0.min(column), x1.max(column));
        (y0, y1) = (y0.min(row), y1.max(row));
    }
    let mut cells = format!(
        "<g transform=\"rotate({}) scale({})\">",
        motif.turn, motif.scale
    );
    for row in y0.floor() as i32..y1.ceil() as i32 {
        for column in x0.floor() as i32..x1.ceil() as i32 {
            cells.push_str(&format!(
                "<use href=\"{id}\" x=\"{}\" y=\"{}\"/>",
                column as f32 * motif.width,
                row as f32 * motif.height
            ));
        }
    }
    cells.push_str("</g>");
    pen.clip(shape, |pen| pen.raw(&cells));
}

/// A glaze that ran down and stopped at an uneven line.
fn dip(pen: &mut Pen, shape: &Shape, glaze: Colour) {
    let level = shape.y + shape.h * pen.dice.range(0.32, 0.68);
    let top = pen.dice.chance(0.5);
    let edge = if top {
        shape.y - 60.0
    } else {
        shape.y + shape.h + 60.0
    };
    let steps = 6_u8;
    let mut line: Vec<(f32, f32)> = Vec::new();
    for i in 0..=steps {
        let share = f32::from(i) / f32::from(steps);
        // The front of a round body bulges towards us, so the line sags in the middle.
        let sag = (share * std::f32::consts::PI).sin() * shape.w * 0.07;
        let wobble = pen.dice.range(-7.0, 7.0);
        line.push((
            shape.x - 10.0 + (shape.w + 20.0) * share,
            level + sag + wobble,
        ));
    }
    let d = format!(
        "{}L{} {edge}L{} {edge}Z",
        curve(&line),
        shape.x + shape.w + 10.0,
        shape.x - 10.0
    );
    pen.clip(shape, |pen| {
        pen.fill(&d, glaze);
        pen.faint_line(&curve(&line), glaze.darken(0.35), 3.0, 0.35);
    });
}

/// One broad and two fine rings.
fn bands(pen: &mut Pen, shape: &Shape, tone: Colour) {
    let level = shape.y + shape.h * pen.dice.range(0.3, 0.62);
    let width = shape.h * pen.dice.range(0.05, 0.15);
    let (x, w) = (shape.x, shape.w);
    let ring = |y: f32| curve(&[(x - 5.0, y), (x + w / 2.0, y + w * 0.07), (x + w + 5.0, y)]);
    pen.clip(shape, |pen| {
        pen.line(&ring(level), tone, width);
        pen.line(&ring(level - width * 0.85), tone, width * 0.14);
        pen.line(&ring(level + width * 0.85), tone, width * 0.14);
    });
}

fn tile(pen: &mut Pen, shape: &Shape, base: Colour, second: Colour, decor: Pattern) {
    let mut dice = Dice::new(pen.skin.tile, "tile");
    let scale = dice.range(0.8, 1.35);
    let turn = match decor {
        Pattern::Stripes => dice.pick(&[0.0, 0.0, 90.0]),
        Pattern::Checks => dice.pick(&[0.0, 45.0]),
        _ => 0.0,
    };
    let (width, height, content) = match decor {
        Pattern::Stripes => (
            40.0,
            40.0,
            format!(
                "<path d=\"M0 10H40\" stroke=\"{second}\" stroke-width=\"{}\"/>",
                dice.pick(&[6.0, 14.0, 20.0])
            ),
        ),
        Pattern::Pinstripes => (
            26.0,
            26.0,
            format!(
                "<path d=\"M13 0V26\" stroke=\"{second}\" stroke-width=\"2.4\" stroke-opacity=\"0.8\"/>"
            ),
        ),
        Pattern::Checks => (
            56.0,
            56.0,
            format!(
                "<path d=\"M0 0h28v28h-28zM28 28h28v28h-28z\" fill=\"{second}\" fill-opacity=\"0.85\"/>"
            ),
        ),
        Pattern::Gingham => (
            44.0,
            44.0,
            format!(
                "<path d=\"M0 0h22v44h-22z\" fill=\"{second}\" fill-opacity=\"0.42\"/><path d=\"M0 0h44v22h-44z\" fill=\"{second}\" fill-opacity=\"0.42\"/>"
            ),
        ),
        Pattern::Herringbone => (
            40.0,
            24.0,
            format!(
                "<path d=\"M-2 -4L20 12L42 -4M-2 8L20 24L42 8M-2 20L20 36L42 20M-2 -16L20 0L42 -16\" fill=\"none\" stroke=\"{second}\" stroke-width=\"3\" stroke-opacity=\"0.55\"/>"
            ),
        ),
        Pattern::Waves => (
            60.0,
            34.0,
            format!(
                "<path d=\"M-2 17C8 3 22 3 30 17S52 31 62 17\" fill=\"none\" stroke=\"{second}\" stroke-width=\"4.5\"/>"
            ),
        ),
        Pattern::Dots => (
            44.0,
            44.0,
            format!(
                "<g fill=\"{second}\"><circle cx=\"11\" cy=\"11\" r=\"5.5\"/><circle cx=\"33\" cy=\"33\" r=\"5.5\"/></g>"
            ),
        ),
        Pattern::Arches => (
            60.0,
            48.0,
            format!(
                "<path d=\"M4 48V30a26 26 0 0 1 52 0V48M17 48V32a13 13 0 0 1 26 0V48\" fill=\"none\" stroke=\"{second}\" stroke-width=\"4.5\"/>"
            ),
        ),
        Pattern::Botanical => (110.0, 130.0, botanical(second)),
        Pattern::Terrazzo => (190.0, 190.0, chips(pen.skin, &mut dice, base, second)),
        Pattern::Speckle => (170.0, 170.0, speckles(&mut dice, base)),
        Pattern::Plain | Pattern::Dip | Pattern::Band => return,
    };
    let motif = Motif {
        width,
        height,
        turn,
        scale,
        content,
    };
    repeat(pen, shape, &motif);
}

fn botanical(tone: Colour) -> String {
    let leaf = |x: f32, y: f32, turn: f32| {
        format!(
            "<path transform=\"translate({x} {y}) rotate({turn})\" d=\"M0 0C9 -6 12 -18 0 -30C-12 -18 -9 -6 0 0\"/>"
        )
    };
    format!(
        "<g fill=\"{tone}\"><path d=\"M30 122C26 90 36 60 30 22\" fill=\"none\" stroke=\"{tone}\" stroke-width=\"2.6\"/>{}{}{}{}{}<circle cx=\"82\" cy=\"34\" r=\"6\"/><path d=\"M82 34C82 60 88 74 82 98\" fill=\"none\" stroke=\"{tone}\" stroke-width=\"2.2\"/>{}{}</g>",
        leaf(29.0, 100.0, -58.0),
        leaf(30.0, 88.0, 58.0),
        leaf(32.0, 66.0, -52.0),
        leaf(32.0, 54.0, 52.0),
        leaf(30.0, 30.0, 0.0),
        leaf(85.0, 76.0, 55.0),
        leaf(83.0, 64.0, -55.0),
    )
}

fn chips(skin: Skin, dice: &mut Dice, base: Colour, second: Colour) -> String {
    let tones = [second, skin.accent, skin.trim, skin.shade, skin.wall];
    let mut out = String::new();
    for i in 0..22_u8 {
        let (column, row) = (f32::from(i % 5), f32::from(i / 5));
        let x = column * 38.0 + dice.range(8.0, 28.0);
        let y = row * 38.0 + dice.range(8.0, 28.0);
        let (size, turn) = (dice.range(5.0, 13.0), dice.range(0.0, 180.0));
        let tone = tones[dice.below(tones.len())];
        if tone.distance(base) < 0.12 {
            continue;
        }
        out.push_str(&format!(
            "<path transform=\"translate({x} {y}) rotate({turn})\" d=\"M{} {}L{} {}L{} {}L{} {}Z\" fill=\"{tone}\"/>",
            -size,
            -size * 0.4,
            size * 0.3,
            -size * 0.9,
            size,
            size * 0.3,
            -size * 0.4,
            size * 0.8
        ));
    }
    out
}

fn speckles(dice: &mut Dice, base: Colour) -> String {
    let tone = if base.luma() > 0.45 {
        base.darken(0.62)
    } else {
        base.lighten(0.6)
    };
    let mut out = format!("<g fill=\"{tone}\" fill-opacity=\"0.75\">");
    for _ in 0..34 {
        let (x, y) = (dice.range(4.0, 166.0), dice.range(4.0, 166.0));
        let r = dice.pick(&[1.1, 1.4, 1.9, 2.6]);
        out.push_str(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>"));
    }
    out.push_str("</g>");
    out
}

/// Wood grain: long, nearly parallel lines with an occasional swell.
pub(crate) fn grain(pen: &mut Pen, shape: &Shape, colour: Colour, grain: Grain) {
    let tone = if colour.luma() > 0.3 {
        colour.darken(0.45)
    } else {
        colour.lighten(0.3)
    };
    let motif = Motif {
        width: 320.0,
        height: 92.0,
        turn: if grain == Grain::Upright { 90.0 } else { 0.0 },
        scale: 1.0,
        content: format!(
            "<g fill=\"none\" stroke=\"{tone}\" stroke-opacity=\"0.34\" stroke-width=\"2\"><path d=\"M0 10C80 2 150 18 320 10\"/><path d=\"M0 28C60 34 110 18 190 24S280 34 320 28\" stroke-width=\"3\" stroke-opacity=\"0.2\"/><path d=\"M0 46C90 44 120 58 180 54S260 40 320 46\"/><path d=\"M60 51C110 56 130 66 170 60\" stroke-width=\"1.4\"/><path d=\"M0 70C100 78 220 62 320 70\" stroke-width=\"2.6\" stroke-opacity=\"0.24\"/><path d=\"M0 84C120 80 210 90 320 84\" stroke-width=\"1.2\"/></g>"
        ),
    };
    repeat(pen, shape, &motif);
}

/// Fine threads for close crops.
fn weave(pen: &mut Pen, shape: &Shape, base: Colour) {
    let (mut across, mut down) = (String::new(), String::new());
    let mut y = shape.y;
    while y < shape.y + shape.h {
        across.push_str(&format!("M{} {y}h{}", shape.x, shape.w));
        y += 5.0;
    }
    let mut x = shape.x;
    while x < shape.x + shape.w {
        down.push_str(&format!("M{x} {}v{}", shape.y, shape.h));
        x += 5.0;
    }
    pen.clip(shape, |pen| {
        pen.faint_line(&across, base.darken(0.5), 1.2, 0.12);
        pen.faint_line(&down, base.lighten(0.5), 1.2, 0.14);
    });
}
