//! `sokonova import` and `sokonova translations`: products and what they are called, by CSV.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::catalog::ssr::{export_translations, import::import_file, import_translations};
use clap::Subcommand;
use domain::policy::Actor;
use server::config::Config;
use words::Language;

use super::{open, tell, with_state};

#[derive(Debug, Subcommand)]
pub enum Translations {
    /// Prints what can be translated, with its translation where there is one.
    Export {
        /// de, fr, sw or ar.
        #[arg(long, value_parser = language)]
        language: Language,
    },
    /// Takes in a file that was exported and filled in.
    Import {
        /// `-` is the standard input.
        file: PathBuf,
    },
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| format!("the shop does not speak {tag}"))
}

/// Takes in products and prints what was done; fails when anything was left out.
pub async fn products(
    config: &Config,
    file: &Path,
    merchant: &str,
    dry_run: bool,
) -> anyhow::Result<ExitCode> {
    with_state(config, async |state| {
        let report = import_file(state, file, merchant, dry_run).await?;
        println!("{report}");
        Ok(match report.errors {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        })
    })
    .await
}

/// Runs a command of translations; fails when anything was left out.
pub async fn translations(config: &Config, command: Translations) -> anyhow::Result<ExitCode> {
    with_state(config, async |state| match command {
        Translations::Export { language } => {
            let mut db = state.db.read().await?;
            export_translations(&mut db, language, std::io::stdout().lock()).await?;
            Ok(ExitCode::SUCCESS)
        }
        Translations::Import { file } => {
            let file = open(&file)?;
            let report = import_translations(state, Actor::System, file).await?;
            println!(
                "{} translations taken in, {} blank, {} left out",
                report.taken, report.blank, report.left_out.count
            );
            Ok(tell(&report.left_out))
        }
    })
    .await
}
