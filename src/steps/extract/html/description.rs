//! Lists of terms and what is said of each: a short answer says nothing without its question.

use dom_query::{NodeId, local_name};

use super::walk::Walker;
use crate::model::BlockKind;

/// A longer term is a heading, a longer answer speaks for itself. In bytes.
const TERM: usize = 120;
const ANSWER: usize = 160;

impl Walker<'_> {
    /// Makes one entry of a term and its only, short description, which has just ended.
    pub(super) fn join_to_its_term(&mut self, description: NodeId) {
        if self.walked.drafts.len() != self.term + 2 || self.is_followed_by_another(description) {
            return;
        }
        let Some([term, answer]) = self.walked.drafts.last_chunk() else { return };
        let are_paragraphs = [term, answer].iter().all(|draft| draft.kind == BlockKind::Paragraph);
        if !are_paragraphs || term.zone != answer.zone || term.text.len() > TERM || answer.text.len() > ANSWER {
            return;
        }
        let Some(answer) = self.walked.drafts.pop() else { return };
        let Some(term) = self.walked.drafts.last_mut() else { return };
        let mark = if term.text.ends_with([':', '?', '!', '.', '：', '？']) { " " } else { ": " };
        term.text = format!("{}{mark}{}", term.text, answer.text);
        term.kind = BlockKind::Item(1);
        term.words += answer.words;
        term.linked += answer.linked;
        term.strong &= answer.strong;
        term.links.extend(answer.links);
    }

    fn is_followed_by_another(&self, description: NodeId) -> bool {
        let mut next = self.tree.get_unchecked(&description).next_sibling();
        while let Some(node) = next {
            if let Some(name) = node.qual_name_ref() {
                return name.local == local_name!("dd");
            }
            next = node.next_sibling();
        }
        false
    }
}
