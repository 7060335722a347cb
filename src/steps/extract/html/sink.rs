//! Builds the tree of a page, and counts each question that the parser asks of it on the way.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use dom_query::{Document as Page, NodeId};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

use super::budget::Budget;

/// A node, and where its depth is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Handle {
    node: NodeId,
    index: usize,
}

/// The tree in the making.
pub(super) struct Sink<'a> {
    page: Page,
    budget: &'a Budget,
    depths: RefCell<Vec<u32>>,
}

impl<'a> Sink<'a> {
    pub fn new(page: Page, budget: &'a Budget) -> Self {
        // The root is the first of all.
        Self { page, budget, depths: RefCell::new(vec![0]) }
    }

    fn made(&self, node: NodeId) -> Handle {
        self.budget.element();
        self.place(node, 0)
    }

    fn place(&self, node: NodeId, depth: u32) -> Handle {
        let mut depths = self.depths.borrow_mut();
        depths.push(depth);
        Handle { node, index: depths.len() - 1 }
    }

    fn depth(&self, place: &Handle) -> u32 {
        self.depths.borrow().get(place.index).copied().unwrap_or_default()
    }

    /// Takes note of how deep a node comes to stand.
    fn put(&self, child: &NodeOrText<Handle>, depth: u32) {
        self.budget.step(1);
        self.budget.depth(depth);
        if let NodeOrText::AppendNode(place) = child
            && let Some(known) = self.depths.borrow_mut().get_mut(place.index)
        {
            *known = depth;
        }
    }
}

fn inner(child: NodeOrText<Handle>) -> NodeOrText<NodeId> {
    match child {
        NodeOrText::AppendNode(place) => NodeOrText::AppendNode(place.node),
        NodeOrText::AppendText(text) => NodeOrText::AppendText(text),
    }
}

impl TreeSink for Sink<'_> {
    type Handle = Handle;
    type Output = Page;
    type ElemName<'b>
        = Ref<'b, QualName>
    where
        Self: 'b;

    fn finish(self) -> Page {
        self.page
    }

    /// Real pages are full of errors, and nobody asks for them.
    fn parse_error(&self, _: Cow<'static, str>) {
        self.budget.step(1);
    }

    fn get_document(&self) -> Handle {
        Handle { node: self.page.get_document(), index: 0 }
    }

    fn elem_name<'b>(&'b self, target: &'b Handle) -> Ref<'b, QualName> {
        self.budget.step(1);
        self.page.elem_name(&target.node)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.budget.attributes(attributes.len());
        self.made(self.page.create_element(name, attributes, flags))
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.made(self.page.create_comment(text))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        self.made(self.page.create_pi(target, data))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(&child, self.depth(parent) + 1);
        self.page.append(&parent.node, inner(child));
    }

    fn append_based_on_parent_node(&self, element: &Handle, before: &Handle, child: NodeOrText<Handle>) {
        self.put(&child, self.depth(element).max(self.depth(before) + 1));
        self.page.append_based_on_parent_node(&element.node, &before.node, inner(child));
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.page.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        self.place(self.page.get_template_contents(&target.node), self.depth(target))
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        self.budget.step(1);
        one.node == other.node
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.page.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        self.put(&child, self.depth(sibling));
        self.page.append_before_sibling(&sibling.node, inner(child));
    }

    /// The parser adds to two elements alone, and compares with all that they have.
    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        self.budget.attributes_again(attributes.len());
        self.page.add_attrs_if_missing(&target.node, attributes);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.page.remove_from_parent(&target.node);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        self.page.reparent_children(&node.node, &parent.node);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        self.page.is_mathml_annotation_xml_integration_point(&target.node)
    }
}
