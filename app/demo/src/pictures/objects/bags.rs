//! Carried things: backpack, tote, wallet.

use super::Figure;
use super::kitchen::folds;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::props::branch;
use crate::pictures::shape::{Shape, curve};

pub(super) fn backpack(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(150.0, 178.0), pen.dice.range(370.0, 430.0));
    let strap = if s.gloss { s.leather } else { s.accent };
    let roll = pen.dice.chance(0.45);
    for x in [-1.0, 1.0] {
        pen.rod(
            &curve(&[
                (x * w * 0.6, -h * 0.82),
                (x * w * 1.22, -h * 0.6),
                (x * w * 1.24, -h * 0.26),
                (x * w * 0.9, -20.0),
            ]),
            s.main.mix(s.ink, 0.3),
            26.0,
        );
    }
    pen.line(
        &curve(&[
            (-34.0, -h + 8.0),
            (-26.0, -h - 44.0),
            (26.0, -h - 44.0),
            (34.0, -h + 8.0),
        ]),
        strap,
        14.0,
    );
    let body = Shape::mirror(&[
        (0.0, -h),
        (w * 0.6, -h + 8.0),
        (w * 0.94, -h * 0.82),
        (w * 1.02, -h * 0.3),
        (w * 0.98, -22.0),
        (w * 0.84, 0.0),
        (0.0, 4.0),
    ]);
    let decor = pen.dice.pick(&[Pattern::Plain, Pattern::Plain, s.textile]);
    pen.surface(&body, s.main, Form::Round, decor);
    if roll {
        let lid = Shape::mirror(&[
            (0.0, -h - 10.0),
            (w * 0.84, -h + 10.0),
            (w * 1.04, -h * 0.72),
            (w * 0.96, -h * 0.5),
            (w * 0.9, -h * 0.48),
            (0.0, -h * 0.44),
        ]);
        pen.plain(&lid, s.main.mix(s.light, 0.14), Form::Round);
        pen.faint_line(
            &curve(&[
                (-w * 0.94, -h * 0.48),
                (0.0, -h * 0.43),
                (w * 0.94, -h * 0.48),
            ]),
            s.ink,
            6.0,
            0.3,
        );
        for x in [-0.46, 0.46] {
            pen.plain(
                &Shape::rect(x * w - 12.0, -h * 0.74, 24.0, h * 0.5, 4.0),
                strap,
                Form::Flat,
            );
            pen.line(
                &format!("M{} {}h36v28h-36z", x * w - 18.0, -h * 0.36),
                s.metal,
                6.0,
            );
        }
    } else {
        let zip = curve(&[
            (-w * 0.86, -h * 0.52),
            (-w * 0.78, -h * 0.84),
            (0.0, -h * 0.93),
            (w * 0.78, -h * 0.84),
            (w * 0.86, -h * 0.52),
        ]);
        pen.line(&zip, s.main.mix(s.ink, 0.45), 9.0);
        pen.stitch(&zip, s.metal.lighten(0.2), 3.0);
        pen.rod(&format!("M{} {}v32", w * 0.86, -h * 0.52), strap, 9.0);
        pen.plain(
            &Shape::rect(-30.0, -h * 0.74, 60.0, 44.0, 4.0),
            s.leather,
            Form::Flat,
        );
        pen.dot(0.0, -h * 0.74 + 22.0, 8.0, s.metal);
    }
    let pocket = Shape::mirror(&[
        (0.0, -h * 0.4),
        (w * 0.7, -h * 0.4),
        (w * 0.78, -h * 0.34),
        (w * 0.8, -h * 0.12),
        (w * 0.7, -26.0),
        (0.0, -20.0),
    ]);
    pen.plain(&pocket, s.main.mix(s.ink, 0.1), Form::Round);
    pen.stitch(&pocket.d, s.main.lighten(0.5), 2.6);
    pen.line(
        &format!("M{} {}H{}", -w * 0.6, -h * 0.32, w * 0.6),
        s.main.mix(s.ink, 0.5),
        7.0,
    );
    pen.rod(&format!("M{} {}v26", -w * 0.5, -h * 0.32), strap, 8.0);
    Figure::stands(2.5 * w, h + 50.0, 2.0 * w).at(0.0, -h * 0.45)
}

pub(super) fn tote_bag(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(150.0, 190.0), pen.dice.range(290.0, 340.0));
    let handle = pen.dice.range(150.0, 200.0);
    let tone = if s.gloss { s.leather } else { s.contrast() };
    let loop_ = |dx: f32| {
        curve(&[
            (-w * 0.46 + dx, -h + 6.0),
            (-w * 0.36 + dx, -h - handle * 0.7),
            (dx, -h - handle),
            (w * 0.36 + dx, -h - handle * 0.7),
            (w * 0.46 + dx, -h + 6.0),
        ])
    };
    pen.line(&loop_(10.0), tone.mix(s.ink, 0.4), 17.0);
    let body = Shape::mirror(&[
        (0.0, -h + 10.0),
        (w * 0.96, -h),
        (w * 0.96, -h),
        (w, -h * 0.5),
        (w * 1.04, -16.0),
        (w * 0.96, 0.0),
        (0.0, 4.0),
    ]);
    let decor = pen.dice.pick(&[s.textile, Pattern::Plain]);
    pen.surface(&body, s.main, Form::Flat, decor);
    folds(pen, &body);
    pen.stitch(
        &format!(
            "M{} {}L0 {}L{} {}",
            -w * 0.95,
            -h + 30.0,
            -h + 40.0,
            w * 0.95,
            -h + 30.0
        ),
        s.main.lighten(0.5),
        2.6,
    );
    pen.line(&loop_(0.0), tone, 17.0);
    for x in [-0.46, 0.46] {
        pen.plain(
            &Shape::rect(x * w - 12.0, -h + 2.0, 24.0, 56.0, 3.0),
            tone,
            Form::Flat,
        );
        pen.stitch(
            &format!("M{} {}h16v40h-16z", x * w - 8.0, -h + 12.0),
            s.trim,
            2.0,
        );
    }
    if decor == Pattern::Plain {
        let print = s.contrast();
        match pen.dice.below(3) {
            0 => pen.group(&format!("translate(0 {}) rotate(-90)", -h * 0.24), |pen| {
                branch(pen, &[(0.0, 0.0), (60.0, -8.0), (130.0, 6.0)], print)
            }),
            1 => {
                pen.dot(0.0, -h * 0.48, w * 0.44, print);
                pen.fill(
                    &format!(
                        "M{} {}a{} {} 0 0 0 {} 0z",
                        -w * 0.44,
                        -h * 0.46,
                        w * 0.44,
                        w * 0.44,
                        w * 0.88
                    ),
                    s.accent,
                );
            }
            _ => pen.line(
                &format!(
                    "M{} {}q40 -60 80 0t80 0M{} {}q40 -60 80 0t80 0",
                    -80,
                    -h * 0.5,
                    -80,
                    -h * 0.36
                ),
                print,
                13.0,
            ),
        }
    }
    Figure::stands(2.1 * w, h + handle, 2.0 * w).at(0.0, -h * 0.6)
}

pub(super) fn wallet(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let tone = if pen.dice.chance(0.5) {
        s.leather
    } else {
        s.main
    };
    let tone = if tone.distance(s.wall) < 0.26 {
        s.leather.darken(0.35)
    } else {
        tone
    };
    let turn = pen.dice.pick(&[-12.0, -8.0, 10.0]);
    let kind = pen.dice.below(3);
    pen.group(&format!("rotate({turn})"), |pen| {
        if kind == 0 {
            // A slim holder with cards looking out.
            for (i, card) in [s.accent, s.trim, s.light].into_iter().enumerate() {
                let y = -206.0 + 34.0 * i as f32;
                let sheet = Shape::rect(-142.0, y, 284.0, 150.0, 14.0);
                pen.cast(&sheet, 8.0);
                pen.plain(&sheet, card, Form::Flat);
                pen.rect(-118.0, y + 12.0, 60.0, 8.0, 4.0, card.mix(s.ink, 0.3));
            }
            let front = Shape::smooth(&[
                (-166.0, -100.0),
                (-166.0, -100.0),
                (-60.0, -100.0),
                (0.0, -64.0),
                (60.0, -100.0),
                (166.0, -100.0),
                (166.0, -100.0),
                (168.0, 110.0),
                (150.0, 132.0),
                (-150.0, 132.0),
                (-168.0, 110.0),
            ]);
            pen.cast(&front, 18.0);
            pen.plain(&front, tone, Form::Flat);
            pen.stitch(
                "M-154 -88H-62Q0 -50 62 -88H154V112Q150 120 142 120H-142Q-150 120 -154 112Z",
                tone.lighten(0.55),
                2.8,
            );
        } else {
            let back = Shape::rect(-206.0, -150.0, 412.0, 300.0, 22.0);
            pen.cast(&back, 20.0);
            pen.plain(&back, tone.mix(s.ink, 0.15), Form::Flat);
            let flap = if kind == 1 {
                Shape::rect(-206.0, -150.0, 412.0, 176.0, 22.0)
            } else {
                Shape::smooth(&[
                    (-206.0, -138.0),
                    (-190.0, -150.0),
                    (190.0, -150.0),
                    (206.0, -138.0),
                    (206.0, -20.0),
                    (120.0, 34.0),
                    (0.0, 50.0),
                    (-120.0, 34.0),
                    (-206.0, -20.0),
                ])
            };
            pen.group("translate(5 9)", |pen| pen.tint(&flap.d, s.ink, 0.26));
            pen.plain(&flap, tone, Form::Flat);
            pen.stitch(
                "M-192 -40V-126q0 -12 12 -12H180q12 0 12 12V-40",
                tone.lighten(0.55),
                2.8,
            );
            pen.stitch(
                "M-192 60V124q0 12 12 12H180q12 0 12 -12V60",
                tone.lighten(0.5),
                2.8,
            );
            pen.dot(2.0, 14.0, 19.0, s.ink.mix(tone, 0.4));
            pen.plain(&Shape::ellipse(0.0, 11.0, 18.0, 18.0), s.metal, Form::Ball);
        }
        pen.line("M-132 96h44", s.metal, 5.0);
    });
    Figure::lies(470.0, 390.0).at(-70.0, -30.0)
}
