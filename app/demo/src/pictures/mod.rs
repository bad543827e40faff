//! Product illustrations of the demo shop: flat still lifes lit from the upper left.
//!
//! Everything here is a pure function of its arguments, so seeding is repeatable and tests can
//! compare bytes. Callers: the demo catalogue and the server's seeding job.

mod archetype;
mod scene;

pub use archetype::{Archetype, Department};
pub use scene::{Colourway, Scene, View};
