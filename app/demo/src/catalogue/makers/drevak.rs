//! Dřevák, wooden toys from the Ore Mountains.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "drevak",
    name: "Dřevák",
    code: "DRE",
    tagline: "Wooden toys that survive younger siblings",
    story: &[
        "Pavel Novotný made his daughter a train out of a broken chair. She is twenty-six now, runs the paint shop, and still has the engine on her desk.",
        "The workshop stands at the edge of Krásná Lípa, by the forest its beech comes from. Twelve people turn, saw, sand and dip, and the sawdust heats the school next door.",
        "Bears and rabbits are sewn by Jana upstairs, from wool and mohair, each with a slightly different expression. She says they choose it.",
    ],
    city: "Krásná Lípa",
    country: "CZ",
    country_name: "Czechia",
    founded: 2002,
    ships: (2, 5),
    signs: "Jana",
    palette: &["Ochre", "Sky", "Rose", "Sage", "Clay", "Sand"],
    styles: &["Playful", "Traditional", "Natural"],
    ending: Ending::Ninety,
    lines: &[
        "It has been tested by Class 1B, who were thorough.",
        "Pavel tries every prototype with his eyes closed.",
        "Twelve people work here, and each has a different favourite.",
        "It is packed by Jana, who counts twice.",
    ],
    ranges: &[
        Range {
            kind: Archetype::WoodenBlocks,
            items: &[
                (
                    "Forest Edge Blocks",
                    "Beech",
                    42,
                    "Plain cubes, bricks and planks: the alphabet of building.",
                ),
                (
                    "Castle Arch Blocks",
                    "Beech",
                    54,
                    "Half-rounds and arches let you build bridges that stand with nothing holding them.",
                ),
                (
                    "Rainbow Stacker",
                    "Lime wood",
                    48,
                    "Seven arches nest, roll, rock and turn into fences.",
                ),
                (
                    "Mountain Village Blocks",
                    "Beech",
                    46,
                    "Roofs, chimneys and one church, which may be a rocket.",
                ),
                (
                    "Baby's First Blocks",
                    "Maple",
                    29,
                    "Large, light and finished with beeswax, for people who taste things.",
                ),
                (
                    "Letter Blocks",
                    "Lime wood",
                    39,
                    "The letters are cut in, not printed, so a finger can follow them.",
                ),
                (
                    "Balance Stones",
                    "Beech",
                    36,
                    "No two faces are parallel, and patience is the whole game.",
                ),
                (
                    "Marble Run Blocks",
                    "Beech",
                    68,
                    "Grooves and tunnels line up whichever way you turn them.",
                ),
            ],
        },
        Range {
            kind: Archetype::ToyTrain,
            items: &[
                (
                    "Broken Chair Engine",
                    "Beech",
                    34,
                    "The first toy Pavel made, still with a spindle for a boiler.",
                ),
                (
                    "Timber Train",
                    "Beech",
                    48,
                    "Three wagons carry nine real logs, and the logs get lost first.",
                ),
                (
                    "Night Express",
                    "Beech",
                    52,
                    "Windows are drilled right through, so a torch can shine out.",
                ),
                (
                    "Circus Train",
                    "Lime wood",
                    58,
                    "The lion's wagon has bars that lift, with predictable results.",
                ),
                (
                    "Pull-Along Locomotive",
                    "Maple",
                    38,
                    "On a cord, it nods as it goes.",
                ),
                (
                    "Mountain Railcar",
                    "Beech",
                    29,
                    "One red-cheeked driver, two benches and a door that slides.",
                ),
                (
                    "Number Train",
                    "Lime wood",
                    44,
                    "Wagons from zero to nine, in whatever order the morning demands.",
                ),
                (
                    "Milk Train",
                    "Beech",
                    46,
                    "Six turned churns lift out and can be delivered.",
                ),
            ],
        },
        Range {
            kind: Archetype::Puzzle,
            items: &[
                (
                    "Ore Mountains Puzzle",
                    "Plywood",
                    39,
                    "A year in the forest: spring in one corner, snow in the other.",
                ),
                (
                    "Whimsy Cut Fox Puzzle",
                    "Plywood",
                    46,
                    "Among the pieces are a hare, a hat and an axe.",
                ),
                (
                    "Stacking Tree Puzzle",
                    "Lime wood",
                    28,
                    "Twelve birds sit in a tree and each fits only one branch.",
                ),
                (
                    "Village Map Floor Puzzle",
                    "Recycled board",
                    34,
                    "Once it is laid, toy cars can drive on it.",
                ),
                (
                    "Layered Pond Puzzle",
                    "Plywood",
                    36,
                    "Five layers down there is a pike.",
                ),
                (
                    "Star Chart Puzzle",
                    "Recycled board",
                    32,
                    "The stars glow after the lamp goes out, a discovery we had not meant to spoil.",
                ),
            ],
        },
        Range {
            kind: Archetype::PlushBear,
            items: &[
                (
                    "Bear Called Medvěd",
                    "Mohair",
                    58,
                    "Jointed at neck, arm and leg, he can sit, point and fall over.",
                ),
                (
                    "Pocket Bear",
                    "Wool",
                    24,
                    "Small enough for a coat, a lunch box or a first day.",
                ),
                (
                    "Winter Bear",
                    "Wool",
                    49,
                    "He wears a scarf that comes off and is the first thing to be mislaid.",
                ),
                (
                    "Long-Armed Bear",
                    "Organic cotton",
                    42,
                    "Arms meet behind a child's neck with a hidden magnet.",
                ),
                (
                    "Grandfather Bear",
                    "Mohair",
                    64,
                    "A little stout, a little worn at the elbow by intention.",
                ),
                (
                    "Sleepy Bear",
                    "Organic cotton",
                    39,
                    "Eyes embroidered shut, filled with spelt husks that smell of a field.",
                ),
                (
                    "Corduroy Bear",
                    "Cotton",
                    36,
                    "Made from one pair of trousers, more or less, with a pocket on the tummy.",
                ),
                (
                    "Forest Bear Cub",
                    "Alpaca",
                    54,
                    "The softest thing upstairs, and heavier than it looks.",
                ),
                (
                    "Patchwork Bear",
                    "Wool",
                    46,
                    "Jana joins the week's remnants and the bear comes out on Friday.",
                ),
            ],
        },
    ],
};
