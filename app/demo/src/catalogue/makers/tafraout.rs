//! Maison Tafraout, rugs and baskets from the Anti-Atlas.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "maison-tafraout",
    name: "Maison Tafraout",
    code: "TAF",
    tagline: "Rugs from forty looms in the Anti-Atlas",
    story: &[
        "Fatima Aït Lahcen keeps the books, the wool store and the peace for a cooperative of forty weavers in the villages above Tafraout. She learned to weave at nine and to use a spreadsheet at forty.",
        "Wool is washed in the stream in May, spun on spindles over the winter and dyed with madder, pomegranate skin and indigo. Weavers set their own prices and sign on the back.",
        "A rug takes between three weeks and four months. There is no pattern book, so if you like one, it is that one.",
    ],
    city: "Tafraout",
    country: "MA",
    country_name: "Morocco",
    founded: 2004,
    ships: (8, 15),
    signs: "Fatima",
    palette: &["Rust", "Ochre", "Chalk", "Indigo", "Clay", "Rose"],
    styles: &["Berber", "Traditional", "Bohemian"],
    ending: Ending::Round,
    lines: &[
        "The weaver has sewn her name into a corner of the back.",
        "Dyes come from madder root, pomegranate skin and indigo.",
        "The weaver set the price, and receives three quarters of it.",
        "Nobody drew it beforehand.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Rug,
            items: &[
                (
                    "Almond Valley Rug",
                    "Wool",
                    320,
                    "Diamonds grow larger towards one end, as if the rug were getting closer.",
                ),
                (
                    "Ammeln Stripe Rug",
                    "Wool",
                    280,
                    "Halima weaves one stripe a day and lets the weather choose the next.",
                ),
                (
                    "Goat Path Runner",
                    "Wool",
                    240,
                    "A zigzag climbs the whole length and has no intention of being regular.",
                ),
                (
                    "Old Kasbah Rug",
                    "Wool",
                    390,
                    "Its faded look is earned: three weeks on a roof in the sun, turned daily.",
                ),
                (
                    "Winter House Rug",
                    "Wool",
                    420,
                    "Long knots on one side for January, short on the other for July.",
                ),
                (
                    "Saffron Field Rug",
                    "Wool",
                    360,
                    "Small crosses stand in rows, each one a different height.",
                ),
                (
                    "Rag Boucherouite Rug",
                    "Recycled cotton",
                    190,
                    "Torn shirts, an old djellaba and one football jersey are somewhere in here.",
                ),
                (
                    "Reed and Wool Mat",
                    "Jute",
                    165,
                    "Plaited reed is bound with wool along ornamental lines.",
                ),
                (
                    "Moon Over Souk Rug",
                    "Wool",
                    345,
                    "A single circle sits off-centre, and the weaver would not say why.",
                ),
            ],
        },
        Range {
            kind: Archetype::Basket,
            items: &[
                (
                    "Palm Market Basket",
                    "Palm leaf",
                    38,
                    "The handles are wrapped in leather by the saddler next door.",
                ),
                (
                    "Bread Basket with Lid",
                    "Palm leaf",
                    44,
                    "A pointed lid keeps flat loaves warm from oven to table.",
                ),
                (
                    "Date Harvest Basket",
                    "Palm leaf",
                    52,
                    "Shaped to sit on a hip while the other hand picks.",
                ),
                (
                    "Wool Store Basket",
                    "Esparto grass",
                    64,
                    "Fatima keeps hers full of yarn, you may have laundry.",
                ),
            ],
        },
        Range {
            kind: Archetype::Cushion,
            items: &[
                (
                    "Kilim Cushion Tiznit",
                    "Wool",
                    54,
                    "Cut from a kilim that had worn through in one place and was perfect elsewhere.",
                ),
                (
                    "Sequin Wedding Cushion",
                    "Cotton",
                    72,
                    "The cloth is a bride's blanket, with its small metal discs that catch the candle.",
                ),
                (
                    "Saddle Bag Cushion",
                    "Wool",
                    68,
                    "Until last year it carried salt on a mule.",
                ),
                (
                    "Tassel Corner Cushion",
                    "Cotton",
                    48,
                    "Each tassel is tied by hand, and children are paid in almonds to count the threads.",
                ),
                (
                    "Indigo Sky Cushion",
                    "Linen",
                    58,
                    "Seven dips in the vat, with a night's rest between.",
                ),
            ],
        },
        Range {
            kind: Archetype::Blanket,
            items: &[
                (
                    "Pompom Blanket",
                    "Cotton",
                    118,
                    "Four hundred pompoms, tied along the fringes while talking.",
                ),
                (
                    "Shepherd's Handira",
                    "Wool",
                    198,
                    "Woven to be worn over the shoulders at altitude, it does well on a sofa.",
                ),
                (
                    "Roof Terrace Throw",
                    "Cotton",
                    86,
                    "For nights in August when it is too hot inside and just cool enough out.",
                ),
            ],
        },
    ],
};
