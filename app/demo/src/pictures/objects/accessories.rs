//! Worn things: belt, watch, sunglasses.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::shape::{Shape, curve};

pub(super) fn belt(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let tone = if pen.dice.chance(0.65) {
        s.leather
    } else {
        s.main
    };
    let tone = if tone.distance(s.wall) < 0.26 {
        s.leather.darken(0.4)
    } else {
        tone
    };
    let width = pen.dice.range(46.0, 64.0);
    // Rolled up: a spiral seen from above, its tongue laid out with the buckle.
    let mut spiral = Vec::new();
    for k in 0..40_u8 {
        let a = f32::from(k) * 0.42 + 1.57;
        let r = 205.0 - f32::from(k) * 3.3;
        spiral.push((a.cos() * r, a.sin() * r - 40.0));
    }
    let coil = curve(&spiral);
    let disc = Shape::ellipse(0.0, -40.0, 212.0, 212.0);
    pen.cast(&disc, 18.0);
    pen.fill(&disc.d, tone.mix(s.ink, 0.62));
    pen.line(&coil, tone.mix(s.ink, 0.3), 22.0);
    pen.line(&coil, tone, 17.0);
    pen.faint_line(&coil, tone.lighten(0.5), 3.5, 0.6);
    let hollow = pen.radial(
        [0.5, 0.5, 0.5],
        &[
            (0.0, s.wall.mix(s.ink, 0.36), 1.0),
            (1.0, s.wall.mix(s.ink, 0.2), 1.0),
        ],
    );
    pen.dot(2.0, -38.0, 62.0, hollow);
    let y = 165.0;
    let strap = Shape::rect(-250.0, y - width / 2.0, 430.0, width, width * 0.24);
    pen.cast(&strap, 16.0);
    pen.plain(&strap, tone, Form::Flat);
    pen.stitch(
        &Shape::rect(-240.0, y - width / 2.0 + 8.0, 410.0, width - 16.0, 8.0).d,
        tone.lighten(0.5),
        2.6,
    );
    for k in 0..5_u8 {
        pen.ellipse(-200.0 + f32::from(k) * 46.0, y, 7.0, 5.5, s.ink);
    }
    let b = width * 0.76;
    match pen.dice.below(2) {
        0 => pen.rod(
            &Shape::rect(120.0, y - b, 92.0, 2.0 * b, 14.0).d,
            s.metal,
            15.0,
        ),
        _ => pen.rod(&Shape::ellipse(168.0, y, 56.0, b).d, s.metal, 15.0),
    }
    pen.rod(&format!("M122 {y}H214"), s.metal.lighten(0.15), 9.0);
    pen.plain(
        &Shape::rect(62.0, y - width * 0.6, 26.0, width * 1.2, 5.0),
        tone.mix(s.ink, 0.25),
        Form::Flat,
    );
    Figure::lies(500.0, 480.0).at(60.0, 110.0)
}

pub(super) fn watch(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, w) = (pen.dice.range(112.0, 132.0), pen.dice.range(54.0, 66.0));
    let strap = if pen.dice.chance(0.55) {
        s.leather
    } else {
        s.main
    };
    let strap = if strap.distance(s.wall) < 0.26 {
        s.leather.darken(0.4)
    } else {
        strap
    };
    let mesh = pen.dice.chance(0.25);
    for (y0, y1) in [(-r * 0.8, -340.0), (r * 0.8, 350.0)] {
        let end = y1 * 0.99;
        let band = Shape::smooth(&[
            (-w * 1.1, y0),
            (-w * 1.1, y0),
            (w * 1.1, y0),
            (w * 1.1, y0),
            (w * 0.86, end),
            (w * 0.6, y1),
            (-w * 0.6, y1),
            (-w * 0.86, end),
        ]);
        pen.cast(&band, 15.0);
        if mesh {
            pen.metal(&band, s.metal);
            for k in 0..16_u8 {
                let y = y0 + (y1 - y0) * f32::from(k) / 16.0;
                pen.faint_line(&format!("M{} {y}H{}", -w * 1.08, w * 1.08), s.ink, 3.0, 0.3);
            }
        } else {
            pen.plain(&band, strap, Form::Round);
            pen.stitch(
                &format!(
                    "M{} {y0}L{} {}M{} {y0}L{} {}",
                    -w * 0.92,
                    -w * 0.7,
                    y1 * 0.96,
                    w * 0.92,
                    w * 0.7,
                    y1 * 0.96
                ),
                strap.lighten(0.55),
                3.0,
            );
            if y1 > 0.0 {
                for k in 0..4_u8 {
                    pen.ellipse(0.0, 200.0 + f32::from(k) * 34.0, 5.0, 7.0, s.ink);
                }
            } else {
                pen.rod(
                    &Shape::rect(-w * 0.94, -352.0, w * 1.88, 44.0, 10.0).d,
                    s.metal,
                    11.0,
                );
                pen.plain(
                    &Shape::rect(-w * 0.98, -262.0, w * 1.96, 22.0, 5.0),
                    strap.mix(s.ink, 0.2),
                    Form::Flat,
                );
            }
        }
    }
    let case = Shape::ellipse(0.0, 0.0, r, r);
    pen.cast(&case, 20.0);
    pen.metal(&Shape::rect(r - 6.0, -15.0, 26.0, 30.0, 6.0), s.metal);
    pen.metal(&case, s.metal);
    let face = if pen.dice.chance(0.5) {
        s.trim.lighten(0.3)
    } else {
        s.main.mix(s.ink, 0.3)
    };
    pen.dot(0.0, 0.0, r - 15.0, s.ink.mix(face, 0.6));
    pen.plain(
        &Shape::ellipse(1.0, 2.0, r - 19.0, r - 19.0),
        face,
        Form::Flat,
    );
    let mark = if face.luma() > 0.5 {
        s.ink
    } else {
        s.trim.lighten(0.4)
    };
    for k in 0..12_u8 {
        let long = k % 3 == 0;
        pen.group(&format!("rotate({})", u16::from(k) * 30), |pen| {
            pen.line(
                &format!("M0 {}v{}", -r + 28.0, if long { 16.0 } else { 8.0 }),
                mark,
                if long { 6.0 } else { 3.5 },
            )
        });
    }
    if pen.dice.chance(0.4) {
        pen.line(
            &Shape::ellipse(0.0, r * 0.36, r * 0.2, r * 0.2).d,
            mark,
            2.5,
        );
        pen.line(&format!("M0 {}v-14", r * 0.36), s.accent, 3.0);
    }
    for (turn, reach, width, tone) in [
        (-58.0, 0.42, 8.0, mark),
        (58.0, 0.66, 6.0, mark),
        (200.0, 0.66, 2.6, s.accent),
    ] {
        pen.group(&format!("rotate({turn})"), |pen| {
            pen.line(&format!("M0 12V{}", -r * reach), tone, width)
        });
    }
    pen.dot(0.0, 0.0, 7.0, s.accent);
    pen.clip(&case, |pen| {
        pen.tint(
            &format!(
                "M{} {}L{} {}H{}L{} {}Z",
                -r,
                r * 0.4,
                r * 0.2,
                -r,
                r * 0.5,
                -r,
                r * 0.75
            ),
            Colour::WHITE,
            0.16,
        )
    });
    Figure::lies(340.0, 700.0).at(-20.0, -20.0)
}

pub(super) fn sunglasses(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let kind = pen.dice.below(4);
    let frame = if s.gloss {
        s.main
    } else {
        s.main.mix(s.ink, 0.25)
    };
    let frame = if kind == 3 { s.metal } else { frame };
    let tint = pen.dice.pick(&[
        s.ink,
        s.accent.mix(s.ink, 0.45),
        Colour::hex(0x3f5a52),
        Colour::hex(0x6b4636),
    ]);
    for x in [-1.0, 1.0] {
        // Temples folded behind.
        pen.rod(
            &curve(&[
                (x * 214.0, -60.0),
                (x * 190.0, -120.0),
                (x * -20.0, -156.0),
                (x * -120.0, -140.0),
            ]),
            frame.mix(s.ink, 0.3),
            if kind == 3 { 9.0 } else { 17.0 },
        );
    }
    let lens = |x: f32| match kind {
        0 => Shape::ellipse(x * 112.0, 0.0, 88.0, 84.0),
        1 => Shape::smooth(&[
            (x * 20.0, -58.0),
            (x * 120.0, -74.0),
            (x * 214.0, -66.0),
            (x * 206.0, 10.0),
            (x * 150.0, 76.0),
            (x * 76.0, 72.0),
            (x * 32.0, 20.0),
        ]),
        2 => Shape::smooth(&[
            (x * 26.0, -46.0),
            (x * 130.0, -70.0),
            (x * 232.0, -100.0),
            (x * 232.0, -100.0),
            (x * 204.0, 20.0),
            (x * 136.0, 64.0),
            (x * 62.0, 52.0),
        ]),
        _ => Shape::smooth(&[
            (x * 24.0, -56.0),
            (x * 110.0, -68.0),
            (x * 206.0, -56.0),
            (x * 204.0, 20.0),
            (x * 140.0, 96.0),
            (x * 70.0, 80.0),
            (x * 30.0, 10.0),
        ]),
    };
    let thick = if kind == 3 { 9.0 } else { 23.0 };
    for x in [-1.0, 1.0] {
        let glass = lens(x);
        pen.cast(&glass, 22.0);
        let paint = pen.linear(
            [0.0, 0.0, 0.4, 1.0],
            &[(0.0, tint, 0.98), (1.0, tint.lighten(0.4), 0.82)],
        );
        pen.fill(&glass.d, paint);
        pen.clip(&glass, |pen| {
            let at = x * 112.0;
            pen.tint(
                &format!(
                    "M{} 110L{} -120H{}L{} 110ZM{} 110L{} -120H{}L{} 110Z",
                    at - 110.0,
                    at + 4.0,
                    at + 44.0,
                    at - 70.0,
                    at - 50.0,
                    at + 64.0,
                    at + 76.0,
                    at - 38.0
                ),
                Colour::WHITE,
                0.28,
            );
        });
        pen.rod(&glass.d, frame, thick);
    }
    pen.rod("M-30 -30Q0 -62 30 -30", frame, thick.min(18.0));
    if kind == 3 {
        pen.rod("M-60 -62H60", frame, 8.0);
    }
    for x in [-196.0, 196.0] {
        pen.dot(x, -54.0, 5.0, s.metal.lighten(0.4));
    }
    Figure::lies(500.0, 300.0).at(-110.0, -20.0)
}
