//! An address as it is written on a parcel: what stands on which line differs by country. Source: the address formats of the
//! Universal Postal Union (S42, country sheets), in the short form of Google's libaddressinput (`fmt`).

use crate::address::Address;

/// How a country writes its town's line; what is empty falls away with the marks around it.
enum Town {
    /// `10119 Berlin`
    PostcodeFirst,
    /// `10121 Torino TO`
    PostcodeFirstRegionBehind,
    /// `Springfield, IL 62704`
    CityRegionPostcode(&'static str),
    /// `Wellington 6011`
    CityPostcode,
    /// Town and postcode on lines of their own: `London`, `SW1A 1AA`.
    PostcodeBelow,
}

fn town(country: &str) -> Town {
    match country {
        "US" => Town::CityRegionPostcode(", "),
        "CA" | "AU" => Town::CityRegionPostcode(" "),
        "GB" | "IE" | "GG" | "JE" | "IM" | "GI" | "ZA" | "KE" | "EG" | "BR" | "UA" | "LK"
        | "JM" => Town::PostcodeBelow,
        "IT" | "ES" | "MX" | "TR" | "SM" | "VA" => Town::PostcodeFirstRegionBehind,
        "NZ" | "IN" | "PK" | "BD" | "NP" | "SG" | "TW" | "KR" | "JP" | "ID" | "TH" | "VN"
        | "SA" | "JO" | "NG" | "CO" | "VE" | "LV" => Town::CityPostcode,
        _ => Town::PostcodeFirst,
    }
}

impl Address {
    /// The lines from the name down to the country, whose name in the reader's language is `country`.
    pub fn lines(&self, country: &str) -> Vec<String> {
        let (city, postcode) = (
            self.city.as_str(),
            self.postcode.as_deref().unwrap_or_default(),
        );
        let region = self.region.as_deref().unwrap_or_default();
        let town = match town(self.country.as_str()) {
            Town::PostcodeFirst => vec![joined(" ", &[postcode, city]), region.to_owned()],
            Town::PostcodeFirstRegionBehind => vec![joined(" ", &[postcode, city, region])],
            Town::CityRegionPostcode(mark) => {
                let place = joined(mark, &[city, region]);
                vec![joined(" ", &[&place, postcode])]
            }
            Town::CityPostcode => vec![joined(" ", &[city, postcode]), region.to_owned()],
            Town::PostcodeBelow => vec![city.to_owned(), region.to_owned(), postcode.to_owned()],
        };
        let before = [
            Some(&self.name),
            self.company.as_ref(),
            Some(&self.line1),
            self.line2.as_ref(),
        ];
        before
            .into_iter()
            .flatten()
            .cloned()
            .chain(town)
            .chain([country.to_owned()])
            .filter(|line| !line.is_empty())
            .collect()
    }
}

fn joined(mark: &str, parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(country: &str, city: &str, postcode: &str, region: &str) -> Vec<String> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let address = Address {
            email: "ada@example.org".into(),
            name: "Ada".into(),
            company: None,
            line1: "1 High Street".into(),
            line2: None,
            city: city.into(),
            postcode: some(postcode),
            region: some(region),
            country: country.parse().expect("a country"),
            phone: None,
        };
        address.lines("").split_off(2)
    }

    #[test]
    fn the_town_stands_as_its_country_writes_it() {
        assert_eq!(lines("DE", "Berlin", "10119", ""), ["10119 Berlin"]);
        assert_eq!(
            lines("US", "Springfield", "62704", "IL"),
            ["Springfield, IL 62704"]
        );
        assert_eq!(
            lines("CA", "Ottawa", "K1A 0B1", "ON"),
            ["Ottawa ON K1A 0B1"]
        );
        assert_eq!(
            lines("GB", "London", "SW1A 1AA", ""),
            ["London", "SW1A 1AA"]
        );
        assert_eq!(lines("IT", "Torino", "10121", "TO"), ["10121 Torino TO"]);
        assert_eq!(lines("NZ", "Wellington", "6011", ""), ["Wellington 6011"]);
        assert_eq!(lines("AE", "Dubai", "", ""), ["Dubai"]);
    }

    #[test]
    fn nothing_that_was_typed_is_left_out() {
        for country in crate::country::CountryCode::all() {
            let all = lines(country.as_str(), "Town", "123", "Region").join(" ");
            for part in ["Town", "123", "Region"] {
                assert!(all.contains(part), "{}: {all}", country.as_str());
            }
        }
    }
}
