//! Rust text without its comments and the insides of its literals, so that a rule about code does not trip over prose.

/// The same text with comments and the contents of string and character literals replaced by blanks; line breaks stay,
/// so line numbers do too. Knows enough of the language for rustfmt's output: line and nested block comments, escapes,
/// raw strings, and that `'a` may be a lifetime.
pub fn only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word_before = out
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || c == '_');
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_string(rest).filter(|_| !word_before) {
            length
        } else if first == '"' {
            quoted(rest, '"')
        } else if let Some(length) = character(rest) {
            length
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        let (blanked, remaining) = rest.split_at(length);
        out.extend(blanked.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = remaining;
    }
    out
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let here = &text[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// `r"…"`, `r#"…"#`, `br"…"`; not `r#keyword`.
fn raw_string(text: &str) -> Option<usize> {
    let after_r = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = after_r.len() - after_r.trim_start_matches('#').len();
    let body = after_r[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(text.len() - body.len() + length)
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && c == quote {
            return at + 1;
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

/// `'x'` or `'\n'`; `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut chars = text.strip_prefix('\'')?.chars();
    let first = chars.next()?;
    (first == '\\' || chars.next() == Some('\'')).then(|| quoted(text, '\''))
}

#[cfg(test)]
mod tests {
    use super::only;

    fn words(text: &str) -> Vec<String> {
        only(text).split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn comments_are_not_code() {
        assert_eq!(
            words("a // axum\nb /* sqlx /* nested */ tokio */ c"),
            ["a", "b", "c"]
        );
    }

    #[test]
    fn literals_are_not_code() {
        assert_eq!(
            words(r#"f("axum \" tokio", 'x', '"') g"#),
            ["f(", ",", ",", ")", "g"]
        );
        assert_eq!(
            words("f(r#\"a \" sqlx\"#) g(br\"x\")"),
            ["f(", ")", "g(", ")"]
        );
    }

    #[test]
    fn lifetimes_and_raw_names_are_code() {
        assert_eq!(words("&'a str r#type"), ["&'a", "str", "r#type"]);
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = "/* a\nb */\n\"c\nd\"\n";
        assert_eq!(only(text).lines().count(), text.lines().count());
    }
}
