//! Which parts of a page the watch's selections take in and leave out.

use std::collections::HashSet;

use dom_query::{Document, Matcher, NodeId};

use crate::model::Selection;
use crate::steps::extract::Reading;

/// Follows the walk and knows whether it is inside what was chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    everything: bool,
    selected: Side,
    removed: Side,
}

/// The elements and ranges of `select` or of `remove`, and how many of them the walk is inside of.
#[derive(Debug, Default)]
struct Side {
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
        let selected = Side::new(page, reading.select);
        if !reading.select.is_empty() && selected.elements.is_empty() && selected.ranges.is_empty() {
            return Err(written(reading.select));
        }
        Ok(Self { everything: reading.select.is_empty(), selected, removed: Side::new(page, reading.remove) })
    }

    /// The whole page but what is removed.
    pub fn all(page: &Document, remove: &[Selection]) -> Self {
        Self { everything: true, selected: Side::default(), removed: Side::new(page, remove) }
    }

    pub fn is_inside(&self) -> bool {
        (self.everything || self.selected.is_inside()) && !self.removed.is_inside()
    }

    /// Whether the choice begins or ends at this element, so that no block reaches over it.
    pub fn has_edge(&self, node: NodeId) -> bool {
        self.selected.has_edge(node) || self.removed.has_edge(node)
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

impl Side {
    fn new(page: &Document, selections: &[Selection]) -> Self {
        let mut side = Self::default();
        for selection in selections {
            match selection {
                Selection::Css(css) => side.elements.extend(matches(page, css)),
                Selection::Range { start, start_inclusive, end, end_inclusive } => {
                    let end = matches(page, end);
                    if let Some(&start) = matches(page, start).first()
                        && !end.is_empty()
                    {
                        let (start_inclusive, end_inclusive) = (*start_inclusive, *end_inclusive);
                        side.ranges.push(Range { start, start_inclusive, end, end_inclusive, state: State::Before });
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
        for range in &mut self.ranges {
            if range.state == State::Before && range.start == node && range.start_inclusive {
                range.state = State::Inside;
            } else if range.state == State::Inside && range.end.contains(&node) {
                range.state = if range.end_inclusive { State::Closing(node) } else { State::After };
            }
        }
    }

    fn leave(&mut self, node: NodeId) {
        self.depth -= usize::from(self.elements.contains(&node)).min(self.depth);
        for range in &mut self.ranges {
            if range.state == State::Before && range.start == node && !range.start_inclusive {
                range.state = State::Inside;
            } else if range.state == State::Closing(node) {
                range.state = State::After;
            }
        }
    }
}

/// The elements that a selector matches, in the order of the page; a bad selector matches nothing.
fn matches(page: &Document, css: &str) -> Vec<NodeId> {
    let Ok(matcher) = Matcher::new(css) else { return Vec::new() };
    page.select_matcher(&matcher).nodes().iter().map(|node| node.id).collect()
}

fn written(selections: &[Selection]) -> String {
    let each = selections.iter().map(|selection| match selection {
        Selection::Css(css) => css.clone(),
        Selection::Range { start, end, .. } => format!("{start} … {end}"),
    });
    each.collect::<Vec<_>>().join(", ")
}
