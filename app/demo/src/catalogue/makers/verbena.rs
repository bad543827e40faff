//! Officina Verbena, perfume from Turin.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "officina-verbena",
    name: "Officina Verbena",
    code: "VER",
    tagline: "Perfume from the back of a Turin pharmacy",
    story: &[
        "Behind the pharmacy in Via Barbaroux is a room with an organ: three hundred small bottles on curved shelves. Dottoressa Livia Sacco inherited the shop and turned the compounding room into a perfumery in 2016.",
        "She composes slowly, two scents a year, and lets them rest for three months in steel before she decides. What the law allows her to leave off the label she prints anyway.",
        "The candles and creams began as leftovers. They have their own customers now.",
    ],
    city: "Turin",
    country: "IT",
    country_name: "Italy",
    founded: 2016,
    ships: (2, 4),
    signs: "Livia",
    palette: &["Blush", "Plum", "Chalk", "Moss"],
    styles: &["Classic", "Modern", "Botanical"],
    ending: Ending::Round,
    lines: &[
        "Livia let it rest for three months before she would sign it.",
        "The formula has a number, a date and a coffee stain.",
        "It was composed on paper first, then nine times in glass.",
        "Regulars at the pharmacy had the casting vote.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Perfume,
            items: &[
                (
                    "Via Barbaroux",
                    "Citrus",
                    48,
                    "Wet cobbles, bergamot and someone else's cigarette, at eight in the morning.",
                ),
                (
                    "Fig Courtyard",
                    "Green",
                    46,
                    "Leaf, milk and bark, but hardly the fruit.",
                ),
                (
                    "Black Ink",
                    "Woody",
                    54,
                    "Cedar shavings and iron, it smells like the inside of a desk.",
                ),
                (
                    "Sunday Iris",
                    "Floral",
                    58,
                    "Iris root takes three years to dry, and smells of violets and flour when it has.",
                ),
                (
                    "Vermouth Hour",
                    "Spicy",
                    52,
                    "Wormwood, orange peel and clove, with the ice just poured.",
                ),
                (
                    "Salt on Linen",
                    "Fresh",
                    44,
                    "A sheet dried by the sea, and taken in at dusk.",
                ),
                (
                    "Rosa Damascena No. 4",
                    "Floral",
                    62,
                    "A rose with its thorns and earth left on.",
                ),
                (
                    "Old Library",
                    "Woody",
                    56,
                    "Paper, leather, a trace of vanilla from lignin, and dust in a sunbeam.",
                ),
                (
                    "Verbena Stairwell",
                    "Citrus",
                    42,
                    "The first scent made here, after the bush by the second-floor window.",
                ),
            ],
        },
        Range {
            kind: Archetype::Candle,
            items: &[
                (
                    "Pharmacy Drawer Candle",
                    "Soy wax",
                    34,
                    "Camphor, cardamom and old wood, as in a drawer marked with Latin.",
                ),
                (
                    "Orange Peel Candle",
                    "Soy wax",
                    32,
                    "The smell of a stove top in December.",
                ),
                (
                    "Wet Garden Candle",
                    "Soy wax",
                    34,
                    "Rain on warm earth, which has a proper name, and that name is petrichor.",
                ),
                (
                    "Church of San Dalmazzo Candle",
                    "Beeswax",
                    38,
                    "Cold incense, snuffed wick, stone.",
                ),
                (
                    "Tomato Leaf Candle",
                    "Soy wax",
                    32,
                    "It puts a greenhouse on the kitchen table.",
                ),
            ],
        },
        Range {
            kind: Archetype::LotionBottle,
            items: &[
                (
                    "Almond Blossom Lotion",
                    "Almond oil",
                    28,
                    "A scent as faint as blossom really is.",
                ),
                (
                    "Iris Body Milk",
                    "Almond oil",
                    34,
                    "Powdery in the old-fashioned way, it was made to go under Sunday Iris.",
                ),
                (
                    "After Sun Verbena Lotion",
                    "Aloe",
                    29,
                    "Kept in the fridge door, it is a small mercy in August.",
                ),
                (
                    "Fig Leaf Hand Lotion",
                    "Shea butter",
                    26,
                    "The courtyard again, in a bottle that stands by the sink.",
                ),
            ],
        },
        Range {
            kind: Archetype::CreamJar,
            items: &[
                (
                    "Cold Cream 1894",
                    "Beeswax",
                    29,
                    "The recipe is in the founder's hand: wax, almond oil, rose water, patience.",
                ),
                (
                    "Dottoressa's Day Cream",
                    "Jojoba oil",
                    36,
                    "Livia has made it for one customer since 2016 and for others since they asked.",
                ),
                (
                    "Elbow and Heel Cream",
                    "Lanolin",
                    22,
                    "For the parts nobody writes poems about.",
                ),
                (
                    "Neroli Eye Cream",
                    "Jojoba oil",
                    42,
                    "Bitter orange flower, in so small a dose that you only sense it is clean.",
                ),
            ],
        },
    ],
};
