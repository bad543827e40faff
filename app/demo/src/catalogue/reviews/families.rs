//! What shoppers say of things of one family.

use super::Family;

/// Praise and reservations that fit every kind of a family.
pub(super) fn of_family(family: Family) -> (&'static [&'static str], &'static [&'static str]) {
    match family {
        Family::Furniture => (
            &[
                "The finish is silky and smells of nothing but wood oil.",
                "Better made than pieces we paid twice as much for.",
                "It looks as if it had always been there.",
                "Every edge has been thought about.",
            ],
            &[
                "The tone is a little warmer than on my screen.",
                "Delivery took the full two weeks.",
            ],
        ),
        Family::Lamp => (
            &[
                "The quality of the switch alone makes me happy.",
                "Warm, even light and no glare at all.",
                "It makes the evenings feel longer in a good way.",
                "Simple, and not like anything my neighbours have.",
            ],
            &[
                "No bulb in the box, so order one with it.",
                "The shade arrived a touch crooked and needed a gentle twist.",
            ],
        ),
        Family::Textile => (
            &[
                "The texture is richer than photographs can show.",
                "You can tell that somebody made this, and took care.",
                "It pulled the whole room together.",
                "The colours are natural and sit well with old furniture.",
            ],
            &[
                "The colour is a shade more muted than I expected.",
                "It had a faint smell of wool at first.",
            ],
        ),
        Family::Ceramic => (
            &[
                "The glaze is beautiful, deep and a bit different each time I look.",
                "Has been through the dishwasher every day and looks new.",
                "It has the right weight, neither dainty nor clumsy.",
                "You see the maker's fingers in it.",
            ],
            &[
                "There is a pinhole in the glaze, which I chose to like.",
                "The shade differs from that of my older piece.",
            ],
        ),
        Family::Scent => (
            &[
                "A small amount is enough, so it lasts.",
                "Smells like a place and not like a shop.",
                "The packaging is plain and there is hardly any of it.",
                "My sensitive skin has no complaints.",
            ],
            &[
                "The scent is subtle, perhaps too subtle for me.",
                "I would buy a larger size if there were one.",
            ],
        ),
        Family::Paper => (
            &[
                "Beautiful paper, and you feel the difference.",
                "Carefully printed and carefully packed.",
                "It makes me want to sit down and begin.",
                "The attention to detail is rare at this price.",
            ],
            &[
                "One corner got a slight knock in the post.",
                "I had hoped for a few more sheets.",
            ],
        ),
        Family::Cooking => (
            &[
                "It has changed what I reach for first in the kitchen.",
                "Sturdy, plain, and clearly made by people who cook.",
                "Used every day since it came and still a pleasure.",
                "The sort of tool you leave to somebody.",
            ],
            &[
                "Somewhat heavier than I am used to.",
                "I wish I had bought the next size up.",
            ],
        ),
        Family::Food => (
            &[
                "Gone within a week, and the next order is placed.",
                "So much flavour that we started serving it on its own.",
                "Our guests asked where it came from before they sat down.",
                "Fresh, honest and worth the price.",
            ],
            &[
                "Good, though a bit dear for every day.",
                "Delicious, if a touch milder than described.",
            ],
        ),
        Family::Wear => (
            &[
                "The fit is right without being tight anywhere.",
                "Good cloth, straight seams, no loose threads.",
                "I have worn it more than anything else this month.",
                "Washed several times and it keeps its shape and colour.",
            ],
            &[
                "I am between sizes and should have taken the smaller.",
                "A bit long in the body for me.",
            ],
        ),
        Family::Shoe => (
            &[
                "Comfortable from the first afternoon.",
                "You can see that they are made to be resoled.",
                "Compliments from a shoemaker, which I count double.",
                "They look better after a month than they did new.",
            ],
            &[
                "Narrow at first, they gave after a week.",
                "The insole took some getting used to.",
            ],
        ),
        Family::Bag => (
            &[
                "The leather and stitching are first class.",
                "It is getting more handsome with every week.",
                "Simple, well thought out, and no logo.",
                "I looked for years for exactly this.",
            ],
            &[
                "A slightly strong smell in the first days.",
                "Smaller inside than I had imagined.",
            ],
        ),
        Family::Jewel => (
            &[
                "Delicate but not fragile.",
                "Finely made, even on the side nobody sees.",
                "Came in a lovely small box, ready to give.",
                "I hardly take it off.",
            ],
            &[
                "The tone is a little lighter than in the picture.",
                "The box was dented, what was in it was fine.",
            ],
        ),
        Family::Toy => (
            &[
                "Our two have played with it every day since.",
                "Properly made, no splinters, no smell.",
                "Good enough to leave out in the living room.",
                "Handed to a four-year-old and still in one piece.",
            ],
            &[
                "Not cheap, but then it will be handed down.",
                "Fewer parts than I had pictured.",
            ],
        ),
        Family::Tech => (
            &[
                "I opened it up out of curiosity and it is as tidy inside.",
                "Works at once, without registering anywhere.",
                "Solid build and sensible controls.",
                "You can tell that whoever designed it uses it.",
            ],
            &[
                "The manual could be clearer on one or two points.",
                "The finish picks up fingerprints.",
            ],
        ),
        Family::Outdoor => (
            &[
                "Held up in weather I would rather not meet again.",
                "Light, tough, and every detail has a reason.",
                "Used on a two-week trip and there is nothing to report, which is praise.",
                "They really do repair things, my friend had hers back in ten days.",
            ],
            &[
                "The colour is brighter than on the website.",
                "Not the lightest, but the most solid.",
            ],
        ),
    }
}
