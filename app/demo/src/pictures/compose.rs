//! Puts an object into a picture: placing, scaling, shadows, companions, setting.
//!
//! Invariant: all views of a product draw the object with the same dice and skin, so only the
//! surroundings differ. The sheet is 800 × 1000 user units.

use super::archetype::{Archetype, Department};
use super::backdrop::{self, Backdrop};
use super::dice::Dice;
use super::objects::{self, Figure, Stance};
use super::palette::Skin;
use super::pen::{Form, Grain, Pen};
use super::props;
use super::scene::{Scene, View};
use super::shape::Shape;

/// The object's drawing, waiting to be placed.
pub(crate) struct Cutout {
    pub figure: Figure,
    shadows: String,
    body: String,
}

impl Cutout {
    /// Draws the object of `scene` with `pen`, whose dice and skin belong to the scene.
    pub(crate) fn new(pen: &mut Pen, scene: &Scene) -> Self {
        pen.dice = Dice::new(scene.seed, scene.archetype.name());
        let outer = pen.take();
        let figure = objects::draw(pen, scene.archetype);
        let (shadows, body) = pen.take();
        pen.raw(&outer.0);
        pen.raw(&outer.1);
        Self {
            figure,
            shadows,
            body,
        }
    }

    /// Largest scale at which the figure fits into `w` × `h`.
    pub(crate) fn fit(&self, w: f32, h: f32) -> f32 {
        (w / self.figure.width).min(h / self.figure.height)
    }

    /// Puts the figure's origin on `(x, y)`.
    pub(crate) fn place(&self, pen: &mut Pen, x: f32, y: f32, scale: f32, turn: f32) {
        if self.figure.base > 0.0 {
            pen.ground(x, y, self.figure.base * scale);
            let shadow = pen.take_shadows();
            pen.raw(&shadow);
        }
        pen.raw(&format!(
            "<g transform=\"translate({x} {y}) rotate({turn}) scale({scale})\">{}{}</g>",
            self.shadows, self.body
        ));
    }
}

/// Whether a close crop shows threads.
fn woven(archetype: Archetype) -> bool {
    use Archetype as A;
    match archetype {
        A::Sneakers | A::Boots => false,
        A::Cushion | A::Blanket | A::Apron | A::Backpack | A::ToteBag | A::PencilCase => true,
        _ => archetype.department() == Department::Clothing,
    }
}

/// The SVG of a product picture.
pub(crate) fn product(scene: &Scene) -> String {
    let skin = Skin::new(scene.seed, scene.colourway);
    let mut pen = Pen::new(skin, Dice::new(scene.seed, "object"));
    pen.close = scene.view == View::Detail && woven(scene.archetype);
    let cutout = Cutout::new(&mut pen, scene);
    let mut dice = Dice::new(scene.seed, scene.view.name());
    pen.dice = Dice::new(scene.seed, "props");
    match scene.view {
        View::Front => front(&mut pen, &mut dice, &cutout),
        View::Angle => angle(&mut pen, &mut dice, &cutout),
        View::Detail => detail(&mut pen, &mut dice, &cutout),
        View::Styled => styled(&mut pen, &mut dice, &cutout),
    }
    pen.document(800.0, 1000.0)
}

fn front(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    match cutout.figure.stance {
        Stance::Stands | Stance::Floor => {
            let kind = if cutout.figure.stance == Stance::Floor {
                dice.pick(&Backdrop::ROOM)
            } else {
                dice.pick(&Backdrop::STANDING)
            };
            let room = if kind == Backdrop::Pedestal {
                480.0
            } else {
                600.0
            };
            let scale = cutout.fit(room, 600.0);
            let lift = lift(cutout, scale);
            pen.group(&format!("translate(0 {})", -lift), |pen| {
                let base = backdrop::standing(pen, dice, kind);
                cutout.place(pen, 400.0, base, scale, 0.0);
            });
        }
        Stance::Lies => {
            backdrop::tabletop(pen, dice);
            cutout.place(pen, 400.0, 500.0, cutout.fit(590.0, 740.0), 0.0);
        }
        Stance::Hangs => {
            let kind = dice.pick(&Backdrop::UPRIGHT);
            backdrop::upright(pen, dice, kind);
            cutout.place(pen, 400.0, 500.0, cutout.fit(640.0, 740.0), 0.0);
        }
        Stance::Suspended => {
            let kind = dice.pick(&Backdrop::UPRIGHT);
            backdrop::upright(pen, dice, kind);
            suspend(
                pen,
                cutout,
                400.0,
                dice.range(330.0, 410.0),
                cutout.fit(520.0, 480.0),
            );
        }
    }
}

/// How far to raise the table under a low object, so that it sits in the picture's middle.
fn lift(cutout: &Cutout, scale: f32) -> f32 {
    let height = cutout.figure.height * scale;
    ((560.0 - height) * 0.42).clamp(0.0, 130.0)
}

/// Hangs the figure from the sheet's upper edge.
fn suspend(pen: &mut Pen, cutout: &Cutout, x: f32, y: f32, scale: f32) {
    let ink = pen.skin.ink;
    pen.line(&format!("M{x} -10V{}", y + 4.0), ink, 4.0);
    cutout.place(pen, x, y, scale, 0.0);
}

fn angle(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    match cutout.figure.stance {
        Stance::Stands | Stance::Floor => {
            let kind = dice.pick(&[
                Backdrop::Plain,
                Backdrop::Arch,
                Backdrop::Sun,
                Backdrop::Cloth,
                Backdrop::Halves,
            ]);
            let scale = cutout.fit(460.0, 500.0);
            let side = dice.pick(&[-1.0, 1.0]);
            let x = 400.0 - side * 60.0;
            let edge = x + side * cutout.figure.width * scale / 2.0;
            let lift = lift(cutout, scale) * 0.7;
            pen.group(&format!("translate(0 {})", -lift), |pen| {
                let base = backdrop::standing(pen, dice, kind);
                companion(pen, dice, edge + side * 40.0, base - 62.0, 1.05);
                cutout.place(pen, x, base + 12.0, scale, 0.0);
            });
        }
        Stance::Lies => {
            backdrop::tabletop(pen, dice);
            let turn = dice.pick(&[-16.0, -12.0, 12.0, 17.0]);
            cutout.place(pen, 400.0, 510.0, cutout.fit(560.0, 700.0), turn);
        }
        Stance::Hangs => {
            let kind = dice.pick(&[Backdrop::Window, Backdrop::Halves, Backdrop::Plain]);
            backdrop::upright(pen, dice, kind);
            let turn = dice.pick(&[-5.0, 4.0, 6.0]);
            cutout.place(pen, 400.0, 500.0, cutout.fit(550.0, 680.0), turn);
        }
        Stance::Suspended => {
            backdrop::upright(pen, dice, Backdrop::Window);
            suspend(pen, cutout, 270.0, 300.0, cutout.fit(320.0, 330.0));
            suspend(pen, cutout, 560.0, 520.0, cutout.fit(320.0, 330.0));
        }
    }
}

/// One quiet thing beside the product.
fn companion(pen: &mut Pen, dice: &mut Dice, x: f32, y: f32, s: f32) {
    let before = pen.take();
    match dice.below(4) {
        0 => {
            books(pen, x, y, s);
        }
        1 => props::branch_vase(pen, x, y, s),
        _ => props::solids(pen, x, y, s),
    }
    layer(pen, before);
}

fn books(pen: &mut Pen, x: f32, y: f32, s: f32) {
    let height = props::books(pen, x, y, s, 3);
    let skin = pen.skin;
    let ball = Shape::ellipse(x - 10.0 * s, y - height - 26.0 * s, 28.0 * s, 28.0 * s);
    pen.plain(&ball, skin.trim, Form::Ball);
}

/// Puts what was just drawn, its shadows below it, over what was drawn `before`.
fn layer(pen: &mut Pen, before: (String, String)) {
    let (shadows, body) = pen.take();
    pen.raw(&before.0);
    pen.raw(&before.1);
    pen.raw(&shadows);
    pen.raw(&body);
}

fn detail(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    let figure = &cutout.figure;
    let flat = matches!(figure.stance, Stance::Lies | Stance::Hangs);
    let kind = if flat {
        Backdrop::Plain
    } else {
        dice.pick(&[Backdrop::Plain, Backdrop::Halves])
    };
    backdrop::upright(pen, dice, kind);
    let zoom = (800.0 / figure.width * 1000.0 / figure.height).sqrt() * dice.range(1.2, 1.4);
    let (fx, fy) = figure.focus;
    if figure.base > 0.0 {
        let base = 500.0 - fy * zoom;
        if base < 1000.0 {
            backdrop::floor(pen, 800.0, 1000.0, base - 120.0);
        }
    }
    cutout.place(pen, 400.0 - fx * zoom, 500.0 - fy * zoom, zoom, 0.0);
}

fn styled(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    match cutout.figure.stance {
        Stance::Stands if dice.chance(0.5) => shelf(pen, dice, cutout),
        Stance::Stands => table(pen, dice, cutout),
        Stance::Floor => room(pen, dice, cutout),
        Stance::Lies => laid_table(pen, dice, cutout),
        Stance::Hangs => sideboard(pen, dice, cutout),
        Stance::Suspended => {
            sideboard_scene(pen, dice);
            suspend(pen, cutout, 400.0, 200.0, cutout.fit(400.0, 330.0));
        }
    }
}

fn shelf(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    let skin = pen.skin;
    backdrop::wall(pen, 800.0, 1000.0, skin.wall);
    backdrop::window_light(pen, dice, 800.0, 760.0);
    let y = 770.0;
    let plank = Shape::rect(-20.0, y, 840.0, 30.0, 0.0);
    pen.tint(
        &Shape::rect(-20.0, y + 30.0, 840.0, 46.0, 0.0).d,
        skin.ink,
        0.16,
    );
    pen.wood(&plank, skin.wood, Form::Flat, Grain::Along);
    pen.rect(-20.0, y, 840.0, 4.0, 0.0, skin.wood.lighten(0.35));
    for x in [120.0, 660.0] {
        pen.fill(
            &format!("M{x} {}h26v86q0 10 -10 10h-6q-10 0 -10 -10z", y + 30.0),
            skin.metal.darken(0.15),
        );
    }
    let scale = cutout.fit(370.0, 440.0);
    let half = cutout.figure.width * scale / 2.0;
    let before = pen.take();
    let x = if dice.chance(0.5) {
        props::plant(pen, 425.0 + half + 60.0, y - 2.0, 1.05);
        props::books(pen, 370.0 - half - 60.0, y - 2.0, 1.0, 4);
        390.0
    } else {
        props::branch_vase(pen, 350.0 - half - 10.0, y - 2.0, 1.2);
        props::books(pen, 460.0 + half + 50.0, y - 2.0, 1.0, 3);
        420.0
    };
    layer(pen, before);
    cutout.place(pen, x, y + 4.0, scale, 0.0);
}

fn table(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    let skin = pen.skin;
    backdrop::wall(pen, 800.0, 1000.0, skin.wall);
    backdrop::window_light(pen, dice, 800.0, 660.0);
    let top = Shape::rect(-10.0, 700.0, 820.0, 310.0, 0.0);
    pen.wood(&top, skin.wood, Form::Flat, Grain::Along);
    let sheen = pen.linear(
        [0.0, 0.0, 0.4, 1.0],
        &[
            (0.0, skin.ink, 0.12),
            (0.3, skin.ink, 0.0),
            (1.0, skin.trim, 0.16),
        ],
    );
    pen.fill(&top.d, sheen);
    let scale = cutout.fit(420.0, 490.0);
    let half = cutout.figure.width * scale / 2.0;
    let side = dice.pick(&[-1.0, 1.0]);
    let before = pen.take();
    props::branch_vase(pen, 400.0 + side * (half + 50.0), 770.0, 1.45);
    props::solids(pen, 400.0 - side * (half + 70.0), 800.0, 0.8);
    layer(pen, before);
    cutout.place(pen, 400.0, 850.0, scale, 0.0);
}

fn room(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    let skin = pen.skin;
    backdrop::wall(pen, 800.0, 1000.0, skin.wall);
    backdrop::window_light(pen, dice, 800.0, 700.0);
    let boards = Shape::rect(-10.0, 740.0, 820.0, 270.0, 0.0);
    pen.wood(
        &boards,
        skin.wood.mix(skin.floor, 0.45),
        Form::Flat,
        Grain::Along,
    );
    pen.rect(0.0, 712.0, 800.0, 28.0, 0.0, skin.wall.lighten(0.4));
    pen.tint(&Shape::rect(0.0, 738.0, 800.0, 5.0, 0.0).d, skin.ink, 0.25);
    for (x, lean) in [(40.0, -90.0), (250.0, -40.0), (470.0, 20.0), (690.0, 80.0)] {
        pen.faint_line(&format!("M{x} 743L{} 1000", x + lean), skin.ink, 2.0, 0.16);
    }
    let before = pen.take();
    props::frame(pen, 470.0, 130.0, 190.0, 250.0);
    props::plant(pen, 680.0, 800.0, 1.35);
    layer(pen, before);
    cutout.place(pen, 360.0, 880.0, cutout.fit(440.0, 520.0), 0.0);
}

fn laid_table(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    let skin = pen.skin;
    backdrop::wall(pen, 800.0, 1000.0, skin.floor);
    backdrop::runner(pen, skin.wall.lighten(0.45));
    let before = pen.take();
    if dice.chance(0.5) {
        props::cup_from_above(pen, 690.0, 160.0, 74.0);
        props::sprig(pen, -30.0, 880.0, -24.0, 1.2);
    } else {
        props::sprig(pen, 850.0, 120.0, 152.0, 1.25);
        props::cup_from_above(pen, 110.0, 850.0, 70.0);
    }
    layer(pen, before);
    cutout.place(
        pen,
        400.0,
        500.0,
        cutout.fit(540.0, 640.0),
        dice.range(-7.0, 7.0),
    );
    dapple(pen);
}

/// Bars of window light over everything.
fn dapple(pen: &mut Pen) {
    let light = pen.linear(
        [0.0, 0.0, 1.0, 1.0],
        &[
            (0.0, super::colour::Colour(255, 246, 220), 0.30),
            (1.0, super::colour::Colour(255, 246, 220), 0.08),
        ],
    );
    pen.fill(
        "M-20 120L820 -260V-90L-20 310ZM-20 350L820 -50V130L-20 560Z",
        light,
    );
}

fn sideboard_scene(pen: &mut Pen, dice: &mut Dice) {
    let skin = pen.skin;
    backdrop::wall(pen, 800.0, 1000.0, skin.wall);
    backdrop::window_light(pen, dice, 800.0, 760.0);
    let y = 850.0;
    let front = Shape::rect(60.0, y + 22.0, 680.0, 200.0, 0.0);
    pen.wood(&front, skin.wood.darken(0.12), Form::Flat, Grain::Along);
    for x in [286.0, 512.0] {
        pen.tint(&Shape::rect(x, y + 22.0, 3.0, 200.0, 0.0).d, skin.ink, 0.3);
        pen.dot(x - 30.0, y + 80.0, 7.0, skin.metal);
    }
    let top = Shape::rect(40.0, y, 720.0, 24.0, 3.0);
    pen.wood(&top, skin.wood.lighten(0.1), Form::Flat, Grain::Along);
    let before = pen.take();
    props::branch_vase(pen, 150.0, y + 2.0, 1.0);
    props::books(pen, 610.0, y + 2.0, 1.0, 3);
    layer(pen, before);
}

fn sideboard(pen: &mut Pen, dice: &mut Dice, cutout: &Cutout) {
    sideboard_scene(pen, dice);
    cutout.place(pen, 400.0, 430.0, cutout.fit(500.0, 620.0), 0.0);
}
