//! Weighs whether what was read of a page may be a part of its text only.
//!
//! Evidence: few words and hardly any sections, and far more prose elsewhere on the page (in frames, in what scripts keep,
//! in hidden parts, in what was left out), an empty place that scripts fill, the one file to which a page leads that rules
//! nothing, or what the browser says that it could not reach. Verdict: a doubt that says where, told like a blind spot when it
//! stands; the text is followed all the same. A whole short policy has sections and sentences and nothing else to show, and
//! what the watch's own selectors chose is what its owner wants. The numbers are judgement, and not measured one by one: at a
//! first look no text of the two corpora's 661 captures was doubted.

use url::Url;

use crate::model::{BlockKind, Doubt, Origin, Snapshot, Trouble};
use crate::steps::extract::{Extract, Unread, Unseen};
use crate::steps::hub;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;

/// A text around a frame that holds the rest has fewer words and sections; a whole short policy has more of either, or no
/// frame with room for a text.
const AROUND_A_FRAME: (usize, usize) = (250, 2);
/// So much prose elsewhere, and so many times as much as was read: pages of applications keep messages for other occasions.
const SCRIPTS: (usize, usize) = (150, 2);
const HIDDEN: (usize, usize) = (150, 2);
/// Menus in sentences and footers with addresses are prose as well, hence more of it.
const LEFT_OUT: (usize, usize) = (300, 3);
/// A page that only leads to a file has fewer.
const INTRODUCTION: usize = 60;
/// A text beside an empty place is an introduction where it has fewer words, and no section.
const BESIDE_A_PLACE: usize = 120;

/// Why the text of a page may be a part of it; none where nothing speaks for that.
#[must_use]
pub fn in_part(extract: &Extract, snapshot: &Snapshot) -> Option<Trouble> {
    let signs = &extract.signs;
    if signs.is_chosen || snapshot.origin == Origin::Hand {
        // Whoever chose it, or saved it, has seen it.
        return None;
    }
    let words = extract.document.word_count();
    let sections = extract.document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(2..))).count();
    let is_far_more =
        |elsewhere: usize, (least, times): (usize, usize)| elsewhere >= least && elsewhere >= words * times;
    let is_plain = !snapshot.is_rendered();
    let Unread { script_words, hidden_words, left_out_words, has_place_to_fill, .. } = signs.elsewhere;
    let frame = || {
        let is_around = words < AROUND_A_FRAME.0 && sections <= AROUND_A_FRAME.1;
        unread_frame(&signs.elsewhere, snapshot).filter(|_| is_around).map(|url| Doubt::Frame { url: url.into() })
    };
    let file = || only_leads_to_a_file(extract, words, sections, snapshot).map(|url| Doubt::File { url: url.into() });
    let doubt = match frame().or_else(file) {
        Some(elsewhere) => elsewhere,
        None if is_plain && is_far_more(script_words, SCRIPTS) => Doubt::Scripts { words: script_words },
        None if is_far_more(hidden_words, HIDDEN) => Doubt::Hidden { words: hidden_words },
        None if is_far_more(left_out_words, LEFT_OUT) => Doubt::LeftOut { words: left_out_words },
        None if is_plain && has_place_to_fill && words < BESIDE_A_PLACE && sections == 0 => Doubt::Unfilled,
        None if signs.unseen.contains(&Unseen::Rows) => Doubt::Rows,
        None if signs.unseen.contains(&Unseen::Endless) => Doubt::Endless,
        None => return None,
    };
    Some(Trouble::InPart { words, doubt })
}

/// The first frame with room for a text that was not looked into. One that is asked to show a file was, and its text was not.
fn unread_frame(elsewhere: &Unread, snapshot: &Snapshot) -> Option<Url> {
    let mut urls = absolute(elsewhere, snapshot, elsewhere.frames.iter().map(String::as_str));
    let shows_a_file = |url: &Url| url.query().is_some_and(|query| query.split(['&', '=']).any(is_file));
    urls.find(|url| shows_a_file(url) || !snapshot.frames_read().any(|read| read == url.as_str()))
}

/// The file to which a page of few words leads that rules nothing itself. A list of documents leads to several.
fn only_leads_to_a_file(extract: &Extract, words: usize, sections: usize, snapshot: &Snapshot) -> Option<Url> {
    let blocks = &extract.document.blocks;
    let is_introduction = words < INTRODUCTION
        && sections == 0
        && !blocks.iter().any(|block| has_modal_verb(&block.text) || has_limit(&block.text));
    if !extract.signs.is_page || !is_introduction || hub::is_hub(&extract.document) {
        return None;
    }
    let elsewhere = &extract.signs.elsewhere;
    let mut files = absolute(elsewhere, snapshot, elsewhere.files.iter().map(String::as_str));
    let file = files.next()?;
    files.all(|other| other == file).then_some(file)
}

/// Whether an address ends as one of a PDF does.
fn is_file(address: &str) -> bool {
    address.len() > ".pdf".len()
        && address.get(address.len() - ".pdf".len()..).is_some_and(|end| end.eq_ignore_ascii_case(".pdf"))
}

/// Addresses as they are written, as the page means them.
fn absolute<'a>(
    elsewhere: &Unread,
    snapshot: &'a Snapshot,
    written: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = Url> {
    let base = elsewhere.base.as_deref().and_then(|base| snapshot.url.join(base).ok());
    let base = base.unwrap_or_else(|| snapshot.url.clone());
    written.filter_map(move |written| base.join(written).ok()).filter(|url| matches!(url.scheme(), "http" | "https"))
}
