//! The sentences of the code, found in its tokens, so that those inside other macros (`view!`) are found too.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, anyhow};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::LitStr;
use walkdir::WalkDir;

/// Where sentences are said.
const DIRECTORIES: [&str; 3] = ["app", "frontend/src", "server/src"];

/// A sentence, or one that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub context: Option<String>,
    pub one: String,
    /// Of more than one, where it counts.
    pub other: Option<String>,
    /// The files that say it, from the root of the repository.
    pub places: Vec<String>,
}

type Key = (Option<String>, String, Option<String>);

/// All sentences, by the file that says them first.
pub fn sentences(root: &Path) -> Result<Vec<Sentence>> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for directory in DIRECTORIES {
        for entry in WalkDir::new(root.join(directory)).sort_by_file_name() {
            let entry = entry?;
            let place = entry.path().strip_prefix(root)?.display().to_string();
            let is_code = entry.path().extension().is_some_and(|kind| kind == "rs");
            let is_test = place.ends_with("tests.rs") || place.contains("/tests/");
            if !is_code || is_test || place.starts_with("app/words/") {
                continue;
            }
            let code = fs::read_to_string(entry.path())?;
            let tokens: TokenStream = code.parse().map_err(|error| anyhow!("{place}: {error}"))?;
            let mut said = Vec::new();
            walk(tokens, &mut said).with_context(|| place.clone())?;
            for key in said {
                let at = *known.entry(key.clone()).or_insert_with(|| {
                    let (context, one, other) = key;
                    found.push(Sentence {
                        context,
                        one,
                        other,
                        places: Vec::new(),
                    });
                    found.len() - 1
                });
                if let Some(sentence) = found.get_mut(at)
                    && sentence.places.last() != Some(&place)
                {
                    sentence.places.push(place.clone());
                }
            }
        }
    }
    Ok(found)
}

/// Adds what `t!(…)` and `tn!(…)` in these tokens say.
fn walk(tokens: TokenStream, said: &mut Vec<Key>) -> Result<()> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        walk(group.stream(), said)?;
        let name = match at.checked_sub(2).map(|before| &tokens[before..at]) {
            Some([TokenTree::Ident(name), TokenTree::Punct(mark)]) if mark.as_char() == '!' => {
                name.to_string()
            }
            _ => continue,
        };
        if group.delimiter() == Delimiter::Parenthesis && (name == "t" || name == "tn") {
            said.push(key(&name, group.stream())?);
        }
    }
    Ok(())
}

/// What one call says.
fn key(name: &str, arguments: TokenStream) -> Result<Key> {
    let pieces = arguments
        .into_iter()
        .fold(vec![Vec::new()], |mut pieces, token| {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ',' => pieces.push(Vec::new()),
                token => pieces
                    .last_mut()
                    .into_iter()
                    .for_each(|last| last.push(token.clone())),
            }
            pieces
        });
    let text = |piece: usize, token: usize| -> Result<String> {
        let token = pieces
            .get(piece)
            .and_then(|piece| piece.get(token))
            .context("a sentence is missing")?;
        let literal: LitStr = syn::parse2(TokenStream::from(token.clone()))
            .with_context(|| format!("not a sentence: {token}"))?;
        Ok(literal.value())
    };
    match (name, pieces.first().map(Vec::len)) {
        ("t", Some(1)) => Ok((None, text(0, 0)?, None)),
        // `"context" => "text"`: an arrow is two marks.
        ("t", _) => Ok((Some(text(0, 0)?), text(0, 3)?, None)),
        _ => Ok((None, text(1, 0)?, Some(text(2, 0)?))),
    }
}
