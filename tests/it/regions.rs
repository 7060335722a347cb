//! A text for another part of the world is a blind spot with a name, and for a long time no change.

use crate::confirm::Watched;
use crate::house::program::House;
use crate::pages::{BUILDS, Build, TERMS, TERMS_DE, document, walls};
use hausrecht::model::{Block, BlockKind, Document, DocumentKind, Outcome, Tier, Trouble};
use hausrecht::steps::extract::Extract;
use hausrecht::steps::judge::{Subject, Team, case};
use hausrecht::steps::two_texts::TwoTexts;
use jiff::civil::date;

const EUROPE: &str = "Plaudernetz Ireland Limited in Dublin is your party to the contract. Under the GDPR you may complain to the authority of Ireland, \
    and people in the EEA may turn to the courts of any member state of the EU.";
const AMERICA: &str = "Plaudernetz, Inc. of Delaware is your party to the contract. Residents of California have rights under the CCPA, and the courts \
    of San Francisco, California decide without a jury.";
const BRITAIN: &str = "Plaudernetz UK Limited in London is your party to the contract. The law of England and Wales holds, the United Kingdom's \
    regulator hears complaints, and people in Scotland or Northern Ireland may sue at home in the UK.";
const BRAZIL: &str = "Plaudernetz Serviços Ltda is your party to the contract. The LGPD holds, the ANPD hears complaints, and the courts of Brazil decide.";
const AUSTRALIA: &str = "Plaudernetz Pty Ltd is your party to the contract. The Australian Consumer Law holds, the OAIC hears complaints, and the \
    courts of New South Wales, Australia decide.";

/// The text as it is read: a block a line.
fn read(text: &str) -> Document {
    let block = |line: &str| {
        let words = line.trim_start_matches('#');
        let kind = if words.len() < line.len() { BlockKind::Heading(2) } else { BlockKind::Paragraph };
        Block { kind, text: words.trim().to_owned(), links: Vec::new(), outside: false }
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    Document { language: Some("en".to_owned()), blocks: lines.map(block).collect(), ..Document::default() }
}

fn text(party: &str) -> String {
    TERMS.replace("\n## Who may use", &format!("\n## Your party\n{party}\n## Who may use"))
}

#[test]
fn the_text_of_another_region_is_accepted_after_six_weeks_and_not_before() {
    for build in BUILDS {
        for (home, abroad) in
            [(EUROPE, AMERICA), (AMERICA, EUROPE), (EUROPE, BRITAIN), (AMERICA, BRAZIL), (AMERICA, AUSTRALIA)]
        {
            let mut page = Watched::new();
            page.look(&document(build, "en", &text(home)));
            for day in 0..45 {
                assert_eq!(page.look(&document(build, "en", &text(abroad))), "wrong_region", "day {day}: {abroad}");
            }
            let later: Vec<_> = (0..2).map(|_| page.look(&document(build, "en", &text(abroad)))).collect();
            assert!(later.iter().any(|outcome| outcome.starts_with("told: ")), "{later:?}");
        }
    }
}

#[test]
fn a_text_that_speaks_of_more_regions_than_before_is_the_document() {
    let more = format!("{EUROPE} {AMERICA} {BRITAIN} {BRAZIL}");
    let mut page = Watched::new();
    page.look(&document(Build::Semantic, "en", &text(EUROPE)));
    assert_eq!(page.look(&document(Build::Semantic, "en", &text(&more))), "candidate");
    assert!(page.look(&document(Build::Semantic, "en", &text(&more))).starts_with("told: "));
    let mut page = Watched::new();
    page.look(&document(Build::Semantic, "en", &text(AMERICA)));
    let supplement = format!("{AMERICA} {BRAZIL} {BRAZIL} {BRAZIL}");
    assert_eq!(page.look(&document(Build::Semantic, "en", &text(&supplement))), "candidate");
}

#[test]
fn words_that_look_like_regions_in_another_language_are_none() {
    let eu = "Eu concordo com os termos e eu aceito que eu respondo por tudo o que eu publico.";
    let mut page = Watched::new();
    page.look(&document(Build::Semantic, "pt", &text(&format!("{AMERICA} {eu}"))));
    assert_eq!(page.look(&document(Build::Semantic, "pt", &text(&format!("{AMERICA} {eu} {eu}")))), "candidate");
}

#[test]
fn a_reader_is_told_whose_text_the_page_shows_and_then_only_that_it_ended() {
    let recipients = "recipients:
  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}
  - {name: Gruppe, to: [gruppe@example.com], digest: '@daily', tier: none, language: de}";
    let house = House::new()
        .watch_as_written("id: terms, platform: Plaudernetz, document: Terms, url: 'SERVER/terms', render: http, allow_private_network: true")
        .with(recipients);
    let show = |words: &str| house.server.page("/terms", &document(Build::Semantic, "en", words));
    show(&text(EUROPE));
    house.round_at("2026-11-01T06:00:00Z");
    show(&text(AMERICA));
    for day in 2..9 {
        let looks = house.round_at(&format!("2026-11-0{day}T06:00:00Z"));
        let trouble = Trouble::WrongRegion { expected: "europe".to_owned(), found: "america".to_owned() };
        assert_eq!(looks[0].outcome, Outcome::Unreadable { trouble });
    }
    let letters = house.letters();
    assert_eq!(letters.len(), 2, "one for each reader");
    let has = |words: &str| {
        letters.iter().any(|letter| letter.text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words))
    };
    assert!(has("shows the text for America instead of Europe"), "{}", letters[0].text);
    assert!(has("zeigt den Text für Amerika statt für Europa"), "{}", letters[1].text);
    show(&text(EUROPE));
    let looks = house.round_at("2026-11-10T06:00:00Z");
    assert_eq!(looks[0].outcome, Outcome::Unchanged);
    assert_eq!(house.letters().len(), 4, "its end");
    house.round_at("2026-11-11T06:00:00Z");
    assert_eq!(house.letters().len(), 4);
}

#[test]
fn of_two_texts_that_of_another_region_is_told_for_party_courts_and_law_are_others() {
    let extract = |party: &str| Extract { document: read(&text(party)), ..Extract::default() };
    for (home, abroad) in [(EUROPE, AMERICA), (AMERICA, EUROPE), (EUROPE, BRITAIN)] {
        let texts = TwoTexts::between(&extract(home), &extract(abroad), false);
        let subject =
            Subject { platform: "plaudernetz", document: "Terms", kind: DocumentKind::Terms, ..Subject::default() };
        let case = case(subject, Team::default(), &texts.comparison, date(2026, 11, 1));
        assert!(texts.judged(case).assessment.tier > Tier::None, "{abroad}");
    }
}

#[test]
fn what_changed_at_home_meanwhile_is_told() {
    let mut page = Watched::new();
    page.look(&document(Build::Soup, "en", &text(EUROPE)));
    for _ in 0..20 {
        assert_eq!(page.look(&document(Build::Soup, "en", &text(AMERICA))), "wrong_region");
    }
    let changed = text(EUROPE).replace("thirty days to object", "ten days to object");
    assert_eq!(page.look(&document(Build::Soup, "en", &changed)), "candidate");
    assert!(page.look(&document(Build::Soup, "en", &changed)).contains("ten days to object"));
}

#[test]
fn a_declared_region_says_nothing_where_the_text_says_it_is_ours() {
    let british = document(Build::Semantic, "en-GB", &text(EUROPE));
    let american =
        document(Build::Semantic, "en-US", &text(EUROPE).replace("thirty days to object", "ten days to object"));
    let mut page = Watched::new();
    page.look(&british);
    assert_eq!(page.look(&american), "candidate");
    let german = document(Build::Semantic, "de-AT", TERMS_DE);
    let swiss = document(
        Build::Semantic,
        "de-CH",
        &TERMS_DE.replace(
            "Wir nennen dir den Grund und geben dir dreißig Tage Zeit",
            "Den Grund erfährst du, und dir bleiben zehn Tage",
        ),
    );
    let mut page = Watched::new();
    page.look(&german);
    assert_eq!(page.look(&swiss), "candidate", "a declaration is no evidence");
}

#[test]
fn a_change_of_the_text_that_another_region_sees_is_told_when_that_is_all_there_is_to_see() {
    let changed = text(AMERICA)
        .replace(
            "The basic service is free.",
            "From the first of May the basic service costs three coins a month for everyone.",
        )
        .replace("thirty days to object", "ten days to object");
    let mut page = Watched::new();
    page.look(&document(Build::Soup, "en", &text(EUROPE)));
    for _ in 0..10 {
        assert_eq!(page.look(&document(Build::Soup, "en", &text(AMERICA))), "wrong_region");
    }
    // A wall in front of it does not make it forgotten.
    for wall in walls::logins().iter().chain(&walls::bots()).filter(|wall| wall.lang == "en") {
        assert_eq!(page.look(&wall.html), wall.trouble);
    }
    assert_eq!(page.look(&document(Build::Soup, "en", &changed)), "wrong_region");
    let told = page.look(&document(Build::Soup, "en", &changed));
    assert!(told.starts_with("told: ") && told.contains("three coins") && !told.contains("GDPR"), "{told}");
    let home = changed.replace(AMERICA, EUROPE);
    assert_eq!(page.look(&document(Build::Soup, "en", &home)), "candidate");
}

#[test]
fn a_text_that_was_shortened_and_names_our_region_less_is_the_document() {
    let mut page = Watched::new();
    let world = format!("{AMERICA} {AMERICA} {AMERICA} {EUROPE}");
    page.look(&document(Build::Semantic, "en", &text(&world)));
    let shorter = "Plaudernetz, Inc. is your party to the contract. Under the GDPR people in the EEA, and in Europe as a whole, may complain \
        to the authority of their member state of the EU, in Ireland, say.";
    assert_eq!(page.look(&document(Build::Semantic, "en", &text(shorter))), "candidate");
}
