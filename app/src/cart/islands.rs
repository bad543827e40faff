//! The cart's islands: the badge in the header, the lines of the cart's page.
