//! Kiondo Works, baskets and beads from Machakos.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "kiondo-works",
    name: "Kiondo Works",
    code: "KIO",
    tagline: "Sisal, brass and beads from Machakos",
    story: &[
        "Grace Mutua's grandmother wove baskets on the way to market, literally while walking. Grace and the thirty-one members of the group in Machakos now weave sitting down, under a mango tree, and ship to nine countries.",
        "Sisal is cut and stripped on the hills, dried on thorn hedges and twisted on the thigh into cord. Brass for the jewellery is recast from old taps and padlocks in Joseph's yard in Kibera.",
        "Each piece carries the name of who made it, and the first payment goes out the day it is finished.",
    ],
    city: "Machakos",
    country: "KE",
    country_name: "Kenya",
    founded: 2011,
    ships: (9, 16),
    signs: "Grace",
    palette: &["Ochre", "Ink", "Rust", "Sage", "Sand", "Plum"],
    styles: &["Traditional", "Bohemian", "Modern"],
    ending: Ending::Half,
    lines: &[
        "A card with the maker's name and village is tied to it.",
        "Grace photographs each piece under the tree before it leaves.",
        "The maker was paid on the day she finished it.",
        "The group agreed on this pattern under the mango tree, which took two meetings.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Basket,
            items: &[
                (
                    "Machakos Kiondo Basket",
                    "Sisal",
                    58,
                    "Round at the base and square at the rim, it is the shape women here have carried for two centuries.",
                ),
                (
                    "Mango Tree Basket",
                    "Sisal",
                    49,
                    "Bands of three, then five, then seven: Wanza counts aloud as she goes.",
                ),
                (
                    "Laundry Kiondo",
                    "Sisal",
                    92,
                    "Tall enough for a week's washing, with ears to drag it by.",
                ),
                (
                    "Bead Rim Basket",
                    "Sisal",
                    64,
                    "Along the edge run some three hundred glass beads, sewn on one at a time.",
                ),
                (
                    "Granary Basket",
                    "Banana fibre",
                    71,
                    "Its lid sits inside the rim, so mice do not get a grip.",
                ),
            ],
        },
        Range {
            kind: Archetype::ToteBag,
            items: &[
                (
                    "Market Day Tote",
                    "Sisal",
                    68,
                    "Leather handles were added in 2014 and nobody has looked back.",
                ),
                (
                    "Matatu Stripe Tote",
                    "Canvas",
                    42,
                    "The stripes are those of the number 110 bus, slightly calmed down.",
                ),
                (
                    "Kikoi Beach Tote",
                    "Cotton",
                    46,
                    "Made from coastal cloth, with a fringe that gets sandy and does not care.",
                ),
                (
                    "Savanna Bucket Tote",
                    "Sisal",
                    74,
                    "A drawstring closes the top and keeps the contents your own affair.",
                ),
            ],
        },
        Range {
            kind: Archetype::Earrings,
            items: &[
                (
                    "Padlock Brass Hoops",
                    "Recycled brass",
                    32,
                    "What was once a padlock in Nairobi is now hammered thin and round.",
                ),
                (
                    "Bead Fan Earrings",
                    "Glass beads",
                    36,
                    "Nine short strands open like a fan when you turn your head.",
                ),
                (
                    "Horn Drop Earrings",
                    "Horn",
                    29,
                    "Polished with ash and cloth until it looks wet.",
                ),
                (
                    "Seed Pod Earrings",
                    "Recycled brass",
                    34,
                    "Cast from a real acacia pod, seeds and all.",
                ),
                (
                    "Ripple Disc Earrings",
                    "Recycled brass",
                    38,
                    "Joseph strikes the disc from the centre outwards, and the rings show each blow.",
                ),
            ],
        },
        Range {
            kind: Archetype::Necklace,
            items: &[
                (
                    "Collar Bead Necklace",
                    "Glass beads",
                    78,
                    "Eleven rows of beads on wire sit flat, like a ripple around the neck.",
                ),
                (
                    "Tap Brass Pendant",
                    "Recycled brass",
                    48,
                    "The metal came from a kitchen tap, the shape from a river stone.",
                ),
                (
                    "Sisal Knot Necklace",
                    "Sisal",
                    39,
                    "One cord, seven knots, dyed after tying so the insides stay pale.",
                ),
                (
                    "Sand Cast Bead Strand",
                    "Recycled brass",
                    64,
                    "Pressed in river sand, each bead keeps the grain of it.",
                ),
                (
                    "Acacia Thorn Pendant",
                    "Recycled brass",
                    44,
                    "A single thorn, cast twice its size and made harmless.",
                ),
                (
                    "Long Trade Bead Strand",
                    "Glass beads",
                    86,
                    "Old trade beads alternate with new ones, and it takes a good eye to tell which.",
                ),
            ],
        },
    ],
};
