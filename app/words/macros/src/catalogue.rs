//! The translators' files, read once by each run of the compiler.

use std::sync::LazyLock;

use polib::{catalog::Catalog, po_file};

/// The languages other than English, in the order of `words::Language::ALL`. Built in, so that what is built of a checkout reads no other's.
const FILES: [(&str, &str); 4] = [
    ("de", include_str!("../../po/de.po")),
    ("fr", include_str!("../../po/fr.po")),
    ("sw", include_str!("../../po/sw.po")),
    ("ar", include_str!("../../po/ar.po")),
];
/// Names for `words::Language`'s variants, in the same order.
pub const VARIANTS: [&str; 4] = ["German", "French", "Swahili", "Arabic"];

/// `None` when a file cannot be read.
static CATALOGUES: LazyLock<Result<Vec<Catalog>, String>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(language, file)| {
            // An empty comment at the top, as some tools write, is more than the parser can take.
            let file = file.strip_prefix("#\n").unwrap_or(file);
            po_file::parse_from_reader(file.as_bytes())
                .map_err(|error| format!("{language}.po: {error}"))
        })
        .collect()
});

/// The forms of a sentence in each of the other languages; none where it has no translation, or an unsure one.
pub fn translations(
    context: Option<&str>,
    one: &str,
    other: Option<&str>,
) -> Result<Vec<Option<Vec<String>>>, String> {
    let catalogues = CATALOGUES.as_ref().map_err(Clone::clone)?;
    Ok(catalogues
        .iter()
        .map(|catalogue| {
            let message = catalogue.find_message(context, one, other)?;
            if !message.is_translated() || message.is_fuzzy() {
                return None;
            }
            match other {
                None => message.msgstr().ok().map(|text| vec![text.to_owned()]),
                Some(_) => message.msgstr_plural().ok().cloned(),
            }
        })
        .collect())
}
