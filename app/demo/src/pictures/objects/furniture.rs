//! Things of a room that stand or are suspended: lamps, chair, stool, side table, basket.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, TILT, curve};

const GLOW: Colour = Colour(255, 228, 160);

pub(super) fn table_lamp(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (h, shade_h) = (pen.dice.range(200.0, 270.0), pen.dice.range(130.0, 180.0));
    let wide = pen.dice.range(130.0, 175.0);
    let kind = pen.dice.below(4);
    let halo = pen.radial([0.5, 0.5, 0.5], &[(0.0, GLOW, 0.5), (1.0, GLOW, 0.0)]);
    pen.ellipse(0.0, -h - shade_h * 0.3, wide * 2.0, wide * 1.9, halo);
    lamp_foot(pen, h, kind);
    if kind == 3 {
        // A dome of metal or glass, like a mushroom.
        let dome = Shape::lathe(&[
            (wide * 0.18, -h - shade_h * 0.86),
            (wide * 0.72, -h - shade_h * 0.66),
            (wide * 1.05, -h - shade_h * 0.2),
            (wide * 1.08, -h),
        ]);
        pen.plain(&dome, s.accent, Form::Round);
        pen.gleam(&dome, 0.4);
        pen.ellipse(
            0.0,
            -h,
            wide * 1.08,
            wide * 1.08 * TILT,
            s.accent.darken(0.3),
        );
        pen.ellipse(0.0, -h + 2.0, wide * 0.98, wide * 0.98 * TILT, GLOW);
        return Figure::stands(wide * 2.2, h + shade_h, 190.0).at(0.0, -h);
    }
    let top = wide * pen.dice.pick(&[0.42, 0.6, 0.8, 0.96]);
    let tone = if s.trim.distance(s.wall) > 0.25 {
        s.trim
    } else {
        s.accent.mix(s.trim, 0.35)
    };
    let cone = Shape::lathe(&[
        (top, -h - shade_h),
        (top, -h - shade_h),
        (wide, -h),
        (wide, -h),
    ]);
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Pinstripes,
        Pattern::Plain,
        s.textile,
    ]);
    pen.surface(&cone, tone, Form::Round, decor);
    let lit = pen.linear([0.0, 0.0, 0.0, 1.0], &[(0.0, GLOW, 0.0), (1.0, GLOW, 0.6)]);
    pen.fill(&cone.d, lit);
    pen.faint_line(
        &format!(
            "M{} {}A{wide} {} 0 0 0 {wide} {}",
            -wide,
            -h,
            wide * TILT,
            -h
        ),
        s.accent,
        5.0,
        0.8,
    );
    pen.ellipse(0.0, -h - shade_h, top, top * TILT, GLOW.mix(tone, 0.4));
    Figure::stands(wide * 2.0 + 20.0, h + shade_h + 20.0, 190.0).at(0.0, -h * 0.95)
}

fn lamp_foot(pen: &mut Pen, h: f32, kind: usize) {
    let s = pen.skin;
    match kind {
        0 => {
            let body = Shape::lathe(&[
                (16.0, -h),
                (18.0, -h * 0.8),
                (78.0, -h * 0.52),
                (84.0, -h * 0.3),
                (48.0, 0.0),
            ]);
            pen.surface(&body, s.main, Form::Round, s.ceramic);
            if s.gloss {
                pen.gleam(&body, 0.4);
            }
        }
        1 => {
            for (y, r) in [(0.16, 66.0), (0.46, 52.0), (0.72, 40.0)] {
                let ball = Shape::ellipse(0.0, -h * y - 8.0, r, r * 0.92);
                pen.plain(&ball, if r > 60.0 { s.accent } else { s.main }, Form::Ball);
            }
            pen.metal(&Shape::rect(-7.0, -h - 4.0, 14.0, h * 0.16, 0.0), s.metal);
        }
        _ => {
            pen.metal(&Shape::rect(-9.0, -h - 10.0, 18.0, h, 4.0), s.metal);
            let foot = Shape::lathe(&[(24.0, -34.0), (84.0, -20.0), (90.0, -12.0), (90.0, 0.0)]);
            pen.plain(&foot, s.main, Form::Round);
        }
    }
}

pub(super) fn pendant_lamp(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (w, h) = (pen.dice.range(165.0, 220.0), pen.dice.range(170.0, 260.0));
    let glow = pen.radial([0.5, 0.5, 0.5], &[(0.0, GLOW, 0.5), (1.0, GLOW, 0.0)]);
    pen.ellipse(0.0, h, w * 1.5, w * 1.1, glow);
    let profile = match pen.dice.below(4) {
        0 => vec![(22.0, 30.0), (40.0, 44.0), (w * 0.86, h * 0.7), (w, h)],
        1 => vec![
            (w * 0.2, 30.0),
            (w * 0.72, 60.0),
            (w, h * 0.62),
            (w * 0.92, h),
        ],
        2 => vec![
            (24.0, 30.0),
            (24.0, 30.0),
            (30.0, h * 0.42),
            (w, h * 0.82),
            (w, h * 0.82),
            (w, h),
        ],
        _ => vec![
            (w * 0.34, 30.0),
            (w * 0.86, h * 0.32),
            (w, h * 0.62),
            (w * 0.8, h * 0.96),
            (w * 0.5, h * 1.1),
        ],
    };
    let bottom = profile[profile.len() - 1];
    pen.metal(&Shape::rect(-13.0, -4.0, 26.0, 44.0, 5.0), s.metal);
    let shade = Shape::lathe(&profile);
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Plain,
        Pattern::Pinstripes,
        Pattern::Band,
    ]);
    pen.surface(&shade, s.main, Form::Round, decor);
    if s.gloss {
        pen.gleam(&shade, 0.45);
    }
    pen.ellipse(
        0.0,
        bottom.1,
        bottom.0,
        bottom.0 * TILT,
        s.main.darken(0.25),
    );
    let inside = pen.radial(
        [0.5, 0.4, 0.6],
        &[
            (0.0, Colour(255, 250, 226), 1.0),
            (1.0, GLOW.mix(s.main, 0.3), 1.0),
        ],
    );
    pen.ellipse(
        0.0,
        bottom.1 + 2.0,
        bottom.0 - 7.0,
        (bottom.0 - 7.0) * TILT,
        inside,
    );
    pen.ellipse(0.0, bottom.1 + 6.0, 34.0, 26.0, Colour(255, 252, 238));
    Figure::suspended(w * 2.0 + 20.0, h + 60.0).at(-w * 0.2, h * 0.62)
}

/// A tapering leg from `(x, y)` down to the floor at `(foot, 0)`.
fn leg(pen: &mut Pen, x: f32, y: f32, foot: f32, floor: f32, wood: Colour) {
    let bar = Shape::polygon(&[
        (x - 12.0, y),
        (x + 12.0, y),
        (foot + 8.0, floor),
        (foot - 8.0, floor),
    ]);
    pen.wood(&bar, wood, Form::Round, Grain::Upright);
}

pub(super) fn chair(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (seat, back) = (pen.dice.range(205.0, 235.0), pen.dice.range(190.0, 260.0));
    let w = pen.dice.range(125.0, 150.0);
    let far = s.wood.darken(0.25);
    let kind = pen.dice.below(4);
    leg(pen, -w * 0.66, -seat - 20.0, -w * 0.78, -52.0, far);
    leg(pen, w * 0.66, -seat - 20.0, w * 0.78, -52.0, far);
    chair_back(pen, kind, w, seat, back);
    let cushion = pen.dice.chance(0.6);
    let seat_top = Shape::smooth(&[
        (-w * 0.82, -seat - 46.0),
        (-w * 0.78, -seat - 50.0),
        (w * 0.78, -seat - 50.0),
        (w * 0.82, -seat - 46.0),
        (w * 1.08, -seat + 16.0),
        (w, -seat + 24.0),
        (-w, -seat + 24.0),
        (-w * 1.08, -seat + 16.0),
    ]);
    let edge = Shape::rect(-w * 1.05, -seat + 6.0, w * 2.1, 30.0, 12.0);
    pen.wood(&edge, s.wood.darken(0.18), Form::Flat, Grain::Along);
    if cushion {
        pen.surface(&seat_top, s.main, Form::Flat, s.textile);
    } else {
        pen.wood(&seat_top, s.wood, Form::Flat, Grain::Along);
    }
    leg(pen, -w * 0.92, -seat + 30.0, -w * 1.08, 0.0, s.wood);
    leg(
        pen,
        w * 0.92,
        -seat + 30.0,
        w * 1.08,
        0.0,
        s.wood.darken(0.08),
    );
    if pen.dice.chance(0.6) {
        pen.rod(
            &format!("M{} {}H{}", -w, -seat * 0.42, w),
            s.wood.darken(0.12),
            12.0,
        );
    }
    Figure::floor(w * 2.3, seat + back + 40.0, w * 2.5).at(0.0, -seat - 40.0)
}

fn chair_back(pen: &mut Pen, kind: usize, w: f32, seat: f32, back: f32) {
    let s = pen.skin;
    let top = -seat - back;
    match kind {
        0 => {
            // Spindles under a bent rail.
            for k in [-0.5, -0.25, 0.0, 0.25, 0.5] {
                pen.rod(
                    &format!(
                        "M{} {}L{} {}",
                        k * w * 1.3,
                        -seat - 44.0,
                        k * w * 1.5,
                        top + 24.0
                    ),
                    s.wood,
                    10.0,
                );
            }
            pen.rod(
                &curve(&[
                    (-w * 0.8, -seat - 40.0),
                    (-w * 0.94, top + 60.0),
                    (-w * 0.6, top),
                    (w * 0.6, top),
                    (w * 0.94, top + 60.0),
                    (w * 0.8, -seat - 40.0),
                ]),
                s.wood,
                17.0,
            );
        }
        1 => {
            for x in [-1.0, 1.0] {
                pen.rod(
                    &format!(
                        "M{} {}L{} {}",
                        x * w * 0.78,
                        -seat - 36.0,
                        x * w * 0.86,
                        top + 10.0
                    ),
                    s.wood,
                    18.0,
                );
            }
            let rest = Shape::smooth(&[
                (-w * 0.96, top),
                (0.0, top - 16.0),
                (w * 0.96, top),
                (w, top + 46.0),
                (w * 0.94, top + 92.0),
                (0.0, top + 104.0),
                (-w * 0.94, top + 92.0),
                (-w, top + 46.0),
            ]);
            pen.wood(&rest, s.wood, Form::Flat, Grain::Along);
        }
        2 => {
            let shell = Shape::smooth(&[
                (-w * 0.7, top + 12.0),
                (0.0, top - 10.0),
                (w * 0.7, top + 12.0),
                (w * 0.98, top + back * 0.5),
                (w * 0.84, -seat - 30.0),
                (w * 0.84, -seat - 30.0),
                (-w * 0.84, -seat - 30.0),
                (-w * 0.84, -seat - 30.0),
                (-w * 0.98, top + back * 0.5),
            ]);
            pen.surface(&shell, s.main, Form::Flat, s.textile);
            pen.faint_line(&shell.d, s.ink, 4.0, 0.25);
        }
        _ => {
            for x in [-1.0, 1.0] {
                pen.rod(
                    &format!("M{} {}L{} {}", x * w * 0.78, -seat - 36.0, x * w * 0.9, top),
                    s.wood,
                    17.0,
                );
            }
            for k in 0..3_u8 {
                let y = top + 18.0 + f32::from(k) * back * 0.28;
                let slat = Shape::smooth(&[
                    (-w * 0.86, y),
                    (0.0, y - 12.0),
                    (w * 0.86, y),
                    (w * 0.84, y + 30.0),
                    (0.0, y + 20.0),
                    (-w * 0.84, y + 30.0),
                ]);
                pen.wood(&slat, s.wood.lighten(0.06), Form::Flat, Grain::Along);
            }
        }
    }
}

pub(super) fn stool(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (h, r) = (pen.dice.range(250.0, 360.0), pen.dice.range(125.0, 165.0));
    let far = s.wood.darken(0.28);
    leg(pen, -r * 0.3, -h + 20.0, -r * 0.46, -44.0, far);
    leg(pen, r * 0.36, -h + 20.0, r * 0.52, -44.0, far);
    let y = -h * pen.dice.range(0.28, 0.42);
    pen.rod(
        &format!("M{} {y}H{}", -r * 0.84, r * 0.84),
        if s.gloss { s.metal } else { s.wood },
        11.0,
    );
    leg(pen, -r * 0.64, -h + 24.0, -r * 0.94, 0.0, s.wood);
    leg(pen, r * 0.64, -h + 24.0, r * 0.94, 0.0, s.wood.darken(0.1));
    let thick = pen.dice.range(24.0, 60.0);
    let seat = Shape::lathe(&[
        (r, -h),
        (r * 1.02, -h + thick * 0.5),
        (r * 0.96, -h + thick),
    ]);
    if thick > 36.0 {
        pen.surface(&seat, s.main, Form::Round, Pattern::Plain);
        let top = Shape::ellipse(0.0, -h, r, r * TILT);
        pen.surface(&top, s.main.lighten(0.2), Form::Flat, s.textile);
        pen.dot(0.0, -h, 7.0, s.accent);
    } else {
        pen.wood(&seat, s.wood, Form::Round, Grain::Along);
        let top = Shape::ellipse(0.0, -h, r, r * TILT);
        pen.wood(&top, s.wood.lighten(0.2), Form::Flat, Grain::Along);
    }
    Figure::floor(r * 2.1, h + 20.0, r * 2.2).at(-r * 0.2, -h + 40.0)
}

pub(super) fn side_table(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (h, r) = (pen.dice.range(280.0, 340.0), pen.dice.range(165.0, 205.0));
    let kind = pen.dice.below(3);
    match kind {
        0 => {
            let stem = Shape::lathe(&[
                (22.0, -h),
                (16.0, -h * 0.5),
                (26.0, -36.0),
                (112.0, -14.0),
                (116.0, 0.0),
            ]);
            pen.metal(&stem, s.metal);
        }
        1 => {
            for (x, foot, floor, tone) in [
                (-0.3, -0.4, -46.0, s.wood.darken(0.3)),
                (0.3, 0.42, -46.0, s.wood.darken(0.3)),
                (-0.7, -0.92, 0.0, s.wood),
                (0.7, 0.92, 0.0, s.wood.darken(0.1)),
            ] {
                leg(pen, x * r, -h + 16.0, foot * r, floor, tone);
            }
            let shelf = Shape::lathe(&[
                (r * 0.74, -h * 0.34),
                (r * 0.74, -h * 0.34),
                (r * 0.72, -h * 0.34 + 12.0),
            ]);
            pen.wood(&shelf, s.wood, Form::Round, Grain::Along);
        }
        _ => {
            let drum = Shape::lathe(&[
                (r * 0.86, -h),
                (r * 0.86, -h),
                (r * 0.7, -h * 0.5),
                (r * 0.86, 0.0),
            ]);
            pen.surface(&drum, s.main, Form::Round, pen.skin.ceramic);
        }
    }
    let top = Shape::lathe(&[(r, -h), (r, -h), (r, -h + 18.0)]);
    let lid = Shape::ellipse(0.0, -h, r, r * TILT);
    if kind == 0 {
        pen.surface(&top, s.main, Form::Round, Pattern::Plain);
        pen.surface(&lid, s.main.lighten(0.18), Form::Flat, Pattern::Terrazzo);
    } else {
        pen.wood(&top, s.wood.darken(0.1), Form::Round, Grain::Along);
        pen.wood(&lid, s.wood.lighten(0.18), Form::Flat, Grain::Along);
    }
    if pen.dice.chance(0.65) {
        let cup = Shape::lathe(&[
            (34.0, -h - 62.0),
            (34.0, -h - 62.0),
            (32.0, -h - 16.0),
            (26.0, -h - 4.0),
        ]);
        pen.group(&format!("translate({} 0)", -r * 0.36), |pen| {
            pen.plain(&cup, s.accent, Form::Round);
            pen.mouth(34.0, -h - 62.0, 5.0, s.accent);
        });
        pen.plain(
            &Shape::rect(r * 0.02, -h - 24.0, r * 0.6, 20.0, 3.0),
            s.trim,
            Form::Flat,
        );
        pen.plain(
            &Shape::rect(r * 0.06, -h - 42.0, r * 0.54, 18.0, 3.0),
            s.shade,
            Form::Flat,
        );
    }
    Figure::floor(r * 2.0, h + 60.0, if kind == 0 { 260.0 } else { r * 1.9 }).at(0.0, -h)
}

pub(super) fn basket(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let straw = pen.dice.pick(&[
        Colour::hex(0xd2a869),
        Colour::hex(0xb98a52),
        Colour::hex(0xe0c191),
        Colour::hex(0x9a6f45),
    ]);
    let straw = if straw.distance(s.wall) < 0.24 {
        Colour::hex(0x8d6238)
    } else {
        straw
    };
    let (r, h) = (pen.dice.range(150.0, 185.0), pen.dice.range(190.0, 280.0));
    let arch = pen.dice.chance(0.4);
    if arch {
        pen.rod(
            &curve(&[
                (-r * 0.94, -h),
                (-r * 0.8, -h - 130.0),
                (0.0, -h - 200.0),
                (r * 0.8, -h - 130.0),
                (r * 0.94, -h),
            ]),
            straw.darken(0.1),
            19.0,
        );
    }
    let body = Shape::lathe(&[
        (r, -h),
        (r * pen.dice.range(0.98, 1.12), -h * 0.5),
        (r * 0.8, 0.0),
    ]);
    pen.plain(&body, straw, Form::Round);
    let split = -h * pen.dice.range(0.3, 0.55);
    pen.clip(&body, |pen| {
        if s.gloss {
            pen.tint(
                &Shape::rect(-r * 1.3, split, r * 2.6, h, 0.0).d,
                s.main,
                0.85,
            );
        }
        weave(pen, r, h, straw);
    });
    pen.light(&body, Form::Round);
    if !arch {
        for x in [-1.0, 1.0] {
            pen.rod(
                &curve(&[
                    (x * r * 0.9, -h + 30.0),
                    (x * r * 1.22, -h - 10.0),
                    (x * r * 1.1, -h - 50.0),
                    (x * r * 0.86, -h - 10.0),
                ]),
                s.leather,
                15.0,
            );
        }
    }
    pen.mouth(r, -h, 16.0, straw);
    let linen = Shape::smooth(&[
        (-r * 0.8, -h),
        (-r * 0.6, -h - 44.0),
        (-r * 0.1, -h - 22.0),
        (r * 0.4, -h - 62.0),
        (r * 0.78, -h),
        (r * 0.5, -h + r * 0.1),
        (0.0, -h + r * 0.13),
        (-r * 0.5, -h + r * 0.1),
    ]);
    pen.surface(&linen, s.accent, Form::Ball, s.textile);
    pen.line(
        &format!("M{} {}A{r} {} 0 0 0 {r} {}", -r, -h, r * TILT, -h),
        straw.lighten(0.12),
        15.0,
    );
    Figure::floor(r * 2.3, if arch { h + 200.0 } else { h + 70.0 }, r * 1.9).at(-r * 0.2, -h * 0.55)
}

/// Rows of stitches that follow the round body.
fn weave(pen: &mut Pen, r: f32, h: f32, straw: Colour) {
    let rows = 11_u8;
    for row in 0..rows {
        let y = -h + h * (f32::from(row) + 0.5) / f32::from(rows);
        let ring = format!("M{} {y}Q0 {} {} {y}", -r * 1.2, y + r * 0.34, r * 1.2);
        pen.faint_line(&ring, straw.darken(0.55), 3.0, 0.4);
        let shift = if row % 2 == 0 { 0.0 } else { 17.0 };
        pen.raw(&format!(
            "<path d=\"M{} {}Q0 {} {} {}\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"0.4\" stroke-width=\"{}\" stroke-dasharray=\"20 14\" stroke-dashoffset=\"{shift}\"/>",
            -r * 1.2, y + h / 22.0, y + h / 22.0 + r * 0.34, r * 1.2, y + h / 22.0, straw.lighten(0.5), h / 19.0
        ));
    }
}
