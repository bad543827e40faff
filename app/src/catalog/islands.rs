//! The catalogue's islands: the buying box of a product.
