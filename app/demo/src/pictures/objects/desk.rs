//! The desk: notebook, fountain pen, pencil case.

use super::Figure;
use super::vessels::mark;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, curve};

pub(super) fn notebook(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = pen
        .dice
        .pick(&[(170.0, 235.0), (190.0, 240.0), (160.0, 245.0)]);
    let kind = pen.dice.below(3);
    let turn = pen.dice.pick(&[-9.0, 7.0, -5.0]);
    let decor = s.textile;
    pen.group(&format!("rotate({turn})"), |pen| {
        let second = Shape::rect(-w + 34.0, -h + 30.0, 2.0 * w, 2.0 * h, 10.0);
        pen.cast(&second, 16.0);
        pen.plain(&second, s.accent, Form::Flat);
        let pages = Shape::rect(-w + 8.0, -h + 9.0, 2.0 * w, 2.0 * h, 8.0);
        pen.cast(&pages, 14.0);
        pen.fill(&pages.d, Colour::hex(0xf4ecda));
        pen.faint_line(
            &format!(
                "M{} {}V{}M{} {}V{}",
                w + 3.0,
                -h + 20.0,
                h,
                w + 6.0,
                -h + 20.0,
                h
            ),
            s.ink,
            1.4,
            0.3,
        );
        let cover = Shape::rect(-w, -h, 2.0 * w, 2.0 * h, 10.0);
        pen.surface(&cover, s.main, Form::Flat, decor);
        match kind {
            0 => {
                pen.rect(-w, -h, 56.0, 2.0 * h, 8.0, s.accent.mix(s.ink, 0.25));
                pen.tint(
                    &Shape::rect(-w + 56.0, -h, 7.0, 2.0 * h, 0.0).d,
                    s.ink,
                    0.22,
                );
            }
            1 => {
                for k in 0..15_u8 {
                    let y = -h + 22.0 + f32::from(k) * (2.0 * h - 44.0) / 14.0;
                    pen.dot(-w + 26.0, y, 7.0, s.ink);
                    pen.line(
                        &format!("M{} {y}q-30 -16 -34 0q0 8 12 8", -w + 26.0),
                        s.metal,
                        5.0,
                    );
                }
            }
            _ => {
                pen.tint(&Shape::rect(-w + 26.0, -h, 5.0, 2.0 * h, 0.0).d, s.ink, 0.2);
                pen.rect(
                    w - 48.0,
                    -h - 3.0,
                    13.0,
                    2.0 * h + 6.0,
                    2.0,
                    s.ink.mix(s.accent, 0.5),
                );
                pen.fill(&format!("M-20 {h}h16v58l-8 -12l-8 12z"), s.accent);
            }
        }
        let tag = Shape::rect(-w * 0.42, -h * 0.6, w * 0.96, h * 0.48, 4.0);
        pen.plain(&tag, s.trim.lighten(0.3), Form::Flat);
        mark(pen, w * 0.06, -h * 0.42, 34.0);
    });
    if pen.dice.chance(0.6) {
        pencil(pen, w + 66.0, 30.0, 6.0);
        return Figure::lies(2.0 * w + 220.0, 2.0 * h + 80.0).at(-60.0, -100.0);
    }
    Figure::lies(2.0 * w + 110.0, 2.0 * h + 80.0).at(-60.0, -100.0)
}

/// A pencil lying at `(x, y)`, turned by `turn` degrees from upright.
fn pencil(pen: &mut Pen, x: f32, y: f32, turn: f32) {
    let s = pen.skin;
    pen.group(&format!("translate({x} {y}) rotate({turn})"), |pen| {
        let body = Shape::rect(-13.0, -150.0, 26.0, 320.0, 2.0);
        pen.cast(&body, 10.0);
        pen.plain(&body, s.accent, Form::Round);
        pen.fill("M-13 -150L0 -206L13 -150Z", Colour::hex(0xe2c79d));
        pen.fill("M-4.5 -186L0 -206L4.5 -186Z", s.ink);
        pen.metal(&Shape::rect(-13.0, 150.0, 26.0, 26.0, 0.0), s.metal);
        pen.rect(-13.0, 176.0, 26.0, 24.0, 7.0, Colour::hex(0xd9897c));
    });
}

pub(super) fn fountain_pen(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let r = pen.dice.range(27.0, 36.0);
    let turn = pen.dice.pick(&[38.0, 30.0, -34.0]);
    let gold = if s.metal.luma() < 0.35 {
        Colour::hex(0xd2a24c)
    } else {
        s.metal
    };
    pen.line(
        &curve(&[
            (-220.0, 270.0),
            (-150.0, 210.0),
            (-120.0, 290.0),
            (-50.0, 220.0),
            (-20.0, 290.0),
            (70.0, 240.0),
            (190.0, 272.0),
        ]),
        s.ink,
        6.0,
    );
    // The cap lies beside the pen.
    pen.group(&format!("translate(120 10) rotate({turn})"), |pen| {
        let cap = Shape::smooth(&[
            (-r * 1.05, 110.0),
            (-r * 1.05, 110.0),
            (-r * 1.05, -90.0),
            (-r * 0.8, -128.0),
            (0.0, -138.0),
            (r * 0.8, -128.0),
            (r * 1.05, -90.0),
            (r * 1.05, 110.0),
            (r * 1.05, 110.0),
        ]);
        pen.cast(&cap, 18.0);
        pen.plain(&cap, s.main, Form::Round);
        pen.gleam(&cap, 0.6);
        pen.metal(&Shape::rect(-r * 1.08, 84.0, r * 2.16, 15.0, 2.0), gold);
        pen.rod("M4 -116V36", gold, 13.0);
    });
    pen.group(&format!("translate(-80 -20) rotate({turn})"), |pen| {
        let nib = Shape::mirror(&[
            (0.0, 300.0),
            (3.0, 300.0),
            (r * 0.74, 224.0),
            (r * 0.5, 176.0),
            (r * 0.5, 176.0),
            (0.0, 176.0),
        ]);
        pen.cast(&nib, 18.0);
        pen.metal(&nib, gold);
        pen.line("M0 296V238", s.ink, 2.4);
        pen.dot(0.0, 232.0, 5.0, s.ink);
        let section = Shape::polygon(&[
            (-r * 0.78, 100.0),
            (r * 0.78, 100.0),
            (r * 0.62, 190.0),
            (-r * 0.62, 190.0),
        ]);
        pen.cast(&section, 18.0);
        pen.plain(&section, s.ink, Form::Round);
        let barrel = Shape::smooth(&[
            (-r, 110.0),
            (-r, 110.0),
            (-r, -160.0),
            (-r * 0.76, -270.0),
            (0.0, -290.0),
            (r * 0.76, -270.0),
            (r, -160.0),
            (r, 110.0),
            (r, 110.0),
        ]);
        pen.cast(&barrel, 20.0);
        if s.gloss {
            pen.plain(&barrel, s.main, Form::Round);
        } else {
            pen.wood(&barrel, s.wood, Form::Round, Grain::Upright);
        }
        pen.gleam(&barrel, 0.6);
        pen.metal(&Shape::rect(-r * 1.03, 92.0, r * 2.06, 17.0, 3.0), gold);
        pen.metal(&Shape::rect(-r * 0.96, -190.0, r * 1.92, 10.0, 2.0), gold);
    });
    Figure::lies(500.0, 620.0).at(-30.0, 40.0)
}

pub(super) fn pencil_case(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let turn = pen.dice.pick(&[-16.0, -10.0, 12.0]);
    let decor = s.textile;
    let roll = pen.dice.chance(0.4);
    let tones = [
        s.accent,
        s.trim.mix(s.accent, 0.3),
        s.light,
        s.wood,
        s.shade,
    ];
    pen.group(&format!("rotate({turn})"), |pen| {
        for (k, tone) in tones.into_iter().enumerate() {
            let x = -150.0 + 72.0 * k as f32;
            let rise = pen.dice.range(100.0, 180.0);
            let body = Shape::rect(x - 14.0, -rise, 28.0, 240.0, 2.0);
            pen.cast(&body, 10.0);
            pen.plain(&body, tone, Form::Round);
            pen.fill(
                &format!(
                    "M{} {}L{x} {}L{} {}Z",
                    x - 14.0,
                    -rise,
                    -rise - 54.0,
                    x + 14.0,
                    -rise
                ),
                Colour::hex(0xe2c79d),
            );
            pen.fill(
                &format!(
                    "M{} {}L{x} {}L{} {}Z",
                    x - 5.0,
                    -rise - 34.0,
                    -rise - 54.0,
                    x + 5.0,
                    -rise - 34.0
                ),
                tone.darken(0.2),
            );
        }
        let pouch = Shape::smooth(&[
            (-226.0, -36.0),
            (-226.0, -36.0),
            (0.0, -24.0),
            (226.0, -36.0),
            (226.0, -36.0),
            (236.0, 70.0),
            (222.0, 164.0),
            (200.0, 178.0),
            (0.0, 184.0),
            (-200.0, 178.0),
            (-222.0, 164.0),
            (-236.0, 70.0),
        ]);
        pen.cast(&pouch, 20.0);
        pen.surface(&pouch, s.main, Form::Flat, decor);
        if roll {
            for k in 0..4_u8 {
                let x = -114.0 + f32::from(k) * 72.0;
                pen.stitch(&format!("M{x} -20V170"), s.main.lighten(0.5), 3.0);
            }
            pen.line("M-232 70H236", s.leather, 16.0);
            pen.line("M-20 52h40v36h-40z", s.metal, 6.0);
        } else {
            pen.line("M-224 -30Q0 -18 224 -30", s.ink.mix(s.main, 0.2), 15.0);
            pen.stitch("M-224 -30Q0 -18 224 -30", s.metal.lighten(0.3), 7.0);
            pen.rod("M226 -28L258 10", s.leather, 14.0);
            pen.plain(
                &Shape::rect(-50.0, 60.0, 100.0, 60.0, 4.0),
                s.leather,
                Form::Flat,
            );
            pen.stitch("M-43 67h86v46h-86z", s.trim, 2.4);
        }
    });
    Figure::lies(520.0, 440.0).at(-60.0, 20.0)
}
