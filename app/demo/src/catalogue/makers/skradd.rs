//! Skrädd i Borås, coats and trousers from western Sweden.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "skradd-i-boras",
    name: "Skrädd i Borås",
    code: "SKR",
    tagline: "Tailored outerwear for real weather",
    story: &[
        "Borås was Sweden's mail-order town, and Lena Ekdahl's father cut coats for all of it. When the last factory closed she bought its pattern archive, four thousand pieces of brown card, for the price of carting it off.",
        "She and two tailors recut the best of them for people who cycle. Cloth comes from mills in Sweden and Yorkshire, thread from Gothenburg, horn buttons from a man on Öland.",
        "Repairs are free for five years, and they rather hope you come by.",
    ],
    city: "Borås",
    country: "SE",
    country_name: "Sweden",
    founded: 2006,
    ships: (3, 6),
    signs: "Lena",
    palette: &["Ink", "Charcoal", "Forest", "Sand", "Rust", "Plum"],
    styles: &["Classic", "Scandinavian", "Workwear"],
    ending: Ending::Round,
    lines: &[
        "Its pattern has a number in the brown card archive, or a near relative there.",
        "Lena redrew it for people who cycle.",
        "Repairs are free for five years.",
        "It was pressed three times on the way, which is most of tailoring.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Shirt,
            items: &[
                (
                    "Flannel Cabin Shirt",
                    "Cotton",
                    96,
                    "Brushed on both sides and checked in two quiet tones.",
                ),
                (
                    "Tailor's White Shirt",
                    "Cotton",
                    112,
                    "Lena's father cut it for bank clerks, we raised the armhole so you can reach a shelf.",
                ),
                (
                    "Overshirt Viskan",
                    "Wool",
                    148,
                    "It is a jacket on warm days and a shirt on cold ones.",
                ),
                (
                    "Denim Work Shirt",
                    "Cotton",
                    104,
                    "Triple-stitched, with a slot for a pencil in the left pocket.",
                ),
            ],
        },
        Range {
            kind: Archetype::Trousers,
            items: &[
                (
                    "Flannel Trousers Borås",
                    "Wool",
                    168,
                    "They hang straight from the hip and forgive an afternoon on a train.",
                ),
                (
                    "Archive Work Trousers",
                    "Cotton",
                    124,
                    "Cut in 1952 for tram mechanics, with a gusset they insisted upon.",
                ),
                (
                    "Corduroy Trousers",
                    "Cotton",
                    118,
                    "Eight wales to the inch is broad enough to stroke.",
                ),
                (
                    "Cycling Chinos",
                    "Cotton",
                    129,
                    "There is stretch in the yarn, and a reflecting tape hidden in the turn-up.",
                ),
                (
                    "Winter Twill Trousers",
                    "Wool",
                    174,
                    "Dense twill turns wind and light sleet, and never rustles.",
                ),
            ],
        },
        Range {
            kind: Archetype::Coat,
            items: &[
                (
                    "Viskan Overcoat",
                    "Wool",
                    420,
                    "The archive calls it Herrpaletå 1938, and only the shoulder has been softened.",
                ),
                (
                    "Station Duffle Coat",
                    "Wool",
                    385,
                    "Horn toggles on leather loops open with mittens on.",
                ),
                (
                    "Rain Mac Älvsborg",
                    "Cotton",
                    340,
                    "Proofed cotton beads the first hour of rain and shrugs at the second.",
                ),
                (
                    "Cocoon Coat",
                    "Wool",
                    410,
                    "Round at the back, close at the wrist, it holds a pocket of warm air.",
                ),
                (
                    "Pea Coat Harbour",
                    "Wool",
                    365,
                    "Short enough to sit on a bicycle, with a collar to hide in.",
                ),
                (
                    "Quilted Liner Coat",
                    "Recycled nylon",
                    228,
                    "Wear it alone in April and beneath a bigger coat in January.",
                ),
                (
                    "Lodge Coat",
                    "Lambswool",
                    395,
                    "Unlined and unbuttoned, half coat and half blanket.",
                ),
                (
                    "Chore Coat",
                    "Canvas",
                    186,
                    "Three pockets, five buttons and no ambition to be anything else.",
                ),
                (
                    "Long Chesterfield",
                    "Wool",
                    460,
                    "It falls below the knee in one clean line and moves when you do.",
                ),
            ],
        },
        Range {
            kind: Archetype::Sweater,
            items: &[
                (
                    "Tailor's Fine Knit",
                    "Merino",
                    138,
                    "Thin enough to go beneath a jacket without a ruck at the elbow.",
                ),
                (
                    "Rollkrage Sweater",
                    "Lambswool",
                    149,
                    "The roll is knitted double, so it stands.",
                ),
                (
                    "Raglan Sweatshirt",
                    "Organic cotton",
                    98,
                    "A long raglan seam follows the arm and never binds on handlebars.",
                ),
            ],
        },
        Range {
            kind: Archetype::Scarf,
            items: &[
                (
                    "Overcoat Scarf",
                    "Wool",
                    72,
                    "Woven by the mill that makes the coats, and cut to fill the V of the lapel.",
                ),
                (
                    "Tram Stop Scarf",
                    "Lambswool",
                    66,
                    "For standing still in the wind, with both hands in your pockets.",
                ),
                (
                    "Silk and Wool Square",
                    "Merino",
                    84,
                    "Folded into a triangle it covers a throat and no more.",
                ),
            ],
        },
        Range {
            kind: Archetype::Beanie,
            items: &[
                (
                    "Watch Cap Borås",
                    "Merino",
                    42,
                    "Close, plain, and without a label on the outside.",
                ),
                (
                    "Longshore Beanie",
                    "Wool",
                    39,
                    "Worn high by young people and low by sensible ones.",
                ),
                (
                    "Felted Cycling Cap",
                    "Wool",
                    48,
                    "A short peak keeps rain off spectacles and tucks under a helmet.",
                ),
                (
                    "Ribbed Alpaca Hat",
                    "Alpaca",
                    54,
                    "It weighs about as much as an egg, and is warmer than it has any right to be.",
                ),
            ],
        },
    ],
};
