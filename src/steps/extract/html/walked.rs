//! What a walk through a page has found: its blocks and its parts.

use dom_query::NodeId;

use super::zone::Purpose;
use crate::steps::extract::draft::Draft;

/// A part of the page with one purpose.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
#[derive(Debug, Clone, Default)]
pub(crate) struct Zone {
    pub purpose: Purpose,
    /// The zone around it; the first zone is the page and its own parent.
    pub parent: usize,
    pub buttons: usize,
    pub passwords: usize,
    /// Fields to fill in.
    pub fields: usize,
    /// Those that are written in or chosen from.
    pub written_fields: usize,
    /// For screen readers alone, or the name of a tab: no part of the text.
    pub beside: bool,
    /// Called like a thing to click away.
    pub banner: bool,
    /// Called like a place on the page, not like a subject.
    pub layout: bool,
    /// A dialog that something on the page opens, or that is open.
    pub opens: bool,
}

/// Everything on a page that could be read.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    pub drafts: Vec<Draft>,
    pub zones: Vec<Zone>,
    /// Addresses of frames and scripts, by which bot walls betray themselves.
    pub sources: Vec<String>,
    pub buttons: usize,
    /// Bytes that stand there for readers without scripts.
    pub noscript: usize,
    /// Where buttons stand: their zones.
    pub buttons_at: Vec<(usize, NodeId)>,
}

impl Walked {
    /// Whether a block stands in what the page calls its main part.
    pub(crate) fn is_in_main(&self, index: usize) -> bool {
        let mut zone = self.drafts.get(index).map_or(0, |draft| draft.zone);
        while let Some(here) = self.zones.get(zone) {
            if here.purpose == Purpose::Main {
                return true;
            }
            if zone == 0 {
                break;
            }
            zone = here.parent;
        }
        false
    }

    /// Whether a block is for screen readers alone, or the name of a tab.
    pub(crate) fn is_beside(&self, index: usize) -> bool {
        let zone = self.drafts.get(index).and_then(|draft| self.zones.get(draft.zone));
        zone.is_some_and(|zone| zone.beside)
    }

    /// Which zones are of one of these purposes, or stand within one that is.
    pub fn within(&self, purposes: &[Purpose]) -> Vec<bool> {
        let mut within = vec![false; self.zones.len()];
        for zone in 0..self.zones.len() {
            // Each comes after the one around it.
            let around = zone > 0 && within[self.zones[zone].parent];
            within[zone] = around || purposes.contains(&self.zones[zone].purpose);
        }
        within
    }
}
