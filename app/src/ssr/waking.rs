//! What a page does once it has been seen: wakes its islands, lets the browser render ahead, keeps a page for when the shop cannot be
//! reached. Pages work without it, so it waits in a template until pictures, fonts and styles are there.

use words::{Locale, locale};

use super::AppState;
use crate::address::{in_locale, prefix};

/// Gives what waits in the template before it the nonce of the response, without which it would not run, and puts it into the page:
/// once the page is there *and* painted, which may be later, and then when the browser has time. A page in a tab nobody looks at is not
/// painted, so that this waits for a while only; one that is rendered ahead is not to wait at all. The pictures below the first wait as
/// long (`waits` in style/catalogue.css), so that fonts, style and the first picture have a slow connection to themselves; but not for
/// who scrolls, nor for four seconds. The only script that is not the same in every response.
const WAKE: &str = concat!(
    r#"{const{nonce,previousElementSibling:{content}}=document.currentScript,{classList}=document.documentElement,"#,
    r#"show=()=>classList.remove("waits"),"#,
    r#"wake=()=>{for(const own of content.children)own.nonce=nonce;document.head.append(content)},"#,
    r#"seen=()=>{show();window.requestIdleCallback?requestIdleCallback(wake,{timeout:1500}):setTimeout(wake,200)},"#,
    r#"painted=()=>{setTimeout(seen,1500);"#,
    r#"new PerformanceObserver(()=>requestAnimationFrame(()=>setTimeout(seen))).observe({type:"paint",buffered:true})},"#,
    r#"soon=document.prerendering?seen:painted;"#,
    r#"if(document.readyState=="complete")soon();else{addEventListener("load",soon);if(soon==painted){classList.add("waits");"#,
    r#"setTimeout(show,4e3);addEventListener("scroll",show,{capture:true,once:true,passive:true})}}}"#
);

/// Asked for with the page, it would come before the first picture. Browsers heed it in the head alone.
const MANIFEST: &str = r#"<link rel="manifest" href="/manifest.webmanifest">"#;
/// Where it fails, pages come from the network as they always do.
const REGISTRATION: &str =
    r#"<script>navigator.serviceWorker?.register("/sw.js").catch(()=>{})</script>"#;

/// The template at the end of a page of this body; none where nothing waits.
pub fn template(state: &AppState, body: &str, private: bool) -> Option<String> {
    let mut waits = String::new();
    // A page without islands needs no WASM at all.
    if body.contains("<leptos-island") {
        waits.push_str(&state.assets.hydration);
    }
    if !private {
        waits.push_str(MANIFEST);
        waits.push_str(&speculation_rules(locale()));
        if state.settings.offline_page {
            waits.push_str(REGISTRATION);
        }
    }
    (!waits.is_empty()).then(|| format!(r#"<template id="wake">{waits}</template>"#))
}

/// What has the template's content wake: directly after it, so that no other template can be taken for it.
pub fn script(nonce: &str) -> String {
    format!(r#"<script nonce="{nonce}">{WAKE}</script>"#)
}

/// What a browser may render before it is asked to, once the pointer rests on a link: public pages, which change nothing by being
/// looked at. Options of a product change the page in place. <https://wicg.github.io/nav-speculation/speculation-rules.html>
fn speculation_rules(locale: Locale) -> String {
    let prefix = prefix(locale);
    let home = in_locale(locale, "/");
    format!(
        concat!(
            r#"<script type="speculationrules">{{"prerender":[{{"where":{{"and":["#,
            r#"{{"href_matches":["{}","{1}/p/*","{1}/c/*","{1}/m/*","{1}/pages/*"]}},"#,
            r#"{{"not":{{"selector_matches":".option-tile"}}}}]}},"eagerness":"moderate"}}]}}</script>"#
        ),
        home, prefix
    )
}
