//! The design system: plain functions of data, in the language that is spoken. No clock, no cfg. Called by every page and
//! island; knows no slice.
//!
//! Tokens and classes live in `style/`; `/dev/ui` of a development server shows everything. Inline styles are
//! forbidden by the content policy: what varies is a class, a data attribute or an SVG presentation attribute. Pages lay
//! out with Tailwind utilities (whole literals) and these classes: `page`, `page-narrow`, `section`, `section-head`,
//! `eyebrow`, `lede`, `muted`, `tabular`, `link`, `fields` (a form's column), `chips`, `prose` (merchants' text), `desk` (on
//! the body of merchant and operator pages), `no-print`; in tables `number` and `tight` on cells, `tick` on bare inputs.
//!
//! Conventions: text properties take anything `Into<String>`; those marked `?` are [`OptionalText`] and take `"text"`,
//! `String` or `Option<String>` (empty counts as none); `=x` is the default. `Option<Image>`, `Option<Money>`,
//! `Option<Colourway>` and counts take a value or an `Option`. Extra attributes: `attr:data-x="…"`. Slots of type
//! [`AnyView`](leptos::prelude::AnyView) take `view! { … }.into_any()`.
//!
//! | component | properties |
//! |---|---|
//! | [`Button`] | `emphasis=Secondary size=Medium href? kind="submit" name? value? form? formaction? opens? closes? label? icon: Glyph, full busy disabled class`, children |
//! | [`IconButton`] | `label glyph emphasis=Quiet size href? kind="submit" name? value? opens? closes? disabled class` |
//! | [`ArrowLink`] | `href`, children |
//! | [`Badge`] | `tone=Neutral icon: Glyph`, children |
//! | [`Chip`] | `href label group?` |
//! | [`Icon`] | `glyph` |
//! | [`Swatch`] | `way: Colourway, large` ([`Colourway::from_name`]) |
//! | [`TextInput`] | `name label id? kind="text" value? hint? error? autocomplete? inputmode? placeholder? pattern? min? max? step? maxlength: u32, prefix? suffix? required optional hide_label readonly disabled class` |
//! | [`TextArea`] | `name label id? value? hint? error? placeholder? rows=4 maxlength: u32, required optional hide_label class` |
//! | [`Select`] | `name label choices: Vec<Choice>, id? value? prompt? hint? error? autocomplete? required optional hide_label disabled class` |
//! | [`Field`] | `id label hint? error? optional hide_label class`, children: a control of one's own |
//! | [`Checkbox`] | `name id? value="true" checked required disabled hint? error? count: u64`, children: the label |
//! | [`Fieldset`] | `legend value? hide_legend id? error?`, children |
//! | [`RadioCards`], [`RadioCard`] | `name value title detail? aside? checked required disabled`; id `{name}-{value}` |
//! | [`OptionTiles`], [`OptionTile`] | `name value href? swatch: Option<Colourway>, selected available=true` |
//! | [`QuantityStepper`] | `id what quantity: u32, min=1 max=99 name="quantity" buttons=StepperButtons::Scripted`; `Submit(form)`: the buttons belong to the form of that id, the input to the one around it |
//! | [`ErrorSummary`] | `errors: Vec<FieldError>, title="There is a problem"`; absent when empty |
//! | [`Notice`] | `tone title? class`, children |
//! | [`EmptyState`] | `glyph title text`, children: buttons |
//! | [`Skeleton`] | `bone=Line class` |
//! | [`Steps`] | `steps: Vec<Step>, current: usize` |
//! | [`Timeline`] | `events: Vec<TimelineEvent>` |
//! | [`Price`] | `amount: Money, compare_at: Option<Money>, from large badge note?` |
//! | [`Rating`] | `tenths: u32, count: Option<u32>, large` |
//! | [`RatingBars`] | `counts: [u32; 5]`, one star first |
//! | [`Picture`] | `image: Option<Image>, second: Option<Image>, ratio=Portrait sizes=GRID_SIZES eager class` |
//! | [`Gallery`] | `images: Vec<Image>, first: usize, sizes` |
//! | [`ProductGrid`] | `four=true`, children |
//! | [`ProductCard`] | `href title merchant? price: Money, compare_at: Option<Money>, from image hover_image: Option<Image>, rating: Option<(u32, u32)>, badge? available=true swatches: Vec<Colourway>, level=Three eager extra: Option<AnyView>` |
//! | [`MerchantCard`] | `href name place? tagline? images: Vec<Image>, level=Three` |
//! | [`CategoryTile`] | `href name image: Option<Image>, note? ratio level=Three` |
//! | [`Monogram`] | `name small` |
//! | [`Card`] | `title? action: Option<AnyView>, flush class`, children |
//! | [`Table`] | `caption columns: Vec<Column>, class`, children: `<tr>`s |
//! | [`SummaryList`] | `rows: Vec<SummaryRow>` |
//! | [`Breadcrumbs`] | `crumbs: Vec<Crumb>` |
//! | [`Pagination`] | `first? previous? next? note?` |
//! | [`LinkChoices`] | `label choices: Vec<LinkChoice>` |
//! | [`Disclosure`] | `summary open group? compact class`, children; a shared `group` makes tabs |
//! | [`Dialog`] | `id title foot: Option<AnyView>`, children; opened by `Button opens=id` |
//! | [`Drawer`] | `id title start inline foot: Option<AnyView>`, children |
//! | [`store::SkipLink`], [`store::Announcement`] | children |
//! | [`store::Header`] | `nav: Vec<NavLink>, query? search: Option<AnyView>, tools: AnyView` |
//! | [`store::ToolLink`] | `href label glyph count: u32` |
//! | [`store::SearchForm`], [`store::Logo`] | `query? placeholder id`; `small` |
//! | [`store::LanguageMenu`] | `languages`: the page in each language |
//! | [`store::MarketMenu`] | `markets`: the page in each market |
//! | [`store::QuietHeader`], [`store::QuietFooter`] | `back href`; `links` |
//! | [`store::Footer`] | `columns: Vec<FooterColumn>, about note? legal`, children |

mod action;
mod card;
mod choice;
mod colourway;
mod feedback;
mod field;
mod gallery;
mod icon;
mod navigation;
mod overlay;
mod picture;
mod price;
pub mod store;
mod table;
mod text;

pub use action::{ArrowLink, Badge, Button, Chip, Emphasis, IconButton, Size, Tone};
pub use card::{Card, CategoryTile, Level, MerchantCard, Monogram, ProductCard, ProductGrid};
pub use choice::{
    Checkbox, Fieldset, OptionTile, OptionTiles, QuantityStepper, RadioCard, RadioCards,
    StepperButtons,
};
pub use colourway::{Colourway, Swatch};
pub use feedback::{
    Bone, EmptyState, ErrorSummary, FieldError, Moment, Notice, Skeleton, Step, Steps, Timeline,
    TimelineEvent,
};
pub use field::{Choice, Field, Select, TextArea, TextInput};
pub use gallery::Gallery;
pub use icon::{Glyph, Icon};
pub use navigation::{Breadcrumbs, Crumb, Disclosure, LinkChoice, LinkChoices, Pagination};
pub use overlay::{Dialog, Drawer};
pub use picture::{GRID_SIZES, Image, Picture, Ratio};
pub use price::{Price, Rating, RatingBars, rating_shapes, saving_percent};
pub use table::{Column, Sorted, SummaryList, SummaryRow, Table};
pub use text::{OptionalText, escape_html, escape_json};
