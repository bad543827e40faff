//! Eik og Ask, furniture from Funen.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "eik-og-ask",
    name: "Eik og Ask",
    code: "EIK",
    tagline: "Chairs and tables from Danish hardwood",
    story: &[
        "Mads and Kirsten Holm met at the joinery school in Skive and argued about dovetails. They now run a workshop with seven people in Svendborg, in a hall that used to build masts.",
        "Oak and ash are bought as whole logs from estates on Funen and dried for two years in an open barn. Seats are woven from paper cord by Birthe, who is seventy and quicker than anyone half her age.",
        "They build to order where they can, and keep the offcuts for boards and stools.",
    ],
    city: "Svendborg",
    country: "DK",
    country_name: "Denmark",
    founded: 1996,
    ships: (7, 14),
    signs: "Kirsten",
    palette: &["Sand", "Chalk", "Ink", "Forest", "Clay", "Indigo"],
    styles: &["Scandinavian", "Minimal", "Classic"],
    ending: Ending::Round,
    lines: &[
        "The timber dried for two years in an open barn before anyone cut it.",
        "Its maker's initials are burned in underneath, where only the vacuum cleaner sees them.",
        "The oil finish can be renewed at home with a rag and half an hour.",
        "It is built in the old mast hall at Svendborg, by one person from first cut to last.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Chair,
            items: &[
                (
                    "Svendborg Dining Chair",
                    "Oak",
                    420,
                    "Four legs, one curved rail and a woven seat: Mads has drawn it eleven times and removed something each time.",
                ),
                (
                    "Ladder Chair",
                    "Ash",
                    340,
                    "Three slats, each bent a little more than the one below, hold a back like an open hand.",
                ),
                (
                    "Birthe Cord Chair",
                    "Oak",
                    460,
                    "A hundred and twenty metres of paper cord go into the seat, and a day of Birthe's time.",
                ),
                (
                    "Schoolhouse Chair",
                    "Beech",
                    265,
                    "It stacks five high, since halls must sometimes be cleared for dancing.",
                ),
                (
                    "Mast Hall Armchair",
                    "Oak",
                    640,
                    "The arms are cut from one curved plank, split, so the grain mirrors from left to right.",
                ),
                (
                    "Kitchen Spindle Chair",
                    "Ash",
                    355,
                    "Seven spindles, shaved by hand, flex together when you lean back.",
                ),
                (
                    "Low Reading Chair",
                    "Walnut",
                    720,
                    "Lower and wider than a dining chair, with room to sit sideways.",
                ),
                (
                    "Folding Balcony Chair",
                    "Ash",
                    210,
                    "Folded, it is as thick as a newspaper and hangs on a hook.",
                ),
            ],
        },
        Range {
            kind: Archetype::Stool,
            items: &[
                (
                    "Milking Stool",
                    "Oak",
                    145,
                    "Three legs never wobble, as any farmer will tell you.",
                ),
                (
                    "Cord Seat Stool",
                    "Ash",
                    198,
                    "Woven in a single afternoon from one unbroken length.",
                ),
                (
                    "Piano Stool Holm",
                    "Walnut",
                    310,
                    "A wooden screw raises and lowers it, slowly and without a squeak.",
                ),
                (
                    "Counter Stool Funen",
                    "Oak",
                    265,
                    "The footrest is capped with brass, where shoes would otherwise wear it through.",
                ),
                (
                    "Step Stool",
                    "Beech",
                    172,
                    "Its slot is for carrying and its two steps are for jam on high shelves.",
                ),
                (
                    "Offcut Stool",
                    "Ash",
                    118,
                    "Built from what is left of the week's chairs, so the leg sections vary.",
                ),
                (
                    "Bench Stool for Two",
                    "Oak",
                    285,
                    "Wide enough for a pair of children or one adult and a cup of tea.",
                ),
                (
                    "Bath Stool",
                    "Oak",
                    136,
                    "Slats let the water through, and the oil keeps it from going in.",
                ),
            ],
        },
        Range {
            kind: Archetype::SideTable,
            items: &[
                (
                    "Tray Table",
                    "Oak",
                    240,
                    "The top lifts off and goes to the kitchen with the cups on it.",
                ),
                (
                    "Tripod Side Table",
                    "Ash",
                    195,
                    "Legs cross in the middle like hay drying on a frame.",
                ),
                (
                    "Drum Side Table",
                    "Walnut",
                    385,
                    "Turned from staves, it is hollow, and takes blankets under the lid.",
                ),
                (
                    "Newspaper Table",
                    "Oak",
                    225,
                    "A canvas sling below the top holds what you mean to read.",
                ),
                (
                    "Nesting Table Pair",
                    "Ash",
                    290,
                    "The smaller one hides beneath its sibling until there are guests.",
                ),
                (
                    "Bedside Shelf Table",
                    "Beech",
                    178,
                    "One drawer with a thumb hole, one shelf, no hardware.",
                ),
                (
                    "Round Sofa Table",
                    "Oak",
                    330,
                    "From a plank wide enough to need no joint, which means waiting for the tree.",
                ),
                (
                    "Slip Side Table",
                    "Oak",
                    215,
                    "Shaped like a C, it slides under the sofa and brings the laptop to you.",
                ),
            ],
        },
        Range {
            kind: Archetype::Mirror,
            items: &[
                (
                    "Oak Edge Mirror",
                    "Oak",
                    185,
                    "The frame is as thin as solid oak allows and keyed at each corner.",
                ),
                (
                    "Dressing Mirror Ask",
                    "Ash",
                    240,
                    "Bent ash goes round in a single loop and meets itself in a scarf joint.",
                ),
                (
                    "Tall Leaning Mirror",
                    "Oak",
                    420,
                    "It leans on the wall by its own weight and shows you down to your shoes.",
                ),
                (
                    "Entry Peg Mirror",
                    "Beech",
                    158,
                    "Five pegs below the glass take keys, leads and a hat.",
                ),
            ],
        },
        Range {
            kind: Archetype::CuttingBoard,
            items: &[
                (
                    "Offcut Bread Board",
                    "Oak",
                    48,
                    "Chair seats leave a curved piece over, and this is it.",
                ),
                (
                    "End Grain Block",
                    "Beech",
                    124,
                    "Sixty-four cubes stand on end, kind to blades and hard to move.",
                ),
                (
                    "Rye Board",
                    "Ash",
                    56,
                    "Narrow and long for Danish rye, with a groove that catches the crumbs.",
                ),
                (
                    "Handled Serving Board",
                    "Walnut",
                    78,
                    "The handle is long enough to carry cheese through a crowd.",
                ),
            ],
        },
    ],
};
