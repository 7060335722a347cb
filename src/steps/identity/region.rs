//! For which part of the world a text is written: one page has several, and serves them by where it thinks we are.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Document, Region};
use crate::steps::text::{self, languages};

/// The regions that are told apart.
const REGIONS: [Region; 8] = [
    Region::Europe,
    Region::America,
    Region::Britain,
    Region::Switzerland,
    Region::Brazil,
    Region::Canada,
    Region::Australia,
    Region::India,
];
/// The law, places, courts, bodies and forms of companies that texts for a region name, in the languages spoken there, and
/// which of the regions they are of.
static NAMES: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut names: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, region) in REGIONS.iter().enumerate() {
        for name in languages::group(|words| &words.regions, region.key()) {
            names.entry(name).or_default().push(at);
        }
    }
    names
});
/// Regions that texts for one another name as a matter of course.
const KIN: [&[Region]; 2] =
    [&[Region::Europe, Region::Britain, Region::Switzerland], &[Region::America, Region::Canada]];

/// How often a text names each region.
#[derive(Debug, Default)]
pub(super) struct Named([usize; REGIONS.len()]);

impl Named {
    pub fn by(document: &Document) -> Self {
        let mut named = Self::default();
        let (mut before, mut pair) = (String::new(), String::new());
        for block in &document.blocks {
            before.clear();
            text::each_word(&block.text, |word, at| {
                pair.clear();
                pair.extend([before.as_str(), " ", word]);
                let written = block.text.get(at).unwrap_or_default();
                // "Northern Ireland" is no word for Ireland.
                let named_by = NAMES.get(pair.as_str()).or_else(|| NAMES.get(word).filter(|_| is_name(written)));
                for region in named_by.into_iter().flatten() {
                    named.0[*region] += 1;
                }
                before.clear();
                before.push_str(word);
            });
        }
        named
    }

    /// The region that prevails, if it is named often enough; none where none does.
    pub fn prevailing(&self, enough: usize) -> Option<Region> {
        let (&count, &region) = self.0.iter().zip(&REGIONS).max_by_key(|(count, _)| **count)?;
        let kin = |other: Region| KIN.iter().any(|kin| kin.contains(&region) && kin.contains(&other));
        let prevails =
            self.0.iter().zip(&REGIONS).all(|(&others, &other)| {
                other == region || if kin(other) { count > others } else { count >= others * 2 }
            });
        (count >= enough && prevails).then_some(region)
    }

    /// How often one is named.
    pub fn times(&self, region: Region) -> usize {
        self.0.iter().zip(&REGIONS).find(|(_, known)| **known == region).map_or(0, |(&count, _)| count)
    }
}

/// Short names stand in other languages for other things ("eu" is Portuguese for "I"): they count in capitals only.
fn is_name(written: &str) -> bool {
    let mut letters = written.chars();
    match written.len() {
        0..=2 => letters.all(char::is_uppercase),
        3 | 4 => letters.next().is_some_and(char::is_uppercase),
        _ => true,
    }
}
