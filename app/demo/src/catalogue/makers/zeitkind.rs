//! Zeitkind, watches, clocks and eyewear from Vienna.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "zeitkind",
    name: "Zeitkind",
    code: "ZEI",
    tagline: "Watches, clocks and spectacles from the Josefstadt",
    story: &[
        "Opposite the tram stop in the Lange Gasse there is a window with a watchmaker in it. Clemens Adler regulates by hand from eight to one. In the afternoons he repairs what Vienna brings him.",
        "His partner Hanna Weiss is an optician and files frames from sheets of cotton acetate that rest for a month between cuts. Her sister Judith has the jeweller's bench at the back.",
        "They share one lathe, one coffee machine and a firm belief in screws.",
    ],
    city: "Vienna",
    country: "AT",
    country_name: "Austria",
    founded: 2010,
    ships: (2, 4),
    signs: "Hanna",
    palette: &["Ink", "Chalk", "Forest", "Plum", "Ochre", "Sky"],
    styles: &["Modern", "Classic", "Minimal"],
    ending: Ending::Round,
    lines: &[
        "Anyone passing the window can watch it being made.",
        "It can be taken apart, mended and put together again, here or by any good hand.",
        "Clemens or Hanna will look it over for nothing, as often as you like.",
        "It spends its last night with us on the shelf above the coffee machine.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Watch,
            items: &[
                (
                    "Josefstadt Three Hand",
                    "Steel",
                    420,
                    "Hours, minutes, seconds, and a great deal of clear space around them.",
                ),
                (
                    "Tram Conductor Watch",
                    "Steel",
                    380,
                    "Big numerals and a red tip on the second hand, so nobody departs early.",
                ),
                (
                    "Small Seconds Adler",
                    "Steel",
                    560,
                    "Seconds have a dial of their own at six o'clock, sunk by a tenth of a millimetre.",
                ),
                (
                    "Night Porter Watch",
                    "Titanium",
                    490,
                    "A dial for reading by the light of a stairwell.",
                ),
                (
                    "Bauhaus Date Watch",
                    "Steel",
                    395,
                    "The date shows through a window no bigger than a lentil.",
                ),
                (
                    "Regulator Watch",
                    "Brass",
                    640,
                    "One long minute hand does the work, the hours keep to themselves upstairs.",
                ),
                (
                    "Opera Watch",
                    "Silver",
                    720,
                    "Flat as two coins, it makes no sound through five acts of anything.",
                ),
                (
                    "Field Watch Prater",
                    "Titanium",
                    345,
                    "Scratches off its sandblasted case simply join the others.",
                ),
                (
                    "First Watch",
                    "Steel",
                    128,
                    "For someone who has just learned the big hand from the small one.",
                ),
            ],
        },
        Range {
            kind: Archetype::Sunglasses,
            items: &[
                (
                    "Lange Gasse Round",
                    "Acetate",
                    168,
                    "Round, but not a perfect circle, because no face is.",
                ),
                (
                    "Naschmarkt Panto",
                    "Acetate",
                    174,
                    "The classic academic shape, wide above and soft below.",
                ),
                (
                    "Danube Square",
                    "Acetate",
                    172,
                    "Straight brows, filed on the inside so that they cast less shadow.",
                ),
                (
                    "Aviator Schwechat",
                    "Steel",
                    186,
                    "The wire is one millimetre thick and the bar across is there for a reason.",
                ),
                (
                    "Cat Eye Hanna",
                    "Acetate",
                    178,
                    "Hanna cut the first pair for herself and has sold her own off her nose four times.",
                ),
                (
                    "Thin Rim Oval",
                    "Titanium",
                    198,
                    "Nineties in the photograph, lighter than anything from then.",
                ),
                (
                    "Ski Lodge Shades",
                    "Acetate",
                    192,
                    "Leather side pieces clip in for glaciers and out for terraces.",
                ),
                (
                    "Wood Temple Sunglasses",
                    "Walnut",
                    164,
                    "The arms are laminated from nine veneers with the grain crossing.",
                ),
                (
                    "Reading Room Tint",
                    "Acetate",
                    158,
                    "A pale tint you can wear indoors without explaining yourself.",
                ),
            ],
        },
        Range {
            kind: Archetype::WallClock,
            items: &[
                (
                    "Waiting Room Clock",
                    "Steel",
                    148,
                    "It has the honesty of a railway clock without the jolt every minute.",
                ),
                (
                    "Kitchen Dot Clock",
                    "Beech",
                    96,
                    "Twelve dots, two hands, and a rim you can hang spoons from in theory.",
                ),
                (
                    "Plywood Hour Clock",
                    "Birch",
                    84,
                    "Each layer of the ply marks a minute along the edge.",
                ),
                (
                    "Enamel Dial Clock",
                    "Enamelled steel",
                    168,
                    "Fired three times, so the white is deep like milk.",
                ),
                (
                    "Brass Ring Clock",
                    "Brass",
                    196,
                    "There is no face: the wall is the face.",
                ),
                (
                    "School Corridor Clock",
                    "Oak",
                    158,
                    "As clear as a bell, and a good deal quieter.",
                ),
                (
                    "Slate Clock",
                    "Slate",
                    134,
                    "You may write on it with chalk, for instance when dinner is.",
                ),
                (
                    "Cork Face Clock",
                    "Cork",
                    88,
                    "Pin a note to four o'clock and it will be remembered.",
                ),
                (
                    "Children's Clock",
                    "Beech",
                    92,
                    "Hours in one tone, minutes in another, and room between them to explain.",
                ),
            ],
        },
        Range {
            kind: Archetype::Earrings,
            items: &[
                (
                    "Escapement Studs",
                    "Silver",
                    68,
                    "Tiny pallet forks, from the part of a watch that says tick.",
                ),
                (
                    "Crescent Hoops",
                    "Silver",
                    84,
                    "Judith files them thicker at the bottom so they hang forwards.",
                ),
                (
                    "Dewdrop Hooks",
                    "Gold-plated silver",
                    78,
                    "A drop on a thread-thin hook, polished like a lens.",
                ),
                (
                    "Semaphore Earrings",
                    "Silver",
                    72,
                    "Two short bars at different angles, never saying the same thing.",
                ),
            ],
        },
        Range {
            kind: Archetype::Necklace,
            items: &[
                (
                    "Mainspring Pendant",
                    "Silver",
                    94,
                    "Coiled flat like the spring that drives it all.",
                ),
                (
                    "Ringstrasse Chain",
                    "Silver",
                    128,
                    "Every seventh link is left square.",
                ),
                (
                    "Single Pearl Line",
                    "Gold-plated silver",
                    142,
                    "One pearl that is free to wander along the chain.",
                ),
                (
                    "Coin Edge Disc",
                    "Gold-plated silver",
                    112,
                    "Milled at the rim like money, blank in the middle for a letter of yours.",
                ),
            ],
        },
    ],
};
