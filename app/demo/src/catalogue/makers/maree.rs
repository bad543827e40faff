//! Atelier Marée, stoneware from Brittany.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "atelier-maree",
    name: "Atelier Marée",
    code: "MAR",
    tagline: "Stoneware from the edge of Finistère",
    story: &[
        "Anouk Le Bihan throws pots in a former sardine cannery in Douarnenez, forty metres from high water. She shares the wheel room with her brother-in-law Yann, two kilns and a radio that only gets one station.",
        "The clay comes from Burgundy, the glazes are made here from ash, quartz and iron sand sieved from the beach. Every piece is fired twice, the second time for sixteen hours, and the kiln is opened on Thursdays.",
        "Seconds are sold at the door. What leaves by post has been rung with a knuckle and listened to.",
    ],
    city: "Douarnenez",
    country: "FR",
    country_name: "France",
    founded: 2009,
    ships: (2, 5),
    signs: "Anouk",
    palette: &["Chalk", "Ocean", "Sand", "Sage", "Charcoal", "Sky"],
    styles: &["Rustic", "Minimal", "Coastal"],
    ending: Ending::Round,
    lines: &[
        "Anouk signs the foot with a small wave.",
        "The glaze is mixed with iron sand from the beach at Ris, which gives the freckles.",
        "It comes out of the kiln on a Thursday and into the post on a Friday.",
        "Yann packs each piece in shredded nautical charts.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Mug,
            items: &[
                (
                    "Tidal Stoneware Mug",
                    "Stoneware",
                    28,
                    "Where the two glazes overlap there is a line, like the one the sea leaves on a harbour wall.",
                ),
                (
                    "Cannery Mug",
                    "Stoneware",
                    26,
                    "Straight sides, a square handle and not much else: this began as the mug for the workshop.",
                ),
                (
                    "Ris Beach Mug",
                    "Stoneware",
                    30,
                    "Iron sand in the glaze melts to freckles, and no two mugs have the same complexion.",
                ),
                (
                    "Low Water Espresso Cup",
                    "Porcelain",
                    19,
                    "Thin enough to let the light through at the rim, this cup was made for short, serious coffee.",
                ),
                (
                    "Fog Horn Mug",
                    "Stoneware",
                    32,
                    "For people who drink tea by the half litre and dislike getting up.",
                ),
                (
                    "Pilot Boat Mug",
                    "Stoneware",
                    29,
                    "A broad base keeps it upright on a moving table, or a cluttered one.",
                ),
            ],
        },
        Range {
            kind: Archetype::Vase,
            items: &[
                (
                    "Bottle Vase Penmarc'h",
                    "Stoneware",
                    54,
                    "The shape is borrowed from cider bottles, with the shoulders let out a little.",
                ),
                (
                    "Sea Thrift Bud Vase",
                    "Porcelain",
                    26,
                    "One stem of anything will do, even something picked from a wall.",
                ),
                (
                    "Breakwater Vase",
                    "Stoneware",
                    72,
                    "Thrown in two parts and joined while wet, it keeps a soft seam around the middle.",
                ),
                (
                    "Driftline Vase",
                    "Stoneware",
                    64,
                    "Poured glaze stops short of the foot in an uneven edge that nobody planned.",
                ),
                (
                    "Kelp Vase",
                    "Stoneware",
                    58,
                    "Anouk combs the surface with a piece of old net while the wheel turns slowly.",
                ),
            ],
        },
        Range {
            kind: Archetype::Bowl,
            items: &[
                (
                    "Harbour Breakfast Bowl",
                    "Stoneware",
                    27,
                    "Made for café au lait drunk with both hands, it has since been used for everything.",
                ),
                (
                    "Oyster Serving Bowl",
                    "Stoneware",
                    68,
                    "Inside it is smooth and pale, outside rough as a shell.",
                ),
                (
                    "Slack Tide Bowl",
                    "Porcelain",
                    34,
                    "So calm a shape that it took eleven tries to get rid of everything else.",
                ),
                (
                    "Net Loft Bowl",
                    "Stoneware",
                    31,
                    "Thumb-wide ridges on the outside give wet hands a hold.",
                ),
            ],
        },
        Range {
            kind: Archetype::Plate,
            items: &[
                (
                    "Horizon Dinner Plate",
                    "Stoneware",
                    36,
                    "A single brushed line crosses it, never quite level.",
                ),
                (
                    "Sandbar Side Plate",
                    "Stoneware",
                    24,
                    "The size for a slice of cake or two sardines on toast.",
                ),
                (
                    "Foreshore Plate",
                    "Stoneware",
                    34,
                    "Half dipped, half bare, it feels dry under the thumb on one side and wet on the other.",
                ),
                (
                    "Skerry Pasta Plate",
                    "Stoneware",
                    38,
                    "Between a plate and a bowl, with a well that holds a proper helping.",
                ),
            ],
        },
        Range {
            kind: Archetype::Teapot,
            items: &[
                (
                    "Lighthouse Teapot",
                    "Stoneware",
                    98,
                    "Tall and upright, it takes up little of the table and pours from a good height.",
                ),
                (
                    "Round Gull Teapot",
                    "Porcelain",
                    112,
                    "As plump as the bird on the cannery roof, and better behaved.",
                ),
                (
                    "Storm Lantern Teapot",
                    "Stoneware",
                    104,
                    "A bail handle of cane goes over the top and stays cool.",
                ),
                (
                    "Two Cup Teapot Iroise",
                    "Stoneware",
                    76,
                    "Enough for one person reading or two people talking.",
                ),
            ],
        },
        Range {
            kind: Archetype::PlantPot,
            items: &[
                (
                    "Dune Grass Pot",
                    "Stoneware",
                    36,
                    "The glaze is thin and dry, closer to a sunburnt stone than to a dish.",
                ),
                (
                    "Rock Pool Planter",
                    "Stoneware",
                    48,
                    "Wide and shallow, it suits succulents that like to sprawl.",
                ),
                (
                    "Saltmarsh Pot",
                    "Stoneware",
                    42,
                    "A comb run round the wet clay has left bands like furrows in mud.",
                ),
                (
                    "Samphire Herb Pot",
                    "Stoneware",
                    32,
                    "Long rather than round, it fits three kitchen herbs on one sill.",
                ),
            ],
        },
    ],
};
