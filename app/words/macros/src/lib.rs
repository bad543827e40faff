//! `t!` and `tn!`, which the crate `words` passes on: a sentence of the code becomes the same sentence in every language.

mod catalogue;
mod sentence;

use proc_macro::TokenStream;
use syn::{Expr, Ident, LitStr, Token, parse::Parse, parse::ParseStream, parse_macro_input};

/// A sentence in the spoken language: `t!("Add to cart")` is a `&'static str`; with arguments, as in
/// `t!("Only {left} left", left)` or `t!("In {place}", place = name(way))`, it is a `String`. Where English has one word for
/// what others tell apart, a context says which is meant: `t!("verb" => "Open")`.
#[proc_macro]
pub fn t(input: TokenStream) -> TokenStream {
    let said = parse_macro_input!(input as Said);
    expanded(sentence::plain(&said))
}

/// A sentence that counts, as a `String`: `tn!(count, "{count} item", "{count} items")`, with further arguments as in `t!`. The
/// first expression is any whole number; `{count}` is that number as the language writes it.
#[proc_macro]
pub fn tn(input: TokenStream) -> TokenStream {
    let counted = parse_macro_input!(input as Counted);
    expanded(sentence::counting(&counted))
}

fn expanded(result: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    result.unwrap_or_else(syn::Error::into_compile_error).into()
}

struct Argument {
    name: Ident,
    value: Option<Expr>,
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        let value = input
            .parse::<Option<Token![=]>>()?
            .map(|_| input.parse())
            .transpose()?;
        Ok(Self { name, value })
    }
}

/// What is left of the input: `, name, name = value`.
fn arguments(input: ParseStream<'_>) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
        arguments.push(input.parse()?);
    }
    Ok(arguments)
}

struct Said {
    context: Option<LitStr>,
    text: LitStr,
    arguments: Vec<Argument>,
}

impl Parse for Said {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let first: LitStr = input.parse()?;
        let (context, text) = match input.parse::<Option<Token![=>]>>()? {
            Some(_) => (Some(first), input.parse()?),
            None => (None, first),
        };
        Ok(Self {
            context,
            text,
            arguments: arguments(input)?,
        })
    }
}

struct Counted {
    count: Expr,
    one: LitStr,
    other: LitStr,
    arguments: Vec<Argument>,
}

impl Parse for Counted {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let count = input.parse()?;
        input.parse::<Token![,]>()?;
        let one = input.parse()?;
        input.parse::<Token![,]>()?;
        let other = input.parse()?;
        Ok(Self {
            count,
            one,
            other,
            arguments: arguments(input)?,
        })
    }
}
