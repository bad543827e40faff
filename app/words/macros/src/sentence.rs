//! From a sentence and its translations to the code that says it.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Error, LitStr};

use crate::{
    Argument, Counted, Said,
    catalogue::{VARIANTS, translations},
};

pub fn plain(said: &Said) -> syn::Result<TokenStream> {
    let english = said.text.value();
    let context = said.context.as_ref().map(LitStr::value);
    let found = translations(context.as_deref(), &english, None)
        .map_err(|error| Error::new(said.text.span(), error))?;
    let translated: Vec<Option<String>> = found
        .into_iter()
        .map(|forms| forms.and_then(|forms| forms.into_iter().next()))
        .collect();
    let wanted = placeholders(&english).map_err(|error| Error::new(said.text.span(), error))?;
    for text in translated.iter().flatten() {
        if placeholders(text).as_ref() != Ok(&wanted) {
            return Err(Error::new(
                said.text.span(),
                format!("a translation names other things in braces: {text}"),
            ));
        }
    }
    check(said.text.span(), &wanted, &said.arguments)?;
    if said.arguments.is_empty() {
        let texts = std::iter::once(&english).chain(
            translated
                .iter()
                .map(|text| text.as_ref().unwrap_or(&english)),
        );
        return Ok(quote!(::words::__private::pick([#(#texts),*])));
    }
    let arms = variants().zip(&translated).filter_map(|(variant, text)| {
        let formatted = format(text.as_ref()?, &wanted);
        Some(quote!(::words::Language::#variant => #formatted))
    });
    let otherwise = format(&english, &wanted);
    let bindings = bindings(&said.arguments);
    Ok(quote!({
        #bindings
        match ::words::language() { #(#arms,)* _ => #otherwise }
    }))
}

pub fn counting(counted: &Counted) -> syn::Result<TokenStream> {
    let (one, other) = (counted.one.value(), counted.other.value());
    let span = counted.other.span();
    let found = translations(None, &one, Some(&other)).map_err(|error| Error::new(span, error))?;
    let braces = |text: &str| placeholders(text).map_err(|error| Error::new(span, error));
    let mut wanted = braces(&other)?;
    // The number may be left out of a form that says it in words.
    wanted.insert("count".to_owned());
    let form = |text: &str| -> syn::Result<TokenStream> {
        let named = braces(text)?;
        if !named.is_subset(&wanted) {
            return Err(Error::new(
                span,
                format!("a form names what the sentence does not: {text}"),
            ));
        }
        Ok(format(text, &named))
    };
    let mut arms = Vec::new();
    for (variant, forms) in variants().zip(&found) {
        let Some((last, others)) = forms.as_ref().and_then(|forms| forms.split_last()) else {
            continue;
        };
        let last = form(last)?;
        let others = others
            .iter()
            .enumerate()
            .map(|(at, text)| form(text).map(|text| quote!(#at => #text)))
            .collect::<syn::Result<Vec<_>>>()?;
        arms.push(quote!(::words::Language::#variant => match form { #(#others,)* _ => #last }));
    }
    let (one, other) = (form(&one)?, form(&other)?);
    let mut arguments = wanted;
    arguments.remove("count");
    check(span, &arguments, &counted.arguments)?;
    let bindings = bindings(&counted.arguments);
    let number = &counted.count;
    Ok(quote!({
        let count = ::words::Count::of(#number);
        #bindings
        let language = ::words::language();
        let form = count.form(language);
        match language { #(#arms,)* _ => match form { 0 => #one, _ => #other } }
    }))
}

fn variants() -> impl Iterator<Item = Ident> {
    VARIANTS
        .iter()
        .map(|name| Ident::new(name, Span::call_site()))
}

/// Each argument is evaluated once, whichever sentence is said.
fn bindings(arguments: &[Argument]) -> TokenStream {
    arguments
        .iter()
        .map(|Argument { name, value }| match value {
            Some(value) => quote!(let #name = &#value;),
            None => quote!(let #name = &#name;),
        })
        .collect()
}

/// A `format!` of the text with the arguments it names.
fn format(text: &str, names: &BTreeSet<String>) -> TokenStream {
    let arguments = names.iter().map(|name| {
        let name = Ident::new(name, Span::call_site());
        quote!(#name = #name)
    });
    quote!(::std::format!(#text, #(#arguments),*))
}

fn check(span: Span, named: &BTreeSet<String>, given: &[Argument]) -> syn::Result<()> {
    let given: BTreeSet<String> = given
        .iter()
        .map(|argument| argument.name.to_string())
        .collect();
    if *named == given {
        return Ok(());
    }
    Err(Error::new(
        span,
        format!("the sentence names {named:?}, and is given {given:?}"),
    ))
}

/// What a text names in braces.
fn placeholders(text: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if before.contains('}') {
            return Err(format!("a brace is closed that is not open: {text}"));
        }
        let (name, after) = after
            .split_once('}')
            .ok_or_else(|| format!("a brace is not closed: {text}"))?;
        if syn::parse_str::<Ident>(name).is_err() {
            return Err(format!("no name between braces: {text}"));
        }
        names.insert(name.to_owned());
        rest = after;
    }
    if rest.contains('}') {
        return Err(format!("a brace is closed that is not open: {text}"));
    }
    Ok(names)
}
