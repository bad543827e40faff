//! Footwear in pairs, seen from the side.

use super::Figure;
use crate::pictures::colour::Colour;
use crate::pictures::pen::{Form, Pen};
use crate::pictures::shape::{Shape, curve};

pub(super) fn sneakers(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let high = pen.dice.chance(0.35);
    let style = pen.dice.below(3);
    pen.group("translate(64 -34) scale(0.94)", |pen| {
        sneaker(pen, s.main.mix(s.ink, 0.16), high, style)
    });
    pen.group("translate(-36 0)", |pen| sneaker(pen, s.main, high, style));
    Figure::stands(560.0, if high { 320.0 } else { 260.0 }, 500.0).at(-40.0, -110.0)
}

fn sneaker(pen: &mut Pen, tone: Colour, high: bool, style: usize) {
    let s = pen.skin;
    let (top, trim) = (if high { -270.0 } else { -196.0 }, s.contrast());
    let upper = Shape::smooth(&[
        (-216.0, -40.0),
        (-216.0, -40.0),
        (-214.0, -120.0),
        (-200.0, top),
        (-200.0, top),
        (-140.0, top + 26.0),
        (-66.0, top + 6.0),
        (-66.0, top + 6.0),
        (-26.0, -152.0),
        (66.0, -106.0),
        (176.0, -88.0),
        (226.0, -40.0),
        (226.0, -40.0),
    ]);
    pen.plain(&upper, tone, Form::Flat);
    pen.clip(&upper, |pen| {
        pen.fill(
            "M120 0Q128 -70 170 -100L260 -100V0Z",
            tone.mix(trim, if style == 1 { 0.7 } else { 0.0 })
                .mix(s.ink, 0.06),
        );
        pen.fill(
            &format!("M-240 0V{}H-168Q-176 -60 -150 0Z", -150.0),
            tone.mix(s.accent, 0.8),
        );
        match style {
            0 => pen.line(
                "M-120 -30Q-40 -60 20 -150M-76 -30Q0 -56 52 -140",
                trim,
                17.0,
            ),
            1 => pen.line("M-150 -60Q0 -50 60 -110", trim, 26.0),
            _ => pen.dot(-120.0, -118.0, 33.0, trim),
        }
    });
    pen.ellipse(-134.0, top + 14.0, 64.0, 15.0, s.ink.mix(tone, 0.25));
    pen.line(
        &curve(&[
            (-198.0, top + 3.0),
            (-140.0, top + 28.0),
            (-68.0, top + 8.0),
        ]),
        tone.lighten(0.25),
        13.0,
    );
    let tongue = Shape::smooth(&[
        (-72.0, top + 12.0),
        (-70.0, top - 26.0),
        (-36.0, top - 22.0),
        (24.0, -128.0),
        (-10.0, -120.0),
    ]);
    pen.plain(&tongue, tone.lighten(0.22), Form::Flat);
    let steps = if high { 6_u8 } else { 4 };
    for k in 0..steps {
        let t = f32::from(k) / f32::from(steps - 1);
        let (x, y) = (-56.0 + t * 96.0, top + 34.0 + t * (-top - 34.0 - 126.0));
        pen.line(
            &format!("M{} {}L{} {}", x - 26.0, y + 14.0, x + 26.0, y - 10.0),
            s.trim.lighten(0.3),
            9.5,
        );
    }
    pen.stitch("M112 -36Q124 -76 166 -92", tone.lighten(0.5), 2.6);
    let sole = Shape::smooth(&[
        (-226.0, -52.0),
        (-226.0, -52.0),
        (0.0, -44.0),
        (236.0, -52.0),
        (236.0, -52.0),
        (248.0, -22.0),
        (222.0, 0.0),
        (222.0, 0.0),
        (-214.0, 0.0),
        (-214.0, 0.0),
        (-234.0, -24.0),
    ]);
    pen.plain(&sole, Colour::hex(0xf6efe0), Form::Flat);
    pen.line("M-230 -26H242", s.accent, 5.0);
    pen.line(
        "M-212 -3H222",
        if style == 2 {
            Colour::hex(0xb98552)
        } else {
            s.ink.lighten(0.2)
        },
        8.0,
    );
}

pub(super) fn boots(pen: &mut Pen) -> Figure {
    let s = pen.skin;
    let chelsea = pen.dice.chance(0.45);
    let tone = if pen.dice.chance(0.5) {
        s.leather
    } else {
        s.main
    };
    let tone = if tone.distance(s.wall) < 0.25 {
        s.leather.darken(0.3)
    } else {
        tone
    };
    pen.group("translate(74 -30) scale(0.95)", |pen| {
        boot(pen, tone.mix(s.ink, 0.22), chelsea)
    });
    pen.group("translate(-40 0)", |pen| boot(pen, tone, chelsea));
    Figure::stands(500.0, 400.0, 430.0).at(-90.0, -220.0)
}

fn boot(pen: &mut Pen, tone: Colour, chelsea: bool) {
    let s = pen.skin;
    let upper = Shape::smooth(&[
        (-170.0, -36.0),
        (-170.0, -36.0),
        (-176.0, -130.0),
        (-160.0, -230.0),
        (-166.0, -370.0),
        (-166.0, -370.0),
        (-20.0, -378.0),
        (-20.0, -378.0),
        (-14.0, -260.0),
        (14.0, -170.0),
        (90.0, -128.0),
        (176.0, -104.0),
        (208.0, -36.0),
        (208.0, -36.0),
    ]);
    pen.plain(&upper, tone, Form::Flat);
    pen.light(&upper, Form::Ball);
    pen.ellipse(-93.0, -373.0, 74.0, 13.0, s.ink.mix(tone, 0.2));
    pen.rod("M-152 -388V-420a12 12 0 0 1 24 0V-388", s.accent, 9.0);
    if chelsea {
        let gore = Shape::smooth(&[
            (-118.0, -370.0),
            (-118.0, -370.0),
            (-56.0, -374.0),
            (-56.0, -374.0),
            (-60.0, -260.0),
            (-78.0, -176.0),
            (-84.0, -172.0),
            (-108.0, -250.0),
        ]);
        pen.plain(&gore, s.accent.mix(s.ink, 0.4), Form::Flat);
        for k in 0..5_u8 {
            let x = -110.0 + f32::from(k) * 12.0;
            pen.faint_line(
                &format!("M{x} -366L{} -200", x + 6.0 - f32::from(k) * 2.0),
                s.ink,
                3.0,
                0.4,
            );
        }
    } else {
        pen.line("M-14 -366Q-12 -250 22 -172", tone.mix(s.ink, 0.4), 16.0);
        for k in 0..6_u8 {
            let t = f32::from(k) / 5.0;
            let (x, y) = (-34.0 + t * t * 44.0, -346.0 + t * 172.0);
            pen.line(
                &format!("M{} {}L{} {}", x - 22.0, y - 2.0, x + 28.0, y - 10.0),
                s.trim,
                7.0,
            );
            pen.dot(x - 24.0, y - 2.0, 7.0, s.metal);
        }
    }
    pen.stitch("M84 -122Q66 -80 76 -40", tone.lighten(0.5), 3.0);
    pen.faint_line(
        &curve(&[(-160.0, -210.0), (-90.0, -190.0), (-10.0, -230.0)]),
        s.ink,
        5.0,
        0.16,
    );
    let welt = Shape::rect(-178.0, -46.0, 394.0, 18.0, 6.0);
    pen.plain(&welt, s.wood, Form::Flat);
    pen.stitch("M-170 -38H208", s.trim, 2.6);
    let sole = Shape::polygon(&[
        (-178.0, -30.0),
        (214.0, -30.0),
        (206.0, 0.0),
        (10.0, 0.0),
        (2.0, -12.0),
        (-60.0, -12.0),
        (-66.0, 0.0),
        (-174.0, 0.0),
    ]);
    pen.plain(&sole, s.ink.lighten(0.1), Form::Flat);
}
