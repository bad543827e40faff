//! The currencies the marketplace can sell in, with their ISO 4217 exponents.

text_enum! {
    /// A currency, written as its ISO 4217 code.
    pub enum Currency {
        Eur = "EUR", Usd = "USD", Gbp = "GBP", Chf = "CHF", Sek = "SEK", Nok = "NOK", Dkk = "DKK", Isk = "ISK",
        Pln = "PLN", Czk = "CZK", Huf = "HUF", Ron = "RON", Rsd = "RSD", Uah = "UAH", Try = "TRY",
        /// Replaced by the euro on 1 January 2026; kept for the orders of before.
        Bgn = "BGN",
        Cad = "CAD", Aud = "AUD", Nzd = "NZD", Mxn = "MXN", Brl = "BRL", Clp = "CLP",
        Jpy = "JPY", Krw = "KRW", Cny = "CNY", Hkd = "HKD", Sgd = "SGD", Inr = "INR", Vnd = "VND",
        Kes = "KES", Tzs = "TZS", Ugx = "UGX", Rwf = "RWF", Etb = "ETB", Ngn = "NGN", Ghs = "GHS", Zar = "ZAR",
        Xof = "XOF", Xaf = "XAF", Egp = "EGP", Mad = "MAD",
        Aed = "AED", Sar = "SAR", Ils = "ILS",
        Kwd = "KWD", Bhd = "BHD", Tnd = "TND", Omr = "OMR", Jod = "JOD",
    }
}

impl Currency {
    /// The ISO 4217 code, `EUR`.
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// The number of decimals between the major and the minor unit, by ISO 4217 (HUF and TZS have 2 there, though their
    /// coins are gone).
    pub const fn exponent(self) -> u32 {
        match self {
            Self::Clp
            | Self::Isk
            | Self::Jpy
            | Self::Krw
            | Self::Rwf
            | Self::Ugx
            | Self::Vnd
            | Self::Xaf
            | Self::Xof => 0,
            Self::Bhd | Self::Jod | Self::Kwd | Self::Omr | Self::Tnd => 3,
            Self::Aed
            | Self::Aud
            | Self::Bgn
            | Self::Brl
            | Self::Cad
            | Self::Chf
            | Self::Cny
            | Self::Czk
            | Self::Dkk
            | Self::Egp
            | Self::Etb
            | Self::Eur
            | Self::Gbp
            | Self::Ghs
            | Self::Hkd
            | Self::Huf
            | Self::Ils
            | Self::Inr
            | Self::Kes
            | Self::Mad
            | Self::Mxn
            | Self::Ngn
            | Self::Nok
            | Self::Nzd
            | Self::Pln
            | Self::Ron
            | Self::Rsd
            | Self::Sar
            | Self::Sek
            | Self::Sgd
            | Self::Try
            | Self::Tzs
            | Self::Uah
            | Self::Usd
            | Self::Zar => 2,
        }
    }

    /// The sign written before an amount where it is unambiguous; the other currencies are written by their code.
    pub const fn symbol(self) -> Option<&'static str> {
        match self {
            Self::Eur => Some("€"),
            Self::Usd => Some("$"),
            Self::Gbp => Some("£"),
            Self::Jpy => Some("¥"),
            Self::Inr => Some("₹"),
            Self::Krw => Some("₩"),
            Self::Ils => Some("₪"),
            Self::Vnd => Some("₫"),
            Self::Ngn => Some("₦"),
            Self::Cad => Some("CA$"),
            Self::Aud => Some("A$"),
            Self::Nzd => Some("NZ$"),
            Self::Brl => Some("R$"),
            // A name that is itself a code stands clear; the list of signs is open, unlike a state machine.
            _ => None,
        }
    }
}
