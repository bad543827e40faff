//! All SQL of the markets, but for the joins of price lists, which stand where prices are read.

/// A market as one JSON array: code, name, currency, countries, units of its currency per euro (× 10⁸), adjustment in basis
/// points, rounding step in minor units.
pub type MarketColumns = (String, String, String, Vec<String>, Option<i64>, i32, i64);
