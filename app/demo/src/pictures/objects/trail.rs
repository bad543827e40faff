//! Outdoors: water bottle, yoga mat, tent, bike helmet.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, TILT, curve};

pub(super) fn water_bottle(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(80.0, 108.0), pen.dice.range(320.0, 400.0));
    let kind = pen.dice.below(3);
    let neck = r * pen.dice.range(0.5, 0.72);
    let cap = match kind {
        0 => s.wood,
        1 => s.ink.lighten(0.12),
        _ => s.accent,
    };
    if kind == 1 {
        pen.rod(
            &format!(
                "M{} {}V{}a{c} {c} 0 0 1 {} 0V{}",
                -neck * 0.8,
                -h - 20.0,
                -h - 60.0,
                neck * 1.6,
                -h - 20.0,
                c = neck * 0.8
            ),
            cap,
            19.0,
        );
    }
    let lid = Shape::lathe(&[(neck, -h - 62.0), (neck, -h - 62.0), (neck, -h + 6.0)]);
    if kind == 0 {
        pen.wood(&lid, cap, Form::Round, Grain::Upright);
    } else {
        pen.plain(&lid, cap, Form::Round);
    }
    pen.ellipse(0.0, -h - 62.0, neck, neck * TILT, cap.lighten(0.3));
    if kind == 2 {
        pen.rod(
            &curve(&[
                (neck * 0.7, -h - 40.0),
                (neck * 1.6, -h - 50.0),
                (neck * 1.7, -h + 20.0),
                (neck * 1.04, -h + 20.0),
            ]),
            s.leather,
            13.0,
        );
    }
    let body = Shape::lathe(&[
        (neck * 1.02, -h),
        (neck * 1.06, -h + 10.0),
        (r, -h + r * 0.9),
        (r, -h * 0.5),
        (r, -16.0),
        (r * 0.92, 0.0),
    ]);
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Speckle,
        Pattern::Dip,
        Pattern::Plain,
        Pattern::Band,
    ]);
    pen.surface(&body, s.main, Form::Round, decor);
    pen.gleam(&body, 0.34);
    pen.metal(
        &Shape::lathe(&[
            (neck * 1.05, -h - 4.0),
            (neck * 1.05, -h - 4.0),
            (neck * 1.05, -h + 9.0),
        ]),
        s.metal,
    );
    pen.clip(&body, |pen| {
        pen.metal(&Shape::rect(-r, -18.0, 2.0 * r, 50.0, 0.0), pen.skin.metal)
    });
    if decor == Pattern::Plain {
        let tone = s.contrast();
        pen.line(
            &format!(
                "M-34 {}l34 -46l34 46M-16 {}l16 -22l16 22",
                -h * 0.4,
                -h * 0.4
            ),
            tone,
            7.0,
        );
    }
    Figure::stands(2.6 * r, h + 90.0, 2.0 * r).at(-10.0, -h * 0.6)
}

pub(super) fn yoga_mat(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, half) = (pen.dice.range(74.0, 96.0), pen.dice.range(190.0, 220.0));
    let second = s.accent;
    // The loose end runs towards us on the floor.
    let sheet = Shape::polygon(&[
        (-half + 6.0, -30.0),
        (half - 6.0, -30.0),
        (half + 70.0, 110.0),
        (-half - 50.0, 110.0),
    ]);
    pen.surface(&sheet, s.main, Form::Flat, Pattern::Plain);
    pen.fill(
        &format!("M{} 110H{}v9H{}z", -half - 50.0, half + 70.0, -half - 50.0),
        second,
    );
    let roll = Shape::rect(-half, -2.0 * r + 20.0, 2.0 * half, 2.0 * r - 10.0, 8.0);
    pen.fill(&roll.d, s.main);
    let round = pen.linear(
        [0.0, 0.0, 0.0, 1.0],
        &[
            (0.0, s.ink, 0.05),
            (0.2, Colour::WHITE, 0.36),
            (0.5, s.ink, 0.0),
            (1.0, s.ink, 0.42),
        ],
    );
    pen.fill(&roll.d, round);
    let end = Shape::ellipse(half, -r + 15.0, r * 0.42, r - 5.0);
    pen.plain(&end, s.main.mix(s.ink, 0.2), Form::Flat);
    let mut spiral = Vec::new();
    for k in 0..30_u8 {
        let a = f32::from(k) * 0.62;
        let k = 1.0 - f32::from(k) / 32.0;
        spiral.push((
            half + a.cos() * r * 0.4 * k,
            -r + 15.0 + a.sin() * (r - 7.0) * k,
        ));
    }
    pen.line(&curve(&spiral), second, 5.0);
    let strap = if s.gloss { s.leather } else { s.contrast() };
    for x in [-half * 0.55, half * 0.45] {
        let band = Shape::smooth(&[
            (x - 13.0, -2.0 * r + 16.0),
            (x - 13.0, -2.0 * r + 16.0),
            (x + 13.0, -2.0 * r + 16.0),
            (x + 13.0, -2.0 * r + 16.0),
            (x + 22.0, -r),
            (x + 13.0, 10.0),
            (x + 13.0, 10.0),
            (x - 13.0, 10.0),
            (x - 13.0, 10.0),
            (x - 4.0, -r),
        ]);
        pen.plain(&band, strap, Form::Flat);
        pen.line(
            &format!("M{} {}h34v24h-34z", x - 12.0, -r - 12.0),
            s.metal,
            5.0,
        );
    }
    pen.rod(
        &curve(&[
            (-half * 0.55, -2.0 * r + 18.0),
            (-half * 0.3, -2.0 * r - 76.0),
            (half * 0.2, -2.0 * r - 76.0),
            (half * 0.45, -2.0 * r + 18.0),
        ]),
        strap,
        15.0,
    );
    match pen.dice.below(3) {
        0 => {
            // Cork brick.
            let brick = Shape::rect(-half - 20.0, 40.0, 150.0, 84.0, 10.0);
            pen.surface(&brick, Colour::hex(0xc79a66), Form::Flat, Pattern::Speckle);
        }
        1 => {
            let lines = [0.0, 14.0];
            for dy in lines {
                pen.faint_line(
                    &format!("M{} {}H{}", -half - 30.0, 64.0 + dy, half + 46.0),
                    s.contrast(),
                    4.0,
                    0.7,
                );
            }
        }
        _ => pen.line(
            "M-24 60a24 24 0 0 1 48 0a24 24 0 0 1 -48 0M0 36v48M-24 60h48",
            s.contrast(),
            4.0,
        ),
    }
    let mut figure =
        Figure::stands(2.0 * half + 120.0, 2.0 * r + 190.0, 2.0 * half + 60.0).at(-40.0, -r * 0.9);
    figure.height = 2.0 * r + 160.0;
    figure
}

pub(super) fn tent(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let dome = pen.dice.chance(0.5);
    let (w, h) = (pen.dice.range(235.0, 265.0), pen.dice.range(260.0, 320.0));
    pen.line(
        &format!("M{} -10L{} 16M{} -10L{} 16", -w, -w - 62.0, w, w + 62.0),
        s.trim,
        4.0,
    );
    for x in [-w - 62.0, w + 62.0] {
        pen.line(
            &format!("M{x} 2l{} 22", if x < 0.0 { -5 } else { 5 }),
            s.metal,
            8.0,
        );
    }
    let inside = s.ink.mix(s.accent, 0.35);
    if dome {
        let shell = Shape::mirror(&[
            (0.0, -h),
            (w * 0.5, -h * 0.9),
            (w * 0.86, -h * 0.52),
            (w, 0.0),
            (w, 0.0),
            (0.0, 14.0),
        ]);
        pen.surface(&shell, s.main, Form::Ball, Pattern::Plain);
        pen.clip(&shell, |pen| {
            pen.fill(
                &format!(
                    "M{} {}Q0 {} {} {}L{} 40H{}Z",
                    -w,
                    -h * 0.2,
                    -h * 0.06,
                    w,
                    -h * 0.2,
                    w + 20.0,
                    -w - 20.0
                ),
                s.accent,
            );
            pen.faint_line(
                &curve(&[(-w * 0.96, 0.0), (-w * 0.5, -h * 0.74), (w * 0.1, -h)]),
                s.ink,
                6.0,
                0.3,
            );
            pen.faint_line(
                &curve(&[(w * 0.96, 0.0), (w * 0.5, -h * 0.74), (-w * 0.1, -h)]),
                s.ink,
                6.0,
                0.3,
            );
        });
        pen.light(&shell, Form::Ball);
        let door = Shape::mirror(&[
            (0.0, -h * 0.72),
            (w * 0.26, -h * 0.52),
            (w * 0.4, 6.0),
            (w * 0.4, 6.0),
            (0.0, 12.0),
        ]);
        pen.fill(&door.d, inside);
        pen.clip(&door, |pen| {
            let glow = pen.radial(
                [0.5, 0.9, 0.8],
                &[
                    (0.0, Colour(255, 214, 140), 0.95),
                    (1.0, Colour(255, 190, 110), 0.0),
                ],
            );
            pen.dot(0.0, -10.0, w * 0.6, glow);
        });
        let flap = Shape::smooth(&[
            (0.0, -h * 0.72),
            (0.0, -h * 0.72),
            (-w * 0.26, -h * 0.52),
            (-w * 0.4, 6.0),
            (-w * 0.4, 6.0),
            (-w * 0.2, 8.0),
            (-w * 0.14, -h * 0.3),
        ]);
        pen.plain(&flap, s.main.mix(s.light, 0.3), Form::Flat);
        pen.line("M-70 -70l34 -6", s.trim, 6.0);
    } else {
        let far = Shape::polygon(&[(20.0, -h), (w * 0.5, -h * 0.93), (w, 0.0), (w * 0.4, 12.0)]);
        pen.plain(&far, s.main.mix(s.ink, 0.3), Form::Flat);
        let face = Shape::polygon(&[(-w * 0.2, -h), (w * 0.56, 16.0), (-w, 16.0)]);
        pen.surface(
            &Shape::polygon(&[
                (-w * 0.2, -h),
                (w * 0.46, -h * 0.92),
                (w, 4.0),
                (w * 0.56, 16.0),
            ]),
            s.main.mix(s.ink, 0.16),
            Form::Flat,
            Pattern::Plain,
        );
        pen.surface(&face, s.main, Form::Flat, Pattern::Plain);
        pen.fill(
            &format!("M{} {}L{} 16H{}Z", -w * 0.2, -h * 0.84, w * 0.24, -w * 0.64),
            inside,
        );
        let lamp = pen.radial(
            [0.5, 0.8, 0.7],
            &[
                (0.0, Colour(255, 214, 140), 0.95),
                (1.0, Colour(255, 190, 110), 0.0),
            ],
        );
        pen.fill(
            &format!("M{} {}L{} 16H{}Z", -w * 0.2, -h * 0.84, w * 0.24, -w * 0.64),
            lamp,
        );
        pen.plain(
            &Shape::smooth(&[
                (-w * 0.2, -h * 0.86),
                (-w * 0.2, -h * 0.86),
                (-w * 0.3, -h * 0.4),
                (-w * 0.5, 16.0),
                (-w * 0.5, 16.0),
                (-w * 0.72, 16.0),
                (-w * 0.72, 16.0),
            ]),
            s.accent,
            Form::Flat,
        );
        pen.plain(
            &Shape::smooth(&[
                (-w * 0.2, -h * 0.86),
                (-w * 0.2, -h * 0.86),
                (-w * 0.1, -h * 0.4),
                (w * 0.1, 16.0),
                (w * 0.1, 16.0),
                (w * 0.32, 16.0),
                (w * 0.32, 16.0),
            ]),
            s.accent.mix(s.ink, 0.14),
            Form::Flat,
        );
        pen.line(&format!("M{} {}V{}", -w * 0.2, -h, -h - 22.0), s.wood, 9.0);
        pen.stitch(
            &format!(
                "M{} 4L{} {}L{} 4",
                -w * 0.96,
                -w * 0.2,
                -h * 0.985,
                w * 0.53
            ),
            s.trim,
            3.0,
        );
    }
    Figure::stands(2.0 * w + 130.0, h + 30.0, 2.1 * w).at(-w * 0.16, -h * 0.42)
}

pub(super) fn bike_helmet(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let urban = pen.dice.chance(0.5);
    let (w, h) = (205.0, pen.dice.range(270.0, 305.0));
    let strap = curve(&[(60.0, -50.0), (110.0, -6.0), (190.0, 10.0), (250.0, 4.0)]);
    pen.line(&strap, s.leather, 12.0);
    pen.plain(
        &Shape::rect(236.0, -8.0, 40.0, 22.0, 7.0),
        s.ink,
        Form::Flat,
    );
    let liner = Shape::ellipse(0.0, -34.0, w * 0.9, 34.0);
    pen.fill(&liner.d, s.ink.mix(s.accent, 0.15));
    let shell = Shape::smooth(&[
        (-w, -40.0),
        (-w, -40.0),
        (-w * 1.04, -h * 0.5),
        (-w * 0.66, -h * 0.9),
        (0.0, -h),
        (w * 0.66, -h * 0.88),
        (w * 1.02, -h * 0.5),
        (w, -56.0),
        (w, -56.0),
        (w * 0.5, -44.0),
        (-w * 0.1, -36.0),
        (-w * 0.6, -8.0),
        (-w * 0.8, -6.0),
    ]);
    pen.plain(&shell, s.main, Form::Ball);
    pen.clip(&shell, |pen| helmet_vents(pen, urban, w, h));
    pen.light(&shell, Form::Ball);
    if !urban {
        let peak = Shape::smooth(&[
            (w * 0.72, -104.0),
            (w * 0.72, -104.0),
            (w * 1.24, -92.0),
            (w * 1.34, -66.0),
            (w, -54.0),
            (w * 0.7, -56.0),
            (w * 0.7, -56.0),
        ]);
        pen.plain(&peak, s.accent, Form::Flat);
    }
    let rim = curve(&[
        (-w * 0.98, -34.0),
        (-w * 0.8, -6.0),
        (-w * 0.6, -8.0),
        (-w * 0.1, -36.0),
        (w * 0.5, -44.0),
        (w, -54.0),
    ]);
    pen.line(&rim, s.ink.mix(s.main, 0.25), 9.0);
    Figure::stands(2.7 * w, h + 16.0, 400.0).at(-30.0, -h * 0.6)
}

/// Round holes and a band in town, long slots on the road.
fn helmet_vents(pen: &mut Pen, urban: bool, w: f32, h: f32) {
    let s = pen.skin;
    let hole = s.ink.mix(s.main, 0.12);
    if urban {
        pen.line(
            &curve(&[(-w * 1.1, -94.0), (0.0, -84.0), (w * 1.1, -108.0)]),
            s.accent,
            22.0,
        );
        for (x, y) in [(-104.0, 0.62), (-34.0, 0.7), (40.0, 0.7), (110.0, 0.6)] {
            pen.ellipse(x, -h * y, 21.0, 15.0, hole);
        }
        return;
    }
    for (foot, top, bend) in [
        (-150.0, -70.0, -176.0),
        (-62.0, -22.0, -84.0),
        (34.0, 30.0, 30.0),
        (118.0, 84.0, 138.0),
    ] {
        let vent = Shape::smooth(&[
            (foot - 16.0, -74.0),
            (foot - 16.0, -74.0),
            (bend - 10.0, -h * 0.6),
            (top, -h * 0.92),
            (top, -h * 0.92),
            (bend + 38.0, -h * 0.6),
            (foot + 24.0, -80.0),
            (foot + 24.0, -80.0),
        ]);
        pen.fill(&vent.d, hole);
        pen.faint_line(&vent.d, s.main.lighten(0.5), 3.5, 0.6);
    }
}
