//! Fio e Trama, everyday clothes from Guimarães.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "fio-e-trama",
    name: "Fio e Trama",
    code: "FIO",
    tagline: "Everyday clothes, cut and sewn in one street",
    story: &[
        "In the Vale do Ave nearly everyone's aunt has sewn shirts for somebody famous. Teresa and Rui Salgado decided in 2014 to sew them for themselves, in the ground floor of the house they grew up in.",
        "The knitter is across the road, the dyer at the end of it, the button maker in the next village. Fabric is bought in small lots, and when it is gone the style waits.",
        "Seventeen people work here, Monday to Friday, and stop for lunch.",
    ],
    city: "Guimarães",
    country: "PT",
    country_name: "Portugal",
    founded: 2014,
    ships: (2, 5),
    signs: "Teresa",
    palette: &["Chalk", "Ink", "Sky", "Blush", "Moss", "Clay", "Indigo"],
    styles: &["Casual", "Classic", "Minimal"],
    ending: Ending::Ninety,
    lines: &[
        "It was cut on the long table where the family used to eat at Christmas.",
        "The name of the person who sewed it is on the care label.",
        "The cloth came from across the road.",
        "Rui wore the sample for a month before they made more.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Shirt,
            items: &[
                (
                    "Ave Valley Oxford Shirt",
                    "Organic cotton",
                    79,
                    "Basket weave with enough body to hold a crease where you want one.",
                ),
                (
                    "Ferry Linen Shirt",
                    "Linen",
                    89,
                    "Cool on the back in August and no worse for a night in a suitcase.",
                ),
                (
                    "Grandad Collar Shirt",
                    "Cotton",
                    76,
                    "The pattern was taken from a shirt found in the attic, collar already missing.",
                ),
                (
                    "Striped Market Shirt",
                    "Cotton",
                    74,
                    "Stripes meet at the yoke, which you will notice once and then always.",
                ),
                (
                    "Boxy Camp Shirt",
                    "Linen",
                    82,
                    "Short sleeves, open collar, one pocket, no plans.",
                ),
            ],
        },
        Range {
            kind: Archetype::Tee,
            items: &[
                (
                    "Monday Tee",
                    "Organic cotton",
                    32,
                    "A T-shirt that does one thing, and does it every week.",
                ),
                (
                    "Heavy Pocket Tee",
                    "Organic cotton",
                    39,
                    "The jersey is as thick as a light sweatshirt, the pocket as big as a passport.",
                ),
                (
                    "Long Sleeve Tee",
                    "Organic cotton",
                    42,
                    "Ribbed cuffs hold when you push them up to wash a pan.",
                ),
                (
                    "Breton Stripe Tee",
                    "Cotton",
                    45,
                    "Twenty stripes in front and two on each cuff, if we counted right.",
                ),
                (
                    "Boat Neck Tee",
                    "Cotton",
                    38,
                    "Cut wide at the collarbone and straight below.",
                ),
                (
                    "Slub Summer Tee",
                    "Linen",
                    44,
                    "Uneven yarn gives it a dry hand, good for damp days.",
                ),
                (
                    "Boxy Cropped Tee",
                    "Organic cotton",
                    36,
                    "It ends where high-waisted trousers begin.",
                ),
                (
                    "Henley Button Tee",
                    "Cotton",
                    46,
                    "Three buttons, made from nuts by a man named Américo.",
                ),
                (
                    "Fine Merino Tee",
                    "Merino",
                    64,
                    "Warm in the shade, cool in the sun and fresh on day three.",
                ),
            ],
        },
        Range {
            kind: Archetype::Dress,
            items: &[
                (
                    "Olive Grove Dress",
                    "Linen",
                    128,
                    "Teresa drew this for picking olives and wore it to her sister's wedding.",
                ),
                (
                    "Shirt Dress Minho",
                    "Cotton",
                    118,
                    "A shirt that kept going, with a belt you can lose without regret.",
                ),
                (
                    "Wrap Dress Braga",
                    "Linen",
                    134,
                    "One long tie, no safety pin required.",
                ),
                (
                    "Smocked Sleeve Dress",
                    "Cotton",
                    124,
                    "Rows of smocking at the wrist took Dona Amélia a morning.",
                ),
                (
                    "Apron Back Dress",
                    "Linen",
                    112,
                    "Straps cross behind and button where you can reach them.",
                ),
                (
                    "Tiered Garden Dress",
                    "Organic cotton",
                    126,
                    "Each tier is half as full again as the last, and the whole thing swings.",
                ),
                (
                    "Jersey Column Dress",
                    "Organic cotton",
                    84,
                    "It rolls up to the size of an orange, and comes out ready.",
                ),
                (
                    "Square Neck Dress",
                    "Cotton",
                    109,
                    "The neckline is faced twice to stay square.",
                ),
                (
                    "Tunic Dress Foz",
                    "Linen",
                    98,
                    "As easy as a nightshirt, though cut by someone who knows better.",
                ),
            ],
        },
        Range {
            kind: Archetype::Trousers,
            items: &[
                (
                    "Pleated Linen Trousers",
                    "Linen",
                    98,
                    "Two pleats, one tie at the waist and a leg that catches the wind.",
                ),
                (
                    "Market Chinos",
                    "Cotton",
                    89,
                    "Washed until they look as though you had owned them a while.",
                ),
                (
                    "Wide Leg Trousers Foz",
                    "Cotton",
                    94,
                    "High at the waist and wide to the ground, with a crease pressed in.",
                ),
                (
                    "Painter's Trousers",
                    "Canvas",
                    92,
                    "The loop is for a hammer, or for a tea towel.",
                ),
            ],
        },
        Range {
            kind: Archetype::Socks,
            items: &[
                (
                    "Everyday Rib Socks",
                    "Organic cotton",
                    9,
                    "Buy the same one seven times and laundry becomes simple.",
                ),
                (
                    "Cloud Terry Socks",
                    "Cotton",
                    12,
                    "Loops inside, smooth outside, for cold tiles.",
                ),
                (
                    "Thin Dress Socks",
                    "Cotton",
                    11,
                    "Knitted on two hundred needles, you can almost read through them.",
                ),
                (
                    "Dotted Crew Socks",
                    "Organic cotton",
                    10,
                    "The dots are knitted in, and stay when the sock stretches.",
                ),
            ],
        },
        Range {
            kind: Archetype::Apron,
            items: &[
                (
                    "Pinafore Apron",
                    "Linen",
                    58,
                    "It slips on over both shoulders and has nothing to tie.",
                ),
                (
                    "Half Apron Minho",
                    "Cotton",
                    34,
                    "For those who only ever wipe their hands.",
                ),
                (
                    "Studio Apron",
                    "Canvas",
                    62,
                    "Split at the front, so a potter can sit down to the wheel.",
                ),
                (
                    "Striped Bistro Apron",
                    "Linen",
                    49,
                    "Long, narrow and best worn with an air of being busy.",
                ),
            ],
        },
    ],
};
