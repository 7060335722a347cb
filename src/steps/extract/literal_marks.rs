//! Marks of insertion and deletion, and references to signs, that a page shows as they are written:
//! "<u>5.</u> <s>6.</s> Terms &amp; conditions".

use std::borrow::Cow;

/// What such marks set off.
const SET_OFF: [&str; 6] = ["u", "ins", "b", "i", "em", "strong"];
/// What they strike out.
const STRUCK: [&str; 3] = ["s", "del", "strike"];

/// References to signs that were written as text once more.
const SIGNS: [(&str, &str); 4] = [("&nbsp;", " "), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];

/// A text without such marks, and without what they strike out; as it is where a mark has no end.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return without_tags(text);
    }
    let meant = SIGNS.iter().fold(Cow::Borrowed(text), |text, (written, sign)| {
        if text.contains(written) { Cow::Owned(text.replace(written, sign)) } else { text }
    });
    match meant {
        Cow::Borrowed(text) => without_tags(text),
        Cow::Owned(text) => Cow::Owned(without_tags(&text).into_owned()),
    }
}

fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains("</") {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        kept.push_str(before);
        let Some((name, inside)) = tag.get(1..).and_then(|tag| tag.split_once('>')) else {
            rest = tag;
            break;
        };
        let end = format!("</{name}>");
        rest = if SET_OFF.contains(&name) && inside.contains(&end)
            || name.strip_prefix('/').is_some_and(|name| SET_OFF.contains(&name))
        {
            inside
        } else if let Some((_, behind)) = inside.split_once(&end).filter(|_| STRUCK.contains(&name)) {
            behind
        } else {
            kept.push('<');
            tag.get(1..).unwrap_or_default()
        };
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn what_marks_strike_out_is_left_out_and_what_they_set_off_is_read() {
        for (written, read) in [
            ("<u>5.</u> Limits", "5. Limits"),
            ("as defined by <s>Sections 1 to 9 of</s> this document", "as defined by  this document"),
            ("<s>6</s>7. Trademarks", "7. Trademarks"),
            ("a < b and c </ d", "a < b and c </ d"),
            ("<s>never ends", "<s>never ends"),
            ("write </title> or <s>", "write </title> or <s>"),
            ("<a>link</a> <u>now</u>", "<a>link</a> now"),
            ("Fees &amp; taxes&nbsp;of Q&A", "Fees & taxes of Q&A"),
        ] {
            assert_eq!(without_marks(written), read);
        }
    }
}
