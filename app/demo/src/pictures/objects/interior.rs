//! Things for walls, floors and sofas: rug, cushion, blanket, mirror, clock, print.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, curve};

pub(super) fn rug(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(190.0, 230.0), pen.dice.range(290.0, 330.0));
    let kind = pen.dice.below(4);
    let sheet = match kind {
        3 => Shape::ellipse(0.0, 0.0, 250.0, 250.0),
        _ => Shape::rect(-w, -h, 2.0 * w, 2.0 * h, 8.0),
    };
    pen.cast(&sheet, 9.0);
    if kind != 3 {
        let mut fringe = String::new();
        for i in 0..27_u8 {
            let x = -w + 8.0 + f32::from(i) * (2.0 * w - 16.0) / 26.0;
            fringe.push_str(&format!("M{x} {}v-30M{x} {}v30", -h, h));
        }
        pen.line(&fringe, s.trim.mix(s.main, 0.15), 5.0);
    }
    pen.fill(&sheet.d, s.main);
    let second = s.contrast();
    pen.clip(&sheet, |pen| match kind {
        0 => lozenges(pen, w, h, second),
        1 => abstract_field(pen, w, h),
        2 => border_field(pen, w, h, second),
        _ => {
            for (r, tone) in [
                (206.0, second),
                (160.0, s.main),
                (118.0, s.accent),
                (70.0, s.light),
            ] {
                pen.dot(0.0, 0.0, r, tone);
            }
        }
    });
    ribs(pen, &sheet);
    pen.light(&sheet, Form::Flat);
    Figure::lies(
        2.0 * w.max(240.0),
        if kind == 3 { 500.0 } else { 2.0 * h + 60.0 },
    )
    .at(-60.0, -120.0)
}

/// The fine horizontal rows of weaving.
fn ribs(pen: &mut Pen, sheet: &Shape) {
    let ink = pen.skin.ink;
    let paint = pen.define(
        "pattern",
        "patternUnits=\"userSpaceOnUse\" width=\"18\" height=\"9\"",
        &format!("<path d=\"M0 2H18\" stroke=\"{ink}\" stroke-opacity=\"0.12\" stroke-width=\"2\"/><path d=\"M4 6.5h8\" stroke=\"#fff6e4\" stroke-opacity=\"0.14\" stroke-width=\"2.4\"/>"),
    );
    pen.fill(&sheet.d, paint);
}

fn lozenges(pen: &mut Pen, w: f32, h: f32, second: Colour) {
    let s = pen.skin;
    let n = pen.dice.pick(&[2_u8, 3]);
    let step = 2.0 * h / f32::from(n);
    for i in 0..n {
        let y = -h + step * (f32::from(i) + 0.5);
        for (k, tone) in [
            (0.96, second),
            (0.7, s.main),
            (0.5, s.accent),
            (0.24, s.trim),
        ] {
            pen.fill(
                &format!(
                    "M0 {}L{} {y}L0 {}L{} {y}Z",
                    y - step * 0.5 * k,
                    w * 0.84 * k,
                    y + step * 0.5 * k,
                    -w * 0.84 * k
                ),
                tone,
            );
        }
    }
    for x in [-1.0, 1.0] {
        pen.line(&format!("M{} -400V400", x * (w - 20.0)), second, 7.0);
    }
}

fn abstract_field(pen: &mut Pen, w: f32, h: f32) {
    let s = pen.skin;
    let split = pen.dice.range(-0.3, 0.3) * h;
    pen.rect(-w, split, 2.0 * w, h * 2.0, 0.0, s.trim.mix(s.main, 0.1));
    let x = w * pen.dice.range(-0.4, 0.4);
    pen.dot(x, split - h * 0.12, w * 0.52, s.accent);
    let hill = curve(&[
        (-w - 20.0, h * 0.5),
        (-w * 0.3, split + h * 0.24),
        (w * 0.3, h * 0.52),
        (w + 20.0, split + h * 0.3),
    ]);
    pen.fill(&format!("{hill}V{}H{}Z", h + 20.0, -w - 20.0), s.shade);
    pen.line(
        &curve(&[
            (-w, -h * 0.66),
            (-w * 0.2, -h * 0.8),
            (w * 0.4, -h * 0.62),
            (w, -h * 0.76),
        ]),
        s.contrast(),
        10.0,
    );
}

fn border_field(pen: &mut Pen, w: f32, h: f32, second: Colour) {
    let s = pen.skin;
    for (inset, tone) in [
        (22.0, second),
        (34.0, s.main),
        (52.0, s.accent),
        (62.0, s.main),
    ] {
        pen.rect(
            -w + inset,
            -h + inset,
            2.0 * (w - inset),
            2.0 * (h - inset),
            0.0,
            tone,
        );
    }
    let field = Shape::rect(-w + 80.0, -h + 80.0, 2.0 * w - 160.0, 2.0 * h - 160.0, 0.0);
    let decor = pen.dice.pick(&[
        Pattern::Checks,
        Pattern::Stripes,
        Pattern::Waves,
        Pattern::Arches,
    ]);
    pen.surface(&field, s.main, Form::Flat, decor);
}

pub(super) fn cushion(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let round = pen.dice.chance(0.22);
    let (w, h) = if pen.dice.chance(0.3) {
        (215.0, 150.0)
    } else {
        (190.0, 185.0)
    };
    let body = if round {
        Shape::ellipse(0.0, -170.0, 190.0, 175.0)
    } else {
        Shape::pillow(0.0, -h, w, h, 0.1)
    };
    if pen.dice.chance(0.35) && !round {
        for (x, y) in [(-w, -2.0 * h), (w, -2.0 * h), (-w, 0.0), (w, 0.0)] {
            pen.line(
                &format!(
                    "M{x} {y}l{} {}M{x} {y}l{} {}",
                    x * 0.1,
                    22.0,
                    x * 0.03,
                    28.0
                ),
                s.accent,
                7.0,
            );
            pen.dot(x, y, 11.0, s.accent);
        }
    }
    pen.surface(&body, s.main, Form::Flat, s.textile);
    pen.light(&body, Form::Ball);
    pen.faint_line(&body.d, s.contrast(), 5.0, 0.75);
    if round {
        pen.dot(0.0, -172.0, 14.0, s.accent);
        for k in 0..10_u8 {
            let a = f32::from(k) * 0.628;
            pen.faint_line(
                &format!(
                    "M{} {}L{} {}",
                    a.cos() * 22.0,
                    a.sin() * 22.0 - 172.0,
                    a.cos() * 130.0,
                    a.sin() * 120.0 - 172.0
                ),
                s.ink,
                4.0,
                0.16,
            );
        }
    } else {
        for (x, y, dx, dy) in [
            (-w, -2.0 * h, 0.3, 0.26),
            (w, -2.0 * h, -0.3, 0.26),
            (w, 0.0, -0.34, -0.28),
            (-w, 0.0, 0.3, -0.22),
        ] {
            pen.faint_line(
                &format!(
                    "M{} {}q{} {} {} {}",
                    x * 0.93,
                    y * 0.97 - 5.0,
                    w * dx * 0.3,
                    h * dy,
                    w * dx,
                    h * dy
                ),
                s.ink,
                5.0,
                0.16,
            );
        }
    }
    Figure::stands(2.0 * w + 30.0, 2.0 * h, 2.0 * w).at(-30.0, -h * 1.1)
}

pub(super) fn blanket(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let w = pen.dice.range(190.0, 225.0);
    let folds = pen.dice.pick(&[3_u8, 4, 5]);
    let thick = pen.dice.range(56.0, 76.0);
    for i in 0..folds {
        let y = -f32::from(i) * thick;
        let lean = pen.dice.range(-10.0, 10.0);
        let layer = Shape::smooth(&[
            (-w + lean, y),
            (-w + lean - 16.0, y - thick * 0.5),
            (-w + lean, y - thick),
            (0.0, y - thick - 5.0),
            (w + lean - 8.0, y - thick),
            (w + lean - 8.0, y - thick),
            (w + lean, y - thick * 0.5),
            (w + lean - 8.0, y),
            (w + lean - 8.0, y),
            (0.0, y + 3.0),
        ]);
        let tone = if i % 2 == 0 {
            s.main
        } else {
            s.main.mix(s.light, 0.25)
        };
        pen.surface(&layer, tone, Form::Round, s.textile);
        let under = pen.linear(
            [0.0, 0.0, 0.0, 1.0],
            &[
                (0.0, Colour::WHITE, 0.16),
                (0.5, s.ink, 0.0),
                (1.0, s.ink, 0.34),
            ],
        );
        pen.fill(&layer.d, under);
    }
    let top = -f32::from(folds) * thick;
    let drape = Shape::smooth(&[
        (-w * 0.5, top - 8.0),
        (-w * 0.5, top - 8.0),
        (w * 0.12, top - 8.0),
        (w * 0.12, top - 8.0),
        (w * 0.15, top + thick * 1.2),
        (w * 0.1, top + thick * 2.1),
        (w * 0.1, top + thick * 2.1),
        (-w * 0.48, top + thick * 2.16),
        (-w * 0.48, top + thick * 2.16),
        (-w * 0.53, top + thick),
    ]);
    pen.surface(&drape, s.main, Form::Flat, s.textile);
    let mut fringe = String::new();
    for i in 0..16_u8 {
        let x = -w * 0.46 + f32::from(i) * w * 0.036;
        fringe.push_str(&format!(
            "M{x} {}v{}",
            top + thick * 2.1,
            30.0 + f32::from(i % 3) * 3.0
        ));
    }
    pen.line(&fringe, s.contrast(), 4.5);
    Figure::stands(2.0 * w + 40.0, -top + 20.0, 2.1 * w).at(-w * 0.15, top * 0.6)
}

pub(super) fn mirror(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(160.0, 215.0), pen.dice.range(230.0, 300.0));
    let frame = pen.dice.range(12.0, 24.0);
    let shape = |k: f32, kind: usize| match kind {
        0 => Shape::ellipse(0.0, 0.0, 220.0 - k, 220.0 - k),
        1 => {
            let (a, b) = (w - k, h - k);
            Shape {
                d: format!("M{} {b}V{}a{a} {a} 0 0 1 {} 0V{b}Z", -a, -b + a, 2.0 * a),
                x: -a,
                y: -b,
                w: 2.0 * a,
                h: 2.0 * b,
            }
        }
        2 => Shape::rect(-w + k, -h + k, 2.0 * (w - k), 2.0 * (h - k), w - k),
        _ => {
            let a = (w - k) / 190.0;
            Shape::smooth(&[
                (-60.0 * a, -270.0 * a),
                (90.0 * a, -250.0 * a),
                (180.0 * a, -110.0 * a),
                (130.0 * a, 60.0 * a),
                (170.0 * a, 200.0 * a),
                (20.0 * a, 270.0 * a),
                (-150.0 * a, 210.0 * a),
                (-180.0 * a, 40.0 * a),
                (-140.0 * a, -120.0 * a),
            ])
        }
    };
    let kind = pen.dice.below(4);
    let (outer, inner) = (shape(0.0, kind), shape(frame, kind));
    pen.cast(&outer, 20.0);
    if s.gloss {
        pen.metal(&outer, s.metal);
    } else {
        pen.wood(&outer, s.wood, Form::Flat, Grain::Along);
    }
    let sky = pen.linear(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, s.wall.lighten(0.75), 1.0),
            (0.55, s.wall.mix(Colour(190, 208, 214), 0.55), 1.0),
            (1.0, s.wall.mix(Colour(130, 150, 160), 0.6), 1.0),
        ],
    );
    pen.fill(&inner.d, sky);
    pen.clip(&inner, |pen| {
        // The room across: a floor, a window's light and a leaning streak.
        pen.tint("M-300 120L300 60V400H-300Z", s.floor, 0.55);
        pen.tint(
            "M-260 300L40 -340H110L-190 300ZM-150 300L150 -340H170L-130 300Z",
            Colour::WHITE,
            0.42,
        );
    });
    pen.faint_line(&inner.d, s.ink, 4.0, 0.3);
    Figure::hangs(440.0, if kind == 0 { 460.0 } else { 2.0 * h }).at(-110.0, -130.0)
}

pub(super) fn wall_clock(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let r = 220.0;
    let square = pen.dice.chance(0.25);
    let dial = |k: f32| {
        if square {
            Shape::rect(-r + k, -r + k, 2.0 * (r - k), 2.0 * (r - k), 60.0)
        } else {
            Shape::ellipse(0.0, 0.0, r - k, r - k)
        }
    };
    let outer = dial(0.0);
    pen.cast(&outer, 22.0);
    match pen.dice.below(3) {
        0 => pen.wood(&outer, s.wood, Form::Flat, Grain::Along),
        1 => pen.metal(&outer, s.metal),
        _ => pen.plain(&outer, s.accent, Form::Flat),
    }
    let face = dial(pen.dice.range(16.0, 34.0));
    let tone = if pen.dice.chance(0.5) { s.trim } else { s.main };
    pen.plain(&face, tone, Form::Flat);
    let hand = if tone.luma() > 0.5 {
        s.ink
    } else {
        s.trim.lighten(0.3)
    };
    let style = pen.dice.below(3);
    for i in 0..12_u8 {
        let quarter = i % 3 == 0;
        pen.group(
            &format!("rotate({})", u16::from(i) * 30),
            |pen| match style {
                0 => pen.dot(0.0, -164.0, if quarter { 11.0 } else { 6.0 }, hand),
                1 => pen.line(
                    &format!("M0 -172v{}", if quarter { 34.0 } else { 16.0 }),
                    hand,
                    if quarter { 9.0 } else { 5.0 },
                ),
                _ if quarter => pen.fill("M0 -180L13 -146H-13Z", s.accent),
                _ => pen.dot(0.0, -164.0, 4.0, hand),
            },
        );
    }
    let (hours, minutes) = (pen.dice.range(280.0, 320.0), pen.dice.range(40.0, 70.0));
    for (turn, reach, width, tone) in [
        (hours, 96.0, 13.0, hand),
        (minutes, 142.0, 9.0, hand),
        (178.0, 130.0, 4.0, s.accent),
    ] {
        pen.group(&format!("rotate({turn})"), |pen| {
            pen.group("translate(4 5)", |pen| {
                pen.faint_line(&format!("M0 24V{}", -reach), s.ink, width, 0.14)
            });
            pen.line(&format!("M0 24V{}", -reach), tone, width);
        });
    }
    pen.dot(0.0, 0.0, 13.0, s.accent);
    pen.dot(0.0, 0.0, 5.0, s.trim);
    Figure::hangs(450.0, 450.0).at(-80.0, -90.0)
}

pub(super) fn art_print(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = pen.dice.pick(&[
        (200.0, 270.0),
        (190.0, 260.0),
        (225.0, 225.0),
        (205.0, 285.0),
    ]);
    let outer = Shape::rect(-w, -h, 2.0 * w, 2.0 * h, 2.0);
    pen.cast(&outer, 18.0);
    if s.gloss {
        pen.plain(&outer, s.ink, Form::Flat);
    } else {
        pen.wood(&outer, s.wood, Form::Flat, Grain::Upright);
    }
    let mat = Shape::rect(-w + 14.0, -h + 14.0, 2.0 * w - 28.0, 2.0 * h - 28.0, 0.0);
    pen.plain(&mat, Colour::hex(0xfbf7ee), Form::Flat);
    let m = pen.dice.pick(&[0.0, 34.0, 46.0]);
    let art = Shape::rect(
        -w + 14.0 + m,
        -h + 14.0 + m,
        2.0 * (w - 14.0 - m),
        2.0 * (h - 14.0 - m),
        0.0,
    );
    let ground = if s.trim.luma() > 0.8 {
        s.wall.mix(s.main, 0.2)
    } else {
        s.trim
    };
    pen.fill(&art.d, ground);
    pen.clip(&art, |pen| match pen.dice.below(5) {
        0 => print_landscape(pen, w, h),
        1 => print_matisse(pen, w, h),
        2 => print_geometry(pen, w, h),
        3 => print_vessel(pen, w, h),
        _ => print_arches(pen, w, h),
    });
    // Glass: one diagonal veil.
    pen.clip(&mat, |pen| {
        pen.tint(
            &format!(
                "M{} {}L{} {}H{}L{} {}Z",
                -w,
                h * 0.5,
                w * 0.3,
                -h,
                w * 0.8,
                -w,
                h * 1.2
            ),
            Colour::WHITE,
            0.1,
        )
    });
    pen.faint_line(&mat.d, s.ink, 3.0, 0.28);
    Figure::hangs(2.0 * w, 2.0 * h).at(-30.0, -20.0)
}

fn print_landscape(pen: &mut Pen, w: f32, h: f32) {
    let s = pen.skin;
    let (x, r) = (
        w * pen.dice.range(-0.4, 0.4),
        w * pen.dice.range(0.28, 0.42),
    );
    pen.dot(x, -h * 0.32, r, s.accent);
    for (i, tone) in [s.light, s.main, s.shade, s.ink].into_iter().enumerate() {
        let y = h * (0.02 + 0.24 * i as f32);
        let (a, b) = (pen.dice.range(-60.0, 60.0), pen.dice.range(-60.0, 60.0));
        let ridge = curve(&[
            (-w - 30.0, y + a),
            (-w * 0.4, y - b),
            (w * 0.3, y + b),
            (w + 30.0, y - a),
        ]);
        pen.fill(&format!("{ridge}V{}H{}Z", h + 30.0, -w - 30.0), tone);
    }
}

fn print_matisse(pen: &mut Pen, w: f32, h: f32) {
    let s = pen.skin;
    let tones = [s.main, s.accent, s.shade, s.ink];
    for (i, (x, y)) in [(-0.4, -0.5), (0.36, -0.42), (-0.32, 0.3), (0.4, 0.42)]
        .into_iter()
        .enumerate()
    {
        let turn = pen.dice.range(-50.0, 50.0);
        pen.group(
            &format!("translate({} {}) rotate({turn})", x * w, y * h),
            |pen| {
                let r = w * 0.2;
                let mut points = Vec::new();
                for k in 0..7_u8 {
                    let k = f32::from(k);
                    let y = r * 1.6 - k * r * 0.5;
                    points.push((r * (1.25 - 0.11 * k), y - r * 0.3));
                    points.push((r * 0.26, y - r * 0.36));
                }
                points.push((0.0, -r * 2.1));
                let leaf = Shape::mirror(&points.iter().rev().copied().collect::<Vec<_>>());
                pen.fill(&leaf.d, tones[i]);
            },
        );
    }
}

fn print_geometry(pen: &mut Pen, w: f32, h: f32) {
    let s = pen.skin;
    let r = w * 0.4;
    pen.dot(-w * 0.2, -h * 0.34, r, s.main);
    pen.fill(
        &format!("M{} {}a{r} {r} 0 0 1 {} 0z", -w * 0.2, h * 0.06, 2.0 * r),
        s.accent,
    );
    pen.rect(-w * 0.62, h * 0.06, w * 0.42, h * 0.56, 0.0, s.ink);
    pen.rect(-w * 0.2, h * 0.06, w * 0.8, h * 0.24, 0.0, s.light);
    pen.dot(w * 0.36, h * 0.46, r * 0.38, s.shade);
    for k in 0..4_u8 {
        let y = h * (0.4 + 0.06 * f32::from(k));
        pen.line(&format!("M{} {y}H{}", -w * 0.14, w * 0.14), s.ink, 4.0);
    }
}

fn print_vessel(pen: &mut Pen, w: f32, h: f32) {
    let s = pen.skin;
    pen.rect(-w, h * 0.34, 2.0 * w, h, 0.0, s.accent);
    pen.dot(w * 0.16, -h * 0.24, w * 0.5, s.light);
    let jug = Shape::mirror(&[
        (20.0, -h * 0.2),
        (24.0, -h * 0.04),
        (w * 0.36, h * 0.2),
        (w * 0.34, h * 0.44),
        (w * 0.2, h * 0.56),
        (w * 0.2, h * 0.56),
    ]);
    pen.fill(&jug.d, s.main);
    for (x, y) in [(-0.3, -0.62), (0.05, -0.74), (0.34, -0.58)] {
        pen.line(
            &curve(&[(0.0, -h * 0.16), (x * w * 0.4, -h * 0.4), (x * w, y * h)]),
            s.ink,
            5.0,
        );
        pen.dot(x * w, y * h, w * 0.1, s.shade);
        pen.dot(x * w, y * h, w * 0.04, s.trim);
    }
}

fn print_arches(pen: &mut Pen, w: f32, h: f32) {
    let s = pen.skin;
    for (k, tone) in [
        (0.74, s.main),
        (0.58, s.light),
        (0.42, s.accent),
        (0.26, s.shade),
        (0.12, s.ink),
    ] {
        let r = w * k;
        pen.fill(
            &format!(
                "M{} {}V{}a{r} {r} 0 0 1 {} 0V{}Z",
                -r,
                h * 0.7,
                h * 0.02,
                2.0 * r,
                h * 0.7
            ),
            tone,
        );
    }
    pen.dot(w * 0.4, -h * 0.62, w * 0.13, s.accent);
}
