//! Choosing among a product's variants, the same for the page the server renders and for its island.

/// Where a value of an option leads from the variant that is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Number of the variant.
    pub variant: usize,
    /// The chosen variant has this value.
    pub chosen: bool,
    /// The other options keep their values.
    pub keeps_others: bool,
}

/// The variant to go to when value number `value` of option number `option` is chosen while variant number `current` is: the one
/// that keeps the other choices, else the first that has the value at all; none when no variant has it.
///
/// `variants`: for each variant the numbers of its values, one per option.
pub fn choose(
    variants: &[Vec<usize>],
    current: usize,
    option: usize,
    value: usize,
) -> Option<Choice> {
    let now = variants.get(current)?;
    let has = |(_, own): &(usize, &Vec<usize>)| own.get(option) == Some(&value);
    let keeps = |own: &[usize]| {
        own.iter()
            .zip(now)
            .enumerate()
            .all(|(at, (own, other))| at == option || own == other)
    };
    let mut having = variants.iter().enumerate().filter(has);
    let kept = having.clone().find(|(_, own)| keeps(own));
    let (variant, _) = kept.or_else(|| having.next())?;
    Some(Choice {
        variant,
        chosen: now.get(option) == Some(&value),
        keeps_others: kept.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_keeps_the_others_where_it_can() {
        // Small and large in red (0), blue (1); there is no large blue one.
        let variants = [vec![0, 0], vec![0, 1], vec![1, 0]];
        let choice = |current, option, value| choose(&variants, current, option, value);
        assert_eq!(
            choice(0, 1, 1),
            Some(Choice {
                variant: 1,
                chosen: false,
                keeps_others: true
            })
        );
        assert_eq!(
            choice(1, 0, 1),
            Some(Choice {
                variant: 2,
                chosen: false,
                keeps_others: false
            })
        );
        assert_eq!(
            choice(2, 0, 1),
            Some(Choice {
                variant: 2,
                chosen: true,
                keeps_others: true
            })
        );
        assert_eq!(choice(0, 1, 7), None);
        assert_eq!(choice(9, 0, 0), None);
    }
}
