//! The pantry: coffee, tea, honey, chocolate, oil.

use super::Figure;
use super::vessels::mark;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::props::branch;
use crate::pictures::shape::{Shape, TILT, curve};

pub(super) fn coffee_bag(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(125.0, 155.0), pen.dice.range(350.0, 420.0));
    let paper = pen
        .dice
        .pick(&[s.main, s.main, Colour::hex(0xc79a66), s.ink.lighten(0.1)]);
    let paper = if paper.distance(s.wall) < 0.25 {
        s.main
    } else {
        paper
    };
    let body = Shape::mirror(&[
        (0.0, -h + 40.0),
        (w * 0.94, -h + 40.0),
        (w * 0.94, -h + 40.0),
        (w, -h * 0.7),
        (w * 1.03, -h * 0.3),
        (w * 0.98, 0.0),
        (w * 0.98, 0.0),
        (0.0, 6.0),
    ]);
    pen.plain(&body, paper, Form::Round);
    for side in [-1.0_f32, 1.0] {
        pen.tint(
            &format!(
                "M{} {}L{} {}L{} -4L{} 0Z",
                side * w * 0.94,
                -h + 44.0,
                side * w * 0.76,
                -h * 0.6,
                side * w * 0.84,
                side * w * 0.98
            ),
            s.ink,
            0.14,
        );
    }
    let fold = Shape::rect(-w * 0.97, -h, w * 1.94, 56.0, 4.0);
    pen.plain(&fold, paper.mix(s.ink, 0.1), Form::Round);
    pen.faint_line(
        &format!("M{} {}H{}", -w * 0.95, -h + 28.0, w * 0.95),
        s.ink,
        3.0,
        0.3,
    );
    for side in [-1.0_f32, 1.0] {
        pen.plain(
            &Shape::rect(side * w * 0.86 - 15.0, -h + 8.0, 30.0, 40.0, 4.0),
            s.metal,
            Form::Flat,
        );
    }
    let tag = match pen.dice.below(3) {
        0 => Shape::rect(-w * 0.68, -h * 0.68, w * 1.36, h * 0.46, 4.0),
        1 => Shape::ellipse(0.0, -h * 0.44, w * 0.66, w * 0.66),
        _ => Shape::rect(-w * 0.98, -h * 0.6, w * 1.96, h * 0.34, 0.0),
    };
    pen.plain(&tag, s.trim.lighten(0.2), Form::Round);
    bean(pen, 0.0, -h * 0.48, w * 0.26, s.accent);
    pen.line(
        &format!(
            "M{} {}H{}M{} {}H{}",
            -w * 0.36,
            -h * 0.345,
            w * 0.36,
            -w * 0.2,
            -h * 0.315,
            w * 0.2
        ),
        s.ink,
        6.0,
    );
    pen.dot(0.0, -h * 0.79, 13.0, paper.mix(s.ink, 0.3));
    pen.dot(0.0, -h * 0.79, 5.0, s.ink);
    for (x, y, turn) in [
        (w + 30.0, 2.0, 0.0),
        (w + 66.0, 10.0, 40.0),
        (-w - 26.0, 8.0, -30.0),
    ] {
        pen.group(&format!("rotate({turn} {x} {y})"), |pen| {
            bean(pen, x, y, 17.0, Colour::hex(0x5a3826))
        });
    }
    Figure::stands(2.0 * w + 140.0, h, 2.0 * w).at(0.0, -h * 0.52)
}

fn bean(pen: &mut Pen, x: f32, y: f32, r: f32, tone: Colour) {
    let shape = Shape::ellipse(x, y, r * 0.74, r);
    pen.plain(&shape, tone, Form::Ball);
    pen.faint_line(
        &format!(
            "M{x} {}Q{} {} {x} {y}T{x} {}",
            y - r * 0.86,
            x + r * 0.4,
            y - r * 0.4,
            y + r * 0.86
        ),
        tone.darken(0.6),
        r * 0.14,
        0.8,
    );
}

pub(super) fn tea_tin(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(95.0, 130.0), pen.dice.range(210.0, 300.0));
    let body = Shape::lathe(&[(r, -h), (r, -h), (r, 0.0)]);
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Botanical,
        Pattern::Arches,
        Pattern::Waves,
        Pattern::Botanical,
    ]);
    pen.surface(&body, s.main, Form::Round, decor);
    pen.gleam(&body, 0.3);
    let tag = if pen.dice.chance(0.5) {
        Shape::ellipse(0.0, -h * 0.46, r * 0.6, r * 0.66)
    } else {
        Shape::rect(-r * 0.6, -h * 0.7, r * 1.2, h * 0.46, 6.0)
    };
    pen.plain(&tag, s.trim.lighten(0.25), Form::Flat);
    pen.faint_line(&tag.d, s.accent, 3.5, 0.9);
    pen.group(
        &format!("translate(0 {}) rotate(-90) scale(0.6)", -h * 0.36),
        |pen| branch(pen, &[(0.0, 0.0), (40.0, -5.0), (84.0, 0.0)], s.accent),
    );
    let lid = Shape::lathe(&[
        (r * 1.03, -h - 46.0),
        (r * 1.03, -h - 46.0),
        (r * 1.03, -h + 14.0),
    ]);
    let tone = if s.gloss {
        s.metal
    } else {
        s.main.mix(s.ink, 0.25)
    };
    if s.gloss {
        pen.metal(&lid, tone);
    } else {
        pen.plain(&lid, tone, Form::Round);
    }
    pen.plain(
        &Shape::ellipse(0.0, -h - 46.0, r * 1.03, r * 1.03 * TILT),
        tone.lighten(0.35),
        Form::Flat,
    );
    let ring = Shape::ellipse(0.0, -h - 48.0, r * 0.8, r * 0.8 * TILT);
    pen.faint_line(&ring.d, s.ink, 3.0, 0.24);
    pen.plain(
        &Shape::ellipse(0.0, -h - 58.0, 24.0, 18.0),
        s.accent,
        Form::Ball,
    );
    Figure::stands(2.2 * r, h + 80.0, 2.0 * r).at(-10.0, -h * 0.55)
}

pub(super) fn honey_jar(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(110.0, 135.0), pen.dice.range(190.0, 250.0));
    let amber = pen.dice.pick(&[
        Colour::hex(0xdb9422),
        Colour::hex(0xc2701e),
        Colour::hex(0xe7b23f),
    ]);
    let profile = match pen.dice.below(3) {
        0 => vec![
            (r * 0.82, -h),
            (r * 0.84, -h + 14.0),
            (r, -h + 44.0),
            (r, -34.0),
            (r * 0.86, 0.0),
        ],
        1 => vec![
            (r * 0.8, -h),
            (r * 0.84, -h + 10.0),
            (r * 1.1, -h * 0.5),
            (r * 0.8, 0.0),
        ],
        _ => vec![
            (r * 0.9, -h),
            (r * 0.9, -h),
            (r * 0.92, -h + 26.0),
            (r, -h + 34.0),
            (r, -h + 34.0),
            (r, 0.0),
            (r, 0.0),
        ],
    };
    let body = Shape::lathe(&profile);
    let glow = pen.linear(
        [0.0, 0.0, 1.0, 0.3],
        &[
            (0.0, amber.darken(0.12), 1.0),
            (0.3, amber.lighten(0.3), 1.0),
            (0.62, amber, 1.0),
            (1.0, amber.darken(0.42), 1.0),
        ],
    );
    pen.fill(&body.d, glow);
    pen.glass(&body, amber, 0.1);
    pen.gleam(&body, 0.65);
    let tag = Shape::rect(-r * 0.6, -h * 0.66, r * 1.2, h * 0.42, 5.0);
    pen.plain(&tag, s.trim.lighten(0.25), Form::Round);
    let (hx, hy) = (0.0, -h * 0.5);
    for (dx, dy, tone) in [
        (-22.0, 0.0, s.accent),
        (22.0, 0.0, s.main),
        (0.0, -38.0, s.main.mix(s.accent, 0.5)),
    ] {
        pen.fill(
            &format!(
                "M{} {}l20 12v24l-20 12l-20 -12v-24z",
                hx + dx,
                hy + dy - 10.0
            ),
            tone,
        );
    }
    let lid_r = profile[0].0 * 1.07;
    let lid = Shape::lathe(&[(lid_r, -h - 50.0), (lid_r, -h - 50.0), (lid_r, -h + 4.0)]);
    if s.gloss {
        pen.metal(&lid, s.metal);
        pen.plain(
            &Shape::ellipse(0.0, -h - 50.0, lid_r, lid_r * TILT),
            s.metal.lighten(0.4),
            Form::Flat,
        );
    } else {
        let cloth = Shape::mirror(&[
            (0.0, -h - 56.0),
            (lid_r * 0.9, -h - 44.0),
            (lid_r * 1.04, -h - 6.0),
            (lid_r * 1.3, -h + 44.0),
            (lid_r * 1.1, -h + 30.0),
            (lid_r * 0.7, -h + 52.0),
            (lid_r * 0.3, -h + 34.0),
            (0.0, -h + 50.0),
        ]);
        pen.surface(&cloth, s.main, Form::Round, Pattern::Gingham);
        pen.line(
            &curve(&[
                (-lid_r * 1.04, -h - 4.0),
                (0.0, -h + 14.0),
                (lid_r * 1.04, -h - 4.0),
            ]),
            s.accent,
            8.0,
        );
    }
    if pen.dice.chance(0.65) {
        dipper(pen, r + 60.0);
    }
    Figure::stands(2.4 * r + 110.0, h + 60.0, 2.0 * r).at(0.0, -h * 0.6)
}

/// A honey dipper leaning on the jar.
fn dipper(pen: &mut Pen, x: f32) {
    let wood = pen.skin.wood;
    pen.group(&format!("translate({x} -8) rotate(14)"), |pen| {
        pen.rod("M0 -60V-270", wood, 14.0);
        for (y, r) in [
            (-70.0, 22.0),
            (-52.0, 30.0),
            (-34.0, 32.0),
            (-16.0, 28.0),
            (0.0, 20.0),
        ] {
            pen.wood(
                &Shape::rect(-r, y - 7.0, 2.0 * r, 14.0, 7.0),
                wood,
                Form::Round,
                Grain::Along,
            );
        }
    });
}

pub(super) fn chocolate_bar(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let turn = pen.dice.pick(&[-14.0, 10.0, -8.0, 16.0]);
    let cocoa = pen.dice.pick(&[
        Colour::hex(0x4a2a1e),
        Colour::hex(0x6e4227),
        Colour::hex(0x3a2019),
    ]);
    let open = pen.dice.range(-120.0, -60.0);
    let decor = s.textile;
    pen.group(&format!("rotate({turn})"), |pen| {
        let bar = Shape::rect(-140.0, -300.0, 280.0, 420.0, 8.0);
        pen.cast(&bar, 16.0);
        pen.plain(&bar, cocoa, Form::Flat);
        for row in 0..4_u8 {
            for column in 0..3_u8 {
                let (x, y) = (
                    -134.0 + f32::from(column) * 90.0,
                    -294.0 + f32::from(row) * 76.0,
                );
                let square = Shape::rect(x, y, 86.0, 72.0, 8.0);
                pen.plain(&square, cocoa.lighten(0.07), Form::Flat);
                pen.plain(
                    &Shape::rect(x + 13.0, y + 12.0, 60.0, 48.0, 5.0),
                    cocoa.lighten(0.14),
                    Form::Flat,
                );
                pen.faint_line(
                    &format!("M{} {}v-48h60", x + 13.0, y + 58.0),
                    cocoa.lighten(0.6),
                    2.4,
                    0.5,
                );
            }
        }
        let mut foil = vec![(-156.0, open), (-156.0, open)];
        for k in 0..9_u8 {
            foil.push((
                -150.0 + f32::from(k) * 37.5,
                open + if k % 2 == 0 { -30.0 } else { -6.0 },
            ));
        }
        foil.extend([
            (156.0, open),
            (156.0, open),
            (152.0, open + 60.0),
            (-152.0, open + 60.0),
        ]);
        let metal = Colour::hex(0xd9c8a4);
        let foil = Shape::smooth(&foil);
        pen.group("translate(3 -6)", |pen| pen.tint(&foil.d, s.ink, 0.3));
        pen.metal(&foil, metal);
        let sleeve = Shape::rect(-156.0, open + 24.0, 312.0, 320.0 - open, 4.0);
        pen.cast(&sleeve, 18.0);
        pen.surface(&sleeve, s.main, Form::Flat, decor);
        let tag = Shape::rect(-92.0, open + 100.0, 184.0, 190.0, 4.0);
        pen.plain(&tag, s.trim.lighten(0.25), Form::Flat);
        mark(pen, 0.0, open + 170.0, 46.0);
    });
    Figure::lies(400.0, 680.0).at(0.0, -80.0)
}

pub(super) fn olive_oil(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(72.0, 100.0), pen.dice.range(360.0, 440.0));
    let kind = pen.dice.below(4);
    let green = pen.dice.pick(&[
        Colour::hex(0x5d6b2e),
        Colour::hex(0x8d8a2f),
        Colour::hex(0x39502f),
    ]);
    let body = match kind {
        0 => Shape::lathe(&[
            (22.0, -h),
            (22.0, -h * 0.8),
            (30.0, -h * 0.72),
            (r, -h * 0.58),
            (r, -16.0),
            (r * 0.94, 0.0),
        ]),
        1 => Shape::lathe(&[
            (22.0, -h),
            (22.0, -h),
            (24.0, -h * 0.62),
            (r * 1.25, -h * 0.2),
            (r * 1.1, 0.0),
        ]),
        2 => Shape::lathe(&[
            (20.0, -h),
            (24.0, -h * 0.86),
            (r * 0.94, -h * 0.7),
            (r, -h * 0.64),
            (r * 0.84, -12.0),
            (r * 0.8, 0.0),
        ]),
        _ => Shape::lathe(&[
            (24.0, -h * 0.8),
            (24.0, -h * 0.76),
            (r * 1.2, -h * 0.72),
            (r * 1.2, -h * 0.72),
            (r * 1.2, 0.0),
            (r * 1.2, 0.0),
        ]),
    };
    if kind == 3 {
        pen.surface(&body, s.main, Form::Round, Pattern::Plain);
    } else {
        let glow = pen.linear(
            [0.0, 0.0, 1.0, 0.1],
            &[
                (0.0, green.darken(0.2), 1.0),
                (0.28, green.lighten(0.35), 1.0),
                (0.6, green, 1.0),
                (1.0, green.darken(0.5), 1.0),
            ],
        );
        pen.fill(&body.d, glow);
    }
    pen.gleam(&body, 0.5);
    let top = if kind == 3 { h * 0.8 } else { h };
    pen.plain(
        &Shape::lathe(&[
            (26.0, -top - 34.0),
            (26.0, -top - 34.0),
            (25.0, -top + 34.0),
        ]),
        if s.gloss { s.ink } else { s.accent },
        Form::Round,
    );
    pen.ellipse(0.0, -top - 34.0, 26.0, 5.0, s.accent.lighten(0.3));
    let wide = r * if kind == 3 { 0.9 } else { 0.72 };
    let tag = Shape::rect(-wide, -h * 0.46, 2.0 * wide, h * 0.32, 3.0);
    pen.plain(&tag, s.trim.lighten(0.25), Form::Round);
    pen.group(
        &format!("translate(-34 {}) rotate(-34)", -h * 0.24),
        |pen| {
            pen.group("scale(0.62)", |pen| {
                branch(
                    pen,
                    &[(0.0, 0.0), (60.0, -8.0), (110.0, 0.0)],
                    Colour::hex(0x6d7a4a),
                )
            });
            pen.plain(
                &Shape::ellipse(30.0, 16.0, 13.0, 10.0),
                s.accent,
                Form::Ball,
            );
        },
    );
    if pen.dice.chance(0.6) {
        let dish = Shape::lathe(&[(66.0, -36.0), (58.0, -16.0), (32.0, 4.0)]);
        pen.group(&format!("translate({} 8)", r + 80.0), |pen| {
            pen.plain(&dish, s.main, Form::Round);
            pen.mouth(66.0, -36.0, 6.0, s.main);
            pen.ellipse(0.0, -34.0, 54.0, 6.4, Colour::hex(0xc9b23c));
        });
        return Figure::stands(2.0 * r + 300.0, top + 40.0, 1.9 * r).at(0.0, -h * 0.4);
    }
    Figure::stands(2.6 * r, top + 40.0, 1.9 * r).at(0.0, -h * 0.4)
}
