//! How to look after a thing.

/// What the care section of a page is about.
#[derive(Clone, Copy)]
pub(in crate::catalogue) enum Care {
    Timber,
    Lamp,
    Candle,
    Rug,
    Cloth,
    Tailored,
    Mirror,
    Clock,
    Print,
    Terracotta,
    Basket,
    Ceramic,
    Blade,
    Board,
    Pan,
    Mill,
    Jar,
    Coffee,
    Tea,
    Honey,
    Chocolate,
    Oil,
    Shoe,
    Canvas,
    Leather,
    Watch,
    Glasses,
    Jewel,
    Soap,
    Cosmetic,
    Perfume,
    Brush,
    Paper,
    Pen,
    Toy,
    Plush,
    Device,
    Bottle,
    Mat,
    Tent,
    Helmet,
}

const WOOL: &[&str] = &[
    "Wool",
    "Lambswool",
    "Merino",
    "Mohair",
    "Alpaca",
    "Felted wool",
];

impl Care {
    /// The short label of the care attribute, and paragraphs of which a page shows one.
    pub fn of(self, material: &str) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Cloth if WOOL.contains(&material) => (
                "Hand wash",
                &[
                    "Air it by an open window rather than wash it. When it must be, use cool water and wool soap, then dry it flat on a towel.",
                    "Wash by hand at 30 °C, press the water out without wringing, and dry it flat. Pills come off with a comb.",
                    "Hang it outside on a damp evening and most smells leave by themselves. Otherwise hand wash cool and dry flat.",
                ],
            ),
            Self::Cloth if material == "Linen" => (
                "Machine wash 40 °C",
                &[
                    "Machine wash at 40 °C and hang it up wet, so that its own weight does the ironing.",
                    "It may go in the machine at 40 °C. Shake it out, hang it up, iron it damp if you must.",
                ],
            ),
            Self::Cloth => (
                "Machine wash 30 °C",
                &[
                    "Machine wash at 30 °C with its own kind, inside out. Line dry, and iron from the back.",
                    "Wash at 30 °C and leave the dryer out of it. A little steam takes care of creases.",
                ],
            ),
            _ => self.fixed(),
        }
    }

    fn fixed(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Timber => (
                "Wipe and oil",
                &[
                    "Wipe with a wrung-out cloth and dry straight away. Once a year rub in a spoon of furniture oil and leave it overnight.",
                    "Keep it an arm's length from radiators. Rings and scratches go with fine paper along the grain and a drop of oil.",
                ],
            ),
            Self::Lamp => (
                "Dust only",
                &[
                    "Dust the shade with a soft brush. Use an LED bulb, which keeps the shade cool and the colour true.",
                    "Switch off, let it cool, and wipe with a dry cloth. No cleaning sprays, please.",
                ],
            ),
            Self::Candle => (
                "Trim the wick",
                &[
                    "Trim the wick to half a centimetre before lighting. Do not burn for more than four hours at a time, and stop when a finger of wax is left.",
                    "Let the first burn melt the whole surface. Keep it out of draughts, and out of reach of tails.",
                ],
            ),
            Self::Rug => (
                "Vacuum gently",
                &[
                    "Vacuum along the pile without the rotating brush. Turn it end for end twice a year, so it fades and wears evenly.",
                    "Blot spills at once with cold water and a cloth, never rub. A specialist can wash it every five years or so.",
                ],
            ),
            Self::Mirror => (
                "Wipe clean",
                &[
                    "Clean the glass with warm water and a drop of vinegar, spraying the cloth and not the mirror. Treat the frame as you would furniture.",
                    "A dry microfibre cloth is enough. Keep moisture away from the edge of the silvering.",
                ],
            ),
            Self::Clock => (
                "Dust only",
                &[
                    "Dust it now and then, and change the cell before it leaks, every second winter or so.",
                    "Set the hands forwards only. A dry cloth is all the case needs.",
                ],
            ),
            Self::Print => (
                "Frame under glass",
                &[
                    "Frame it behind glass and out of direct sun. Handle it by the edges, with clean hands.",
                    "Keep it flat until framed. UV glass is worth its price on a south wall.",
                ],
            ),
            Self::Terracotta => (
                "Brush clean",
                &[
                    "Soak the pot before first use so it does not drink what is meant for the plant. Brush off lime with vinegar and water.",
                    "Empty the saucer after watering. In hard frost bring it in, or at least up on feet.",
                ],
            ),
            Self::Basket => (
                "Keep dry",
                &[
                    "Shake out, brush, and keep it dry. If it loses its shape, mist it with water, form it with your hands and let it dry.",
                    "Wipe with a damp cloth and dry in the shade. Strong sun will pale it.",
                ],
            ),
            Self::Ceramic => (
                "Dishwasher safe",
                &[
                    "It goes in the dishwasher and the microwave. Avoid sudden changes, such as boiling water after the fridge.",
                    "Safe in the dishwasher, though it will thank you for washing by hand. Tea marks come off with baking soda.",
                    "Rinse and stack it. If the bare foot stains, a little scouring powder brings it back.",
                ],
            ),
            Self::Blade => (
                "Hand wash",
                &[
                    "Wash by hand, dry at once, and store it where the edge touches nothing. Never in the dishwasher.",
                    "Wipe while you work. A few strokes on a leather strop each week put off the whetstone for months.",
                ],
            ),
            Self::Board => (
                "Wipe and oil",
                &[
                    "Rinse both sides with hot water and stand it on edge to dry. Oil it when it looks thirsty.",
                    "Scrub with salt and half a lemon when it smells of onion. Do not soak it, and keep it from the dishwasher.",
                ],
            ),
            Self::Pan => (
                "Hand wash",
                &[
                    "Let it cool before washing by hand with a soft brush. Vinegar takes off lime and rainbows alike.",
                    "Avoid steel wool. Burnt-on food lets go after an hour of warm water and soda.",
                ],
            ),
            Self::Mill => (
                "Wipe clean",
                &[
                    "Brush out the gear when you change spices, and never wash it. Oil the wood now and then.",
                    "Fill with dry corns only. A wipe with a soft cloth is all the outside asks for.",
                ],
            ),
            Self::Jar => (
                "Hand wash",
                &[
                    "Wash by hand in warm water and let it dry open for a day before refilling.",
                    "Take off the lid and any seal before washing. Seals last about five years and can be reordered.",
                ],
            ),
            Self::Coffee => (
                "Cool and dark",
                &[
                    "Keep the bag closed, cool and dark, and not in the fridge. Best between one and eight weeks after roasting.",
                    "Grind just before brewing if you can. What you will not drink in two months may be frozen, tightly sealed.",
                ],
            ),
            Self::Tea => (
                "Cool and dry",
                &[
                    "Keep the tin closed, away from spices and steam. Good for eighteen months from packing.",
                    "Use fresh water just off the boil, cooler for green leaf. Close both lids after serving yourself.",
                ],
            ),
            Self::Honey => (
                "Room temperature",
                &[
                    "Keep at room temperature. If it sets, stand the jar in warm water, never hotter than your hand can bear. Not for babies under one year.",
                    "It keeps for years with the lid on. Use a dry spoon. Not suitable for children under twelve months.",
                ],
            ),
            Self::Chocolate => (
                "Cool and dry",
                &[
                    "Store at 16 to 18 °C, wrapped, away from cheese and coffee. A pale bloom is harmless. May contain traces of nuts and milk.",
                    "Take it out of a cold room half an hour before eating. May contain traces of nuts and milk.",
                ],
            ),
            Self::Oil => (
                "Cool and dark",
                &[
                    "Keep it cool and dark, but not in the fridge. Use within eighteen months of harvest and within three of opening.",
                    "Close the bottle after use and keep it away from the stove. It clouds in the cold and clears again.",
                ],
            ),
            Self::Shoe => (
                "Brush and wax",
                &[
                    "Let them rest a day between wearings, on trees or newspaper. Brush off dirt dry, and wax them four times a year.",
                    "Dry wet shoes slowly, never on a radiator. When the heel is worn to the first line, send them to us or to a cobbler you trust.",
                ],
            ),
            Self::Canvas => (
                "Wipe clean",
                &[
                    "Sponge with cold water and mild soap, then dry it open in the shade. Not for the washing machine.",
                    "Brush off dry mud and wipe the rest. If it is waxed or proofed, renew that when water stops beading.",
                ],
            ),
            Self::Leather => (
                "Condition yearly",
                &[
                    "Rub in a little leather balm once or twice a year. If it gets wet, let it dry flat and away from heat.",
                    "It wants to be used more than to be cared for. A dry brush and some balm in autumn are plenty.",
                ],
            ),
            Self::Watch => (
                "Service every 5 years",
                &[
                    "Wipe with a soft cloth and rinse off salt water. Have seals and oil looked at every five years.",
                    "Keep it away from loudspeakers and magnets. The strap lasts longer if it stays out of the shower.",
                ],
            ),
            Self::Glasses => (
                "Rinse and wipe",
                &[
                    "Rinse under lukewarm water before wiping, so no grit scratches the lens. Do not leave them on a dashboard.",
                    "Use both hands to put them on and take them off, and the case in between. Screws may be tightened once a year.",
                ],
            ),
            Self::Jewel => (
                "Polish dry",
                &[
                    "Put it on last, after cream and perfume, and take it off first. Polish with a dry cotton cloth.",
                    "Keep it in its pouch when you do not wear it. Tarnish is only air, and rubs off.",
                ],
            ),
            Self::Soap => (
                "Keep drained",
                &[
                    "Keep it on a dish that drains and let it dry between uses. Best within two years.",
                    "Use every last sliver by pressing it onto the new bar. Keep away from eyes.",
                ],
            ),
            Self::Cosmetic => (
                "Cool and dark",
                &[
                    "Keep it closed and out of the sun. Test on the inside of the arm first if your skin is easily upset.",
                    "Take it with clean, dry fingers. The seasons change the texture a little and the effect not at all.",
                ],
            ),
            Self::Perfume => (
                "Cool and dark",
                &[
                    "Keep the bottle in its box, away from heat and sun. It is good for three years after opening. Flammable.",
                    "Spray from a hand's length and do not rub. Avoid silk and pale linen. Flammable.",
                ],
            ),
            Self::Brush => (
                "Comb out weekly",
                &[
                    "Comb out hair each week. Once a month dip the bristles, not the wood, in lukewarm soapy water and dry it face down.",
                    "Keep the cushion dry. Two drops of oil on the handle in winter stop it from cracking.",
                ],
            ),
            Self::Paper => (
                "Keep dry",
                &[
                    "Keep it dry and out of strong sun. Beyond that there is nothing to do but use it.",
                    "Store it flat. A soft eraser takes off fingermarks.",
                ],
            ),
            Self::Pen => (
                "Flush monthly",
                &[
                    "Flush the nib with cool water when you change inks. Store it upright if it will rest for more than a week.",
                    "Cap it when you stop to think. A monthly rinse with plain water keeps the feed clear.",
                ],
            ),
            Self::Toy => (
                "Wipe clean",
                &[
                    "Wipe with a damp cloth and let it air dry. Do not soak it. Scuffs disappear with fine paper.",
                    "A wrung-out cloth and a drop of vinegar will do. If the wood roughens, sand lightly and rub with cooking oil.",
                ],
            ),
            Self::Plush => (
                "Hand wash",
                &[
                    "Wash by hand in lukewarm water with wool soap, press out in a towel and dry in the shape of a bear.",
                    "Sponge first and bathe only if necessary. Dry flat, then brush against the pile.",
                ],
            ),
            Self::Device => (
                "Wipe clean",
                &[
                    "Dust with a dry brush and wipe with a barely damp cloth. Bring it back for recycling at the end, which should be a while.",
                    "Keep liquids at a distance. All fasteners are standard screws, and opening it does not void the guarantee.",
                ],
            ),
            Self::Bottle => (
                "Hand wash",
                &[
                    "Wash with warm water and a bottle brush, and dry it without the lid. Not for the freezer.",
                    "Baking soda overnight takes away the ghost of old tea. Take out the seal once a month.",
                ],
            ),
            Self::Mat => (
                "Wipe clean",
                &[
                    "Wipe with water and a splash of vinegar after practice. Dry flat, and roll it with the top side out.",
                    "Keep it out of strong sun, which hardens it. Sweat will not hurt it, oils will.",
                ],
            ),
            Self::Tent => (
                "Air dry",
                &[
                    "Dry it fully before storing, loosely packed. Sponge off dirt with cold water, never with detergent.",
                    "Reproof the seams every other season. Keep sand out of zips with an old toothbrush.",
                ],
            ),
            Self::Helmet => (
                "Wipe clean",
                &[
                    "Wash the pads by hand and wipe the shell with soapy water. Replace the helmet after any crash, and after eight years in any case.",
                    "No solvents, stickers with strong glue or hot cars. After a knock, send it in and we will look.",
                ],
            ),
            Self::Tailored => (
                "Dry clean",
                &[
                    "Brush it after wearing and hang it on a broad hanger. Dry clean once a winter at most, and air it before that.",
                    "Let it dry slowly at room temperature when it has been rained on. Have it dry cleaned when brushing no longer helps.",
                ],
            ),
            Self::Cloth => unreachable!("resolved by material in Care::of"),
        }
    }
}
