//! Quiet electronics: headphones, speaker, keyboard, camera.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, curve};

pub(super) fn headphones(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, cup) = (pen.dice.range(170.0, 190.0), pen.dice.range(66.0, 84.0));
    let tall = pen.dice.range(1.2, 1.45);
    let top = -470.0;
    let metal = pen.dice.chance(0.5);
    pen.rod(
        &curve(&[
            (-w, -140.0),
            (-w * 1.02, -270.0),
            (-w * 0.7, top + 44.0),
            (0.0, top),
            (w * 0.7, top + 44.0),
            (w * 1.02, -270.0),
            (w, -140.0),
        ]),
        if metal {
            s.metal
        } else {
            s.main.mix(s.ink, 0.2)
        },
        if metal { 15.0 } else { 26.0 },
    );
    pen.rod(
        &curve(&[
            (-w * 0.82, -374.0),
            (-w * 0.6, top + 36.0),
            (0.0, top + 2.0),
            (w * 0.6, top + 36.0),
            (w * 0.82, -374.0),
        ]),
        s.leather,
        38.0,
    );
    for x in [-1.0_f32, 1.0] {
        pen.group(
            &format!(
                "translate({} {}) rotate({})",
                x * w,
                -cup * tall - 4.0,
                x * -5.0
            ),
            |pen| {
                let cushion = Shape::rect(
                    if x < 0.0 { 6.0 } else { -64.0 },
                    -cup * tall,
                    58.0,
                    2.0 * cup * tall,
                    30.0,
                );
                pen.plain(&cushion, s.ink.mix(s.leather, 0.4), Form::Round);
                let shell = Shape::rect(
                    if x < 0.0 { -62.0 } else { -10.0 },
                    -cup * tall * 0.96,
                    72.0,
                    1.92 * cup * tall,
                    34.0,
                );
                pen.plain(&shell, s.main, Form::Round);
                pen.gleam(&shell, 0.4);
                if s.gloss {
                    let plate = Shape::rect(
                        if x < 0.0 { -67.0 } else { 54.0 },
                        -cup * 0.6,
                        13.0,
                        cup * 1.2,
                        6.0,
                    );
                    pen.metal(&plate, s.metal);
                } else {
                    pen.wood(
                        &Shape::rect(
                            if x < 0.0 { -70.0 } else { 46.0 },
                            -cup * 0.9,
                            24.0,
                            cup * 1.8,
                            11.0,
                        ),
                        s.wood,
                        Form::Round,
                        Grain::Upright,
                    );
                }
                pen.metal(
                    &Shape::rect(-8.0, -cup * tall - 34.0, 16.0, 44.0, 5.0),
                    s.metal,
                );
            },
        );
    }
    if pen.dice.chance(0.4) {
        pen.line(
            &curve(&[
                (-w, -24.0),
                (-w * 0.8, 6.0),
                (-40.0, 16.0),
                (60.0, 6.0),
                (150.0, 16.0),
            ]),
            s.ink,
            6.0,
        );
    }
    Figure::stands(2.0 * w + 160.0, 490.0, 2.0 * w + 150.0).at(-w * 0.9, -170.0)
}

pub(super) fn speaker(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    match pen.dice.below(3) {
        0 => {
            // A wooden box with two drivers.
            let (w, h) = (pen.dice.range(120.0, 150.0), pen.dice.range(380.0, 440.0));
            pen.fill(
                &format!("M{w} {}l34 -24V-20L{w} 0Z", -h),
                s.wood.mix(s.ink, 0.5),
            );
            pen.fill(
                &format!("M{} {}l34 -24H{}L{w} {}Z", -w, -h, w + 34.0, -h),
                s.wood.lighten(0.25),
            );
            pen.wood(
                &Shape::rect(-w, -h, 2.0 * w, h, 6.0),
                s.wood,
                Form::Flat,
                Grain::Upright,
            );
            let panel = Shape::rect(-w + 18.0, -h + 18.0, 2.0 * w - 36.0, h - 36.0, 5.0);
            pen.plain(&panel, s.main, Form::Flat);
            driver(pen, 0.0, -h * 0.34, w * 0.68);
            driver(pen, 0.0, -h * 0.76, w * 0.34);
            Figure::stands(2.0 * w + 50.0, h + 24.0, 2.0 * w + 30.0).at(-20.0, -h * 0.42)
        }
        1 => {
            // A fabric drum.
            let (r, h) = (pen.dice.range(110.0, 140.0), pen.dice.range(240.0, 330.0));
            let body = Shape::lathe(&[(r * 0.94, -h), (r, -h + 16.0), (r, -16.0), (r * 0.94, 0.0)]);
            pen.fill(&body.d, s.main);
            grille(pen, &body);
            pen.light(&body, Form::Round);
            let ring = Shape::ellipse(0.0, -h, r * 0.94, r * 0.14);
            pen.plain(&ring, s.main.mix(s.ink, 0.4), Form::Flat);
            pen.plain(
                &Shape::ellipse(0.0, -h - 2.0, r * 0.4, r * 0.056),
                s.accent,
                Form::Flat,
            );
            let loop_end = r * 0.62;
            pen.rod(
                &curve(&[
                    (loop_end, -h + 4.0),
                    (loop_end + 14.0, -h + 70.0),
                    (loop_end + 34.0, -h + 70.0),
                    (loop_end + 40.0, -h + 2.0),
                ]),
                s.leather,
                11.0,
            );
            pen.plain(
                &Shape::rect(-22.0, -52.0, 44.0, 18.0, 3.0),
                s.metal,
                Form::Flat,
            );
            Figure::stands(2.6 * r, h + 20.0, 2.0 * r).at(-20.0, -h * 0.6)
        }
        _ => {
            // A table radio.
            let (w, h) = (pen.dice.range(200.0, 230.0), pen.dice.range(210.0, 250.0));
            pen.rod(
                &curve(&[
                    (-w * 0.7, -h + 4.0),
                    (-w * 0.66, -h - 62.0),
                    (w * 0.66, -h - 62.0),
                    (w * 0.7, -h + 4.0),
                ]),
                s.leather,
                17.0,
            );
            pen.wood(
                &Shape::rect(-w, -h, 2.0 * w, h - 10.0, 40.0),
                s.wood,
                Form::Flat,
                Grain::Along,
            );
            let face = Shape::rect(-w + 18.0, -h + 18.0, 2.0 * w - 36.0, h - 46.0, 26.0);
            pen.plain(&face, s.main, Form::Flat);
            let cloth = Shape::rect(-w + 34.0, -h + 34.0, w * 1.1, h - 78.0, 16.0);
            pen.fill(&cloth.d, s.main.mix(s.ink, 0.24));
            grille(pen, &cloth);
            let dial = Shape::ellipse(w * 0.55, -h * 0.58, 52.0, 52.0);
            pen.metal(&dial, s.metal);
            pen.plain(
                &Shape::ellipse(w * 0.55, -h * 0.58, 40.0, 40.0),
                s.trim,
                Form::Flat,
            );
            pen.line(
                &format!("M{} {}l20 -24", w * 0.55, -h * 0.58),
                s.accent,
                6.0,
            );
            for x in [0.4, 0.56, 0.72] {
                pen.plain(
                    &Shape::ellipse(x * w, -50.0, 13.0, 13.0),
                    if x > 0.5 { s.accent } else { s.metal },
                    Form::Ball,
                );
            }
            for x in [-0.7, 0.7] {
                pen.rect(x * w - 18.0, -12.0, 36.0, 12.0, 3.0, s.ink);
            }
            Figure::stands(2.1 * w, h + 70.0, 2.0 * w).at(40.0, -h * 0.5)
        }
    }
}

fn grille(pen: &mut Pen, shape: &Shape) {
    let ink = pen.skin.ink;
    let paint = pen.define(
        "pattern",
        "patternUnits=\"userSpaceOnUse\" width=\"12\" height=\"12\"",
        &format!("<g fill=\"{ink}\" fill-opacity=\"0.34\"><circle cx=\"3\" cy=\"3\" r=\"2.1\"/><circle cx=\"9\" cy=\"9\" r=\"2.1\"/></g>"),
    );
    pen.fill(&shape.d, paint);
}

fn driver(pen: &mut Pen, x: f32, y: f32, r: f32) {
    let s = pen.skin;
    pen.metal(&Shape::ellipse(x, y, r, r), s.metal);
    pen.dot(x, y, r * 0.9, s.ink);
    let cone = pen.radial(
        [0.6, 0.62, 0.7],
        &[
            (0.0, s.ink.lighten(0.34), 1.0),
            (1.0, s.ink.lighten(0.04), 1.0),
        ],
    );
    pen.dot(x, y, r * 0.78, cone);
    pen.plain(
        &Shape::ellipse(x, y, r * 0.32, r * 0.32),
        s.accent,
        Form::Ball,
    );
}

pub(super) fn keyboard(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let turn = pen.dice.pick(&[-16.0, 14.0, -22.0]);
    let rows = pen.dice.pick(&[4_u8, 5]);
    let (columns, unit) = (11_u8, 50.0);
    let (w, h) = (
        f32::from(columns) * unit / 2.0 + 22.0,
        f32::from(rows) * unit / 2.0 + 22.0,
    );
    let caps = [s.trim.lighten(0.2), s.main, s.accent];
    let base = pen.dice.below(2);
    let round = pen.dice.chance(0.3);
    pen.group(&format!("rotate({turn})"), |pen| {
        pen.line(
            &curve(&[
                (0.0, -h),
                (20.0, -h - 40.0),
                (-60.0, -h - 66.0),
                (-40.0, -h - 110.0),
            ]),
            s.ink,
            9.0,
        );
        let case = Shape::rect(-w, -h, 2.0 * w, 2.0 * h, 18.0);
        pen.cast(&case, 18.0);
        pen.group("translate(4 9)", |pen| pen.fill(&case.d, s.ink));
        if base == 0 {
            pen.wood(&case, s.wood, Form::Flat, Grain::Along);
        } else {
            pen.plain(&case, s.main.mix(s.ink, 0.3), Form::Flat);
        }
        pen.rect(
            -w + 14.0,
            -h + 14.0,
            2.0 * w - 28.0,
            2.0 * h - 28.0,
            8.0,
            s.ink.mix(s.main, 0.2),
        );
        for row in 0..rows {
            let mut column = 0_u8;
            while column < columns {
                let last = row + 1 == rows;
                let span = match (last, column) {
                    (true, 3) => 5,
                    (false, 0) if row > 0 => 2,
                    (false, c) if c + 2 == columns && row % 2 == 1 => 2,
                    _ => 1,
                };
                let tone =
                    if (row == 0 && column == 0) || (row == rows - 2 && column + span == columns) {
                        caps[2]
                    } else if span > 1 || last || column + 1 == columns {
                        caps[1]
                    } else {
                        caps[0]
                    };
                let (x, y) = (
                    -w + 22.0 + f32::from(column) * unit,
                    -h + 22.0 + f32::from(row) * unit,
                );
                key(pen, x, y, f32::from(span) * unit, unit, tone, round);
                column += span;
            }
        }
    });
    Figure::lies(2.0 * w + 60.0, 2.0 * h + 170.0).at(-80.0, -20.0)
}

fn key(pen: &mut Pen, x: f32, y: f32, w: f32, h: f32, tone: Colour, round: bool) {
    let (ink, r) = (pen.skin.ink, if round { 21.0 } else { 8.0 });
    pen.rect(x + 2.0, y + 3.0, w - 4.0, h - 4.0, r, tone.mix(ink, 0.36));
    pen.rect(x + 2.0, y + 2.0, w - 4.0, h - 9.0, r, tone);
    pen.rect(
        x + 8.0,
        y + 5.0,
        w - 16.0,
        h - 18.0,
        r * 0.8,
        tone.lighten(0.28),
    );
}

pub(super) fn camera(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(205.0, 235.0), pen.dice.range(230.0, 270.0));
    let body = if pen.dice.chance(0.5) {
        s.ink.lighten(0.12)
    } else {
        s.main
    };
    let instant = pen.dice.chance(0.3);
    pen.line(
        &curve(&[
            (-w + 6.0, -h + 34.0),
            (-w - 70.0, -h * 0.4),
            (-w - 20.0, -10.0),
            (-w * 0.4, 12.0),
        ]),
        s.leather,
        18.0,
    );
    let top = if instant {
        s.trim
    } else {
        s.metal.lighten(0.25)
    };
    let hump = Shape::smooth(&[
        (-70.0, -h + 10.0),
        (-70.0, -h + 10.0),
        (-52.0, -h - 56.0),
        (-44.0, -h - 62.0),
        (44.0, -h - 62.0),
        (52.0, -h - 56.0),
        (70.0, -h + 10.0),
        (70.0, -h + 10.0),
    ]);
    pen.plain(&hump, top, Form::Round);
    for (x, dw, dh) in [
        (-w * 0.72, 36.0, 22.0),
        (w * 0.5, 30.0, 28.0),
        (w * 0.8, 18.0, 16.0),
    ] {
        pen.metal(
            &Shape::rect(x - dw, -h - dh, 2.0 * dw, dh + 8.0, 5.0),
            s.metal,
        );
    }
    pen.plain(
        &Shape::ellipse(w * 0.5, -h - 30.0, 15.0, 8.0),
        s.accent,
        Form::Ball,
    );
    let shell = Shape::rect(-w, -h, 2.0 * w, h, 34.0);
    pen.plain(&shell, top, Form::Flat);
    let skin_band = Shape::rect(-w, -h * 0.74, 2.0 * w, h * 0.56, 0.0);
    pen.fill(&skin_band.d, body);
    let leather = pen.define("pattern", "patternUnits=\"userSpaceOnUse\" width=\"9\" height=\"9\"", &format!("<circle cx=\"2\" cy=\"2\" r=\"1.5\" fill=\"{0}\" fill-opacity=\"0.3\"/><circle cx=\"6.5\" cy=\"6.5\" r=\"1.5\" fill=\"{0}\" fill-opacity=\"0.3\"/>", body.darken(0.7)));
    pen.fill(&skin_band.d, leather);
    pen.light(&skin_band, Form::Flat);
    if instant {
        for (k, tone) in [s.accent, s.main, s.light].into_iter().enumerate() {
            pen.rect(-w + 30.0 + 18.0 * k as f32, -h, 18.0, h, 0.0, tone);
        }
    }
    let (cx, cy, r) = (pen.dice.pick(&[0.0, 0.0, 24.0]), -h * 0.47, h * 0.42);
    pen.group("translate(9 12)", |pen| {
        pen.tint(&Shape::ellipse(cx, cy, r, r).d, s.ink, 0.3)
    });
    pen.metal(&Shape::ellipse(cx, cy, r, r), s.metal.mix(s.ink, 0.12));
    pen.dot(cx, cy, r * 0.86, s.ink);
    pen.line(
        &Shape::ellipse(cx, cy, r * 0.72, r * 0.72).d,
        s.ink.lighten(0.3),
        5.0,
    );
    let glass = pen.radial(
        [0.36, 0.32, 0.75],
        &[
            (0.0, Colour::hex(0x7fa3ad), 1.0),
            (0.4, Colour::hex(0x35506a), 1.0),
            (1.0, Colour::hex(0x161a28), 1.0),
        ],
    );
    pen.dot(cx, cy, r * 0.56, glass);
    pen.tint(
        &Shape::ellipse(cx - r * 0.2, cy - r * 0.22, r * 0.17, r * 0.12).d,
        Colour::WHITE,
        0.85,
    );
    pen.tint(
        &Shape::ellipse(cx + r * 0.2, cy + r * 0.24, r * 0.1, r * 0.08).d,
        s.accent,
        0.7,
    );
    pen.plain(
        &Shape::rect(-34.0, -h - 46.0, 68.0, 36.0, 6.0),
        s.ink.lighten(0.1),
        Form::Flat,
    );
    pen.tint(
        &format!("M-28 {}h26l-20 26h-6z", -h - 42.0),
        Colour::WHITE,
        0.3,
    );
    pen.plain(
        &Shape::rect(w * 0.6, -h * 0.95, 52.0, 30.0, 5.0),
        s.ink,
        Form::Flat,
    );
    Figure::stands(2.0 * w + 90.0, h + 70.0, 2.0 * w).at(cx - 20.0, cy)
}
