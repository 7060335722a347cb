//! Small boosted decision trees: every answer is a walk through named features.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::str::SplitWhitespace;

use crate::steps::text::spelling::share;

/// A sum of trees for each class.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Forest {
    /// What each class has before any tree speaks.
    pub base: Vec<f32>,
    /// The class that a tree speaks for, and the tree.
    pub trees: Vec<(usize, Tree)>,
}

/// A tree as its nodes, the root first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tree(pub Vec<TreeNode>);

/// A question on one feature, or an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TreeNode {
    /// Left where the feature is at most the bound; children as indices of nodes.
    Split {
        feature: usize,
        bound: f32,
        left: usize,
        right: usize,
    },
    Leaf(f32),
}

impl Forest {
    /// The sums before they become probabilities.
    #[must_use]
    pub fn scores(&self, values: &[f32]) -> Vec<f32> {
        let mut scores = self.base.clone();
        for (class, tree) in &self.trees {
            if let Some(score) = scores.get_mut(*class) {
                *score += tree.answer(values);
            }
        }
        scores
    }

    /// How much each feature speaks for a class: a tree's answer in equal parts to the questions on the way to it.
    #[must_use]
    pub fn parts(&self, values: &[f32], class: usize) -> BTreeMap<usize, f32> {
        let mut parts = BTreeMap::new();
        for (_, tree) in self.trees.iter().filter(|(of, _)| *of == class) {
            let mut asked = Vec::new();
            let answer = tree.walk(values, |feature| asked.push(feature));
            for feature in &asked {
                *parts.entry(*feature).or_default() += answer / share(asked.len(), 1);
            }
        }
        parts
    }

    /// One line a tree, nodes from the root down, left before right.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from("base");
        for base in &self.base {
            let _ = write!(out, " {base:.4}");
        }
        out.push('\n');
        for (class, tree) in &self.trees {
            let _ = write!(out, "{class}");
            tree.write(0, &mut out);
            out.push('\n');
        }
        out
    }

    /// Reads what [`Forest::write`] wrote; none where it is damaged.
    #[must_use]
    pub fn read<'a>(lines: &mut impl Iterator<Item = &'a str>, trees: usize) -> Option<Self> {
        let base = lines.next()?.strip_prefix("base")?;
        let base = base.split_whitespace().map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let mut forest = Self { base, trees: Vec::with_capacity(trees) };
        for line in lines.take(trees) {
            let mut parts = line.split_whitespace();
            let class = parts.next()?.parse().ok()?;
            let mut tree = Tree::default();
            tree.read(&mut parts, 0)?;
            forest.trees.push((class, tree));
        }
        Some(forest)
    }
}

/// No tree is deeper than this, so that damaged data cannot make the reader dig without end.
const DEEPEST: usize = 12;

impl Tree {
    /// The answer for these values; features that are missing count as nothing.
    #[must_use]
    pub fn answer(&self, values: &[f32]) -> f32 {
        self.walk(values, |_| ())
    }

    /// The answer, after `ask` was told of each feature asked on the way down.
    fn walk(&self, values: &[f32], mut ask: impl FnMut(usize)) -> f32 {
        let mut at = 0;
        // Children always stand behind their parent, so the walk ends.
        loop {
            match self.0.get(at) {
                Some(TreeNode::Leaf(answer)) => return *answer,
                Some(TreeNode::Split { feature, bound, left, right }) => {
                    let value = values.get(*feature).copied().unwrap_or_default();
                    ask(*feature);
                    at = if value <= *bound { *left } else { *right };
                }
                None => return 0.0,
            }
        }
    }

    /// The same tree with all answers scaled.
    #[must_use]
    pub fn quieter(mut self, voice: f32) -> Self {
        for node in &mut self.0 {
            if let TreeNode::Leaf(answer) = node {
                *answer *= voice;
            }
        }
        self
    }

    fn write(&self, at: usize, out: &mut String) {
        match self.0.get(at) {
            Some(TreeNode::Split { feature, bound, left, right }) => {
                let _ = write!(out, " {feature} {bound}");
                self.write(*left, out);
                self.write(*right, out);
            }
            Some(TreeNode::Leaf(answer)) => {
                let _ = write!(out, " = {answer:.4}");
            }
            None => {}
        }
    }

    /// Reads one node and those below it; gives its index.
    fn read(&mut self, parts: &mut SplitWhitespace<'_>, depth: usize) -> Option<usize> {
        let at = self.0.len();
        let (first, second) = (parts.next()?, parts.next()?);
        self.0.push(TreeNode::Leaf(0.0));
        self.0[at] = if first == "=" {
            TreeNode::Leaf(second.parse().ok()?)
        } else {
            let (feature, bound) = (first.parse().ok()?, second.parse().ok()?);
            if depth >= DEEPEST {
                return None;
            }
            let left = self.read(parts, depth + 1)?;
            let right = self.read(parts, depth + 1)?;
            TreeNode::Split { feature, bound, left, right }
        };
        Some(at)
    }
}

/// Scores as probabilities.
#[must_use]
pub fn softmax(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let raised: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
    let sum: f32 = raised.iter().sum();
    raised.iter().map(|score| score / sum).collect()
}
