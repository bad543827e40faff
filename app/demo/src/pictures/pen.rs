//! The pen: writes SVG elements, owns definitions, and lays light over outlines.
//!
//! Invariant: shadows collect in their own layer, so that composing a picture can put them under
//! everything the object draws. Equal definitions are written once. No text, no filters: shadows
//! are gradients and stacked strokes, which rasterise quickly.

use std::fmt::Display;

use super::colour::Colour;
use super::dice::Dice;
use super::palette::Skin;
use super::pattern::{self, Pattern};
use super::shape::{Shape, TILT};

/// How light falls over an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A sheet: faint fall-off from upper left to lower right.
    Flat,
    /// A cylinder: bright at a quarter, dark at the right edge.
    Round,
    /// A ball: bright at the upper left.
    Ball,
}

/// Direction of wood grain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grain {
    Along,
    Upright,
}

/// One stop of a gradient: offset, colour, opacity.
pub(crate) type Stop = (f32, Colour, f32);

pub(crate) struct Pen {
    body: String,
    shadows: String,
    defs: Vec<String>,
    pub dice: Dice,
    pub skin: Skin,
    /// Drawing for a close crop: surfaces get their fine texture.
    pub close: bool,
}

impl Pen {
    pub(crate) fn new(skin: Skin, dice: Dice) -> Self {
        Self {
            body: String::new(),
            shadows: String::new(),
            defs: Vec::new(),
            dice,
            skin,
            close: false,
        }
    }

    /// Takes what was drawn since the last call: shadows first, then the object.
    pub(crate) fn take(&mut self) -> (String, String) {
        (
            std::mem::take(&mut self.shadows),
            std::mem::take(&mut self.body),
        )
    }

    /// Takes only the shadows, to place them early.
    pub(crate) fn take_shadows(&mut self) -> String {
        std::mem::take(&mut self.shadows)
    }

    pub(crate) fn raw(&mut self, svg: &str) {
        self.body.push_str(svg);
    }

    /// The finished document; `width` and `height` are user units.
    pub(crate) fn document(self, width: f32, height: f32) -> String {
        let defs = self.defs.concat();
        short_decimals(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><defs>{defs}</defs>{}{}</svg>",
            self.shadows, self.body
        ))
    }

    /// Adds a definition (once) and returns `url(#…)`.
    pub(crate) fn define(&mut self, element: &str, attributes: &str, children: &str) -> String {
        let tail = format!(" {attributes}>{children}</{element}>");
        let known = self.defs.iter().position(|def| {
            def.ends_with(&tail)
                && def[..def.len() - tail.len()].starts_with(&format!("<{element} id="))
        });
        let index = known.unwrap_or_else(|| {
            let index = self.defs.len();
            self.defs.push(format!("<{element} id=\"d{index}\"{tail}"));
            index
        });
        format!("url(#d{index})")
    }

    /// Linear gradient across the bounding box, from `(x1, y1)` to `(x2, y2)` in shares of it.
    pub(crate) fn linear(&mut self, line: [f32; 4], stops: &[Stop]) -> String {
        let [x1, y1, x2, y2] = line;
        self.define(
            "linearGradient",
            &format!("x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\""),
            &stop_elements(stops),
        )
    }

    /// Radial gradient in shares of the bounding box.
    pub(crate) fn radial(&mut self, circle: [f32; 3], stops: &[Stop]) -> String {
        let [cx, cy, r] = circle;
        self.define(
            "radialGradient",
            &format!("cx=\"{cx}\" cy=\"{cy}\" r=\"{r}\""),
            &stop_elements(stops),
        )
    }

    /// From `top` to `bottom`.
    pub(crate) fn down(&mut self, top: Colour, bottom: Colour) -> String {
        self.linear([0.0, 0.0, 0.0, 1.0], &[(0.0, top, 1.0), (1.0, bottom, 1.0)])
    }

    pub(crate) fn fill(&mut self, d: &str, paint: impl Display) {
        self.body
            .push_str(&format!("<path d=\"{d}\" fill=\"{paint}\"/>"));
    }

    pub(crate) fn tint(&mut self, d: &str, paint: impl Display, opacity: f32) {
        self.body.push_str(&format!(
            "<path d=\"{d}\" fill=\"{paint}\" fill-opacity=\"{opacity}\"/>"
        ));
    }

    pub(crate) fn line(&mut self, d: &str, paint: impl Display, width: f32) {
        self.faint_line(d, paint, width, 1.0);
    }

    pub(crate) fn faint_line(&mut self, d: &str, paint: impl Display, width: f32, opacity: f32) {
        self.body.push_str(&format!(
            "<path d=\"{d}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width}\" stroke-opacity=\"{opacity}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        ));
    }

    /// A row of stitches along a line.
    pub(crate) fn stitch(&mut self, d: &str, paint: impl Display, width: f32) {
        self.body.push_str(&format!(
            "<path d=\"{d}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{width}\" stroke-opacity=\"0.8\" stroke-dasharray=\"{} {}\"/>",
            width * 3.2,
            width * 2.2
        ));
    }

    /// A round rod: dark under-stroke, main stroke, light along its upper left.
    pub(crate) fn rod(&mut self, d: &str, colour: Colour, width: f32) {
        let ink = self.skin.ink;
        self.line(d, colour.mix(ink, 0.38), width);
        self.body.push_str(&format!(
            "<g transform=\"translate({} {})\">",
            -width * 0.09,
            -width * 0.09
        ));
        self.line(d, colour, width * 0.8);
        self.body.push_str("</g>");
        self.body.push_str(&format!(
            "<g transform=\"translate({} {})\">",
            -width * 0.2,
            -width * 0.2
        ));
        self.faint_line(d, colour.lighten(0.55), width * 0.16, 0.75);
        self.body.push_str("</g>");
    }

    pub(crate) fn ellipse(&mut self, cx: f32, cy: f32, rx: f32, ry: f32, paint: impl Display) {
        self.body.push_str(&format!(
            "<ellipse cx=\"{cx}\" cy=\"{cy}\" rx=\"{rx}\" ry=\"{ry}\" fill=\"{paint}\"/>"
        ));
    }

    pub(crate) fn dot(&mut self, cx: f32, cy: f32, r: f32, paint: impl Display) {
        self.ellipse(cx, cy, r, r, paint);
    }

    pub(crate) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, r: f32, paint: impl Display) {
        self.body.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{r}\" fill=\"{paint}\"/>"
        ));
    }

    /// Draws inside a transformed group (its shadows too).
    pub(crate) fn group<T>(&mut self, transform: &str, draw: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.take();
        let result = draw(self);
        let (shadows, body) = self.take();
        (self.shadows, self.body) = outer;
        if !shadows.is_empty() {
            self.shadows
                .push_str(&format!("<g transform=\"{transform}\">{shadows}</g>"));
        }
        self.body
            .push_str(&format!("<g transform=\"{transform}\">{body}</g>"));
        result
    }

    /// Draws only inside `shape`.
    pub(crate) fn clip(&mut self, shape: &Shape, draw: impl FnOnce(&mut Self)) {
        let clip = self.define("clipPath", "", &format!("<path d=\"{}\"/>", shape.d));
        self.body.push_str(&format!("<g clip-path=\"{clip}\">"));
        draw(self);
        self.body.push_str("</g>");
    }

    /// A plain surface under the picture's light.
    pub(crate) fn plain(&mut self, shape: &Shape, colour: Colour, form: Form) {
        self.surface(shape, colour, form, Pattern::Plain);
    }

    /// A decorated surface under the picture's light.
    pub(crate) fn surface(&mut self, shape: &Shape, colour: Colour, form: Form, decor: Pattern) {
        self.fill(&shape.d, colour);
        pattern::lay(self, shape, colour, decor);
        self.light(shape, form);
    }

    /// Wood: grain lines under the light.
    pub(crate) fn wood(&mut self, shape: &Shape, colour: Colour, form: Form, grain: Grain) {
        self.fill(&shape.d, colour);
        pattern::grain(self, shape, colour, grain);
        self.light(shape, form);
    }

    /// Brushed or polished metal: hard bands of light.
    pub(crate) fn metal(&mut self, shape: &Shape, colour: Colour) {
        let ink = self.skin.ink;
        let paint = self.linear(
            [0.0, 0.0, 1.0, 0.06],
            &[
                (0.0, colour.mix(ink, 0.18), 1.0),
                (0.16, colour.lighten(0.12), 1.0),
                (0.27, colour.lighten(0.72), 1.0),
                (0.38, colour.lighten(0.1), 1.0),
                (0.66, colour.mix(ink, 0.22), 1.0),
                (0.88, colour.mix(ink, 0.42), 1.0),
                (1.0, colour.mix(ink, 0.18), 1.0),
            ],
        );
        self.fill(&shape.d, paint);
    }

    /// Clear or tinted glass: a veil with bright edges.
    pub(crate) fn glass(&mut self, shape: &Shape, tint: Colour, strength: f32) {
        let paint = self.linear(
            [0.0, 0.0, 1.0, 0.0],
            &[
                (0.0, tint.lighten(0.2), strength + 0.25),
                (0.14, tint.lighten(0.75), strength * 0.7),
                (0.6, tint, strength),
                (1.0, tint.darken(0.3), strength + 0.28),
            ],
        );
        self.fill(&shape.d, paint);
        self.faint_line(&shape.d, Colour::WHITE, 2.0, 0.45);
    }

    /// The light alone, over whatever fills `shape`.
    pub(crate) fn light(&mut self, shape: &Shape, form: Form) {
        let ink = self.skin.ink;
        let white = Colour::WHITE;
        let paint = match form {
            Form::Flat => self.linear(
                [0.0, 0.0, 1.0, 1.0],
                &[
                    (0.0, white, 0.16),
                    (0.45, white, 0.0),
                    (0.55, ink, 0.0),
                    (1.0, ink, 0.17),
                ],
            ),
            Form::Round => self.linear(
                [0.0, 0.0, 1.0, 0.0],
                &[
                    (0.0, ink, 0.10),
                    (0.1, white, 0.08),
                    (0.25, white, 0.3),
                    (0.46, white, 0.0),
                    (0.5, ink, 0.0),
                    (0.86, ink, 0.36),
                    (1.0, ink, 0.26),
                ],
            ),
            Form::Ball => self.radial(
                [0.34, 0.28, 0.78],
                &[
                    (0.0, white, 0.42),
                    (0.34, white, 0.06),
                    (0.42, ink, 0.0),
                    (0.86, ink, 0.36),
                    (1.0, ink, 0.28),
                ],
            ),
        };
        self.fill(&shape.d, paint);
    }

    /// A narrow reflection down the lit side of a glossy body.
    pub(crate) fn gleam(&mut self, body: &Shape, strength: f32) {
        let (x, y, w, h) = (body.x, body.y, body.w, body.h);
        self.clip(body, |pen| {
            let streak = Shape::smooth(&[
                (x + w * 0.17, y + h * 0.16),
                (x + w * 0.205, y + h * 0.12),
                (x + w * 0.23, y + h * 0.2),
                (x + w * 0.225, y + h * 0.6),
                (x + w * 0.2, y + h * 0.72),
                (x + w * 0.17, y + h * 0.6),
            ]);
            pen.tint(&streak.d, Colour::WHITE, strength);
        });
    }

    /// The mouth of a hollow round body at height `y`: lip, then the inside.
    pub(crate) fn mouth(&mut self, r: f32, y: f32, lip: f32, colour: Colour) {
        let ink = self.skin.ink;
        self.ellipse(0.0, y, r, r * TILT, colour.lighten(0.35));
        let inside = self.linear(
            [0.0, 0.0, 1.0, 0.0],
            &[
                (0.0, colour.mix(ink, 0.62), 1.0),
                (0.55, colour.mix(ink, 0.4), 1.0),
                (1.0, colour.mix(ink, 0.14), 1.0),
            ],
        );
        self.ellipse(
            0.0,
            y + lip * 0.1,
            r - lip,
            (r - lip) * TILT - lip * 0.06,
            inside,
        );
    }

    /// A soft shadow of `shape` on the wall or table right behind it; `lift` is the distance.
    pub(crate) fn cast(&mut self, shape: &Shape, lift: f32) {
        let ink = self.skin.ink;
        let mut layer = format!(
            "<g transform=\"translate({} {})\" fill=\"{ink}\" stroke=\"{ink}\" stroke-linejoin=\"round\">",
            lift * 0.7,
            lift
        );
        // Fill and stroke stay separate elements: one element with both and an opacity would cost
        // a layer of its own.
        for (spread, opacity) in [(1.9, 0.04), (1.2, 0.05), (0.6, 0.06)] {
            layer.push_str(&format!(
                "<path d=\"{}\" fill=\"none\" stroke-opacity=\"{opacity}\" stroke-width=\"{}\"/>",
                shape.d,
                lift * spread
            ));
        }
        layer.push_str(&format!(
            "<path d=\"{}\" stroke=\"none\" fill-opacity=\"0.2\"/>",
            shape.d
        ));
        layer.push_str("</g>");
        self.shadows.push_str(&layer);
    }

    /// The soft shadow of something standing at `(x, y)` with footprint `width`.
    pub(crate) fn ground(&mut self, x: f32, y: f32, width: f32) {
        let ink = self.skin.ink;
        let far = self.radial(
            [0.5, 0.5, 0.5],
            &[(0.0, ink, 0.42), (0.45, ink, 0.24), (1.0, ink, 0.0)],
        );
        let near = self.radial(
            [0.5, 0.5, 0.5],
            &[(0.0, ink, 0.6), (0.7, ink, 0.38), (1.0, ink, 0.0)],
        );
        let r = width / 2.0;
        self.shadows.push_str(&format!(
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"{far}\"/><ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" fill=\"{near}\"/>",
            x + r * 0.62,
            y + r * 0.06,
            r * 1.5,
            (r * 0.27).min(62.0),
            x + r * 0.06,
            y + r * 0.03,
            r * 1.12,
            (r * 0.19).min(44.0),
        ));
    }
}

fn stop_elements(stops: &[Stop]) -> String {
    stops
        .iter()
        .map(|(offset, colour, opacity)| {
            if *opacity >= 1.0 {
                format!("<stop offset=\"{offset}\" stop-color=\"{colour}\"/>")
            } else {
                format!(
                    "<stop offset=\"{offset}\" stop-color=\"{colour}\" stop-opacity=\"{opacity}\"/>"
                )
            }
        })
        .collect()
}

/// Cuts every number to two decimals: half the bytes to parse, no visible difference.
fn short_decimals(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut decimals = None;
    for c in svg.chars() {
        decimals = match (c, decimals) {
            ('.', _) => Some(0),
            ('0'..='9', Some(n)) => Some(n + 1),
            _ => None,
        };
        if decimals.is_none_or(|n| n <= 2) {
            out.push(c);
        }
    }
    out
}
