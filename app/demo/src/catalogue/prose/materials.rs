//! What is true of a material, whoever uses it.

/// Sentences on `material`; empty for one that speaks for itself.
pub(super) fn lines(material: &str) -> &'static [&'static str] {
    match material {
        "Stoneware" => &[
            "Stoneware fired this hot rings when you tap it and takes up no water.",
            "The clay body is dense, so a small chip stays a small chip.",
        ],
        "Porcelain" => &[
            "The porcelain is from Limoges clay and lets a little daylight through.",
            "Porcelain shrinks by a sixth in the kiln, which makes the last millimetre a matter of luck.",
        ],
        "Earthenware" => &[
            "Earthenware is softer than stoneware and warmer to the lip.",
            "Under the glaze the red clay shows wherever it breaks over an edge.",
        ],
        "Terracotta" => &["Unglazed clay breathes, and grows a bloom of its own with time."],
        "Oak" => &[
            "Oak darkens over the years, from straw towards honey.",
            "The oak is quarter-sawn, so it keeps still through wet and dry seasons.",
        ],
        "Ash" => &["Ash is what oars and hammer handles are made of, tough and springy."],
        "Walnut" => &[
            "Walnut is one of the few woods that grow lighter with age.",
            "No two boards of walnut agree on a shade, so yours may be lighter or darker.",
        ],
        "Beech" => &[
            "Beech is close-grained, smooth and takes no flavour from anything.",
            "The beech is steamed, which evens out its tone and calms it.",
        ],
        "Maple" => &["Maple is pale and hard, and stays smooth where others go fuzzy."],
        "Birch" => {
            &["Birch ply is made up of thin crossed sheets, so it neither warps nor splits."]
        }
        "Lime wood" => &["Lime is what carvers use, light and without a grain to fight."],
        "Olive wood" => &["Olive grows so slowly that a finger's breadth may hold ten years."],
        "Cork" => &["Cork is peeled every nine years and the tree goes on living."],
        "Brass" => {
            &["The brass is not lacquered and will turn a deeper shade where it is touched."]
        }
        "Recycled brass" => {
            &["Recast brass carries small clouds in it, from whatever it was before."]
        }
        "Copper" => &["Copper answers to the flame within seconds, up or down."],
        "Steel" | "Enamelled steel" => {
            &["The finish is baked on and takes knocks better than it looks."]
        }
        "Stainless steel" => &[
            "The steel comes from a mill in Sweden and contains no surprises.",
            "Stainless is a promise with conditions, and dry storage is the main one.",
        ],
        "Carbon steel" => &["Carbon steel turns grey-blue with use, and that skin protects it."],
        "Cast iron" => {
            &["Cast iron wants to be used often, and holds it against nobody when it is not."]
        }
        "Aluminium" => &["The aluminium is turned from recycled bar and brushed to a dull sheen."],
        "Titanium" => &["Titanium is warm to the touch, half as heavy as steel and never rusts."],
        "Glass" => &["The glass was annealed overnight, which is what makes it last."],
        "Recycled glass" => {
            &["A seed or two in the glass shows that it used to be something else."]
        }
        "Wool" => &[
            "Wool shrugs off dirt and dries on the wearer, as sheep know.",
            "There is still some lanolin in the wool, so rain beads on it at first.",
        ],
        "Lambswool" => &["Lambswool is the first shearing, finer and softer than any that follow."],
        "Merino" => &["Merino fibres are so fine that they bend instead of prickling."],
        "Mohair" => &["Mohair has a gloss of its own and wears longer than it has any right to."],
        "Alpaca" => &["Alpaca fibre is hollow, which is why it weighs so little for its warmth."],
        "Linen" => &[
            "Linen from Normandy flax starts crisp and relaxes with every wash.",
            "The linen was stonewashed first, so it is past its stiff phase.",
        ],
        "Cotton" => &[
            "The cotton is long-stapled and spun in Europe.",
            "It is cotton all through, thread and label included.",
        ],
        "Organic cotton" => {
            &["The organic cotton is grown on the Aegean coast and ginned in the same village."]
        }
        "Canvas" | "Waxed canvas" => {
            &["The canvas marks where it folds, and those lines become yours."]
        }
        "Vegetable-tanned leather" => &[
            "Leather tanned with bark starts pale and takes its colour from your hands.",
            "It smells of the tannery's oak pits for about a month.",
        ],
        "Goatskin" => {
            &["Goatskin is thin and hard to tear, with a pebbled grain that hides scratches."]
        }
        "Suede" => &["The suede is brushed in one direction, so a palm can draw on it."],
        "Sisal" => &["Sisal is tough as rope, because it is what rope was made of."],
        "Silver" => &["The silver is 925, much of it recovered from old cutlery."],
        "Gold-plated silver" => {
            &["The gold is laid on silver three microns thick, about six times the usual."]
        }
        "Acetate" => &["Acetate is made from cotton, and takes on the warmth of your skin."],
        "Paper" | "Cotton paper" => &[
            "The sheet is from a mill that has been at it since 1829.",
            "The paper is free of acid and will not yellow in this century.",
        ],
        "Recycled board" => &["The board is made from the printer's own waste, pressed hard."],
        "Recycled plastic" => {
            &["The plastic was fishing crates before, and can be something else after."]
        }
        "Recycled nylon" => &["The nylon was spun from old nets pulled out of the North Sea."],
        "Natural rubber" => &["The rubber is tapped from trees, with chalk as the only filler."],
        "Polycarbonate" => {
            &["The shell is moulded onto the foam, and not taped, so it cannot come loose."]
        }
        "Beeswax" => &["Beeswax comes from hives within thirty kilometres."],
        "Soy wax" | "Rapeseed wax" => &["The wax is pressed from European seed and burns cool."],
        _ => &[],
    }
}
