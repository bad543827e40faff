//! Klinge und Kessel, knives and pans from Solingen.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "klinge-und-kessel",
    name: "Klinge und Kessel",
    code: "KUK",
    tagline: "Blades and pans from a grinder's cottage in Solingen",
    story: &[
        "On the Wupper the grinding cottages stood every few hundred metres. One of the last has Jörg Rautenbach in it, third generation, and his niece Pia, who came for a summer in 2015 and has not left.",
        "Knives are forged in town, ground here dry and then wet, and finished on a leather wheel. Pans are spun from plate in the shed behind, which Pia bought with its lathe and its noise.",
        "Old knives come back for sharpening every week. They know most of them.",
    ],
    city: "Solingen",
    country: "DE",
    country_name: "Germany",
    founded: 1927,
    ships: (2, 4),
    signs: "Pia",
    palette: &["Charcoal", "Chalk", "Rust", "Forest"],
    styles: &["Classic", "Industrial", "Minimal"],
    ending: Ending::Round,
    lines: &[
        "Jörg looks it over last, and sends back about one in twenty.",
        "The cottage still has its water wheel, though the belt now runs from a motor.",
        "Pia stamps it with the week it was made.",
        "Spare parts have been kept for everything since 1927.",
    ],
    ranges: &[
        Range {
            kind: Archetype::ChefKnife,
            items: &[
                (
                    "Wupper Chef's Knife",
                    "Carbon steel",
                    148,
                    "It is ground so thin behind the edge that a thumbnail makes it flex.",
                ),
                (
                    "Cottage Chef's Knife",
                    "Stainless steel",
                    124,
                    "If you own one knife, let it be a plain one that takes an edge and keeps it.",
                ),
                (
                    "Pia's Santoku",
                    "Stainless steel",
                    136,
                    "Shorter and flatter than our other blades, Pia drew it for her own small hands.",
                ),
                (
                    "Plum Wood Petty Knife",
                    "Carbon steel",
                    86,
                    "Between a paring knife and something serious, for shallots and strawberries.",
                ),
                (
                    "Baker's Knife",
                    "Stainless steel",
                    98,
                    "Its teeth are ground on one side only and leave hardly a crumb.",
                ),
                (
                    "Butcher's Friend Knife",
                    "Carbon steel",
                    162,
                    "Heavy towards the tip, it does the work and you steer.",
                ),
                (
                    "Herb Rocker Knife",
                    "Stainless steel",
                    104,
                    "A deep belly rolls through parsley without lifting off the board.",
                ),
                (
                    "Fisherman's Filleting Knife",
                    "Stainless steel",
                    92,
                    "The blade bends to follow the bone and springs straight again.",
                ),
                (
                    "Grinder's Apprentice Knife",
                    "Carbon steel",
                    74,
                    "Every apprentice makes this pattern first, and the best of them are sold.",
                ),
            ],
        },
        Range {
            kind: Archetype::SaucePan,
            items: &[
                (
                    "Spun Copper Saucepan",
                    "Copper",
                    186,
                    "Copper outside, tin within, as pastry cooks have always wanted it.",
                ),
                (
                    "Workday Saucepan",
                    "Stainless steel",
                    94,
                    "The one that ends up on the front ring every evening.",
                ),
                (
                    "Milk Pan",
                    "Stainless steel",
                    78,
                    "Two spouts make it good for left hands as well as right.",
                ),
                (
                    "Cast Casserole Pan",
                    "Cast iron",
                    128,
                    "Slow to heat and slower to cool, it turns beans into dinner while you are out.",
                ),
                (
                    "Butter Pan",
                    "Copper",
                    96,
                    "Just big enough for a knob of butter, a splash of stock and your attention.",
                ),
                (
                    "Risotto Pan",
                    "Stainless steel",
                    118,
                    "Wide and rounded at the foot, so the spoon reaches every grain.",
                ),
                (
                    "Sugar Boiler",
                    "Copper",
                    164,
                    "Left untinned, as sugar work demands, with a pouring lip on the left.",
                ),
                (
                    "Camp Stew Pan",
                    "Cast iron",
                    112,
                    "A bail handle hangs it over a fire, a flat base sets it on a hob.",
                ),
            ],
        },
        Range {
            kind: Archetype::Kettle,
            items: &[
                (
                    "Shed Kettle",
                    "Stainless steel",
                    92,
                    "It has boiled for the workshop's tea five times a day since Pia made the first.",
                ),
                (
                    "Copper Range Kettle",
                    "Copper",
                    178,
                    "Spun from a disc, with a lid that lifts out like a bung.",
                ),
                (
                    "Low Spout Kettle",
                    "Stainless steel",
                    104,
                    "The spout leaves near the base, so it pours before you tip it far.",
                ),
                (
                    "Enamel Farm Kettle",
                    "Enamelled steel",
                    68,
                    "A small chip will come one day, and it will suit it.",
                ),
                (
                    "Whistle Kettle Solingen",
                    "Stainless steel",
                    86,
                    "Two notes, a third apart, and neither is shrill.",
                ),
            ],
        },
        Range {
            kind: Archetype::PepperMill,
            items: &[
                (
                    "Lathe Pepper Mill",
                    "Beech",
                    54,
                    "Pia turns these on Fridays, when the pan lathe is resting.",
                ),
                (
                    "Steel Barrel Mill",
                    "Stainless steel",
                    72,
                    "As straight as a bolt and about as likely to break.",
                ),
                (
                    "Pear Shape Mill",
                    "Walnut",
                    64,
                    "It sits in the palm just so, and looks better from above.",
                ),
                (
                    "Crank Mill",
                    "Beech",
                    78,
                    "A handle on top gives leverage for a whole steak's worth.",
                ),
            ],
        },
        Range {
            kind: Archetype::CuttingBoard,
            items: &[
                (
                    "Grinder's Board",
                    "Beech",
                    68,
                    "A board to match our edges: soft enough to spare them, hard enough to last.",
                ),
                (
                    "Brass Pin Board",
                    "Walnut",
                    96,
                    "Four brass pins hold the ends against warping and catch the light.",
                ),
                (
                    "Herb Bowl Board",
                    "Maple",
                    74,
                    "One side is hollowed for the rocking knife.",
                ),
                (
                    "Thin Fruit Board",
                    "Maple",
                    34,
                    "Small, light and always the one that is clean.",
                ),
            ],
        },
    ],
};
