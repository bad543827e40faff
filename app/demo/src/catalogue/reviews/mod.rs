//! What shoppers say about a product, and what its maker answers.
//!
//! Sentences are dealt without replacement, so no two reviews of one product are alike.

mod families;
mod words;

pub(super) use self::words::AUTHORS;
use super::kinds::Kind;
use super::makers::Maker;
use super::random::Random;
use super::{Review, reviews::words as say};

/// What a kind has in common with its neighbours in a shopper's eyes.
#[derive(Clone, Copy)]
pub(super) enum Family {
    Furniture,
    Lamp,
    Textile,
    Ceramic,
    Scent,
    Paper,
    Cooking,
    Food,
    Wear,
    Shoe,
    Bag,
    Jewel,
    Toy,
    Tech,
    Outdoor,
}

impl Family {
    /// Whether goods are used up rather than kept.
    fn consumed(self) -> bool {
        matches!(self, Self::Food | Self::Scent)
    }

    /// Whether shoppers look for a style in such goods.
    pub fn has_style(self) -> bool {
        !self.consumed()
    }
}

/// Sentences still to be dealt out for one product.
struct Deck {
    specific: Vec<&'static str>,
    general: Vec<&'static str>,
    caveats: Vec<&'static str>,
    middling: Vec<&'static str>,
    bad: Vec<say::Complaint>,
    authors: Vec<&'static str>,
    titles: [Vec<&'static str>; 3],
}

impl Deck {
    fn new(kind: &Kind, random: &mut Random) -> Self {
        let (praise, caveats) = families::of_family(kind.family);
        let lasting = if kind.family.consumed() {
            &[]
        } else {
            say::LASTING
        };
        Self {
            specific: random.shuffled(&[kind.praise, praise].concat()),
            general: random.shuffled(&[say::GENERAL, lasting].concat()),
            caveats: random.shuffled(&[kind.caveats, caveats].concat()),
            middling: random.shuffled(say::MIDDLING),
            bad: random.shuffled(say::BAD),
            authors: random.shuffled(say::AUTHORS),
            titles: [
                random.shuffled(say::FAIR_TITLES),
                random.shuffled(say::GOOD_TITLES),
                random.shuffled(say::BEST_TITLES),
            ],
        }
    }

    /// Title, body and, for a complaint, what the merchant says to it.
    fn words(&mut self, rating: u8, random: &mut Random) -> (String, String, Option<&'static str>) {
        if rating <= 2 {
            let (title, body, reply) = draw(&mut self.bad);
            return (title.to_owned(), body.to_owned(), Some(reply));
        }
        let title = draw(&mut self.titles[usize::from(rating) - 3]);
        (title.to_owned(), self.body(rating, random), None)
    }

    /// What a review of three stars or more says.
    fn body(&mut self, rating: u8, random: &mut Random) -> String {
        match rating {
            5 if self.specific.is_empty() => draw(&mut self.general).to_owned(),
            5 => match random.between(0, 9) {
                0..=3 => draw(&mut self.specific).to_owned(),
                4..=7 => both(draw(&mut self.specific), draw(&mut self.general)),
                _ => draw(&mut self.general).to_owned(),
            },
            4 => {
                let praise = self.specific.pop().or_else(|| self.general.pop());
                let praise = praise.expect("general praise outlasts twelve reviews");
                match self.caveats.pop() {
                    Some(caveat) if random.chance(55) => both(praise, caveat),
                    _ => both(praise, draw(&mut self.general)),
                }
            }
            _ => match self.caveats.pop() {
                Some(caveat) => both(caveat, draw(&mut self.middling)),
                None => draw(&mut self.middling).to_owned(),
            },
        }
    }
}

fn draw<T>(deck: &mut Vec<T>) -> T {
    deck.pop()
        .expect("every deck holds more than the twelve reviews a product may have")
}

fn both(first: &str, second: &str) -> String {
    format!("{first} {second}")
}

/// Up to twelve reviews, newest first, none older than the product.
pub(super) fn reviews(
    maker: &Maker,
    kind: &Kind,
    published_days_ago: u16,
    random: &mut Random,
) -> Vec<Review> {
    let many = *random.pick(&[0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12]);
    let count = if published_days_ago < 30 {
        many.min(2)
    } else {
        many
    };
    let mut deck = Deck::new(kind, random);
    let mut reviews: Vec<Review> = (0..count)
        .map(|_| {
            let rating = rating(random);
            let (title, body, remedy) = deck.words(rating, random);
            Review {
                author: draw(&mut deck.authors).to_owned(),
                rating,
                title,
                body,
                days_ago: random.between(1, u32::from(published_days_ago)) as u16,
                verified: random.chance(86),
                reply: remedy
                    .filter(|_| random.chance(80))
                    .map(|text| signed(text, maker)),
            }
        })
        .collect();
    reviews.sort_by_key(|review| review.days_ago);
    answer(&mut reviews, maker, random);
    reviews
}

/// 58, 29, 9, 3 and 1 per cent for five stars down to one.
fn rating(random: &mut Random) -> u8 {
    match random.between(0, 99) {
        0..=57 => 5,
        58..=86 => 4,
        87..=95 => 3,
        96..=98 => 2,
        _ => 1,
    }
}

/// Some of the better reviews are answered too; complaints have had theirs.
fn answer(reviews: &mut [Review], maker: &Maker, random: &mut Random) {
    let mut thanks = random.shuffled(say::THANKS);
    let mut regrets = random.shuffled(say::REGRETS);
    for review in reviews.iter_mut().filter(|review| review.rating > 2) {
        let (percent, deck) = match review.rating {
            3 => (45, &mut regrets),
            _ => (8, &mut thanks),
        };
        if random.chance(percent) {
            review.reply = deck.pop().map(|text| signed(text, maker));
        }
    }
}

fn signed(text: &str, maker: &Maker) -> String {
    format!("{text} {}, {}", maker.signs, maker.name)
}
