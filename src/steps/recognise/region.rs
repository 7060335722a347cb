//! For which part of the world a text is written: one page has several, and serves them by where it thinks we are.

use crate::model::{Document, Region};
use crate::steps::wording;

/// The law, places and bodies that texts for Europe name, in the languages of Europe.
const EUROPE: [&str; 31] = [
    "eea",
    "eee",
    "ewr",
    "eer",
    "gdpr",
    "rgpd",
    "dsgvo",
    "avg",
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
];
/// The same for texts for America and the rest of the world.
const AMERICA: [&str; 12] = [
    "inc",
    "california",
    "californie",
    "kalifornien",
    "delaware",
    "ccpa",
    "cpra",
    "san",
    "usa",
    "dmca",
    "llc",
    "florida",
];
/// The region whose names prevail in a text, if they are enough; none where neither prevails.
pub(super) fn of(document: &Document, enough: usize) -> Option<Region> {
    let (mut europe, mut america) = (0_usize, 0_usize);
    for block in &document.blocks {
        wording::each_word(&block.text, |word, _| {
            if EUROPE.contains(&word) {
                europe += 1;
            } else if AMERICA.contains(&word) {
                america += 1;
            }
        });
    }
    if europe >= enough && europe >= america * 2 {
        Some(Region::Europe)
    } else if america >= enough && america >= europe * 2 {
        Some(Region::America)
    } else {
        None
    }
}

/// The region in words.
pub(super) const fn name(region: Region) -> &'static str {
    match region {
        Region::Europe => "Europe",
        Region::America => "America",
    }
}
