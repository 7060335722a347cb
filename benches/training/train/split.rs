//! Grows one tree: the best question on the rows of a node, and again on both sides.

use super::settings::{Chance, Settings};
use hausrecht::steps::judge::model::forest::{Tree, TreeNode};

/// The most values of a feature between which a question is tried.
const MOST_BINS: usize = 40;

/// Rows with their values sorted into bins.
pub(super) struct Binned {
    /// By feature: the upper bounds of its bins.
    bounds: Vec<Vec<f32>>,
    /// By row, then feature.
    bins: Vec<Vec<u8>>,
}

impl Binned {
    pub(super) fn of(rows: &[Vec<f32>]) -> Self {
        let features = rows.first().map_or(0, Vec::len);
        let bounds: Vec<Vec<f32>> = (0..features)
            .map(|feature| {
                let mut values: Vec<f32> = rows.iter().map(|row| row[feature]).collect();
                values.sort_by(f32::total_cmp);
                values.dedup();
                let middles: Vec<f32> = values.windows(2).map(|pair| f32::midpoint(pair[0], pair[1])).collect();
                let step = middles.len().div_ceil(MOST_BINS).max(1);
                middles.into_iter().step_by(step).collect()
            })
            .collect();
        let bin = |row: &Vec<f32>| {
            let place = |(value, bounds): (&f32, &Vec<f32>)| {
                u8::try_from(bounds.partition_point(|bound| bound < value)).unwrap_or(u8::MAX)
            };
            row.iter().zip(&bounds).map(place).collect()
        };
        let bins = rows.iter().map(bin).collect();
        Self { bounds, bins }
    }
}

/// A tree that follows the slopes of the chosen rows.
pub(super) fn grow(
    binned: &Binned,
    slopes: &[(f32, f32)],
    chosen: &[usize],
    settings: Settings,
    chance: &mut Chance,
) -> Tree {
    let mut grower = Grower { binned, slopes, settings, chance, tree: Tree::default() };
    grower.node(chosen, settings.depth);
    grower.tree
}

struct Grower<'a> {
    binned: &'a Binned,
    slopes: &'a [(f32, f32)],
    settings: Settings,
    chance: &'a mut Chance,
    tree: Tree,
}

/// A question and what asking it gains.
struct Ensemble {
    feature: usize,
    bin: usize,
    gain: f32,
}

impl Grower<'_> {
    fn node(&mut self, rows: &[usize], depth: usize) -> usize {
        let at = self.tree.0.len();
        let (slope, bend) = self.sums(rows);
        self.tree.0.push(TreeNode::Leaf(self.settings.rate * slope / (bend + self.settings.calm)));
        if depth > 0
            && rows.len() >= 2 * self.settings.leaf
            && let Some(question) = self.best(rows, slope, bend)
        {
            let is_left = |row: &usize| usize::from(self.binned.bins[*row][question.feature]) <= question.bin;
            let (left, right): (Vec<usize>, Vec<usize>) = rows.iter().copied().partition(is_left);
            let bound = self.binned.bounds[question.feature][question.bin];
            let left = self.node(&left, depth - 1);
            let right = self.node(&right, depth - 1);
            self.tree.0[at] = TreeNode::Split { feature: question.feature, bound, left, right };
        }
        at
    }

    fn sums(&self, rows: &[usize]) -> (f32, f32) {
        rows.iter().fold((0.0, 0.0), |(slope, bend), row| (slope + self.slopes[*row].0, bend + self.slopes[*row].1))
    }

    fn best(&mut self, rows: &[usize], slope: f32, bend: f32) -> Option<Ensemble> {
        let calm = self.settings.calm;
        let worth = |slope: f32, bend: f32| slope * slope / (bend + calm);
        let mut best: Option<Ensemble> = None;
        for feature in 0..self.binned.bounds.len() {
            if self.chance.next() >= self.settings.features || self.binned.bounds[feature].is_empty() {
                continue;
            }
            let mut bins = vec![(0.0_f32, 0.0_f32, 0_usize); self.binned.bounds[feature].len() + 1];
            for row in rows {
                let bin = &mut bins[usize::from(self.binned.bins[*row][feature])];
                bin.0 += self.slopes[*row].0;
                bin.1 += self.slopes[*row].1;
                bin.2 += 1;
            }
            let (mut left, mut left_bend, mut left_rows) = (0.0, 0.0, 0);
            for (bin, sums) in bins.iter().enumerate().take(bins.len() - 1) {
                left += sums.0;
                left_bend += sums.1;
                left_rows += sums.2;
                if left_rows < self.settings.leaf || rows.len() - left_rows < self.settings.leaf {
                    continue;
                }
                let gain = worth(left, left_bend) + worth(slope - left, bend - left_bend) - worth(slope, bend);
                if gain > best.as_ref().map_or(1e-4, |best| best.gain) {
                    best = Some(Ensemble { feature, bin, gain });
                }
            }
        }
        best
    }
}
