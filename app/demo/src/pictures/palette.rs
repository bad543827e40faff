//! Curated palettes and the skin of one product: every colour and material its pictures share.
//!
//! Invariant: a skin depends on seed and colourway only, never on the view, so all pictures of a
//! product match. The palettes are tuned to sit on the shop's warm paper (about `#faf6ef`).

use super::colour::Colour;
use super::dice::Dice;
use super::pattern::Pattern;
use super::scene::Colourway;

/// Colours of one picture family.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    pub wall: Colour,
    pub floor: Colour,
    pub main: Colour,
    pub shade: Colour,
    pub accent: Colour,
    pub trim: Colour,
    /// Darkest tone; also tints every shadow.
    pub ink: Colour,
}

const fn palette(tones: [u32; 7]) -> Palette {
    let [wall, floor, main, shade, accent, trim, ink] = tones;
    Palette {
        wall: Colour::hex(wall),
        floor: Colour::hex(floor),
        main: Colour::hex(main),
        shade: Colour::hex(shade),
        accent: Colour::hex(accent),
        trim: Colour::hex(trim),
        ink: Colour::hex(ink),
    }
}

#[rustfmt::skip]
pub(crate) const PALETTES: [Palette; 18] = [
    palette([0xefe6d6, 0xdccbb2, 0xc9573a, 0x97402c, 0x2f4a52, 0xf7f0e2, 0x3a2a26]), // paper
    palette([0xcfd5c1, 0xb5bea2, 0xf1e9d8, 0xc9bfa8, 0xc8643f, 0x3f5546, 0x2c3a33]), // sage
    palette([0xe2b79b, 0xc99476, 0xf4e9da, 0xd3bda4, 0x7b3b2a, 0x35474b, 0x4a2a20]), // clay
    palette([0xb9bfcb, 0x9aa3b3, 0xe8b08a, 0xb97c5c, 0x2f3d5c, 0xf3ece0, 0x262d42]), // dusk
    palette([0xecd9a8, 0xd6b975, 0x2f5d62, 0x20444a, 0xc9522f, 0xfbf3de, 0x3b3120]), // ochre
    palette([0x7f917f, 0x667a69, 0xf0dfc0, 0xc6ae87, 0xd9793f, 0x22352d, 0x1d2b25]), // forest
    palette([0xf0d5c8, 0xe0b7a6, 0x8c3f45, 0x652c34, 0xe2a13f, 0xfdf2e8, 0x47252a]), // blush
    palette([0xcfdfe2, 0xb0c8ce, 0xd9a441, 0xa87a28, 0xd0532f, 0xfbf6ea, 0x28424a]), // sky
    palette([0x3c4854, 0x2e3843, 0xe9dcc3, 0xb7a688, 0xe0683e, 0x8fa3a5, 0x171d24]), // night
    palette([0xd8cfd9, 0xbfb2c3, 0x5d4a6b, 0x42344f, 0xe58f5b, 0xf8f1ea, 0x332a3c]), // lilac
    palette([0xdcdcb9, 0xc1c292, 0x5f6f3a, 0x434f27, 0xb9492e, 0xfaf6e3, 0x2f3520]), // moss
    palette([0xe6d8c3, 0xcfbb9d, 0x3e5c76, 0x2a4258, 0xe0894a, 0xfcf6ea, 0x2d2f36]), // sand
    palette([0xf2c4a8, 0xe3a484, 0x2f4858, 0x203341, 0xfbe9cf, 0xb5442d, 0x3c2620]), // coral
    palette([0xc5ddd0, 0xa6c6b6, 0xd8694a, 0xa94c33, 0x23504a, 0xf9f3e6, 0x213b36]), // mint
    palette([0xd5d0c8, 0xbab3a8, 0x4c4946, 0x2d2b29, 0xd4573b, 0xf5f0e7, 0x272523]), // stone
    palette([0xf6e7bd, 0xe9cf8f, 0xb5573c, 0x86402d, 0x48705f, 0xfffaea, 0x43301f]), // butter
    palette([0x6d4a5e, 0x583a4c, 0xf0c9a6, 0xc69a77, 0xe5a23c, 0xf7ece0, 0x2c1a26]), // plum
    palette([0xbd6a4a, 0xa2573a, 0xf3e4cc, 0xcdb692, 0x24474a, 0xf0b98a, 0x3d1d14]), // terracotta
];

const WOODS: [Colour; 5] = [
    Colour::hex(0xd3a873), // oak
    Colour::hex(0xb98553), // cherry
    Colour::hex(0x8a5b3c), // walnut
    Colour::hex(0xe2c79d), // beech
    Colour::hex(0x4b3a33), // smoked oak
];
const METALS: [Colour; 4] = [
    Colour::hex(0xd2a24c), // brass
    Colour::hex(0xb9bec0), // steel
    Colour::hex(0xc47f58), // copper
    Colour::hex(0x3b3c40), // blackened iron
];
const LEATHERS: [Colour; 5] = [
    Colour::hex(0xb06c3d),
    Colour::hex(0x7a4630),
    Colour::hex(0x3c3230),
    Colour::hex(0xcf9a63),
    Colour::hex(0x6b3b2e),
];

/// Everything the pictures of one product share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Skin {
    pub wall: Colour,
    pub floor: Colour,
    pub main: Colour,
    pub shade: Colour,
    pub light: Colour,
    pub accent: Colour,
    pub trim: Colour,
    pub ink: Colour,
    pub wood: Colour,
    pub metal: Colour,
    pub leather: Colour,
    /// Decoration of fired things: cups, pots, tiles.
    pub ceramic: Pattern,
    /// Decoration of woven, knitted and printed things.
    pub textile: Pattern,
    /// Fixes scale and turn of patterns, so that all parts of an object match.
    pub tile: u64,
    /// Glazed and polished rather than matte.
    pub gloss: bool,
}

impl Skin {
    pub(crate) fn new(seed: u64, colourway: Option<Colourway>) -> Self {
        let mut dice = Dice::new(seed, "skin");
        let palette = dice.pick(&PALETTES);
        let mut skin = Self::of_palette(palette, &mut dice);
        if let Some(colourway) = colourway {
            skin.main = colourway.colour();
            skin.shade = skin.main.mix(skin.ink, 0.35);
            skin.light = skin.main.lighten(0.4);
            if skin.accent.distance(skin.main) < 0.28 {
                skin.accent = skin.trim;
            }
            skin.stand_out();
        }
        skin
    }

    fn of_palette(palette: Palette, dice: &mut Dice) -> Self {
        let Palette {
            wall,
            floor,
            main,
            shade,
            accent,
            trim,
            ink,
        } = palette;
        // Now and then the accent plays the lead: twice the variety from the same curated tones.
        let swap = accent.distance(wall) > 0.42 && dice.chance(0.35);
        let (main, accent) = if swap { (accent, main) } else { (main, accent) };
        let shade = if swap { main.mix(ink, 0.35) } else { shade };
        let wood = dice.pick(&WOODS);
        let mut skin = Self {
            wall,
            floor,
            main,
            shade,
            light: main.lighten(0.4),
            accent,
            trim,
            ink,
            wood,
            metal: dice.pick(&METALS),
            leather: dice.pick(&LEATHERS),
            ceramic: dice.pick(&Pattern::CERAMIC),
            textile: dice.pick(&Pattern::TEXTILE),
            tile: dice.below(1 << 30) as u64,
            gloss: dice.chance(0.55),
        };
        if skin.wood.distance(wall) < 0.22 {
            skin.wood = WOODS[2];
        }
        if skin.metal.distance(wall) < 0.25 {
            skin.metal = if wall.luma() > 0.45 {
                METALS[3]
            } else {
                METALS[0]
            };
        }
        skin.stand_out();
        skin
    }

    /// Shifts the backdrop when the object would melt into it.
    fn stand_out(&mut self) {
        if self.main.distance(self.wall) >= 0.3 {
            return;
        }
        let target = if self.main.luma() > 0.55 {
            self.wall.mix(self.ink, 0.34)
        } else {
            self.wall.lighten(0.5)
        };
        self.floor = self.floor.mix(target, 0.6).mix(self.ink, 0.06);
        self.wall = target;
    }

    /// The companion piece's skin: same room, colours exchanged.
    pub(crate) fn sibling(mut self) -> Self {
        std::mem::swap(&mut self.main, &mut self.accent);
        self.shade = self.main.mix(self.ink, 0.35);
        self.light = self.main.lighten(0.4);
        self
    }

    /// Main colour as seen against paper: a readable second colour for marks on the object.
    pub(crate) fn contrast(&self) -> Colour {
        let options = [self.trim, self.accent, self.ink, self.light];
        options
            .into_iter()
            .find(|tone| tone.distance(self.main) > 0.4)
            .unwrap_or(self.trim)
    }
}
