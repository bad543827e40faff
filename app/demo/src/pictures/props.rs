//! Companions of a still life: books, branches, plants, stones, frames, cups.
//!
//! Invariant: a prop stands on `(x, y)` (or is centred there when seen from above), keeps to the
//! scene's skin and stays quieter than the product.

use super::pen::{Form, Grain, Pen};
use super::shape::{Shape, TILT, curve};

/// Books lying on each other, about 150 wide at `s` = 1; returns the height of the pile.
pub(crate) fn books(pen: &mut Pen, x: f32, y: f32, s: f32, count: u8) -> f32 {
    let skin = pen.skin;
    let tones = [
        skin.accent,
        skin.trim,
        skin.shade,
        skin.floor.mix(skin.ink, 0.3),
    ];
    pen.ground(x, y, 170.0 * s);
    let mut top = y;
    for i in 0..count {
        let (w, h) = (
            pen.dice.range(150.0, 190.0) * s,
            pen.dice.range(20.0, 34.0) * s,
        );
        let left = x - w / 2.0 + pen.dice.range(-12.0, 12.0) * s;
        let tone = tones[usize::from(i) % tones.len()].mix(skin.wall, 0.12);
        let cover = Shape::rect(left, top - h, w, h, 4.0 * s);
        pen.plain(&cover, tone, Form::Flat);
        pen.rect(
            left + w * 0.1,
            top - h,
            w * 0.035,
            h,
            0.0,
            tone.mix(skin.trim, 0.4),
        );
        pen.rect(
            left + w * 0.62,
            top - h * 0.62,
            w * 0.24,
            h * 0.18,
            1.0,
            tone.mix(skin.trim, 0.5),
        );
        top -= h;
    }
    y - top
}

/// A slim vase with a branch, `s` × 300 high.
pub(crate) fn branch_vase(pen: &mut Pen, x: f32, y: f32, s: f32) {
    let skin = pen.skin;
    let tone = skin.accent.mix(skin.wall, 0.15);
    pen.ground(x, y, 90.0 * s);
    pen.group(&format!("translate({x} {y}) scale({s})"), |pen| {
        let leaf = skin.trim.mix(skin.floor, 0.25);
        let leaf = if leaf.distance(skin.wall) < 0.2 {
            skin.shade
        } else {
            leaf
        };
        branch(
            pen,
            &[(0.0, -110.0), (-12.0, -200.0), (-50.0, -310.0)],
            leaf,
        );
        branch(pen, &[(4.0, -110.0), (22.0, -190.0), (66.0, -270.0)], leaf);
        let body = Shape::lathe(&[
            (15.0, -130.0),
            (13.0, -112.0),
            (34.0, -78.0),
            (46.0, -42.0),
            (32.0, 0.0),
        ]);
        pen.plain(&body, tone, Form::Round);
        pen.mouth(15.0, -130.0, 4.0, tone);
    });
}

/// A stem with alternating leaves along `points`.
pub(crate) fn branch(pen: &mut Pen, points: &[(f32, f32)], leaf: super::colour::Colour) {
    pen.line(&curve(points), leaf.darken(0.25), 3.5);
    let mut side = 1.0_f32;
    for pair in points.windows(2) {
        for t in [0.3_f32, 0.62, 0.95] {
            let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            let (x, y) = (pair[0].0 + dx * t, pair[0].1 + dy * t);
            let angle = dy.atan2(dx).to_degrees() + side * 48.0;
            pen.group(&format!("translate({x} {y}) rotate({angle})"), |pen| {
                pen.fill("M0 0C12 -15 34 -15 50 0C34 15 12 15 0 0Z", leaf);
                pen.tint("M0 0C12 15 34 15 50 0Z", leaf.darken(0.4), 0.3);
            });
            side = -side;
        }
    }
}

/// A potted plant with broad leaves, about `s` × 330 high.
pub(crate) fn plant(pen: &mut Pen, x: f32, y: f32, s: f32) {
    let skin = pen.skin;
    let green = super::colour::Colour::hex(0x587257).mix(skin.wall, 0.16);
    let pot = skin.accent.mix(skin.trim, 0.3);
    pen.ground(x, y, 120.0 * s);
    pen.group(&format!("translate({x} {y}) scale({s})"), |pen| {
        for (turn, length, shade) in [
            (-58.0, 150.0, 0.2),
            (52.0, 160.0, 0.25),
            (-30.0, 200.0, 0.05),
            (28.0, 205.0, 0.12),
            (-4.0, 235.0, 0.0),
        ] {
            broad_leaf(pen, (0.0, -95.0), turn, length, green.darken(shade));
        }
        let body = Shape::lathe(&[(56.0, -104.0), (56.0, -104.0), (50.0, -50.0), (40.0, 0.0)]);
        pen.plain(&body, pot, Form::Round);
        pen.ellipse(0.0, -104.0, 56.0, 56.0 * TILT, pot.lighten(0.25));
        pen.ellipse(0.0, -103.0, 49.0, 48.0 * TILT, skin.ink.lighten(0.12));
        for (turn, length) in [(-14.0, 90.0), (16.0, 110.0)] {
            broad_leaf(pen, (0.0, -100.0), turn, length, green.lighten(0.1));
        }
    });
}

/// One broad leaf growing from `at`, leaning `turn` degrees from upright.
pub(crate) fn broad_leaf(
    pen: &mut Pen,
    at: (f32, f32),
    turn: f32,
    length: f32,
    tone: super::colour::Colour,
) {
    let (x, y) = at;
    let w = length * 0.24;
    pen.group(&format!("translate({x} {y}) rotate({turn})"), |pen| {
        pen.line(&format!("M0 0V-{}", length * 0.5), tone.darken(0.2), 4.0);
        let leaf = Shape::smooth(&[
            (0.0, -length),
            (0.0, -length),
            (w, -length * 0.58),
            (0.0, -length * 0.24),
            (0.0, -length * 0.24),
            (-w, -length * 0.58),
        ]);
        pen.plain(&leaf, tone, Form::Flat);
        pen.tint(
            &format!(
                "M0 -{length}Q{} -{} 0 -{}Z",
                w * 1.9,
                length * 0.6,
                length * 0.24
            ),
            tone.darken(0.5),
            0.28,
        );
        pen.faint_line(
            &format!("M0 -{}V-{}", length * 0.94, length * 0.26),
            tone.lighten(0.5),
            1.8,
            0.6,
        );
    });
}

/// Polished stones, or a ball and a block: abstract stage pieces.
pub(crate) fn solids(pen: &mut Pen, x: f32, y: f32, s: f32) {
    let skin = pen.skin;
    let (a, b) = (
        skin.accent.mix(skin.wall, 0.12),
        skin.trim.mix(skin.floor, 0.15),
    );
    match pen.dice.below(3) {
        0 => {
            pen.ground(x, y, 120.0 * s);
            let ball = Shape::ellipse(x, y - 58.0 * s, 60.0 * s, 60.0 * s);
            pen.plain(&ball, a, Form::Ball);
        }
        1 => {
            pen.ground(x, y, 150.0 * s);
            for (w, h, dx, dy, tone) in [
                (76.0, 30.0, 0.0, 28.0, a),
                (58.0, 24.0, 6.0, 78.0, b),
                (38.0, 17.0, -4.0, 117.0, a.mix(b, 0.5)),
            ] {
                let stone = Shape::ellipse(x + dx * s, y - dy * s, w * s, h * s);
                pen.plain(&stone, tone, Form::Ball);
            }
        }
        _ => {
            pen.ground(x, y, 150.0 * s);
            pen.group(&format!("translate({x} {y}) scale({s})"), |pen| {
                let block = Shape::lathe(&[(66.0, -150.0), (66.0, -150.0), (66.0, 0.0)]);
                pen.plain(&block, b, Form::Round);
                pen.ellipse(0.0, -150.0, 66.0, 66.0 * TILT, b.lighten(0.4));
                let ball = Shape::ellipse(0.0, -190.0, 40.0, 40.0);
                pen.plain(&ball, a, Form::Ball);
            });
        }
    }
}

/// A cup of coffee from above, radius `r`.
pub(crate) fn cup_from_above(pen: &mut Pen, x: f32, y: f32, r: f32) {
    let skin = pen.skin;
    let tone = skin.trim.lighten(0.2);
    let saucer = Shape::ellipse(x, y, r * 1.55, r * 1.55);
    pen.cast(&saucer, 12.0);
    pen.plain(&saucer, tone, Form::Flat);
    pen.dot(x, y, r * 1.1, tone.mix(skin.ink, 0.12));
    pen.rod(
        &format!("M{} {}l{} {}", x + r * 0.8, y - r * 0.5, r * 0.6, -r * 0.35),
        tone,
        r * 0.22,
    );
    pen.plain(&Shape::ellipse(x, y, r, r), tone.lighten(0.3), Form::Ball);
    let coffee = pen.radial(
        [0.4, 0.35, 0.7],
        &[
            (0.0, super::colour::Colour::hex(0x8a5a3c), 1.0),
            (1.0, super::colour::Colour::hex(0x46291d), 1.0),
        ],
    );
    pen.dot(x, y, r * 0.84, coffee);
}

/// A framed abstract picture on the wall.
pub(crate) fn frame(pen: &mut Pen, x: f32, y: f32, w: f32, h: f32) {
    let skin = pen.skin;
    let border = Shape::rect(x, y, w, h, 2.0);
    pen.cast(&border, 10.0);
    let shadow = pen.take_shadows();
    pen.raw(&shadow);
    pen.wood(&border, skin.wood, Form::Flat, Grain::Along);
    let inner = Shape::rect(x + 10.0, y + 10.0, w - 20.0, h - 20.0, 0.0);
    pen.plain(&inner, skin.trim.lighten(0.4), Form::Flat);
    pen.clip(&inner, |pen| {
        pen.dot(x + w * 0.42, y + h * 0.4, w * 0.2, skin.accent);
        let hill = curve(&[
            (x, y + h * 0.72),
            (x + w * 0.35, y + h * 0.55),
            (x + w * 0.7, y + h * 0.74),
            (x + w, y + h * 0.6),
        ]);
        pen.fill(&format!("{hill}V{}H{x}Z", y + h), skin.shade);
    });
}

/// A sprig lying on the table.
pub(crate) fn sprig(pen: &mut Pen, x: f32, y: f32, turn: f32, s: f32) {
    let skin = pen.skin;
    let green = super::colour::Colour::hex(0x6d8463).mix(skin.wall, 0.15);
    pen.group(
        &format!("translate({x} {y}) rotate({turn}) scale({s})"),
        |pen| {
            pen.cast(
                &Shape::polygon(&[(0.0, -3.0), (230.0, -3.0), (230.0, 3.0), (0.0, 3.0)]),
                8.0,
            );
            branch(
                pen,
                &[(0.0, 0.0), (90.0, -12.0), (180.0, 4.0), (240.0, 0.0)],
                green,
            );
        },
    );
}
