//! Olaria do Redondo, earthenware from the Alentejo.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "olaria-do-redondo",
    name: "Olaria do Redondo",
    code: "OLR",
    tagline: "Red clay, white slip, wood fire",
    story: &[
        "There were forty potteries in Redondo when Joaquim Mestre began sweeping floors in one of them. Now there are five, and this one is run by his granddaughter Inês, who came back from Lisbon with a degree in chemistry and opinions about lead.",
        "The clay is dug two kilometres away and rests for a winter under wet sacks. Pots are thrown on kick wheels, dipped in white slip and painted with a goat-hair brush, then fired with cork-oak prunings.",
        "Joaquim, at eighty-one, still does the big bowls.",
    ],
    city: "Redondo",
    country: "PT",
    country_name: "Portugal",
    founded: 1958,
    ships: (3, 7),
    signs: "Inês",
    palette: &["Clay", "Rust", "Chalk", "Ochre", "Moss", "Indigo"],
    styles: &["Rustic", "Traditional", "Mediterranean"],
    ending: Ending::Half,
    lines: &[
        "Joaquim has looked at it and grunted, which is praise.",
        "Wood firing leaves one side a little warmer in tone, the side that faced the flame.",
        "Inês tests every glaze for lead and keeps the papers in a drawer for anyone who asks.",
        "The clay was dug two kilometres from the wheel.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Mug,
            items: &[
                (
                    "Sunday Painted Mug",
                    "Earthenware",
                    19,
                    "Four strokes make a leaf, and the leaf goes round until it meets itself.",
                ),
                (
                    "Harvest Mug",
                    "Earthenware",
                    16,
                    "Field hands drank from these, which is why the handle is as thick as a thumb.",
                ),
                (
                    "Galão Mug",
                    "Earthenware",
                    21,
                    "Tall and narrow for milky coffee, with a dent where the thumb goes.",
                ),
            ],
        },
        Range {
            kind: Archetype::Vase,
            items: &[
                (
                    "Water Jug Vase Évora",
                    "Terracotta",
                    46,
                    "Until the nineties every house had one by the door, sweating and keeping water cool.",
                ),
                (
                    "Cork Oak Vase",
                    "Terracotta",
                    52,
                    "Pressed with real bark while soft, it carries the forest on its skin.",
                ),
                (
                    "Two Ear Vase",
                    "Earthenware",
                    44,
                    "The small handles are too small for fingers, they are there for the shadow.",
                ),
                (
                    "Wild Fennel Vase",
                    "Earthenware",
                    38,
                    "Slim and a bit crooked, it was named after what grows along the road to the clay pit.",
                ),
            ],
        },
        Range {
            kind: Archetype::Bowl,
            items: &[
                (
                    "Joaquim's Big Bowl",
                    "Earthenware",
                    78,
                    "At eighty-one he throws six of these on a good day and none on a bad one.",
                ),
                (
                    "Açorda Soup Bowl",
                    "Earthenware",
                    22,
                    "Bread soup needs a deep bowl with a broad lip to rest the spoon on.",
                ),
                (
                    "Olive Dish Redondo",
                    "Earthenware",
                    17,
                    "There is a second, tiny bowl joined to its side for the stones.",
                ),
                (
                    "Dotted Slip Bowl",
                    "Earthenware",
                    24,
                    "White slip is dripped from a quill, dot by dot, while the bowl turns.",
                ),
                (
                    "Fig Bowl",
                    "Terracotta",
                    29,
                    "Left unglazed outside, it keeps fruit cool and lets it breathe.",
                ),
            ],
        },
        Range {
            kind: Archetype::Plate,
            items: &[
                (
                    "Bird Plate",
                    "Earthenware",
                    34,
                    "The bird is painted in under a minute and has looked surprised since 1958.",
                ),
                (
                    "Fish Plate Setúbal",
                    "Earthenware",
                    39,
                    "Oval, because fish are.",
                ),
                (
                    "Everyday Red Plate",
                    "Terracotta",
                    18,
                    "This is what the family eats from: clear glaze on red clay and nothing painted.",
                ),
                (
                    "Wheat Plate",
                    "Earthenware",
                    31,
                    "Ears of wheat bend round the rim, all in the same wind.",
                ),
                (
                    "Olive Branch Platter",
                    "Earthenware",
                    58,
                    "A whole roast chicken fits, with room for the potatoes.",
                ),
            ],
        },
        Range {
            kind: Archetype::Teapot,
            items: &[
                (
                    "Grandmother's Teapot",
                    "Earthenware",
                    62,
                    "The original lost its lid in 1974, this one is drawn from the photograph.",
                ),
                (
                    "Lemon Peel Teapot",
                    "Earthenware",
                    58,
                    "Sized for the local infusion of lemon peel and hot water, it does tea as well.",
                ),
                (
                    "Squat Clay Teapot",
                    "Terracotta",
                    54,
                    "Low and wide like a sitting hen, it holds heat for an hour.",
                ),
            ],
        },
        Range {
            kind: Archetype::PlantPot,
            items: &[
                (
                    "Courtyard Pot",
                    "Terracotta",
                    26,
                    "A plain pot with a strong rim, as seen on every staircase in town.",
                ),
                (
                    "Geranium Wall Pot",
                    "Terracotta",
                    24,
                    "One side is flat, with a hole for a nail.",
                ),
                (
                    "Lemon Tree Pot",
                    "Terracotta",
                    64,
                    "Big, thick and garlanded, this is a pot for something you mean to keep for thirty years.",
                ),
                (
                    "Basil Pot",
                    "Terracotta",
                    17,
                    "In June every window in the Alentejo has a basil in a pot of this size.",
                ),
                (
                    "White Slip Planter",
                    "Earthenware",
                    33,
                    "Half the pot is dipped in slip, the rest shows what it is made of.",
                ),
            ],
        },
        Range {
            kind: Archetype::StorageJar,
            items: &[
                (
                    "Salt Pig Alentejo",
                    "Terracotta",
                    28,
                    "Clay draws the damp out of salt, so it stays loose by the stove.",
                ),
                (
                    "Olive Crock",
                    "Earthenware",
                    42,
                    "It was made for curing olives in brine, eight weeks with a stone on top.",
                ),
                (
                    "Flour Jar Évora",
                    "Earthenware",
                    46,
                    "Farinha is scratched through the slip, in case you forget.",
                ),
                (
                    "Garlic Jar",
                    "Terracotta",
                    24,
                    "Holes around the belly let the air through and the smell stay in.",
                ),
            ],
        },
    ],
};
