//! A rule of a few words that comes, or takes the place of another, is told, whatever the model makes of it.

use super::texts::{SHOPS, english, shops_with};
use crate::house::history::History;

#[track_caller]
fn is_told(before: &str, after: &str, words: &str) {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", before).days(3).shows("shops", after).days(4);
    past.assert_told("shops", words);
}

const NAMES: [&str; 4] = ["shops", "pages", "stalls", "clubs"];

/// The rules for shops with a matter of its own at their end.
fn with_matter(sentence: &str) -> String {
    english(&format!("{}\n## One more matter\nSize does not matter here.\n{sentence}", SHOPS.trim_end()))
}

#[test]
fn a_sentence_of_a_few_words_that_comes_is_told() {
    for new in [
        "Entry fees are banned.",
        "Entry costs ten euros.",
        "Ads need a label.",
        "The limit is 30.",
        "Exampla decides.",
        "Data is sold to partners.",
        "Wij delen deze gegevens met adverteerders.",
        "Udostępniamy dane uczestników reklamodawcom.",
    ] {
        is_told(&english(SHOPS), &english(&shops_with(new)), new);
    }
}

#[test]
fn a_short_sentence_that_says_something_else_is_told() {
    for (old, new) in [
        ("Data stays in the union.", "Data goes to partners."),
        ("Ask the page owner.", "Ask Exampla."),
        ("Label each post with the word Ad.", "Label each post with the word Advertisement in capitals."),
        ("Posts must carry the label “Advertisement”.", "Posts must carry the label “Ad”."),
        ("Every post must carry the tag #advert.", "Every post must carry the tag #ad."),
        ("[x] Votes are counted by us", "[ ] Votes are counted by us"),
    ] {
        is_told(&with_matter(old), &with_matter(new), new.trim_start_matches("[ ] "));
    }
}

#[test]
fn and_or_that_became_one_of_them_and_a_beginning_that_became_an_end_are_told() {
    for (sentence, old, new) in [
        ("A child needs the consent of the sponsor and/or the parents.", "and/or", "and"),
        ("A child needs the consent of the sponsor and/or the parents.", "and/or", "or"),
        ("Ein Kind braucht die Zustimmung des Sponsors und/oder der Eltern.", "und/oder", "und"),
        ("Un menor necesita el permiso del patrocinador y/o de los padres.", "y/o", "y"),
        ("Un minore ha bisogno del consenso dello sponsor e/o dei genitori.", "e/o", "e"),
        ("Entries are accepted until 20 March 2027.", "until", "from"),
        ("Entries are accepted until noon.", "until", "from"),
        ("Le iscrizioni sono accettate fino al 20 marzo 2027.", "fino al", "dal"),
        ("Inzendingen zijn welkom tot 20 maart 2027.", "tot", "vanaf"),
        ("Zgłoszenia przyjmujemy do 20 marca 2027.", "do", "od"),
    ] {
        let new = sentence.replacen(old, new, 1);
        is_told(&with_matter(sentence), &with_matter(&new), &new);
    }
}

#[test]
fn an_exception_that_goes_from_one_rule_to_the_next_is_told() {
    let page = |body: &str| {
        let all = format!("{}<h2>Nest</h2>{body}", crate::pages::body(SHOPS));
        crate::pages::page(crate::pages::Build::Semantic, "en", "Rules for Shops | Plaudernetz", &all)
    };
    let nested = |first: &str, second: &str| {
        page(&format!("<ul><li>Vouchers need approval{first}</li><li>Raffles need approval{second}</li></ul>"))
    };
    for exception in ["except on blue pages", "This does not hold for pages with a blue badge."] {
        let list = format!("<ul><li>{exception}</li></ul>");
        is_told(&nested(&list, ""), &nested("", &list), exception);
    }
    let [one, other] =
        ["<p>Vouchers need the approval of Exampla.</p>", "<p>Raffles need the approval of Exampla.</p>"];
    let exception = "This does not hold for pages with a blue badge.";
    let (before, after) = (format!("{one}<p>{exception}</p>{other}"), format!("{one}{other}<p>{exception}</p>"));
    is_told(&page(&before), &page(&after), exception);
}

#[test]
fn the_only_entry_of_a_list_that_goes_or_comes_is_told() {
    let page = |lead: &str, entries: &str| {
        let list =
            format!("{}<h2>Nest</h2><p>{lead}</p><ul>{entries}</ul><p>That is all.</p>", crate::pages::body(SHOPS));
        crate::pages::page(crate::pages::Build::Semantic, "en", "Rules for Shops | Plaudernetz", &list)
    };
    for lead in ["You may:", "You must not:"] {
        for entry in ["tag friends", "Tag friends in your photos."] {
            let with = page(lead, &format!("<li>{entry}</li>"));
            is_told(&with, &page(lead, ""), entry);
            is_told(&page(lead, ""), &with, entry);
        }
    }
}

#[test]
fn the_same_entry_below_opposite_sentences_is_told_for_each_document() {
    let past = NAMES.iter().fold(History::new(), |past, name| past.watch(name, &format!("Rules for {name}")));
    let page = |at: usize, entry: &str| {
        let lead = if at == 0 { "You must not:" } else { "You may:" };
        let body = format!(
            "<h1>Rules for {}</h1><p>These are the rules for {} alone, and for nobody else.</p><p>{lead}</p><ul>{entry}\
             <li>Post offers of your own.</li></ul>",
            NAMES[at], NAMES[at]
        );
        crate::pages::page(crate::pages::Build::Semantic, "en", &format!("Rules for {}", NAMES[at]), &body)
    };
    for entry in ["<li>Tag friends in your photos.</li>", ""] {
        for (at, name) in NAMES.iter().enumerate() {
            past.shows(name, &page(at, entry));
        }
        past.days(4);
    }
    past.assert_told(NAMES[0], "Tag friends in your photos.");
    past.assert_told(NAMES[1], "Tag friends in your photos.");
}

#[test]
fn a_rule_of_fewer_than_four_words_is_told_where_it_comes_and_where_it_goes() {
    let bare = |last: &str| {
        let body = format!(
            "<h1>Rules for Shops</h1><p>These are the rules for shops on Plaudernetz, and they hold for all of them.</p>\
             <p>A shop has a name and a picture, and it opens in the morning and closes in the evening.</p>{last}"
        );
        crate::pages::page(crate::pages::Build::Semantic, "en", "Rules for Shops | Plaudernetz", &body)
    };
    for rule in [
        "No alcohol.",
        "18+ only.",
        "Ads only.",
        "No refunds.",
        "Kein Alkohol.",
        "Pas d'alcool.",
        "Sin alcohol.",
        "Niente alcol.",
        "Geen alcohol.",
        "Bez alkoholu.",
        "Sem álcool.",
        "No alcohol",
        "Keine Hunde",
        "Aucun alcool",
    ] {
        for page in [&|rule: &str| with_matter(rule) as String, &|rule: &str| {
            bare(&if rule.is_empty() { String::new() } else { format!("<p>{rule}</p>") })
        }] as [&dyn Fn(&str) -> String; 2]
        {
            is_told(&page(""), &page(rule), rule);
            is_told(&page(rule), &page(""), rule);
        }
    }
}
