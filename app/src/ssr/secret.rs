//! Random tokens, their hashes at rest, and signatures; all by aws-lc.

use aws_lc_rs::{
    constant_time, digest, hmac,
    rand::{SecureRandom, SystemRandom},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::internal::internal_message;
use crate::error::AppError;

/// A token of `BYTES` random bytes (at least 16, so 128 bits), base64url without padding.
pub fn random_token<const BYTES: usize>() -> Result<String, AppError> {
    const { assert!(BYTES >= 16) };
    let mut bytes = [0_u8; BYTES];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| internal_message("random", "no random bytes"))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// SHA-256, for tokens at rest and for comparing requests.
pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA256, bytes).as_ref().to_vec()
}

/// HMAC-SHA-256 of `message`, in lower-case hex.
pub fn sign(secret: &[u8], message: &[u8]) -> String {
    hex::encode(hmac::sign(
        &hmac::Key::new(hmac::HMAC_SHA256, secret),
        message,
    ))
}

/// Whether `signature` (hex) is that of `message`; takes the same time for every wrong one.
pub fn verify(secret: &[u8], message: &[u8], signature: &str) -> bool {
    constant_time::verify_slices_are_equal(sign(secret, message).as_bytes(), signature.as_bytes())
        .is_ok()
}
