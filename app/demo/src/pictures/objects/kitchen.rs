//! The kitchen: knife, board, pan, kettle, mill, apron, storage jar.

use super::Figure;
use super::vessels::mark;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, TILT, curve};

pub(super) fn chef_knife(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, kind) = (pen.dice.range(52.0, 66.0), pen.dice.below(3));
    let turn = pen.dice.pick(&[24.0, 32.0, -28.0, 18.0]);
    pen.group(&format!("rotate({turn})"), |pen| {
        let blade = match kind {
            0 => Shape::smooth(&[
                (-w, 60.0),
                (-w, 60.0),
                (-w, -120.0),
                (-w * 0.6, -250.0),
                (w * 0.72, -370.0),
                (w * 0.72, -370.0),
                (w * 0.78, -100.0),
                (w * 0.78, 60.0),
                (w * 0.78, 60.0),
            ]),
            1 => Shape::smooth(&[
                (-w, 50.0),
                (-w, 50.0),
                (-w * 1.02, -150.0),
                (-w * 0.96, -310.0),
                (-w * 0.3, -352.0),
                (w * 0.7, -250.0),
                (w * 0.78, -160.0),
                (w * 0.78, 50.0),
                (w * 0.78, 50.0),
            ]),
            _ => Shape::polygon(&[
                (-w, 50.0),
                (-w, -290.0),
                (w * 0.3, -356.0),
                (w * 0.78, -330.0),
                (w * 0.78, 50.0),
            ]),
        };
        pen.cast(&blade, 18.0);
        let steel = Colour::hex(0xc4c9ca);
        let paint = pen.linear(
            [0.0, 0.0, 1.0, 0.0],
            &[
                (0.0, steel.lighten(0.75), 1.0),
                (0.3, steel.lighten(0.5), 1.0),
                (0.32, steel, 1.0),
                (0.8, steel.mix(s.ink, 0.24), 1.0),
                (1.0, steel.mix(s.ink, 0.4), 1.0),
            ],
        );
        pen.fill(&blade.d, paint);
        pen.clip(&blade, |pen| {
            pen.tint(
                "M-90 -60L120 -200V-150L-90 -10ZM-90 -260L120 -400V-385L-90 -245Z",
                Colour::WHITE,
                0.5,
            );
        });
        let grip = Shape::smooth(&[
            (-6.0, 64.0),
            (-6.0, 64.0),
            (w * 0.8, 64.0),
            (w * 0.8, 64.0),
            (w * 0.86, 160.0),
            (w * 0.95, 290.0),
            (w * 0.7, 318.0),
            (2.0, 306.0),
            (-12.0, 270.0),
            (4.0, 170.0),
        ]);
        pen.cast(&grip, 18.0);
        if s.gloss {
            pen.plain(&grip, s.main, Form::Round);
        } else {
            pen.wood(&grip, s.wood, Form::Round, Grain::Upright);
        }
        pen.metal(
            &Shape::rect(-10.0, 44.0, w * 0.8 + 14.0, 26.0, 5.0),
            s.metal,
        );
        for y in [116.0, 184.0, 252.0] {
            pen.dot(w * 0.42, y, 7.5, s.metal.lighten(0.2));
            pen.dot(w * 0.42 + 1.5, y + 1.5, 4.0, s.metal.darken(0.3));
        }
    });
    Figure::lies(440.0, 680.0).at(10.0, -10.0)
}

pub(super) fn cutting_board(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(150.0, 185.0), pen.dice.range(200.0, 245.0));
    let kind = pen.dice.below(3);
    let board = match kind {
        0 => Shape::mirror(&[
            (0.0, -h - 120.0),
            (34.0, -h - 104.0),
            (40.0, -h - 50.0),
            (w * 0.6, -h),
            (w, -h + 34.0),
            (w, 0.0),
            (w, h - 24.0),
            (w - 24.0, h),
            (0.0, h),
        ]),
        1 => Shape::rect(-w, -h, 2.0 * w, 2.0 * h, 34.0),
        _ => Shape::mirror(&[
            (0.0, -h - 100.0),
            (30.0, -h - 90.0),
            (36.0, -h - 40.0),
            (36.0, -h + 10.0),
            (w * 0.9, -h + 110.0),
            (w * 1.1, 30.0),
            (w * 0.74, h - 30.0),
            (0.0, h),
        ]),
    };
    pen.cast(&board, 16.0);
    pen.group("translate(4 8)", |pen| {
        pen.fill(&board.d, s.wood.darken(0.4))
    });
    pen.wood(&board, s.wood, Form::Flat, Grain::Upright);
    if pen.dice.chance(0.5) {
        let inlay = pen.dice.range(-0.6, 0.4) * h;
        let tone = if s.gloss { s.wood.darken(0.35) } else { s.main };
        pen.clip(&board, |pen| {
            pen.rect(-400.0, inlay, 800.0, pen.skin.trim.luma() * 60.0, 0.0, tone)
        });
    }
    let eye = if kind == 1 {
        (w - 50.0, -h + 50.0)
    } else {
        (0.0, -h - 66.0)
    };
    pen.dot(eye.0, eye.1, 15.0, s.wood.darken(0.6));
    pen.dot(eye.0 + 2.5, eye.1 + 3.5, 12.5, s.wall.mix(s.ink, 0.25));
    if pen.dice.chance(0.7) {
        lemon(pen, -w * 0.3, h * 0.26);
        lemon(pen, w * 0.36, h * 0.5);
    }
    Figure::lies(
        2.0 * w + 60.0,
        2.0 * h + if kind == 1 { 20.0 } else { 130.0 },
    )
    .at(-40.0, -40.0)
}

/// Half a lemon, cut side up.
fn lemon(pen: &mut Pen, x: f32, y: f32) {
    let ink = pen.skin.ink;
    pen.group(&format!("translate({x} {y})"), |pen| {
        pen.tint(&Shape::ellipse(9.0, 12.0, 58.0, 56.0).d, ink, 0.22);
        pen.dot(0.0, 0.0, 56.0, Colour::hex(0xe2b23c));
        pen.dot(0.0, 0.0, 49.0, Colour::hex(0xfaf0cf));
        for k in 0..9_u8 {
            pen.group(&format!("rotate({})", u16::from(k) * 40), |pen| {
                pen.fill("M0 -4L13 -40Q0 -48 -13 -40Z", Colour::hex(0xefcf62))
            });
        }
    });
}

pub(super) fn sauce_pan(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(150.0, 185.0), pen.dice.range(130.0, 215.0));
    let two_ears = h > 175.0;
    let steel = pen.dice.chance(0.35);
    if two_ears {
        for x in [-1.0, 1.0] {
            pen.rod(
                &curve(&[
                    (x * r * 0.9, -h * 0.82),
                    (x * r * 1.28, -h * 0.86),
                    (x * r * 1.3, -h * 0.6),
                    (x * r * 0.92, -h * 0.6),
                ]),
                s.metal,
                18.0,
            );
        }
    } else {
        let bar = Shape::smooth(&[
            (r * 0.9, -h * 0.86),
            (r * 0.9, -h * 0.86),
            (r * 1.5, -h * 0.98),
            (r * 2.3, -h * 1.12),
            (r * 2.36, -h * 0.98),
            (r * 2.3, -h * 0.92),
            (r * 1.5, -h * 0.8),
            (r * 0.9, -h * 0.66),
            (r * 0.9, -h * 0.66),
        ]);
        pen.wood(&bar, s.wood, Form::Flat, Grain::Along);
        pen.dot(r * 2.22, -h * 1.0, 7.0, s.ink);
        pen.metal(
            &Shape::polygon(&[
                (r * 0.9, -h * 0.88),
                (r * 1.22, -h * 0.92),
                (r * 1.22, -h * 0.74),
                (r * 0.9, -h * 0.64),
            ]),
            s.metal,
        );
    }
    let body = Shape::lathe(&[
        (r, -h),
        (r, -h),
        (r, -h * 0.2),
        (r * 0.97, -8.0),
        (r * 0.9, 0.0),
    ]);
    if steel {
        pen.metal(&body, s.metal);
    } else {
        pen.plain(&body, s.main, Form::Round);
        pen.gleam(&body, 0.4);
    }
    let lid = Shape::lathe(&[
        (r * 0.2, -h - 48.0),
        (r * 0.8, -h - 24.0),
        (r * 1.02, -h),
        (r * 1.02, -h + 10.0),
    ]);
    if steel {
        pen.metal(&lid, s.metal.lighten(0.15));
    } else {
        pen.plain(&lid, s.main.lighten(0.12), Form::Round);
    }
    pen.faint_line(
        &format!(
            "M{} {}A{r} {} 0 0 0 {r} {}",
            -r,
            -h + 10.0,
            r * TILT,
            -h + 10.0
        ),
        s.ink,
        4.0,
        0.35,
    );
    let knob = Shape::lathe(&[
        (26.0, -h - 88.0),
        (30.0, -h - 76.0),
        (14.0, -h - 56.0),
        (14.0, -h - 42.0),
    ]);
    pen.plain(&knob, if steel { s.accent } else { s.metal }, Form::Round);
    if two_ears {
        Figure::stands(r * 2.7, h + 90.0, 2.0 * r).at(-r * 0.2, -h * 0.75)
    } else {
        Figure {
            width: r * 4.1,
            ..Figure::stands(r * 2.0, h + 90.0, 2.0 * r)
        }
        .at(r * 0.3, -h * 0.75)
    }
}

pub(super) fn kettle(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(135.0, 165.0), pen.dice.range(200.0, 250.0));
    let goose = pen.dice.chance(0.45);
    if goose {
        pen.rod(
            &curve(&[
                (-r * 0.74, -h * 0.2),
                (-r * 1.2, -h * 0.34),
                (-r * 1.2, -h * 0.8),
                (-r * 1.5, -h * 1.06),
                (-r * 1.8, -h * 1.0),
            ]),
            s.metal,
            24.0,
        );
    } else {
        let spout = Shape::smooth(&[
            (-r * 0.8, -h * 0.4),
            (-r * 0.8, -h * 0.4),
            (-r * 1.24, -h * 0.62),
            (-r * 1.62, -h * 0.98),
            (-r * 1.62, -h * 0.98),
            (-r * 1.3, -h * 1.04),
            (-r * 1.3, -h * 1.04),
            (-r * 0.7, -h * 0.8),
            (-r * 0.7, -h * 0.8),
        ]);
        pen.plain(&spout, s.main.mix(s.ink, 0.12), Form::Round);
    }
    let grip_tone = if s.gloss { s.wood } else { s.ink.lighten(0.12) };
    if goose {
        pen.rod(
            &format!("M{} {}H{}V{}", r * 0.6, -h * 0.94, r * 1.32, -h * 0.3),
            s.metal,
            16.0,
        );
        pen.rod(
            &format!("M{} {}V{}", r * 1.32, -h * 0.84, -h * 0.34),
            grip_tone,
            30.0,
        );
    } else {
        pen.rod(
            &curve(&[
                (-r * 0.66, -h * 0.84),
                (-r * 0.6, -h * 1.4),
                (0.0, -h * 1.62),
                (r * 0.6, -h * 1.4),
                (r * 0.66, -h * 0.84),
            ]),
            s.metal,
            14.0,
        );
        pen.rod(
            &curve(&[
                (-r * 0.4, -h * 1.53),
                (0.0, -h * 1.62),
                (r * 0.4, -h * 1.53),
            ]),
            grip_tone,
            32.0,
        );
    }
    let body = if goose {
        Shape::lathe(&[
            (r * 0.62, -h),
            (r * 0.66, -h * 0.9),
            (r * 0.96, -12.0),
            (r * 0.92, 0.0),
        ])
    } else {
        Shape::lathe(&[
            (r * 0.4, -h),
            (r * 0.84, -h * 0.86),
            (r * 1.05, -h * 0.4),
            (r * 1.02, -18.0),
            (r * 0.9, 0.0),
        ])
    };
    if pen.dice.chance(0.3) {
        pen.metal(&body, s.metal);
    } else {
        pen.plain(&body, s.main, Form::Round);
        pen.gleam(&body, 0.5);
    }
    let top = if goose { r * 0.62 } else { r * 0.42 };
    let lid = Shape::lathe(&[(top * 0.4, -h - 24.0), (top * 0.9, -h - 14.0), (top, -h)]);
    pen.plain(&lid, s.main.mix(s.ink, 0.08), Form::Round);
    pen.plain(
        &Shape::ellipse(0.0, -h - 36.0, 17.0, 17.0),
        grip_tone,
        Form::Ball,
    );
    Figure::stands(r * 3.2, if goose { h + 60.0 } else { h * 1.66 }, 2.0 * r).at(-r * 0.2, -h * 0.7)
}

pub(super) fn pepper_mill(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let wooden = pen.dice.chance(0.5);
    let (h, r) = (pen.dice.range(300.0, 380.0), pen.dice.range(56.0, 68.0));
    let kind = pen.dice.below(3);
    let mill = |pen: &mut Pen, x: f32, k: f32, tone: Colour, grained: bool| {
        pen.group(&format!("translate({x} 0) scale({k})"), |pen| {
            let body = match kind {
                0 => Shape::lathe(&[
                    (r * 0.6, -h * 0.72),
                    (r * 0.52, -h * 0.5),
                    (r * 0.66, -h * 0.26),
                    (r, -h * 0.1),
                    (r, 0.0),
                ]),
                1 => Shape::lathe(&[
                    (r * 0.74, -h * 0.72),
                    (r * 0.74, -h * 0.72),
                    (r * 0.94, 0.0),
                ]),
                _ => Shape::lathe(&[
                    (r * 0.56, -h * 0.72),
                    (r * 0.9, -h * 0.58),
                    (r * 0.56, -h * 0.42),
                    (r * 0.62, -h * 0.28),
                    (r, -h * 0.1),
                    (r * 0.96, 0.0),
                ]),
            };
            let head = match kind {
                1 => Shape::lathe(&[
                    (r * 0.56, -h * 0.95),
                    (r * 0.7, -h * 0.92),
                    (r * 0.73, -h * 0.74),
                ]),
                _ => Shape::lathe(&[
                    (r * 0.16, -h * 0.97),
                    (r * 0.66, -h * 0.9),
                    (r * 0.72, -h * 0.82),
                    (r * 0.46, -h * 0.74),
                ]),
            };
            for part in [&body, &head] {
                if grained {
                    pen.wood(part, tone, Form::Round, Grain::Upright);
                } else {
                    pen.plain(part, tone, Form::Round);
                    pen.gleam(part, 0.35);
                }
            }
            pen.metal(
                &Shape::rect(-r * 0.6, -h * 0.75, r * 1.2, 12.0, 3.0),
                pen.skin.metal,
            );
            pen.plain(
                &Shape::ellipse(0.0, -h * 0.99, 15.0, 15.0),
                pen.skin.metal,
                Form::Ball,
            );
        });
    };
    mill(
        pen,
        74.0,
        0.82,
        if wooden { s.wood.darken(0.4) } else { s.accent },
        wooden,
    );
    mill(
        pen,
        -66.0,
        1.0,
        if wooden { s.wood } else { s.main },
        wooden,
    );
    for (x, y) in [
        (-160.0, -2.0),
        (-146.0, 10.0),
        (8.0, 16.0),
        (24.0, 8.0),
        (-136.0, -6.0),
    ] {
        pen.dot(x, y, 5.0, s.ink);
    }
    Figure::stands(310.0, h + 10.0, 250.0).at(-60.0, -h * 0.62)
}

pub(super) fn apron(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(165.0, 190.0), 260.0);
    let strap = if s.gloss { s.leather } else { s.contrast() };
    pen.line(
        &curve(&[
            (-78.0, -h + 6.0),
            (-50.0, -h - 90.0),
            (0.0, -h - 126.0),
            (50.0, -h - 90.0),
            (78.0, -h + 6.0),
        ]),
        strap,
        13.0,
    );
    pen.dot(0.0, -h - 128.0, 13.0, s.metal);
    let body = Shape::mirror(&[
        (0.0, -h),
        (84.0, -h),
        (84.0, -h),
        (98.0, -h + 80.0),
        (w, -70.0),
        (w, -70.0),
        (w + 8.0, 120.0),
        (w, h),
        (w, h),
        (0.0, h + 6.0),
    ]);
    for x in [-1.0, 1.0] {
        pen.line(
            &curve(&[
                (x * w * 0.96, -66.0),
                (x * (w + 50.0), -20.0),
                (x * (w + 36.0), 90.0),
                (x * (w + 56.0), 170.0),
            ]),
            strap,
            11.0,
        );
    }
    pen.cast(&body, 15.0);
    pen.surface(&body, s.main, Form::Flat, s.textile);
    folds(pen, &body);
    let pocket = Shape::rect(-100.0, 20.0, 200.0, 130.0, 10.0);
    pen.surface(&pocket, s.main.mix(s.light, 0.12), Form::Flat, s.textile);
    pen.stitch(
        "M-94 26V138q0 6 6 6H88q6 0 6 -6V26M0 26V144",
        s.contrast(),
        2.6,
    );
    pen.line("M-100 22H100", s.main.mix(s.ink, 0.3), 5.0);
    pen.stitch(&format!("M-78 {}H78", -h + 14.0), s.contrast(), 2.6);
    pen.rod("M52 36V-24", s.wood, 11.0);
    pen.wood(
        &Shape::ellipse(52.0, -44.0, 18.0, 30.0),
        s.wood,
        Form::Flat,
        Grain::Upright,
    );
    Figure::hangs(2.0 * w + 120.0, 2.0 * h + 150.0).at(-40.0, 30.0)
}

/// Soft vertical folds of hanging cloth.
pub(super) fn folds(pen: &mut Pen, body: &Shape) {
    let ink = pen.skin.ink;
    let (x, y, w, h) = (body.x, body.y, body.w, body.h);
    let shade = pen.linear(
        [0.0, 0.0, 1.0, 0.0],
        &[(0.0, ink, 0.0), (0.65, ink, 0.17), (1.0, ink, 0.0)],
    );
    pen.clip(body, |pen| {
        for (at, top, width, lean) in [
            (0.26, 0.5, 0.07, -0.05),
            (0.48, 0.66, 0.05, 0.01),
            (0.7, 0.46, 0.08, 0.05),
        ] {
            let (a, b) = (x + w * at, y + h * top);
            pen.fill(
                &format!(
                    "M{a} {b}L{} {}H{}Z",
                    a + w * (lean + width),
                    y + h + 12.0,
                    a + w * (lean - width)
                ),
                &shade,
            );
        }
    });
}

pub(super) fn storage_jar(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(100.0, 130.0), pen.dice.range(230.0, 320.0));
    let glassy = pen.dice.chance(0.6);
    let neck = pen.dice.pick(&[0.84, 0.98, 0.9]);
    let body = Shape::lathe(&[
        (r * neck, -h),
        (r * neck, -h),
        (r, -h * 0.86),
        (r, -20.0),
        (r * 0.92, 0.0),
    ]);
    if glassy {
        let grain = pen.dice.pick(&[
            Colour::hex(0xd8b679),
            Colour::hex(0x6a4630),
            Colour::hex(0xb5573c),
            Colour::hex(0xe9dcc0),
            Colour::hex(0x6d7a4a),
        ]);
        let level = pen.dice.range(0.5, 0.74);
        let fill = Shape::lathe(&[
            (r - 9.0, -h * level),
            (r - 9.0, -h * level),
            (r - 12.0, -8.0),
        ]);
        pen.plain(&fill, grain, Form::Round);
        let beads = pen.define("pattern", "patternUnits=\"userSpaceOnUse\" width=\"26\" height=\"22\"", &format!("<g fill=\"{}\" fill-opacity=\"0.5\"><ellipse cx=\"6\" cy=\"6\" rx=\"6\" ry=\"4.4\"/><ellipse cx=\"19\" cy=\"17\" rx=\"6\" ry=\"4.4\"/></g>", grain.lighten(0.4)));
        pen.fill(&fill.d, beads);
        pen.ellipse(
            0.0,
            -h * level,
            r - 9.0,
            (r - 9.0) * TILT,
            grain.lighten(0.2),
        );
        pen.glass(&body, s.wall.lighten(0.5), 0.24);
        pen.gleam(&body, 0.6);
    } else {
        pen.surface(&body, s.main, Form::Round, s.ceramic);
        pen.gleam(&body, 0.35);
    }
    if pen.dice.chance(0.6) {
        let label = Shape::rect(-r * 0.5, -h * 0.52, r, h * 0.28, 4.0);
        pen.plain(&label, s.trim.lighten(0.3), Form::Flat);
        mark(pen, 0.0, -h * 0.41, r * 0.2);
    }
    let lid_r = r * (neck + 0.06);
    let lid = Shape::lathe(&[(lid_r, -h - 42.0), (lid_r, -h - 42.0), (lid_r, -h + 4.0)]);
    pen.wood(&lid, s.wood, Form::Round, Grain::Along);
    pen.wood(
        &Shape::ellipse(0.0, -h - 42.0, lid_r, lid_r * TILT),
        s.wood.lighten(0.22),
        Form::Flat,
        Grain::Along,
    );
    if s.gloss {
        pen.plain(
            &Shape::ellipse(0.0, -h - 64.0, 24.0, 22.0),
            s.accent,
            Form::Ball,
        );
    }
    Figure::stands(2.1 * r, h + 80.0, 2.0 * r).at(-r * 0.1, -h * 0.62)
}
