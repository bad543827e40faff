//! Soap, cream and scent.
use super::{Axis::*, Kind, MATERIAL, Spec};
use crate::catalogue::{prose::care::Care, reviews::Family};

const SKIN: &[&str] = &["All skin", "Dry skin", "Sensitive skin"];

pub(super) const KINDS: &[Kind] = &[
    Kind { archetype: "SoapBar", leaf: "soap", family: Family::Scent, care: Care::Soap, made_of: ("base", "Base"),
        spec: Spec { key: "skin", label: "Skin", values: SKIN, fact: "For: {}" },
        grams: 125, axes: &[Values("Pack", &[("One bar", 100), ("Three bars", 270)])], tags: &["bath", "gift"],
        lines: &["Cured for eight weeks on wooden racks, it lasts a good two months at the basin.", "The lather is small and creamy rather than foamy.", "It rinses clean and leaves no film on skin or tile.", "Keep it on a dish that drains and it will see you through the season."],
        facts: &["Cold process", "Cured for eight weeks", "No palm oil", "About 100 g a bar"],
        praise: &["My hands stopped cracking this winter.", "A bar lasted us over two months.", "The whole bathroom smells good, quietly."],
        caveats: &["Goes soft if left in a wet dish."] },
    Kind { archetype: "LotionBottle", leaf: "lotions-and-creams", family: Family::Scent, care: Care::Cosmetic, made_of: ("base", "Base"),
        spec: Spec { key: "skin", label: "Skin", values: SKIN, fact: "For: {}" },
        grams: 290, axes: &[Values("Size", &[("250 ml", 100), ("500 ml", 165)])], tags: &["bath", "everyday"],
        lines: &["It sinks in while you look for your socks.", "One press does both arms.", "The bottle goes back to be refilled, or makes a fine bud vase.", "The scent is gone in an hour and the softness is not."],
        facts: &["Refillable bottle", "No mineral oil", "Not tested on animals", "Use within 12 months of opening"],
        praise: &["Absorbs fast and leaves nothing sticky.", "One pump is plenty.", "Light scent that does not fight with my perfume."],
        caveats: &["The pump stuck at first and needed a few presses."] },
    Kind { archetype: "CreamJar", leaf: "lotions-and-creams", family: Family::Scent, care: Care::Cosmetic, made_of: ("base", "Base"),
        spec: Spec { key: "skin", label: "Skin", values: SKIN, fact: "For: {}" },
        grams: 140, axes: &[Values("Size", &[("50 ml", 100), ("100 ml", 170)])], tags: &["face", "gift"],
        lines: &["A piece the size of a pea warms between the fingers and covers a face.", "It is rich at night and, used sparingly, fine under sun cream.", "There is no water in it, and so no need for preservatives.", "In winter wind it makes a thin, comfortable coat."],
        facts: &["Glass jar", "Without preservatives", "Not tested on animals", "Use within 6 months of opening"],
        praise: &["A tiny amount does it, the jar will last me half a year.", "My skin feels calm in the morning.", "Rich without the shine."],
        caveats: &["A bit heavy for summer days."] },
    Kind { archetype: "Perfume", leaf: "perfume", family: Family::Scent, care: Care::Perfume, made_of: ("accord", "Accord"),
        spec: Spec { key: "strength", label: "Strength", values: &["Eau de cologne", "Eau de toilette", "Eau de parfum"], fact: "Strength: {}" },
        grams: 180, axes: &[Values("Size", &[("15 ml", 100), ("50 ml", 240)])], tags: &["fragrance", "gift"],
        lines: &["It stays close, an arm's length at most.", "What you smell at noon is not what you sprayed at eight.", "Two sprays on a scarf last until the weekend.", "Everything in it is listed on the box, down to the smallest drop.", "Try it on skin, paper tells only half."],
        facts: &["Alcohol from wheat", "Full list of ingredients on the box", "Refill at a third off", "Sample included, so the bottle can go back"],
        praise: &["It dries down to something I keep sniffing on my sleeve.", "Strangers do not notice, friends ask.", "Lasted from breakfast to the last tram."],
        caveats: &["Fades after five hours on me."] },
    Kind { archetype: "HairBrush", leaf: "hair-brushes", family: Family::Scent, care: Care::Brush, made_of: MATERIAL,
        spec: Spec { key: "bristle", label: "Bristle", values: &["Boar", "Wooden pins", "Plant fibre"], fact: "Bristle: {}" },
        grams: 110, axes: &[], tags: &["hair", "gift"],
        lines: &["The bristles are set by hand and drawn tight with one continuous wire.", "It carries the hair's own oil from root to tip.", "The handle is shaped to be held low, for long strokes.", "Fifty strokes is an old rule and not a bad one."],
        facts: &["Drawn by hand", "Natural rubber cushion", "Cleaning comb included", "Suits fine and thick hair"],
        praise: &["My hair is shinier after two weeks, no joke.", "Gentle on the scalp and no static.", "Feels like something my grandmother would have kept."],
        caveats: &["Not for detangling wet curls."] },
];
