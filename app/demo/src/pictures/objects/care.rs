//! Bathroom shelf: soap, lotion, perfume, brush, cream.

use super::Figure;
use super::vessels::mark;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, TILT, curve};

pub(super) fn soap_bar(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Terrazzo,
        Pattern::Speckle,
        Pattern::Waves,
    ]);
    let dish = Shape::lathe(&[(220.0, -26.0), (220.0, -26.0), (190.0, 0.0)]);
    pen.wood(&dish, s.wood, Form::Round, Grain::Along);
    pen.wood(
        &Shape::ellipse(0.0, -26.0, 220.0, 34.0),
        s.wood.lighten(0.15),
        Form::Flat,
        Grain::Along,
    );
    let (w, h) = (pen.dice.range(140.0, 170.0), pen.dice.range(72.0, 100.0));
    let round = pen.dice.chance(0.35);
    let bar = |pen: &mut Pen, x: f32, y: f32, turn: f32, tone: Colour| {
        pen.group(&format!("translate({x} {y}) rotate({turn})"), |pen| {
            let side = Shape::rect(-w, -h, 2.0 * w, h, if round { 46.0 } else { 20.0 });
            pen.surface(&side, tone, Form::Flat, decor);
            let under = pen.linear(
                [0.0, 0.0, 0.0, 1.0],
                &[(0.0, s.ink, 0.0), (0.4, s.ink, 0.04), (1.0, s.ink, 0.34)],
            );
            pen.fill(&side.d, under);
            let top = Shape::smooth(&[
                (-w + 14.0, -h - 32.0),
                (w - 14.0, -h - 32.0),
                (w - 2.0, -h - 20.0),
                (w, -h + 12.0),
                (w - 20.0, -h + 20.0),
                (-w + 20.0, -h + 20.0),
                (-w, -h + 12.0),
                (-w + 2.0, -h - 20.0),
            ]);
            pen.surface(&top, tone.lighten(0.3), Form::Flat, decor);
            pen.line(
                &format!("M-46 {}h92M-26 {}h52", -h - 10.0, -h + 2.0),
                tone.mix(s.ink, 0.22),
                5.0,
            );
        });
    };
    bar(pen, 8.0, -34.0, 0.0, s.accent);
    bar(
        pen,
        -12.0,
        -34.0 - h - 24.0,
        pen.skin.trim.luma() * -5.0,
        s.main,
    );
    if pen.dice.chance(0.6) {
        let leaf = Colour::hex(0x6d8463).mix(s.wall, 0.1);
        pen.group(
            &format!("translate(-60 {}) rotate(-8)", -h * 2.0 - 98.0),
            |pen| {
                crate::pictures::props::branch(
                    pen,
                    &[(0.0, 0.0), (70.0, -8.0), (150.0, -2.0)],
                    leaf,
                )
            },
        );
    }
    for (x, y, r) in [
        (196.0, -60.0, 18.0),
        (222.0, -44.0, 11.0),
        (-206.0, -50.0, 13.0),
    ] {
        pen.tint(&Shape::ellipse(x, y, r, r).d, Colour::WHITE, 0.4);
        pen.faint_line(&Shape::ellipse(x, y, r, r).d, Colour::WHITE, 2.0, 0.8);
    }
    Figure::stands(450.0, 2.0 * h + 110.0, 420.0).at(-20.0, -h * 1.6)
}

/// A paper label with a drawn emblem.
fn label(pen: &mut Pen, w: f32, y: f32, h: f32) {
    let s = pen.skin;
    let sheet = Shape::rect(-w, y, 2.0 * w, h, 3.0);
    pen.plain(&sheet, s.trim.lighten(0.25), Form::Round);
    mark(pen, 0.0, y + h * 0.36, w * 0.36);
}

pub(super) fn lotion_bottle(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(78.0, 105.0), pen.dice.range(260.0, 340.0));
    let amber = pen.dice.chance(0.4);
    let cap = if s.metal.luma() < 0.4 {
        s.metal
    } else {
        s.ink.lighten(0.08)
    };
    let pump = pen.dice.chance(0.65);
    if pump {
        pen.plain(
            &Shape::rect(-8.0, -h - 116.0, 16.0, 90.0, 2.0),
            s.metal.mix(s.trim, 0.3),
            Form::Round,
        );
        let head = Shape::smooth(&[
            (-118.0, -h - 128.0),
            (-112.0, -h - 142.0),
            (30.0, -h - 146.0),
            (36.0, -h - 142.0),
            (36.0, -h - 106.0),
            (30.0, -h - 102.0),
            (-26.0, -h - 102.0),
            (-34.0, -h - 120.0),
            (-104.0, -h - 116.0),
        ]);
        pen.plain(&head, cap, Form::Flat);
        pen.plain(
            &Shape::lathe(&[(36.0, -h - 66.0), (36.0, -h - 66.0), (40.0, -h + 6.0)]),
            cap,
            Form::Round,
        );
    } else {
        pen.plain(
            &Shape::lathe(&[
                (r * 0.5, -h - 96.0),
                (r * 0.5, -h - 96.0),
                (r * 0.52, -h + 4.0),
            ]),
            cap,
            Form::Round,
        );
        pen.ellipse(0.0, -h - 96.0, r * 0.5, r * 0.5 * TILT, cap.lighten(0.25));
    }
    let shoulder = pen.dice.pick(&[0.4_f32, 0.7, 0.96]);
    let body = Shape::lathe(&[
        (r * shoulder.min(0.5), -h),
        (r * shoulder, -h + 10.0),
        (r, -h + 56.0),
        (r, -h * 0.5),
        (r, -14.0),
        (r * 0.92, 0.0),
    ]);
    if amber {
        pen.plain(&body, Colour::hex(0x8a4a22), Form::Round);
        pen.glass(&body, Colour::hex(0xa65d28), 0.3);
    } else {
        pen.plain(&body, s.main, Form::Round);
    }
    pen.gleam(&body, if amber { 0.5 } else { 0.3 });
    let (top, tall) = (pen.dice.range(0.56, 0.7), pen.dice.range(0.34, 0.46));
    if pen.dice.chance(0.7) {
        label(pen, r * 0.8, -h * top, h * tall);
    } else {
        mark(pen, 0.0, -h * 0.5, r * 0.4);
    }
    Figure::stands(2.6 * r, h + 145.0, 2.0 * r).at(-10.0, -h * 0.56)
}

pub(super) fn perfume(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(96.0, 150.0), pen.dice.range(190.0, 290.0));
    let kind = pen.dice.below(4);
    let shape = |k: f32| match kind {
        0 => Shape::rect(-w + k, -h + k, 2.0 * (w - k), h - 2.0 * k, 16.0),
        1 => Shape::ellipse(0.0, -h * 0.5, w * 1.1 - k, h * 0.5 - k),
        2 => Shape::mirror(&[
            (0.0, -h + k),
            (w * 0.4 - k, -h + k),
            (w * 0.4 - k, -h + k),
            (w * 0.72 - k, -h * 0.72),
            (w * 1.1 - k, -k - 8.0),
            (w - k, -k),
            (w - k, -k),
            (0.0, -k),
        ]),
        _ => Shape {
            d: format!(
                "M{} {}V{}a{a} {a} 0 0 1 {} 0V{}Z",
                -w + k,
                -k,
                -h + w,
                2.0 * (w - k),
                -k,
                a = w - k
            ),
            ..Shape::rect(-w + k, -h + k, 2.0 * (w - k), h - 2.0 * k, 0.0)
        },
    };
    let cap_h = pen.dice.range(60.0, 105.0);
    pen.metal(&Shape::rect(-22.0, -h - 26.0, 44.0, 34.0, 2.0), s.metal);
    match pen.dice.below(3) {
        0 => pen.plain(
            &Shape::ellipse(0.0, -h - 62.0, 52.0, 50.0),
            s.accent,
            Form::Ball,
        ),
        1 => pen.wood(
            &Shape::lathe(&[
                (46.0, -h - 22.0 - cap_h),
                (46.0, -h - 22.0 - cap_h),
                (46.0, -h - 22.0),
            ]),
            s.wood,
            Form::Round,
            Grain::Upright,
        ),
        _ => pen.plain(
            &Shape::rect(-40.0, -h - 22.0 - cap_h, 80.0, cap_h, 6.0),
            s.ink.mix(s.accent, 0.2),
            Form::Round,
        ),
    }
    let outer = shape(0.0);
    pen.glass(&outer, s.main.lighten(0.3), 0.5);
    let inner = shape(15.0);
    let level = -h * pen.dice.range(0.66, 0.84);
    pen.clip(&inner, |pen| {
        let juice = pen.linear(
            [0.0, 0.0, 1.0, 0.2],
            &[
                (0.0, s.main.lighten(0.3), 0.95),
                (0.4, s.main, 0.9),
                (1.0, s.main.mix(s.ink, 0.35), 0.95),
            ],
        );
        pen.rect(-300.0, level, 600.0, 500.0, 0.0, juice);
        pen.tint(
            &format!("M-300 {level}H300V{}H-300Z", level + 7.0),
            Colour::WHITE,
            0.4,
        );
        pen.line(
            &curve(&[(0.0, -h), (2.0, -h * 0.5), (14.0, -20.0)]),
            s.trim,
            4.0,
        );
    });
    pen.gleam(&outer, 0.62);
    if pen.dice.chance(0.75) {
        label(pen, w * 0.48, -h * 0.54, h * 0.3);
    }
    Figure::stands(2.2 * w, h + 110.0, 2.0 * w).at(-10.0, -h * 0.55)
}

pub(super) fn hair_brush(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let tone = if pen.dice.chance(0.5) { s.wood } else { s.main };
    let wooden = tone == s.wood;
    let (w, h) = (pen.dice.range(86.0, 116.0), pen.dice.range(150.0, 190.0));
    let turn = pen.dice.pick(&[-28.0, 24.0, 32.0]);
    pen.group(&format!("rotate({turn}) translate(0 40)"), |pen| {
        let body = Shape::mirror(&[
            (0.0, -h * 2.0 - 20.0),
            (w * 0.8, -h * 1.76),
            (w, -h),
            (w * 0.62, -h * 0.2),
            (27.0, 20.0),
            (24.0, 110.0),
            (34.0, 230.0),
            (20.0, 270.0),
            (0.0, 276.0),
        ]);
        pen.cast(&body, 20.0);
        if wooden {
            pen.wood(&body, tone, Form::Flat, Grain::Upright);
        } else {
            pen.plain(&body, tone, Form::Flat);
        }
        let pad = Shape::mirror(&[
            (0.0, -h * 2.0 + 8.0),
            (w * 0.62, -h * 1.7),
            (w * 0.78, -h),
            (w * 0.5, -h * 0.34),
            (0.0, -h * 0.14),
        ]);
        pen.plain(&pad, s.accent.mix(s.ink, 0.12), Form::Ball);
        pen.clip(&pad, |pen| {
            for row in 0..14_u8 {
                for column in 0..7_u8 {
                    let x = -w * 0.72
                        + f32::from(column) * w * 0.24
                        + if row % 2 == 0 { 0.0 } else { w * 0.12 };
                    let y = -h * 2.0 + 20.0 + f32::from(row) * h * 0.142;
                    pen.line(&format!("M{x} {y}l-5 -11"), s.trim.mix(s.ink, 0.1), 4.0);
                    pen.dot(x - 5.0, y - 11.0, 4.2, s.trim.lighten(0.4));
                }
            }
        });
        pen.dot(0.0, 236.0, 9.0, s.ink.mix(tone, 0.2));
    });
    Figure::lies(470.0, 680.0).at(30.0, -90.0)
}

pub(super) fn cream_jar(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(130.0, 165.0), pen.dice.range(100.0, 160.0));
    let open = pen.dice.chance(0.4);
    let body = Shape::lathe(&[(r, -h), (r, -h), (r, -26.0), (r * 0.92, 0.0)]);
    if pen.dice.chance(0.4) {
        pen.plain(&body, s.main.lighten(0.35), Form::Round);
        pen.glass(&body, s.main, 0.4);
    } else {
        pen.surface(&body, s.main, Form::Round, Pattern::Plain);
    }
    pen.gleam(&body, 0.45);
    label(pen, r * 0.52, -h * 0.8, h * 0.58);
    let lid_tone = if s.gloss { s.metal } else { s.wood };
    if open {
        pen.mouth(r * 0.92, -h, 8.0, s.trim);
        let cream = Shape::smooth(&[
            (-r * 0.8, -h),
            (-r * 0.5, -h - 16.0),
            (-r * 0.1, -h - 10.0),
            (r * 0.16, -h - 42.0),
            (r * 0.3, -h - 14.0),
            (r * 0.78, -h),
            (r * 0.4, -h + r * 0.1),
            (-r * 0.4, -h + r * 0.1),
        ]);
        pen.plain(&cream, s.trim.lighten(0.5), Form::Ball);
    } else {
        let lid = Shape::lathe(&[
            (r * 1.03, -h - 62.0),
            (r * 1.03, -h - 62.0),
            (r * 1.03, -h - 2.0),
        ]);
        if s.gloss {
            pen.metal(&lid, lid_tone);
        } else {
            pen.wood(&lid, lid_tone, Form::Round, Grain::Along);
        }
        pen.plain(
            &Shape::ellipse(0.0, -h - 62.0, r * 1.03, r * 1.03 * TILT),
            lid_tone.lighten(0.35),
            Form::Flat,
        );
    }
    Figure::stands(2.2 * r + 60.0, h + 100.0, 2.0 * r).at(-10.0, -h * 0.66)
}
