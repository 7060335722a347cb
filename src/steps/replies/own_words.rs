//! What the sender of a reply wrote, told from what is quoted; by marks alone, in whatever language.

use mail_parser::decoders::html::html_to_text;

use super::codes::codes_in;

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

/// Parts a plain text where the first quotation begins: all below it is quoted, marked or not, since programs break the lines that
/// they have marked.
pub(super) fn of_text(text: &str) -> Parted {
    let lines: Vec<&str> = text.lines().collect();
    let is_marked = |line: &str| line.trim_start().starts_with(['>', '|']);
    let begins = |at: &usize| {
        let line = lines[*at];
        is_marked(line) || is_rule(line) || is_lead(&lines[..=*at]) || is_header(&lines[*at..])
    };
    let begin = (0..lines.len()).find(begins).unwrap_or(lines.len());
    let (own, quoted) = lines.split_at(begin);
    let mut own = own.to_vec();
    if !quoted.is_empty() {
        drop_lead(&mut own, quoted.first().is_some_and(|line| is_lead(&[line]) || line.trim_end().ends_with(':')));
    }
    let below = answered_below(quoted);
    own.extend(&quoted[below..]);
    Parted { own: own.join("\n"), quoted: quoted[..below].join("\n") }
}

/// Where an answer begins that was written below a quotation, or the end of the lines where there is none.
///
/// Below marked lines and a blank one, it repeats codes that stand in those lines, and no others: a code that a program broke off
/// its marked line stands nowhere else, and what is quoted without marks is no answer.
fn answered_below(quoted: &[&str]) -> usize {
    let is_marked = |line: &&str| line.trim_start().starts_with('>');
    let Some(last) = quoted.iter().rposition(is_marked) else { return quoted.len() };
    let below = &quoted[last + 1..];
    let is_apart = below.first().is_some_and(|line| line.trim().is_empty());
    let begins = |at: usize| is_rule(below[at]) || is_lead(&below[..=at]) || is_header(&below[at..]);
    if !is_apart || (0..below.len()).any(begins) {
        return quoted.len();
    }
    let marked = quoted.iter().copied().filter(is_marked);
    let marked: Vec<&str> =
        marked.map(|line| line.trim_start_matches(|sign: char| sign == '>' || sign.is_whitespace())).collect();
    if repeats(&below.join("\n"), &marked.join("\n")) { last + 1 } else { quoted.len() }
}

/// Whether a text holds codes, and only such as another holds, too.
fn repeats(text: &str, other: &str) -> bool {
    let (own, known) = (codes_in(text), codes_in(other));
    !own.is_empty() && own.iter().all(|(_, code)| known.iter().any(|(_, known)| known == code))
}

/// Parts a page at the first mark by which a mail program begins a quotation.
pub(super) fn of_html(html: &str) -> Parted {
    let lower = html.to_ascii_lowercase();
    let begin = QUOTES.iter().filter_map(|mark| lower.find(mark)).min();
    // The mark may stand in an attribute: the tag begins before it.
    let begin = begin.map_or(html.len(), |at| lower[..=at].rfind('<').unwrap_or(at));
    let (own, quoted) = html.split_at(begin);
    let Parted { own, quoted: marked } = of_text(&html_to_text(own));
    if let Some((quoted, below)) = below_blocks(quoted) {
        let (quoted, below) = (html_to_text(quoted), html_to_text(below));
        if repeats(&below, &quoted) {
            return Parted { own: format!("{own}\n{below}"), quoted: format!("{marked}\n{quoted}") };
        }
    }
    Parted { own, quoted: format!("{marked}\n{}", html_to_text(quoted)) }
}

/// A quotation in blocks that are closed, and what stands below the last of them.
fn below_blocks(quoted: &str) -> Option<(&str, &str)> {
    const CLOSED: &str = "</blockquote>";
    let lower = quoted.to_ascii_lowercase();
    let end = lower.rfind(CLOSED)? + CLOSED.len();
    let is_closed = lower[..end].matches("<blockquote").count() == lower[..end].matches(CLOSED).count();
    let below = &lower[end..];
    let is_plain = is_closed && !QUOTES.iter().any(|mark| below.contains(mark));
    is_plain.then(|| quoted.split_at(end))
}

/// "-----Original Message-----", "________________________________".
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let ruled = |sign: char| line.chars().take_while(|letter| *letter == sign).count();
    let from_the_end = line.chars().rev().take_while(|letter| *letter == '-').count();
    ruled('_') >= 20 || (ruled('-') >= 4 && from_the_end >= 4 && line.chars().any(char::is_alphabetic))
}

/// So many lines may the words run over that lead to a quotation.
const LEAD: usize = 3;

/// Whether the last of these lines ends "On 30 Nov 2026 at 10:00, Lena <lena@example.com> wrote:".
fn is_lead(lines: &[&str]) -> bool {
    let Some(last) = lines.last().filter(|last| last.trim_end().ends_with([':', '：'])) else { return false };
    let above = lines.iter().rev().skip(1).take(LEAD - 1).take_while(|line| !line.trim().is_empty() && !has_code(line));
    !has_code(last) && (tells_when_or_who(last) || above.into_iter().any(|line| tells_when_or_who(line)))
}

/// Whether a header of a mail begins here, as programs write it above what they quote: "From: …", "Sent: …", "To: …".
fn is_header(lines: &[&str]) -> bool {
    // They may stand apart.
    let filled = lines.iter().take(2 * LEAD).map(|line| line.trim()).filter(|line| !line.is_empty());
    let fields: Vec<&str> = filled.take_while(|line| is_field(line)).take(LEAD).collect();
    let Some(first) = fields.first() else { return false };
    let is_sender = first.contains('@') && first.ends_with(['>', ']', ')']);
    is_sender || (fields.len() == LEAD && fields.iter().any(|field| tells_when_or_who(field)))
}

/// "Sent: Monday"; a name of at most three words.
fn is_field(line: &str) -> bool {
    let Some((name, value)) = line.split_once(':') else { return false };
    let name = name.trim_matches(['*', ' ']);
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-'));
    is_name && name.split_whitespace().count() <= 3 && !value.trim().is_empty() && !has_code(line)
}

/// Whether a line holds an address, a time of day or a year.
fn tells_when_or_who(line: &str) -> bool {
    let letters: Vec<char> = line.chars().take(400).collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let is_time = |at: usize| letters[at] == ':' && at > 0 && is_digit(at - 1) && is_digit(at + 1) && is_digit(at + 2);
    let numbers = line.split(|letter: char| !letter.is_ascii_digit());
    let mut years =
        numbers.filter(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")));
    line.contains('@') || (0..letters.len()).any(is_time) || years.next().is_some()
}

/// A line that holds a code is somebody's answer.
fn has_code(line: &str) -> bool {
    !codes_in(line).is_empty() || line.to_ascii_uppercase().contains("HR-")
}

/// Takes away what leads to a quotation and stands above it: "On Monday, Lena wrote:" over three lines, or, where the
/// quotation begins with its last line, the ones before that.
fn drop_lead(own: &mut Vec<&str>, is_last_gone: bool) {
    let last = if is_last_gone {
        own.len().checked_sub(1).filter(|last| !own[*last].trim().is_empty())
    } else {
        own.iter().rposition(|line| !line.trim().is_empty()).filter(|last| own[*last].trim_end().ends_with(':'))
    };
    let Some(last) = last else { return };
    let most = if is_last_gone { LEAD - 1 } else { LEAD };
    let above = (0..=last).rev().take(most).take_while(|at| !own[*at].trim().is_empty() && !has_code(own[*at]));
    if let Some(first) = above.last() {
        own.truncate(first);
    }
}
