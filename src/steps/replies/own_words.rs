//! What the sender of a reply wrote, told from what is quoted; by marks alone, in whatever language.

use mail_parser::decoders::html::html_to_text;

/// So much of a page is searched for the begin of a quotation.
const QUOTES: [&str; 8] = [
    "<blockquote",
    "gmail_quote",
    "yahoo_quoted",
    "moz-cite-prefix",
    "moz-forward-container",
    "divrplyfwdmsg",
    "appendonsend",
    "protonmail_quote",
];

/// A text in two parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parted {
    pub own: String,
    pub quoted: String,
}

/// Parts a plain text: what is marked with `>`, the line that leads to it, and all below a ruled-off header are quoted.
pub(super) fn of_text(text: &str) -> Parted {
    let lines: Vec<&str> = text.lines().collect();
    let is_marked = |line: &&str| line.trim_start().starts_with('>');
    let ruled = lines.iter().position(|line| is_rule(line)).unwrap_or(lines.len());
    let mut parted = Parted::default();
    let mut own: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if at >= ruled || is_marked(line) {
            if at < ruled {
                drop_lead(&mut own);
            }
            parted.quoted.push_str(line);
            parted.quoted.push('\n');
        } else {
            own.push(line);
        }
    }
    parted.own = own.join("\n");
    parted
}

/// Parts a page at the first mark by which a mail program begins a quotation.
pub(super) fn of_html(html: &str) -> Parted {
    let lower = html.to_ascii_lowercase();
    let begin = QUOTES.iter().filter_map(|mark| lower.find(mark)).min();
    // The mark may stand in an attribute: the tag begins before it.
    let begin = begin.map_or(html.len(), |at| lower[..=at].rfind('<').unwrap_or(at));
    let (own, quoted) = html.split_at(begin);
    let Parted { own, quoted: marked } = of_text(&html_to_text(own));
    Parted { own, quoted: marked + &html_to_text(quoted) }
}

/// "-----Original Message-----", "________________________________".
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let ruled = |sign: char| line.chars().take_while(|letter| *letter == sign).count();
    let from_the_end = line.chars().rev().take_while(|letter| *letter == '-').count();
    ruled('_') >= 20 || (ruled('-') >= 4 && from_the_end >= 4 && line.chars().any(char::is_alphabetic))
}

/// Takes away "On Monday, Lena wrote:" above a quotation; it may run over three lines.
fn drop_lead(own: &mut Vec<&str>) {
    let last = own.iter().rposition(|line| !line.trim().is_empty());
    let Some(last) = last.filter(|last| own[*last].trim_end().ends_with(':')) else { return };
    let first = (0..=last).rev().take(3).take_while(|at| !own[*at].trim().is_empty()).last().unwrap_or(last);
    // A line that holds a code is somebody's answer.
    if own[first..=last].iter().all(|line| !line.to_ascii_uppercase().contains("HR-")) {
        own.truncate(first);
    }
}
