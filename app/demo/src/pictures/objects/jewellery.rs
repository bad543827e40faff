//! Jewellery on a small stand or card: earrings, necklace.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::shape::{Shape, curve};

fn gold(pen: &Pen) -> Colour {
    if pen.skin.metal.luma() < 0.35 {
        Colour::hex(0xd2a24c)
    } else {
        pen.skin.metal
    }
}

pub(super) fn earrings(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let card = Shape::rect(-190.0, -250.0, 380.0, 500.0, 14.0);
    pen.cast(&card, 16.0);
    pen.plain(&card, s.trim.lighten(0.2), Form::Flat);
    pen.dot(0.0, -206.0, 13.0, s.wall.mix(s.ink, 0.2));
    pen.line("M-44 206H44M-24 222H24", s.ink.mix(s.trim, 0.4), 5.0);
    let (kind, metal) = (pen.dice.below(5), gold(pen));
    let (k, second) = (pen.dice.range(0.9, 1.12), s.accent);
    for x in [-88.0, 88.0] {
        pen.group(&format!("translate({x} -96) scale({k})"), |pen| {
            earring(pen, kind, metal, second);
            pen.dot(0.0, 0.0, 9.0, metal.mix(s.ink, 0.2));
            pen.dot(-2.0, -2.0, 5.0, metal.lighten(0.5));
        });
    }
    Figure::lies(400.0, 520.0).at(-70.0, -20.0)
}

fn earring(pen: &mut Pen, kind: usize, metal: Colour, second: Colour) {
    let s = pen.skin;
    let shade = |pen: &mut Pen, shape: &Shape| {
        pen.group("translate(7 10)", |pen| pen.tint(&shape.d, s.ink, 0.2));
    };
    match kind {
        0 => {
            let ring = Shape::ellipse(0.0, 74.0, 60.0, 72.0);
            pen.group("translate(7 10)", |pen| {
                pen.faint_line(&ring.d, s.ink, 17.0, 0.2)
            });
            pen.rod(&ring.d, metal, 18.0);
        }
        1 => {
            for (y, r, tone) in [(58.0, 36.0, s.main), (136.0, 50.0, second)] {
                let disc = Shape::ellipse(0.0, y, r, r);
                shade(pen, &disc);
                pen.plain(&disc, tone, Form::Ball);
            }
            pen.line("M0 0V24", metal, 5.0);
        }
        2 => {
            let arch = Shape {
                d: "M-56 170V76a56 56 0 0 1 112 0V170h-36V80a20 20 0 0 0 -40 0V170z".to_owned(),
                ..Shape::rect(-56.0, 20.0, 112.0, 150.0, 0.0)
            };
            shade(pen, &arch);
            pen.plain(&arch, s.main, Form::Flat);
            pen.line("M0 0V24", metal, 5.0);
            pen.plain(&Shape::ellipse(0.0, 128.0, 14.0, 14.0), metal, Form::Ball);
        }
        3 => {
            let drop = Shape::smooth(&[
                (0.0, 14.0),
                (0.0, 14.0),
                (34.0, 90.0),
                (44.0, 140.0),
                (0.0, 184.0),
                (-44.0, 140.0),
                (-34.0, 90.0),
            ]);
            shade(pen, &drop);
            pen.metal(&drop, metal);
            let stone = Shape::ellipse(0.0, 136.0, 21.0, 26.0);
            pen.plain(&stone, second, Form::Ball);
        }
        _ => {
            pen.line("M0 0V70", metal, 5.0);
            let fan = Shape {
                d: "M0 60L74 150A92 92 0 0 1 -74 150Z".to_owned(),
                ..Shape::rect(-74.0, 60.0, 148.0, 130.0, 0.0)
            };
            shade(pen, &fan);
            pen.plain(&fan, second, Form::Flat);
            pen.line("M0 66L-40 168M0 66L0 180M0 66L40 168", metal, 4.0);
            pen.line(&fan.d, metal, 6.0);
        }
    }
}

pub(super) fn necklace(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    // A bust of cloth carries the chain.
    let bust = Shape::mirror(&[
        (0.0, -440.0),
        (62.0, -430.0),
        (66.0, -350.0),
        (84.0, -290.0),
        (190.0, -230.0),
        (210.0, -130.0),
        (150.0, -30.0),
        (130.0, 0.0),
        (130.0, 0.0),
        (0.0, 8.0),
    ]);
    let cloth = if s.trim.distance(s.wall) > 0.3 {
        s.trim
    } else {
        s.main.mix(s.ink, 0.2)
    };
    pen.plain(&bust, cloth, Form::Round);
    pen.ellipse(0.0, -432.0, 58.0, 12.0, cloth.lighten(0.3));
    let (metal, kind) = (gold(pen), pen.dice.below(4));
    let drop = pen.dice.range(-180.0, -110.0);
    let chain = curve(&[
        (-66.0, -356.0),
        (-60.0, -300.0),
        (-30.0, drop - 50.0),
        (0.0, drop),
        (30.0, drop - 50.0),
        (60.0, -300.0),
        (66.0, -356.0),
    ]);
    pen.group("translate(5 8)", |pen| {
        pen.faint_line(&chain, s.ink, 6.0, 0.25)
    });
    if kind == 3 {
        beads(pen, drop);
        return Figure::stands(440.0, 450.0, 280.0).at(0.0, -210.0);
    }
    pen.line(&chain, metal.mix(s.ink, 0.2), 6.0);
    pen.stitch(&chain, metal.lighten(0.6), 3.2);
    match kind {
        0 => {
            let disc = Shape::ellipse(0.0, drop + 42.0, 40.0, 40.0);
            pen.metal(&disc, metal);
            pen.line(
                &Shape::ellipse(0.0, drop + 42.0, 26.0, 26.0).d,
                metal.mix(s.ink, 0.4),
                3.0,
            );
        }
        1 => {
            let gem = Shape::polygon(&[
                (-34.0, drop + 16.0),
                (34.0, drop + 16.0),
                (46.0, drop + 38.0),
                (0.0, drop + 92.0),
                (-46.0, drop + 38.0),
            ]);
            pen.plain(&gem, s.accent, Form::Flat);
            pen.tint(
                &format!(
                    "M-46 {}L-14 {}L0 {}ZM-34 {}L0 {}L-14 {}Z",
                    drop + 38.0,
                    drop + 38.0,
                    drop + 92.0,
                    drop + 16.0,
                    drop + 16.0,
                    drop + 38.0
                ),
                Colour::WHITE,
                0.35,
            );
            pen.line(&gem.d, metal, 5.0);
        }
        _ => {
            let moon = format!("M22 {}a44 44 0 1 0 0 76a32 32 0 1 1 0 -76z", drop + 8.0);
            pen.fill(&moon, metal);
            pen.faint_line(&moon, metal.lighten(0.5), 3.0, 0.8);
            pen.plain(
                &Shape::ellipse(24.0, drop + 46.0, 11.0, 11.0),
                s.accent,
                Form::Ball,
            );
        }
    }
    Figure::stands(440.0, 450.0, 280.0).at(0.0, -190.0)
}

fn beads(pen: &mut Pen, drop: f32) {
    let s = pen.skin;
    let tones = [s.accent, s.main, s.wood, s.light];
    for k in 0..19_u8 {
        let t = f32::from(k) / 9.0 - 1.0;
        let x = t * 92.0 * (1.0 - 0.22 * t * t);
        let y = drop + 30.0 + t * t * (-330.0 - drop - 30.0);
        let r = 17.0 - t.abs() * 6.0;
        let bead = Shape::ellipse(x, y, r, r);
        pen.plain(&bead, tones[usize::from(k) % tones.len()], Form::Ball);
    }
}
