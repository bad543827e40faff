//! Error reports to Sentry, with whatever could identify a shopper or a secret taken out before they leave.

use sentry::ClientOptions;
use sentry::protocol::Event;
use sentry::types::Dsn;

/// Header and key names, or parts of them, whose values are never reported.
const SENSITIVE: [&str; 12] = [
    "authorization",
    "cookie",
    "token",
    "secret",
    "password",
    "passwd",
    "session",
    "forwarded",
    "real-ip",
    "api-key",
    "email",
    "phone",
];
const SCRUBBED: &str = "[scrubbed]";

/// Starts the client. Keep the guard until the end of the program.
pub fn init(dsn: Dsn, environment: &str) -> sentry::ClientInitGuard {
    sentry::init(options(dsn, environment))
}

/// The client's options, apart from [`init`] for tests that bind a client of their own.
pub fn options(dsn: Dsn, environment: &str) -> ClientOptions {
    let mut options = ClientOptions::new()
        .release(super::release())
        .environment(environment.to_owned())
        .attach_stacktrace(true)
        .send_default_pii(false)
        .before_send(|event| Some(scrub(event)));
    options.dsn = Some(dsn);
    options
}

/// Takes out user, address, query strings, bodies, cookies and every sensitive header.
fn scrub(mut event: Event<'static>) -> Event<'static> {
    event.user = None;
    event.server_name = None;
    if let Some(request) = &mut event.request {
        request.cookies = None;
        request.data = None;
        request.query_string = None;
        request.env.clear();
        if let Some(url) = &mut request.url {
            url.set_query(None);
            // A path may hold an order's token; the transaction names the route already.
            url.set_path("");
        }
        request
            .headers
            .retain(|name, _| !is_sensitive(name) && !name.eq_ignore_ascii_case("referer"));
    }
    for (key, value) in &mut event.extra {
        if is_sensitive(key) {
            *value = SCRUBBED.into();
        }
    }
    event
}

fn is_sensitive(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SENSITIVE.iter().any(|part| name.contains(part))
}
