//! Curtidos Ubrique, leather from the Sierra de Cádiz.
use super::{Ending, Maker, Range};
use crate::pictures::Archetype;

pub(super) const MAKER: Maker = Maker {
    slug: "curtidos-ubrique",
    name: "Curtidos Ubrique",
    code: "UBR",
    tagline: "Leather goods from a white town that knows how",
    story: &[
        "Half of Ubrique sews leather and the other half has an opinion on it. Manuel Corrales learned at his mother's kitchen table, on bags for houses whose names he may not say.",
        "Since 2001 he, his daughter Rocío and nine others have put their own stamp on things. Hides are tanned in oak bark for fourteen months, cut with a crescent knife and sewn with two needles.",
        "Shoes and boots are made in the next street by the Bohórquez brothers, on lasts Rocío carved for wide feet.",
    ],
    city: "Ubrique",
    country: "ES",
    country_name: "Spain",
    founded: 2001,
    ships: (3, 6),
    signs: "Rocío",
    palette: &["Rust", "Ink", "Sand", "Clay", "Forest", "Charcoal"],
    styles: &["Classic", "Minimal", "Rustic"],
    ending: Ending::Round,
    lines: &[
        "Two needles, one waxed thread: if a stitch breaks, the next one holds.",
        "Half the street tried it before it was allowed a name.",
        "Manuel's stamp is on the inside, small and straight.",
        "Rocío checks it at the window, where the light is hard.",
    ],
    ranges: &[
        Range {
            kind: Archetype::Wallet,
            items: &[
                (
                    "Sierra Card Holder",
                    "Vegetable-tanned leather",
                    42,
                    "Three layers of leather, one row of stitches and a notch for the thumb.",
                ),
                (
                    "Kitchen Table Wallet",
                    "Vegetable-tanned leather",
                    78,
                    "This is the bifold Manuel's mother taught him, with the extra fold she allowed herself.",
                ),
                (
                    "Long Coat Wallet",
                    "Vegetable-tanned leather",
                    96,
                    "Passport, boarding pass, four currencies.",
                ),
                (
                    "Coin Horseshoe",
                    "Vegetable-tanned leather",
                    48,
                    "Shaken into the lid, the coins lie there to be counted.",
                ),
                (
                    "Zip Round Wallet",
                    "Goatskin",
                    89,
                    "Closed on three sides, for people who keep receipts.",
                ),
                (
                    "Slim Note Fold",
                    "Goatskin",
                    54,
                    "As thin as two playing cards while you keep it so.",
                ),
                (
                    "Traveller's Passport Case",
                    "Suede",
                    62,
                    "Soft on the outside, with a pen loop you will bless at the border.",
                ),
                (
                    "Key and Card Pouch",
                    "Vegetable-tanned leather",
                    46,
                    "Keys hang on a strap inside and do not scratch your telephone.",
                ),
                (
                    "Market Trader's Wallet",
                    "Waxed canvas",
                    58,
                    "Wide enough for a day's takings, with a popper that shuts with one hand.",
                ),
            ],
        },
        Range {
            kind: Archetype::Belt,
            items: &[
                (
                    "Plain Bridle Belt",
                    "Vegetable-tanned leather",
                    68,
                    "No stitching, no lining, nothing to come apart.",
                ),
                (
                    "Stitched Edge Belt",
                    "Vegetable-tanned leather",
                    82,
                    "One line of thread runs a finger's breadth from the edge, all eleven hundred stitches of it.",
                ),
                (
                    "Woven Braid Belt",
                    "Vegetable-tanned leather",
                    94,
                    "The pin goes through anywhere, so it fits before lunch and after.",
                ),
                (
                    "Saddler's Work Belt",
                    "Vegetable-tanned leather",
                    76,
                    "Twice as thick as you are used to, and meant for tools.",
                ),
                (
                    "Slim Dress Belt",
                    "Goatskin",
                    72,
                    "Narrow and quiet, for loops that were made for it.",
                ),
                (
                    "Suede Summer Belt",
                    "Suede",
                    64,
                    "It is backed with smooth leather so that it cannot stretch.",
                ),
                (
                    "Brass Ring Belt",
                    "Vegetable-tanned leather",
                    84,
                    "Two rings take the place of a buckle, as on a horse's girth.",
                ),
                (
                    "Canvas Surcingle Belt",
                    "Waxed canvas",
                    52,
                    "Webbing in the middle, leather at the ends, and at home on a beach.",
                ),
            ],
        },
        Range {
            kind: Archetype::ToteBag,
            items: &[
                (
                    "White Town Tote",
                    "Vegetable-tanned leather",
                    198,
                    "A single hide folded once, with seams only at the sides.",
                ),
                (
                    "Grazalema Shopper",
                    "Suede",
                    176,
                    "Unlined and supple, it slumps like a cat.",
                ),
                (
                    "Rocío's Work Tote",
                    "Vegetable-tanned leather",
                    245,
                    "She carries her lasts in hers, you may carry a laptop.",
                ),
                (
                    "Canvas and Hide Carryall",
                    "Waxed canvas",
                    148,
                    "Leather where hands and floors touch it, canvas everywhere else.",
                ),
            ],
        },
        Range {
            kind: Archetype::Boots,
            items: &[
                (
                    "Sierra Walking Boots",
                    "Vegetable-tanned leather",
                    245,
                    "Made for limestone paths, they grip in the wet and do not mind tar.",
                ),
                (
                    "Chelsea Boots Cádiz",
                    "Vegetable-tanned leather",
                    228,
                    "Cut from a single piece with one seam at the heel, which is harder than it sounds.",
                ),
                (
                    "Desert Boots",
                    "Suede",
                    168,
                    "Two eyelets, no lining and a sole like a crêpe.",
                ),
                (
                    "Bohórquez Work Boots",
                    "Vegetable-tanned leather",
                    262,
                    "The brothers wear these to make the others.",
                ),
                (
                    "Campo Riding Boots",
                    "Vegetable-tanned leather",
                    340,
                    "Tall and soft at the ankle, with a seam turned away from the stirrup.",
                ),
                (
                    "Rain Lace-Ups",
                    "Waxed leather",
                    236,
                    "The tongue is sewn in to the top, so puddles stay outside.",
                ),
                (
                    "Cork Sole Ankle Boots",
                    "Goatskin",
                    212,
                    "Light as shoes, thanks to the trees up the road.",
                ),
                (
                    "Shearling Winter Boots",
                    "Suede",
                    275,
                    "Wool inside from toe to top, for towns that are not white with paint but with snow.",
                ),
            ],
        },
        Range {
            kind: Archetype::Sneakers,
            items: &[
                (
                    "Plaza Court Sneakers",
                    "Vegetable-tanned leather",
                    148,
                    "Low, plain and stitched all round, with room for the little toe.",
                ),
                (
                    "Espadrille Sneakers",
                    "Canvas",
                    84,
                    "Rope round the edge and rubber beneath, so that rain is no longer the end.",
                ),
                (
                    "Sunday Paseo Sneakers",
                    "Goatskin",
                    156,
                    "For walking up and down in the evening, which is a sport here.",
                ),
                (
                    "Runner Seventy-Nine",
                    "Suede",
                    139,
                    "Remembered from a school photograph, with better foam.",
                ),
                (
                    "High Top Court Sneakers",
                    "Canvas",
                    98,
                    "Ankle-high and laced to the end, they look best scuffed.",
                ),
                (
                    "Slip-On Patio Sneakers",
                    "Suede",
                    112,
                    "Two elastic gores and no laces, for people who carry shopping.",
                ),
                (
                    "White Town Trainers",
                    "Vegetable-tanned leather",
                    152,
                    "Rocío will sell you a tin of polish, and suggests you ignore it.",
                ),
                (
                    "Crepe Sole Sneakers",
                    "Suede",
                    144,
                    "A springy natural sole that darkens with use and squeaks only in museums.",
                ),
                (
                    "Trail to Town Sneakers",
                    "Recycled nylon",
                    136,
                    "Shallow lugs, a toe cap of hide, and colours you can wear to a meeting.",
                ),
            ],
        },
    ],
};
