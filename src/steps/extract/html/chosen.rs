//! Which parts of a page the watch's selections take in and leave out.

use std::collections::HashSet;

use dom_query::{Document, Matcher, NodeId};

use crate::model::Selection;
use crate::steps::extract::Reading;

/// Follows the walk and knows whether it is inside what was chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    everything: bool,
    selected: Marked,
    removed: Marked,
}

/// The elements and ranges of `select` or of `remove`, and how many of them the walk is inside of.
#[derive(Debug, Default)]
struct Marked {
    elements: HashSet<NodeId>,
    ranges: Vec<Range>,
    depth: usize,
}

#[derive(Debug)]
struct Range {
    start: NodeId,
    start_inclusive: bool,
    end: Vec<NodeId>,
    end_inclusive: bool,
    /// Whether the first end stands around the start: then only its own end counts.
    is_around: bool,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Inside,
    /// At an end that still belongs to the range.
    Closing(NodeId),
    After,
}

impl Chosen {
    /// Finds the selected parts; fails with the selector where nothing at all was selected.
    pub fn new(page: &Document, reading: Reading<'_>) -> Result<Self, String> {
        let removed = Marked::new(page, reading.remove, &HashSet::new());
        let selected = Marked::new(page, reading.select, &removed.elements);
        if !reading.select.is_empty() && selected.elements.is_empty() && selected.ranges.is_empty() {
            return Err(written(reading.select));
        }
        Ok(Self { everything: reading.select.is_empty(), selected, removed })
    }

    /// The whole page but what is removed.
    pub fn all(page: &Document, remove: &[Selection]) -> Self {
        Self { everything: true, selected: Marked::default(), removed: Marked::new(page, remove, &HashSet::new()) }
    }

    pub fn is_inside(&self) -> bool {
        (self.everything || self.selected.is_inside()) && !self.removed.is_inside()
    }

    /// Whether the choice begins or ends at this element, so that no block reaches over it.
    pub fn has_edge(&self, node: NodeId) -> bool {
        self.selected.has_edge(node) || self.removed.has_edge(node)
    }

    pub fn has_ranges(&self) -> bool {
        !self.selected.ranges.is_empty() || !self.removed.ranges.is_empty()
    }

    pub fn enter(&mut self, node: NodeId) {
        self.selected.enter(node);
        self.removed.enter(node);
    }

    pub fn leave(&mut self, node: NodeId) {
        self.selected.leave(node);
        self.removed.leave(node);
    }
}

impl Marked {
    /// A range begins and ends at what is not `gone` from the page, if it can.
    fn new(page: &Document, selections: &[Selection], gone: &HashSet<NodeId>) -> Self {
        let mut side = Self::default();
        for selection in selections {
            match selection {
                Selection::Css(css) => side.elements.extend(matches(page, css)),
                Selection::Range { start, start_inclusive, end, end_inclusive } => {
                    let end = standing(page, end, gone);
                    if let Some(&start) = standing(page, start, gone).first()
                        && !end.is_empty()
                    {
                        let (start_inclusive, end_inclusive) = (*start_inclusive, *end_inclusive);
                        side.ranges.push(Range::new(start, start_inclusive, end, end_inclusive));
                    }
                }
            }
        }
        side
    }

    fn is_inside(&self) -> bool {
        self.depth > 0 || self.ranges.iter().any(|range| matches!(range.state, State::Inside | State::Closing(_)))
    }

    fn has_edge(&self, node: NodeId) -> bool {
        self.elements.contains(&node)
            || self.ranges.iter().any(|range| range.start == node || range.end.contains(&node))
    }

    fn enter(&mut self, node: NodeId) {
        self.depth += usize::from(self.elements.contains(&node));
        self.ranges.iter_mut().for_each(|range| range.enter(node));
    }

    fn leave(&mut self, node: NodeId) {
        self.depth -= usize::from(self.elements.contains(&node)).min(self.depth);
        self.ranges.iter_mut().for_each(|range| range.leave(node));
    }
}

impl Range {
    fn new(start: NodeId, start_inclusive: bool, end: Vec<NodeId>, end_inclusive: bool) -> Self {
        Self { start, start_inclusive, end, end_inclusive, is_around: false, state: State::Before }
    }

    fn enter(&mut self, node: NodeId) {
        let is_end = self.end.contains(&node);
        match self.state {
            State::Before if node == self.start && self.start_inclusive => {
                // From before an element to after it: the element alone.
                let is_alone = is_end && self.end_inclusive && !self.is_around;
                self.state = if is_alone { State::Closing(node) } else { State::Inside };
            }
            State::Before if self.end_inclusive && self.end.first() == Some(&node) => self.is_around = true,
            State::Inside if is_end && !self.is_around => {
                self.state = if self.end_inclusive { State::Closing(node) } else { State::After };
            }
            _ => {}
        }
    }

    fn leave(&mut self, node: NodeId) {
        let closes = self.is_around && self.end.first() == Some(&node);
        match self.state {
            _ if closes => {
                self.is_around = false;
                if self.state == State::Inside {
                    self.state = State::After;
                }
            }
            State::Before if node == self.start && !self.start_inclusive => self.state = State::Inside,
            State::Closing(end) if end == node => self.state = State::After,
            _ => {}
        }
    }
}

/// The elements that a selector matches, in the order of the page; a bad selector matches nothing.
fn matches(page: &Document, css: &str) -> Vec<NodeId> {
    let Ok(matcher) = Matcher::new(css) else { return Vec::new() };
    page.select_matcher(&matcher).nodes().iter().map(|node| node.id).collect()
}

/// Those of them that no removed element holds, where there are any.
fn standing(page: &Document, css: &str, gone: &HashSet<NodeId>) -> Vec<NodeId> {
    let all = matches(page, css);
    if gone.is_empty() {
        return all;
    }
    let is_gone =
        |id: &NodeId| gone.contains(id) || page.tree.ancestor_ids_of_it(id, None).any(|above| gone.contains(&above));
    let standing: Vec<NodeId> = all.iter().copied().filter(|id| !is_gone(id)).collect();
    if standing.is_empty() { all } else { standing }
}

fn written(selections: &[Selection]) -> String {
    let each = selections.iter().map(|selection| match selection {
        Selection::Css(css) => css.clone(),
        Selection::Range { start, end, .. } => format!("{start} … {end}"),
    });
    each.collect::<Vec<_>>().join(", ")
}
