//! Nothing is lost in silence: every word that came or went is told, held back under a rule, or the page is a blind spot.
//!
//! Each of these takes pages through real rounds for weeks and reads what stands in the letters.

mod around;
mod another;
mod balance;
mod beside_rules;
mod clause;
mod conditions;
mod containers;
mod dates;
mod edges;
mod eight_languages;
mod exchanged;
mod for_some;
mod held;
mod languages;
mod linked;
mod locale;
mod marked_up;
mod moments;
mod moved;
mod over_rows;
mod overlooked;
mod path;
mod pointed_to;
mod reading;
mod returns;
mod rewritten;
mod stubs;
pub mod texts;
mod turned;
mod short_rules;
mod small_words;
mod unruled;
mod two_texts;
mod validators;
mod weight;
