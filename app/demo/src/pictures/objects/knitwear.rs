//! Knitted things: sweater, scarf, beanie, socks.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::shape::{Shape, curve};

/// Rows of knit stitches over `shape`.
fn knit(pen: &mut Pen, shape: &Shape, tone: Colour) {
    let paint = pen.define(
        "pattern",
        "patternUnits=\"userSpaceOnUse\" width=\"16\" height=\"13\"",
        &format!("<path d=\"M0 1L8 9L16 1\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"0.3\" stroke-width=\"2.4\"/><path d=\"M0 5L8 13L16 5\" fill=\"none\" stroke=\"{}\" stroke-opacity=\"0.22\" stroke-width=\"2\"/>", tone.darken(0.6), tone.lighten(0.6)),
    );
    pen.fill(&shape.d, paint);
}

/// Vertical ribs for cuffs and hems.
fn rib(pen: &mut Pen, shape: &Shape, tone: Colour) {
    pen.plain(shape, tone, Form::Flat);
    let paint = pen.define(
        "pattern",
        "patternUnits=\"userSpaceOnUse\" width=\"13\" height=\"13\"",
        &format!("<path d=\"M3 0V13\" stroke=\"{}\" stroke-opacity=\"0.34\" stroke-width=\"3.4\"/><path d=\"M9 0V13\" stroke=\"#fff6e4\" stroke-opacity=\"0.2\" stroke-width=\"2.6\"/>", tone.darken(0.6)),
    );
    pen.fill(&shape.d, paint);
}

pub(super) fn sweater(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let boxy = pen.dice.range(150.0, 178.0);
    let motif = pen.dice.below(4);
    for side in [-1.0_f32, 1.0] {
        let arm = Shape::smooth(&[
            (side * 110.0, -206.0),
            (side * 110.0, -206.0),
            (side * 182.0, -160.0),
            (side * 236.0, 20.0),
            (side * 262.0, 160.0),
            (side * 262.0, 160.0),
            (side * 190.0, 172.0),
            (side * 190.0, 172.0),
            (side * 166.0, 40.0),
            (side * 130.0, -60.0),
        ]);
        pen.cast(&arm, 14.0);
        let tone = s.main.mix(s.ink, if side > 0.0 { 0.12 } else { 0.03 });
        pen.plain(&arm, tone, Form::Flat);
        knit(pen, &arm, tone);
        let cuff = Shape::polygon(&[
            (side * 260.0, 156.0),
            (side * 266.0, 206.0),
            (side * 200.0, 218.0),
            (side * 188.0, 168.0),
        ]);
        pen.cast(&cuff, 14.0);
        rib(
            pen,
            &cuff,
            if motif == 3 {
                s.accent
            } else {
                s.main.mix(s.ink, 0.08)
            },
        );
    }
    let body = Shape::mirror(&[
        (0.0, -210.0),
        (66.0, -222.0),
        (66.0, -222.0),
        (136.0, -194.0),
        (136.0, -194.0),
        (boxy - 12.0, -90.0),
        (boxy, 100.0),
        (boxy - 8.0, 200.0),
        (boxy - 8.0, 200.0),
        (0.0, 204.0),
    ]);
    pen.cast(&body, 14.0);
    pen.fill(&body.d, s.main);
    pen.clip(&body, |pen| sweater_motif(pen, motif));
    knit(pen, &body, s.main);
    pen.light(&body, Form::Flat);
    for side in [-1.0_f32, 1.0] {
        pen.faint_line(
            &curve(&[
                (side * 132.0, -194.0),
                (side * 122.0, -120.0),
                (side * (boxy - 10.0), -50.0),
            ]),
            s.ink,
            4.0,
            0.26,
        );
    }
    let hem = Shape::rect(-boxy + 6.0, 194.0, 2.0 * boxy - 12.0, 46.0, 9.0);
    pen.cast(&hem, 14.0);
    rib(
        pen,
        &hem,
        if motif == 3 {
            s.accent
        } else {
            s.main.mix(s.ink, 0.08)
        },
    );
    pen.ellipse(0.0, -218.0, 62.0, 26.0, s.main.mix(s.ink, 0.5));
    let roll = pen.dice.pick(&[22.0, 30.0, 44.0]);
    pen.line(
        "M-64 -222Q-58 -176 0 -174Q58 -176 64 -222",
        s.main.mix(s.ink, 0.2),
        roll,
    );
    pen.line(
        "M-64 -224Q-58 -178 0 -176Q58 -178 64 -224",
        if motif == 3 {
            s.accent
        } else {
            s.main.mix(s.light, 0.14)
        },
        roll - 7.0,
    );
    Figure::hangs(550.0, 490.0).at(-40.0, -70.0)
}

fn sweater_motif(pen: &mut Pen, motif: usize) {
    let (s, tone) = (pen.skin, pen.skin.contrast());
    match motif {
        0 => {
            for x in [-70.0, 0.0, 70.0] {
                let mut cable = String::new();
                for k in 0..8_u8 {
                    let y = -220.0 + f32::from(k) * 56.0;
                    cable.push_str(&format!(
                        "M{} {y}Q{} {} {} {}M{} {y}Q{} {} {} {}",
                        x - 15.0,
                        x - 15.0,
                        y + 28.0,
                        x + 15.0,
                        y + 56.0,
                        x + 15.0,
                        x + 15.0,
                        y + 28.0,
                        x - 15.0,
                        y + 56.0
                    ));
                }
                pen.faint_line(&cable, s.ink, 13.0, 0.16);
                pen.faint_line(&cable, s.main.lighten(0.35), 7.0, 0.6);
            }
        }
        1 => {
            for (y, h, band) in [
                (-110.0, 54.0, tone),
                (-38.0, 16.0, s.accent),
                (-4.0, 54.0, tone),
            ] {
                pen.rect(-220.0, y, 440.0, h, 0.0, band);
            }
        }
        2 => {
            let mut teeth = String::from("M-220 -120");
            for k in 0..23_u8 {
                teeth.push_str(&format!("l10 {}", if k % 2 == 0 { 18 } else { -18 }));
                teeth.push_str(&format!("l10 {}", if k % 2 == 0 { -18 } else { 18 }));
            }
            pen.line(&teeth, tone, 9.0);
            pen.group("translate(0 50)", |pen| pen.line(&teeth, s.accent, 9.0));
            for k in 0..12_u8 {
                pen.dot(-198.0 + f32::from(k) * 36.0, -90.0, 7.0, s.accent);
            }
        }
        _ => {}
    }
}

pub(super) fn scarf(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let w = pen.dice.range(66.0, 84.0);
    let decor = pen.dice.pick(&[
        Pattern::Stripes,
        Pattern::Gingham,
        Pattern::Herringbone,
        Pattern::Checks,
        s.textile,
    ]);
    // Folded in half, its loop on a peg, one end shorter.
    let (a, b) = (pen.dice.range(200.0, 250.0), pen.dice.range(270.0, 310.0));
    for (x, end, turn, tone) in [
        (w * 0.66, a, -5.0, s.main.mix(s.ink, 0.14)),
        (-w * 0.6, b, 4.0, s.main),
    ] {
        pen.group(&format!("translate({x} 0) rotate({turn})"), |pen| {
            let strip = Shape::smooth(&[
                (-w * 0.62, -260.0),
                (0.0, -290.0),
                (w * 0.62, -260.0),
                (w * 0.9, -100.0),
                (w, end),
                (w, end),
                (-w, end),
                (-w, end),
                (-w * 0.9, -100.0),
            ]);
            pen.cast(&strip, 15.0);
            pen.surface(&strip, tone, Form::Flat, decor);
            pen.light(&strip, Form::Round);
            let mut fringe = String::new();
            for k in 0..12_u8 {
                let fx = -w + 6.0 + f32::from(k) * (2.0 * w - 12.0) / 11.0;
                fringe.push_str(&format!(
                    "M{fx} {end}q{} 22 0 44",
                    if k % 2 == 0 { 5 } else { -5 }
                ));
            }
            pen.line(&fringe, s.contrast().mix(s.main, 0.2), 6.0);
            for k in [0.3, 0.62] {
                pen.faint_line(
                    &format!(
                        "M{} {end}Q{} 0 {} -250",
                        w * (k - 0.46) * 2.0,
                        w * (k - 0.5),
                        w * (k - 0.5) * 0.7
                    ),
                    s.ink,
                    7.0,
                    0.1,
                );
            }
        });
    }
    let knot = Shape::smooth(&[
        (-w * 1.22, -232.0),
        (-w * 0.8, -292.0),
        (0.0, -304.0),
        (w * 0.8, -292.0),
        (w * 1.26, -226.0),
        (w * 0.8, -170.0),
        (0.0, -148.0),
        (-w * 0.8, -164.0),
    ]);
    pen.surface(&knot, s.main.mix(s.light, 0.1), Form::Flat, decor);
    pen.light(&knot, Form::Ball);
    for y in [-254.0, -206.0] {
        pen.faint_line(
            &curve(&[(-w * 1.0, y + 18.0), (0.0, y + 34.0), (w * 1.0, y + 8.0)]),
            s.ink,
            5.0,
            0.18,
        );
    }
    Figure::hangs(4.2 * w, 660.0).at(-w * 0.4, 20.0)
}

pub(super) fn beanie(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (h, brim) = (pen.dice.range(250.0, 310.0), pen.dice.range(74.0, 100.0));
    let pompom = pen.dice.chance(0.55);
    if pompom {
        let ball = Shape::ellipse(0.0, -h - 26.0, 58.0, 55.0);
        pen.plain(&ball, s.accent, Form::Ball);
        let mut tufts = String::new();
        for k in 0..26_u8 {
            let a = f32::from(k) * 0.2417;
            tufts.push_str(&format!(
                "M{} {}L{} {}",
                a.cos() * 40.0,
                a.sin() * 38.0 - h - 26.0,
                a.cos() * 64.0,
                a.sin() * 61.0 - h - 26.0
            ));
        }
        pen.line(&tufts, s.accent, 9.0);
    }
    let crown = Shape::mirror(&[
        (0.0, -h),
        (60.0, -h + 8.0),
        (142.0, -h * 0.66),
        (172.0, -60.0),
        (172.0, -60.0),
        (0.0, -40.0),
    ]);
    pen.fill(&crown.d, s.main);
    let tone = s.contrast();
    match pen.dice.below(3) {
        0 => pen.clip(&crown, |pen| {
            for (y, width) in [(-150.0, 34.0), (-196.0, 12.0)] {
                pen.line(
                    &curve(&[(-200.0, y), (0.0, y + 24.0), (200.0, y)]),
                    tone,
                    width,
                );
            }
        }),
        1 => pen.clip(&crown, |pen| {
            for x in [-0.8, -0.4, 0.0, 0.4, 0.8_f32] {
                pen.faint_line(
                    &curve(&[(x * 170.0, -40.0), (x * 150.0, -h * 0.5), (x * 40.0, -h)]),
                    s.ink,
                    12.0,
                    0.14,
                );
            }
        }),
        _ => {}
    }
    knit(pen, &crown, s.main);
    pen.light(&crown, Form::Ball);
    let cuff = Shape::smooth(&[
        (-180.0, -brim),
        (-180.0, -brim),
        (0.0, -brim + 24.0),
        (180.0, -brim),
        (180.0, -brim),
        (188.0, -brim * 0.4),
        (180.0, 0.0),
        (180.0, 0.0),
        (0.0, 24.0),
        (-180.0, 0.0),
        (-180.0, 0.0),
        (-188.0, -brim * 0.4),
    ]);
    rib(pen, &cuff, s.main.mix(s.light, 0.16));
    pen.light(&cuff, Form::Round);
    if pen.dice.chance(0.6) {
        pen.plain(
            &Shape::rect(62.0, -brim * 0.62, 58.0, 38.0, 3.0),
            s.leather,
            Form::Flat,
        );
        pen.stitch(
            &Shape::rect(66.0, -brim * 0.62 + 4.0, 50.0, 30.0, 2.0).d,
            s.trim,
            2.0,
        );
    }
    Figure::stands(390.0, if pompom { h + 90.0 } else { h + 16.0 }, 370.0).at(-30.0, -h * 0.45)
}

pub(super) fn socks(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let tall = pen.dice.range(190.0, 260.0);
    let decor = pen.dice.pick(&[
        Pattern::Stripes,
        Pattern::Dots,
        Pattern::Checks,
        Pattern::Waves,
        Pattern::Plain,
        Pattern::Botanical,
    ]);
    for (x, y, turn, tone) in [
        (66.0, -14.0, 7.0, s.main.mix(s.ink, 0.1)),
        (-66.0, 12.0, -5.0, s.main),
    ] {
        pen.group(&format!("translate({x} {y}) rotate({turn})"), |pen| {
            let sock = Shape::smooth(&[
                (-62.0, -tall),
                (-62.0, -tall),
                (50.0, -tall),
                (50.0, -tall),
                (54.0, -30.0),
                (60.0, 60.0),
                (120.0, 130.0),
                (196.0, 176.0),
                (212.0, 226.0),
                (166.0, 250.0),
                (60.0, 226.0),
                (-30.0, 180.0),
                (-70.0, 110.0),
                (-64.0, 20.0),
            ]);
            pen.cast(&sock, 13.0);
            pen.surface(&sock, tone, Form::Flat, decor);
            pen.clip(&sock, |pen| {
                pen.dot(218.0, 226.0, 78.0, s.accent);
                pen.dot(-62.0, 152.0, 74.0, s.accent);
                pen.faint_line("M-70 60Q20 90 70 70", s.ink, 6.0, 0.14);
                pen.faint_line("M-60 40Q10 66 64 40", s.ink, 6.0, 0.1);
            });
            pen.light(&sock, Form::Flat);
            let top = Shape::rect(-66.0, -tall - 4.0, 120.0, 62.0, 10.0);
            rib(pen, &top, s.accent);
            if decor == Pattern::Plain {
                pen.line(
                    &format!("M-62 {}H52M-62 {}H52", -tall + 92.0, -tall + 116.0),
                    s.contrast(),
                    9.0,
                );
            }
        });
    }
    Figure::lies(470.0, tall + 300.0).at(-60.0, -60.0)
}
