//! What the pages and islands of the catalogue show.

use domain::{
    ids::{ProductId, VariantId},
    money::Money,
};
use serde::{Deserialize, Serialize};
use words::t;

use super::facets::{FacetFilter, FacetsView};
use crate::questions::types::QuestionPage;

/// A picture in several widths: the file of width `w` is at `{base}-{w}.webp`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PictureView {
    pub base: String,
    /// Pixels, ascending. Empty: the picture is not there yet, show the placeholder.
    pub widths: Vec<u32>,
    /// Of the largest rendition, in pixels; gives the ratio.
    pub width: u32,
    pub height: u32,
    pub alt: String,
    /// Dominant colour, `#rrggbb`.
    pub placeholder: String,
    /// The picture in nine colours, `rrggbb` each, row by row. Empty where there is none.
    pub blur: String,
}

impl PictureView {
    /// The address of the rendition that is at least `width` pixels wide, or of the largest.
    pub fn src(&self, width: u32) -> Option<String> {
        let chosen = self
            .widths
            .iter()
            .find(|candidate| **candidate >= width)
            .or(self.widths.last())?;
        Some(format!("{}-{chosen}.webp", self.base))
    }

    /// The `srcset` of all renditions.
    pub fn srcset(&self) -> String {
        let entries: Vec<String> = self
            .widths
            .iter()
            .map(|width| format!("{}-{width}.webp {width}w", self.base))
            .collect();
        entries.join(", ")
    }

    /// What the design system draws; nothing while no rendition is there.
    pub fn image(&self) -> Option<ui::Image> {
        Some(ui::Image {
            src: self.src(640)?,
            srcset: Some(self.srcset()),
            width: self.width,
            height: self.height,
            alt: self.alt.clone(),
            placeholder: Some(self.placeholder.clone()),
            blur: self.blur.clone(),
        })
    }
}

/// Stars: the mean in tenths (43 is 4.3) and of how many reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RatingView {
    pub tenths: u32,
    pub count: u32,
}

/// A product in a grid.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProductCardView {
    pub id: ProductId,
    pub slug: String,
    pub title: String,
    pub merchant_name: String,
    pub merchant_slug: String,
    /// The lowest price of its variants; `price_varies` when there are higher ones ("from €12.00").
    pub price: Money,
    pub price_varies: bool,
    pub compare_at: Option<Money>,
    pub rating: Option<RatingView>,
    /// The first picture, and the second one shown on hover.
    pub picture: Option<PictureView>,
    pub hover_picture: Option<PictureView>,
    /// At least one variant can be bought.
    pub available: bool,
}

/// A category in a tile, a chip or a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryLinkView {
    pub slug: String,
    pub name: String,
    pub description: String,
    pub picture: Option<PictureView>,
}

/// One step of a breadcrumb trail: name and path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CrumbView {
    pub name: String,
    pub path: String,
}

/// The menu in every page's header and footer: departments with their categories.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NavigationView {
    pub departments: Vec<DepartmentView>,
}

/// A department of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentView {
    pub slug: String,
    pub name: String,
    /// Slug and name of its categories.
    pub categories: Vec<(String, String)>,
}

/// The order of a listing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    #[default]
    Newest,
    PriceAscending,
    PriceDescending,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::Newest, Self::PriceAscending, Self::PriceDescending];

    /// The value in the address: `?sort=price_ascending`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::PriceAscending => "price_ascending",
            Self::PriceDescending => "price_descending",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Newest => t!("Newest"),
            Self::PriceAscending => t!("Price, low to high"),
            Self::PriceDescending => t!("Price, high to low"),
        }
    }

    /// Unknown values mean the default, so that an edited address still shows a page.
    pub fn parse(value: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|sort| sort.as_str() == value)
            .unwrap_or_default()
    }
}

/// A page of products, and the opaque cursor of the next one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingView {
    pub products: Vec<ProductCardView>,
    /// For `?after=`; none on the last page.
    pub next: Option<String>,
}

/// A category's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryView {
    pub slug: String,
    pub name: String,
    pub description: String,
    /// Its own, shown where it is linked to and shared.
    pub picture: Option<PictureView>,
    pub breadcrumbs: Vec<CrumbView>,
    pub children: Vec<CategoryLinkView>,
    pub sort: Sort,
    /// The cursor this page begins after; none on the first.
    pub after: Option<String>,
    pub listing: ListingView,
    /// What is chosen, and what there is to choose.
    pub filter: FacetFilter,
    pub facets: FacetsView,
}

/// Whether a variant can be bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StockView {
    InStock,
    /// Few are left: at most [`LOW_STOCK`].
    OnlyLeft(u32),
    SoldOut,
}

/// From this number down a page says how many are left.
pub const LOW_STOCK: u32 = 5;

impl StockView {
    /// `available`: pieces that can be had now; `None` when stock does not limit sales.
    pub fn of(available: Option<u32>) -> Self {
        match available {
            Some(0) => Self::SoldOut,
            Some(left) if left <= LOW_STOCK => Self::OnlyLeft(left),
            _ => Self::InStock,
        }
    }

    pub fn is_sold_out(self) -> bool {
        self == Self::SoldOut
    }
}

/// An option of a product ("Colour") and its values.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionView {
    pub name: String,
    pub values: Vec<OptionValueView>,
}

/// A value of an option; `swatch` names one of the design system's colours.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionValueView {
    pub value: String,
    pub swatch: Option<String>,
}

/// What is actually bought.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VariantView {
    pub id: VariantId,
    pub sku: Option<String>,
    /// One value per option of the product, in their order.
    pub values: Vec<String>,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub stock: StockView,
    /// Index into the product's pictures.
    pub picture: Option<usize>,
    /// As the merchant wrote it. For machines that read the page; the island is not told.
    #[serde(skip)]
    pub barcode: Option<String>,
    /// It is sent in a parcel. As the bar code, on the server only.
    #[serde(skip)]
    pub ships: bool,
}

/// What a merchant asks for sending a parcel to some countries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeliveryView {
    /// What the merchant calls these countries.
    pub zone: String,
    /// ISO 3166-1 alpha-2; empty means every country that no other zone names.
    pub countries: Vec<String>,
    pub price: Money,
    /// The merchant's subtotal from which it is free.
    pub free_from: Option<Money>,
    /// Calendar days from the order to the door, fewest and most.
    pub days: (u16, u16),
}

/// The merchant beside the buying box.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MerchantBoxView {
    pub slug: String,
    pub name: String,
    pub tagline: String,
    pub city: String,
    pub country: String,
    pub logo: Option<PictureView>,
    /// Working days until dispatch.
    pub dispatch_days: (u32, u32),
}

/// A review as published.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReviewView {
    pub author: String,
    pub rating: u32,
    pub title: String,
    pub body: String,
    pub verified: bool,
    pub reply: Option<String>,
    /// ISO 8601 date.
    pub date: String,
}

/// All reviews of a product, or those of so many stars, a page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewsView {
    pub product: ProductCardView,
    pub histogram: [u32; 5],
    /// Only reviews of so many stars are shown.
    pub stars: Option<u32>,
    /// Newest first.
    pub reviews: Vec<ReviewView>,
    /// The page begins after a cursor.
    pub later: bool,
    /// For `?after=`; none on the last page.
    pub next: Option<String>,
}

/// A product's page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProductView {
    pub id: ProductId,
    pub slug: String,
    pub title: String,
    pub subtitle: String,
    /// Sanitised HTML.
    pub description_html: String,
    pub breadcrumbs: Vec<CrumbView>,
    pub pictures: Vec<PictureView>,
    pub options: Vec<OptionView>,
    /// In the merchant's order; never empty.
    pub variants: Vec<VariantView>,
    /// Label and value: ("Material", "Stoneware").
    pub attributes: Vec<(String, String)>,
    pub merchant: MerchantBoxView,
    /// Every way of delivery, by zone: the zones of fewest countries first, the rest of the world last; the cheapest of each first.
    pub deliveries: Vec<DeliveryView>,
    pub rating: Option<RatingView>,
    /// Number of reviews with 1, 2, 3, 4, 5 stars.
    pub histogram: [u32; 5],
    pub reviews: Vec<ReviewView>,
    /// The newest that are answered.
    pub questions: QuestionPage,
    /// What other buyers took with it.
    pub together: Vec<ProductCardView>,
    pub related: Vec<ProductCardView>,
}

impl ProductView {
    /// The number of the variant asked for by the address, else of the first that can be bought, else of the first; none when
    /// there are no variants.
    pub fn selected(&self, wanted: Option<VariantId>) -> Option<usize> {
        let number = |is: &dyn Fn(&VariantView) -> bool| self.variants.iter().position(is);
        wanted
            .and_then(|id| number(&|variant| variant.id == id))
            .or_else(|| number(&|variant| !variant.stock.is_sold_out()))
            .or_else(|| number(&|_| true))
    }
}

/// The home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    pub departments: Vec<CategoryLinkView>,
    pub new_arrivals: Vec<ProductCardView>,
    pub on_sale: Vec<ProductCardView>,
    pub merchants: Vec<crate::merchants::types::MerchantCardView>,
    pub hero: Option<PictureView>,
}
