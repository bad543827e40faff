//! Thrown and cast vessels: mug, vase, bowl, plate, teapot, plant pot, candle.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::props::{branch, broad_leaf};
use crate::pictures::shape::{Shape, TILT, curve};

fn glaze(pen: &mut Pen, body: &Shape) {
    if pen.skin.gloss {
        pen.gleam(body, 0.42);
    }
}

pub(super) fn mug(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(105.0, 140.0), pen.dice.range(190.0, 270.0));
    let profile = match pen.dice.below(4) {
        0 => vec![
            (r, -h),
            (r, -h),
            (r, -30.0),
            (r * 0.93, -4.0),
            (r * 0.86, 0.0),
        ],
        1 => vec![
            (r, -h),
            (r * 0.98, -h * 0.6),
            (r * 0.88, -h * 0.2),
            (r * 0.66, 0.0),
        ],
        2 => vec![
            (r * 0.84, -h),
            (r * 0.9, -h * 0.8),
            (r * 1.08, -h * 0.4),
            (r * 0.98, -h * 0.1),
            (r * 0.74, 0.0),
        ],
        _ => vec![
            (r * 1.04, -h),
            (r * 0.9, -h * 0.68),
            (r * 0.93, -h * 0.3),
            (r * 0.72, -24.0),
            (r * 0.72, -24.0),
            (r * 0.78, 0.0),
        ],
    };
    let side = r * 0.88;
    let (t, b) = (
        -h * pen.dice.range(0.74, 0.86),
        -h * pen.dice.range(0.2, 0.34),
    );
    let out = r * pen.dice.range(0.5, 0.75);
    let handle = match pen.dice.below(3) {
        0 => curve(&[
            (side, t),
            (side + out * 0.8, t + 4.0),
            (side + out, (t + b) / 2.0),
            (side + out * 0.7, b - 6.0),
            (side, b),
        ]),
        1 => curve(&[
            (side, t),
            (side + out, t),
            (side + out, t),
            (side + out * 0.6, (t * 0.3) + b * 0.7),
            (side, b),
        ]),
        _ => format!(
            "M{side} {t}H{}a24 24 0 0 1 24 24V{}a24 24 0 0 1 -24 24H{side}",
            side + out - 24.0,
            b - 24.0
        ),
    };
    let thick = pen.dice.range(22.0, 34.0);
    let grip = if s.gloss {
        s.main
    } else {
        s.main.mix(s.shade, 0.25)
    };
    pen.rod(&handle, grip, thick);
    let body = Shape::lathe(&profile);
    pen.surface(&body, s.main, Form::Round, s.ceramic);
    glaze(pen, &body);
    let top = profile[0].0;
    pen.mouth(top, -h, 9.0, s.main);
    if pen.dice.chance(0.6) {
        let brew = pen.dice.pick(&[
            Colour::hex(0x5a3826),
            Colour::hex(0xb98a5a),
            Colour::hex(0x7a5a2c),
        ]);
        let mouth = Shape::ellipse(0.0, -h + 1.0, top - 9.0, (top - 9.0) * TILT - 0.6);
        pen.clip(&mouth, |pen| {
            pen.ellipse(0.0, -h + top * 0.09, top - 10.0, top * TILT, brew)
        });
    }
    Figure::stands(2.0 * r + out + 20.0, h + 20.0, 2.1 * r).at(r * 0.4, -h * 0.6)
}

pub(super) fn vase(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(95.0, 160.0), pen.dice.range(330.0, 450.0));
    let neck = r * pen.dice.range(0.24, 0.4);
    let profile = match pen.dice.below(5) {
        0 => vec![
            (neck * 1.25, -h),
            (neck, -h * 0.94),
            (neck, -h * 0.76),
            (r, -h * 0.45),
            (r * 0.92, -h * 0.16),
            (r * 0.5, 0.0),
        ],
        1 => vec![
            (neck * 1.3, -h),
            (neck, -h * 0.93),
            (r * 0.95, -h * 0.76),
            (r, -h * 0.6),
            (r * 0.72, -h * 0.22),
            (r * 0.48, 0.0),
        ],
        2 => vec![
            (neck, -h),
            (neck, -h),
            (neck * 1.05, -h * 0.5),
            (r * 1.05, -h * 0.22),
            (r * 0.9, -h * 0.05),
            (r * 0.7, 0.0),
        ],
        3 => vec![
            (r * 0.8, -h),
            (r * 0.72, -h * 0.8),
            (r * 0.6, -h * 0.5),
            (r * 0.74, -h * 0.2),
            (r * 0.66, 0.0),
        ],
        _ => vec![
            (neck * 1.1, -h),
            (neck, -h * 0.9),
            (r * 0.66, -h * 0.74),
            (r * 0.5, -h * 0.58),
            (r * 0.98, -h * 0.34),
            (r * 0.9, -h * 0.12),
            (r * 0.55, 0.0),
        ],
    };
    let top = profile[0].0;
    let mut height = h;
    if pen.dice.chance(0.5) {
        let leaf = if s.trim.distance(s.wall) > 0.35 {
            s.trim.mix(s.ink, 0.12)
        } else {
            Colour::hex(0x5f7a58).mix(s.wall, 0.12)
        };
        let reach = pen.dice.range(150.0, 220.0);
        branch(
            pen,
            &[(0.0, -h), (-26.0, -h - reach * 0.5), (-86.0, -h - reach)],
            leaf,
        );
        branch(
            pen,
            &[
                (4.0, -h),
                (34.0, -h - reach * 0.5),
                (70.0, -h - reach * 0.86),
            ],
            leaf.mix(s.accent, 0.12),
        );
        height += reach;
    }
    let body = Shape::lathe(&profile);
    pen.surface(&body, s.main, Form::Round, s.ceramic);
    glaze(pen, &body);
    pen.mouth(top, -h, (top * 0.16).min(8.0), s.main);
    Figure::stands(2.0 * r + 60.0, height, 1.8 * r).at(-r * 0.1, -h * 0.5)
}

pub(super) fn bowl(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(180.0, 215.0), pen.dice.range(130.0, 190.0));
    let profile = match pen.dice.below(3) {
        0 => vec![
            (r, -h),
            (r * 0.94, -h * 0.6),
            (r * 0.66, -h * 0.2),
            (r * 0.34, -16.0),
            (r * 0.34, -16.0),
            (r * 0.36, 0.0),
        ],
        1 => vec![
            (r, -h),
            (r, -h),
            (r * 0.99, -h * 0.4),
            (r * 0.8, -h * 0.08),
            (r * 0.62, 0.0),
        ],
        _ => vec![
            (r, -h),
            (r * 0.72, -h * 0.46),
            (r * 0.42, -34.0),
            (r * 0.3, -26.0),
            (r * 0.3, -26.0),
            (r * 0.44, 0.0),
        ],
    };
    let body = Shape::lathe(&profile);
    pen.surface(&body, s.main, Form::Round, s.ceramic);
    glaze(pen, &body);
    pen.mouth(r, -h, 9.0, s.main);
    if pen.dice.chance(0.55) {
        fruit(pen, r, h);
    }
    Figure::stands(2.0 * r, h + 80.0, 1.3 * r).at(-r * 0.2, -h * 0.62)
}

/// Oranges or pears behind the bowl's front lip.
fn fruit(pen: &mut Pen, r: f32, h: f32) {
    let tone = pen.dice.pick(&[
        Colour::hex(0xe08a3a),
        Colour::hex(0xd8b24a),
        Colour::hex(0xb7503c),
        Colour::hex(0x9aa65a),
    ]);
    let inside = Shape::polygon(&[
        (-r, -h - 300.0),
        (r, -h - 300.0),
        (r * 0.96, -h),
        (r * 0.8, -h + r * 0.085),
        (r * 0.4, -h + r * 0.128),
        (0.0, -h + r * 0.14),
        (-r * 0.4, -h + r * 0.128),
        (-r * 0.8, -h + r * 0.085),
        (-r * 0.96, -h),
    ]);
    pen.clip(&inside, |pen| {
        for (x, y, k) in [
            (-0.36, -0.12, 0.3),
            (0.4, -0.1, 0.29),
            (0.02, -0.2, 0.32),
            (-0.02, 0.02, 0.28),
        ] {
            let ball = Shape::ellipse(x * r, -h + y * r, k * r, k * r * 0.96);
            pen.plain(
                &ball,
                tone.mix(pen.skin.accent, (x + 0.4) * 0.25),
                Form::Ball,
            );
            pen.line(
                &format!("M{} {}l5 -13", x * r, -h + (y - k * 0.8) * r),
                pen.skin.ink,
                4.0,
            );
        }
    });
}

pub(super) fn plate(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let r = 230.0;
    let disc = Shape::ellipse(0.0, 0.0, r, r);
    pen.cast(&disc, 20.0);
    pen.surface(&disc, s.main, Form::Flat, s.ceramic);
    let lip = pen.linear(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, s.ink, 0.28),
            (0.5, s.ink, 0.05),
            (1.0, Colour::WHITE, 0.5),
        ],
    );
    let well = r * pen.dice.range(0.62, 0.76);
    pen.fill(&Shape::ellipse(0.0, 0.0, well, well).d, lip);
    let floor = Shape::ellipse(0.0, 0.0, well - 7.0, well - 7.0);
    let tone = if pen.dice.chance(0.5) {
        s.contrast().mix(s.main, 0.3)
    } else {
        s.main
    };
    pen.plain(&floor, tone, Form::Flat);
    if s.gloss {
        pen.faint_line(
            &format!(
                "M{} {}A{r} {r} 0 0 1 {} {}",
                -r * 0.86,
                -r * 0.3,
                -r * 0.3,
                -r * 0.86
            ),
            Colour::WHITE,
            9.0,
            0.4,
        );
    }
    pen.faint_line(&disc.d, s.main.lighten(0.5), 4.0, 0.7);
    match pen.dice.below(3) {
        0 => {
            let leaf = s.contrast();
            pen.group("rotate(-38) translate(-96 0)", |pen| {
                branch(pen, &[(0.0, 0.0), (90.0, -10.0), (180.0, 4.0)], leaf)
            });
        }
        1 => fork(pen, -r - 64.0),
        _ => {
            let ring = Shape::ellipse(0.0, 0.0, r - 22.0, r - 22.0);
            pen.line(&ring.d, s.contrast(), 5.0);
        }
    }
    Figure::lies(2.0 * r + 60.0, 2.0 * r + 20.0).at(-90.0, -110.0)
}

fn fork(pen: &mut Pen, x: f32) {
    let metal = pen.skin.metal;
    let shank = Shape::polygon(&[
        (x - 7.0, -60.0),
        (x + 7.0, -60.0),
        (x + 12.0, 210.0),
        (x - 12.0, 210.0),
    ]);
    pen.cast(&shank, 10.0);
    pen.metal(&shank, metal);
    let head = Shape::smooth(&[
        (x - 26.0, -140.0),
        (x - 26.0, -140.0),
        (x - 24.0, -86.0),
        (x, -54.0),
        (x + 24.0, -86.0),
        (x + 26.0, -140.0),
        (x + 26.0, -140.0),
    ]);
    pen.metal(&head, metal);
    for dx in [-21.0, -7.0, 7.0, 21.0] {
        pen.line(&format!("M{} -196V-130", x + dx), metal, 8.0);
    }
}

pub(super) fn teapot(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(135.0, 165.0), pen.dice.range(190.0, 250.0));
    let lid_r = r * pen.dice.range(0.42, 0.56);
    let spout_tip = -r * 1.62;
    let spout = Shape::smooth(&[
        (-r * 0.8, -h * 0.22),
        (-r * 0.8, -h * 0.22),
        (-r * 1.22, -h * 0.42),
        (spout_tip, -h * 0.98),
        (spout_tip, -h * 0.98),
        (spout_tip + 40.0, -h * 1.02),
        (spout_tip + 40.0, -h * 1.02),
        (-r * 1.08, -h * 0.72),
        (-r * 0.74, -h * 0.66),
        (-r * 0.74, -h * 0.66),
    ]);
    pen.plain(&spout, s.main.mix(s.shade, 0.2), Form::Round);
    let body = match pen.dice.below(3) {
        0 => Shape::lathe(&[
            (lid_r, -h),
            (r * 0.86, -h * 0.82),
            (r, -h * 0.48),
            (r * 0.86, -h * 0.14),
            (r * 0.56, 0.0),
        ]),
        1 => Shape::lathe(&[
            (lid_r, -h),
            (lid_r, -h),
            (r * 0.74, -h * 0.62),
            (r * 1.02, -h * 0.22),
            (r * 0.94, -14.0),
            (r * 0.82, 0.0),
        ]),
        _ => Shape::lathe(&[
            (r * 0.8, -h),
            (r * 0.98, -h * 0.9),
            (r, -h * 0.8),
            (r, -h * 0.14),
            (r * 0.92, -6.0),
            (r * 0.82, 0.0),
        ]),
    };
    let overhead = pen.dice.chance(0.45);
    if overhead {
        let bail = curve(&[
            (-r * 0.72, -h * 0.86),
            (-r * 0.66, -h * 1.4),
            (0.0, -h * 1.72),
            (r * 0.66, -h * 1.4),
            (r * 0.72, -h * 0.86),
        ]);
        pen.rod(&bail, if s.gloss { s.metal } else { s.wood }, 15.0);
    } else {
        let ear = curve(&[
            (r * 0.84, -h * 0.84),
            (r * 1.4, -h * 0.88),
            (r * 1.52, -h * 0.54),
            (r * 1.24, -h * 0.22),
            (r * 0.88, -h * 0.2),
        ]);
        pen.rod(&ear, s.main.mix(s.shade, 0.2), 25.0);
    }
    pen.surface(&body, s.main, Form::Round, s.ceramic);
    glaze(pen, &body);
    let lid_tone = if pen.dice.chance(0.35) {
        s.wood
    } else {
        s.main.mix(s.light, 0.15)
    };
    let lid = Shape::lathe(&[
        (lid_r * 0.3, -h - 40.0),
        (lid_r * 0.8, -h - 24.0),
        (lid_r * 1.06, -h - 2.0),
    ]);
    pen.plain(&lid, lid_tone, Form::Round);
    let knob = Shape::ellipse(0.0, -h - 58.0, 19.0, 19.0);
    pen.plain(
        &knob,
        if overhead { s.accent } else { lid_tone },
        Form::Ball,
    );
    let height = if overhead { h * 1.72 } else { h + 80.0 };
    Figure::stands(r * 3.1, height, 1.9 * r).at(-r * 0.2, -h * 0.62)
}

pub(super) fn plant_pot(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(115.0, 150.0), pen.dice.range(170.0, 230.0));
    let green = pen.dice.pick(&[
        Colour::hex(0x55704f),
        Colour::hex(0x3f6652),
        Colour::hex(0x7b8b4d),
        Colour::hex(0x6c8a74),
    ]);
    let kind = pen.dice.below(4);
    let reach = pen.dice.range(190.0, 280.0);
    if kind != 2 {
        for (turn, k, shade) in [
            (-62.0, 0.72, 0.25),
            (58.0, 0.76, 0.3),
            (-34.0, 0.92, 0.12),
            (32.0, 0.95, 0.18),
            (-6.0, 1.08, 0.05),
        ] {
            foliage(pen, kind, h, turn, reach * k, green.darken(shade));
        }
    }
    let profile = match pen.dice.below(3) {
        0 => vec![(r, -h), (r, -h), (r * 0.97, -h * 0.5), (r * 0.72, 0.0)],
        1 => vec![
            (r * 0.86, -h),
            (r * 0.98, -h * 0.8),
            (r * 1.02, -h * 0.5),
            (r * 0.9, -h * 0.16),
            (r * 0.68, 0.0),
        ],
        _ => vec![
            (r * 1.05, -h),
            (r * 1.05, -h),
            (r * 1.05, -h * 0.78),
            (r * 1.05, -h * 0.78),
            (r * 0.93, -h * 0.77),
            (r * 0.93, -h * 0.77),
            (r * 0.7, 0.0),
        ],
    };
    let saucer = Shape::lathe(&[(r * 0.98, -14.0), (r * 0.98, -14.0), (r * 0.84, 4.0)]);
    pen.plain(&saucer, s.shade, Form::Round);
    let body = Shape::lathe(&profile);
    pen.surface(&body, s.main, Form::Round, s.ceramic);
    glaze(pen, &body);
    let top = profile[0].0;
    pen.mouth(top, -h, 11.0, s.main);
    pen.ellipse(
        0.0,
        -h + 3.0,
        top - 13.0,
        (top - 13.0) * TILT - 3.0,
        s.ink.mix(Colour::hex(0x5b4334), 0.6),
    );
    if kind == 2 {
        cactus(pen, h, green);
    } else {
        for (turn, k) in [(-18.0, 0.46), (20.0, 0.52)] {
            foliage(pen, kind, h - 4.0, turn, reach * k, green.lighten(0.12));
        }
    }
    Figure::stands(r * 2.7, h + reach * 1.06, 1.8 * r).at(-r * 0.1, -h * 0.62)
}

fn foliage(pen: &mut Pen, kind: usize, h: f32, turn: f32, length: f32, tone: Colour) {
    match kind {
        0 => broad_leaf(pen, (turn * 0.4, -h + 4.0), turn, length, tone),
        1 => pen.group(
            &format!(
                "translate({} {}) rotate({})",
                turn * 0.5,
                -h + 4.0,
                turn * 0.55
            ),
            |pen| {
                // A sword-leaved snake plant.
                let blade = Shape::smooth(&[
                    (0.0, -length * 1.08),
                    (0.0, -length * 1.08),
                    (24.0, -length * 0.5),
                    (13.0, 0.0),
                    (13.0, 0.0),
                    (-13.0, 0.0),
                    (-13.0, 0.0),
                    (-24.0, -length * 0.5),
                ]);
                pen.plain(&blade, tone, Form::Round);
                pen.faint_line(&blade.d, Colour::hex(0xd9cf8a), 3.0, 0.7);
            },
        ),
        _ => pen.group(&format!("translate(0 {})", -h), |pen| {
            let lean = turn * length / 90.0;
            branch(
                pen,
                &[
                    (turn * 0.2, 0.0),
                    (lean * 0.4, -length * 0.55),
                    (lean * 0.95, -length * 0.95),
                ],
                tone,
            );
        }),
    }
}

fn cactus(pen: &mut Pen, h: f32, green: Colour) {
    let ridge = green.darken(0.3);
    for (x, w, tall) in [
        (-4.0, 62.0, 220.0),
        (-66.0, 34.0, 120.0),
        (62.0, 30.0, 96.0),
    ] {
        let stem = Shape::smooth(&[
            (x, -h - tall),
            (x + w * 0.85, -h - tall * 0.8),
            (x + w, -h - tall * 0.3),
            (x + w * 0.7, -h),
            (x + w * 0.7, -h),
            (x - w * 0.7, -h),
            (x - w * 0.7, -h),
            (x - w, -h - tall * 0.3),
            (x - w * 0.85, -h - tall * 0.8),
        ]);
        pen.plain(&stem, green, Form::Round);
        for k in [-0.5, -0.1, 0.35] {
            pen.faint_line(
                &curve(&[
                    (x + w * k * 0.3, -h - tall * 0.97),
                    (x + w * k * 1.4, -h - tall * 0.4),
                    (x + w * k, -h),
                ]),
                ridge,
                3.5,
                0.6,
            );
        }
    }
    pen.dot(-4.0, -h - 224.0, 15.0, pen.skin.accent);
    pen.dot(-66.0, -h - 122.0, 10.0, pen.skin.accent);
}

pub(super) fn candle(pen: &mut Pen) -> Figure {
    let flame_at = match pen.dice.below(3) {
        0 => candle_in_glass(pen),
        1 => tapers(pen),
        _ => pillars(pen),
    };
    Figure::stands(330.0, flame_at + 70.0, 270.0).at(0.0, -flame_at * 0.6)
}

fn flame(pen: &mut Pen, x: f32, y: f32) {
    let glow = pen.radial(
        [0.5, 0.5, 0.5],
        &[
            (0.0, Colour(255, 226, 150), 0.62),
            (1.0, Colour(255, 226, 150), 0.0),
        ],
    );
    pen.dot(x, y - 34.0, 105.0, glow);
    pen.line(&format!("M{x} {y}v-14"), pen.skin.ink, 4.0);
    let fire = Shape::smooth(&[
        (x, y - 72.0),
        (x, y - 72.0),
        (x + 14.0, y - 30.0),
        (x, y - 8.0),
        (x - 14.0, y - 30.0),
    ]);
    let paint = pen.down(Colour(255, 240, 190), Colour(240, 140, 50));
    pen.fill(&fire.d, paint);
}

fn candle_in_glass(pen: &mut Pen) -> f32 {
    let s = pen.skin;
    let (r, h) = (pen.dice.range(105.0, 130.0), pen.dice.range(190.0, 250.0));
    let wax = Shape::lathe(&[
        (r - 10.0, -h * 0.72),
        (r - 10.0, -h * 0.72),
        (r - 12.0, -10.0),
    ]);
    let cream = s.trim.lighten(0.2);
    pen.plain(&wax, cream, Form::Round);
    pen.ellipse(
        0.0,
        -h * 0.72,
        r - 10.0,
        (r - 10.0) * TILT,
        cream.lighten(0.4),
    );
    flame(pen, 0.0, -h * 0.72);
    let jar = Shape::lathe(&[(r, -h), (r, -h), (r, -16.0), (r * 0.9, 0.0)]);
    pen.glass(&jar, s.main, 0.42);
    pen.faint_line(
        &Shape::ellipse(0.0, -h, r, r * TILT).d,
        Colour::WHITE,
        3.5,
        0.7,
    );
    let label = Shape::rect(-r * 0.5, -h * 0.56, r, h * 0.34, 3.0);
    pen.plain(&label, s.trim, Form::Flat);
    mark(pen, 0.0, -h * 0.42, r * 0.2);
    pen.gleam(&jar, 0.4);
    h + 20.0
}

/// A little drawn emblem and two lines, where a label would carry words.
pub(super) fn mark(pen: &mut Pen, x: f32, y: f32, size: f32) {
    let s = pen.skin;
    let tone = if s.ink.distance(s.trim) > 0.4 {
        s.ink
    } else {
        s.trim
    };
    match pen.dice.below(4) {
        0 => pen.dot(x, y, size * 0.5, s.accent),
        1 => pen.fill(
            &format!(
                "M{} {}a{size} {size} 0 0 1 {} 0z",
                x - size,
                y + size * 0.4,
                size * 2.0
            ),
            s.accent,
        ),
        2 => pen.line(
            &Shape::ellipse(x, y, size * 0.55, size * 0.55).d,
            tone,
            size * 0.16,
        ),
        _ => pen.fill(
            &format!(
                "M{x} {}l{} {}l-{} {}l-{} -{}z",
                y - size * 0.7,
                size * 0.6,
                size * 0.7,
                size * 0.6,
                size * 0.7,
                size * 0.6,
                size * 0.7
            ),
            s.accent,
        ),
    }
    pen.line(
        &format!("M{} {}h{}", x - size * 1.1, y + size * 1.05, size * 2.2),
        tone,
        size * 0.14,
    );
    pen.line(
        &format!("M{} {}h{}", x - size * 0.6, y + size * 1.42, size * 1.2),
        tone,
        size * 0.1,
    );
}

fn tapers(pen: &mut Pen) -> f32 {
    let s = pen.skin;
    let tall = pen.dice.range(260.0, 320.0);
    for (x, h, tone) in [(62.0, tall * 0.76, s.accent), (-62.0, tall, s.main)] {
        let stick = Shape::lathe(&[(13.0, -h - 60.0), (18.0, -60.0)]);
        pen.group(&format!("translate({x} 0)"), |pen| {
            pen.plain(&stick, tone, Form::Round);
            flame(pen, 0.0, -h - 62.0);
            let cup = Shape::lathe(&[
                (26.0, -76.0),
                (26.0, -76.0),
                (20.0, -46.0),
                (14.0, -30.0),
                (56.0, -14.0),
                (58.0, 0.0),
            ]);
            pen.metal(&cup, s.metal);
        });
    }
    tall + 60.0
}

fn pillars(pen: &mut Pen) -> f32 {
    let s = pen.skin;
    let tall = pen.dice.range(230.0, 310.0);
    let dish = Shape::lathe(&[(155.0, -18.0), (155.0, -18.0), (132.0, 0.0)]);
    pen.plain(&dish, s.wood, Form::Round);
    pen.ellipse(0.0, -18.0, 155.0, 155.0 * TILT, s.wood.lighten(0.2));
    for (x, r, h, tone) in [
        (54.0, 52.0, tall * 0.6, s.light),
        (-42.0, 62.0, tall, s.main),
    ] {
        pen.group(&format!("translate({x} -20)"), |pen| {
            let wax = Shape::lathe(&[(r * 0.94, -h), (r, -h + 8.0), (r, 0.0)]);
            pen.plain(&wax, tone, Form::Round);
            for k in 1..5_u8 {
                let x = -r + 2.0 * r * f32::from(k) / 5.0;
                pen.faint_line(&format!("M{x} {}V6", -h + 10.0), s.ink, 3.0, 0.1);
            }
            pen.ellipse(0.0, -h, r * 0.94, r * 0.94 * TILT, tone.lighten(0.45));
            flame(pen, 0.0, -h);
        });
    }
    tall + 20.0
}
