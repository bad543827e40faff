//! What every request passes through, outermost first, and every response on its way back.
//!
//! 0. [`language`]: takes language and market off the path before the rest looks for a route, and speaks and trades in them
//!    meanwhile. What it has to answer itself is answered inside of 7.
//! 1. metrics: counts and times, labelled with the route, never with the address asked for.
//! 2. [`request`]: client address, request id, nonce, and which kind of answer the client reads.
//! 3. [`trace`]: one span and one log line per request.
//! 4. Sentry's hub, one per request, so that events carry the request they belong to.
//! 5. [`headers`]: security headers on whatever comes out, errors and redirects included.
//! 6. compression.
//! 7. [`errors`]: gives every bare error status a page or a problem document.
//! 8. [`panics`]: a panic becomes a 500 that names its Sentry event.
//! 9. timeout, [`host`], [`rate_limit`], body size, [`csrf`].
//! 10. [`session`].
//!
//! Invariant: layers 9 and 10 may answer with a bare status (or a [`errors::Refusal`]); only layer 7 writes error bodies.

pub mod csrf;
pub mod errors;
pub mod headers;
pub mod host;
pub mod language;
pub mod panics;
pub mod rate_limit;
pub mod request;
pub mod session;
pub mod trace;
