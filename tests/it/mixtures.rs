//! A rule that changed beside much else that did: whatever is harmless around it, a letter tells the rule.

use crate::house::program::House;
use hausrecht::model::{Change, Tier};

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}";

/// A page in this language: what stays, and sections of a heading and a text.
fn page(language: &str, title: &str, sections: &[(&str, &str)]) -> String {
    let stays = match language {
        "de" => {
            "<h2>Geltung</h2><p>Diese Regeln gelten für alle, die auf Plaudernetz eine Seite betreiben, werben oder verkaufen, und ergänzen die allgemeinen Bedingungen.</p>\
             <h2>Durchsetzung</h2><p>Verstößt eine Seite gegen diese Regeln, so können wir sie einschränken oder entfernen; dagegen ist ein Einspruch möglich.</p>"
        }
        "fr" => {
            "<h2>Champ d’application</h2><p>Ces règles valent pour toutes les personnes qui gèrent une page sur Plaudernetz, et complètent les conditions générales.</p>\
             <h2>Application</h2><p>Si une page enfreint ces règles, nous pouvons la limiter ou la supprimer ; un recours est possible.</p>"
        }
        _ => {
            "<h2>Scope</h2><p>These rules hold for everybody who runs a page on Plaudernetz, advertises or sells there, and add to the general terms.</p>\
             <h2>Enforcement</h2><p>Where a page breaks these rules we may limit or remove it; you can appeal against that decision.</p>"
        }
    };
    let sections: String = sections.iter().map(|(heading, text)| format!("<h2>{heading}</h2><p>{text}</p>")).collect();
    format!(
        "<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title></head><body><main><h1>{title}</h1>{stays}{sections}</main></body></html>"
    )
}

/// What the round makes of the page that becomes the other one: the recorded change, and the letters' text.
fn told(language: &str, title: &str, before: &[(&str, &str)], after: &[(&str, &str)]) -> (Option<Change>, String) {
    let house = House::new()
        .watch_as_written(&format!(
            "id: rules, platform: Plaudernetz, document: {title}, language: {language}, url: 'SERVER/rules', allow_private_network: true"
        ))
        .with(TEAM);
    house.server.page("/rules", &page(language, title, before));
    house.round_at("2026-11-01T06:00:00Z");
    house.server.page("/rules", &page(language, title, after));
    let change = house.round_at("2026-11-02T06:00:00Z").remove(0).change;
    let letters: String = house.letters().into_iter().map(|letter| letter.text).collect();
    (change, letters)
}

/// A letter shows the new words of the rule, and the passage that holds them has the tier of the change.
fn expect(language: &str, title: &str, before: &[(&str, &str)], after: &[(&str, &str)], rule: &str) {
    let (change, letters) = told(language, title, before, after);
    let change = change.unwrap_or_else(|| panic!("{rule} is not even recorded"));
    let letters = letters.replace("{+", "").replace("+}", "").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(letters.contains(rule), "no letter tells {rule}: {:?}\n{letters}", change.hunks);
    let holds = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains(rule));
    let hunk = change.hunks.iter().find(|hunk| holds(&hunk.after)).unwrap();
    assert_eq!(hunk.tier, Some(change.assessment.tier), "{:?}", change.hunks);
}

const SPELLING: [(&str, &str); 2] = [
    (
        "Our style",
        "We want to organise this centre in a way that everybody recognises. We analyse your favourite colours and honour good behaviour.",
    ),
    (
        "Our style",
        "We want to organize this center in a way that everybody recognizes. We analyze your favorite colors and honor good behavior.",
    ),
];

#[test]
fn a_limit_beside_american_spelling_is_told() {
    let rule =
        |worth: &str| format!("A prize in a contest may be worth up to {worth} euros. Higher prizes need our consent.");
    let (old, new) = (rule("500"), rule("200"));
    expect(
        "en",
        "Promotion Rules",
        &[SPELLING[0], ("Prizes", &old)],
        &[SPELLING[1], ("Prizes", &new)],
        "up to 200 euros",
    );
}

#[test]
fn a_ban_beside_new_addresses_is_told() {
    let help = |host: &str| {
        format!("Examples stand at https://{host}/contests and questions go to https://{host}/contact at any time.")
    };
    let (there, here) = (help("help.plaudernetz.example"), help("support.plaudernetz.example"));
    let post = |street: &str| format!("Plaudernetz Ltd, {street}");
    let (old, new) = (post("12 Canal Street, Dublin 4"), post("7 Harbour Square, Dublin 2"));
    expect(
        "en",
        "Promotion Rules",
        &[("Help", &there), ("Entry", "You may ask people to share a post in order to enter."), ("Contact", &old)],
        &[("Help", &here), ("Entry", "You may not ask people to share a post in order to enter."), ("Contact", &new)],
        "may not ask people to share",
    );
}

#[test]
fn a_fee_beside_a_new_name_all_over_the_text_is_told() {
    let sections = |name: &str, fee: &str| -> Vec<(String, String)> {
        let part = |number| {
            let text = format!("Feature {number} of {name} is shown to members of {name} who signed up.");
            (format!("Part {number}"), text)
        };
        let mut sections: Vec<_> = (1..40).map(part).collect();
        sections.insert(20, ("Fees".to_owned(), format!("Access for apps costs {fee} dollars a month.")));
        sections
    };
    let (old, new) = (sections("Chirper", "100"), sections("Zed", "500"));
    let [old, new] = [&old, &new]
        .map(|sections| sections.iter().map(|(heading, text)| (heading.as_str(), text.as_str())).collect::<Vec<_>>());
    expect("en", "Developer Terms", &old, &new, "costs 500 dollars");
}

#[test]
fn a_shorter_period_beside_moved_sections_is_told() {
    let appeal = |days: &str| format!("You can appeal within {days} days after we told you of our decision.");
    let (old, new) = (appeal("30"), appeal("7"));
    let story =
        ("Who we are", "Plaudernetz began as a forum for gardeners and is run from Dublin by a team of forty people.");
    let thanks =
        ("Thanks", "We thank the volunteers who translate our pages and the testers who find what does not work.");
    expect(
        "en",
        "Community Standards",
        &[story, ("Appeals", &old), thanks],
        &[thanks, ("Appeals", &new), story],
        "within 7 days",
    );
}

#[test]
fn a_german_age_beside_the_reformed_spelling_is_told() {
    let style = [
        "Wir wünschen, daß jede Seite leicht zu erkennen ist, und wissen, daß ein bißchen Farbe hilft. Die Photographie muß paßgenau sein.",
        "Wir wünschen, dass jede Seite leicht zu erkennen ist, und wissen, dass ein bisschen Farbe hilft. Die Fotografie muss passgenau sein.",
    ];
    let age = |years: &str| format!("Wer an einem Gewinnspiel teilnimmt, ist mindestens {years} Jahre alt.");
    let (old, new) = (age("16"), age("18"));
    expect(
        "de",
        "Gewinnspielregeln",
        &[("Gestaltung", style[0]), ("Teilnahme", &old)],
        &[("Gestaltung", style[1]), ("Teilnahme", &new)],
        "mindestens 18 Jahre",
    );
}

#[test]
fn a_german_ban_beside_a_new_office_is_told() {
    let office = [
        "Plaudernetz GmbH, Geschäftsführung: Anna Beispiel, Lange Straße 21, 20354 Hamburg, Telefon 040 123456",
        "Plaudernetz GmbH, Geschäftsführung: Berta Muster, Kurzer Weg 10, 20095 Hamburg, Telefon 040 654321",
    ];
    expect(
        "de",
        "Werberichtlinien",
        &[("Alkohol", "Werbung für Bier und Wein ist auf Seiten erlaubt."), ("Anschrift", office[0])],
        &[("Alkohol", "Werbung für Bier und Wein ist auf Seiten nicht erlaubt."), ("Anschrift", office[1])],
        "nicht erlaubt",
    );
}

#[test]
fn a_french_ban_beside_the_reformed_spelling_is_told() {
    let style = [
        "Nous voulons connaître vos goûts et vous faire plaisir lors de chaque événement ; un clin d’œil suffit, s’il vous plaît.",
        "Nous voulons connaitre vos gouts et vous faire plaisir lors de chaque évènement ; un clin d’œil suffit, s’il vous plait.",
    ];
    expect(
        "fr",
        "Règles des concours",
        &[("Style", style[0]), ("Participation", "Un concours peut demander de partager une publication.")],
        &[("Style", style[1]), ("Participation", "Un concours ne peut pas demander de partager une publication.")],
        "ne peut pas demander",
    );
}

#[test]
fn what_is_harmless_stays_so_beside_what_is_harmless_too() {
    let more = ["Customise your licence in the catalogue.", "Customize your license in the catalog."];
    let (change, letters) =
        told("en", "Promotion Rules", &[SPELLING[0], ("Licences", more[0])], &[SPELLING[1], ("Licences", more[1])]);
    let tier = change.map_or(Tier::None, |change| change.assessment.tier);
    assert_eq!((tier, letters.as_str()), (Tier::None, ""));
}

/// A clause that another document of the host got, too, beside a change of its own.
#[test]
fn a_rule_that_another_document_got_too_is_told_where_the_document_changed_otherwise_as_well() {
    let (old, new) = ("Everybody aged 16 or older may register.", "Everybody aged 18 or older may register.");
    let watch = |id: &str| {
        format!(
            "id: {id}, platform: Plaudernetz, document: Terms, language: en, url: 'SERVER/{id}', allow_private_network: true"
        )
    };
    let house = House::new().watch_as_written(&watch("alone")).watch_as_written(&watch("mixed")).with(TEAM);
    let show = |age: &str, style: (&str, &str)| {
        house.server.page("/alone", &page("en", "Terms", &[("Age", age)]));
        house.server.page("/mixed", &page("en", "Terms", &[("Age", age), style]));
    };
    show(old, SPELLING[0]);
    house.round_at("2026-11-01T06:00:00Z");
    show(new, SPELLING[1]);
    let looks = house.round_at("2026-11-02T06:00:00Z");
    let told = |change: &Change| {
        let holds = |text: &Option<String>| text.as_deref() == Some(new);
        change.assessment.tier > Tier::None && change.hunks.iter().any(|hunk| holds(&hunk.after))
    };
    assert!(looks.iter().all(|look| look.change.as_ref().is_some_and(told)), "{looks:#?}");
}

#[test]
fn a_spelling_beside_a_ban_weighs_nothing() {
    let (change, _) = told(
        "en",
        "Promotion Rules",
        &[SPELLING[0], ("Entry", "You may ask people to share a post in order to enter.")],
        &[SPELLING[1], ("Entry", "You must not ask people to share a post in order to enter.")],
    );
    let tiers: Vec<_> = change.unwrap().hunks.iter().map(|hunk| hunk.tier.unwrap()).collect();
    assert!(tiers.contains(&Tier::None) && tiers.iter().any(|tier| *tier > Tier::None), "{tiers:?}");
}
