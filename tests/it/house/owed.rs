//! The plain model of the fault campaigns: what stands on the pages, and what each reader should have been told of it.

use std::collections::{BTreeMap, BTreeSet};

use hausrecht::model::Letter;
use mail_parser::MessageParser;

use super::smtp::Taken;

/// Readers who are told everything at once.
pub const READERS: [&str; 2] = ["anna", "bert"];

/// What may be forbidden, one after the other.
pub const GOODS: [&str; 24] = [
    "lanterns",
    "kettles",
    "saddles",
    "mirrors",
    "carpets",
    "violins",
    "ladders",
    "pillows",
    "buckets",
    "anchors",
    "candles",
    "helmets",
    "blankets",
    "telescopes",
    "umbrellas",
    "wardrobes",
    "bicycles",
    "fountains",
    "necklaces",
    "parachutes",
    "hammocks",
    "trumpets",
    "spectacles",
    "barrels",
];

/// Numbers that look like chance and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// What stands on the pages, and what each reader should have been told of it.
#[derive(Default, Clone)]
pub struct Model {
    stands: BTreeMap<&'static str, Vec<&'static str>>,
    pub owed: BTreeSet<&'static str>,
    next: usize,
}

impl Model {
    /// A page forbids one thing more.
    pub fn forbid(&mut self, page: &'static str, is_owed: bool) {
        let Some(good) = GOODS.get(self.next) else { return };
        self.next += 1;
        self.stands.entry(page).or_default().push(good);
        if is_owed {
            self.owed.insert(good);
        }
    }

    pub fn text(&self, page: &str) -> String {
        let goods = self.stands.get(page).into_iter().flatten();
        let rules: Vec<_> = goods.map(|good| format!("</p><p>{}", sentence(good))).collect();
        format!("You may post about what you do as often as you like.{}", rules.concat())
    }

    /// What is not as it should be: each reader is told each rule in one letter, and that letter came.
    pub fn wrong(&self, composed: &[Letter], taken: &[Taken]) -> Vec<String> {
        let mut came: BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> = BTreeMap::new();
        for taken in taken {
            let message = MessageParser::default().parse(taken.data.as_bytes()).unwrap();
            let text = message.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            let id = message.message_id().unwrap().to_owned();
            for reader in READERS.iter().filter(|name| taken.to.iter().any(|to| to.starts_with(*name))) {
                for good in GOODS.iter().filter(|good| text.contains(*good)) {
                    came.entry(reader).or_default().entry(good).or_default().insert(id.clone());
                }
            }
        }
        let mut wrong = Vec::new();
        for reader in READERS {
            for good in GOODS {
                let letters =
                    composed.iter().filter(|letter| letter.recipient == reader && letter.text.contains(good)).count();
                let wanted = usize::from(self.owed.contains(good));
                if letters != wanted {
                    wrong.push(format!("{reader}: {letters} letters composed on {good}, not {wanted}"));
                }
                let arrived = came.get(reader).and_then(|goods| goods.get(good)).map_or(0, BTreeSet::len);
                if arrived != wanted {
                    wrong.push(format!("{reader}: {arrived} different letters came on {good}, not {wanted}"));
                }
            }
        }
        wrong
    }
}

fn sentence(good: &str) -> String {
    format!("You must not offer {good} to anybody who takes part in a contest.")
}
