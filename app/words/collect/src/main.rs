//! Brings the translators' files (`app/words/po/*.po`) up to date with the code: every sentence in `t!` and `tn!`, with the files
//! that say it; what nobody says any more goes. Ends with an error while sentences lack a translation.

mod sentences;

use std::{
    env, fs,
    io::BufWriter,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use polib::{catalog::Catalog, message::Message, po_file};

use sentences::{Sentence, sentences};

const LANGUAGES: [&str; 4] = ["de", "fr", "sw", "ar"];

/// The checkout that cargo runs this for; not the one it was built in, since clones may share what is built.
#[expect(clippy::disallowed_methods, reason = "cargo says it in no other way")]
fn root() -> Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").context("run it by cargo")?;
    Ok(Path::new(&package).join("../../.."))
}

fn main() -> Result<()> {
    let root = root()?;
    let sentences = sentences(&root)?;
    let mut lacking = 0;
    for language in LANGUAGES {
        let path = root.join(format!("app/words/po/{language}.po"));
        let (written, untranslated) = brought_up(&path, &sentences)?;
        fs::write(&path, written).with_context(|| path.display().to_string())?;
        for sentence in &untranslated {
            println!("{language}: {sentence}");
        }
        lacking += untranslated.len();
    }
    println!("{} sentences", sentences.len());
    if lacking > 0 {
        bail!("{lacking} translations are missing");
    }
    Ok(())
}

/// The file as it should be, and what has no translation in it.
fn brought_up(path: &Path, sentences: &[Sentence]) -> Result<(Vec<u8>, Vec<String>)> {
    let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    // An empty comment at the top, as some tools write, is more than the parser can take.
    let file = file.strip_prefix("#\n").unwrap_or(&file);
    let before = po_file::parse_from_reader(file.as_bytes())
        .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
    let forms = before.metadata.plural_rules.nplurals;
    let mut after = Catalog::new(before.metadata.clone());
    let mut untranslated = Vec::new();
    for sentence in sentences {
        let known = before.find_message(
            sentence.context.as_deref(),
            &sentence.one,
            sentence.other.as_deref(),
        );
        let mut message = match &sentence.other {
            None => Message::build_singular(),
            Some(_) => Message::build_plural(),
        };
        message
            .with_source(sentence.places.join(" "))
            .with_msgid(sentence.one.clone());
        if let Some(context) = &sentence.context {
            message.with_msgctxt(context.clone());
        }
        let complete = match &sentence.other {
            None => {
                let said = known
                    .and_then(|known| known.msgstr().ok())
                    .unwrap_or_default();
                message.with_msgstr(said.to_owned());
                !said.is_empty()
            }
            Some(other) => {
                let said = known.and_then(|known| known.msgstr_plural().ok().cloned());
                let said = said.unwrap_or_else(|| vec![String::new(); forms]);
                let complete = said.len() == forms && said.iter().all(|form| !form.is_empty());
                message
                    .with_msgid_plural(other.clone())
                    .with_msgstr_plural(said);
                complete
            }
        };
        if let Some(known) = known {
            message
                .with_translator_comments(known.translator_comments().to_owned())
                .with_flags(known.flags().clone());
        }
        if !complete || known.is_some_and(polib::message::MessageView::is_fuzzy) {
            untranslated.push(sentence.one.clone());
        }
        after.append_or_update(message.done());
    }
    let mut written = BufWriter::new(Vec::new());
    po_file::write(&after, &mut written)?;
    Ok((written.into_inner()?, untranslated))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_translators_files_are_complete_and_up_to_date() {
        let root = root().expect("cargo runs the tests");
        let sentences = sentences(&root).expect("the code is read");
        assert!(sentences.len() > 100, "the code says something");
        for language in LANGUAGES {
            let path = root.join(format!("app/words/po/{language}.po"));
            let (written, untranslated) = brought_up(&path, &sentences).expect("a file");
            assert_eq!(
                untranslated,
                Vec::<String>::new(),
                "{language} lacks translations"
            );
            let present = fs::read(&path).expect("a file");
            assert!(written == present, "{language}: run `cargo xtask words`");
        }
    }
}
