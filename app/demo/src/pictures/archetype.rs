//! What a picture can show: the closed list of product archetypes and their departments.
//!
//! Invariant: names are stable kebab-case identifiers, safe for file names and stored data.
//! The catalogue picks an [`Archetype`] per product; [`super::objects`] knows how to draw each.

use std::fmt;

/// Department of the market hall an archetype belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Department {
    Home,
    Kitchen,
    Clothing,
    Accessories,
    Care,
    Pantry,
    DeskAndPlay,
    TechAndOutdoors,
}

impl Department {
    /// Every department, in the order of the shop's navigation.
    pub const ALL: [Self; 8] = [
        Self::Home,
        Self::Kitchen,
        Self::Clothing,
        Self::Accessories,
        Self::Care,
        Self::Pantry,
        Self::DeskAndPlay,
        Self::TechAndOutdoors,
    ];

    /// Stable kebab-case identifier.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Kitchen => "kitchen",
            Self::Clothing => "clothing",
            Self::Accessories => "accessories",
            Self::Care => "care",
            Self::Pantry => "pantry",
            Self::DeskAndPlay => "desk-and-play",
            Self::TechAndOutdoors => "tech-and-outdoors",
        }
    }

    /// The archetypes sold in this department, in declaration order.
    pub fn archetypes(self) -> impl Iterator<Item = Archetype> {
        Archetype::ALL
            .iter()
            .copied()
            .filter(move |archetype| archetype.department() == self)
    }
}

macro_rules! archetypes {
    ($($department:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {
        /// A kind of product the illustrator can draw.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Archetype { $($($variant,)+)+ }

        impl Archetype {
            /// Every archetype, grouped by department.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// Stable kebab-case identifier, e.g. `table-lamp`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$variant => $name,)+)+ }
            }

            /// The archetype with this [`name`](Self::name), if any.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($($name => Some(Self::$variant),)+)+ _ => None }
            }

            /// Where the shop sells it.
            #[must_use]
            pub const fn department(self) -> Department {
                match self { $($(Self::$variant => Department::$department,)+)+ }
            }
        }
    };
}

archetypes! {
    Home {
        Mug = "mug", Vase = "vase", Bowl = "bowl", Plate = "plate", Teapot = "teapot",
        TableLamp = "table-lamp", PendantLamp = "pendant-lamp", Chair = "chair", Stool = "stool",
        SideTable = "side-table", Rug = "rug", Cushion = "cushion", Blanket = "blanket",
        Candle = "candle", PlantPot = "plant-pot", Mirror = "mirror", WallClock = "wall-clock",
        ArtPrint = "art-print", Basket = "basket",
    }
    Kitchen {
        ChefKnife = "chef-knife", CuttingBoard = "cutting-board", SaucePan = "sauce-pan",
        Kettle = "kettle", PepperMill = "pepper-mill", Apron = "apron", StorageJar = "storage-jar",
    }
    Clothing {
        Shirt = "shirt", Tee = "tee", Sweater = "sweater", Dress = "dress", Trousers = "trousers",
        Coat = "coat", Scarf = "scarf", Beanie = "beanie", Socks = "socks", Sneakers = "sneakers",
        Boots = "boots",
    }
    Accessories {
        Backpack = "backpack", ToteBag = "tote-bag", Wallet = "wallet", Belt = "belt",
        Watch = "watch", Sunglasses = "sunglasses", Earrings = "earrings", Necklace = "necklace",
    }
    Care {
        SoapBar = "soap-bar", LotionBottle = "lotion-bottle", Perfume = "perfume",
        HairBrush = "hair-brush", CreamJar = "cream-jar",
    }
    Pantry {
        CoffeeBag = "coffee-bag", TeaTin = "tea-tin", HoneyJar = "honey-jar",
        ChocolateBar = "chocolate-bar", OliveOil = "olive-oil",
    }
    DeskAndPlay {
        Notebook = "notebook", FountainPen = "fountain-pen", PencilCase = "pencil-case",
        WoodenBlocks = "wooden-blocks", PlushBear = "plush-bear", Puzzle = "puzzle",
        ToyTrain = "toy-train",
    }
    TechAndOutdoors {
        Headphones = "headphones", Speaker = "speaker", Keyboard = "keyboard", Camera = "camera",
        WaterBottle = "water-bottle", YogaMat = "yoga-mat", Tent = "tent",
        BikeHelmet = "bike-helmet",
    }
}

impl fmt::Display for Archetype {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
