//! Dates, times and names of countries in the language that is spoken, by ICU4X and the Unicode consortium's data (CLDR).

use std::sync::LazyLock;

use domain::country::CountryCode;
use icu_calendar::Iso;
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_datetime::{
    DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter,
    fieldsets::{MDE, T, YMD},
    input,
};
use icu_experimental::displaynames::{DisplayNamesOptions, multi::RegionDisplayNames};
use icu_locale_core::{Locale, locale};
use time::{Date, OffsetDateTime, UtcOffset};
use words::{Language, language};

/// What is kept of a language, since finding it in the data takes longer than using it.
struct Formats {
    /// `4 March 2026`
    long: DateTimeFormatter<YMD>,
    /// `Thu, 26 Nov`
    short: DateTimeFormatter<MDE>,
    /// `09:14`
    time: NoCalendarFormatter<T>,
    countries: RegionDisplayNames,
    order: CollatorBorrowed<'static>,
}

static FORMATS: LazyLock<[Option<Formats>; 5]> =
    LazyLock::new(|| Language::ALL.map(|language| Formats::of(&icu_locale(language))));

/// A language as ICU knows it: with a country where that decides how dates are written, and Latin digits, as prices have.
const fn icu_locale(language: Language) -> Locale {
    match language {
        Language::English => locale!("en-GB"),
        Language::German => locale!("de"),
        Language::French => locale!("fr"),
        Language::Swahili => locale!("sw"),
        Language::Arabic => locale!("ar-u-nu-latn"),
    }
}

impl Formats {
    fn of(locale: &Locale) -> Option<Self> {
        let dates = || DateTimeFormatterPreferences::from(locale);
        Some(Self {
            long: DateTimeFormatter::try_new(dates(), YMD::long()).ok()?,
            short: DateTimeFormatter::try_new(dates(), MDE::medium()).ok()?,
            time: NoCalendarFormatter::try_new(dates(), T::hm()).ok()?,
            countries: RegionDisplayNames::try_new(locale.into(), DisplayNamesOptions::default())
                .ok()?,
            order: Collator::try_new(locale.into(), CollatorOptions::default()).ok()?,
        })
    }
}

fn formats() -> Option<&'static Formats> {
    FORMATS[language() as usize].as_ref()
}

fn icu_date(date: Date) -> Option<input::Date<Iso>> {
    input::Date::try_new_iso(date.year(), u8::from(date.month()), date.day()).ok()
}

/// A day with its year, `4 March 2026`.
pub fn long_day(date: Date) -> String {
    formats().zip(icu_date(date)).map_or_else(
        || date.to_string(),
        |(formats, date)| formats.long.format(&date).to_string(),
    )
}

/// A day of the coming weeks, `Thu, 26 Nov`.
pub fn short_day(date: Date) -> String {
    formats().zip(icu_date(date)).map_or_else(
        || date.to_string(),
        |(formats, date)| formats.short.format(&date).to_string(),
    )
}

/// A moment in UTC, `21 November 2026, 09:14 UTC`.
pub fn moment(at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    let time = input::Time::try_new(at.hour(), at.minute(), 0, 0).ok();
    let time = formats()
        .zip(time)
        .map(|(formats, time)| formats.time.format(&time).to_string());
    format!("{}, {} UTC", long_day(at.date()), time.unwrap_or_default())
}

/// The name of a country.
pub fn country(code: CountryCode) -> String {
    let named = formats().and_then(|formats| formats.countries.of(code.as_str().parse().ok()?));
    named.unwrap_or_else(|| code.name()).to_owned()
}

/// Countries with their names, in the order of the alphabet.
pub fn by_name(countries: impl IntoIterator<Item = CountryCode>) -> Vec<(CountryCode, String)> {
    let mut named: Vec<_> = countries
        .into_iter()
        .map(|code| (code, country(code)))
        .collect();
    match formats() {
        Some(formats) => named.sort_by(|left, right| formats.order.compare(&left.1, &right.1)),
        None => named.sort_by(|left, right| left.1.cmp(&right.1)),
    }
    named
}
