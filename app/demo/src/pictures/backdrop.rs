//! Backdrops on the 800 × 1000 sheet: walls, floors and the paper geometry behind an object.
//!
//! Invariant: light comes from the upper left, so walls brighten there and floors towards us.

use super::colour::Colour;
use super::dice::Dice;
use super::pen::{Form, Pen};
use super::shape::{Shape, TILT, curve};

/// Paper geometry behind an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backdrop {
    Plain,
    Arch,
    Sun,
    Pedestal,
    Cloth,
    Window,
    Halves,
    Blocks,
}

impl Backdrop {
    pub(crate) const STANDING: [Self; 8] = [
        Self::Plain,
        Self::Arch,
        Self::Sun,
        Self::Pedestal,
        Self::Cloth,
        Self::Window,
        Self::Halves,
        Self::Blocks,
    ];
    /// For furniture, which needs the floor's full width.
    pub(crate) const ROOM: [Self; 5] = [
        Self::Plain,
        Self::Arch,
        Self::Sun,
        Self::Window,
        Self::Halves,
    ];
    pub(crate) const UPRIGHT: [Self; 5] = [
        Self::Plain,
        Self::Arch,
        Self::Sun,
        Self::Window,
        Self::Halves,
    ];
}

/// The wall over the whole sheet `w` × `h`.
pub(crate) fn wall(pen: &mut Pen, w: f32, h: f32, colour: Colour) {
    let ink = pen.skin.ink;
    let paint = pen.radial(
        [0.2, 0.16, 1.15],
        &[
            (0.0, colour.lighten(0.26), 1.0),
            (0.5, colour, 1.0),
            (1.0, colour.mix(ink, 0.14), 1.0),
        ],
    );
    pen.rect(0.0, 0.0, w, h, 0.0, paint);
}

/// The table or floor from `horizon` down.
pub(crate) fn floor(pen: &mut Pen, w: f32, h: f32, horizon: f32) {
    let (tone, ink) = (pen.skin.floor, pen.skin.ink);
    let paint = pen.linear(
        [0.0, 0.0, 0.25, 1.0],
        &[
            (0.0, tone.mix(ink, 0.07), 1.0),
            (0.3, tone, 1.0),
            (1.0, tone.lighten(0.2), 1.0),
        ],
    );
    pen.rect(0.0, horizon, w, h - horizon, 0.0, paint);
    pen.tint(
        &Shape::rect(0.0, horizon, w, 3.0, 0.0).d,
        tone.lighten(0.5),
        0.5,
    );
}

/// Wall, floor and geometry for something that stands; returns the y it stands on.
pub(crate) fn standing(pen: &mut Pen, dice: &mut Dice, kind: Backdrop) -> f32 {
    let tone = pen.skin.wall;
    wall(pen, 800.0, 1200.0, tone);
    let horizon = dice.range(630.0, 720.0);
    geometry(pen, dice, kind, horizon);
    match kind {
        Backdrop::Pedestal => {
            floor(pen, 800.0, 1200.0, horizon + 90.0);
            plinth(pen, dice)
        }
        Backdrop::Cloth => {
            floor(pen, 800.0, 1200.0, horizon);
            cloth(pen, dice);
            835.0
        }
        Backdrop::Halves => {
            let skin = pen.skin;
            let split = dice.range(300.0, 500.0);
            floor(pen, 800.0, 1200.0, horizon);
            pen.tint(
                &Shape::rect(split, horizon, 800.0 - split, 1200.0 - horizon, 0.0).d,
                skin.ink,
                0.12,
            );
            825.0
        }
        Backdrop::Blocks => {
            floor(pen, 800.0, 1200.0, horizon);
            blocks(pen, dice)
        }
        _ => {
            floor(pen, 800.0, 1200.0, horizon);
            835.0
        }
    }
}

/// Wall only, for things that hang.
pub(crate) fn upright(pen: &mut Pen, dice: &mut Dice, kind: Backdrop) {
    let tone = pen.skin.wall;
    wall(pen, 800.0, 1000.0, tone);
    geometry(pen, dice, kind, 1000.0);
}

fn geometry(pen: &mut Pen, dice: &mut Dice, kind: Backdrop, horizon: f32) {
    let skin = pen.skin;
    let panel = if dice.chance(0.5) {
        skin.wall.lighten(0.42)
    } else {
        skin.wall.mix(skin.floor.mix(skin.ink, 0.12), 0.75)
    };
    match kind {
        Backdrop::Arch => {
            let (half, top) = (dice.range(215.0, 270.0), dice.range(110.0, 190.0));
            let cx = dice.pick(&[400.0, 400.0, 340.0, 460.0]);
            let paint = pen.down(panel, panel.mix(skin.ink, 0.08));
            pen.fill(
                &format!(
                    "M{} {horizon}V{}a{half} {half} 0 0 1 {} 0V{horizon}Z",
                    cx - half,
                    top + half,
                    2.0 * half
                ),
                paint,
            );
            // The niche's left edge keeps the light out.
            pen.tint(
                &format!(
                    "M{} {horizon}V{}a{half} {half} 0 0 1 {half} -{half}a{} {half} 0 0 0 -{} {half}V{horizon}Z",
                    cx - half,
                    top + half,
                    half - 16.0,
                    half - 16.0
                ),
                skin.ink,
                0.12,
            );
        }
        Backdrop::Sun => {
            let r = dice.range(190.0, 270.0);
            let (cx, cy) = (dice.range(300.0, 520.0), dice.range(330.0, 440.0));
            let disc = if skin.accent.distance(skin.main) > 0.3 && dice.chance(0.4) {
                skin.accent.mix(skin.wall, 0.45)
            } else {
                panel
            };
            let paint = pen.down(disc.lighten(0.12), disc);
            pen.dot(cx, cy, r, paint);
        }
        Backdrop::Window => window_light(pen, dice, 800.0, horizon.min(900.0)),
        Backdrop::Halves => {
            let split = dice.range(300.0, 500.0);
            pen.fill(
                &Shape::rect(split, 0.0, 800.0 - split, horizon, 0.0).d,
                panel,
            );
        }
        _ => {}
    }
}

/// A window's light on the wall: two by three panes, leaning with the sun.
pub(crate) fn window_light(pen: &mut Pen, dice: &mut Dice, w: f32, bottom: f32) {
    let x = w * dice.range(0.16, 0.34);
    let (pane_w, pane_h) = (w * 0.19, bottom * 0.23);
    let light = pen.linear(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, Colour(255, 247, 222), 0.62),
            (1.0, Colour(255, 240, 205), 0.22),
        ],
    );
    let mut d = String::new();
    for row in 0..3_u8 {
        for column in 0..2_u8 {
            let (row, column) = (f32::from(row), f32::from(column));
            let left = x + column * (pane_w + 16.0) + row * 26.0;
            let top = bottom * 0.1 + row * (pane_h + 16.0) + column * 34.0;
            d.push_str(&format!(
                "M{left} {top}l{pane_w} 30l24 {pane_h}l-{pane_w} -30z"
            ));
        }
    }
    pen.fill(&d, light);
}

fn plinth(pen: &mut Pen, dice: &mut Dice) -> f32 {
    let skin = pen.skin;
    let (r, top) = (dice.range(235.0, 285.0), dice.range(770.0, 805.0));
    let tone = dice.pick(&[skin.wall.lighten(0.5), skin.trim, skin.floor.lighten(0.3)]);
    let body = Shape::lathe(&[(r, top), (r, top), (r, 1300.0)]);
    pen.group("translate(400 0)", |pen| {
        pen.plain(&body, tone, Form::Round);
        let cap = pen.linear(
            [0.0, 0.0, 1.0, 0.4],
            &[
                (0.0, tone.lighten(0.55), 1.0),
                (1.0, tone.mix(skin.ink, 0.06), 1.0),
            ],
        );
        pen.ellipse(0.0, top, r, r * TILT, cap);
    });
    top + 8.0
}

fn blocks(pen: &mut Pen, dice: &mut Dice) -> f32 {
    let skin = pen.skin;
    let tone = skin.floor.lighten(0.3);
    let (left, top) = (dice.range(70.0, 130.0), 790.0);
    let (front, lid) = (
        Shape::rect(left, top + 34.0, 800.0 - 2.0 * left, 500.0, 0.0),
        Shape::polygon(&[
            (left, top + 34.0),
            (left + 46.0, top - 32.0),
            (754.0 - left, top - 32.0),
            (800.0 - left, top + 34.0),
        ]),
    );
    pen.tint(
        &Shape::polygon(&[
            (800.0 - left, top + 34.0),
            (754.0 - left, top - 32.0),
            (900.0, top + 60.0),
            (900.0, 1300.0),
            (800.0 - left, 1300.0),
        ])
        .d,
        skin.ink,
        0.14,
    );
    pen.plain(&front, tone.mix(skin.ink, 0.1), Form::Flat);
    pen.plain(&lid, tone.lighten(0.3), Form::Flat);
    top + 8.0
}

/// A cloth over the table's front, in soft folds.
fn cloth(pen: &mut Pen, dice: &mut Dice) {
    let skin = pen.skin;
    let tone = dice.pick(&[
        skin.trim,
        skin.wall.lighten(0.55),
        skin.accent.mix(skin.trim, 0.55),
    ]);
    let y = 770.0;
    let points = [
        (-40.0, y + 40.0),
        (-40.0, y + 40.0),
        (120.0, y - 14.0),
        (400.0, y - 34.0),
        (690.0, y - 4.0),
        (860.0, y + 60.0),
        (860.0, y + 60.0),
        (860.0, 1240.0),
        (860.0, 1240.0),
        (-40.0, 1240.0),
        (-40.0, 1240.0),
    ];
    let sheet = Shape::smooth(&points);
    let paint = pen.down(tone.lighten(0.25), tone.mix(skin.ink, 0.06));
    pen.fill(&sheet.d, paint);
    for i in 0..4_u8 {
        let x = 60.0 + f32::from(i) * 215.0 + dice.range(-40.0, 40.0);
        let drop = dice.range(60.0, 130.0);
        let fold = Shape::smooth(&[
            (x, y + drop),
            (x, y + drop),
            (x + 26.0, y + drop + 70.0),
            (x + 34.0, 1240.0),
            (x + 34.0, 1240.0),
            (x - 70.0, 1240.0),
            (x - 70.0, 1240.0),
            (x - 16.0, y + drop + 70.0),
        ]);
        let shade = pen.linear(
            [0.0, 0.0, 1.0, 0.0],
            &[
                (0.0, skin.ink, 0.0),
                (0.7, skin.ink, 0.13),
                (1.0, skin.ink, 0.02),
            ],
        );
        pen.fill(&fold.d, shade);
    }
}

/// A table seen from above, with paper geometry.
pub(crate) fn tabletop(pen: &mut Pen, dice: &mut Dice) {
    let skin = pen.skin;
    wall(pen, 800.0, 1000.0, skin.wall);
    let tone = dice.pick(&[
        skin.wall.lighten(0.4),
        skin.floor,
        skin.wall.mix(skin.ink, 0.1),
    ]);
    match dice.below(5) {
        0 => {
            let (cx, cy) = (dice.range(320.0, 480.0), dice.range(420.0, 580.0));
            pen.dot(cx, cy, dice.range(270.0, 340.0), tone);
        }
        1 => {
            let y = dice.range(420.0, 620.0);
            let sheet = Shape::polygon(&[
                (0.0, y + 110.0),
                (800.0, y - 110.0),
                (800.0, 1000.0),
                (0.0, 1000.0),
            ]);
            pen.plain(&sheet, tone, Form::Flat);
        }
        2 => {
            let sheet = Shape::rect(110.0, 110.0, 580.0, 780.0, 6.0);
            pen.cast(&sheet, 7.0);
            let shadow = pen.take_shadows();
            pen.raw(&shadow);
            pen.plain(&sheet, tone, Form::Flat);
        }
        3 => runner(pen, tone),
        _ => {
            let d = curve(&[
                (-20.0, 700.0),
                (160.0, 600.0),
                (420.0, 760.0),
                (640.0, 600.0),
                (820.0, 690.0),
            ]);
            pen.fill(&format!("{d}V1000H-20Z"), tone);
        }
    }
}

/// A linen runner across the table.
pub(crate) fn runner(pen: &mut Pen, tone: Colour) {
    let skin = pen.skin;
    pen.group("rotate(-9 400 500)", |pen| {
        let sheet = Shape::rect(170.0, -120.0, 460.0, 1240.0, 0.0);
        pen.plain(&sheet, tone, Form::Flat);
        for x in [186.0, 200.0, 600.0, 614.0] {
            pen.faint_line(&format!("M{x} -120V1120"), skin.ink, 2.5, 0.14);
        }
    });
}
