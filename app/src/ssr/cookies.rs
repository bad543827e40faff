//! The visitor's cookies: the cart's token, which only the server reads, and the number of goods in it, which the header's
//! badge reads so that the pages themselves can be the same for everybody.

use axum::http::{HeaderMap, HeaderValue, header};

use super::settings::Settings;

/// Thirty days, renewed with every change of the cart.
const CART_MAX_AGE_SECONDS: u32 = 30 * 24 * 60 * 60;

/// Readable by the cart badge.
pub const CART_COUNT: &str = "cart_count";

/// `__Host-` needs `Secure`, which plain http on localhost cannot have.
fn cart_name(settings: &Settings) -> &'static str {
    if settings.is_https() {
        "__Host-cart"
    } else {
        "cart"
    }
}

/// The cart token the visitor sent, if any.
pub fn cart_token(settings: &Settings, headers: &HeaderMap) -> Option<String> {
    let name = cart_name(settings);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .filter(|token| !token.is_empty())
}

/// The headers that leave the visitor with this cart.
pub fn set_cart(settings: &Settings, token: &str, count: u32) -> [HeaderValue; 2] {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let name = cart_name(settings);
    [
        cookie(format!(
            "{name}={token}; Path=/; Max-Age={CART_MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax{secure}"
        )),
        cookie(format!(
            "{CART_COUNT}={count}; Path=/; Max-Age={CART_MAX_AGE_SECONDS}; SameSite=Lax{secure}"
        )),
    ]
}

/// The headers that make the visitor forget the cart.
pub fn forget_cart(settings: &Settings) -> [HeaderValue; 2] {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let name = cart_name(settings);
    [
        cookie(format!(
            "{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}"
        )),
        cookie(format!(
            "{CART_COUNT}=; Path=/; Max-Age=0; SameSite=Lax{secure}"
        )),
    ]
}

fn cookie(text: String) -> HeaderValue {
    // Tokens are base64url of our own making; anything else is refused before it gets here.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("invalid=; Max-Age=0"))
}
