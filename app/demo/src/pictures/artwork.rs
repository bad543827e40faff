//! The shop's other pictures: hero, banners, merchants' marks, categories, the placeholder.
//!
//! Invariant: they are composed from the same objects, palettes and light as product pictures,
//! so the whole shop looks drawn by one hand.

use super::archetype::Archetype;
use super::backdrop;
use super::colour::Colour;
use super::compose::Cutout;
use super::dice::Dice;
use super::objects::Stance;
use super::palette::Skin;
use super::pen::{Form, Grain, Pen};
use super::props;
use super::render::{self, Encoded, Raster};
use super::scene::{Scene, View};
use super::shape::{Shape, curve};

/// A picture that is not of one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Artwork {
    /// 16:10: objects on a table in window light.
    Hero { seed: u64 },
    /// 16:5: a calm landscape of shapes behind a merchant's name.
    MerchantBanner { seed: u64 },
    /// Square emblem; the first two letters of `initials` A–Z choose and shape the monogram.
    MerchantMark { seed: u64, initials: String },
    /// 4:3: up to three archetypes of a category side by side.
    Category {
        archetypes: Vec<Archetype>,
        seed: u64,
    },
    /// 4:5: for products whose picture is missing.
    Placeholder,
}

impl Artwork {
    /// SVG text; the view box has the variant's proportions.
    #[must_use]
    pub fn svg(&self) -> String {
        match self {
            Self::Hero { seed } => hero(*seed),
            Self::MerchantBanner { seed } => banner(*seed),
            Self::MerchantMark { seed, initials } => mark(*seed, initials),
            Self::Category { archetypes, seed } => category(archetypes, *seed),
            Self::Placeholder => placeholder(),
        }
    }

    /// Pixels, `width` wide.
    #[must_use]
    pub fn render(&self, width: u32) -> Raster {
        render::rasterise(&self.svg(), width)
    }

    /// Lossy WebP in every width (pixels), rasterised once.
    #[must_use]
    pub fn webp(&self, widths: &[u32]) -> Vec<Encoded> {
        render::encode(&self.svg(), widths)
    }
}

/// Draws `archetype` as if it were product `seed`, but coloured by `skin`.
fn cutout(pen: &mut Pen, archetype: Archetype, seed: u64, skin: Skin) -> Cutout {
    let room = pen.skin;
    pen.skin = skin;
    let scene = Scene {
        archetype,
        seed,
        view: View::Front,
        colourway: None,
    };
    let cutout = Cutout::new(pen, &scene);
    pen.skin = room;
    cutout
}

fn hero(seed: u64) -> String {
    let mut skin = Skin::new(seed, None);
    skin.wall = Colour::hex(0xead9c0);
    skin.floor = Colour::hex(0xd9bf9c);
    skin.wood = Colour::hex(0xc2925f);
    let mut dice = Dice::new(seed, "hero");
    let mut pen = Pen::new(skin, Dice::new(seed, "hero props"));
    backdrop::wall(&mut pen, 1600.0, 1000.0, skin.wall);
    pen.fill(
        "M930 700V360a270 270 0 0 1 540 0V700Z",
        skin.wall.lighten(0.35),
    );
    backdrop::window_light(&mut pen, &mut dice, 1500.0, 760.0);
    let table = Shape::rect(-10.0, 700.0, 1620.0, 310.0, 0.0);
    pen.wood(&table, skin.wood, Form::Flat, Grain::Along);
    let sheen = pen.linear(
        [0.0, 0.0, 0.3, 1.0],
        &[
            (0.0, skin.ink, 0.16),
            (0.35, skin.ink, 0.0),
            (1.0, Colour::WHITE, 0.2),
        ],
    );
    pen.fill(&table.d, sheen);
    let warm = [
        (0xc9573a, 0x2f4a52),
        (0x2f5d62, 0xd9a441),
        (0xf1e6d2, 0xc9573a),
        (0xd9a441, 0x3e5c76),
        (0x5f6f3a, 0xf1e6d2),
        (0xb5573c, 0xf6e7bd),
    ];
    let back = [
        (Archetype::TableLamp, 250.0, 775.0, 640.0),
        (Archetype::PlantPot, 1390.0, 770.0, 600.0),
        (Archetype::Vase, 1130.0, 785.0, 590.0),
    ];
    let front = [
        (Archetype::Teapot, 560.0, 850.0, 340.0),
        (Archetype::Bowl, 900.0, 880.0, 270.0),
        (Archetype::Mug, 1220.0, 900.0, 260.0),
    ];
    for (k, (archetype, x, y, height)) in back.into_iter().chain(front).enumerate() {
        let (main, accent) = warm[(k + dice.below(2)) % warm.len()];
        let piece = Skin {
            main: Colour::hex(main),
            accent: Colour::hex(accent),
            shade: Colour::hex(main).mix(skin.ink, 0.35),
            light: Colour::hex(main).lighten(0.4),
            ..Skin::new(seed.wrapping_add(k as u64 + 1), None)
        };
        let piece = Skin {
            wall: skin.wall,
            floor: skin.floor,
            ink: skin.ink,
            trim: Colour::hex(0xf7f0e2),
            ..piece
        };
        let drawn = cutout(&mut pen, archetype, seed.wrapping_add(k as u64), piece);
        let scale = drawn.fit(460.0, height);
        drawn.place(&mut pen, x, y, scale, 0.0);
    }
    pen.document(1600.0, 1000.0)
}

fn banner(seed: u64) -> String {
    let skin = Skin::new(seed, None);
    let mut dice = Dice::new(seed, "banner");
    let mut pen = Pen::new(skin, Dice::new(seed, "banner props"));
    backdrop::wall(&mut pen, 1600.0, 500.0, skin.wall);
    let panel = skin.wall.lighten(0.35);
    match dice.below(4) {
        0 => {
            pen.dot(
                dice.range(900.0, 1300.0),
                230.0,
                170.0,
                skin.accent.mix(skin.wall, 0.2),
            );
            for (y, tone) in [
                (310.0, skin.floor),
                (370.0, skin.main.mix(skin.wall, 0.25)),
                (430.0, skin.shade),
            ] {
                let mut ridge = vec![(-40.0, y)];
                for k in 1..6_u8 {
                    ridge.push((f32::from(k) * 290.0, y + dice.range(-60.0, 60.0)));
                }
                ridge.push((1700.0, y));
                pen.fill(&format!("{}V520H-40Z", curve(&ridge)), tone);
            }
        }
        1 => {
            let tones = [
                skin.main,
                panel,
                skin.accent,
                skin.floor,
                skin.shade,
                skin.trim,
            ];
            for k in 0..8_u8 {
                let x = f32::from(k) * 200.0;
                let top = dice.range(90.0, 260.0);
                pen.fill(
                    &format!("M{x} 500V{}a100 100 0 0 1 200 0V500Z", top + 100.0),
                    tones[usize::from(k) % tones.len()],
                );
                let inner = tones[(usize::from(k) + 2) % tones.len()];
                pen.fill(
                    &format!("M{} 500V{}a56 56 0 0 1 112 0V500Z", x + 44.0, top + 150.0),
                    inner,
                );
            }
        }
        2 => {
            let tones = [
                skin.main,
                skin.accent,
                skin.trim,
                skin.floor,
                skin.shade,
                panel,
            ];
            for row in 0..4_u8 {
                for column in 0..13_u8 {
                    let (x, y) = (f32::from(column) * 125.0, f32::from(row) * 125.0);
                    let tone = tones[dice.below(tones.len())];
                    pen.rect(
                        x,
                        y,
                        125.0,
                        125.0,
                        0.0,
                        tones[dice.below(tones.len())].mix(skin.wall, 0.35),
                    );
                    match dice.below(4) {
                        0 => pen.fill(&format!("M{x} {y}h125a125 125 0 0 1 -125 125z"), tone),
                        1 => pen.fill(
                            &format!("M{} {}v-125a125 125 0 0 0 -125 125z", x + 125.0, y + 125.0),
                            tone,
                        ),
                        2 => pen.dot(x + 62.5, y + 62.5, 44.0, tone),
                        _ => pen.fill(&format!("M{x} {}a62.5 62.5 0 0 1 125 0z", y + 62.5), tone),
                    }
                }
            }
        }
        _ => {
            backdrop::floor(&mut pen, 1600.0, 500.0, 390.0);
            for k in 0..7_u8 {
                let x = 120.0 + f32::from(k) * 230.0 + dice.range(-30.0, 30.0);
                match dice.below(4) {
                    0 => props::branch_vase(&mut pen, x, 420.0, 0.95),
                    1 => props::plant(&mut pen, x, 425.0, 0.9),
                    2 => {
                        props::books(&mut pen, x, 425.0, 0.9, 4);
                    }
                    _ => props::solids(&mut pen, x, 425.0, 0.95),
                }
            }
        }
    }
    pen.document(1600.0, 500.0)
}

fn mark(seed: u64, initials: &str) -> String {
    let skin = Skin::new(seed, None);
    let mut dice = Dice::new(seed, "mark");
    let mut pen = Pen::new(skin, Dice::new(seed, "mark props"));
    let ground = [skin.main, skin.accent, skin.shade]
        .into_iter()
        .find(|tone| tone.luma() < 0.55)
        .unwrap_or(skin.ink);
    let figure = [skin.trim, skin.light, Colour::WHITE]
        .into_iter()
        .find(|tone| tone.distance(ground) > 0.6)
        .unwrap_or(Colour::WHITE);
    let field = Shape::rect(0.0, 0.0, 400.0, 400.0, 0.0);
    pen.plain(&field, ground, Form::Flat);
    match dice.below(3) {
        0 => pen.dot(200.0, 200.0, 160.0, ground.lighten(0.1)),
        1 => pen.line(&Shape::ellipse(200.0, 200.0, 158.0, 158.0).d, figure, 6.0),
        _ => pen.fill("M200 40L360 200L200 360L40 200Z", ground.lighten(0.1)),
    }
    let letters: Vec<char> = initials
        .chars()
        .filter(char::is_ascii_alphabetic)
        .take(2)
        .collect();
    let (width, scale) = if letters.len() == 2 {
        (84.0, 0.84)
    } else {
        (100.0, 1.2)
    };
    for (k, letter) in letters.iter().enumerate() {
        let x =
            200.0 + (k as f32 - (letters.len() as f32 - 1.0) / 2.0) * (width + 26.0) - 50.0 * scale;
        pen.group(
            &format!("translate({x} {}) scale({scale})", 200.0 - 70.0 * scale),
            |pen| {
                pen.line(glyph(letter.to_ascii_uppercase()), figure, 21.0);
            },
        );
    }
    if letters.is_empty() {
        pen.dot(200.0, 200.0, 70.0, figure);
    }
    pen.document(400.0, 400.0)
}

/// Geometric capitals as single strokes in a box 100 × 140.
fn glyph(letter: char) -> &'static str {
    match letter {
        'A' => "M4 140L50 0L96 140M20 94H80",
        'B' => "M10 0H54a34 34 0 0 1 0 68H10M54 68a36 36 0 0 1 0 72H10V0",
        'C' => "M94 30A60 70 0 1 0 94 110",
        'D' => "M10 0H36a60 70 0 0 1 0 140H10Z",
        'E' => "M88 0H12V140H88M12 68H74",
        'F' => "M88 0H12V140M12 68H74",
        'G' => "M92 28A60 70 0 1 0 96 82H56",
        'H' => "M8 0V140M92 0V140M8 70H92",
        'I' => "M50 0V140",
        'J' => "M78 0V96a34 40 0 0 1 -68 0",
        'K' => "M10 0V140M90 0L14 76L92 140",
        'L' => "M14 0V140H88",
        'M' => "M4 140V0L50 86L96 0V140",
        'N' => "M8 140V0L92 140V0",
        'O' => "M50 0a50 70 0 0 1 0 140a50 70 0 0 1 0 -140",
        'P' => "M12 140V0H54a38 38 0 0 1 0 76H12",
        'Q' => "M50 0a50 70 0 0 1 0 140a50 70 0 0 1 0 -140M62 104L98 146",
        'R' => "M12 140V0H54a38 38 0 0 1 0 76H12M52 76L92 140",
        'S' => "M88 24C76 -6 14 -8 14 36C14 80 90 58 90 104C90 150 18 150 8 112",
        'T' => "M4 0H96M50 0V140",
        'U' => "M8 0V92a42 46 0 0 0 84 0V0",
        'V' => "M4 0L50 140L96 0",
        'W' => "M0 0L24 140L50 40L76 140L100 0",
        'X' => "M6 0L94 140M94 0L6 140",
        'Y' => "M4 0L50 70L96 0M50 70V140",
        _ => "M10 0H92L8 140H94",
    }
}

fn category(archetypes: &[Archetype], seed: u64) -> String {
    let skin = Skin::new(seed, None);
    let mut dice = Dice::new(seed, "category");
    let mut pen = Pen::new(skin, Dice::new(seed, "category props"));
    backdrop::wall(&mut pen, 1200.0, 900.0, skin.wall);
    let panel = skin.wall.lighten(0.4);
    if dice.chance(0.5) {
        pen.fill("M330 660V330a270 270 0 0 1 540 0V660Z", panel);
    } else {
        pen.dot(600.0, 400.0, 310.0, panel);
    }
    backdrop::floor(&mut pen, 1200.0, 900.0, 650.0);
    let shown = &archetypes[..archetypes.len().min(3)];
    let slots: &[(f32, f32, f32, f32)] = match shown.len() {
        0 | 1 => &[(600.0, 780.0, 560.0, 560.0)],
        2 => &[(380.0, 770.0, 420.0, 500.0), (820.0, 790.0, 420.0, 460.0)],
        _ => &[
            (250.0, 740.0, 380.0, 460.0),
            (950.0, 745.0, 380.0, 470.0),
            (600.0, 815.0, 420.0, 580.0),
        ],
    };
    for (k, (&archetype, &(x, y, w, h))) in shown.iter().zip(slots).enumerate() {
        let piece = if k == 1 { skin.sibling() } else { skin };
        let drawn = cutout(&mut pen, archetype, seed.wrapping_add(k as u64), piece);
        let scale = drawn.fit(w, h);
        match drawn.figure.stance {
            Stance::Stands | Stance::Floor => drawn.place(&mut pen, x, y, scale, 0.0),
            Stance::Suspended => {
                pen.line(&format!("M{x} -10V150"), skin.ink, 5.0);
                drawn.place(&mut pen, x, 146.0, scale, 0.0);
            }
            Stance::Lies | Stance::Hangs => {
                drawn.place(
                    &mut pen,
                    x,
                    y - 80.0 - drawn.figure.height * scale / 2.0,
                    scale,
                    0.0,
                );
            }
        }
    }
    pen.document(1200.0, 900.0)
}

fn placeholder() -> String {
    let mut skin = Skin::new(0, None);
    skin.wall = Colour::hex(0xefe7d9);
    skin.floor = Colour::hex(0xe2d6c2);
    skin.ink = Colour::hex(0x5b4d40);
    let mut pen = Pen::new(skin, Dice::new(0, "placeholder"));
    backdrop::wall(&mut pen, 800.0, 1000.0, skin.wall);
    pen.fill(
        "M210 700V420a190 190 0 0 1 380 0V700Z",
        skin.wall.lighten(0.45),
    );
    backdrop::floor(&mut pen, 800.0, 1000.0, 700.0);
    pen.ground(400.0, 800.0, 230.0);
    let shadow = pen.take_shadows();
    pen.raw(&shadow);
    pen.group("translate(400 800)", |pen| {
        let tone = Colour::hex(0xd8c9b2);
        let body = Shape::lathe(&[
            (34.0, -300.0),
            (30.0, -270.0),
            (112.0, -160.0),
            (100.0, -50.0),
            (62.0, 0.0),
        ]);
        pen.plain(&body, tone, Form::Round);
        pen.mouth(34.0, -300.0, 5.0, tone);
    });
    pen.document(800.0, 1000.0)
}
