//! How much work a page may make for whoever parses it: far more than any real one does, and no more than a moment.

use std::cell::Cell;

use crate::model::Trouble;

/// Steps for each byte of the source, and for any source at all. The longest of 18,783 real pages need two a byte.
const STEPS_PER_BYTE: usize = 8;
const STEPS: usize = 16_000_000;
/// Real pages stay below some ten thousand elements, and below a few hundred levels.
const ELEMENTS: usize = 300_000;
const DEEPEST: u32 = 4000;
const ATTRIBUTES: usize = 800_000;
/// No element has more; the parser compares each attribute of a tag with those before it.
pub(super) const ATTRIBUTES_IN_A_TAG: usize = 1000;
/// A tag with more attributes than this is charged for their being compared with those of open elements.
const FEW: usize = 16;
const COMPARED: usize = 512;

/// What is left of it; several pieces of one document share it.
#[derive(Debug)]
pub(in crate::steps::extract) struct Budget {
    most: usize,
    steps: Cell<usize>,
    elements: Cell<usize>,
    attributes: Cell<usize>,
    again: Cell<usize>,
    is_too_deep: Cell<bool>,
}

impl Budget {
    /// For a source of so many bytes.
    pub fn of(bytes: usize) -> Self {
        Self {
            most: bytes.saturating_mul(STEPS_PER_BYTE).saturating_add(STEPS),
            steps: Cell::default(),
            elements: Cell::default(),
            attributes: Cell::default(),
            again: Cell::default(),
            is_too_deep: Cell::default(),
        }
    }

    pub(super) fn step(&self, steps: usize) {
        self.steps.set(self.steps.get().saturating_add(steps));
    }

    pub(super) fn element(&self) {
        self.elements.set(self.elements.get() + 1);
    }

    pub(super) fn depth(&self, depth: u32) {
        if depth > DEEPEST {
            self.is_too_deep.set(true);
        }
    }

    /// The attributes of one tag.
    pub(super) fn attributes(&self, count: usize) {
        self.attributes.set(self.attributes.get() + count);
        if count > FEW {
            self.step(count * (count + COMPARED));
        }
    }

    /// Those of one more tag for an element that stands: they are compared with all that it has by now.
    pub(super) fn attributes_again(&self, count: usize) {
        self.again.set(self.again.get() + count);
        self.step(self.again.get());
    }

    /// What there is too much of.
    pub(super) fn check(&self) -> Result<(), Trouble> {
        let too_many = |what: &str| Err(Trouble::TooIntricate { detail: what.to_owned() });
        match self {
            _ if self.is_too_deep.get() => too_many("elements are nested too deeply"),
            _ if self.elements.get() > ELEMENTS => too_many("too many elements"),
            _ if self.attributes.get() > ATTRIBUTES => too_many("too many attributes"),
            _ if self.steps.get() > self.most => too_many("tags that do not match"),
            _ => Ok(()),
        }
    }
}
