//! The rows of one handle, laid over the product as it is stored: what a cell says is taken over, what a blank one does not
//! say is kept.

use std::collections::BTreeMap;

use domain::{
    ids::MerchantId,
    money::{Currency, Money},
};
use url::Url;

use super::{
    report::{RowProblem, Severity},
    rows::{Column, Header, Row},
};
use crate::catalog::ssr::{OptionInput, ProductInput, ProductState, StockPolicy, VariantInput};

/// The longest handle, SKU, barcode, option name and value.
const MAX_TEXT: usize = 255;
/// The longest address of a picture.
const MAX_URL: usize = 2_000;
/// What Shopify calls the option and the value of a product that has no options.
const NO_OPTION: (&str, &str) = ("Title", "Default Title");

/// What the rows say.
#[derive(Debug)]
pub struct Draft {
    /// Without pictures, which need the database.
    pub product: ProductInput,
    /// By picture's address, in the order they shall have.
    pub images: Vec<Image>,
    pub variants: Vec<DraftVariant>,
    pub problems: Vec<RowProblem>,
}

/// A picture the file names.
#[derive(Debug, PartialEq, Eq)]
pub struct Image {
    position: Option<u32>,
    pub url: String,
    pub alt: Option<String>,
}

impl Image {
    /// A picture that only a variant names.
    pub fn of_variant(url: String) -> Self {
        Self {
            position: None,
            url,
            alt: None,
        }
    }
}

/// What a row says of a variant besides what the product's input holds.
#[derive(Debug)]
pub struct DraftVariant {
    pub line: u64,
    /// Place among the product's variants.
    pub index: usize,
    /// Pieces on hand.
    pub quantity: Option<u32>,
    pub image: Option<String>,
}

/// A product of which nothing is known yet.
pub fn blank(merchant: MerchantId, handle: &str, currency: Currency) -> ProductInput {
    ProductInput {
        merchant,
        category: None,
        handle: handle.to_owned(),
        slug: None,
        title: String::new(),
        subtitle: String::new(),
        description_html: String::new(),
        vendor: String::new(),
        product_type: String::new(),
        state: ProductState::Active,
        tags: Vec::new(),
        attributes: BTreeMap::new(),
        currency,
        seo_title: String::new(),
        seo_description: String::new(),
        published_at: None,
        options: Vec::new(),
        pictures: Vec::new(),
        variants: Vec::new(),
    }
}

/// Lays `rows`, which all have one handle, over `base`.
pub fn draft(header: &Header, rows: &[Row], base: ProductInput) -> Draft {
    let mut reading = Reading {
        header,
        product: base,
        images: Vec::new(),
        variants: Vec::new(),
        problems: Vec::new(),
    };
    for row in rows {
        reading.product_cells(row);
        reading.image(row);
    }
    reading.options(rows);
    for row in rows {
        reading.variant(row);
    }
    reading.finish(rows)
}

struct Reading<'a> {
    header: &'a Header,
    product: ProductInput,
    images: Vec<Image>,
    variants: Vec<DraftVariant>,
    problems: Vec<RowProblem>,
}

impl Reading<'_> {
    fn error(&mut self, row: &Row, column: Column, value: &str, message: impl Into<String>) {
        self.problems
            .push(row.problem(Severity::Error, column, value, message));
    }

    fn warn(&mut self, row: &Row, column: Column, value: &str, message: impl Into<String>) {
        self.problems
            .push(row.problem(Severity::Warning, column, value, message));
    }

    fn product_cells(&mut self, row: &Row) {
        let header = self.header;
        let product = &mut self.product;
        let texts = [
            (Column::Title, &mut product.title),
            (Column::Body, &mut product.description_html),
            (Column::Vendor, &mut product.vendor),
            (Column::Type, &mut product.product_type),
            (Column::SeoTitle, &mut product.seo_title),
            (Column::SeoDescription, &mut product.seo_description),
        ];
        for (column, text) in texts {
            if let Some(cell) = row.get(header, column) {
                cell.clone_into(text);
            }
        }
        if let Some(cell) = row.get(header, Column::Tags) {
            product.tags = cell
                .split(',')
                .map(|tag| tag.trim().to_owned())
                .filter(|tag| !tag.is_empty())
                .collect();
        }
        if let Some(cell) = row.get(header, Column::Status) {
            match cell.to_ascii_lowercase().as_str() {
                "active" => self.product.state = ProductState::Active,
                "draft" => self.product.state = ProductState::Draft,
                "archived" => self.product.state = ProductState::Archived,
                _ => self.error(row, Column::Status, cell, "Use active, draft or archived"),
            }
        }
        match self.truth(row, Column::Published) {
            Some(false) if self.product.state == ProductState::Active => {
                self.product.state = ProductState::Draft
            }
            Some(true) if row.get(header, Column::Status).is_none() => {
                self.product.state = ProductState::Active
            }
            _ => {}
        }
    }

    /// A cell that says yes or no.
    fn truth(&mut self, row: &Row, column: Column) -> Option<bool> {
        let cell = row.get(self.header, column)?;
        match cell.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => {
                self.error(row, column, cell, "Use true or false");
                None
            }
        }
    }

    fn image(&mut self, row: &Row) {
        let Some(url) = row.get(self.header, Column::ImageSrc) else {
            return;
        };
        let Some(url) = self.address(row, Column::ImageSrc, url) else {
            return;
        };
        let position = row.get(self.header, Column::ImagePosition);
        let parsed = position.map(str::parse::<u32>);
        if let (Some(cell), Some(Err(_))) = (position, &parsed) {
            self.warn(
                row,
                Column::ImagePosition,
                cell,
                "Not a number; the order of the rows counts",
            );
        }
        let alt = row.get(self.header, Column::ImageAlt).map(str::to_owned);
        if !self.images.iter().any(|image| image.url == url) {
            self.images.push(Image {
                position: parsed.and_then(Result::ok),
                url,
                alt,
            });
        }
    }

    /// The address of a picture, if it is one we would fetch.
    fn address(&mut self, row: &Row, column: Column, cell: &str) -> Option<String> {
        let fit =
            |url: &Url| matches!(url.scheme(), "http" | "https") && url.as_str().len() <= MAX_URL;
        let url = Url::parse(cell).ok().filter(fit).map(String::from);
        if url.is_none() {
            self.warn(
                row,
                column,
                cell,
                "Not an http or https address; the picture is left out",
            );
        }
        url
    }

    /// The product's option names: those of the first row that has any, else those it has.
    fn options(&mut self, rows: &[Row]) {
        let header = self.header;
        let named = rows
            .iter()
            .find(|row| row.get(header, Column::OptionName(0)).is_some());
        let Some(row) = named else { return };
        let names: Vec<&str> = (0..3)
            .map_while(|at| row.get(header, Column::OptionName(at)))
            .collect();
        let is_default = |row: &Row| {
            row.get(header, Column::OptionValue(0))
                .is_none_or(|value| value == NO_OPTION.1)
        };
        let none = names == [NO_OPTION.0] && rows.iter().all(is_default);
        let names = if none { Vec::new() } else { names };
        for (at, name) in names.iter().enumerate() {
            self.short(row, Column::OptionName(at), name);
        }
        let present: Vec<&str> = self
            .product
            .options
            .iter()
            .map(|option| option.name.as_str())
            .collect();
        if present == names {
            return;
        }
        // Variants of other options cannot be kept beside the new ones, unless there are as many.
        self.product
            .variants
            .retain(|variant| variant.option_values.len() == names.len());
        let mut present = std::mem::take(&mut self.product.options).into_iter();
        let keep = present.len() == names.len();
        self.product.options = names
            .iter()
            .map(|name| {
                let old = present.next().filter(|_| keep);
                let (values, swatches) = old
                    .map(|old| (old.values, old.swatches))
                    .unwrap_or_default();
                OptionInput {
                    name: (*name).to_owned(),
                    values,
                    swatches,
                }
            })
            .collect();
    }

    fn short(&mut self, row: &Row, column: Column, cell: &str) {
        if cell.chars().count() > MAX_TEXT {
            self.error(
                row,
                column,
                cell,
                format!("Longer than {MAX_TEXT} characters"),
            );
        }
    }

    fn variant(&mut self, row: &Row) {
        let header = self.header;
        let says = [Column::OptionValue(0), Column::Price, Column::Sku]
            .iter()
            .any(|column| row.get(header, *column).is_some());
        if !says {
            return;
        }
        let Some(values) = self.option_values(row) else {
            return;
        };
        let sku = row.get(header, Column::Sku);
        if let Some(sku) = sku {
            self.short(row, Column::Sku, sku);
        }
        let by_sku = self
            .product
            .variants
            .iter()
            .position(|own| sku.is_some() && own.sku.as_deref() == sku);
        let by_values = || {
            self.product
                .variants
                .iter()
                .position(|own| own.option_values == values)
        };
        let index = by_sku.or_else(by_values);
        if let Some(earlier) = self
            .variants
            .iter()
            .find(|earlier| Some(earlier.index) == index)
        {
            let message = format!("The same variant as on line {}", earlier.line);
            return self.error(row, Column::OptionValue(0), &values.join(" / "), message);
        }
        let old = index.and_then(|at| self.product.variants.get(at).cloned());
        let Some(variant) = self.variant_cells(row, values, old) else {
            return;
        };
        let index = match index {
            Some(at) => {
                self.product.variants[at] = variant;
                at
            }
            None => {
                self.product.variants.push(variant);
                self.product.variants.len() - 1
            }
        };
        let quantity = self.quantity(row);
        let image = row.get(header, Column::VariantImage);
        let image = image.and_then(|url| self.address(row, Column::VariantImage, url));
        self.variants.push(DraftVariant {
            line: row.line,
            index,
            quantity,
            image,
        });
    }

    /// One value per option.
    fn option_values(&mut self, row: &Row) -> Option<Vec<String>> {
        let mut values = Vec::with_capacity(self.product.options.len());
        for at in 0..self.product.options.len() {
            let column = Column::OptionValue(at);
            let Some(value) = row.get(self.header, column) else {
                self.error(
                    row,
                    column,
                    "",
                    format!(
                        "The variant has no {}",
                        self.product.options[at].name.clone()
                    ),
                );
                return None;
            };
            self.short(row, column, value);
            values.push(value.to_owned());
        }
        Some(values)
    }

    fn variant_cells(
        &mut self,
        row: &Row,
        option_values: Vec<String>,
        old: Option<VariantInput>,
    ) -> Option<VariantInput> {
        let header = self.header;
        let price = match (self.money(row, Column::Price), &old) {
            (Ok(Some(price)), _) => price,
            (Ok(None), Some(old)) => old.price,
            (Ok(None), None) => {
                self.error(row, Column::Price, "", "Enter a price");
                return None;
            }
            (Err(message), _) => {
                let cell = row
                    .get(header, Column::Price)
                    .unwrap_or_default()
                    .to_owned();
                self.error(row, Column::Price, &cell, message);
                return None;
            }
        };
        let compare_at = self.compare_at(row, price, old.as_ref().and_then(|old| old.compare_at));
        let text = |column, old: Option<&Option<String>>| {
            row.get(header, column)
                .map(str::to_owned)
                .or_else(|| old.cloned().flatten())
        };
        let sku = text(Column::Sku, old.as_ref().map(|old| &old.sku));
        let barcode = text(Column::Barcode, old.as_ref().map(|old| &old.barcode));
        let weight = self.grams(row);
        Some(VariantInput {
            option_values,
            sku,
            barcode,
            price,
            compare_at,
            weight_grams: weight
                .or(old.as_ref().map(|old| old.weight_grams))
                .unwrap_or(0),
            requires_shipping: self
                .truth(row, Column::RequiresShipping)
                .or(old.as_ref().map(|old| old.requires_shipping))
                .unwrap_or(true),
            taxable: self
                .truth(row, Column::Taxable)
                .or(old.as_ref().map(|old| old.taxable))
                .unwrap_or(true),
            stock_policy: self.stock_policy(row, old.as_ref().map(|old| old.stock_policy)),
            media: old.and_then(|old| old.media),
        })
    }

    fn money(&self, row: &Row, column: Column) -> Result<Option<Money>, String> {
        let Some(cell) = row.get(self.header, column) else {
            return Ok(None);
        };
        Money::parse_decimal(cell, self.product.currency)
            .map(Some)
            .map_err(|error| error.to_string())
    }

    /// Real exports have prices "before" that are lower than the price: the row is good, that one number is not.
    fn compare_at(&mut self, row: &Row, price: Money, old: Option<Money>) -> Option<Money> {
        let column = Column::CompareAt;
        let cell = row.get(self.header, column).unwrap_or_default().to_owned();
        match self.money(row, column) {
            Err(message) => {
                self.warn(row, column, &cell, format!("{message}; left out"));
                None
            }
            Ok(given) => {
                let higher = given.or(old).filter(|higher| higher.minor > price.minor);
                // Shopify writes a zero where there is none.
                if higher.is_none() && given.is_some_and(|given| !given.is_zero()) {
                    self.warn(row, column, &cell, "Not above the price; left out");
                }
                higher
            }
        }
    }

    /// Whole grams; exports also have decimals, which are rounded.
    fn grams(&mut self, row: &Row) -> Option<u32> {
        let cell = row.get(self.header, Column::Grams)?;
        let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let up = u32::from(
            fraction
                .as_bytes()
                .first()
                .is_some_and(|digit| *digit >= b'5'),
        );
        let grams = whole
            .parse::<u32>()
            .ok()
            .filter(|_| digits(whole) && digits(fraction));
        match grams
            .and_then(|grams| grams.checked_add(up))
            .filter(|grams| i32::try_from(*grams).is_ok())
        {
            Some(grams) => Some(grams),
            None => {
                self.error(row, Column::Grams, cell, "Enter the weight in whole grams");
                None
            }
        }
    }

    /// As Shopify: without a tracker nothing is counted, and `continue` sells on when nothing is left.
    fn stock_policy(&mut self, row: &Row, old: Option<StockPolicy>) -> StockPolicy {
        let policy = row
            .get(self.header, Column::Policy)
            .map(str::to_ascii_lowercase);
        match policy.as_deref() {
            None | Some("deny" | "continue") => {}
            Some(other) => self.error(row, Column::Policy, other, "Use deny or continue"),
        }
        let continues = policy.as_deref() == Some("continue");
        match row.get(self.header, Column::Tracker) {
            _ if continues => StockPolicy::Unlimited,
            Some(_) => StockPolicy::Tracked,
            None => old.unwrap_or(StockPolicy::Unlimited),
        }
    }

    fn quantity(&mut self, row: &Row) -> Option<u32> {
        let cell = row.get(self.header, Column::Quantity)?;
        match cell.parse::<i32>() {
            Ok(count) if count < 0 => {
                self.warn(
                    row,
                    Column::Quantity,
                    cell,
                    "Less than nothing cannot lie there; taken as 0",
                );
                Some(0)
            }
            Ok(count) => u32::try_from(count).ok(),
            Err(_) => {
                self.error(
                    row,
                    Column::Quantity,
                    cell,
                    "Enter a whole number of pieces",
                );
                None
            }
        }
    }

    fn finish(mut self, rows: &[Row]) -> Draft {
        let values = |at: usize| {
            self.product
                .variants
                .iter()
                .filter_map(move |variant| variant.option_values.get(at))
        };
        let found: Vec<Vec<String>> = (0..self.product.options.len())
            .map(|at| values(at).cloned().collect())
            .collect();
        for (option, found) in self.product.options.iter_mut().zip(found) {
            for value in found {
                if !option.values.contains(&value) {
                    option.values.push(value);
                }
            }
        }
        if let Some(first) = rows.first() {
            if self.product.title.is_empty() {
                self.error(first, Column::Title, "", "Enter a title");
            }
            if self.product.variants.is_empty()
                && !self
                    .problems
                    .iter()
                    .any(|problem| problem.severity == Severity::Error)
            {
                self.error(
                    first,
                    Column::Price,
                    "",
                    "The product has no variant: no row has a price",
                );
            }
        }
        // What has no position comes after what has one, in the order of the rows.
        self.images
            .sort_by_key(|image| image.position.unwrap_or(u32::MAX));
        Draft {
            product: self.product,
            images: self.images,
            variants: self.variants,
            problems: self.problems,
        }
    }
}
