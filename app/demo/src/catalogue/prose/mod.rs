//! The words of a product page: care, materials and how a description is put together.

pub(super) mod care;
pub(super) mod description;
mod materials;
