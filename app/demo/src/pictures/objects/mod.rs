//! How each archetype is drawn: one function per object, grouped by what it is made of.
//!
//! Invariant: standing things have their origin at the middle of their foot, lying and hanging
//! things in their centre, suspended things where the cord ends. Units are about a millimetre of
//! picture; composing scales the figure to the sheet. Dice and skin come with the pen.

mod accessories;
mod bags;
mod care;
mod desk;
mod furniture;
mod garments;
mod interior;
mod jewellery;
mod kitchen;
mod knitwear;
mod pantry;
mod play;
mod shoes;
mod tech;
mod trail;
mod vessels;

use super::archetype::Archetype;
use super::pen::Pen;
use super::shape::Point;

/// How a figure is held up, and so which settings suit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    /// On a table or shelf.
    Stands,
    /// On the floor of a room.
    Floor,
    /// On a table seen from above.
    Lies,
    /// On a wall.
    Hangs,
    /// From the ceiling.
    Suspended,
}

/// What composing must know about a drawn object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    pub stance: Stance,
    pub width: f32,
    pub height: f32,
    /// Middle of the close crop.
    pub focus: Point,
    /// Width of the footprint; zero when the object casts its own shadow.
    pub base: f32,
}

impl Figure {
    const fn new(stance: Stance, width: f32, height: f32) -> Self {
        Self {
            stance,
            width,
            height,
            focus: (0.0, 0.0),
            base: 0.0,
        }
    }

    fn stands(width: f32, height: f32, base: f32) -> Self {
        Self {
            base,
            focus: (-width * 0.08, -height * 0.6),
            ..Self::new(Stance::Stands, width, height)
        }
    }

    fn floor(width: f32, height: f32, base: f32) -> Self {
        Self {
            stance: Stance::Floor,
            ..Self::stands(width, height, base)
        }
    }

    fn lies(width: f32, height: f32) -> Self {
        Self::new(Stance::Lies, width, height)
    }

    fn hangs(width: f32, height: f32) -> Self {
        Self::new(Stance::Hangs, width, height)
    }

    fn suspended(width: f32, height: f32) -> Self {
        Self {
            focus: (0.0, height * 0.6),
            ..Self::new(Stance::Suspended, width, height)
        }
    }

    /// Aims the close crop at `(x, y)`.
    fn at(mut self, x: f32, y: f32) -> Self {
        self.focus = (x, y);
        self
    }
}

/// Draws `archetype` with the pen's dice and skin.
pub(crate) fn draw(pen: &mut Pen, archetype: Archetype) -> Figure {
    use Archetype as A;
    match archetype {
        A::Mug => vessels::mug(pen),
        A::Vase => vessels::vase(pen),
        A::Bowl => vessels::bowl(pen),
        A::Plate => vessels::plate(pen),
        A::Teapot => vessels::teapot(pen),
        A::PlantPot => vessels::plant_pot(pen),
        A::Candle => vessels::candle(pen),
        A::TableLamp => furniture::table_lamp(pen),
        A::PendantLamp => furniture::pendant_lamp(pen),
        A::Chair => furniture::chair(pen),
        A::Stool => furniture::stool(pen),
        A::SideTable => furniture::side_table(pen),
        A::Basket => furniture::basket(pen),
        A::Rug => interior::rug(pen),
        A::Cushion => interior::cushion(pen),
        A::Blanket => interior::blanket(pen),
        A::Mirror => interior::mirror(pen),
        A::WallClock => interior::wall_clock(pen),
        A::ArtPrint => interior::art_print(pen),
        A::ChefKnife => kitchen::chef_knife(pen),
        A::CuttingBoard => kitchen::cutting_board(pen),
        A::SaucePan => kitchen::sauce_pan(pen),
        A::Kettle => kitchen::kettle(pen),
        A::PepperMill => kitchen::pepper_mill(pen),
        A::Apron => kitchen::apron(pen),
        A::StorageJar => kitchen::storage_jar(pen),
        A::Shirt => garments::shirt(pen),
        A::Tee => garments::tee(pen),
        A::Dress => garments::dress(pen),
        A::Trousers => garments::trousers(pen),
        A::Coat => garments::coat(pen),
        A::Sweater => knitwear::sweater(pen),
        A::Scarf => knitwear::scarf(pen),
        A::Beanie => knitwear::beanie(pen),
        A::Socks => knitwear::socks(pen),
        A::Sneakers => shoes::sneakers(pen),
        A::Boots => shoes::boots(pen),
        A::Backpack => bags::backpack(pen),
        A::ToteBag => bags::tote_bag(pen),
        A::Wallet => bags::wallet(pen),
        A::Belt => accessories::belt(pen),
        A::Watch => accessories::watch(pen),
        A::Sunglasses => accessories::sunglasses(pen),
        A::Earrings => jewellery::earrings(pen),
        A::Necklace => jewellery::necklace(pen),
        A::SoapBar => care::soap_bar(pen),
        A::LotionBottle => care::lotion_bottle(pen),
        A::Perfume => care::perfume(pen),
        A::HairBrush => care::hair_brush(pen),
        A::CreamJar => care::cream_jar(pen),
        A::CoffeeBag => pantry::coffee_bag(pen),
        A::TeaTin => pantry::tea_tin(pen),
        A::HoneyJar => pantry::honey_jar(pen),
        A::ChocolateBar => pantry::chocolate_bar(pen),
        A::OliveOil => pantry::olive_oil(pen),
        A::Notebook => desk::notebook(pen),
        A::FountainPen => desk::fountain_pen(pen),
        A::PencilCase => desk::pencil_case(pen),
        A::WoodenBlocks => play::wooden_blocks(pen),
        A::PlushBear => play::plush_bear(pen),
        A::Puzzle => play::puzzle(pen),
        A::ToyTrain => play::toy_train(pen),
        A::Headphones => tech::headphones(pen),
        A::Speaker => tech::speaker(pen),
        A::Keyboard => tech::keyboard(pen),
        A::Camera => tech::camera(pen),
        A::WaterBottle => trail::water_bottle(pen),
        A::YogaMat => trail::yoga_mat(pen),
        A::Tent => trail::tent(pen),
        A::BikeHelmet => trail::bike_helmet(pen),
    }
}
