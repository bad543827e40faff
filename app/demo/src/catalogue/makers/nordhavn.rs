//! Nordhavn Risteri, coffee and tea from Copenhagen.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "nordhavn-risteri",
    name: "Nordhavn Risteri",
    code: "NOR",
    tagline: "Coffee roasted on Tuesdays, by the harbour",
    story: &[
        "Amir Khoury and Lise Thomsen roast on a fifteen-kilo drum in a brick warehouse in the old free port. Tuesdays are for roasting, Wednesdays for tasting what they got wrong.",
        "They buy from fourteen farms, most of them for the seventh year or longer, and print what was paid on each bag. Tea comes through Lise's aunt, who has imported it since 1988 and picks by nose.",
        "Chocolate came last, from asking what to do with a stone mill on Mondays.",
    ],
    city: "Copenhagen",
    country: "DK",
    country_name: "Denmark",
    founded: 2013,
    ships: (1, 3),
    signs: "Lise",
    palette: &["Ink", "Chalk", "Rust", "Sky"],
    styles: &["Scandinavian", "Modern", "Minimal"],
    ending: Ending::Ninety,
    lines: &[
        "Amir has noted on the box what he thinks of it, including what he did not like.",
        "The warehouse is open on Saturdays, if you would rather try it first.",
        "What we paid for it is printed underneath.",
        "Aunt Else approved it, after some thought.",
    ],
    ranges: &[
        Range {
            kind: Archetype::CoffeeBag,
            items: &[
                (
                    "Gedeo Washed Coffee",
                    "Ethiopia",
                    14,
                    "Bergamot and apricot first, then something like black tea.",
                ),
                (
                    "Free Port House Blend",
                    "Blend",
                    11,
                    "We drink this ourselves at seven in the morning, before opinions.",
                ),
                (
                    "Nyeri Peak Coffee",
                    "Kenya",
                    16,
                    "Blackcurrant so clear that guests ask what was added.",
                ),
                (
                    "Huila Honey Process",
                    "Colombia",
                    13,
                    "Don Arcesio dries it with half the fruit on, and the cup tastes of brown sugar and plum.",
                ),
                (
                    "Night Ferry Espresso",
                    "Blend",
                    12,
                    "Cocoa, walnut and no sharp corners.",
                ),
                (
                    "Huehue Highland Coffee",
                    "Guatemala",
                    13,
                    "Milk chocolate with an orange squeezed over it.",
                ),
                (
                    "Lake Kivu Coffee",
                    "Rwanda",
                    15,
                    "From two hundred small gardens and one washing station with a view.",
                ),
                (
                    "Swiss Water Decaf",
                    "Peru",
                    13,
                    "For four in the afternoon, and tested on people who did not know.",
                ),
                (
                    "Sidra Competition Lot",
                    "Ecuador",
                    24,
                    "There were sixty kilos in all, of which these are the last forty.",
                ),
            ],
        },
        Range {
            kind: Archetype::TeaTin,
            items: &[
                (
                    "Harbour Breakfast Tea",
                    "Assam",
                    12,
                    "Strong enough to stand up to milk, oats and a Monday.",
                ),
                (
                    "Smoke House Tea",
                    "Lapsang",
                    13,
                    "Pine smoke, tarred rope, and oddly good with cheese.",
                ),
                (
                    "First Flush Darjeeling",
                    "Darjeeling",
                    19,
                    "Picked in the second half of March, it tastes of hay and muscat.",
                ),
                (
                    "Roasted Hojicha",
                    "Japanese green",
                    14,
                    "Nutty, brown and calm, it will let you sleep.",
                ),
                (
                    "Sea Buckthorn Infusion",
                    "Herbal",
                    11,
                    "Sour Baltic berries with apple peel and a little rose.",
                ),
                (
                    "Old Garden Mint",
                    "Herbal",
                    9,
                    "Two kinds of mint from one allotment in Valby.",
                ),
                (
                    "Earl Grey No. 3",
                    "Ceylon",
                    12,
                    "Numbers one and two had too much bergamot.",
                ),
                (
                    "Mountain Oolong",
                    "Oolong",
                    18,
                    "It opens slowly, leaf by leaf, over five short infusions.",
                ),
                (
                    "Chamomile Evening Tin",
                    "Herbal",
                    10,
                    "Whole flower heads, as big as buttons.",
                ),
            ],
        },
        Range {
            kind: Archetype::ChocolateBar,
            items: &[
                (
                    "Rye Crumb Chocolate",
                    "Tanzania",
                    6,
                    "Toasted rye bread gives it crunch and a hint of Danish breakfast.",
                ),
                (
                    "Sea Salt Dark",
                    "Ecuador",
                    6,
                    "Flakes from Læsø sit on top, so you meet them first.",
                ),
                (
                    "Coffee Cherry Bar",
                    "Peru",
                    7,
                    "The dried skin of the coffee fruit makes it taste of raisins.",
                ),
                (
                    "Brown Butter Milk Chocolate",
                    "Dominican Republic",
                    6,
                    "Milk powder is toasted until it smells of biscuits.",
                ),
                (
                    "Single Farm Kokoa Kamili",
                    "Tanzania",
                    8,
                    "Red fruit and a fine dry finish, from one valley under the Udzungwa hills.",
                ),
                (
                    "Liquorice Dust Bar",
                    "Madagascar",
                    7,
                    "Danes will understand, others may be surprised at themselves.",
                ),
            ],
        },
        Range {
            kind: Archetype::Kettle,
            items: &[
                (
                    "Pour-Over Kettle",
                    "Stainless steel",
                    89,
                    "A spout as thin as a pencil lets you write with water.",
                ),
                (
                    "Warehouse Kettle",
                    "Enamelled steel",
                    64,
                    "The enamel has a speckle that hides fingerprints and ours are many.",
                ),
                (
                    "Tea Room Kettle",
                    "Stainless steel",
                    98,
                    "There is a thermometer in the lid, for green tea and impatient people.",
                ),
            ],
        },
    ],
};
