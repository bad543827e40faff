//! Sentences of shoppers and of the makers who answer them.

/// True of anything one can order.
pub(super) const GENERAL: &[&str] = &[
    "It arrived two days earlier than promised.",
    "Packed with care and without a gram of plastic.",
    "There was a handwritten card in the parcel.",
    "I bought it as a present and then kept it.",
    "My second order from this workshop, and not the last.",
    "The photographs do not do it justice.",
    "A friend tried it and ordered the same evening.",
    "Exactly as described.",
    "Worth waiting for.",
    "They answered my question within the hour.",
    "It was a birthday present and went down very well.",
    "I had looked for something like this for ages.",
    "Not cheap, but it feels fair.",
    "Given to my father, who is hard to please and was pleased.",
    "Shipping to Finland was quick and well tracked.",
    "I was sceptical about the price and am no longer.",
    "Lovely to know who made it and where.",
    "It makes an ordinary Tuesday a little better.",
    "I would recommend it to anyone who asks, and a few who have not.",
    "My sister has asked for the address.",
    "Everything as it should be, from the order to the doorbell.",
    "It came well before the weekend, as they had said.",
];

/// True of things one keeps.
pub(super) const LASTING: &[&str] = &[
    "My partner rolled his eyes at first and now uses it more than I do.",
    "Good to buy something that is meant to last.",
    "I would buy it again without thinking.",
    "Feels like the real thing because it is.",
    "It has a calm about it that I like.",
];

/// What goes with three stars.
pub(super) const MIDDLING: &[&str] = &[
    "I am keeping it, but I had expected a little more.",
    "Fine for the price, I suppose.",
    "Nice enough, only not quite what I had in mind.",
    "Customer service was friendly about it.",
    "It does what it should and no more.",
    "I may get used to it.",
    "Others in the house like it better than I do.",
    "Delivery was quick, at least.",
    "A solid middle, in my opinion.",
    "For my purposes it is all right.",
    "I would look at it in person first, if I could.",
    "Not a bad buy, not a great one.",
    "Perhaps I had read too many good reviews.",
];

/// Title, body and the merchant's answer.
pub(super) type Complaint = (&'static str, &'static str, &'static str);

/// What goes with one or two stars.
pub(super) const BAD: &[Complaint] = &[
    (
        "Arrived damaged",
        "One side was crushed in the post. The replacement came after ten days and was fine, but I had needed it for a birthday.",
        "I am sorry it spoiled the day. We now use a stiffer box.",
    ),
    (
        "Three weeks",
        "I waited almost three weeks, with no message until I wrote myself.",
        "You should have heard from us first. We had underestimated the season and have added a line to the order mail.",
    ),
    (
        "Not what I saw",
        "In the pictures it looked quite different, so I sent it back.",
        "Thank you for saying so. We have taken new pictures in daylight.",
    ),
    (
        "Smaller than I thought",
        "Smaller than I understood from the page. Returning it was easy, to be fair.",
        "The size is on the page but far down. We have moved it up.",
    ),
    (
        "Not for the price",
        "Well meant, but at this price I expect perfection, and there was a mark on it.",
        "It should not have left the workshop like that. Write to us and we will send another.",
    ),
    (
        "Sent it back",
        "It was not for me, and I had to ask twice for the label to return it.",
        "That was my fault, the mail had slipped through. The refund includes your postage.",
    ),
    (
        "Wrong one in the box",
        "They apologised and put it right, though it took two tries.",
        "Two tries is one too many. Thank you for your patience.",
    ),
    (
        "Trouble with delivery",
        "The parcel went to a pick-up point in another town, which spoiled it for me.",
        "We have spoken to the carrier and refunded the postage.",
    ),
    (
        "I do not see it",
        "I do not see what the others see in it. Ordinary.",
        "Tastes differ, and that is fine. Returns are free, you only have to answer our mail.",
    ),
    (
        "Let down",
        "It looks good, yet I had hoped for more after all I had read. The refund was prompt.",
        "Thank you for giving it a try, and for writing.",
    ),
    (
        "Should have been checked",
        "The seal of the box was open and nobody could tell me why.",
        "We check and seal every box ourselves, so this worries us too. Please write, and we will send a fresh one.",
    ),
    (
        "Bad luck perhaps",
        "Two orders, two delays. The third I will not try.",
        "We would understand. If you change your mind, the third is on us.",
    ),
];

/// Over five stars.
pub(super) const BEST_TITLES: &[&str] = &[
    "Even better than hoped",
    "A keeper",
    "Just right",
    "Very happy",
    "Quietly excellent",
    "Worth every cent",
    "Made with care",
    "No regrets",
    "A small daily joy",
    "Lovely",
    "Could not be happier",
    "My new favourite",
    "Impressed",
    "Would buy again",
    "Nothing to fault",
    "Better than expected",
];

/// Over four.
pub(super) const GOOD_TITLES: &[&str] = &[
    "Very nice",
    "Happy with it",
    "Recommended",
    "Nearly perfect",
    "Good choice",
    "Pleased",
    "A fine thing",
    "Good, and getting better",
    "Glad I ordered it",
    "Well done",
    "As good as hoped",
    "Almost five stars",
    "Sound",
    "Convinced",
];

/// Over three.
pub(super) const FAIR_TITLES: &[&str] = &[
    "Good, with a but",
    "Not quite for me",
    "Decent",
    "Mixed feelings",
    "Fine, on the whole",
    "Nearly there",
    "All right",
    "Nice idea",
    "Had hoped for more",
    "In between",
    "Middle of the road",
    "It is okay",
    "Could be better",
];

/// Answers to praise.
pub(super) const THANKS: &[&str] = &[
    "Thank you, that made the whole workshop smile.",
    "How good of you to write. Enjoy it for a long time.",
    "Thank you. Send us a picture when it has been in use for a year.",
    "We have read this out at coffee. Thank you.",
    "That is just what we hoped for. Warm regards.",
    "Thank you for taking the time, it helps a small shop more than you think.",
];

/// Answers to three stars.
pub(super) const REGRETS: &[&str] = &[
    "I am sorry it is not quite right. Write to us and we will find a way.",
    "Thank you for being frank. We have changed the description so that the next person knows.",
    "Thank you for telling us. We talked about it at coffee.",
    "We are sorry it did not suit. If you would rather return it, that is free.",
    "That is useful to hear, and fair.",
];

/// First names and an initial.
pub(in crate::catalogue) const AUTHORS: &[&str] = &[
    "Marta K.",
    "Jonas W.",
    "Élodie B.",
    "Piotr N.",
    "Sanne V.",
    "Giulia R.",
    "Henrik L.",
    "Aoife M.",
    "Tomás F.",
    "Ingrid S.",
    "Lukas H.",
    "Camille D.",
    "Anna-Lena P.",
    "Matteo G.",
    "Zuzana C.",
    "Ewa J.",
    "Björn A.",
    "Noémie T.",
    "Carlos E.",
    "Freya O.",
    "Mikko V.",
    "Katrin Z.",
    "Dario M.",
    "Saskia B.",
    "Oisín D.",
    "Leonor A.",
    "Yusuf K.",
    "Petra H.",
    "Antoine L.",
    "Rasmus J.",
    "Beatriz S.",
    "Hanna W.",
    "Florian E.",
    "Mei L.",
    "Ada O.",
    "Viktor N.",
    "Chiara P.",
    "Emil R.",
    "Nadia H.",
    "Stefan U.",
    "Ines C.",
    "Willem D.",
    "Agnieszka L.",
    "Theo M.",
    "Maja K.",
    "Paolo B.",
    "Sinéad G.",
    "Joost V.",
    "Lea F.",
    "Rui P.",
];
