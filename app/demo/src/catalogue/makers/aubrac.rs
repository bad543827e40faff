//! Savonnerie d'Aubrac, soap and brushes from the Massif Central.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "savonnerie-d-aubrac",
    name: "Savonnerie d'Aubrac",
    code: "AUB",
    tagline: "Plain soap and good brushes from a high plateau",
    story: &[
        "At twelve hundred metres, winters are long and hands crack. Élise Costes began making soap in the dairy of her parents' farm near Laguiole in 2010, for the milkers first and the market later.",
        "Oils are cold-mixed, poured into beech moulds and left to cure for eight weeks. Milk comes from thirty Aubrac cows with black eyelids, herbs from the ditches, and nothing from the laboratory.",
        "Brushes are drawn by her husband Rémi at the kitchen table, winters only.",
    ],
    city: "Laguiole",
    country: "FR",
    country_name: "France",
    founded: 2010,
    ships: (2, 5),
    signs: "Élise",
    palette: &["Sage", "Chalk", "Sand", "Blush"],
    styles: &["Natural", "Rustic", "Classic"],
    ending: Ending::Half,
    lines: &[
        "Élise dates each batch by hand, in blue ink.",
        "The farm's cows look on through the workshop window.",
        "Rémi wraps it in paper from the creamery.",
        "It was tried on the milkers first, who are hard to please.",
    ],
    ranges: &[
        Range {
            kind: Archetype::SoapBar,
            items: &[
                (
                    "Aubrac Milk Soap",
                    "Olive oil",
                    8,
                    "Whole milk replaces the water, which makes it gentle and slightly golden.",
                ),
                (
                    "Milker's Hand Soap",
                    "Tallow",
                    9,
                    "Ground oats take off the dirt and leave the skin.",
                ),
                (
                    "Wild Thyme Soap",
                    "Olive oil",
                    8,
                    "It smells of a path in July after somebody has walked on it.",
                ),
                (
                    "Gentian Root Soap",
                    "Olive oil",
                    9,
                    "A clean, bitter scent, and the plateau's own.",
                ),
                (
                    "Hay Meadow Soap",
                    "Sunflower oil",
                    8,
                    "Élise steeps second-cut hay in warm oil for a fortnight.",
                ),
                (
                    "Beeswax and Honey Soap",
                    "Olive oil",
                    10,
                    "Harder than the others, it is the one for people who leave soap in the wet.",
                ),
                (
                    "Charcoal Shaving Soap",
                    "Tallow",
                    12,
                    "Beech charcoal and clay give slip, and the lather stands.",
                ),
                (
                    "Verbena Garden Soap",
                    "Sunflower oil",
                    8,
                    "Lemon without any lemon, from a hedge along the south wall.",
                ),
                (
                    "Baby's First Soap",
                    "Olive oil",
                    9,
                    "Three oils, no scent and a shape that fits one hand.",
                ),
            ],
        },
        Range {
            kind: Archetype::LotionBottle,
            items: &[
                (
                    "Winter Hand Lotion",
                    "Shea butter",
                    19,
                    "Mixed for the months when door handles are cold.",
                ),
                (
                    "Barn Swallow Body Lotion",
                    "Sunflower oil",
                    22,
                    "Light and quick, named for the birds above the soap moulds.",
                ),
                (
                    "Arnica Walker's Lotion",
                    "Sunflower oil",
                    24,
                    "For calves and shoulders, on the evening of a long path.",
                ),
                (
                    "Milk and Oat Lotion",
                    "Oat oil",
                    21,
                    "It does nothing clever, and for itchy skin that is a virtue.",
                ),
                (
                    "Mountain Pine Body Lotion",
                    "Almond oil",
                    23,
                    "Pine needles are distilled in a still shared with the gin people.",
                ),
            ],
        },
        Range {
            kind: Archetype::CreamJar,
            items: &[
                (
                    "High Pasture Face Cream",
                    "Shea butter",
                    26,
                    "Made for weather that comes at you sideways.",
                ),
                (
                    "Calendula Balm",
                    "Beeswax",
                    16,
                    "Petals from the vegetable bed turn the oil the shade of marmalade.",
                ),
                (
                    "Shepherd's Hand Balm",
                    "Lanolin",
                    14,
                    "Sheep do not get chapped, and this is why.",
                ),
                (
                    "Night Rose Cream",
                    "Almond oil",
                    32,
                    "Dog rose from the hedges, gathered in two frantic weeks.",
                ),
            ],
        },
        Range {
            kind: Archetype::HairBrush,
            items: &[
                (
                    "Rémi's Everyday Brush",
                    "Beech",
                    39,
                    "He draws about three in an evening, with the radio on.",
                ),
                (
                    "Oval Cushion Brush",
                    "Beech",
                    44,
                    "Air under the rubber lets the pins give way where your head curves.",
                ),
                (
                    "Pear Wood Brush",
                    "Pear wood",
                    58,
                    "Made from a tree that stood behind the dairy until a storm in 2019.",
                ),
                (
                    "Travel Brush",
                    "Olive wood",
                    32,
                    "As long as a hand, it goes into a coat pocket.",
                ),
                (
                    "Beard Brush",
                    "Walnut",
                    29,
                    "Short, stiff and without a handle, it is held like a bar of soap.",
                ),
                (
                    "Child's Soft Brush",
                    "Beech",
                    27,
                    "The softest bristle there is, for hair that has just arrived.",
                ),
                (
                    "Long Hair Brush",
                    "Ash",
                    52,
                    "An extra row on each side saves a third of the strokes.",
                ),
                (
                    "Hundred Strokes Brush",
                    "Walnut",
                    64,
                    "Elegant enough to lie out, sturdy enough to be dropped.",
                ),
            ],
        },
        Range {
            kind: Archetype::Candle,
            items: &[
                (
                    "Dairy Window Candle",
                    "Beeswax",
                    24,
                    "It smells of the hive and nothing else.",
                ),
                (
                    "First Snow Candle",
                    "Soy wax",
                    22,
                    "Cold stone, a trace of smoke and the inside of a wool coat.",
                ),
            ],
        },
    ],
};
