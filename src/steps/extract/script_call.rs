//! Tells a line of a script that stands among the words of a page from a sentence.

/// No call that is left over on a page is longer, in bytes.
const LONGEST: usize = 2000;

/// Whether a text is nothing but calls of functions: `track("view", { kind: "page" });`.
///
/// A name stands right before its bracket, what is handed over begins with a quote, a bracket or a brace, and behind
/// the bracket that ends it nothing follows but the end or another call.
pub(super) fn is_script_call(text: &str) -> bool {
    let mut rest = text.trim();
    if rest.is_empty() || rest.len() > LONGEST {
        return false;
    }
    while !rest.is_empty() {
        let Some(behind) = after_call(rest) else { return false };
        rest = behind.trim_start_matches([';', ' ', '\n', '\t', '\r']);
    }
    true
}

/// What stands behind a call at the beginning of a text; none where there is no call.
fn after_call(text: &str) -> Option<&str> {
    let name = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | '.')))?;
    let arguments = text.get(name..)?.strip_prefix('(')?;
    let begins = arguments.trim_start().starts_with(['"', '\'', '{', '[', '`']);
    if name == 0 || text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') || !begins {
        return None;
    }
    let (mut depth, mut quote, mut escaped) = (1_usize, None, false);
    for (at, letter) in arguments.char_indices() {
        match (quote, letter) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(letter),
            (None, '(' | '{' | '[') => depth += 1,
            (None, ')' | '}' | ']') => depth -= 1,
            (_, _) => {}
        }
        if depth == 0 {
            return arguments.get(at + letter.len_utf8()..);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::is_script_call;

    #[test]
    fn a_line_of_a_script_is_no_sentence_and_a_definition_is_no_script() {
        for call in
            ["track(\"view\", { kind: \"page\" });", " app.push(['view', \"it's\"]) ", "a(\"x\"); b({y: \"(\"});"]
        {
            assert!(is_script_call(call), "{call}");
        }
        for text in [
            "Customer(\"Customer\") means whoever buys (\"Buyer\");",
            "Seller(s) may use the shop (the \"Use\");",
            "(\"Service\")",
            "the fees (\"Fees\")",
            "track(view)",
            "call(\"us",
            "",
        ] {
            assert!(!is_script_call(text), "{text}");
        }
    }
}
