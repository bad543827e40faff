//! Woven clothes on a hanger or laid on the wall: shirt, tee, dress, trousers, coat.

use super::Figure;
use super::kitchen::folds;
use crate::pictures::colour::Colour;
use crate::pictures::pattern::Pattern;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::shape::{Point, Shape, curve};

/// Wooden hanger; its bar runs at `y`, sloping to both shoulders.
pub(super) fn hanger(pen: &mut Pen, y: f32, half: f32) {
    let s = pen.skin;
    pen.line(
        &curve(&[
            (0.0, y - 8.0),
            (0.0, y - 34.0),
            (16.0, y - 50.0),
            (12.0, y - 74.0),
            (-8.0, y - 76.0),
            (-13.0, y - 62.0),
        ]),
        s.metal.darken(0.1),
        6.5,
    );
    pen.rod(
        &curve(&[
            (-half, y + 46.0),
            (-half * 0.5, y + 12.0),
            (0.0, y - 6.0),
            (half * 0.5, y + 12.0),
            (half, y + 46.0),
        ]),
        s.wood,
        17.0,
    );
}

/// Measures of a top, from the middle of the chest; all half-widths.
struct Cut {
    neck: f32,
    shoulder: f32,
    chest: f32,
    hem: f32,
    top: f32,
    bottom: f32,
    sleeve: f32,
    cuff: f32,
}

fn sleeve(side: f32, cut: &Cut) -> Shape {
    let x = cut.shoulder;
    let (end_x, end_y) = (x + cut.sleeve * 0.34, cut.top + 34.0 + cut.sleeve);
    let outer: [Point; 8] = [
        (x - 40.0, cut.top + 32.0),
        (x - 40.0, cut.top + 32.0),
        (x + 3.0, cut.top + 52.0),
        (end_x + cut.cuff * 0.6, end_y),
        (end_x + cut.cuff * 0.6, end_y),
        (end_x - cut.cuff, end_y + cut.cuff * 0.4),
        (end_x - cut.cuff, end_y + cut.cuff * 0.4),
        (cut.chest - 20.0, cut.top + 160.0),
    ];
    Shape::smooth(&outer.map(|(px, py)| (px * side, py)))
}

fn torso(cut: &Cut) -> Shape {
    Shape::mirror(&[
        (0.0, cut.top + 10.0),
        (cut.neck, cut.top),
        (cut.neck, cut.top),
        (cut.shoulder, cut.top + 34.0),
        (cut.shoulder, cut.top + 34.0),
        (cut.chest - 4.0, cut.top + 130.0),
        (cut.chest - 6.0, 0.0),
        (cut.hem, cut.bottom),
        (cut.hem, cut.bottom),
        (0.0, cut.bottom + 6.0),
    ])
}

/// Sleeves and body with seams and folds; returns the body's outline.
fn top(pen: &mut Pen, cut: &Cut, tone: Colour, decor: Pattern) -> Shape {
    let ink = pen.skin.ink;
    for side in [-1.0, 1.0] {
        let arm = sleeve(side, cut);
        pen.cast(&arm, 13.0);
        pen.surface(
            &arm,
            tone.mix(ink, if side > 0.0 { 0.14 } else { 0.05 }),
            Form::Flat,
            decor,
        );
        let (ex, ey) = (
            cut.shoulder + cut.sleeve * 0.34,
            cut.top + 34.0 + cut.sleeve,
        );
        pen.stitch(
            &format!(
                "M{} {}L{} {}",
                side * (ex + cut.cuff * 0.52),
                ey - 16.0,
                side * (ex - cut.cuff),
                ey + cut.cuff * 0.4 - 16.0
            ),
            tone.lighten(0.5),
            2.4,
        );
    }
    let body = torso(cut);
    pen.cast(&body, 13.0);
    pen.surface(&body, tone, Form::Flat, decor);
    folds(pen, &body);
    for side in [-1.0, 1.0] {
        pen.faint_line(
            &curve(&[
                (side * (cut.shoulder - 2.0), cut.top + 34.0),
                (side * (cut.chest - 14.0), cut.top + 84.0),
                (side * (cut.chest - 5.0), cut.top + 150.0),
            ]),
            ink,
            3.2,
            0.32,
        );
    }
    body
}

/// The neck's opening: dark inside, ribbed collar line.
fn neckline(pen: &mut Pen, cut: &Cut, depth: f32, tone: Colour) {
    let ink = pen.skin.ink;
    let (n, y) = (cut.neck, cut.top);
    pen.fill(
        &format!(
            "M{} {}Q0 {} {n} {}Q{} {} 0 {}Q{} {} {} {}Z",
            -n,
            y,
            y + 24.0,
            y,
            n * 0.8,
            y + depth,
            y + depth + 6.0,
            -n * 0.8,
            y + depth,
            -n,
            y
        ),
        tone.mix(ink, 0.5),
    );
    pen.line(
        &format!(
            "M{} {}Q{} {} 0 {}Q{} {} {n} {}",
            -n,
            y,
            -n * 0.8,
            y + depth,
            y + depth + 6.0,
            n * 0.8,
            y + depth,
            y
        ),
        tone.mix(ink, 0.12),
        13.0,
    );
    pen.faint_line(
        &format!("M{} {}Q0 {} {n} {}", -n, y + 1.0, y + 26.0, y + 1.0),
        tone.lighten(0.2),
        8.0,
        1.0,
    );
}

pub(super) fn tee(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let cut = Cut {
        neck: 62.0,
        shoulder: 158.0,
        chest: 146.0,
        hem: pen.dice.range(142.0, 162.0),
        top: -220.0,
        bottom: pen.dice.range(200.0, 240.0),
        sleeve: pen.dice.range(100.0, 150.0),
        cuff: 66.0,
    };
    let hung = pen.dice.chance(0.5);
    if hung {
        hanger(pen, cut.top - 4.0, 128.0);
    }
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Plain,
        Pattern::Stripes,
        Pattern::Plain,
    ]);
    top(pen, &cut, s.main, decor);
    let depth = pen.dice.range(36.0, 62.0);
    neckline(pen, &cut, depth, s.main);
    pen.stitch(
        &format!(
            "M{} {}H{}",
            -cut.hem + 8.0,
            cut.bottom - 12.0,
            cut.hem - 8.0
        ),
        s.main.lighten(0.5),
        2.4,
    );
    if decor == Pattern::Plain {
        tee_print(pen);
    }
    Figure::hangs(560.0, if hung { 560.0 } else { 480.0 }).at(-30.0, -90.0)
}

fn tee_print(pen: &mut Pen) {
    let s = pen.skin;
    let tone = s.contrast();
    match pen.dice.below(5) {
        0 => {
            pen.dot(0.0, -60.0, 62.0, s.accent);
            pen.fill("M-74 -40Q-36 -76 0 -40T74 -40V4H-74Z", tone);
        }
        1 => pen.group("translate(0 10) rotate(-90)", |pen| {
            crate::pictures::props::branch(pen, &[(0.0, 0.0), (70.0, -8.0), (140.0, 6.0)], tone)
        }),
        2 => pen.line(
            "M-60 -50a60 60 0 0 1 120 0M-38 -50a38 38 0 0 1 76 0M-16 -50a16 16 0 0 1 32 0",
            tone,
            11.0,
        ),
        3 => pen.rect(44.0, -120.0, 60.0, 66.0, 6.0, s.main.mix(tone, 0.5)),
        _ => {}
    }
}

pub(super) fn shirt(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let long = pen.dice.chance(0.65);
    let cut = Cut {
        neck: 54.0,
        shoulder: 154.0,
        chest: 142.0,
        hem: 148.0,
        top: -230.0,
        bottom: 250.0,
        sleeve: if long { 330.0 } else { 130.0 },
        cuff: if long { 44.0 } else { 66.0 },
    };
    hanger(pen, cut.top - 2.0, 120.0);
    let decor = s.textile;
    top(pen, &cut, s.main, decor);
    let (ink, y) = (s.ink, cut.top);
    pen.fill(
        &format!(
            "M-50 {}Q0 {} 50 {}L0 {}Z",
            y - 4.0,
            y + 14.0,
            y - 4.0,
            y + 70.0
        ),
        s.main.mix(ink, 0.5),
    );
    pen.rect(
        -15.0,
        y + 60.0,
        30.0,
        cut.bottom - y - 56.0,
        2.0,
        s.main.mix(s.light, 0.12),
    );
    pen.faint_line(
        &format!(
            "M-15 {}V{}M15 {}V{}",
            y + 70.0,
            cut.bottom + 2.0,
            y + 70.0,
            cut.bottom + 2.0
        ),
        ink,
        2.4,
        0.3,
    );
    for side in [-1.0_f32, 1.0] {
        let leaf = Shape::polygon(&[
            (side * 56.0, y - 8.0),
            (side * 66.0, y + 14.0),
            (side * 48.0, y + 92.0),
            (0.0, y + 62.0),
        ]);
        pen.surface(
            &leaf,
            s.main.mix(s.light, 0.2),
            Form::Flat,
            if decor == Pattern::Gingham {
                decor
            } else {
                Pattern::Plain
            },
        );
        pen.faint_line(&leaf.d, ink, 2.6, 0.3);
    }
    for k in 0..6_u8 {
        let by = y + 92.0 + f32::from(k) * 66.0;
        pen.dot(0.0, by, 6.5, s.trim.mix(s.main, 0.15));
        pen.dot(0.0, by, 2.2, ink);
    }
    let pocket = Shape::polygon(&[
        (46.0, -96.0),
        (112.0, -96.0),
        (112.0, -26.0),
        (79.0, -10.0),
        (46.0, -26.0),
    ]);
    pen.surface(&pocket, s.main.mix(ink, 0.06), Form::Flat, decor);
    pen.stitch(&pocket.d, s.main.lighten(0.5), 2.2);
    Figure::hangs(if long { 620.0 } else { 560.0 }, 600.0).at(-10.0, -130.0)
}

pub(super) fn dress(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let kind = pen.dice.below(3);
    let (flare, len) = (pen.dice.range(170.0, 240.0), pen.dice.range(270.0, 340.0));
    hanger(pen, -306.0, if kind == 0 { 70.0 } else { 96.0 });
    if kind == 2 {
        for side in [-1.0_f32, 1.0] {
            let puff = Shape::smooth(&[
                (side * 72.0, -288.0),
                (side * 130.0, -290.0),
                (side * 164.0, -220.0),
                (side * 140.0, -168.0),
                (side * 84.0, -180.0),
            ]);
            pen.cast(&puff, 12.0);
            pen.surface(&puff, s.main.mix(s.ink, 0.08), Form::Ball, s.textile);
        }
    }
    let shoulder = if kind == 0 { 58.0 } else { 108.0 };
    let waist = pen.dice.range(74.0, 96.0);
    let bodice = Shape::mirror(&[
        (0.0, -240.0),
        (36.0, -268.0),
        (shoulder - 26.0, -302.0),
        (shoulder - 26.0, -302.0),
        (shoulder, -292.0),
        (shoulder, -292.0),
        (shoulder - 6.0, -240.0),
        (106.0, -190.0),
        (waist, -60.0),
        (waist, -60.0),
        (0.0, -56.0),
    ]);
    let skirt = Shape::mirror(&[
        (0.0, -64.0),
        (waist, -62.0),
        (waist, -62.0),
        (waist + 40.0, 20.0),
        (flare, len),
        (flare, len),
        (flare * 0.5, len + 12.0),
        (0.0, len + 14.0),
    ]);
    pen.cast(&skirt, 14.0);
    pen.cast(&bodice, 14.0);
    pen.surface(&skirt, s.main, Form::Flat, s.textile);
    folds(pen, &skirt);
    for x in [-0.6, -0.3, 0.0, 0.3, 0.6] {
        pen.faint_line(
            &format!(
                "M{} -56Q{} 40 {} {}",
                x * waist,
                x * waist * 1.4,
                x * flare * 0.9,
                len * 0.7
            ),
            s.ink,
            3.0,
            0.16,
        );
    }
    pen.surface(&bodice, s.main, Form::Flat, s.textile);
    let sash = Shape::rect(-waist - 3.0, -76.0, 2.0 * waist + 6.0, 24.0, 6.0);
    pen.plain(&sash, s.contrast(), Form::Round);
    if pen.dice.chance(0.5) {
        for k in 0..4_u8 {
            pen.dot(0.0, -216.0 + f32::from(k) * 36.0, 6.0, s.contrast());
        }
    } else {
        let tier = len * 0.45;
        pen.faint_line(
            &curve(&[
                (-flare * 0.84, tier),
                (0.0, tier + 14.0),
                (flare * 0.84, tier),
            ]),
            s.ink,
            3.6,
            0.26,
        );
    }
    Figure::hangs(2.0 * flare + 20.0, len + 400.0).at(-30.0, -60.0)
}

pub(super) fn trousers(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let (ankle, knee) = (pen.dice.range(58.0, 112.0), pen.dice.range(84.0, 108.0));
    let len = pen.dice.range(300.0, 350.0);
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Pinstripes,
        Pattern::Plain,
        Pattern::Herringbone,
    ]);
    for side in [1.0_f32, -1.0] {
        let legs = Shape::smooth(&[
            (0.0, -len + 30.0),
            (0.0, -len + 30.0),
            (side * 126.0, -len + 30.0),
            (side * 126.0, -len + 30.0),
            (side * 158.0, -130.0),
            (side * (70.0 + knee), 60.0),
            (side * (86.0 + ankle), len),
            (side * (86.0 + ankle), len),
            (side * (92.0 - ankle * 0.9), len + 6.0),
            (side * (92.0 - ankle * 0.9), len + 6.0),
            (side * 26.0, 20.0),
            (0.0, -110.0),
            (0.0, -110.0),
        ]);
        pen.cast(&legs, 14.0);
        pen.surface(
            &legs,
            s.main.mix(s.ink, if side > 0.0 { 0.12 } else { 0.0 }),
            Form::Flat,
            decor,
        );
        pen.faint_line(
            &curve(&[
                (side * 80.0, -len + 70.0),
                (side * 92.0, 0.0),
                (side * 88.0, len - 4.0),
            ]),
            if side > 0.0 { s.ink } else { Colour::WHITE },
            4.0,
            0.22,
        );
        pen.stitch(
            &curve(&[
                (side * 118.0, -len + 70.0),
                (side * 96.0, -len + 104.0),
                (side * 74.0, -len + 112.0),
                (side * 70.0, -len + 62.0),
            ]),
            s.light.mix(s.accent, 0.3),
            2.6,
        );
        pen.stitch(
            &format!(
                "M{} {}H{}",
                side * (82.0 + ankle),
                len - 20.0,
                side * (96.0 - ankle * 0.9)
            ),
            s.light.mix(s.accent, 0.3),
            2.6,
        );
    }
    let band = Shape::rect(-128.0, -len, 256.0, 46.0, 6.0);
    pen.surface(&band, s.main.mix(s.ink, 0.06), Form::Flat, decor);
    for x in [-84.0, 0.0, 84.0] {
        pen.rect(
            x - 7.0,
            -len - 3.0,
            14.0,
            54.0,
            2.0,
            s.main.mix(s.ink, 0.25),
        );
    }
    pen.faint_line(
        &format!(
            "M0 {}Q6 -180 0 -112M22 {}Q26 -200 2 -160",
            -len + 46.0,
            -len + 46.0
        ),
        s.ink,
        3.4,
        0.4,
    );
    pen.dot(14.0, -len + 24.0, 9.0, s.metal);
    Figure::hangs(400.0, 2.0 * len + 20.0).at(-20.0, -len * 0.66)
}

pub(super) fn coat(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let len = pen.dice.range(290.0, 350.0);
    let cut = Cut {
        neck: 56.0,
        shoulder: 160.0,
        chest: 156.0,
        hem: pen.dice.range(164.0, 196.0),
        top: -290.0,
        bottom: len,
        sleeve: 370.0,
        cuff: 54.0,
    };
    hanger(pen, cut.top - 2.0, 124.0);
    let decor = pen.dice.pick(&[
        Pattern::Plain,
        Pattern::Plain,
        Pattern::Herringbone,
        Pattern::Checks,
    ]);
    top(pen, &cut, s.main, decor);
    let (ink, y) = (s.ink, cut.top);
    pen.fill(
        &format!(
            "M-54 {}Q0 {} 54 {}L8 {}Z",
            y - 4.0,
            y + 16.0,
            y - 4.0,
            y + 190.0
        ),
        s.accent.mix(ink, 0.35),
    );
    pen.faint_line(&format!("M22 {}V{}", y + 186.0, len + 4.0), ink, 4.0, 0.4);
    for side in [-1.0_f32, 1.0] {
        let lapel = Shape::polygon(&[
            (side * 54.0, y - 8.0),
            (side * 78.0, y + 14.0),
            (side * 104.0, y + 92.0),
            (side * 78.0, y + 100.0),
            (side * 88.0, y + 124.0),
            (16.0, y + 200.0),
        ]);
        pen.surface(&lapel, s.main.mix(s.light, 0.14), Form::Flat, decor);
        pen.faint_line(&lapel.d, ink, 3.2, 0.34);
        let flap = Shape::rect(
            if side < 0.0 { -136.0 } else { 62.0 },
            64.0,
            78.0,
            26.0,
            5.0,
        );
        pen.surface(&flap, s.main.mix(ink, 0.1), Form::Flat, decor);
        pen.faint_line(&flap.d, ink, 2.6, 0.34);
    }
    let double = pen.dice.chance(0.5);
    for k in 0..3_u8 {
        let by = y + 236.0 + f32::from(k) * 84.0;
        for x in if double { vec![-16.0, 58.0] } else { vec![2.0] } {
            pen.dot(x + 2.0, by + 3.0, 12.0, ink.mix(s.main, 0.4));
            pen.dot(x, by, 12.0, s.leather);
            pen.dot(x - 2.0, by - 2.0, 5.0, s.leather.lighten(0.3));
        }
    }
    if pen.dice.chance(0.45) {
        pen.plain(
            &Shape::rect(-cut.chest - 4.0, -10.0, 2.0 * cut.chest + 8.0, 34.0, 4.0),
            s.main.mix(ink, 0.16),
            Form::Flat,
        );
        pen.line("M-26 -16h52v46h-52z", s.metal, 7.0);
    }
    Figure::hangs(640.0, len + 400.0).at(10.0, -130.0)
}
