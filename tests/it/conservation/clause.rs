//! A clause that comes into many documents of a house spares a reader the repetition, and no reader the news.

use super::texts::{NO_DISCOUNT, NO_DISCOUNT_DE, SHOPS, SHOPS_DE, english, german, with_clause};
use crate::house::history::{History, in_one_line};
use crate::pages::{COOKIES, COOKIES_DE, DEVELOPERS, TERMS, TERMS_DE};

/// Two teams, each for a platform of the same house on one host, with two documents each.
fn two_teams(language: &str) -> History {
    let past = History::told_to(&format!(
        "{{name: Net, to: [net@example.com], immediately: true, tier: fyi, platforms: [plaudernetz], language: {language}}}
         {{name: Photos, to: [photos@example.com], immediately: true, tier: fyi, platforms: [bildernetz], language: {language}}}"
    ));
    past.watch_with("net-shops", "platform: Plaudernetz, document: Rules for Shops")
        .watch_with("net-terms", "platform: Plaudernetz, document: Terms of Service")
        .watch_with("photo-cookies", "platform: Bildernetz, document: Cookie Policy")
        .watch_with("photo-more", "platform: Bildernetz, document: Developer Policy")
}

const IDS: [&str; 4] = ["net-shops", "net-terms", "photo-cookies", "photo-more"];

/// The text with one section more at its end.
fn ends_with(text: &str, heading: &str, clause: &str) -> String {
    format!("{}\n## {heading}\n{clause}", text.trim_end())
}

fn letters_to(past: &History, recipient: &str) -> String {
    let mine = past.letters().into_iter().filter(|letter| letter.recipient == recipient);
    mine.map(|letter| in_one_line(&letter.text)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_clause_at_the_end_of_four_documents_is_told_to_both_teams_with_the_names_of_all_their_documents() {
    let past = two_teams("en");
    let texts = [SHOPS, TERMS, COOKIES, DEVELOPERS];
    let show = |with: bool| {
        for (id, text) in IDS.iter().zip(texts) {
            let text = if with { ends_with(text, "Ratings", NO_DISCOUNT) } else { text.to_owned() };
            past.shows(id, &english(&text));
        }
    };
    show(false);
    past.days(5);
    show(true);
    past.days(5);
    for (team, documents) in
        [("Net", ["Rules for Shops", "Terms of Service"]), ("Photos", ["Cookie Policy", "Developer Policy"])]
    {
        let letters = letters_to(&past, team);
        assert!(letters.contains("promise a discount"), "{team} hears nothing of it: {letters}");
        for document in documents {
            assert!(letters.contains(document), "{team} does not hear of {document}: {letters}");
        }
    }
}

#[test]
fn a_clause_that_reaches_the_second_platform_days_later_is_told_to_its_team() {
    let past = two_teams("en");
    let texts = [SHOPS, TERMS, COOKIES, DEVELOPERS];
    for (id, text) in IDS.iter().zip(texts) {
        past.shows(id, &english(text));
    }
    past.days(5);
    for (id, text) in IDS.iter().zip(texts) {
        past.shows(id, &english(&ends_with(text, "Ratings", NO_DISCOUNT))).days(3);
    }
    past.days(3);
    assert!(letters_to(&past, "Net").contains("promise a discount"));
    assert!(letters_to(&past, "Photos").contains("promise a discount"), "{}", past.account_of("photo-cookies"));
}

#[test]
fn a_clause_in_the_midst_of_german_documents_is_told_to_both_teams() {
    let past = two_teams("de");
    let texts = [(SHOPS_DE, "Rückgabe"), (TERMS_DE, "Werbung"), (COOKIES_DE, ""), (SHOPS_DE, "Preise")];
    for (id, (text, _)) in IDS.iter().zip(texts) {
        past.shows(id, &german(text));
    }
    past.days(5);
    for (id, (text, heading)) in IDS.iter().zip(texts) {
        past.shows(id, &german(&with_clause(text, heading, NO_DISCOUNT_DE)));
    }
    past.days(5);
    for team in ["Net", "Photos"] {
        let letters = letters_to(&past, team);
        assert!(letters.contains("keinen Rabatt versprechen"), "{team} hears nothing of it: {letters}");
    }
}

#[test]
fn a_clause_that_leaves_four_documents_is_told_to_both_teams() {
    let past = two_teams("en");
    let texts = [SHOPS, TERMS, COOKIES, DEVELOPERS];
    for (id, text) in IDS.iter().zip(texts) {
        past.shows(id, &english(&ends_with(text, "Ratings", NO_DISCOUNT)));
    }
    past.days(5);
    for (id, text) in IDS.iter().zip(texts) {
        past.shows(id, &english(text));
    }
    past.days(5);
    for team in ["Net", "Photos"] {
        let letters = letters_to(&past, team);
        assert!(letters.contains("promise a discount"), "{team} hears nothing of it: {letters}");
    }
}
