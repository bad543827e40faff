//! Idempotency keys: a request that may be repeated is recognised, and a key used for another request is refused.
//!
//! The effects themselves are idempotent (an order group is unique per cart, an attempt per group), so a repeated request
//! simply runs again and comes to the same; what is stored is the request's hash, in the transaction of the effect.

use words::t;

use super::{Cx, secret};
use crate::error::AppError;

/// Claims `key` for a request in `scope` of `owner`, or recognises the same request again.
///
/// # Errors
/// `idempotency_key_invalid`, or `idempotency_key_reused` when the key was used for another request.
pub async fn claim(
    cx: &mut Cx,
    scope: &str,
    owner: &str,
    key: &str,
    request: &[u8],
) -> Result<(), AppError> {
    let well_formed =
        (1..=200).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !well_formed {
        return Err(AppError::rule(
            "idempotency_key_invalid",
            t!("The Idempotency-Key is 1 to 200 visible characters."),
        ));
    }
    let (hash, now) = (secret::sha256(request), cx.now);
    let stored = sqlx::query_scalar!(
        "insert into idempotency_keys as k (scope, key, request_hash, created_at) values ($1, $2, $3, $4)
         on conflict (scope, key) do update set created_at = k.created_at returning request_hash",
        format!("{scope}:{owner}"),
        key,
        hash,
        now
    )
    .fetch_one(cx.db())
    .await?;
    if stored != hash {
        return Err(AppError::conflict(
            "idempotency_key_reused",
            t!("This Idempotency-Key was used for another request already."),
        ));
    }
    Ok(())
}
