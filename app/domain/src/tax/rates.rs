//! The standard rates a new marketplace is seeded with; operators change them in the database.

use crate::country::CountryCode;

/// A country's standard rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandardRate {
    /// The country.
    pub country: CountryCode,
    /// What the tax is called there, in English.
    pub name: &'static str,
    /// In basis points: 2550 is 25.5 %.
    pub basis_points: u32,
}

/// Standard VAT (GST, MVA) rates in basis points as of January 2026.
///
/// Sources: European Commission, *Taxes in Europe Database* (EU-27; with Estonia's 24 % of July 2025, Romania's 21 % of
/// August 2025, Slovakia's 23 % of January 2025 and Finland's 25.5 % of September 2024); HM Revenue & Customs, *VAT rates*
/// (GB); Swiss Federal Tax Administration, *VAT rates* (CH, 8.1 % since January 2024); Skatteetaten, *VAT rates* (NO);
/// Canada Revenue Agency, *GST/HST* (CA: the federal 5 % only, provinces add theirs); Australian Taxation Office, *GST*
/// (AU). The United States have no federal sales tax.
const RATES: [(&str, &str, u32); 33] = [
    ("AT", "VAT", 2000),
    ("AU", "GST", 1000),
    ("BE", "VAT", 2100),
    ("BG", "VAT", 2000),
    ("CA", "GST", 500),
    ("CH", "VAT", 810),
    ("CY", "VAT", 1900),
    ("CZ", "VAT", 2100),
    ("DE", "VAT", 1900),
    ("DK", "VAT", 2500),
    ("EE", "VAT", 2400),
    ("ES", "VAT", 2100),
    ("FI", "VAT", 2550),
    ("FR", "VAT", 2000),
    ("GB", "VAT", 2000),
    ("GR", "VAT", 2400),
    ("HR", "VAT", 2500),
    ("HU", "VAT", 2700),
    ("IE", "VAT", 2300),
    ("IT", "VAT", 2200),
    ("LT", "VAT", 2100),
    ("LU", "VAT", 1700),
    ("LV", "VAT", 2100),
    ("MT", "VAT", 1800),
    ("NL", "VAT", 2100),
    ("NO", "VAT", 2500),
    ("PL", "VAT", 2300),
    ("PT", "VAT", 2300),
    ("RO", "VAT", 2100),
    ("SE", "VAT", 2500),
    ("SI", "VAT", 2200),
    ("SK", "VAT", 2300),
    ("US", "Sales tax", 0),
];

/// Every country whose standard rate is known here.
pub fn standard_rates() -> impl Iterator<Item = StandardRate> {
    RATES.iter().map(|(code, name, basis_points)| StandardRate {
        country: code.parse().expect("the table holds country codes only"),
        name,
        basis_points: *basis_points,
    })
}

/// The standard rate of `country`, where known here.
pub fn standard_rate(country: CountryCode) -> Option<StandardRate> {
    standard_rates().find(|rate| rate.country == country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let eu = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
        let others = "GB CH NO US CA AU";
        for code in eu.split(' ') {
            let rate = standard_rate(code.parse().unwrap()).expect(code);
            // Directive 2006/112/EC, article 97: no standard rate below 15 %; Hungary's 27 % is the highest.
            assert!((1500..=2700).contains(&rate.basis_points), "{code}");
        }
        for code in others.split(' ') {
            assert!(standard_rate(code.parse().unwrap()).is_some(), "{code}");
        }
        assert_eq!(standard_rates().count(), 33);
        assert_eq!(standard_rate("KE".parse().unwrap()), None);
    }
}
