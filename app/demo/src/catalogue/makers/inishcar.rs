//! Inishcar Mill, wool from Donegal.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "inishcar-mill",
    name: "Inishcar Mill",
    code: "INI",
    tagline: "Donegal wool, spun and woven within earshot of the sea",
    story: &[
        "The mill at Ardara has been stopped twice and started three times. Since 2003 it has belonged to Máire Gallagher, whose mother ran the knitting room, and to eleven people who each know how to mend at least one machine.",
        "Fleece comes from hill farms between here and Glencolmcille. It is scoured with soap, dyed in the fleece, blended on the floor with pitchforks and spun on a frame from 1932, which is where the flecks come from.",
        "The looms run from eight until four. If the wind is right you can hear them from the strand.",
    ],
    city: "Ardara",
    country: "IE",
    country_name: "Ireland",
    founded: 1931,
    ships: (3, 6),
    signs: "Máire",
    palette: &["Moss", "Charcoal", "Ocean", "Rust", "Sand", "Plum"],
    styles: &["Traditional", "Rustic", "Classic"],
    ending: Ending::Round,
    lines: &[
        "The yarn is blended on the floor with pitchforks, which is where its depth comes from.",
        "The spinning frame dates from 1932 and has its own oil can.",
        "Máire checks each piece against the window, where the light hides nothing.",
        "Eleven people work at the mill, and at least four of them had a hand in this.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Blanket,
            items: &[
                (
                    "Glencolmcille Throw",
                    "Wool",
                    145,
                    "Herringbone as wide as a thumb runs the length of it, turning once in the middle.",
                ),
                (
                    "Strand Blanket",
                    "Lambswool",
                    128,
                    "The bands are those of the beach at low tide, in the right order.",
                ),
                (
                    "Turf Fire Blanket",
                    "Wool",
                    156,
                    "Dense and a little hairy, this is for houses with draughts.",
                ),
                (
                    "Cradle Blanket",
                    "Merino",
                    79,
                    "Small, light and soft enough for someone three days old.",
                ),
                (
                    "Bog Cotton Throw",
                    "Mohair",
                    168,
                    "Brushed until it is nearly all air.",
                ),
                (
                    "Pony Check Blanket",
                    "Wool",
                    149,
                    "A big plain check that began as a horse rug and was asked into the house.",
                ),
                (
                    "Ferryman's Rug",
                    "Wool",
                    134,
                    "Rolled in its strap, it has been on every picnic and two rescues.",
                ),
                (
                    "Winter Bed Blanket",
                    "Lambswool",
                    210,
                    "Woven double, so that it is warm on the side you sleep on and handsome on the other.",
                ),
            ],
        },
        Range {
            kind: Archetype::Cushion,
            items: &[
                (
                    "Donegal Fleck Cushion",
                    "Wool",
                    58,
                    "Look closely and there are eleven colours, stand back and there is one.",
                ),
                (
                    "Herringbone Cushion",
                    "Wool",
                    62,
                    "Cut from the ends of coat cloth, and just as hard-wearing.",
                ),
                (
                    "Sea Wall Cushion",
                    "Lambswool",
                    56,
                    "Broad stripes are matched at the seams, which takes longer than the weaving.",
                ),
                (
                    "Bouclé Cushion Ardara",
                    "Wool",
                    66,
                    "Looped yarn gives it the feel of a lamb's back.",
                ),
            ],
        },
        Range {
            kind: Archetype::Scarf,
            items: &[
                (
                    "Atlantic Scarf",
                    "Lambswool",
                    64,
                    "One side of the weave is a shade darker, so it turns as you tie it.",
                ),
                (
                    "Cloud Scarf",
                    "Mohair",
                    78,
                    "You feel the warmth before you feel the scarf.",
                ),
                (
                    "Fisherman's Muffler",
                    "Wool",
                    52,
                    "Short and thick, it is meant to be tucked in and forgotten.",
                ),
                (
                    "Slieve League Stole",
                    "Merino",
                    96,
                    "Wide enough to be a shawl on the evening boat.",
                ),
                (
                    "Windowpane Scarf",
                    "Lambswool",
                    68,
                    "Thin lines cross at the width of a matchbox.",
                ),
            ],
        },
        Range {
            kind: Archetype::Beanie,
            items: &[
                (
                    "Trawler Beanie",
                    "Wool",
                    38,
                    "Knitted tight to keep out spray, rolled up once it stops.",
                ),
                (
                    "Fleck Rib Beanie",
                    "Lambswool",
                    36,
                    "The yarn left over from cushions ends up here, in short runs.",
                ),
                (
                    "Cable Cap Aran",
                    "Wool",
                    44,
                    "A single cable climbs from brow to crown and ties itself off.",
                ),
                (
                    "School Road Hat",
                    "Merino",
                    34,
                    "It was made for a child who would not wear anything scratchy.",
                ),
                (
                    "Watchman's Cap",
                    "Wool",
                    37,
                    "Deep enough to pull over the ears and half the night.",
                ),
            ],
        },
        Range {
            kind: Archetype::Sweater,
            items: &[
                (
                    "Aran Crew Sweater",
                    "Wool",
                    189,
                    "Cable, diamond and moss stitch, in an order Máire's mother wrote on the back of a calendar.",
                ),
                (
                    "Island Roll-Neck",
                    "Merino",
                    168,
                    "A neck high enough to hide in, knitted fine enough for indoors.",
                ),
                (
                    "Fleck Pullover",
                    "Lambswool",
                    152,
                    "Plain knitting lets the yarn do the talking.",
                ),
                (
                    "Boatyard Cardigan",
                    "Wool",
                    198,
                    "Five wooden buttons, two pockets and a collar that lies down.",
                ),
                (
                    "Half-Zip Harbour Sweater",
                    "Wool",
                    176,
                    "The zip comes from a sail maker and will outlive the salt.",
                ),
                (
                    "Saddle Shoulder Sweater",
                    "Lambswool",
                    164,
                    "A strip of cable runs along each shoulder and down to the cuff.",
                ),
            ],
        },
        Range {
            kind: Archetype::Socks,
            items: &[
                (
                    "Bog Walker Socks",
                    "Wool",
                    22,
                    "Thick below the ankle and thin above, to fit the boot and the calf.",
                ),
                (
                    "House Socks",
                    "Lambswool",
                    26,
                    "So soft that the cat will want them.",
                ),
                (
                    "Fleck Boot Socks",
                    "Wool",
                    24,
                    "Cushioned underfoot with a looped pile you cannot see.",
                ),
                (
                    "Sunday Socks",
                    "Merino",
                    19,
                    "Fine enough for leather shoes and long sermons.",
                ),
            ],
        },
    ],
};
