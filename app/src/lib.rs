//! The product, in vertical slices.
