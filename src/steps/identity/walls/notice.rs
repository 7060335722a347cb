//! Rule: a notice that stands where nothing is known yet: a queue, a gate, a check, a page of a host or of an app.
//!
//! Evidence: a page of few words in no sections, whose name says nothing of rules, and of whose sentences not most rule
//! something; or links that only ask for a country. Some minutes to wait are no rule, and a line with the last day to take part
//! beside lines of what there is to win are a contest's. No phrase is asked, for makers of walls have a new one each year. Verdict:
//! a short note, quoted, until something else stands there: a wall that is taken for the first version of a document makes the
//! document itself a stranger. A page made of rules, however short, is read, and so is what the watch's own selectors chose.

use super::facts::Facts;
use super::stub;
use crate::model::{Trouble, count_words};
use crate::steps::hub;
use crate::steps::identity::title;
use crate::steps::text::languages::union;
use crate::steps::text::unruled::is_unruled;

/// Such notices have fewer words; the shortest of the captures named at [`super`] has 175.
const FEW: usize = 100;

/// Whether a page of which nothing is known is a notice.
pub(super) fn names(facts: &Facts<'_>) -> Option<Trouble> {
    let is_page = facts.signs.is_page && !facts.signs.is_chosen && !facts.instead;
    // What rules something in a language whose words nobody knows here cannot be told.
    if !is_page || facts.words >= FEW || facts.sections > 0 || is_unruled(&facts.text) {
        return None;
    }
    let links_alone = hub::is_hub(facts.document);
    let is_one = if links_alone { asks_for_a_country(facts) } else { !facts.says_rules() };
    (is_one && !title::says_what_it_is(facts.document)).then(|| stub::note(facts.document))
}

/// Whether most of its links are names of countries.
fn asks_for_a_country(facts: &Facts<'_>) -> bool {
    let countries = union(|words| &words.countries);
    let links = || facts.document.blocks.iter().flat_map(|block| &block.links);
    let is_country = |text: &str| {
        let text = text.to_lowercase();
        count_words(&text) <= 3 && countries.iter().any(|country| text.trim() == *country)
    };
    links().filter(|link| is_country(&link.text)).count() * 2 > links().count()
}
