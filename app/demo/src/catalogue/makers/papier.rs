//! Papier Meridiaan, stationery and prints from Ghent.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "papier-meridiaan",
    name: "Papier Meridiaan",
    code: "PAP",
    tagline: "Notebooks, pens and prints from a Ghent bindery",
    story: &[
        "Wouter De Smet was a bookbinder who printed a little, Noor Claes a printer who bound a little. They share a former laundry by the Leie, with a 1961 Heidelberg and a smell of ink and rye bread.",
        "Paper comes from a mill in Gmund and offcuts become notepads. Prints are by nine illustrators whose names are on the sheets and who get a third.",
        "Pens are turned by Noor's father, retired from the railways, on a lathe he built for clocks.",
    ],
    city: "Ghent",
    country: "BE",
    country_name: "Belgium",
    founded: 2015,
    ships: (1, 3),
    signs: "Noor",
    palette: &["Indigo", "Ochre", "Blush", "Forest", "Chalk", "Rust", "Ink"],
    styles: &["Graphic", "Classic", "Playful"],
    ending: Ending::Half,
    lines: &[
        "It was made beside the Leie, with the window open when the swans are quiet.",
        "Wouter checks the first and the last of every run, and one he picks blind.",
        "Noor keeps number one of everything in a plan chest.",
        "It leaves the old laundry wrapped in misprints, which some customers frame.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Notebook,
            items: &[
                (
                    "Leie Day Book",
                    "Linen",
                    24,
                    "A book for one year's lists, with a spine that has no opinion about where you open it.",
                ),
                (
                    "Laundry Ledger",
                    "Cloth",
                    28,
                    "The format is from the laundry's own account books, found behind a boiler.",
                ),
                (
                    "Pocket Meridian",
                    "Card",
                    12,
                    "It goes in a back pocket and comes out curved.",
                ),
                (
                    "Sketchbook Graslei",
                    "Linen",
                    34,
                    "Heavy paper with a tooth takes pencil, wash and second thoughts.",
                ),
                (
                    "Recipe Book",
                    "Cloth",
                    32,
                    "The cover wipes clean, as butter is no respecter of stationery.",
                ),
                (
                    "Field Notes Waterproof",
                    "Card",
                    16,
                    "Stone paper can be written on in rain, we tried it in the canal.",
                ),
                (
                    "Dream Journal",
                    "Linen",
                    26,
                    "Pages darken by degrees from front to back.",
                ),
                (
                    "Garden Log",
                    "Cloth",
                    29,
                    "Five years to a page, so you can see that the frost is always a surprise.",
                ),
                (
                    "Marbled Quarto",
                    "Marbled paper",
                    38,
                    "Every cover is floated on a bath by hand, and none comes out twice.",
                ),
            ],
        },
        Range {
            kind: Archetype::FountainPen,
            items: &[
                (
                    "Railwayman's Pen",
                    "Brass",
                    98,
                    "Noor's father wanted a pen that could fall on ballast.",
                ),
                (
                    "Canal Pocket Pen",
                    "Aluminium",
                    64,
                    "Short when closed, a full length with the cap on the back.",
                ),
                (
                    "Bog Oak Pen",
                    "Bog oak",
                    148,
                    "The wood lay in peat for five thousand years and turned nearly black by itself.",
                ),
                (
                    "Student Fountain Pen",
                    "Resin",
                    29,
                    "A cheerful pen for someone who chews the end.",
                ),
                (
                    "Ebonite Letter Pen",
                    "Ebonite",
                    168,
                    "Warm in the hand from the first line, it smells very faintly of rubber.",
                ),
                (
                    "Slim Signature Pen",
                    "Steel",
                    82,
                    "As thin as a pencil, for clips and breast pockets.",
                ),
                (
                    "Desk Pen with Stand",
                    "Walnut",
                    124,
                    "It waits upright in a block of walnut, nib down and never dry.",
                ),
                (
                    "Demonstrator Pen",
                    "Resin",
                    58,
                    "Clear throughout, so you can see the ink go.",
                ),
            ],
        },
        Range {
            kind: Archetype::PencilCase,
            items: &[
                (
                    "Roll-Up Pencil Wrap",
                    "Canvas",
                    32,
                    "Twelve slots, one flap, a cord that goes round twice.",
                ),
                (
                    "School Desk Case",
                    "Waxed canvas",
                    24,
                    "It stands open like a pot, once you fold the rim down.",
                ),
                (
                    "Flat Studio Case",
                    "Felted wool",
                    28,
                    "Two felt leaves and one brass stud.",
                ),
                (
                    "Zip Tube",
                    "Canvas",
                    18,
                    "As simple as a sleeve, with a lining you could read a pencil on.",
                ),
                (
                    "Double Decker Case",
                    "Canvas",
                    34,
                    "Pencils above, everything that leaks below.",
                ),
                (
                    "Conductor's Pen Sleeve",
                    "Leather",
                    38,
                    "For two good pens and nothing else.",
                ),
                (
                    "Sail Cloth Case",
                    "Recycled sailcloth",
                    26,
                    "Cut from a racing sail, number and all, if you are lucky.",
                ),
                (
                    "Printer's Apron Case",
                    "Canvas",
                    29,
                    "The cloth is from aprons retired with honour, ink stains kept.",
                ),
            ],
        },
        Range {
            kind: Archetype::ArtPrint,
            items: &[
                (
                    "Swans at Six",
                    "Cotton paper",
                    34,
                    "Three birds, one bridge, and the moment when the street lamps come on.",
                ),
                (
                    "Lemon Study",
                    "Cotton paper",
                    29,
                    "Two lemons and a knife in four flat layers of ink.",
                ),
                (
                    "Tram Line One",
                    "Paper",
                    32,
                    "An entire city drawn without lifting the pen.",
                ),
                (
                    "Hill After Rain",
                    "Cotton paper",
                    38,
                    "Bands of wet tone slide over one another, and where they overlap a third appears.",
                ),
                (
                    "The Long Table",
                    "Paper",
                    42,
                    "Nine guests seen from above, and you can tell who is quarrelling.",
                ),
                (
                    "Botanical No. 12, Fennel",
                    "Cotton paper",
                    31,
                    "Drawn from a fennel that bolted in Noor's allotment.",
                ),
                (
                    "Night Swim",
                    "Paper",
                    36,
                    "A single pale figure in a very large amount of dark.",
                ),
                (
                    "Pear, Twice",
                    "Cotton paper",
                    28,
                    "The same pear on Monday and on Friday.",
                ),
                (
                    "Roofs of Ghent",
                    "Paper",
                    39,
                    "Stepped gables fit into each other like teeth.",
                ),
                (
                    "Quiet Geometry",
                    "Cotton paper",
                    44,
                    "A circle leans on a square, and seems to be glad of it.",
                ),
            ],
        },
        Range {
            kind: Archetype::Puzzle,
            items: &[
                (
                    "Harbour Map Puzzle",
                    "Recycled board",
                    34,
                    "The map is from 1878 and contains one deliberate mistake.",
                ),
                (
                    "Nine Illustrators Puzzle",
                    "Recycled board",
                    36,
                    "Nine drawings share one edge each, so it comes together like a conversation.",
                ),
                (
                    "Marbled Paper Puzzle",
                    "Recycled board",
                    38,
                    "No picture, only pattern, and no mercy.",
                ),
            ],
        },
    ],
};
