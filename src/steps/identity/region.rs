//! For which part of the world a text is written: one page has several, and serves them by where it thinks we are.

use crate::model::{Document, Region};
use crate::steps::text;

/// The law, places, courts, bodies and forms of companies that texts for a region name, in the languages spoken there.
const NAMES: [(Region, &[&str]); 8] = [
    (
        Region::Europe,
        &[
            "eea",
            "eee",
            "ewr",
            "eer",
            "gdpr",
            "rgpd",
            "dsgvo",
            "eu",
            "ue",
            "ireland",
            "irlande",
            "irland",
            "irlanda",
            "ierland",
            "european",
            "europe",
            "europa",
            "européenne",
            "européen",
            "européens",
            "européennes",
            "europäische",
            "europäischen",
            "europäischer",
            "europeo",
            "europea",
            "europese",
            "europeia",
            "luxembourg",
            "dublin",
        ],
    ),
    (
        Region::America,
        &[
            "inc",
            "llc",
            "california",
            "californie",
            "kalifornien",
            "delaware",
            "ccpa",
            "cpra",
            "coppa",
            "usa",
            "dmca",
            "florida",
            "san francisco",
            "san jose",
            "san mateo",
            "santa clara",
        ],
    ),
    (
        Region::Britain,
        &[
            "uk",
            "united kingdom",
            "vereinigtes königreich",
            "royaume uni",
            "england",
            "wales",
            "scotland",
            "northern ireland",
        ],
    ),
    (
        Region::Switzerland,
        &[
            "switzerland",
            "schweiz",
            "schweizer",
            "schweizerische",
            "schweizerisches",
            "suisse",
            "svizzera",
            "zürich",
            "dsg",
            "revdsg",
        ],
    ),
    (Region::Brazil, &["lgpd", "brazil", "brasil", "brazilian", "brasileira", "brasileiro", "anpd", "ltda"]),
    (Region::Canada, &["canada", "canadian", "canadien", "canadienne", "pipeda", "ontario", "québec", "quebec"]),
    (Region::Australia, &["australia", "australian", "new south", "oaic", "pty"]),
    (Region::India, &["india", "indian", "delhi", "dpdp", "rupees", "mumbai"]),
];
/// Regions that texts for one another name as a matter of course.
const KIN: [&[Region]; 2] =
    [&[Region::Europe, Region::Britain, Region::Switzerland], &[Region::America, Region::Canada]];

/// How often a text names each region.
#[derive(Debug, Default)]
pub(super) struct Named([usize; NAMES.len()]);

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
                for (count, (_, names)) in named.0.iter_mut().zip(NAMES) {
                    let found = names.contains(&pair.as_str())
                        || names.contains(&word) && is_name(written) && !(word == "ireland" && before == "northern");
                    *count += usize::from(found);
                }
                before.clear();
                before.push_str(word);
            });
        }
        named
    }

    /// The region that prevails, if it is named often enough; none where none does.
    pub fn prevailing(&self, enough: usize) -> Option<Region> {
        let (&count, &(region, _)) = self.0.iter().zip(&NAMES).max_by_key(|(count, _)| **count)?;
        let kin = |other: Region| KIN.iter().any(|kin| kin.contains(&region) && kin.contains(&other));
        let prevails = self.0.iter().zip(&NAMES).all(|(&others, &(other, _))| {
            other == region || if kin(other) { count > others } else { count >= others * 2 }
        });
        (count >= enough && prevails).then_some(region)
    }

    /// How often one is named.
    pub fn times(&self, region: Region) -> usize {
        self.0.iter().zip(&NAMES).find(|(_, (known, _))| *known == region).map_or(0, |(&count, _)| count)
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
