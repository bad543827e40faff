//! Ytterst, outdoor gear from the Lofoten islands.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "ytterst",
    name: "Ytterst",
    code: "YTT",
    tagline: "Gear from the outermost road in Lofoten",
    story: &[
        "The road ends at Å, and just before it there is a yellow shed. Ingrid Moe made sails there until the boats went over to plastic, then bags, then a tent because a friend's had torn on Munkebu.",
        "Six people sew, weld and test. Testing means hanging it outside in February. What still works in March goes into the range.",
        "Repairs come back by the same post boat that takes orders out, twice a week when the sea allows.",
    ],
    city: "Reine",
    country: "NO",
    country_name: "Norway",
    founded: 1999,
    ships: (4, 8),
    signs: "Ingrid",
    palette: &[
        "Forest", "Ocean", "Ochre", "Charcoal", "Rust", "Sky", "Sage",
    ],
    styles: &["Technical", "Scandinavian", "Minimal"],
    ending: Ending::Round,
    lines: &[
        "It hung outside for all of February before it was allowed into the range.",
        "Ingrid carried the prototype up to Munkebu and back.",
        "Repairs go out on the post boat, twice a week.",
        "What did not survive the test hangs in the shed, as a reminder.",
    ],
    ranges: &[
        Range {
            kind: Archetype::WaterBottle,
            items: &[
                (
                    "Post Boat Bottle",
                    "Stainless steel",
                    32,
                    "It rolls about on deck and has the dents to show for it, and no leak.",
                ),
                (
                    "Munkebu Flask",
                    "Stainless steel",
                    42,
                    "Soup at eight, still soup at two.",
                ),
                (
                    "Tide Pool Bottle",
                    "Aluminium",
                    24,
                    "Light enough that you notice only the water.",
                ),
                (
                    "Loop Cap Bottle",
                    "Stainless steel",
                    34,
                    "Hang it from a branch, a rucksack or a finger.",
                ),
                (
                    "Glass Heart Bottle",
                    "Glass",
                    29,
                    "Glass inside a knitted sleeve, for those who taste metal.",
                ),
                (
                    "Summit Tea Bottle",
                    "Stainless steel",
                    46,
                    "The lid is a cup, and there is a strainer where the lid was.",
                ),
                (
                    "School Run Bottle",
                    "Stainless steel",
                    26,
                    "One-handed, spill-free and sized for a satchel.",
                ),
                (
                    "Titanium Ultralight Bottle",
                    "Titanium",
                    68,
                    "You can set it in the embers and drink from it after.",
                ),
                (
                    "Everyday Cap Bottle",
                    "Aluminium",
                    22,
                    "It looks like nothing special, and does not leave your desk.",
                ),
            ],
        },
        Range {
            kind: Archetype::Tent,
            items: &[
                (
                    "Å Dome Tent",
                    "Recycled nylon",
                    390,
                    "At the end of the road the wind comes from everywhere, so this tent is the same on every side.",
                ),
                (
                    "Solo Ridge Tent",
                    "Recycled nylon",
                    285,
                    "For one person, a book and the sound of rain.",
                ),
                (
                    "Sail Loft Tunnel Tent",
                    "Silnylon",
                    520,
                    "Three hoops in a row and space to sit out a storm playing cards.",
                ),
                (
                    "Beach Shelter",
                    "Recycled polyester",
                    148,
                    "Half a tent, for the half of the day with wind.",
                ),
                (
                    "Family Base Tent",
                    "Cotton canvas",
                    680,
                    "Cotton breathes, so it stays cool after the sun has found it.",
                ),
                (
                    "Lavvu Cone Tent",
                    "Cotton canvas",
                    590,
                    "A single pole, a smoke hole and an old idea.",
                ),
                (
                    "Fast Trek Tent",
                    "Silnylon",
                    445,
                    "Walking poles hold it up, and what is left weighs little more than a jumper.",
                ),
                (
                    "Cycle Tour Tent",
                    "Recycled nylon",
                    360,
                    "Packed, it is as short as a handlebar is wide.",
                ),
                (
                    "Winter Ridge Tent",
                    "Silnylon",
                    640,
                    "Snow flaps all round and a second skin that does not rattle.",
                ),
            ],
        },
        Range {
            kind: Archetype::BikeHelmet,
            items: &[
                (
                    "Harbour Road Helmet",
                    "Polycarbonate",
                    98,
                    "Plain as a bollard, with a brim of exactly the right length.",
                ),
                (
                    "Bike Courier Helmet",
                    "Polycarbonate",
                    112,
                    "Deep at the back and cut away over the ears, where the traffic is.",
                ),
                (
                    "Gravel Day Helmet",
                    "Polycarbonate",
                    134,
                    "Air goes in at the brow and out at the nape, you can feel it.",
                ),
                (
                    "Small Rider Helmet",
                    "Polycarbonate",
                    59,
                    "Lower on the temples, since children fall sideways.",
                ),
                (
                    "Winter City Helmet",
                    "Recycled plastic",
                    124,
                    "Ear flaps of merino button in for November.",
                ),
                (
                    "Cork Lined Helmet",
                    "Recycled plastic",
                    142,
                    "Cork in place of foam: heavier by a walnut, and you can compost it.",
                ),
                (
                    "Commuter Visor Helmet",
                    "Polycarbonate",
                    168,
                    "The visor goes over spectacles and flips up with a thumb.",
                ),
                (
                    "Round Skate Helmet",
                    "ABS",
                    74,
                    "A bowl with vents, honest about it.",
                ),
                (
                    "Climb and Descent Helmet",
                    "Polycarbonate",
                    156,
                    "Extra cover behind, and a ratchet that works with cold fingers.",
                ),
            ],
        },
        Range {
            kind: Archetype::YogaMat,
            items: &[
                (
                    "Rorbu Floor Mat",
                    "Natural rubber",
                    74,
                    "Cut for the uneven floor of a fisherman's hut, it hides a gap of several millimetres.",
                ),
                (
                    "Cork Morning Mat",
                    "Cork",
                    82,
                    "Dry it is smooth, damp it grips, so it improves with effort.",
                ),
                (
                    "Travel Fold Mat",
                    "Natural rubber",
                    58,
                    "Folds like a map and lies on top of a hotel carpet.",
                ),
                (
                    "Felted Wool Mat",
                    "Wool",
                    96,
                    "For sitting still on cold floors, more than for jumping.",
                ),
                (
                    "Aurora Grip Mat",
                    "Natural rubber",
                    79,
                    "The surface is pressed with a pattern from fish skin, which knows about wet.",
                ),
                (
                    "Cotton Practice Rug",
                    "Cotton",
                    68,
                    "Woven in the old Mysore manner, it gets better with every wash.",
                ),
                (
                    "Long Stretch Mat",
                    "Natural rubber",
                    92,
                    "Made after complaints from a basketball team.",
                ),
                (
                    "Jute Weave Mat",
                    "Jute",
                    64,
                    "Coarse, sweet-smelling and good for standing poses.",
                ),
                (
                    "Quiet Cork Mat",
                    "Cork",
                    88,
                    "Thick enough for knees and for the neighbours below.",
                ),
            ],
        },
        Range {
            kind: Archetype::Backpack,
            items: &[
                (
                    "Sail Loft Rucksack",
                    "Recycled sailcloth",
                    148,
                    "The cloth has rounded Skagerrak a few times already.",
                ),
                (
                    "Roll Top Post Pack",
                    "Waxed canvas",
                    134,
                    "Roll it down three times and the boat can tip if it likes.",
                ),
                (
                    "Day Hike Pack Reine",
                    "Recycled nylon",
                    98,
                    "A light sack with one clever pocket and no straps you cannot name.",
                ),
                (
                    "School Satchel Pack",
                    "Canvas",
                    86,
                    "Flat, square, and able to stand in a puddle.",
                ),
                (
                    "Photographer's Pack",
                    "Waxed canvas",
                    189,
                    "It opens at the back, so the harness never lies in the mud.",
                ),
                (
                    "Weekend Pack Lofoten",
                    "Recycled polyester",
                    128,
                    "Two days of clothes, one pair of boots and a paperback.",
                ),
                (
                    "Fisher's Dry Pack",
                    "Recycled polyester",
                    116,
                    "Welded and not sewn, it floats.",
                ),
                (
                    "City Slim Pack",
                    "Recycled nylon",
                    109,
                    "So shallow that you can lean back on the tram.",
                ),
                (
                    "Mini Errand Pack",
                    "Canvas",
                    64,
                    "For a purse, an umbrella and one surprising melon.",
                ),
            ],
        },
    ],
};
