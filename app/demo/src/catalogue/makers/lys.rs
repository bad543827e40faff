//! Lys Verksted, lamps from Bergen.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "lys-verksted",
    name: "Lys Verksted",
    code: "LYS",
    tagline: "Lamps for places where it gets dark at three",
    story: &[
        "Bergen has two hundred and thirty days of rain. Solveig Haugen, an electrician's daughter, started making lamps in 2012 because the ones she could buy were either too bright or too clever.",
        "Shades are spun and folded in a boathouse in Sandviken, wired by Solveig and tested for an hour each. Brass is left without lacquer, glass is blown by a friend across the fjord.",
        "Every lamp can be opened with one screwdriver, and every part can be ordered.",
    ],
    city: "Bergen",
    country: "NO",
    country_name: "Norway",
    founded: 2012,
    ships: (3, 6),
    signs: "Solveig",
    palette: &["Ink", "Chalk", "Forest", "Ochre", "Rust", "Sky"],
    styles: &["Scandinavian", "Modern", "Minimal"],
    ending: Ending::Round,
    lines: &[
        "The drawing for it hangs in the boathouse, with eleven corrections.",
        "It was tried out through a whole Bergen winter first.",
        "Solveig lived with the first one for a month.",
        "The box is cut to fit, and worth keeping.",
    ],
    ranges: &[
        Range {
            kind: Archetype::TableLamp,
            items: &[
                (
                    "Three O'Clock Lamp",
                    "Brass",
                    189,
                    "Named after the hour when it gets dark in December, and you start to want one.",
                ),
                (
                    "Skipper Reading Lamp",
                    "Steel",
                    165,
                    "The arm moves in one direction only, and stays where you leave it.",
                ),
                (
                    "Mushroom Lamp Fløyen",
                    "Glass",
                    214,
                    "Stem and cap are blown in one piece and glow all the way down.",
                ),
                (
                    "Paper Sail Lamp",
                    "Paper",
                    98,
                    "A sheet of folded paper, a clip and a bulb make a very large amount of evening.",
                ),
                (
                    "Pebble Lamp",
                    "Stoneware",
                    142,
                    "The foot is a stone shape you want to keep one hand on.",
                ),
                (
                    "Boathouse Lamp",
                    "Oak",
                    158,
                    "Offcuts from boat repair make the foot, so the bolt holes are real.",
                ),
                (
                    "Letter Desk Lamp",
                    "Brass",
                    236,
                    "A long low shade throws light over a sheet of paper and no further.",
                ),
                (
                    "Lullaby Lamp",
                    "Glass",
                    124,
                    "Dimmed right down, it is just enough to find a pacifier by.",
                ),
                (
                    "Northern Column Lamp",
                    "Steel",
                    176,
                    "Seen from the side it is a plain tube, and from the front a slit of light.",
                ),
            ],
        },
        Range {
            kind: Archetype::PendantLamp,
            items: &[
                (
                    "Rain Bell Pendant",
                    "Brass",
                    245,
                    "Spun from one disc of brass, it rings faintly if you flick it.",
                ),
                (
                    "Kitchen Table Pendant",
                    "Steel",
                    178,
                    "A deep shade hides the bulb from everyone who is sitting down.",
                ),
                (
                    "Fold Paper Pendant",
                    "Paper",
                    112,
                    "It travels flat and becomes a sphere in eight minutes of patient folding.",
                ),
                (
                    "Fjord Glass Pendant",
                    "Glass",
                    264,
                    "Hardangerfjord ends at the furnace where this is blown, and the glass looks it.",
                ),
                (
                    "Fishing Float Pendant",
                    "Recycled glass",
                    198,
                    "Old bottles from the ferry are melted down to make it.",
                ),
                (
                    "Shipyard Pendant",
                    "Aluminium",
                    224,
                    "Its outline comes from the lamps over the dry dock, at a fifth of the weight.",
                ),
                (
                    "Split Ash Pendant",
                    "Ash",
                    286,
                    "Strips thinner than a coin are steamed, bent and held by two rings.",
                ),
                (
                    "Half Moon Pendant",
                    "Steel",
                    188,
                    "Cut on a slant, it lights the wall as well as the table.",
                ),
                (
                    "Quiet Dome Pendant",
                    "Felted wool",
                    232,
                    "Felt on the inside swallows the clatter of a dinner for eight.",
                ),
            ],
        },
        Range {
            kind: Archetype::Candle,
            items: &[
                (
                    "Harbour Tar Candle",
                    "Rapeseed wax",
                    29,
                    "Tar, rope and cold air: the smell of the quay in one small tin.",
                ),
                (
                    "Spruce Cabin Candle",
                    "Rapeseed wax",
                    27,
                    "It smells as the woodpile does when you lift the tarpaulin.",
                ),
                (
                    "Advent Pillar Candle",
                    "Beeswax",
                    34,
                    "Marked with twenty-four thin lines, one for each evening.",
                ),
            ],
        },
        Range {
            kind: Archetype::Mirror,
            items: &[
                (
                    "Porthole Mirror",
                    "Brass",
                    198,
                    "A flat brass ring, eight screws and nothing nautical beyond that.",
                ),
                (
                    "Hallway Slip Mirror",
                    "Oak",
                    168,
                    "There is a ledge for keys along the bottom edge, just deep enough.",
                ),
                (
                    "Daylight Arch Mirror",
                    "Steel",
                    216,
                    "The arch follows that of the boathouse door, scaled down to a third.",
                ),
                (
                    "Small Shaving Mirror",
                    "Walnut",
                    89,
                    "It stands or hangs, and tilts for people of any height.",
                ),
            ],
        },
    ],
};
