//! Toys: blocks, bear, puzzle, train.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Grain, Pen};
use crate::pictures::shape::{Shape, TILT, curve};

/// A painted block with a visible top and side, its foot at `(x, y)`.
fn block(pen: &mut Pen, x: f32, y: f32, w: f32, h: f32, tone: Colour) {
    let (s, d) = (pen.skin, 26.0);
    let front = Shape::rect(x, y - h, w, h, 5.0);
    pen.fill(
        &format!("M{} {}l{d} -{d}h{w}v{h}l-{d} {d}z", x, y - h),
        tone.mix(s.ink, 0.34),
    );
    pen.fill(
        &format!("M{} {}l{d} -{d}h{w}l-{d} {d}z", x, y - h),
        tone.lighten(0.4),
    );
    pen.wood(&front, tone, Form::Flat, Grain::Along);
}

pub(super) fn wooden_blocks(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let tones = [s.main, s.accent, s.wood, s.trim, s.light];
    let shift = pen.dice.below(5);
    let tone = |k: usize| tones[(k + shift) % tones.len()];
    match pen.dice.below(3) {
        0 => {
            block(pen, -190.0, 0.0, 120.0, 120.0, tone(0));
            block(pen, 66.0, 0.0, 120.0, 120.0, tone(1));
            arch(pen, -190.0, -120.0, 376.0, tone(2));
            block(pen, -60.0, -266.0, 120.0, 84.0, tone(3));
            roof(pen, 0.0, -350.0, 84.0, tone(4));
        }
        1 => {
            block(pen, -170.0, 0.0, 130.0, 130.0, tone(0));
            block(pen, 20.0, 0.0, 150.0, 90.0, tone(1));
            block(pen, -150.0, -130.0, 96.0, 150.0, tone(2));
            pen.plain(
                &Shape::ellipse(98.0, -150.0, 58.0, 58.0),
                tone(3),
                Form::Ball,
            );
            roof(pen, -102.0, -280.0, 70.0, tone(4));
        }
        _ => {
            arch(pen, -170.0, 0.0, 330.0, tone(0));
            block(pen, -150.0, -146.0, 290.0, 56.0, tone(1));
            block(pen, -110.0, -202.0, 90.0, 90.0, tone(2));
            let drum = Shape::lathe(&[(46.0, -300.0), (46.0, -300.0), (46.0, -206.0)]);
            pen.group("translate(72 0)", |pen| {
                pen.plain(&drum, tone(3), Form::Round);
                pen.ellipse(0.0, -300.0, 46.0, 46.0 * TILT, tone(3).lighten(0.35));
            });
            roof(pen, -64.0, -292.0, 60.0, tone(4));
        }
    }
    Figure::stands(430.0, 470.0, 400.0).at(-40.0, -200.0)
}

fn arch(pen: &mut Pen, x: f32, y: f32, w: f32, tone: Colour) {
    let s = pen.skin;
    let (h, r) = (146.0, w * 0.24);
    let cx = x + w / 2.0;
    pen.fill(
        &format!("M{x} {}l26 -26h{w}v{h}l-26 26z", y - h),
        tone.mix(s.ink, 0.34),
    );
    pen.fill(
        &format!("M{x} {}l26 -26h{w}l-26 26z", y - h),
        tone.lighten(0.4),
    );
    let front = Shape {
        d: format!(
            "M{x} {y}v-{h}h{w}v{h}H{}v-14a{r} {r} 0 0 0 -{} 0v14z",
            cx + r,
            2.0 * r
        ),
        ..Shape::rect(x, y - h, w, h, 0.0)
    };
    pen.fill(
        &format!("M{} {y}v-14a{r} {r} 0 0 1 {} 0v14z", cx - r, 2.0 * r),
        s.ink.mix(tone, 0.5),
    );
    pen.wood(&front, tone, Form::Flat, Grain::Along);
}

fn roof(pen: &mut Pen, x: f32, y: f32, half: f32, tone: Colour) {
    let ink = pen.skin.ink;
    let tall = half * 1.25;
    pen.fill(
        &format!(
            "M{x} {}l26 -22L{} {}L{} {y}z",
            y - tall,
            x + half + 26.0,
            y - 26.0,
            x + half
        ),
        tone.mix(ink, 0.34),
    );
    let front = Shape::polygon(&[(x - half, y), (x, y - tall), (x + half, y)]);
    pen.wood(&front, tone, Form::Flat, Grain::Along);
}

pub(super) fn plush_bear(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let fur = pen.dice.pick(&[
        s.main,
        Colour::hex(0xb98553),
        Colour::hex(0xd9c3a0),
        Colour::hex(0x8a6a52),
    ]);
    let fur = if fur.distance(s.wall) < 0.26 {
        s.main
    } else {
        fur
    };
    let pale = fur.lighten(0.5);
    let dark = fur.mix(s.ink, 0.7);
    let bunny = pen.dice.chance(0.3);
    for x in [-1.0_f32, 1.0] {
        let arm = Shape::smooth(&[
            (x * 90.0, -262.0),
            (x * 150.0, -220.0),
            (x * 172.0, -130.0),
            (x * 136.0, -104.0),
            (x * 104.0, -150.0),
            (x * 84.0, -200.0),
        ]);
        pen.plain(
            &arm,
            fur.mix(s.ink, if x > 0.0 { 0.12 } else { 0.04 }),
            Form::Ball,
        );
    }
    let belly = Shape::ellipse(0.0, -140.0, 122.0, 142.0);
    pen.plain(&belly, fur, Form::Ball);
    pen.plain(&Shape::ellipse(-2.0, -128.0, 76.0, 90.0), pale, Form::Ball);
    for x in [-1.0_f32, 1.0] {
        let foot = Shape::ellipse(x * 112.0, -50.0, 74.0, 58.0);
        pen.plain(&foot, fur, Form::Ball);
        pen.plain(
            &Shape::ellipse(x * 120.0, -46.0, 42.0, 38.0),
            pale,
            Form::Flat,
        );
        for (dx, dy) in [(-24.0, -34.0), (0.0, -44.0), (24.0, -34.0)] {
            pen.dot(x * 120.0 + dx, -42.0 + dy * 0.62, 7.0, fur.mix(s.ink, 0.2));
        }
        if bunny {
            pen.group(
                &format!("translate({} -400) rotate({})", x * 52.0, x * 12.0),
                |pen| {
                    pen.plain(&Shape::ellipse(0.0, -90.0, 38.0, 112.0), fur, Form::Ball);
                    pen.ellipse(0.0, -84.0, 20.0, 84.0, s.accent.mix(pale, 0.5));
                },
            );
        } else {
            pen.plain(
                &Shape::ellipse(x * 94.0, -436.0, 48.0, 46.0),
                fur,
                Form::Ball,
            );
            pen.ellipse(x * 94.0, -432.0, 28.0, 26.0, pale);
        }
    }
    let head = Shape::smooth(&[
        (0.0, -470.0),
        (90.0, -444.0),
        (132.0, -360.0),
        (96.0, -282.0),
        (0.0, -256.0),
        (-96.0, -282.0),
        (-132.0, -360.0),
        (-90.0, -444.0),
    ]);
    pen.plain(&head, fur, Form::Ball);
    pen.plain(&Shape::ellipse(0.0, -324.0, 58.0, 46.0), pale, Form::Flat);
    pen.fill(
        "M-22 -348Q0 -360 22 -348Q18 -324 0 -320Q-18 -324 -22 -348Z",
        dark,
    );
    pen.line(
        "M0 -322V-306M-22 -304Q-10 -292 0 -306Q10 -292 22 -304",
        dark,
        5.0,
    );
    for x in [-54.0, 54.0] {
        pen.dot(x, -376.0, 11.0, dark);
        pen.dot(x - 3.5, -380.0, 3.6, Colour::WHITE);
        pen.tint(
            &Shape::ellipse(x * 1.42, -336.0, 18.0, 13.0).d,
            s.accent,
            0.4,
        );
    }
    let bow = s.accent;
    if pen.dice.chance(0.6) {
        pen.plain(
            &Shape::smooth(&[(0.0, -250.0), (-66.0, -284.0), (-72.0, -218.0)]),
            bow,
            Form::Flat,
        );
        pen.plain(
            &Shape::smooth(&[(0.0, -250.0), (66.0, -284.0), (72.0, -218.0)]),
            bow.mix(s.ink, 0.1),
            Form::Flat,
        );
        pen.plain(&Shape::ellipse(0.0, -250.0, 18.0, 18.0), bow, Form::Ball);
    } else {
        let scarf = Shape::smooth(&[
            (-96.0, -276.0),
            (0.0, -252.0),
            (96.0, -276.0),
            (102.0, -246.0),
            (0.0, -218.0),
            (-102.0, -246.0),
        ]);
        pen.surface(&scarf, bow, Form::Round, s.textile);
        pen.plain(
            &Shape::rect(40.0, -240.0, 40.0, 96.0, 6.0),
            bow,
            Form::Round,
        );
    }
    Figure::stands(390.0, if bunny { 600.0 } else { 490.0 }, 370.0).at(-20.0, -330.0)
}

pub(super) fn puzzle(pen: &mut Pen) -> Figure {
    let (n, size) = (pen.dice.pick(&[3_u8, 4]), 480.0);
    let cell = size / f32::from(n);
    let gap = (pen.dice.below(usize::from(n)) as u8, 0_u8);
    let art = pen.dice.below(3);
    let square = Shape::rect(-size / 2.0, -size / 2.0, size, size, 0.0);
    let mut rest = Shape {
        d: String::new(),
        ..square.clone()
    };
    let mut loose = square;
    for row in 0..n {
        for column in 0..n {
            let (x, y) = (
                -size / 2.0 + f32::from(column) * cell,
                -size / 2.0 + f32::from(row) * cell,
            );
            let piece = piece(x, y, cell, (row, column), n);
            if (column, row) == gap {
                loose = piece;
            } else {
                rest.d.push_str(&piece.d);
            }
        }
    }
    puzzle_part(pen, &rest, art, size, 9.0);
    let pivot = (loose.x, loose.y);
    pen.group(
        &format!("translate(46 -62) rotate(13 {} {})", pivot.0, pivot.1),
        |pen| {
            puzzle_part(pen, &loose, art, size, 18.0);
        },
    );
    Figure::lies(560.0, 610.0).at(-60.0, 40.0)
}

/// Pieces that lie together, with their share of the picture.
fn puzzle_part(pen: &mut Pen, part: &Shape, art: usize, size: f32, lift: f32) {
    let s = pen.skin;
    pen.cast(part, lift);
    pen.fill(&part.d, s.main);
    pen.clip(part, |pen| puzzle_art(pen, art, size));
    pen.faint_line(&part.d, s.ink, 3.0, 0.42);
    pen.group("translate(-1.5 -1.5)", |pen| {
        pen.faint_line(&part.d, Colour::WHITE, 1.6, 0.4)
    });
}

/// One jigsaw piece: each inner edge carries a tab or its counterpart.
fn piece(x: f32, y: f32, c: f32, (row, column): (u8, u8), n: u8) -> Shape {
    let t = c * 0.2;
    let sign = |a: u8, b: u8| if (a + b).is_multiple_of(2) { 1.0 } else { -1.0 };
    let side = |dx: f32, dy: f32, out: f32| {
        // Along (dx, dy), bulging to the left of travel by `out`.
        let (nx, ny) = (dy * out, -dx * out);
        let at =
            |along: f32, off: f32| format!("{} {}", dx * along + nx * off, dy * along + ny * off);
        format!(
            "l{}c{} {} {}c{} {} {}l{}",
            at(c * 0.38, 0.0),
            at(-t * 0.1, t * 0.2),
            at(-t * 0.9, t * 1.3),
            at(c * 0.12, t * 1.3),
            at(c * 0.12 + t * 0.9, 0.0),
            at(c * 0.12 + t * 0.1, -t * 1.1),
            at(c * 0.12, -t * 1.3),
            at(c * 0.38, 0.0)
        )
    };
    let flat = |dx: f32, dy: f32| format!("l{} {}", dx * c, dy * c);
    let top = if row == 0 {
        flat(1.0, 0.0)
    } else {
        side(1.0, 0.0, -sign(row, column))
    };
    let right = if column + 1 == n {
        flat(0.0, 1.0)
    } else {
        side(0.0, 1.0, sign(row, column))
    };
    let bottom = if row + 1 == n {
        flat(-1.0, 0.0)
    } else {
        side(-1.0, 0.0, sign(row + 1, column))
    };
    let left = if column == 0 {
        flat(0.0, -1.0)
    } else {
        side(
            0.0,
            -1.0,
            -sign(row, column + 1).abs() * sign(row, column - 1),
        )
    };
    Shape {
        d: format!("M{x} {y}{top}{right}{bottom}{left}Z"),
        ..Shape::rect(x, y, c, c, 0.0)
    }
}

fn puzzle_art(pen: &mut Pen, art: usize, size: f32) {
    let (s, h) = (pen.skin, size / 2.0);
    let b = h + 80.0;
    match art {
        0 => {
            pen.rect(-b, -b, 2.0 * b, 2.0 * b, 0.0, s.light);
            pen.dot(70.0, -90.0, 82.0, s.accent);
            pen.fill(
                &format!(
                    "{}V{b}H-{b}Z",
                    curve(&[(-b, 20.0), (-100.0, -40.0), (60.0, 60.0), (b, -10.0)])
                ),
                s.main,
            );
            pen.fill(
                &format!(
                    "{}V{b}H-{b}Z",
                    curve(&[(-b, 130.0), (-60.0, 70.0), (120.0, 160.0), (b, 90.0)])
                ),
                s.shade,
            );
        }
        1 => {
            for (r, tone) in [
                (340.0, s.trim),
                (250.0, s.main),
                (180.0, s.accent),
                (112.0, s.light),
                (52.0, s.ink),
            ] {
                pen.dot(-40.0, 60.0, r, tone);
            }
        }
        _ => {
            pen.rect(-b, -b, 2.0 * b, 2.0 * b, 0.0, s.trim);
            for (k, tone) in [s.main, s.accent, s.shade, s.light, s.main]
                .into_iter()
                .enumerate()
            {
                let x = -220.0 + 110.0 * k as f32;
                pen.fill(
                    &format!(
                        "M{x} {b}V{}a55 55 0 0 1 110 0V{b}Z",
                        -60.0 + 50.0 * (k % 3) as f32
                    ),
                    tone,
                );
            }
            pen.dot(-120.0, -160.0, 48.0, s.accent);
        }
    }
}

fn wheel(pen: &mut Pen, x: f32, r: f32, tone: Colour) {
    let s = pen.skin;
    pen.dot(x + 4.0, -r + 1.0, r, s.ink.mix(tone, 0.35));
    let disc = Shape::ellipse(x, -r, r, r);
    pen.wood(&disc, tone, Form::Ball, Grain::Along);
    pen.dot(x, -r, r * 0.36, s.trim);
    pen.dot(x, -r, r * 0.16, s.ink);
}

pub(super) fn toy_train(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let stack = pen.dice.pick(&[0, 1]);
    let wheels = if s.gloss { s.wood } else { s.accent };
    pen.rod("M40 -62H120", s.metal, 9.0);
    // Wagon behind, with its load.
    let load = pen.dice.below(2);
    if load == 0 {
        for (x, r) in [(150.0, 40.0), (222.0, 46.0), (190.0, 38.0)] {
            pen.plain(
                &Shape::ellipse(x, -150.0 - (x - 190.0).abs() * -0.2, r, r),
                if x > 200.0 { s.accent } else { s.light },
                Form::Ball,
            );
        }
    } else {
        for y in [0.0, 1.0, 2.0] {
            pen.wood(
                &Shape::rect(
                    112.0 + y * 12.0,
                    -176.0 - y * 30.0 + 30.0,
                    150.0 - y * 24.0,
                    28.0,
                    14.0,
                ),
                s.wood,
                Form::Flat,
                Grain::Along,
            );
        }
    }
    pen.wood(
        &Shape::rect(100.0, -140.0, 176.0, 84.0, 10.0),
        s.accent,
        Form::Flat,
        Grain::Along,
    );
    wheel(pen, 140.0, 36.0, wheels);
    wheel(pen, 236.0, 36.0, wheels);
    // The engine.
    pen.wood(
        &Shape::rect(-266.0, -90.0, 320.0, 40.0, 8.0),
        s.wood,
        Form::Flat,
        Grain::Along,
    );
    let boiler = Shape::rect(-250.0, -180.0, 200.0, 96.0, 40.0);
    pen.plain(&boiler, s.main, Form::Flat);
    let belly = pen.linear(
        [0.0, 0.0, 0.0, 1.0],
        &[
            (0.0, Colour::WHITE, 0.3),
            (0.4, s.ink, 0.0),
            (1.0, s.ink, 0.34),
        ],
    );
    pen.fill(&boiler.d, belly);
    for x in [-196.0, -130.0] {
        pen.rect(x, -180.0, 13.0, 96.0, 0.0, s.trim);
    }
    let cab = Shape::rect(-76.0, -264.0, 122.0, 180.0, 8.0);
    pen.plain(&cab, s.main.mix(s.ink, 0.08), Form::Flat);
    pen.fill("M-50 -160V-212a34 34 0 0 1 68 0V-160Z", s.trim);
    pen.tint("M-50 -160L18 -222V-212V-160Z", s.ink, 0.12);
    pen.wood(
        &Shape::rect(-98.0, -288.0, 168.0, 30.0, 13.0),
        s.accent,
        Form::Flat,
        Grain::Along,
    );
    let funnel = if stack == 0 {
        Shape::polygon(&[
            (-230.0, -262.0),
            (-158.0, -262.0),
            (-176.0, -176.0),
            (-212.0, -176.0),
        ])
    } else {
        Shape::rect(-214.0, -250.0, 42.0, 76.0, 4.0)
    };
    pen.plain(&funnel, s.accent, Form::Round);
    pen.plain(
        &Shape::rect(-236.0, -276.0, 84.0, 20.0, 9.0),
        s.wood,
        Form::Flat,
    );
    for (x, y, r) in [
        (-178.0, -318.0, 25.0),
        (-136.0, -356.0, 34.0),
        (-80.0, -398.0, 43.0),
    ] {
        pen.plain(
            &Shape::ellipse(x, y, r, r),
            s.wall.lighten(0.55),
            Form::Ball,
        );
    }
    pen.plain(
        &Shape::ellipse(-252.0, -132.0, 15.0, 20.0),
        s.metal,
        Form::Ball,
    );
    wheel(pen, -206.0, 44.0, wheels);
    wheel(pen, -108.0, 44.0, wheels);
    wheel(pen, 4.0, 52.0, wheels);
    Figure::stands(570.0, 440.0, 540.0).at(-100.0, -170.0)
}
