//! Normal forms of text: how hausrecht writes page text down, and how it compares it.

pub(super) mod amounts;
pub(super) mod conditions;
pub(super) mod crossed;
pub mod dates;
pub(super) mod day_order;
pub(super) mod exchanged;
mod exchanges;
pub(super) mod freeing;
pub(super) mod figures;
pub mod hash;
pub mod languages;
pub(super) mod lexicon;
pub(super) mod limits;
pub(super) mod listed;
pub(super) mod modal_verbs;
pub(super) mod numbering;
pub(super) mod numbers;
pub(super) mod part_dates;
pub mod places;
pub(super) mod repeated;
mod signs;
pub mod spelling;
pub(super) mod stopwords;
mod tidy;
pub(super) mod tokens;
pub(super) mod turned;
pub(super) mod units;
pub(super) mod unruled;
pub(super) mod way;
mod whole_words;
mod words;

pub use numbering::numbering;
pub(in crate::steps) use signs::is_weighty_sign;
pub use tidy::{is_steering, tidy};
pub(in crate::steps) use words::words;
pub use words::{each_word, is_word_letter};
