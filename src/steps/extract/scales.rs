//! Weighs the parts of a page: how much there is to read in each, and what it has beside words.

use super::draft::{self, Draft};
use super::html::walk::{Walked, Zone};
use super::html::zone::Purpose;
use super::named;
use super::reason::Reason;
use crate::model::BlockKind;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;

/// No section has so few words that it stands apart from the main text and has no more of them.
const AFTER_MAIN: usize = 80;

/// A form with a field for a password that says more is a section of the text.
const LOGIN: usize = 150;

/// Whether a block allows, forbids or sets a limit, and speaks of other things than cookies.
fn rules(draft: &Draft) -> bool {
    draft::rules(&draft.text) && !draft.text.contains("ookie")
}

/// A form to be filled in has so many fields to write in, and no more than so many blocks to each.
const FIELDS: usize = 3;
const LABELS: usize = 2;

/// A menu has so many links, its sentences no more words, and the text beside it so many.
const MENU: usize = 8;
const TEASER: usize = 30;
const TEXT: usize = 40;

/// Where a block stands to the paragraphs of the text, on a page that may name no main part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearness {
    /// Nobody has asked, or somewhere else.
    Unknown,
    /// In the same part of the page, before the first or after the last of them.
    Beside,
    /// Between them.
    Amid,
}

/// What is written in sentences in a zone.
#[derive(Debug, Clone, Copy, Default)]
struct Prose {
    blocks: usize,
    words: usize,
    /// The words of the longest block.
    longest: usize,
}

impl Prose {
    fn add(&mut self, other: Self) {
        self.blocks += other.blocks;
        self.words += other.words;
        self.longest = self.longest.max(other.longest);
    }
}

/// How much there is to read in each zone.
pub(super) struct Scales<'a> {
    zones: &'a [Zone],
    words: Vec<usize>,
    buttons: Vec<usize>,
    passwords: Vec<usize>,
    fields: Vec<usize>,
    /// Those of the fields that are written in or chosen from.
    written: Vec<usize>,
    /// How many blocks stand in each zone.
    blocks: Vec<usize>,
    /// How many blocks are links.
    links: Vec<usize>,
    prose: Vec<Prose>,
    in_main: Vec<bool>,
    has_title: Vec<bool>,
    /// Zones called like boilerplate that have its other signs, too.
    is_boilerplate: Vec<bool>,
    total: usize,
}

impl<'a> Scales<'a> {
    pub fn new(walked: &'a Walked) -> Self {
        let zones = walked.zones.as_slice();
        let mut words = vec![0; zones.len()];
        let mut has_title = vec![false; zones.len()];
        let mut blocks = vec![0; zones.len()];
        let (mut links, mut prose) = (vec![0; zones.len()], vec![Prose::default(); zones.len()]);
        for draft in &walked.drafts {
            if let Some(sum) = words.get_mut(draft.zone) {
                *sum += if draft.is_link() { 0 } else { draft.words };
                has_title[draft.zone] |= draft.kind == BlockKind::Heading(1);
                blocks[draft.zone] += 1;
                links[draft.zone] += usize::from(draft.is_link());
                if draft.is_prose() {
                    prose[draft.zone].add(Prose { blocks: 1, words: draft.words, longest: draft.words });
                }
            }
        }
        let mut buttons: Vec<_> = zones.iter().map(|zone| zone.buttons).collect();
        let mut passwords: Vec<_> = zones.iter().map(|zone| zone.passwords).collect();
        let mut fields: Vec<_> = zones.iter().map(|zone| zone.fields).collect();
        let mut written: Vec<_> = zones.iter().map(|zone| zone.written_fields).collect();
        // Zones stand in the order of the page, so that each comes after the one around it.
        for zone in (1..zones.len()).rev() {
            let around = zones[zone].parent;
            if zones[zone].purpose != Purpose::Hidden {
                words[around] += words[zone];
            }
            buttons[around] += buttons[zone];
            passwords[around] += passwords[zone];
            fields[around] += fields[zone];
            if zones[zone].purpose != Purpose::Hidden {
                written[around] += written[zone];
                blocks[around] += blocks[zone];
                links[around] += links[zone];
                let inner = prose[zone];
                prose[around].add(inner);
            }
        }
        let mut in_main = vec![false; zones.len()];
        for zone in 0..zones.len() {
            in_main[zone] = zones[zone].purpose == Purpose::Main || (zone > 0 && in_main[zones[zone].parent]);
        }
        let is_boilerplate = named::with_evidence(walked, &words);
        let total = words.first().copied().unwrap_or_default().max(1);
        Self {
            zones,
            words,
            buttons,
            passwords,
            fields,
            written,
            blocks,
            links,
            prose,
            in_main,
            has_title,
            is_boilerplate,
            total,
        }
    }

    /// The decision by the zones around a block, the innermost first.
    pub fn by_zone(&self, draft: &Draft, stands: Nearness) -> Reason {
        let mut zone = draft.zone;
        let mut reason = Reason::Text;
        while let Some(here) = self.zones.get(zone) {
            match self.of(zone, here.purpose, draft, stands) {
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

    fn of(&self, zone: usize, purpose: Purpose, draft: &Draft, stands: Nearness) -> Reason {
        #[expect(clippy::cast_precision_loss, reason = "a share of words")]
        let share = self.words[zone] as f64 / self.total as f64;
        let in_main = zone > 0 && self.in_main[self.zones[zone].parent];
        match purpose {
            Purpose::Text | Purpose::Main => Reason::Text,
            Purpose::Hidden => Reason::Zone(purpose),
            _ if share > purpose.most() && !self.is_menu(zone, purpose) => Reason::MostOfThePage(purpose),
            Purpose::Consent if !self.is_banner(zone, in_main, share) => Reason::Text,
            Purpose::Login if self.is_filled_in(zone) && is_label(draft) => Reason::FormLabel,
            Purpose::Login if self.passwords[zone] == 0 || self.words[zone] > LOGIN => Reason::Text,
            // A section of the text may hold a field for a password, and a dialog a rule.
            Purpose::Login if draft.is_prose() && (in_main || rules(draft)) => Reason::Sentences(purpose),
            Purpose::Dialog
                if self.is_opened_text(zone)
                    && (draft.is_prose() && rules(draft)
                        || (in_main || stands != Nearness::Unknown)
                            && is_short_rule(draft)
                            && !draft.text.contains("ookie")) =>
            {
                Reason::Sentences(purpose)
            }
            Purpose::Faint if (in_main || stands != Nearness::Unknown) && is_short_rule(draft) => {
                Reason::Sentences(purpose)
            }
            Purpose::Header if self.has_title[zone] && !draft.is_link() => Reason::Text,
            // Within the main text no name decides.
            Purpose::Named if in_main || !self.is_boilerplate[zone] => Reason::Text,
            Purpose::Named if draft.is_prose() && self.is_menu(zone, purpose) => Reason::Teaser(purpose),
            Purpose::Named | Purpose::Faint if draft.is_prose() => Reason::Sentences(purpose),
            // A part of the main text with nothing to click or to follow is of the text, as is what rules something.
            Purpose::Aside | Purpose::Footer | Purpose::Header
                if (in_main || stands == Nearness::Amid) && !draft.is_link() && self.is_plain(zone) =>
            {
                Reason::Text
            }
            Purpose::Aside | Purpose::Footer | Purpose::Header
                if (in_main || stands == Nearness::Amid) && (draft.is_prose() || is_short_rule(draft)) =>
            {
                Reason::Sentences(purpose)
            }
            // What is called a menu and leads nowhere is none where it stands within the text.
            Purpose::Navigation if (in_main || stands == Nearness::Amid) && self.leads_nowhere(zone) => Reason::Text,
            Purpose::Aside if stands == Nearness::Beside && (draft.is_prose() || is_short_rule(draft)) => {
                Reason::Sentences(purpose)
            }
            _ => Reason::Zone(purpose),
        }
    }

    /// Whether a dialog can be opened, and asks for nothing.
    fn is_opened_text(&self, zone: usize) -> bool {
        self.zones[zone].opens && self.fields[zone] == 0 && self.passwords[zone] == 0
    }

    /// Whether a part that says most of the page is a menu all the same: its links are as many as its sentences, none of
    /// which is a paragraph, and a text stands beside it.
    fn is_menu(&self, zone: usize, purpose: Purpose) -> bool {
        let (here, all) = (self.prose[zone], self.prose.first().copied().unwrap_or_default());
        matches!(purpose, Purpose::Navigation | Purpose::Header | Purpose::Footer | Purpose::Aside | Purpose::Named)
            && here.longest <= TEASER
            && self.links[zone] >= here.blocks.max(MENU)
            && all.words >= here.words + TEXT
    }

    /// Whether a part has no controls, and fewer blocks that are links than others.
    fn is_plain(&self, zone: usize) -> bool {
        self.buttons[zone] + self.fields[zone] == 0 && self.links[zone] * 2 < self.blocks[zone]
    }

    /// Whether a part has neither controls nor links.
    fn leads_nowhere(&self, zone: usize) -> bool {
        self.buttons[zone] + self.fields[zone] + self.links[zone] == 0
    }

    /// Whether a form is little but fields with their labels; some sites put all of a page into one.
    fn is_filled_in(&self, zone: usize) -> bool {
        self.written[zone] >= FIELDS && self.blocks[zone] <= self.written[zone] * LABELS
    }

    /// Whether a part that speaks of cookies is a banner, and not a section about them: a banner has something to click,
    /// and a choice where only its name is against it.
    fn is_banner(&self, zone: usize, in_main: bool, share: f64) -> bool {
        let is_called_so = self.zones[zone].banner;
        let enough = if is_called_so && !in_main { 1 } else { 2 };
        self.buttons[zone] >= enough && !(in_main && (share > 0.05 || !is_called_so))
    }
}

/// Whether a block is no heading and no link, and rules something: "Minimum age: 16 years".
fn is_short_rule(draft: &Draft) -> bool {
    let is_rule = |text: &str| draft::rules(text) || draft::counts(text);
    !draft.is_link() && !matches!(draft.kind, BlockKind::Heading(_)) && is_rule(&draft.text)
}

/// Whether a block is the label of a field, and neither a sentence, a heading nor a limit.
fn is_label(draft: &Draft) -> bool {
    !draft.is_prose() && !matches!(draft.kind, BlockKind::Heading(_) | BlockKind::Row) && !has_limit(&draft.text)
}

impl Scales<'_> {
    /// What little a page shows after its main text are messages of the site: offline, please rate us, try again.
    pub fn after_main(&self, drafts: &[Draft], reasons: &mut [Reason]) {
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
        let is_heading = |index: usize| matches!(drafts[index].kind, BlockKind::Heading(_));
        for (position, &index) in after.iter().enumerate() {
            let text = drafts[index].text.as_str();
            let dated = text.contains("20") && !text.contains('©');
            // A section of its own, or a rule, is no message of the site.
            let is_headed = position > 0 && is_heading(after[position - 1]);
            let heads = is_heading(index) && after.get(position + 1).is_some_and(|&next| drafts[next].is_prose());
            let rules = drafts[index].is_prose() && (is_headed || has_modal_verb(text) || has_limit(text));
            if !dated && !rules && !heads {
                reasons[index] = Reason::AfterMain;
            }
        }
    }
}
