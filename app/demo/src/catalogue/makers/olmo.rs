//! Bottega dell'Olmo, oil and honey from the hills of Lucca.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "bottega-dell-olmo",
    name: "Bottega dell'Olmo",
    code: "OLM",
    tagline: "Oil, honey and a well-kept pantry from Lucca",
    story: &[
        "Under the elm at Matraia stand a press, a shop the size of a garage and usually a queue. Chiara Bertolucci and her father Dino press for sixty families in the valley and keep the best of it for themselves and, lately, for you.",
        "Olives are picked from the second week of October and pressed the same day. The bees belong to Dino's cousin Ugo, who moves ninety hives by night from acacia to chestnut to heather.",
        "What goes with oil they also sell: jars, mills and the apron Chiara has made by the tailor in Lammari.",
    ],
    city: "Lucca",
    country: "IT",
    country_name: "Italy",
    founded: 1974,
    ships: (2, 5),
    signs: "Chiara",
    palette: &["Moss", "Ochre", "Chalk", "Clay", "Sage", "Rust"],
    styles: &["Rustic", "Mediterranean", "Classic"],
    ending: Ending::Ninety,
    lines: &[
        "Chiara writes the number of the batch on the label in pencil.",
        "The elm that gave the shop its name is still there, propped up on two poles.",
        "Dino tries everything and says nothing, which is how you know it is good.",
        "It has been sold across the same marble counter since 1974, more or less.",
    ],
    ranges: &[
        Range {
            kind: Archetype::OliveOil,
            items: &[
                (
                    "Matraia Extra Virgin",
                    "Frantoio",
                    16,
                    "Artichoke, cut grass and a peppery cough, in that order.",
                ),
                (
                    "First Day Oil",
                    "Leccino",
                    22,
                    "Pressed on the opening day of the harvest, it is loud and does not keep, so hurry.",
                ),
                (
                    "Old Trees Oil",
                    "Frantoio",
                    24,
                    "These eleven trees survived the frost of 1985 and give very little.",
                ),
                (
                    "Soft Oil for Fish",
                    "Taggiasca",
                    17,
                    "Almond and ripe apple, with none of the fight.",
                ),
                (
                    "Kitchen Oil of the House",
                    "Blend",
                    12,
                    "What Chiara fries an egg in, and she fries a good egg.",
                ),
                (
                    "Lemon Pressed Oil",
                    "Leccino",
                    18,
                    "Whole lemons go into the press with the last olives, nothing is added later.",
                ),
                (
                    "Hill Terrace Oil",
                    "Moraiolo",
                    19,
                    "Small, hard olives from dry-stone terraces make a stern and lasting oil.",
                ),
                (
                    "Rosemary Oil",
                    "Blend",
                    15,
                    "One branch in every bottle, picked the morning it is filled.",
                ),
            ],
        },
        Range {
            kind: Archetype::HoneyJar,
            items: &[
                (
                    "Chestnut Honey",
                    "Chestnut",
                    9,
                    "Dark, almost bitter, it divides every table it is put on.",
                ),
                (
                    "Acacia Honey",
                    "Acacia",
                    10,
                    "Pale as straw and so mild that tea does not notice.",
                ),
                (
                    "Heather Honey Garfagnana",
                    "Heather",
                    13,
                    "Thick as jelly, it has to be pressed from the comb.",
                ),
                (
                    "Lime Blossom Honey",
                    "Lime blossom",
                    10,
                    "Mint and warm wood, from the avenue along the city walls.",
                ),
                (
                    "Wildflower Honey",
                    "Wildflower",
                    8,
                    "Whatever bloomed that week went in, and Ugo keeps a list.",
                ),
                (
                    "Strawberry Tree Honey",
                    "Strawberry tree",
                    14,
                    "It flowers in November and the honey is bitter, rare and good with ricotta.",
                ),
                (
                    "Sunflower Honey",
                    "Sunflower",
                    8,
                    "Bright in the jar, it sets firm within weeks and spreads like butter.",
                ),
                (
                    "Honeydew from Fir Woods",
                    "Forest honeydew",
                    12,
                    "No flower at all: bees gather it from the needles in dry summers.",
                ),
            ],
        },
        Range {
            kind: Archetype::ChocolateBar,
            items: &[
                (
                    "Olive Oil Chocolate",
                    "Madagascar",
                    7,
                    "Oil in place of butter makes it melt faster and taste greener.",
                ),
                (
                    "Chestnut Honey Chocolate",
                    "Ecuador",
                    7,
                    "Ugo's darkest honey runs through it in a thin bitter seam.",
                ),
                (
                    "Hazelnut Slab",
                    "Dominican Republic",
                    8,
                    "Whole nuts from Piedmont, so many that it barely holds together.",
                ),
            ],
        },
        Range {
            kind: Archetype::StorageJar,
            items: &[
                (
                    "Preserving Jar Lucca",
                    "Glass",
                    14,
                    "Wire clip, rubber ring, thick glass, as in every cellar of the valley.",
                ),
                (
                    "Pasta Jar",
                    "Glass",
                    18,
                    "Tall as a packet of spaghetti and two fingers more.",
                ),
                (
                    "Biscotti Jar",
                    "Recycled glass",
                    22,
                    "The mouth is tilted so children can reach, or so that you may hear them.",
                ),
                (
                    "Stone Cellar Jar",
                    "Stoneware",
                    29,
                    "Opaque, since some things keep best in the dark.",
                ),
            ],
        },
        Range {
            kind: Archetype::Apron,
            items: &[
                (
                    "Oil Mill Apron",
                    "Canvas",
                    48,
                    "The tailor in Lammari makes it from the cloth once used for pressing mats.",
                ),
                (
                    "Chiara's Shop Apron",
                    "Linen",
                    54,
                    "Tied short, with a loop for a corkscrew.",
                ),
                (
                    "Jam Season Apron",
                    "Cotton",
                    39,
                    "It is lined in front, for days when the fruit spits.",
                ),
                (
                    "Beekeeper's Apron",
                    "Canvas",
                    52,
                    "Ugo wanted three pockets: smoker, knife, sandwich.",
                ),
            ],
        },
        Range {
            kind: Archetype::PepperMill,
            items: &[
                (
                    "Olive Wood Mill",
                    "Olive wood",
                    58,
                    "Turned from prunings, so the grain swirls where a branch began.",
                ),
                (
                    "Table Salt Mill",
                    "Olive wood",
                    52,
                    "Ceramic inside, because salt is hard on steel.",
                ),
                (
                    "Trattoria Mill",
                    "Beech",
                    66,
                    "Long enough to reach across a table for six.",
                ),
                (
                    "Pocket Mill",
                    "Olive wood",
                    34,
                    "Some people travel with their own pepper, and now you can.",
                ),
            ],
        },
    ],
};
