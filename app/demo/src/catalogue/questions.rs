//! What shoppers ask about a product, and what its maker answers: some of it read from the goods themselves, some of it true
//! of everything of its family.

use super::kinds::Kind;
use super::makers::Maker;
use super::random::{Random, seed_of};
use super::reviews::{AUTHORS, Family};
use super::{Question, Variant};

/// What the answers are taken from.
pub(super) struct Goods<'a> {
    pub maker: &'a Maker,
    pub kind: &'a Kind,
    pub slug: &'a str,
    pub material: &'a str,
    pub spec: &'a str,
    pub variants: &'a [Variant],
    pub published_days_ago: u16,
}

/// Up to eight answered questions, none older than the product. They have a seed of their own: nothing else of a product
/// moves because of them.
pub(super) fn questions(goods: &Goods) -> Vec<Question> {
    let mut random = Random::new(seed_of(&format!("{}/questions", goods.slug)));
    let count = *random.pick(&[0, 0, 0, 1, 1, 2, 2, 3, 4, 8]);
    let known = known(goods, &mut random);
    let mut order: Vec<usize> = (0..known.len()).collect();
    order = random.shuffled(&order);
    let authors = random.shuffled(AUTHORS);
    order
        .into_iter()
        .zip(authors)
        .take(count)
        .map(|(at, author)| {
            let (body, answer) = &known[at];
            let asked = random.between(2, u32::from(goods.published_days_ago));
            let after = random.between(0, asked.min(4) - 1);
            Question {
                author: author.to_owned(),
                body: body.clone(),
                answer: format!("{answer} {}", goods.maker.signs),
                asked_days_ago: asked as u16,
                answered_days_ago: (asked - after) as u16,
            }
        })
        .collect()
}

fn known(goods: &Goods, random: &mut Random) -> Vec<(String, String)> {
    let (soon, late) = goods.maker.ships;
    let (_, care) = goods.kind.care.of(goods.material);
    let spec = goods.kind.spec.fact.replace("{}", goods.spec);
    let grams = goods
        .variants
        .first()
        .map_or(0, |variant| variant.weight_grams);
    let mut known = vec![
        (
            "How do I look after it?".to_owned(),
            (*random.pick(care)).to_owned(),
        ),
        (
            "It is for a birthday. How soon does it leave the workshop?".to_owned(),
            format!(
                "Within {soon} to {late} working days, and sooner when it lies on the shelf. You get a mail when it goes."
            ),
        ),
        (
            "It is a present. Are there prices anywhere in the parcel?".to_owned(),
            "No. The receipt comes to you by mail, the parcel holds the piece and a card with our name."
                .to_owned(),
        ),
        (
            "Do you make it yourselves?".to_owned(),
            format!(
                "Yes, from start to finish in {}. Come by and watch when you are near.",
                goods.maker.city
            ),
        ),
        (
            "What does it weigh?".to_owned(),
            format!("{}, without the box.", weight(grams)),
        ),
    ];
    if goods.spec.contains(|c: char| c.is_ascii_digit()) {
        let label = goods.kind.spec.label.to_lowercase();
        known.push((
            format!("What exactly is the {label}?"),
            format!("{spec}. It is in the details on this page, too."),
        ));
    }
    known.extend(
        of_family(goods.kind.family).map(|(body, answer)| (body.to_owned(), answer.to_owned())),
    );
    known
}

/// "360 g", "12.5 kg".
fn weight(grams: u32) -> String {
    match (grams / 1000, grams % 1000 / 100) {
        (0, _) => format!("{grams} g"),
        (kilos, 0) => format!("{kilos} kg"),
        (kilos, tenths) => format!("{kilos}.{tenths} kg"),
    }
}

/// Questions that fit every kind of a family.
fn of_family(family: Family) -> [(&'static str, &'static str); 2] {
    match family {
        Family::Furniture => [
            (
                "Does it come in one piece or do I have to put it together?",
                "In one piece wherever a door allows it. Otherwise there are two screws, and the key is in the box.",
            ),
            (
                "Our floor is not quite even. Will it stand?",
                "It will. Felt pads in two strengths are in the box for just that.",
            ),
        ],
        Family::Lamp => [
            (
                "Is there a bulb in the box?",
                "No, so that you can choose the light you like. We use a warm one ourselves.",
            ),
            (
                "How long is the cable?",
                "Two metres, with the switch where your hand finds it.\n\nIf you need more, write to us before you order and we fit a longer one.",
            ),
        ],
        Family::Textile => [
            (
                "Does it shed? Our last one did for months.",
                "A little in the first weeks, then it stops. Shake it out of the window once or twice.",
            ),
            (
                "Are the colours as on the pictures?",
                "As near as a screen can show. By evening light they are a touch warmer.",
            ),
        ],
        Family::Ceramic => [
            (
                "Is the glaze free of lead?",
                "It is. Every glaze of ours is tested by a laboratory before it may touch food.",
            ),
            (
                "Are two of them the same shade?",
                "Nearly. If you want a pair, order them together and we choose two from one firing.",
            ),
        ],
        Family::Scent => [
            (
                "How strong is the scent? I get headaches easily.",
                "Quiet. You notice it when you come in, and forget it while you are there.",
            ),
            (
                "How long does it last?",
                "With daily use about two months. Keep it out of the sun.",
            ),
        ],
        Family::Paper => [
            (
                "Does ink show through?",
                "With a fountain pen hardly, with a felt pen a little. Try it on the last page.",
            ),
            (
                "How is it packed? My last print came with a dent.",
                "Flat between two boards, corners covered. Should it arrive bent all the same, we send another.",
            ),
        ],
        Family::Cooking => [
            (
                "Can it go in the dishwasher?",
                "It would survive once or twice. By hand it outlives you: warm water, a soft brush, a dry cloth.",
            ),
            (
                "Does it suit somebody left-handed?",
                "Yes, it is the same on both sides.",
            ),
        ],
        Family::Food => [
            (
                "How long does it keep?",
                "At least six months unopened; the day is printed on the label. Once open, a few weeks, cool and dark.",
            ),
            (
                "Are there traces of nuts in it?",
                "We work with nuts under the same roof, so we cannot rule it out.",
            ),
        ],
        Family::Wear => [
            (
                "I am between two sizes. Which one?",
                "The smaller one if you like it close, the larger one over a pullover. It can be exchanged.",
            ),
            (
                "Does it shrink?",
                "We wash the cloth before we cut it, so what is left is less than one in a hundred.",
            ),
        ],
        Family::Shoe => [
            (
                "Are they wide enough for a broad foot?",
                "They give after a week of wearing. If they press at the toes on the first day, take the next size.",
            ),
            (
                "Can they be resoled?",
                "Yes, by us or any cobbler: the sole is stitched, not only glued.",
            ),
        ],
        Family::Bag => [
            (
                "Does a laptop of 14 inches fit?",
                "In the larger one, yes, with room for the charger. The smaller one is for a book and a lunch.",
            ),
            (
                "Is it waterproof?",
                "It takes a shower without harm. In an hour of real rain we would not put paper in it.",
            ),
        ],
        Family::Jewel => [
            (
                "I react to nickel. Can I wear it?",
                "Yes, there is none in it, clasp and pin included.",
            ),
            (
                "Will it tarnish?",
                "Over months, if it lies unused. Worn every day it stays bright by itself.",
            ),
        ],
        Family::Toy => [
            (
                "From what age is it safe?",
                "From three years. There is nothing to swallow and no edge to cut.",
            ),
            (
                "What is on the wood?",
                "A water-based stain and linseed oil, both made for toys.",
            ),
        ],
        Family::Tech => [
            (
                "Which cable does it charge with?",
                "USB-C. The cable is in the box, the plug is not, as you surely have one.",
            ),
            (
                "Can the battery be replaced?",
                "Yes, with two screws. We keep spare ones for ten years.",
            ),
        ],
        Family::Outdoor => [
            (
                "Do you repair it, should something tear?",
                "Always. Send it in over the winter and it is back before the season.",
            ),
            (
                "How small does it pack?",
                "Smaller than it looks. It comes with a bag that it truly fits into.",
            ),
        ],
    }
}
