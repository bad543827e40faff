//! Tonlabb, sound and desk devices from Gothenburg.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "tonlabb",
    name: "Tonlabb",
    code: "TON",
    tagline: "Repairable things with plugs, from Gothenburg",
    story: &[
        "Tonlabb began as a repair café in Majorna. After the four-hundredth glued-shut loudspeaker, Karin Lindqvist and Samir Haddad decided it would be less work to build their own.",
        "Everything is held with screws and comes with its drawings. Cabinets are made by a boat builder, boards are soldered upstairs, cameras are rebuilt from Swedish and Czech originals by Ulla, who used to fix them for newspapers.",
        "The repair café is still open, Wednesdays from six.",
    ],
    city: "Gothenburg",
    country: "SE",
    country_name: "Sweden",
    founded: 2014,
    ships: (2, 4),
    signs: "Karin",
    palette: &["Charcoal", "Chalk", "Moss", "Rust", "Sky", "Ink"],
    styles: &["Modern", "Scandinavian", "Retro"],
    ending: Ending::Round,
    lines: &[
        "The drawings are in the box, and on our site, and you may improve on them.",
        "Samir signs each one in a place only a repairer will see.",
        "Spare parts are promised until 2045.",
        "If it breaks, bring it on a Wednesday after six.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Headphones,
            items: &[
                (
                    "Majorna Headphones",
                    "Aluminium",
                    219,
                    "Made for long days: they press a third less than most and sound as if they pressed not at all.",
                ),
                (
                    "Studio Nine Headphones",
                    "Aluminium",
                    289,
                    "Neutral to the point of rudeness, for people who mix.",
                ),
                (
                    "Commuter Headphones",
                    "Recycled plastic",
                    178,
                    "The number eleven tram goes quiet at the push of one button.",
                ),
                (
                    "Walnut Cup Headphones",
                    "Walnut",
                    264,
                    "Wood damps the cup, and you hear it in a double bass.",
                ),
                (
                    "Featherlight Headphones",
                    "Titanium",
                    236,
                    "At the weight of an apple they are gone by the second song.",
                ),
                (
                    "Listening Chair Headphones",
                    "Beech",
                    312,
                    "Open at the back, these are for rooms where nobody else is talking.",
                ),
                (
                    "Kids' Safe Headphones",
                    "Recycled plastic",
                    74,
                    "The volume stops at 85 decibels, and so do the discussions.",
                ),
                (
                    "Radio Days Headphones",
                    "Steel",
                    158,
                    "A thin steel band and foam pads, like 1979 with better bass.",
                ),
                (
                    "Late Night Headphones",
                    "Aluminium",
                    198,
                    "Closed, dark, and tuned for playing softly.",
                ),
            ],
        },
        Range {
            kind: Archetype::Speaker,
            items: &[
                (
                    "Boat Builder's Speaker",
                    "Oak",
                    348,
                    "Its case is steamed and bent like a hull, so there is no corner for the sound to get stuck in.",
                ),
                (
                    "Kitchen Speaker",
                    "Beech",
                    184,
                    "It does the news, the football and Motown, all with flour on it.",
                ),
                (
                    "Bookshelf Pair Älven",
                    "Walnut",
                    520,
                    "Two small boxes make a stage as wide as your wall.",
                ),
                (
                    "Window Sill Speaker",
                    "Recycled plastic",
                    129,
                    "Slim enough to stand in front of a curtain.",
                ),
                (
                    "Picnic Speaker",
                    "Aluminium",
                    148,
                    "Rain, sand and one lake have been survived so far.",
                ),
                (
                    "Record Room Speaker",
                    "Oak",
                    440,
                    "Meant for one armchair, a metre and a half away.",
                ),
                (
                    "Bedside Radio Speaker",
                    "Ash",
                    167,
                    "A dial for stations and no screen to wake you.",
                ),
                (
                    "Felt Front Speaker",
                    "Birch",
                    212,
                    "The front is felt that Karin's mother dyes, in batches, when asked nicely.",
                ),
                (
                    "Corner Bass Box",
                    "Birch",
                    298,
                    "It sits where two walls meet and uses both.",
                ),
            ],
        },
        Range {
            kind: Archetype::Keyboard,
            items: &[
                (
                    "Rain Keyboard",
                    "Aluminium",
                    168,
                    "Named for its sound, which Gothenburg knows better than most.",
                ),
                (
                    "Editor's Keyboard",
                    "Aluminium",
                    189,
                    "The arrow keys have a proper place and Delete is where you left it.",
                ),
                (
                    "Compact Travel Keyboard",
                    "Recycled plastic",
                    112,
                    "It lies across a closed laptop, and on a train table with coffee.",
                ),
                (
                    "Walnut Frame Keyboard",
                    "Walnut",
                    214,
                    "The wrist rest and frame come from a single board.",
                ),
                (
                    "Low Profile Keyboard",
                    "Aluminium",
                    148,
                    "So flat that the wrists stay straight.",
                ),
                (
                    "Split Keyboard",
                    "Birch",
                    236,
                    "Two halves, set as far apart as your shoulders.",
                ),
                (
                    "Newsroom Keyboard",
                    "Steel",
                    158,
                    "A heavy plate, tall keys and a faint memory of typewriters.",
                ),
                (
                    "Bookkeeper's Keyboard",
                    "Aluminium",
                    154,
                    "With a proper number pad, for those three weeks in spring when taxes are due.",
                ),
                (
                    "First Computer Keyboard",
                    "Recycled plastic",
                    94,
                    "Rounded keys in the tones of 1984.",
                ),
            ],
        },
        Range {
            kind: Archetype::Camera,
            items: &[
                (
                    "Ulla's Rangefinder",
                    "Brass",
                    389,
                    "Rebuilt from a 1962 body, with a new shutter and every screw replaced.",
                ),
                (
                    "Pocket Viewfinder Camera",
                    "Aluminium",
                    198,
                    "Fixed lens, four symbols for distance, and no excuse.",
                ),
                (
                    "Box Camera Majorna",
                    "Beech",
                    142,
                    "A wooden box with a lens on one side: that is how it all began.",
                ),
                (
                    "Street Camera 35",
                    "Steel",
                    264,
                    "It fits a jacket, and fires with a click like a pen.",
                ),
                (
                    "Folding Landscape Camera",
                    "Walnut",
                    448,
                    "Bellows, brass and a negative the size of a biscuit.",
                ),
                (
                    "Instant Party Camera",
                    "Recycled plastic",
                    118,
                    "You get one picture, at once, and it belongs to whoever grabs it.",
                ),
                (
                    "Panorama Camera",
                    "Aluminium",
                    342,
                    "The lens swings as the horizon demands.",
                ),
                (
                    "Twin Lens Camera",
                    "Steel",
                    412,
                    "You look down into it, and strangers do not mind being looked at that way.",
                ),
                (
                    "Pinhole Kit Camera",
                    "Birch",
                    58,
                    "Built in an evening, and the first photograph follows in the morning.",
                ),
            ],
        },
    ],
};
