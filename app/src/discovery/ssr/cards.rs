//! The picture shown where a page is shared: what is on it, and the address that follows from that.
//!
//! Invariant: an address names what its picture shows by a fingerprint, so it is kept for ever, and nobody can have
//! pictures drawn of anything but the present state.

use aws_lc_rs::digest::{Context, SHA256};
use uuid::Uuid;
use words::t;

use super::structured::SHOP;
use crate::{
    catalog::types::{CategoryView, PictureView, ProductView},
    merchants::types::MerchantCardView,
};

/// Pixels; what sharing sites ask for (1.91 to 1).
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;
/// Raised when the drawing itself changes, so that every address does.
const DRAWING: &str = "1";
/// Characters of a fingerprint.
const FINGERPRINT: usize = 16;

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Product,
    Category,
    Merchant,
    /// Every page that is about none of the others.
    Shop,
}

impl Kind {
    /// As in the address; the first three as in the page's own.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Product => "p",
            Self::Category => "c",
            Self::Merchant => "m",
            Self::Shop => "s",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Product, Self::Category, Self::Merchant, Self::Shop]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// A card's words and photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub kind: Kind,
    pub slug: String,
    /// One line above the title.
    pub over: String,
    pub title: String,
    /// A sentence below it.
    pub under: String,
    pub photo: Option<Photo>,
}

/// A rendition in the media store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Photo {
    pub id: Uuid,
    pub width: u32,
}

impl Photo {
    /// The largest rendition; none while there is no file.
    pub fn of(picture: &PictureView) -> Option<Self> {
        let id = picture.base.rsplit('/').next()?.parse().ok()?;
        let width = picture.widths.iter().copied().max()?;
        Some(Self { id, width })
    }
}

impl Card {
    pub fn product(view: &ProductView) -> Self {
        Self {
            kind: Kind::Product,
            slug: view.slug.clone(),
            over: view.merchant.name.clone(),
            title: view.title.clone(),
            under: view.subtitle.clone(),
            photo: view.pictures.first().and_then(Photo::of),
        }
    }

    pub fn category(view: &CategoryView) -> Self {
        Self {
            kind: Kind::Category,
            slug: view.slug.clone(),
            over: String::new(),
            title: view.name.clone(),
            under: view.description.clone(),
            photo: view.picture.as_ref().and_then(Photo::of),
        }
    }

    pub fn merchant(view: &MerchantCardView) -> Self {
        let photo = view.banner.as_ref().or(view.logo.as_ref());
        Self {
            kind: Kind::Merchant,
            slug: view.slug.clone(),
            over: view.city.clone(),
            title: view.name.clone(),
            under: view.tagline.clone(),
            photo: photo.and_then(Photo::of),
        }
    }

    /// Of the home page and pages of words.
    pub fn shop() -> Self {
        Self {
            kind: Kind::Shop,
            slug: "market".into(),
            over: String::new(),
            title: t!("A market hall of small makers").into(),
            under: t!("Many small workshops under one roof. One cart, one payment, and a name behind everything you buy.").into(),
            photo: None,
        }
    }

    /// What is to be seen, for who cannot see it.
    pub fn alt(&self) -> String {
        match self.kind {
            Kind::Product => t!(
                "{product} from {maker}, on {shop}",
                product = self.title,
                maker = self.over,
                shop = SHOP
            ),
            Kind::Category | Kind::Merchant => {
                t!("{title}, on {shop}", title = self.title, shop = SHOP)
            }
            Kind::Shop => t!("{shop}: {title}", shop = SHOP, title = self.title),
        }
    }

    /// The path of its picture.
    pub fn path(&self) -> String {
        let (kind, fingerprint) = (self.kind.as_str(), self.fingerprint());
        format!("/og/{kind}/{}-{fingerprint}.jpg", self.slug)
    }

    /// Of everything the picture shows, in hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        let mut context = Context::new(&SHA256);
        let photo = self.photo.map_or_else(String::new, |photo| {
            format!("{}-{}", photo.id.simple(), photo.width)
        });
        let parts = [
            DRAWING,
            self.kind.as_str(),
            &self.over,
            &self.title,
            &self.under,
            &photo,
        ];
        for part in parts {
            // Lengths keep what belongs to one part from counting for the next.
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        let mut digits = hex::encode(context.finish().as_ref());
        digits.truncate(FINGERPRINT);
        digits
    }
}

/// The address of a picture, read: whose, and the fingerprint it was made with. None for what [`Card::path`] never gives.
pub fn read_path(kind: &str, file: &str) -> Option<(Kind, String, String)> {
    let kind = Kind::parse(kind)?;
    let (slug, fingerprint) = file.strip_suffix(".jpg")?.rsplit_once('-')?;
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let well_formed = fingerprint.len() == FINGERPRINT
        && fingerprint.bytes().all(is_digit)
        && (1..=255).contains(&slug.len())
        && slug.bytes().all(plain);
    well_formed.then(|| (kind, slug.to_owned(), fingerprint.to_owned()))
}
