//! The demo market hall: what a fresh installation shows before any merchant arrives.
//!
//! [`pictures`] draws product illustrations as pure functions of a seed; the server's seeding job
//! calls it and stores the results like any merchant's upload.

pub mod catalogue;
pub mod pictures;
pub mod relevance;

/// The demo's words in other languages, one CSV file each, as `sokonova translations` reads it.
pub const TRANSLATIONS: [&str; 4] = [
    include_str!("../translations/de.csv"),
    include_str!("../translations/fr.csv"),
    include_str!("../translations/sw.csv"),
    include_str!("../translations/ar.csv"),
];
