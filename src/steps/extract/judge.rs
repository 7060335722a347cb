//! Decides for each block of a page whether it is the document's text or the boilerplate of the site around it.

use super::draft::Draft;
use super::html::walk::{Walked, Zone};
use super::html::zone::Purpose;
use super::reason::Reason;
use crate::model::BlockKind;

/// No section has so few words that it stands apart from the main text and has no more of them.
const AFTER_MAIN: usize = 80;

/// The decision on each draft, in their order.
pub(super) fn judge(walked: &Walked, title: Option<&str>) -> Vec<Reason> {
    let scales = Scales::new(walked);
    let mut reasons: Vec<_> = walked.drafts.iter().map(|draft| scales.by_zone(draft)).collect();
    scales.after_main(&walked.drafts, &mut reasons);
    super::consent::stands_apart(walked, &mut reasons);
    before_the_title(&walked.drafts, &mut reasons, title);
    after_the_text(&walked.drafts, &mut reasons);
    super::links::lists_of_links(&walked.drafts, &mut reasons);
    reasons
}

/// The decision on a block that the watch's selectors chose: only what is hidden is left out.
pub(super) fn of_chosen(walked: &Walked, draft: &Draft) -> Reason {
    let mut zone = draft.zone;
    while let Some(here) = walked.zones.get(zone) {
        if here.purpose == Purpose::Hidden {
            return Reason::Zone(Purpose::Hidden);
        }
        if zone == 0 {
            break;
        }
        zone = here.parent;
    }
    Reason::Text
}

/// How much there is to read in each zone.
struct Scales<'a> {
    zones: &'a [Zone],
    words: Vec<usize>,
    buttons: Vec<usize>,
    passwords: Vec<usize>,
    in_main: Vec<bool>,
    has_title: Vec<bool>,
    total: usize,
}

impl<'a> Scales<'a> {
    fn new(walked: &'a Walked) -> Self {
        let zones = walked.zones.as_slice();
        let mut words = vec![0; zones.len()];
        let mut has_title = vec![false; zones.len()];
        for draft in &walked.drafts {
            if let Some(sum) = words.get_mut(draft.zone) {
                *sum += if draft.is_link() { 0 } else { draft.words };
                has_title[draft.zone] |= draft.kind == BlockKind::Heading(1);
            }
        }
        let mut buttons: Vec<_> = zones.iter().map(|zone| zone.buttons).collect();
        let mut passwords: Vec<_> = zones.iter().map(|zone| zone.passwords).collect();
        // Zones stand in the order of the page, so that each comes after the one around it.
        for zone in (1..zones.len()).rev() {
            let around = zones[zone].parent;
            if zones[zone].purpose != Purpose::Hidden {
                words[around] += words[zone];
            }
            buttons[around] += buttons[zone];
            passwords[around] += passwords[zone];
        }
        let mut in_main = vec![false; zones.len()];
        for zone in 0..zones.len() {
            in_main[zone] = zones[zone].purpose == Purpose::Main || (zone > 0 && in_main[zones[zone].parent]);
        }
        let total = words.first().copied().unwrap_or_default().max(1);
        Self { zones, words, buttons, passwords, in_main, has_title, total }
    }

    /// The decision by the zones around a block, the innermost first.
    fn by_zone(&self, draft: &Draft) -> Reason {
        let mut zone = draft.zone;
        let mut reason = Reason::Text;
        while let Some(here) = self.zones.get(zone) {
            match self.of(zone, here.purpose, draft) {
                Reason::Text => {}
                kept if kept.keeps() => reason = kept,
                left => return left,
            }
            if zone == 0 {
                break;
            }
            zone = here.parent;
        }
        reason
    }

    fn of(&self, zone: usize, purpose: Purpose, draft: &Draft) -> Reason {
        #[expect(clippy::cast_precision_loss, reason = "a share of words")]
        let share = self.words[zone] as f64 / self.total as f64;
        let in_main = zone > 0 && self.in_main[self.zones[zone].parent];
        match purpose {
            Purpose::Text | Purpose::Main => Reason::Text,
            Purpose::Hidden => Reason::Zone(purpose),
            _ if share > purpose.most() => Reason::MostOfThePage(purpose),
            // A section about cookies is no cookie banner: a banner has something to click.
            Purpose::Consent if self.buttons[zone] == 0 || (in_main && share > 0.05) => Reason::Text,
            Purpose::Login if self.passwords[zone] == 0 => Reason::Text,
            Purpose::Header if self.has_title[zone] && !draft.is_link() => Reason::Text,
            Purpose::Named | Purpose::Faint if draft.is_prose() => Reason::Sentences(purpose),
            Purpose::Aside | Purpose::Footer | Purpose::Header if in_main && draft.is_prose() => {
                Reason::Sentences(purpose)
            }
            _ => Reason::Zone(purpose),
        }
    }
}

impl Scales<'_> {
    /// What little a page shows after its main text are messages of the site: offline, please rate us, try again.
    fn after_main(&self, drafts: &[Draft], reasons: &mut [Reason]) {
        let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
        let is_main = |&index: &usize| self.in_main.get(drafts[index].zone).is_some_and(|inside| *inside);
        let words = |indices: &[usize]| indices.iter().map(|&index| drafts[index].words).sum::<usize>();
        let Some(last) = kept.iter().rposition(is_main) else { return };
        let (text, after) = kept.split_at(last + 1);
        let inside: usize = text.iter().filter(|index| is_main(index)).map(|&index| drafts[index].words).sum();
        let all = words(&kept);
        if words(after) > AFTER_MAIN || words(after) * 20 > inside || inside * 10 < all * 8 {
            return;
        }
        for &index in after {
            let dated = drafts[index].text.contains("20") && !drafts[index].text.contains('©');
            if !dated {
                reasons[index] = Reason::AfterMain;
            }
        }
    }
}

/// Labels and links above the title are boilerplate.
fn before_the_title(drafts: &[Draft], reasons: &mut [Reason], title: Option<&str>) {
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    let heading = |wanted: &dyn Fn(&Draft) -> bool| {
        kept.iter()
            .copied()
            .find(|&index| matches!(drafts[index].kind, BlockKind::Heading(_)) && wanted(&drafts[index]))
    };
    let named = |draft: &Draft| title.is_some_and(|title| !draft.is_link() && title.contains(draft.text.as_str()));
    let first =
        heading(&|draft| draft.kind == BlockKind::Heading(1) && !draft.is_link()).or_else(|| heading(&named)).or_else(
            || kept.iter().copied().find(|&index| drafts[index].is_prose()).map(|prose| above(drafts, &kept, prose)),
        );
    let Some(first) = first else { return };
    for index in kept.into_iter().take_while(|&index| index < first) {
        if !drafts[index].is_prose() {
            reasons[index] = Reason::BeforeTitle;
        }
    }
}

/// The first of the headings and short lines that stand directly above a paragraph.
fn above(drafts: &[Draft], kept: &[usize], prose: usize) -> usize {
    let before = kept.iter().rev().copied().skip_while(|&index| index >= prose);
    before.take_while(|&index| !drafts[index].is_link()).take(4).last().unwrap_or(prose)
}

/// Labels, links and headings without text at the end are boilerplate.
fn after_the_text(drafts: &[Draft], reasons: &mut [Reason]) {
    let has_prose = drafts.iter().zip(&*reasons).any(|(draft, reason)| reason.keeps() && draft.is_prose());
    if !has_prose {
        return;
    }
    for (draft, reason) in drafts.iter().zip(reasons).rev() {
        if !reason.keeps() {
            continue;
        }
        let words = draft.words;
        let question = draft.text.trim_end().ends_with(['?', '？']) && words <= 12;
        let dated = draft.text.contains("20") && !draft.text.contains('©');
        let label = words <= 4 && !dated && !matches!(draft.kind, BlockKind::Item(_) | BlockKind::Row);
        let goes = draft.is_link()
            || matches!(draft.kind, BlockKind::Heading(_))
            || question
            || label
            || (draft.text.contains('©') && words <= 15);
        if !goes {
            break;
        }
        *reason = Reason::AfterText;
    }
}
