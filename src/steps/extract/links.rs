//! Finds lists of links in the middle of a text: menus, tables of contents, related articles.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::draft::{self, Draft, ends_sentence};
use super::outline::Outline;
use super::reason::Reason;
use crate::model::BlockKind;
use crate::steps::text;
use crate::steps::text::languages::union;

/// So many links in a row make a list of links.
const RUN: usize = 5;
/// A page with fewer words of prose may be an index, whose links are its text.
const PROSE: usize = 250;
/// A link that says something has so many words, and so many such links are a list of rules: entries of menus and names of
/// pages have fewer, on average.
const SAYS: usize = 4;
const SEVERAL: usize = 3;
/// One link in so many is followed by another to the same place: the menu of teasers in corpus 2022 has names alone, too.
const PAIRED: usize = 4;
/// Of the teasers in that menu one in twenty speaks of what is allowed; of a list of rules most do.
const ONE_IN: usize = 4;

/// A list of names under a heading is no longer; the menu at the foot of the pages of corpus 2026 is.
const HEADED: usize = 24;

/// On a page that marks no headings up, a line of no more words stands as one.
const HEADING: usize = 8;

/// Headings of lists of what is beside the document, in normal form.
static BESIDE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut headings = union(|words| &words.related);
    headings.extend(union(|words| &words.contents));
    headings
});

/// Entries of menus, in normal form.
static MENU: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.buttons).into_iter().collect());

/// Whether a link allows, forbids, demands or limits.
pub(super) fn rules(link: &Draft) -> bool {
    link.words >= SAYS && draft::rules(&link.text)
}

/// Whether several links say something rather than name places of the site or of the page.
pub(super) fn say_something<'a>(links: impl Iterator<Item = &'a Draft>) -> bool {
    let (mut count, mut words, mut within) = (0, 0, 0);
    for link in links {
        count += 1;
        words += link.words;
        within += usize::from(leads_within(link));
    }
    count >= SEVERAL && words >= count * SAYS && within * 2 < count
}

/// Whether links are teasers: most are a name and a text that lead to the same place, and few of them rule something.
pub(super) fn are_teasers(links: &[&Draft]) -> bool {
    let target = |link: &Draft| link.links.first().map(|link| link.target.clone());
    let pairs = links.windows(2).filter(|pair| target(pair[0]).is_some() && target(pair[0]) == target(pair[1])).count();
    let ruling = links.iter().filter(|link| rules(link)).count();
    pairs * PAIRED >= links.len() && ruling * ONE_IN <= links.len()
}

/// The words of a text in normal form.
fn in_normal_form(line: &str) -> String {
    let mut words = Vec::new();
    text::each_word(line, |word, _| words.push(word.to_owned()));
    words.join(" ")
}

fn leads_within(link: &Draft) -> bool {
    link.links.iter().any(|link| link.target.contains('#'))
}

/// Leaves out lists of links on a page that has its text elsewhere.
pub(super) fn lists_of_links(drafts: &[Draft], reasons: &mut [Reason], outline: Option<&Outline>) {
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    let prose: usize =
        kept.iter().map(|&index| &drafts[index]).filter(|draft| draft.is_prose()).map(|draft| draft.words).sum();
    if prose < PROSE {
        return;
    }
    for &index in &kept {
        let draft = &drafts[index];
        if draft.is_contents() && !matches!(draft.kind, BlockKind::Heading(_)) {
            reasons[index] = Reason::Contents;
        }
    }
    let lists = Lists::new(drafts, &kept, outline);
    for run in runs(&kept, |index| drafts[index].is_link()) {
        if !drafts[kept[run.start]].is_link() || run.len() < RUN {
            continue;
        }
        // Where the list of a text meets the links at the foot of the page, each is asked for itself.
        for part in lists.parts(&run).into_iter().filter(|part| !lists.is_text(part)) {
            for &index in &kept[part] {
                reasons[index] = Reason::LinkList;
            }
        }
    }
}

/// The links of the last list on a page where they are part of its text: the block at which it begins.
pub(super) fn last_list(drafts: &[Draft], kept: &[usize], outline: Option<&Outline>) -> Option<usize> {
    let lists = Lists::new(drafts, kept, outline);
    let all = runs(kept, |index| drafts[index].is_link());
    let mut parts = all.iter().rev().flat_map(|run| lists.parts(run).into_iter().rev());
    let list = parts.find(|part| drafts[kept[part.start]].is_link() && lists.is_text(part));
    list.map(|part| kept[part.end - 1])
}

/// Blocks that follow one another and are alike, as positions in `kept`.
fn runs(kept: &[usize], is: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut start = 0;
    let chunks = kept.chunk_by(|&one, &next| is(one) == is(next));
    chunks
        .map(|chunk| {
            let run = start..start + chunk.len();
            start = run.end;
            run
        })
        .collect()
}

/// What is asked of a list of links.
struct Lists<'a> {
    drafts: &'a [Draft],
    kept: &'a [usize],
    outline: Option<&'a Outline>,
    headings: HashSet<&'a str>,
    /// Whether any heading of a section is marked up.
    has_sections: bool,
}

impl<'a> Lists<'a> {
    fn new(drafts: &'a [Draft], kept: &'a [usize], outline: Option<&'a Outline>) -> Self {
        let headings = kept.iter().map(|&index| &drafts[index]);
        let headings = headings.filter(|draft| matches!(draft.kind, BlockKind::Heading(_)));
        let has_sections = headings.clone().any(|draft| matches!(draft.kind, BlockKind::Heading(2..)));
        let headings = headings.map(|draft| draft.text.as_str()).collect();
        Self { drafts, kept, outline, headings, has_sections }
    }

    /// A run in parts that stand within the text or do not.
    fn parts(&self, run: &Range<usize>) -> Vec<Range<usize>> {
        let Some(outline) = self.outline else { return vec![run.clone()] };
        let parts = runs(&self.kept[run.clone()], |index| outline.holds(index)).into_iter();
        parts.map(|part| part.start + run.start..part.end + run.start).collect()
    }

    /// Whether a list of links is part of the text, as a list of partners is: it stands within the text, and a sentence or
    /// a heading leads up to it, paragraphs stand on both sides of it, its links say something, or it leads to as many
    /// other hosts as it has entries.
    fn is_text(&self, run: &Range<usize>) -> bool {
        let drafts = || self.kept[run.clone()].iter().map(|&index| &self.drafts[index]);
        let Some(outline) = self.outline else { return false };
        let is_inside = self.kept[run.clone()].iter().all(|&index| outline.holds(index));
        is_inside
            && !self.is_contents(run)
            && (self.is_led_up_to(run)
                || self.is_headed(run)
                || self.is_among(run, outline)
                || !self.is_cut(run)
                    && (self.is_of_sentences(run) || run.start == 0 && say_something(drafts()) || abroad(drafts())))
    }

    /// Whether a heading of a section stands right before it, and none of a list of what is beside the document, and most
    /// of it are no entries that menus have. Where one such list follows another, or one is very long, it is the site's menu
    /// under its headings, unless its links say something.
    fn is_headed(&self, run: &Range<usize>) -> bool {
        if self.is_of_a_menu(run) && !say_something(self.kept[run.clone()].iter().map(|&index| &self.drafts[index])) {
            return false;
        }
        let entries = self.kept[run.clone()].iter().map(|&index| &self.drafts[index]);
        if entries.filter(|draft| MENU.contains(in_normal_form(&draft.text).as_str())).count() * 2 >= run.len() {
            return false;
        }
        let before = run.start.checked_sub(1).map(|before| &self.drafts[self.kept[before]]);
        before.is_some_and(|draft| {
            let is_line = || {
                let text = draft.text.as_str();
                draft.kind == BlockKind::Paragraph && draft.words <= HEADING && !ends_sentence(text)
            };
            let is_section = matches!(draft.kind, BlockKind::Heading(2..))
                || draft.strong && !draft.is_prose()
                || !self.has_sections && is_line();
            is_section && !draft.is_link() && !BESIDE.contains(&in_normal_form(&draft.text).as_str())
        })
    }

    fn is_of_a_menu(&self, run: &Range<usize>) -> bool {
        let at = |place: usize| self.kept.get(place).map(|&index| &self.drafts[index]);
        let is_link = |place: Option<usize>| place.and_then(at).is_some_and(Draft::is_link);
        let heads = |draft: &Draft| matches!(draft.kind, BlockKind::Heading(_)) || draft.strong && !draft.is_prose();
        let goes_on = at(run.end).is_some_and(heads) && is_link(Some(run.end + 1));
        run.len() > HEADED || goes_on || is_link(run.start.checked_sub(2))
    }

    /// Whether most of what is linked are sentences, with or without headings between: cards that are linked whole.
    fn is_of_sentences(&self, run: &Range<usize>) -> bool {
        let drafts = self.kept[run.clone()].iter().map(|&index| &self.drafts[index]);
        let (mut texts, mut sentences) = (0, 0);
        for draft in drafts.filter(|draft| !matches!(draft.kind, BlockKind::Heading(_))) {
            texts += 1;
            sentences += usize::from(draft.words >= SAYS && ends_sentence(&draft.text));
        }
        sentences > 0 && sentences * 2 > texts
    }

    /// Whether other links follow or precede at once, as where a part of a menu stands with the text.
    fn is_cut(&self, run: &Range<usize>) -> bool {
        let is_link = |place: usize| self.kept.get(place).is_some_and(|&index| self.drafts[index].is_link());
        is_link(run.end) || run.start.checked_sub(1).is_some_and(is_link)
    }

    /// A sentence that ends in a colon stands right before it.
    fn is_led_up_to(&self, run: &Range<usize>) -> bool {
        let before = run.start.checked_sub(1).map(|before| &self.drafts[self.kept[before]]);
        before.is_some_and(|draft| !draft.is_link() && draft.text.trim_end().ends_with([':', '：']))
    }

    fn is_among(&self, run: &Range<usize>, outline: &Outline) -> bool {
        self.kept[run.clone()].iter().all(|&index| outline.is_between(index))
    }

    /// Whether the list names the headings of the page, or leads to places within it.
    fn is_contents(&self, run: &Range<usize>) -> bool {
        let entries = self.kept[run.clone()].iter().map(|&index| &self.drafts[index]);
        // The heading of a card names nothing but its own card.
        let entries = || entries.clone().filter(|draft| !matches!(draft.kind, BlockKind::Heading(_)));
        let named =
            entries().filter(|draft| self.headings.contains(draft.text.as_str()) || leads_within(draft)).count();
        named * 2 >= entries().count()
    }
}

/// Whether entries lead to as many hosts as there are entries, or nearly.
fn abroad<'a>(drafts: impl Iterator<Item = &'a Draft>) -> bool {
    let (mut entries, mut hosts) = (0, HashSet::new());
    for draft in drafts {
        entries += 1;
        hosts.extend(draft.links.first().and_then(|link| host(&link.target)));
    }
    hosts.len() >= 3 && hosts.len() * 4 >= entries * 3
}

fn host(target: &str) -> Option<&str> {
    let rest = target.strip_prefix("https://").or_else(|| target.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next()
}
