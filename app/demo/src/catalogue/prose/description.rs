//! Puts a product's description together.
//!
//! The opening sentence is the product's own; the rest is dealt in turn from what is true of its kind,
//! its material and its maker, so that neighbours on a shelf do not repeat each other.

use super::materials;
use crate::catalogue::{kinds::Kind, makers::Maker, random::Random};

/// What [`html`] needs to know of one product.
pub(in crate::catalogue) struct Facts<'a> {
    pub maker: &'a Maker,
    pub kind: &'a Kind,
    pub material: &'a str,
    pub spec: &'a str,
    pub lead: &'a str,
    /// Position among the products of its kind, which decides whose turn each sentence is.
    pub turn: usize,
}

/// Three to five sentences, a list of facts and a care section. Needs no escaping, see [`super::super::makers`].
pub(in crate::catalogue) fn html(facts: &Facts, random: &mut Random) -> String {
    let prose = paragraphs(facts, random);
    let list: String = list(facts, random)
        .into_iter()
        .map(|fact| format!("<li>{fact}</li>"))
        .collect();
    let (_, care) = facts.kind.care.of(facts.material);
    let heading = random.pick(&["Care", "Looking after it", "To keep it well"]);
    let care = random.pick(care);
    format!("{prose}<ul>{list}</ul><h3>{heading}</h3><p>{care}</p>")
}

fn paragraphs(facts: &Facts, random: &mut Random) -> String {
    let lines = facts.kind.lines;
    let first = lines[facts.turn % lines.len()];
    // A step that grows with each round pairs the sentences differently every time.
    let step = 1 + (facts.turn / lines.len()) % (lines.len() - 1);
    let second = lines[(facts.turn + step) % lines.len()];
    let of_material = materials::lines(facts.material);
    let aside = if of_material.is_empty() || random.chance(50) {
        facts.maker.lines[facts.turn % facts.maker.lines.len()]
    } else {
        random.pick(of_material)
    };
    let lead = facts.lead;
    match random.between(0, 4) {
        0 => format!("<p>{lead} {first}</p><p>{aside} {second}</p>"),
        1 => format!("<p>{lead} {aside}</p><p>{first} {second}</p>"),
        2 => format!("<p>{lead}</p><p>{first} {aside} {second}</p>"),
        3 => format!("<p>{lead} {first} {aside}</p>"),
        _ => format!("<p>{lead} {aside} {first}</p><p>{second}</p>"),
    }
}

fn list(facts: &Facts, random: &mut Random) -> Vec<String> {
    let maker = facts.maker;
    let mut list = vec![facts.kind.spec.fact.replace("{}", facts.spec)];
    let known = random.shuffled(facts.kind.facts);
    let count = random.between(2, 3) as usize;
    list.extend(known.into_iter().take(count).map(str::to_owned));
    list.push(match random.between(0, 2) {
        0 => format!("{}: {}", facts.kind.made_of.1, facts.material),
        1 if !maker.name.contains(maker.city) => format!("By {} in {}", maker.name, maker.city),
        _ => format!("From {}, {}", maker.city, maker.country_name),
    });
    list
}
